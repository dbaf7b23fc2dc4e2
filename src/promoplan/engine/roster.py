"""Who has what: a role or a task by what a person typed, and everybody's part of a plan."""

from collections.abc import Iterator
from typing import NamedTuple

from promoplan.engine import select
from promoplan.engine.placing import People, people_of
from promoplan.errors import PromoplanError, usage
from promoplan.errors.near import near
from promoplan.model.plan import Item, Plan
from promoplan.text import Text

ITEM = "item:"
"""Names of items among those of roles, as the log writes them: `item:poster`, `item:push@w1`."""


class Post(NamedTuple):
    """What people can have: a role, a task, or one item of it."""

    name: str
    """As in the log: `sales`, `item:poster`."""
    id: str
    title: Text
    people: tuple[str, ...]
    """Who has it now; of an item also through its roles."""
    is_own: bool
    """Whether that was said of it and not only of its roles."""


def meant(plan: Plan, word: str, people: People) -> Post:
    """The role or task that a word means: ids and whole titles first. Raises PromoplanError with the nearest ones."""
    wanted = word.strip().lower()
    for role, title in plan.roles.items():
        if wanted in {role.lower(), title.zh.lower(), title.en.lower()}:
            return of_role(plan, role, people)
    if any(wanted in {item.id.lower(), item.card.task.lower()} for item in plan.items):
        return _of_item(plan, word, people)
    partly = [role for role, title in plan.roles.items() if wanted and wanted in f"{title.zh}\n{title.en}".lower()]
    return of_role(plan, partly[0], people) if len(partly) == 1 else _of_item(plan, word, people)


def of_role(plan: Plan, role: str, people: People) -> Post:
    return Post(role, role, plan.roles[role], tuple(people.get(role, ())), bool(people.get(role)))


def _of_item(plan: Plan, word: str, people: People) -> Post:
    """A task with all its repeats, unless one of them was named."""
    try:
        found = select.find(plan, word)
    except PromoplanError as error:
        if error.problems[0].code != "unknown-item":
            raise
        raise usage("no-role-or-item", near(word.strip(), _words(plan)), name=word) from None
    item = found[0]
    named = item.id if word.strip().lower() == item.id.lower() else item.card.task
    return of_item(item, named, people)


def of_item(item: Item, named: str, people: People) -> Post:
    name = f"{ITEM}{named}"
    return Post(name, named, item.card.title, people_of(item, people), bool(people.get(name)))


def _words(plan: Plan) -> list[str]:
    titles = list(plan.roles.values())
    return [*plan.roles, *(title.zh for title in titles), *(title.en for title in titles), *_tasks(plan)]


def _tasks(plan: Plan) -> dict[str, Item]:
    """The first item of each task, and every item by its own id."""
    found: dict[str, Item] = {}
    for item in plan.items:
        found.setdefault(item.card.task, item)
        found[item.id] = item
    return found


def roster(plan: Plan, people: People) -> Iterator[Post]:
    """The roles that have something to do, then the items that somebody has by name."""
    needed = {role for item in plan.items for role in item.card.roles}
    yield from (of_role(plan, role, people) for role in plan.roles if role in needed)
    tasks = _tasks(plan)
    for name, names in people.items():
        item = tasks.get(name.removeprefix(ITEM)) if name.startswith(ITEM) and names else None
        if item is not None:
            yield of_item(item, name.removeprefix(ITEM), people)
