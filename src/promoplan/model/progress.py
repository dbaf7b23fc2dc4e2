"""What has happened to a plan: plain data, computed from the log by `engine.fold`.

An event is a JSON object, one a line of a log: `v` format, `id`, `at` UTC, `by` whom, `batch` one command,
`type` what happened, `key` what it sets, `value` to what, `after` the events it knew of and replaces.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple

Event = Mapping[str, Any]
Status = Literal["open", "started", "done", "skipped", "blocked"]

LOG_FORMAT: Final = 1

STATUSES: Final[Mapping[str, Status]] = {
    "done": "done",
    "started": "started",
    "skipped": "skipped",
    "blocked": "blocked",
    "reopened": "open",
}
"""What an event of each type makes of its item."""

KEYS: Final[Mapping[str, str]] = {
    **dict.fromkeys(STATUSES, "item"),
    "checked": "check",
    "ticked": "tick",
    "assigned": "who",
    "moved": "date",
    "pinned": "pin",
    "gated": "gate",
    "archived": "archive",
    "edited": "files",
    "noted": "",
    "undone": "",
}
"""What kind of key an event of each type sets; an event of any other type is of a later promoplan."""

CLOSED: Final = frozenset({"done", "skipped"})


class Tick(NamedTuple):
    """A ticked line of a checklist."""

    text: str
    which: int
    """Which of the lines with that text, from 1."""
    key: str
    """Of the log, which an untick sets."""
    beside: frozenset[str] = frozenset()
    """Digests of the other lines at the time: one that was there is not this one reworded."""


class State(NamedTuple):
    """Where one item stands, and who said so. Made for every item of every log, hence of the quickest kind."""

    status: Status = "open"
    at: str = ""
    by: str = ""
    note: str = ""
    start: str | None = None
    """The item's dates when it was closed: a later move does not touch them. ISO."""
    end: str | None = None
    others: tuple[Event, ...] = ()
    """Events that say otherwise and did not know of this one: a conflict for people to settle."""
    checked: frozenset[int] = frozenset()
    """Ticked lines of the checklist, from 1."""
    lost: tuple[str, ...] = ()
    """Texts of ticked lines that the checklist has no more."""
    notes: tuple[Event, ...] = ()
    people: tuple[str, ...] = ()
    """Who does it: named for the item, else for its task, else for its roles."""
    is_pinned: bool = False

    @property
    def is_closed(self) -> bool:
        return self.status in CLOSED


OPEN = State()


@dataclass(frozen=True)
class Progress:
    """Everything the log says, in no particular order of telling."""

    states: Mapping[str, State] = field(default_factory=dict)
    checked: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Ticks of old logs, which know a line by its number, from 1, until `ticks.with_texts` finds its text."""
    ticks: Mapping[str, tuple[Tick, ...]] = field(default_factory=dict)
    """The ticked checklist lines of each item, in no order."""
    notes: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who has a role or an item, where that was said after `init`."""
    bases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who had a role by `campaign.yaml` when `people` was said: a change there by hand since then wins."""
    dates: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Moved dates: `D` or an anchor → `{to, base}`."""
    pins: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Items whose dates were fixed by hand → `{start, end}`."""
    shifts: Mapping[str, int] = field(default_factory=dict)
    """How often an item's dates have been changed, back and forth all counted: the calendar's SEQUENCE."""
    revised: Mapping[str, str] = field(default_factory=dict)
    """When an item's dates, or who has it (`who:sales`, `who:item:poster`), were last changed, ISO UTC."""
    cancelled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Items that a move took out of the plan → `{start, end, title}`."""
    gates: Mapping[str, Event] = field(default_factory=dict)
    """Phases that were let begin before their gate was ready: the event, whose value has the `reason`."""
    heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each key the events that nothing has replaced; the next event of that key replaces these."""
    conflicts: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    """Keys on which people who did not know of each other said different things: what holds, then what differs."""
    files: str = ""
    """Which snapshot of the campaign's files the log last spoke of; nothing before the first edit by hand."""
    first_files: str = ""
    """Which one it was before the first edit."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Items that keep another key than their rule gives them since such an edit: id by the rule → id."""
    is_archived: bool = False
    unknown: frozenset[str] = frozenset()
    """Types of events that this promoplan does not know; they are kept."""

    def state(self, item: str) -> State:
        return self.states.get(item, OPEN)

    def is_disputed(self, key: str) -> bool:
        """Whether saying what holds once more settles something."""
        return key in self.conflicts
