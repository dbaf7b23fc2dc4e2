"""How a campaign stands on a day: counts by phase, role and board, and how far ahead of its plan or behind it is.

Only dated tasks count, and what was skipped is no longer part of the whole.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from promoplan.engine.agenda import last_day
from promoplan.engine.gates import Gate, gate
from promoplan.engine.lateness import days_late
from promoplan.engine.words import moment_of
from promoplan.model.plan import Item, PhaseSpan, Plan
from promoplan.model.progress import Progress
from promoplan.rules.stamp import opening
from promoplan.text import Text

Group = Literal["phase", "role", "board"]
GROUPS: tuple[Group, ...] = ("phase", "role", "board")

MOST_LATE = 3
POINTS = 24
"""Cells of a line over time."""


class Tally(NamedTuple):
    """The items of one phase, role or board, or of all."""

    id: str
    title: Text
    done: int
    open: int
    late: int
    """Of the open ones."""
    skipped: int

    @property
    def total(self) -> int:
        return self.done + self.open


class Burn(NamedTuple):
    """What is done, against what the plan wanted by now."""

    done: int
    planned: int
    """Due before today."""
    total: int
    days: int
    """Working days ahead; negative when behind."""
    first: date
    days_of: tuple[date, ...]
    """The last day of each stretch of the lines below."""
    wanted: tuple[int, ...]
    reached: tuple[int | None, ...]
    """Nothing for days to come."""


class Overview(NamedTuple):
    """All figures of `status`."""

    today: date
    whole: Tally
    groups: Mapping[Group, tuple[Tally, ...]]
    burn: Burn
    worst: tuple[tuple[Item, int], ...]
    """The latest open items, with their working days."""
    gate: Gate | None
    """Of the next phase that has one."""


def whole(plan: Plan, today: date) -> Tally:
    """The dated tasks of a plan, all together."""
    items = [item for item in plan.items if item.card.kind == "task"]
    return tally("", plan.title, items, {item.id: days for item in items if (days := days_late(item, plan, today))})


def overview(plan: Plan, progress: Progress, today: date) -> Overview:
    items = [item for item in plan.items if item.card.kind == "task"]
    late = {item.id: days for item in items if (days := days_late(item, plan, today))}
    worst = sorted((item for item in items if item.id in late), key=lambda item: -late[item.id])[:MOST_LATE]
    return Overview(
        today,
        tally("", plan.title, items, late),
        {group: tuple(tallies(plan, items, group, late)) for group in GROUPS},
        burn(plan, items, today),
        tuple((item, late[item.id]) for item in worst),
        next_gate(plan, progress, today),
    )


def tally(name: str, title: Text, items: Iterable[Item], late: Mapping[str, int]) -> Tally:
    items = list(items)
    counts = Counter(item.state.status for item in items)
    done, skipped = counts["done"], counts["skipped"]
    return Tally(name, title, done, len(items) - done - skipped, sum(item.id in late for item in items), skipped)


def done_of(items: Iterable[Item]) -> tuple[int, int]:
    """How many of the dated tasks are done, and of how many: what was skipped is no longer part of them."""
    counted = tally("", Text("", ""), (item for item in items if item.card.kind == "task"), {})
    return counted.done, counted.total


def tallies(plan: Plan, items: list[Item], group: Group, late: Mapping[str, int]) -> Iterable[Tally]:
    """One for each phase, role or board that has any dated task, in the playbook's order."""
    titles = {phase.id: phase.title for phase in plan.phases}
    if group != "phase":
        titles = dict(plan.roles if group == "role" else plan.boards)
    members = grouped(items, group)
    for name, title in titles.items():
        if name in members:
            yield tally(name, title, members[name], late)


def grouped(items: Iterable[Item], group: Group) -> Mapping[str, list[Item]]:
    """The items of each phase, role or board that has any."""
    found: dict[str, list[Item]] = {}
    for item in items:
        for name in dict.fromkeys(keys(item, group)):
            found.setdefault(name, []).append(item)
    return found


def keys(item: Item, group: Group) -> tuple[str, ...]:
    """What an item counts under: a task of two roles counts for both."""
    card = item.card
    return card.roles if group == "role" else (card.board if group == "board" else card.phase,)


def burn(plan: Plan, items: list[Item], today: date) -> Burn:
    """The plan's curve and ours; an item without an end is due on the plan's last day."""
    counted = [item for item in items if item.state.status != "skipped"]
    last = last_day(plan)
    due = sorted(min(item.last_day(plan.zone), last) for item in counted)
    done = sorted(_done_on(item, plan, today) for item in counted if item.state.status == "done")
    first = min([plan.event, *(item.first_day(plan.zone) for item in counted)])
    points = _points(first, last)
    return Burn(
        done=len(done),
        planned=bisect_left(due, today),
        total=len(counted),
        days=_days_ahead(due, len(done), plan, today),
        first=first,
        days_of=points,
        wanted=tuple(bisect_right(due, day) for day in points),
        reached=tuple(
            bisect_right(done, min(day, today)) if _begun(points, n, today) else None for n, day in enumerate(points)
        ),
    )


def _done_on(item: Item, plan: Plan, today: date) -> date:
    """The day it was ticked off; where a log tells no day, or one to come, today."""
    moment = moment_of(item.state.at, plan.zone)
    return min(moment.date(), today) if moment else today


def _points(first: date, last: date) -> tuple[date, ...]:
    """The last days of equal stretches from one day to another."""
    days = (last - first).days + 1
    count = min(POINTS, days)
    return tuple(first + timedelta(days=days * (n + 1) // count - 1) for n in range(count))


def _begun(points: tuple[date, ...], number: int, today: date) -> bool:
    """Whether a stretch has begun by today."""
    return number == 0 or points[number - 1] < today


def _days_ahead(due: list[date], done: int, plan: Plan, today: date) -> int:
    """Working days between today and the day on which the plan wanted as much as is done."""
    if done < bisect_left(due, today):
        return -max(plan.worked.between(due[done], today), 1)
    if done > bisect_right(due, today):
        return plan.worked.between(today, due[done - 1])
    return 0


def next_gate(plan: Plan, progress: Progress, today: date) -> Gate | None:
    """The gate of the next phase that begins today or later and has one."""
    coming = [phase for phase in plan.phases if phase.gate and _start(phase, plan) >= today]
    return gate(plan, min(coming, key=lambda phase: _start(phase, plan)), progress) if coming else None


def _start(phase: PhaseSpan, plan: Plan) -> date:
    return opening(phase.start, plan.zone).date()
