"""The playbook: what an author writes, validated by pydantic, frozen.

`playbooks/README.md` explains each part by example; this is the format itself.
"""

from typing import Annotated, Any, Literal, Union

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool

from promoplan.model.fields import (
    BookId,
    Choice,
    Day,
    Expected,
    Id,
    Label,
    MonthDay,
    Name,
    OfficialStamp,
    Scalar,
    Zone,
)
from promoplan.rules.amounts import Duration
from promoplan.rules.base import OneOrMany, Strict, refuse
from promoplan.rules.condition import Condition
from promoplan.rules.formula import Formula
from promoplan.rules.moments import At
from promoplan.rules.texts import LineField, TextField, TextList, flat
from promoplan.rules.when import When
from promoplan.workdays import Roll

FORMAT = 1
"""The version of the format that this promoplan reads."""


def _format(value: Any) -> Any:
    if isinstance(value, bool) or value != FORMAT:
        refuse("unknown-format", text=str(value), format=FORMAT)
    return FORMAT


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Line = Annotated[str, AfterValidator(flat)]
"""A word or two on one line."""

Ids = Annotated[tuple[Line, ...], BeforeValidator(_listed), OneOrMany()]
"""One id or a list of them."""


Formerly = Annotated[tuple[Id, ...], BeforeValidator(_listed), OneOrMany()]
"""Ids that it had before: progress said of them is its own."""


class Source(Strict):
    """Where facts come from: a document of the trade, an official page."""

    title: LineField
    file: Line = ""
    url: Line = ""
    year: int | None = None


class Official(Strict):
    """What a platform announced for one year; `at: none` is a year without it."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    at: OfficialStamp
    source: Line
    note: TextField | None = None


class EventDay(Strict):
    """The event itself, day `D`."""

    title: LineField
    usual: MonthDay | None = Field(default=None, alias="date")
    """Its usual day of the year."""
    reference: Day
    """The event date the source was written for; `validate` expands the playbook there."""
    official: tuple[Official, ...] = ()


class Anchor(Strict):
    """A named moment or window that other dates hang on."""

    title: LineField
    at: At
    formerly: Formerly = ()
    optional: StrictBool = False
    condition: Condition | None = Field(default=None, alias="if")
    """Held only if this is true of the inputs and of the anchors above it."""
    official: tuple[Official, ...] = ()
    note: TextField | None = None


class Earlier(Strict):
    """What an input was by default for events before a year: a platform's rules are not those of ten years ago."""

    before: Annotated[int, Field(ge=2000, le=2100)]
    default: Scalar


class Input(Strict):
    """Something a team decides at `init`."""

    type: Literal["number", "integer", "money", "percent", "choice", "choices", "flag", "text"]
    title: LineField
    default: Scalar
    earlier: Earlier | None = None
    unit: LineField | None = None
    choices: Annotated[dict[Choice, LineField], Field(min_length=1)] | None = None
    low: float | None = Field(default=None, alias="min")
    high: float | None = Field(default=None, alias="max")
    note: TextField | None = None
    source: Ids = ()


class Figure(Strict):
    """A target worked out from inputs and earlier figures."""

    title: LineField
    formula: Formula
    unit: LineField | None = None
    round: Literal["none", "up", "down", "nearest"] = "none"
    note: TextField | None = None
    source: Ids = ()


class Segment(Strict):
    """A group of customers that tasks and scripts address."""

    title: LineField
    who: TextField
    note: TextField | None = None


class Metric(Strict):
    """A number the team watches."""

    title: LineField
    unit: LineField | None = None
    note: TextField | None = None


class Feature(Strict):
    """A platform feature that was announced before it was live."""

    title: LineField
    expected: Expected
    note: TextField | None = None
    """Then and now: what became of it, or that its current name must be checked."""
    source: Ids = ()


class Phase(Strict):
    """A span with a goal; may lie inside another phase, overlap the next or have an open end."""

    id: Id
    title: LineField
    when: When
    formerly: Formerly = ()
    goal: TextField | None = None
    inside: str | None = Field(default=None, alias="in")
    condition: Condition | None = Field(default=None, alias="if")
    gate: Ids = ()
    """Tasks that must be done, checklists complete, before the phase may start."""
    note: TextField | None = None
    source: Ids = ()


