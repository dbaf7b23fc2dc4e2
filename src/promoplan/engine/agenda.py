"""What a day asks of a team: late, due, under way, standing rules, soon."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from promoplan.model.plan import Item, PhaseSpan, Plan
from promoplan.rules.stamp import day_of, opening

SOON = 3
"""Days ahead that `today` looks."""


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

    def is_empty(self) -> bool:
        return not (self.overdue or self.due or self.under_way or self.standing or self.soon)

    def items(self) -> tuple[Item, ...]:
        return (*self.overdue, *self.due, *self.under_way, *self.standing, *self.soon)


def agenda(plan: Plan, items: Iterable[Item], day: date) -> Agenda:
    """Sort open items into what they mean on a day."""
    groups: dict[str, list[Item]] = {name: [] for name in ("overdue", "due", "under_way", "standing", "soon", "")}
    for item in items:
        groups[_group(item, plan, day)].append(item)
    groups["due"].sort(key=lambda item: opening(item.start, plan.zone))
    return Agenda(
        day=day,
        to_go=(plan.event - day).days,
        phases=current_phases(plan, day),
        overdue=tuple(groups["overdue"]),
        due=tuple(groups["due"]),
        under_way=tuple(groups["under_way"]),
        standing=tuple(groups["standing"]),
        soon=tuple(groups["soon"]),
        is_over=day > last_day(plan),
    )


def _group(item: Item, plan: Plan, day: date) -> str:
    first, last = item.first_day(plan.zone), item.last_day(plan.zone)
    if item.card.kind == "standing":
        return "standing" if first <= day <= last else ""
    if last < day:
        return "overdue"
    if last == day:
        return "due"
    if first <= day:
        return "under_way"
    return "soon" if first <= day + timedelta(days=SOON) else ""


def current_phases(plan: Plan, day: date) -> tuple[PhaseSpan, ...]:
    """The phases of a day that hold no other phase of that day."""
    here = [phase for phase in plan.phases if _covers(phase, plan, day)]
    outer = {phase.inside for phase in here}
    return tuple(phase for phase in here if phase.id not in outer)


def _covers(phase: PhaseSpan, plan: Plan, day: date) -> bool:
    return day_of(phase.start, plan.zone) <= day <= phase.last_day(plan.zone)


def last_day(plan: Plan) -> date:
    """The last day that anything with an end is planned for, the event included."""
    ends = [item.last_day(plan.zone) for item in plan.items if item.end is not None]
    return max([plan.event, *ends])
