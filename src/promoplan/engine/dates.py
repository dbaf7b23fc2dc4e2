"""The dates of one plan while they are being found: what rules may ask, each answer remembered."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from promoplan.errors import Path, Problem
from promoplan.model.options import Options, Value
from promoplan.model.playbook import Anchor, Phase, Playbook, Task
from promoplan.rules import condition
from promoplan.rules.base import Missing, NoDate, Rule, Slot
from promoplan.rules.point import EVENT, MONTH
from promoplan.rules.stamp import FIRST_YEAR, LAST_YEAR, Reach, closing, day_of, instant, last_day, opening
from promoplan.workdays import Workdays

SHOWN = 8
"""Repeats that a warning names."""

FURTHEST = 100
"""Years: chains of shifts that lead further from the years a person may write lead nowhere."""


class Part(NamedTuple):
    """An anchor, a phase or a task of a playbook: what gets dates."""

    id: str
    kind: Literal["anchor", "phase", "task"]
    entity: Anchor | Phase | Task
    path: Path
    inside: str | None = None
    """The phase it belongs to."""
    condition: str | None = None

    @property
    def rule(self) -> Rule | None:
        """What gives its dates; a task without a rule has those of its phase."""
        return self.entity.at if isinstance(self.entity, Anchor) else self.entity.when


def parts(playbook: Playbook) -> Iterator[Part]:
    """Everything that gets dates, in the order of the file."""
    for name, anchor in playbook.anchors.items():
        yield Part(name, "anchor", anchor, ("anchors", name, "at"), None, anchor.condition)
    for number, phase in enumerate(playbook.phases):
        yield Part(phase.id, "phase", phase, ("phases", number, "when"), phase.inside, phase.condition)
    for number, task in enumerate(playbook.tasks):
        yield Part(task.id, "task", task, ("tasks", number, "when"), task.phase, task.condition)


@dataclass
class Calendar:
    """What is known so far; rules see it through an `Owner`."""

    playbook: Playbook
    options: Options
    zone: ZoneInfo
    workdays: Workdays
    inputs: Mapping[str, Value]
    problems: list[Problem] = field(default_factory=list)
    reaches: dict[str, Reach] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)

    def reach(self, name: str) -> Reach:
        """When `name` is; raises `Missing` when it is left out, `NoDate` when there is no such name."""
        event = self.options.event
        if name == EVENT:
            return Reach(event, event)
        if name == MONTH:
            return Reach(event.replace(day=1), event.replace(day=monthrange(event.year, event.month)[1]))
        if name in self.missing:
            raise Missing(name)
        if name not in self.reaches:
            raise NoDate("unknown-anchor", name=name)
        return self.reaches[name]

    def remember(self, name: str, slots: list[Slot]) -> None:
        """From the first start to the last end; open when one of them is. Raises `NoDate` for another century."""
        ends = [slot.end for slot in slots if slot.end is not None]
        first = min((slot.start for slot in slots), key=lambda stamp: instant(opening(stamp, self.zone)))
        last = max(ends, key=lambda stamp: instant(closing(stamp, self.zone))) if len(ends) == len(slots) else None
        if first.year < FIRST_YEAR - FURTHEST or (last or first).year > LAST_YEAR + FURTHEST:
            raise NoDate("date-out-of-range")
        self.reaches[name] = Reach(first, last)
        self.reaches |= {f"{name}@{slot.key}": Reach(slot.start, slot.end) for slot in slots if slot.key}

    def days(self, name: str) -> float:
        """How many days a name lasts, none when this plan has none of it; raises `NoDate` on an open end."""
        if name in self.missing:
            return 0.0
        start, end = self.reach(name)
        if end is None:
            raise NoDate("open-end", name=name)
        return float((last_day(start, end, self.zone) - day_of(start, self.zone)).days + 1)

    def holds(self, text: str | None) -> bool:
        """Whether a condition is true of the inputs and of the anchors that are held."""
        if text is None:
            return True
        held: dict[str, Value] = {name: name in self.reaches for name in self.playbook.anchors}
        return condition.holds(condition.parse(text), {**held, **self.inputs})


@dataclass(frozen=True, slots=True)
class Owner:
    """The calendar as the rule of one part sees it."""

    calendar: Calendar
    part: Part

    @property
    def zone(self) -> ZoneInfo:
        return self.calendar.zone

    @property
    def workdays(self) -> Workdays:
        return self.calendar.workdays

    @property
    def event(self) -> date:
        return self.calendar.options.event

    def reach(self, name: str) -> Reach:
        """As the calendar knows it; of one repeat that this plan does not have it says so, and that it is missing."""
        task, sign, _ = name.partition("@")
        if sign and task in self.calendar.reaches and name not in self.calendar.reaches:
            known = [each for each in self.calendar.reaches if each.startswith(f"{task}@")]
            self.warn("no-occurrence", other=name, known=", ".join(known[:SHOWN]) or "-")
            raise Missing(name)
        return self.calendar.reach(name)

    def home(self) -> Reach:
        return self.calendar.reach(self.part.inside or EVENT)

    def holds(self, condition: str) -> bool:
        return self.calendar.holds(condition)

    def warn(self, code: str, **args: Any) -> None:
        self.calendar.problems.append(Problem(code, {"name": self.part.id, **args}, self.part.path))
