"""What other dates do to a plan: two states of it compared, item by item."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple

from promoplan.engine.events import dates
from promoplan.model.plan import Item, Plan
from promoplan.rules.stamp import Reach, Stamp, last_day
from promoplan.text import Text

Kind = Literal["moved", "new", "dropped", "done", "skipped", "pinned"]
"""The last three stay where they are although their rule now gives another date."""


class Version(NamedTuple):
    """A plan by its rules alone, and the same with closed and pinned items where they stand."""

    raw: Plan
    placed: Plan


class Change(NamedTuple):
    """One item that another set of dates does something to."""

    kind: Kind
    item: Item
    """As it is afterwards; as it was, where it leaves the plan."""
    was: Reach | None
    now: Reach | None

    def shift(self) -> timedelta | None:
        """How far its start moves, else its end: whole days, on the clock of the plan."""
        if self.was is None or self.now is None:
            return None
        if self.was.start == self.now.start and self.was.end is not None and self.now.end is not None:
            return _distance(self.was.end, self.now.end)
        return _distance(self.was.start, self.now.start)


class AnchorChange(NamedTuple):
    """An anchor that has another date, or none."""

    id: str
    title: Text
    was: Reach | None
    now: Reach | None


class Comparison(NamedTuple):
    """All that differs between two states of a plan."""

    before: Plan
    after: Plan
    changes: tuple[Change, ...]
    anchors: tuple[AnchorChange, ...]

    def of(self, *kinds: Kind) -> list[Change]:
        return [change for change in self.changes if change.kind in kinds]

    def is_empty(self) -> bool:
        """Whether no date differs."""
        return self.before.event == self.after.event and not self.anchors and not self.of("moved", "new", "dropped")

    def newly_overdue(self, today: date) -> list[Item]:
        """Open items that are late at these dates and were not before."""
        zone = self.after.zone
        return [
            change.item
            for change in self.of("moved", "new")
            if change.item.card.kind == "task"
            and not change.item.state.is_closed
            and change.item.last_day(zone) < today
            and (change.was is None or _last_day(change.was, self.before) >= today)
        ]

    def dropped(self) -> dict[str, dict[str, Any]]:
        """What leaves the plan, as the log keeps it for the calendar."""
        items = {
            change.item.id: {
                **dates(change.item),
                "title": _titled(change.item)._asdict(),
                "roles": list(change.item.card.roles),
                "phase": change.item.card.phase,
            }
            for change in self.of("dropped")
        }
        anchors = {
            f"anchor.{anchor.id}": {
                "start": anchor.was.start.isoformat(),
                "end": (anchor.was.end or anchor.was.start).isoformat(),
                "title": anchor.title._asdict(),
            }
            for anchor in self.anchors
            if anchor.was is not None and anchor.now is None
        }
        return items | anchors


def compare(before: Version, after: Version) -> Comparison:
    """What the second state does differently, in the order of the dates it gives."""
    old = {item.id: item for item in before.placed.items}
    rules = {item.id: _reach(item) for item in before.raw.items}
    changes = list(_changes(old, rules, after))
    kept = {item.id for item in after.placed.items}
    gone = [Change("dropped", item, _reach(item), None) for item in old.values() if item.id not in kept]
    return Comparison(before.placed, after.placed, (*changes, *gone), tuple(_anchors(before.placed, after.placed)))


def _changes(old: dict[str, Item], rules: dict[str, Reach], after: Version) -> Iterator[Change]:
    new_rules = {item.id: _reach(item) for item in after.raw.items}
    for item in after.placed.items:
        was, now = old.get(item.id), _reach(item)
        if was is None:
            yield Change("new", item, None, now)
        elif _reach(was) != now:
            yield Change("moved", item, _reach(was), now)
        elif rules.get(item.id) != new_rules[item.id]:
            yield from _kept(item, now)


def _kept(item: Item, now: Reach) -> Iterator[Change]:
    """An item that stays although its rule gives another date."""
    if item.state.is_closed:
        yield Change("skipped" if item.state.status == "skipped" else "done", item, now, now)
    elif item.state.is_pinned:
        yield Change("pinned", item, now, now)


def _anchors(before: Plan, after: Plan) -> Iterator[AnchorChange]:
    was = {anchor.id: anchor for anchor in before.anchors}
    now = {anchor.id: anchor for anchor in after.anchors}
    for name, anchor in (was | now).items():
        old, new = was.get(name), now.get(name)
        if old is None or new is None or old.reach != new.reach:
            yield AnchorChange(name, anchor.title, old.reach if old else None, new.reach if new else None)


def _reach(item: Item) -> Reach:
    return Reach(item.start, item.end)


def _last_day(reach: Reach, plan: Plan) -> date:
    return last_day(reach.start, reach.end, plan.zone) if reach.end is not None else date.max


def _distance(was: Stamp, now: Stamp) -> timedelta:
    """Days between two stamps; hours where both are moments of one day."""
    if isinstance(was, datetime) and isinstance(now, datetime) and was.date() == now.date():
        return now - was
    return _day(now) - _day(was)


def _day(stamp: Stamp) -> date:
    return stamp.date() if isinstance(stamp, datetime) else stamp


def _titled(item: Item) -> Text:
    """The title with which of its repeats it is."""
    title, label = item.card.title, item.label
    return Text(*(f"{title.of(lang)} · {label.of(lang)}" for lang in ("zh", "en"))) if label else title
