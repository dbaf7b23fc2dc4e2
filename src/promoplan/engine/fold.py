"""`fold(events) -> Progress`: pure, tolerant, and the same for every order of the same events.

Each key (an item's status, a checklist line, a date …) is a register: an event replaces the ones it names in `after`.
What nothing has replaced stands. Two that stand side by side were said by people who did not know of each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from promoplan.model.progress import LOG_FORMAT, STATUSES, Event, Progress, State

KNOWN = frozenset(STATUSES) | {"checked", "noted", "assigned", "moved", "pinned", "archived", "gated", "undone"}

Heads = Mapping[str, list[Event]]


def fold(events: Iterable[Event]) -> Progress:
    """What the events come to. An event that stands in the log twice counts once; one of a later format only waits."""
    unique, later = _unique(events)
    gone = undone_batches(unique)
    active = [event for event in unique if event["batch"] not in gone] if gone else unique
    heads = _heads(active)
    by_kind: dict[str, dict[str, list[Event]]] = defaultdict(dict)
    for key, standing in heads.items():
        kind, _, name = key.partition(":")
        by_kind[kind][name] = standing
    states = {name: _state(standing) for name, standing in by_kind["item"].items()}
    assigned = {name: _last(standing) for name, standing in by_kind["who"].items()}
    return Progress(
        states=states,
        checked=_checked(by_kind["check"]),
        notes=_notes(active),
        people={name: tuple(event["value"]) for name, event in assigned.items()},
        bases={
            name: tuple(map(str, base))
            for name, event in assigned.items()
            if isinstance(base := event.get("base"), list)
        },
        dates={name: _last(standing)["value"] for name, standing in by_kind["date"].items()},
        pins={name: value for name, standing in by_kind["pin"].items() if (value := _last(standing).get("value"))},
        **_history(unique),
        gates={name: _last(standing) for name, standing in by_kind["gate"].items()},
        heads={key: tuple(sorted(event["id"] for event in standing)) for key, standing in heads.items()},
        conflicts=tuple(sorted(name for name, state in states.items() if state.others)),
        is_archived=bool(by_kind["archive"] and _last(by_kind["archive"][""])["value"]),
        unknown=(frozenset(event["type"] for event in unique) - KNOWN) | later,
    )


def _unique(events: Iterable[Event]) -> tuple[list[Event], frozenset[str]]:
    """Each event once, and the types of those that a later promoplan wrote in a format of its own."""
    found: dict[str, Event] = {}
    later: set[str] = set()
    for event in events:
        if event["v"] > LOG_FORMAT:
            later.add(event["type"])
        elif event["id"] not in found:
            found[event["id"]] = event
        elif event != found[event["id"]]:
            found[event["id"]] = max(event, found[event["id"]], key=repr)
    return list(found.values()), frozenset(later)


def undone_batches(events: Iterable[Event]) -> set[str]:
    """The commands that were taken back: an undo that was itself taken back no longer counts. Without recursion."""
    undoers: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if event["type"] == "undone":
            undoers[event["value"]].append(event["batch"])
    gone: dict[str, bool] = {}
    for root in sorted(undoers):
        stack = [root]
        while stack:
            batch = stack[-1]
            waiting = [undo for undo in sorted(undoers.get(batch, ())) if undo not in gone and undo not in stack]
            if waiting:
                stack += waiting
                continue
            stack.pop()
            gone[batch] = any(not gone.get(undo, False) for undo in undoers.get(batch, ()))
    return {batch for batch, is_gone in gone.items() if is_gone}


def _heads(events: Iterable[Event]) -> dict[str, list[Event]]:
    """For each key the events that no other replaces."""
    keyed = [event for event in events if event.get("key")]
    replaced: set[str] = set()
    for event in keyed:
        if event["after"]:
            replaced.update(event["after"])
    heads: dict[str, list[Event]] = {}
    for event in keyed:
        if event["id"] not in replaced:
            heads.setdefault(event["key"], []).append(event)
    return heads


def _order(event: Event) -> tuple[str, str]:
    return event["at"], event["id"]


def _last(standing: list[Event]) -> Event:
    return max(standing, key=_order) if len(standing) > 1 else standing[0]


def _state(standing: list[Event]) -> State:
    """Saying the same twice is saying it once, and the first time counts; saying different things is a conflict."""
    if len(standing) > 1:
        standing = sorted(standing, key=_order)
    first = standing[0]
    others = tuple(event for event in standing[1:] if event["type"] != first["type"])
    value = first.get("value") or {}
    return State(
        STATUSES.get(first["type"], "open"),
        first["at"],
        first["by"],
        value.get("note", ""),
        value.get("start"),
        value.get("end"),
        others,
    )


def _checked(lines: Heads) -> dict[str, frozenset[int]]:
    """Ticked lines by item; of a tick and an untick that did not know of each other the tick stands."""
    found: dict[str, set[int]] = defaultdict(set)
    for name, standing in lines.items():
        item, _, number = name.rpartition(":")
        if any(event["value"] for event in standing):
            found[item].add(int(number))
    return {item: frozenset(numbers) for item, numbers in found.items()}


def _notes(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event["type"] == "noted":
            found[event["item"]].append(event)
    return {item: tuple(sorted(notes, key=_order)) for item, notes in found.items()}


def _history(events: Iterable[Event]) -> dict[str, Any]:
    """What only ever grows, commands that were taken back included: how often dates changed, and when last."""
    shifts: dict[str, int] = defaultdict(int)
    revised: dict[str, str] = {}
    cancelled: dict[str, tuple[tuple[str, str], Mapping[str, Any]]] = {}
    for event in events:
        for item in event.get("touched", ()):
            shifts[item] += 1
            revised[item] = max(revised.get(item, ""), event["at"])
        for item, dates in event.get("dropped", {}).items():
            if item not in cancelled or cancelled[item][0] < _order(event):
                cancelled[item] = (_order(event), dates)
    return {
        "shifts": dict(shifts),
        "revised": revised,
        "cancelled": {item: dates for item, (_, dates) in cancelled.items()},
    }
