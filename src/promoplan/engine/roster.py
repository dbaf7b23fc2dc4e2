"""Who has what: a role or a task by what a person typed, and everybody's part of a plan."""

from collections.abc import Iterator
from typing import NamedTuple

from promoplan.engine import calling, select
from promoplan.engine.placing import People, people_of
from promoplan.errors import usage
from promoplan.errors.near import near
from promoplan.model.plan import Item, Plan
from promoplan.text import Text, alike

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
    wanted = alike(word)
    for role, title in plan.roles.items():
        if wanted in {role.lower(), alike(title.zh), alike(title.en)}:
            return of_role(plan, role, people)
    if wanted and any(wanted in calling.whole_names(item) for item in plan.items):
        return _of_item(plan, word, people)
    return of_role(plan, _role_by_part(plan, word), people)


def _role_by_part(plan: Plan, word: str) -> str:
    """The one role with that in its title. A task is never meant by a part: the word may be a role that is not here."""
    wanted = alike(word)
    partly = [
        role
        for role, title in plan.roles.items()
        if len(wanted) >= calling.SHORTEST and wanted in alike(f"{title.zh}\n{title.en}")
    ]
    if len(partly) == 1:
        return partly[0]
    close = [] if partly else near(word.strip(), _words(plan))
    tasks = {item.card.task: item.card.title for item in plan.items if not partly and calling.has_part(item, word)}
    known = {**plan.roles, **tasks}
    raise usage("no-role-or-item", close or select.listed(known, partly), name=word)


def of_role(plan: Plan, role: str, people: People) -> Post:
    return Post(role, role, plan.roles[role], tuple(people.get(role, ())), bool(people.get(role)))


def _of_item(plan: Plan, word: str, people: People) -> Post:
    """A task with all its repeats, unless one of them was named."""
    found = calling.named(plan, word)
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
