"""The commands of a log, in the order of the file: what each was made of, and whether it still counts."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from promoplan.engine.registers import meaning, roots, undone_batches, undos
from promoplan.errors import usage
from promoplan.model.progress import KEYS, LOG_FORMAT, Event

SHORTEST = 4
"""Characters of a command's id that are shown and asked for, at least."""
MOST = 8
"""Commands that are named where several could be meant, the last ones."""


class Entry(NamedTuple):
    """One command."""

    id: str
    at: str
    by: str
    events: tuple[Event, ...]
    is_gone: bool
    """It was taken back."""


class Story(NamedTuple):
    """All commands of a campaign, the last one written last, and how much of an id tells them apart."""

    by_id: Mapping[str, Entry]
    length: int
    roots: Mapping[str, tuple[str, int]]
    """For each undo the command it is about in the end, and how many undos lie between."""

    @property
    def entries(self) -> Iterable[Entry]:
        return self.by_id.values()

    def short(self, entry: Entry) -> str:
        return entry.id[: self.length]


def story(events: Iterable[Event]) -> Story:
    """The events by command; a line that stands twice counts once."""
    batches: dict[str, dict[str, Event]] = {}
    for event in events:
        batches.setdefault(event["batch"], {}).setdefault(event["id"], event)
    known = [event for found in batches.values() for event in found.values() if event["v"] <= LOG_FORMAT]
    gone = undone_batches(undos(known))
    by_id = {batch: _entry(batch, tuple(found.values()), batch in gone) for batch, found in batches.items()}
    length = SHORTEST
    while len({batch[:length] for batch in batches}) < len(batches):
        length += 1
    undoes = {entry.id: batch for entry in by_id.values() if (batch := _undoes(entry)) is not None}
    return Story(by_id, length, roots(undoes))


def _entry(batch: str, events: tuple[Event, ...], is_gone: bool) -> Entry:
    return Entry(batch, events[0]["at"], events[0]["by"], events, is_gone)


def undoable(told: Story, word: str | None) -> Entry:
    """The command to take back: the last one that counts, or the one of that id; raises PromoplanError."""
    if word is None:
        standing = [entry for entry in told.entries if not entry.is_gone and not _is_silent(entry)]
        if not standing:
            raise usage("nothing-to-undo")
        return _by_command(standing[-1], [told.short(entry) for entry in standing if not is_edit(entry)])
    wanted = word.strip().lower()
    exact = told.by_id.get(wanted)
    found = [exact] if exact else [entry for entry in told.entries if wanted and entry.id.startswith(wanted)]
    if len(found) != 1:
        raise usage("no-log-entry", [told.short(entry) for entry in found[-MOST:]], name=word)
    if found[0].is_gone:
        raise usage("already-undone", name=word)
    return _by_command(found[0], [])


def _by_command(entry: Entry, before: list[str]) -> Entry:
    """The command itself; raises PromoplanError for an edit by hand, which only a hand takes back."""
    if is_edit(entry):
        raise usage("edit-by-hand", before[-1:], name=entry.id)
    return entry


def is_edit(entry: Entry) -> bool:
    """Whether it notes that the campaign's files were edited by hand."""
    return any(event["type"] == "edited" for event in entry.events)


def seen(told: Story) -> list[Entry]:
    """The commands that people see: all but notes of edits that changed nothing in the plan."""
    return [entry for entry in told.entries if not _is_silent(entry)]


def _is_silent(entry: Entry) -> bool:
    """Whether it notes an edit that changed nothing that people see."""
    seen = ("touched", "dropped", "renewed")
    return is_edit(entry) and not any(event.get(name) for event in entry.events for name in seen)


def root(told: Story, entry: Entry) -> tuple[Entry | None, int]:
    """The command that an undo is about in the end, and how many undos lie between; nothing if it is not in the log."""
    batch, steps = told.roots.get(entry.id, (entry.id, 0))
    return told.by_id.get(batch), steps


def together(told: Story, target: Entry) -> list[str]:
    """What is taken back with a command: of undos every one that took back the same, so that it really comes back."""
    batch = _undoes(target)
    others = () if batch is None else (each for each in told.entries if not each.is_gone and _undoes(each) == batch)
    return [target.id, *(each.id for each in others if each.id != target.id)]


def echoes(told: Story, about: Entry, standing: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Who said the same as a command that was taken back, on keys where that stands now by their word."""
    meant = {event["key"]: event for event in about.events if event["v"] <= LOG_FORMAT and event.get("key")}
    wanted = {name for key in meant for name in standing.get(key, ())}
    return sorted(
        {
            event["by"]
            for entry in told.entries
            for event in entry.events
            if event["id"] in wanted and _same(event, meant.get(event.get("key", "")))
        }
    )


def _same(event: Event, other: Event | None) -> bool:
    return other is not None and meaning(event) == meaning(other)


def _undoes(entry: Entry) -> str | None:
    event = entry.events[0]
    is_undo = event["type"] == "undone" and event["v"] <= LOG_FORMAT
    return str(event["value"]) if is_undo else None


def items_of(told: Story, entry: Entry) -> set[str]:
    """The items that a command was about, those whose dates it changed included."""
    about, _ = root(told, entry)
    events = (*entry.events, *(about.events if about else ()))
    return {item for event in events for item in _items(event)}


def _items(event: Event) -> Iterable[str]:
    yield from about(event)
    if event["v"] <= LOG_FORMAT:
        yield from event.get("touched", ())


def about(event: Event) -> Iterable[str]:
    """The items that an event names; of people's names also tasks."""
    if event["v"] > LOG_FORMAT:
        return
    if event["type"] == "noted":
        yield event["item"]
    kind, _, name = event.get("key", "").partition(":")
    match kind:
        case "item" | "pin":
            yield name
        case "check":
            yield name.rpartition(":")[0]
        case "tick":
            yield name.partition(":")[0]
        case "who" if name.startswith("item:"):
            yield name.removeprefix("item:")


def by_type(entry: Entry) -> Mapping[str, list[Event]]:
    """A command's events by what they say; under no name those that this promoplan cannot read."""
    found: dict[str, list[Event]] = {}
    for event in entry.events:
        is_known = event["v"] <= LOG_FORMAT and KEYS.get(event["type"]) == event.get("key", "").partition(":")[0]
        found.setdefault(event["type"] if is_known else "", []).append(event)
    return found
