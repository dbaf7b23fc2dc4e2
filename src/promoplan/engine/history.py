"""What a calendar must know of a plan's past: what it once showed and shows no more, and when an entry last changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from promoplan.engine.placing import stamp_of
from promoplan.engine.roster import ITEM
from promoplan.engine.words import moment_of
from promoplan.model.plan import Item, Plan
from promoplan.model.progress import Progress, State
from promoplan.rules.stamp import Stamp
from promoplan.text import Text

GREENWICH = ZoneInfo("UTC")
ANCHOR = "anchor."
"""Ids of anchors among those of items, as the log and the calendar write them."""


class Gone(NamedTuple):
    """An item or anchor that a move took out of the plan."""

    id: str
    title: Text
    start: Stamp
    end: Stamp | None
    roles: frozenset[str]
    """Empty where the log does not tell."""
    phase: str
    state: State


def gone(plan: Plan, progress: Progress) -> list[Gone]:
    """What has left the plan for good or until the next move, in the order of its ids."""
    here = {item.id for item in plan.items} | {f"{ANCHOR}{anchor.id}" for anchor in plan.anchors}
    return [
        _gone(name, record, plan, progress) for name, record in sorted(progress.cancelled.items()) if name not in here
    ]


def _gone(name: str, record: Mapping[str, Any], plan: Plan, progress: Progress) -> Gone:
    end = record.get("end")
    return Gone(
        name,
        _title(record.get("title"), name),
        stamp_of(record["start"], plan.zone),
        stamp_of(end, plan.zone) if end else None,
        frozenset(role for role in _list(record.get("roles")) if isinstance(role, str)),
        str(record.get("phase", "")),
        progress.state(name),
    )


def _title(written: object, name: str) -> Text:
    """The title as the log has it: in both languages, in one, or not at all."""
    if isinstance(written, dict) and isinstance(written.get("zh"), str) and isinstance(written.get("en"), str):
        return Text(written["zh"], written["en"])
    return Text.same(written if isinstance(written, str) and written else name.removeprefix(ANCHOR))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


Shown = tuple[Stamp, Stamp | None, bool]
"""From when to when, and whether it is called off."""


def shown(plan: Plan, progress: Progress) -> dict[str, Shown]:
    """What a calendar shows of each entry. What was closed before it left the plan has happened: it stays."""
    items: dict[str, Shown] = {item.id: (item.start, item.end, False) for item in plan.items}
    anchors: dict[str, Shown] = {f"{ANCHOR}{anchor.id}": (anchor.at, anchor.last, False) for anchor in plan.anchors}
    left = {each.id: (each.start, each.end, not each.state.is_closed) for each in gone(plan, progress)}
    return {**items, **anchors, **left}


def touched(before: Mapping[str, Shown], after: Mapping[str, Shown]) -> list[str]:
    """Ids of the entries that a calendar must show anew: those whose SEQUENCE rises."""
    return [name for name in {**before, **after} if before.get(name) != after.get(name)]


def changed(names: Iterable[str], state: State, progress: Progress, made: datetime) -> datetime:
    """When an entry last changed, by what the log says of any of these names; never before the campaign was made."""
    return max([made, *_moments(state.at, *(progress.revised.get(name, "") for name in names))])


def names_of(item: Item) -> Iterator[str]:
    """What the log calls an item, and those that can have it."""
    yield item.id
    yield f"item:{item.id}"
    yield from (f"who:{ITEM}{name}" for name in (item.id, item.card.task))
    yield from (f"who:{role}" for role in item.card.roles)


def renewed(before: Plan, after: Plan) -> list[str]:
    """Ids of items that come into the plan or leave it: what their entry says changes, also where no date does."""
    was, now = ({item.id: None for item in plan.items} for plan in (before, after))
    return [name for name in {**was, **now} if (name in was) != (name in now)]


def _moments(*texts: str) -> Iterator[datetime]:
    for text in texts:
        if moment := moment_of(text, GREENWICH):
            yield moment.astimezone(UTC)
