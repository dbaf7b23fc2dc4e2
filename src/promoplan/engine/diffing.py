"""How a plan differs from an earlier state of itself: the events it is measured against, its dates, its progress."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from promoplan.engine.moving import Comparison
from promoplan.engine.story import Entry, story
from promoplan.engine.words import moment_of
from promoplan.model.plan import Item
from promoplan.model.progress import Event, Status


class Since(NamedTuple):
    """What a plan is measured against: how it was made, how it stood at the end of a day, or before a command."""

    kind: Literal["init", "date", "command"]
    events: list[Event]
    """What the log said by then."""
    day: date | None = None
    entry: Entry | None = None


class StatusChange(NamedTuple):
    """An item that stands elsewhere than it did."""

    item: Item
    was: Status


class Diff(NamedTuple):
    """All that an earlier state and the present one do not share."""

    since: Since
    dates: Comparison
    statuses: tuple[StatusChange, ...]

    def is_empty(self) -> bool:
        return self.dates.is_empty() and not self.statuses


def at_init() -> Since:
    return Since("init", [])


def at_day(events: Sequence[Event], day: date, zone: ZoneInfo) -> Since:
    """The end of a day on the clocks of the plan; what has no readable time has always been."""
    moments = [(event, moment_of(event["at"], zone)) for event in events]
    return Since("date", [event for event, at in moments if at is None or at.date() <= day], day)


def before_command(events: Sequence[Event], word: str) -> Since | None:
    """The log up to the command whose id begins so; nothing when none does, or several."""
    told = story(events)
    found = [entry for entry in told.entries if word and entry.id.startswith(word.lower())]
    if len(found) != 1:
        return None
    first = next(number for number, event in enumerate(events) if event["batch"] == found[0].id)
    return Since("command", list(events[:first]), entry=found[0])


def diff(since: Since, compared: Comparison) -> Diff:
    """What differs; items that kept their dates although their rule moved do not."""
    dates = compared._replace(changes=tuple(compared.of("moved", "new", "dropped")))
    before = {item.id: item.state.status for item in compared.before.items}
    statuses = (StatusChange(item, before.get(item.id, "open")) for item in compared.after.items)
    return Diff(since, dates, tuple(each for each in statuses if each.was != each.item.state.status))
