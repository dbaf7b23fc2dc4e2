"""The plan: a playbook on the calendar. Plain data, written and read back without pydantic."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from promoplan.errors import Problem
from promoplan.model.progress import OPEN, State
from promoplan.rules.stamp import Reach, Stamp, Steps, day_of, last_day
from promoplan.text import Text
from promoplan.workdays import Worked

Origin = Literal["given", "official", "assumed"]
Kind = Literal["task", "standing"]


class AnchorDate(NamedTuple):
    """A named moment or window of this plan and how its date is known."""

    id: str
    title: Text
    at: Stamp
    origin: Origin
    source: str = ""
    end: Stamp | None = None
    """Where a window ends; a moment has no end."""

    @property
    def reach(self) -> Reach:
        return Reach(self.at, self.last)

    @property
    def last(self) -> Stamp:
        """Where it is over."""
        return self.at if self.end is None else self.end


class PhaseSpan(NamedTuple):
    """A phase of this plan; no end means open."""

    id: str
    title: Text
    start: Stamp
    end: Stamp | None
    goal: Text | None = None
    inside: str | None = None
    gate: tuple[str, ...] = ()
    note: Text | None = None

    def last_day(self, zone: ZoneInfo) -> date:
        """The last day of the phase; the far end of the calendar when it is open."""
        return last_day(self.start, self.end, zone) if self.end is not None else date.max


class Dropped(NamedTuple):
    """A task, phase or anchor that this plan leaves out: for want of an anchor or of a
    platform feature, or because a condition is false."""

    id: str
    title: Text
    kind: Literal["anchor", "phase", "task"]
    cause: Literal["anchor", "phase", "condition", "feature", "over"]
    because: str


class Quantity(NamedTuple):
    """How much of something a task takes; `high` is set for a range."""

    title: Text
    low: float
    high: float | None = None
    unit: Text | None = None
    per: Text | None = None


class FigureValue(NamedTuple):
    """A target, worked out."""

    id: str
    title: Text
    value: float
    unit: Text | None
    formula: str
    note: Text | None = None


class RedlineNote(NamedTuple):
    """What a plan tells of a red line: enough to warn of it, and to name the lawful way."""

    id: str
    title: Text
    lawful: Text
    phases: tuple[str, ...] = ()
    """When people are tempted."""


@dataclass(frozen=True, slots=True)
class Card:
    """What every item of a task has in common: the words of the recipe."""

    task: str
    title: Text
    kind: Kind
    phase: str
    board: str
    roles: tuple[str, ...]
    why: Text | None = None
    effort: str | None = None
    trigger: Text | None = None
    within: str | None = None
    needs: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    tools: tuple[Text, ...] = ()
    checklist: tuple[Text, ...] = ()
    segments: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    note: Text | None = None
    source: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A task put on the calendar; `start` and `end` are both included, no end means open."""

    card: Card
    key: str | None
    start: Stamp
    end: Stamp | None
    label: Text | None = None
    """Which of its repeats: a shift, a peak."""
    amounts: tuple[Quantity, ...] = ()
    steps: Steps = ()
    state: State = OPEN
    """Where it stands; a plan by itself knows of no progress."""

    @property
    def id(self) -> str:
        """`task` or `task@key`; the same after every move of the event."""
        return f"{self.card.task}@{self.key}" if self.key else self.card.task

    def first_day(self, zone: ZoneInfo) -> date:
        return day_of(self.start, zone)

    def last_day(self, zone: ZoneInfo) -> date:
        """The day the item is due; the far end of the calendar when it is open."""
        return last_day(self.start, self.end, zone) if self.end is not None else date.max


@dataclass(frozen=True)
class Plan:
    """All items of one playbook at one set of dates, in the order of time."""

    playbook: str
    version: str
    title: Text
    zone: ZoneInfo
    event: date
    event_title: Text
    anchors: tuple[AnchorDate, ...]
    phases: tuple[PhaseSpan, ...]
    items: tuple[Item, ...]
    roles: Mapping[str, Text]
    boards: Mapping[str, Text]
    names: Mapping[str, Text]
    """Titles of segments, metrics, features, scripts and sources, by `kind:id`."""
    figures: tuple[FigureValue, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    problems: tuple[Problem, ...] = ()
    holidays: Mapping[date, Text] = field(default_factory=dict)
    makeup: frozenset[date] = frozenset()
    """Weekend days that are worked."""
    redlines: tuple[RedlineNote, ...] = ()
    event_origin: Origin = "given"
    formerly: Mapping[str, str] = field(default_factory=dict)
    """Ids of before with those of today."""

    def card(self, task: str) -> Card | None:
        return next((item.card for item in self.items if item.card.task == task), None)

    def phase(self, name: str) -> PhaseSpan | None:
        return next((phase for phase in self.phases if phase.id == name), None)

    @cached_property
    def worked(self) -> Worked:
        """Counts the days on which somebody is at work."""
        return Worked(self.holidays, self.makeup)

    def is_rest(self, day: date) -> bool:
        """Whether nobody is at work: a weekend that is not worked, or a public holiday."""
        return day in self.holidays or (day.weekday() >= 5 and day not in self.makeup)