class Amount(Strict):
    """A quantity of a task: a number or formula, a range, or a ramp over its repeats."""

    title: LineField
    condition: Condition | None = Field(default=None, alias="if")
    value: Formula | None = None
    to: Formula | None = None
    """The upper end of a range."""
    ramp: tuple[Formula, Formula] | None = None
    """From the first repeat to the last, in even steps."""
    unit: LineField | None = None
    per: LineField | None = None


class Task(Strict):
    """A line of the recipe. A `standing` task is a rule for a time: when X happens, do Y within Z."""

    id: Id
    title: LineField
    kind: Literal["task", "standing"] = "task"
    phase: str
    board: str
    roles: Annotated[Ids, Field(min_length=1)]
    when: Union[When, None] = None  # noqa: UP007 - When is built from a table
    formerly: Formerly = ()
    condition: Condition | None = Field(default=None, alias="if")
    roll: Roll = "none"
    outside: StrictBool = False
    """May lie outside its phase."""
    why: TextField | None = None
    effort: Duration | None = None
    trigger: LineField | None = None
    within: Duration | None = None
    needs: Ids = ()
    features: Ids = ()
    tools: TextList = ()
    checklist: TextList = ()
    segments: Ids = ()
    scripts: Ids = ()
    metrics: Ids = ()
    amounts: tuple[Amount, ...] = ()
    avoids: Ids = ()
    """Red lines that lie near."""
    note: TextField | None = None
    source: Ids = ()


class Script(Strict):
    """A message ready to send, with {placeholders}."""

    title: LineField
    phase: str
    channel: LineField
    text: TextField
    segments: Ids = ()
    condition: Condition | None = Field(default=None, alias="if")
    note: TextField | None = None
    source: Ids = ()


class Merged(Strict):
    """Roles that one person of a small team fills: what falls to any of `roles` falls to `to`."""

    condition: Condition = Field(alias="if")
    roles: Annotated[Ids, Field(min_length=1)]
    to: str


class Redline(Strict):
    """A tactic that guides recommend and that is unlawful, deceptive or banned. Never a task."""

    title: LineField
    says: TextField
    """What the guides say."""
    why: TextField
    """Why not: the law or the platform rule, in general terms."""
    lawful: TextField
    """The lawful way to the same end."""
    instead: Annotated[Ids, Field(min_length=1)]
    """Tasks of this playbook that do it."""
    phases: Ids = ()
    """When people are tempted."""
    words: tuple[str, ...] = ()
    """Words that give the tactic away in a task's title."""
    source: Ids = ()


class Playbook(Strict):
    """The recipe, one YAML file."""

    format: Annotated[Literal[1], BeforeValidator(_format)]
    playbook: BookId
    version: Label
    title: LineField
    summary: TextField | None = None
    languages: tuple[Literal["zh", "en"], ...] = ()
    """The languages every text must have; a shipped playbook has both."""
    zone: Zone = "Asia/Shanghai"
    event: EventDay
    sources: dict[Id, Source] = Field(default_factory=dict)
    anchors: dict[Id, Anchor] = Field(default_factory=dict)
    inputs: dict[Name, Input] = Field(default_factory=dict)
    figures: dict[Name, Figure] = Field(default_factory=dict)
    blanks: dict[Name, LineField] = Field(default_factory=dict)
    """Placeholders of scripts that no input fills."""
    roles: Annotated[dict[Id, LineField], Field(min_length=1)]
    merged: tuple[Merged, ...] = ()
    boards: Annotated[dict[Id, LineField], Field(min_length=1)]
    segments: dict[Id, Segment] = Field(default_factory=dict)
    metrics: dict[Id, Metric] = Field(default_factory=dict)
    features: dict[Id, Feature] = Field(default_factory=dict)
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    tasks: Annotated[tuple[Task, ...], Field(min_length=1)]
    scripts: dict[Id, Script] = Field(default_factory=dict)
    redlines: dict[Id, Redline] = Field(default_factory=dict)
