"""What a day asks of a team: late, due, under way, standing rules, soon."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from promoplan.engine.lateness import awaited
from promoplan.engine.words import moment_of
from promoplan.model.plan import Item, PhaseSpan, Plan, RedlineNote
from promoplan.rules.stamp import day_of, instant, opening

SOON = 3
"""Days ahead that `today` looks."""


class Awaited(NamedTuple):
    """An item of somebody else, and what of ours it waits for."""

    other: Item
    mine: tuple[Item, ...]


class Agenda(NamedTuple):
    """One day of a plan, each item in one group."""

    day: date
    to_go: int
    """Days to the event; negative afterwards."""
    phases: tuple[PhaseSpan, ...]
    """The innermost phases of the day."""
    overdue: tuple[Item, ...]
    due: tuple[Item, ...]
    under_way: tuple[Item, ...]
    standing: tuple[Item, ...]
    soon: tuple[Item, ...]
    is_over: bool
    """Everything dated lies behind."""
    redlines: tuple[RedlineNote, ...] = ()
    """Those that people are tempted by in these phases, nearest first."""
    done: tuple[Item, ...] = ()
    """Ticked off on that day."""
    awaited: tuple[Awaited, ...] = ()
    """Items of others that late ones of these hold up."""

    def is_empty(self) -> bool:
        return not (self.overdue or self.due or self.under_way or self.standing or self.soon)

    def items(self) -> tuple[Item, ...]:
        return (*self.overdue, *self.due, *self.under_way, *self.standing, *self.soon)


def agenda(plan: Plan, items: Iterable[Item], day: date) -> Agenda:
    """Sort open items into what they mean on a day."""
    groups: dict[str, list[Item]] = {name: [] for name in ("overdue", "due", "under_way", "standing", "soon", "")}
    items = list(items)
    for item in items:
        groups[_group(item, plan, day)].append(item)
    groups["due"].sort(key=lambda item: instant(opening(item.start, plan.zone)))
    phases = current_phases(plan, day)
    return Agenda(
        day=day,
        to_go=(plan.event - day).days,
        phases=phases,
        overdue=tuple(groups["overdue"]),
        due=tuple(groups["due"]),
        under_way=tuple(groups["under_way"]),
        standing=tuple(groups["standing"]),
        soon=tuple(groups["soon"]),
        is_over=day > last_day(plan),
        redlines=near_redlines(plan, phases, (*groups["due"], *groups["under_way"], *groups["standing"])),
        done=tuple(item for item in items if _done_on(item, plan, day)),
        awaited=_awaited(items, plan, day),
    )


def _group(item: Item, plan: Plan, day: date) -> str:
    first, last = item.first_day(plan.zone), item.last_day(plan.zone)
    if item.state.is_closed:
        return ""
    if item.card.kind == "standing":
        return "standing" if first <= day <= last else ""
    if last < day:
        return "overdue"
    if last == day:
        return "due"
    if first <= day:
        return "under_way"
    return "soon" if first <= day + timedelta(days=SOON) else ""


def _done_on(item: Item, plan: Plan, day: date) -> bool:
    moment = moment_of(item.state.at, plan.zone) if item.state.status == "done" else None
    return moment is not None and moment.date() == day


def _awaited(items: list[Item], plan: Plan, day: date) -> tuple[Awaited, ...]:
    """What others cannot go on with because of late items of these; without a choice everything is ours."""
    ours = {item.id for item in items}
    found: dict[str, Awaited] = {}
    for mine, others in awaited(items, plan, day):
        for other in others:
            if other.id not in ours:
                before = found.get(other.id, Awaited(other, ()))
                found[other.id] = Awaited(other, (*before.mine, mine))
    return tuple(found.values())


def current_phases(plan: Plan, day: date) -> tuple[PhaseSpan, ...]:
    """The phases of a day that hold no other phase of that day."""
    here = [phase for phase in plan.phases if _covers(phase, plan, day)]
    outer = {phase.inside for phase in here}
    return tuple(phase for phase in here if phase.id not in outer)


def _covers(phase: PhaseSpan, plan: Plan, day: date) -> bool:
    return day_of(phase.start, plan.zone) <= day <= phase.last_day(plan.zone)


def near_redlines(plan: Plan, phases: Iterable[PhaseSpan], items: Iterable[Item]) -> tuple[RedlineNote, ...]:
    """The red lines of these phases and of those around them, first the ones that the items avoid."""
    around: set[str] = set()
    for phase in phases:
        outer: PhaseSpan | None = phase
        while outer is not None and outer.id not in around:
            around.add(outer.id)
            outer = plan.phase(outer.inside) if outer.inside else None
    avoided = {name for item in items for name in item.card.avoids}
    found = (redline for redline in plan.redlines if not around.isdisjoint(redline.phases))
    return tuple(sorted(found, key=lambda redline: redline.id not in avoided))


def extent(plan: Plan) -> tuple[date, date]:
    """The first and the last day of a plan, the event included."""
    return min([plan.event, *(item.first_day(plan.zone) for item in plan.items)]), last_day(plan)


def last_day(plan: Plan) -> date:
    """The last day that anything with an end is planned for, the event included."""
    ends = [item.last_day(plan.zone) for item in plan.items if item.end is not None]
    return max([plan.event, *ends])
