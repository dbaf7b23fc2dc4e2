"""`fold(events) -> Progress`: pure, tolerant, and the same for every order of the same events.

Each key (an item's status, a checklist line, a date …) is a register: an event replaces the ones it names in `after`.
What nothing has replaced stands. Two that stand side by side were said by people who did not know of each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from promoplan.engine.registers import (
    Heads,
    Order,
    clashes,
    heads_of,
    last,
    order,
    roots,
    undone_batches,
    unique_events,
)
from promoplan.model.progress import KEYS, STATUSES, Event, Progress, State, Tick


def fold(events: Iterable[Event]) -> Progress:
    """What the events come to. An event that stands in the log twice counts once; one of a later format only waits."""
    unique, later = unique_events(events)
    by_type: dict[str, list[Event]] = defaultdict(list)
    for event in unique:
        by_type[event["type"]].append(event)
    gone = undone_batches(by_type["undone"])
    active = [event for event in unique if event["batch"] not in gone] if gone else unique
    heads = heads_of(active)
    by_kind: dict[str, dict[str, list[Event]]] = defaultdict(dict)
    for key, standing in heads.items():
        kind, _, name = key.partition(":")
        by_kind[kind][name] = standing
    conflicts = clashes(heads)
    states = {name: _state(standing, conflicts.get(f"item:{name}", ())) for name, standing in by_kind["item"].items()}
    assigned = {name: last(standing) for name, standing in by_kind["who"].items()}
    return Progress(
        states=states,
        checked=_checked(by_kind["check"]),
        ticks=_ticks(by_kind["tick"]),
        notes=_notes(event for event in by_type["noted"] if event["batch"] not in gone),
        people={name: tuple(event["value"]) for name, event in assigned.items()},
        bases={
            name: tuple(map(str, base))
            for name, event in assigned.items()
            if isinstance(base := event.get("base"), list)
        },
        dates={name: last(standing)["value"] for name, standing in by_kind["date"].items()},
        pins={name: value for name, standing in by_kind["pin"].items() if (value := last(standing).get("value"))},
        **_history(unique, _said(unique, by_type["undone"])),
        gates={name: last(standing) for name, standing in by_kind["gate"].items()},
        heads={key: _ids(standing) for key, standing in heads.items()},
        conflicts=conflicts,
        **_edits(by_type["edited"]),
        is_archived=bool(by_kind["archive"] and last(by_kind["archive"][""])["value"]),
        unknown=later.union(by_type.keys() - KEYS.keys()),
    )


def _ids(standing: list[Event]) -> tuple[str, ...]:
    """In one order whatever the file's; most keys have one event."""
    return (standing[0]["id"],) if len(standing) == 1 else tuple(sorted(event["id"] for event in standing))


def _state(standing: list[Event], clash: tuple[Event, ...]) -> State:
    """Saying the same twice is saying it once, and the first time counts; saying different things is a conflict."""
    first = min(standing, key=order) if len(standing) > 1 else standing[0]
    value = first.get("value") or {}
    return State(
        STATUSES.get(first["type"], "open"),
        first["at"],
        first["by"],
        value.get("note", ""),
        value.get("start"),
        value.get("end"),
        clash[1:],
    )


def _checked(lines: Heads) -> dict[str, frozenset[int]]:
    """Ticked lines by item; of a tick and an untick that did not know of each other the tick stands."""
    found: dict[str, set[int]] = defaultdict(set)
    for name, standing in lines.items():
        item, _, number = name.rpartition(":")
        if any(event["value"] for event in standing):
            found[item].add(int(number))
    return {item: frozenset(numbers) for item, numbers in found.items()}


def _ticks(lines: Heads) -> dict[str, tuple[Tick, ...]]:
    """The same for ticks that hang on the text: `ITEM:2:text` is the second line of that text."""
    found: dict[str, list[Tick]] = defaultdict(list)
    for name, standing in lines.items():
        ticked = [event for event in standing if event["value"]]
        if ticked:
            item, _, rest = name.partition(":")
            which, _, text = rest.partition(":")
            beside = frozenset(mark for event in ticked for mark in event.get("beside", ()))
            found[item].append(Tick(text, int(which), f"tick:{name}", beside))
    return {item: tuple(sorted(ticks, key=lambda tick: tick.key)) for item, ticks in found.items()}


def _notes(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event["item"]].append(event)
    return {item: tuple(sorted(notes, key=order)) for item, notes in found.items()}


def _said(events: Iterable[Event], undos: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Each key of people and of an item's status, and when it was said or taken back, undos of undos included."""
    keys: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if event["type"] in SHOWN and "key" in event:
            keys[event["batch"]].append(event["key"])
            yield event["key"], _written(event)
    undone = {undo["batch"]: undo for undo in undos}
    for batch, (root, _) in roots({batch: undo["value"] for batch, undo in undone.items()}).items():
        yield from ((key, undone[batch]["at"]) for key in keys.get(root, ()))


SHOWN = frozenset({*STATUSES, "assigned"})
"""Types of events that change what an entry of a calendar says."""


def _written(event: Event) -> str:
    """When a deed was written down, which may be after the day that it is told of."""
    wrote = event.get("wrote")
    return max(wrote, event["at"]) if isinstance(wrote, str) else str(event["at"])


def _edits(edits: list[Event]) -> dict[str, Any]:
    """Which state of the campaign's files the log last spoke of, and the keys that stay since."""
    if not edits:
        return {}
    value = last(edits)["value"]
    return {"files": value["files"], "first_files": min(edits, key=order)["value"]["was"], "keys": value["keys"]}


def _history(events: Iterable[Event], said: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """What only ever grows, commands that were taken back included: how often dates changed, and when last."""
    shifts: dict[str, int] = defaultdict(int)
    revised: dict[str, str] = {}
    cancelled: dict[str, tuple[Order, Mapping[str, Any]]] = {}
    for event in events:
        for item in event.get("touched", ()):
            shifts[item] += 1
            revised[item] = max(revised.get(item, ""), event["at"])
        for item in (*event.get("renewed", ()), *event.get("dropped", ())):
            revised[item] = max(revised.get(item, ""), event["at"])
        for item, dates in event.get("dropped", {}).items():
            if item not in cancelled or cancelled[item][0] < order(event):
                cancelled[item] = (order(event), dates)
    for key, at in said:
        revised[key] = max(revised.get(key, ""), at)
    return {
        "shifts": dict(shifts),
        "revised": revised,
        "cancelled": {item: dates for item, (_, dates) in cancelled.items()},
    }
