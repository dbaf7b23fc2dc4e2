"""What a word means to a command that writes: a whole name, or as much of a title as can be no accident."""

import re
from collections.abc import Iterable

from promoplan.engine.select import listed, of_one_task
from promoplan.errors import usage
from promoplan.errors.near import near
from promoplan.model.plan import Item, Plan
from promoplan.text import Text, alike

EVERYTHING = frozenset({"all", "everything", "全部", "所有", "所有的", "任务"})
"""Words for all there is, which are no part of a title."""
SHORTEST = 2
"""Characters of a title that can mean it."""


def named(plan: Plan, word: str) -> list[Item]:
    """The items of one task or slot for a command that writes; raises PromoplanError.

    By its id, its whole title, or whole words of a title (in Chinese a few characters) that no other task has. Never
    by a part of an id: `all` must not tick `standby-call`.
    """
    wanted = alike(word)
    exact = [item for item in plan.items if wanted in _ids(item)]
    exact = exact or [item for item in plan.items if wanted and wanted in _titles(item)]
    return of_one_task(exact or _by_part(plan, word), word)


def is_part(items: Iterable[Item], word: str) -> bool:
    """Whether a word is less than an id or a title of the items it means."""
    return all(alike(word) not in whole_names(item) for item in items)


def whole_names(item: Item) -> set[str]:
    """What an item can be called without cutting anything off."""
    return _ids(item) | _titles(item)


def has_part(item: Item, word: str) -> bool:
    """Whether whole words of a title are that, in Chinese a few characters."""
    wanted = alike(word)
    if len(wanted) < SHORTEST or wanted in EVERYTHING:
        return False
    part = re.compile(f"{_edge(wanted[0], '<')}{re.escape(wanted)}{_edge(wanted[-1], '')}")
    return any(part.search(title) for title in _titles(item))


def _ids(item: Item) -> set[str]:
    return {item.id.lower(), item.card.task.lower()}


def _titles(item: Item) -> set[str]:
    return {alike(item.card.title.zh), alike(item.card.title.en)}


def _by_part(plan: Plan, word: str) -> list[Item]:
    if found := [item for item in plan.items if has_part(item, word)]:
        return found
    raise usage("unknown-item", _like(plan, alike(word)), name=word)


def _edge(char: str, behind: str) -> str:
    """A word of letters ends where the next character is no letter; Chinese has no such ends."""
    return f"(?{behind}![a-z0-9])" if re.match("[a-z0-9]", char) else ""


def _like(plan: Plan, wanted: str) -> list[str] | list[Text]:
    """Tasks that may have been meant: their ids look like it, or it is the beginning of their ids."""
    titles = {item.card.task: item.card.title for item in plan.items}
    begun = [task for task in titles if wanted and task.startswith(wanted)]
    return listed(titles, begun) if begun else near(wanted, titles)
