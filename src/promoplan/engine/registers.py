"""The log as a set of registers: which events still stand, and which stand side by side and say different things."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from promoplan.model.progress import LOG_FORMAT, Event

Heads = Mapping[str, list[Event]]
"""For each key the events that nothing has replaced."""

MEANING: Mapping[str, Callable[[Event], Any]] = {
    "item": lambda event: event["type"],
    "date": lambda event: event["value"]["to"],
    "pin": lambda event: event.get("value"),
    "who": lambda event: event["value"],
}
"""What two events of a key must agree in. Of ticks, gates and archiving either one will do."""


def meaning(event: Event) -> tuple[str, Any]:
    """What an event says of its key; two with the same meaning agree."""
    kind = event["key"].partition(":")[0]
    said = MEANING.get(kind)
    return kind, said(event) if said else event.get("value")


def unique_events(events: Iterable[Event]) -> tuple[list[Event], frozenset[str]]:
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


def undos(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event["type"] == "undone"]


def undone_batches(taken_back: Iterable[Event]) -> set[str]:
    """The commands that were taken back: an undo that was itself taken back no longer counts. Without recursion."""
    undoers: dict[str, list[str]] = defaultdict(list)
    for undo in taken_back:
        undoers[undo["value"]].append(undo["batch"])
    gone: dict[str, bool] = {}
    for first in sorted(undoers):
        stack, known = [first], {first}
        while stack:
            batch = stack[-1]
            waiting = [undo for undo in sorted(undoers.get(batch, ())) if undo not in gone and undo not in known]
            if waiting:
                stack += waiting
                known.update(waiting)
                continue
            stack.pop()
            gone[batch] = any(not gone.get(undo, False) for undo in undoers.get(batch, ()))
    return {batch for batch, is_gone in gone.items() if is_gone}


def roots(undoes: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """For each undo the command it is about in the end, none in a circle, and how many undos lead there."""
    found: dict[str, tuple[str, int]] = {}
    for undo in undoes:
        chain: dict[str, None] = {}
        batch = undo
        while batch in undoes and batch not in found and batch not in chain:
            chain[batch] = None
            batch = undoes[batch]
        root, steps = ("", 0) if batch in chain else found.get(batch, (batch, 0))
        for each in reversed(chain):
            steps += 1
            found[each] = (root, steps)
    return found


def heads_of(events: Iterable[Event]) -> dict[str, list[Event]]:
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


Order = tuple[str, int, str]


def order(event: Event) -> Order:
    """By time; within a second as it was written, by the log's counter, which old events have none of."""
    return event["at"], event.get("n", 0), event["id"]


def last(standing: list[Event]) -> Event:
    return max(standing, key=order) if len(standing) > 1 else standing[0]


def clashes(heads: Heads) -> dict[str, tuple[Event, ...]]:
    """Keys on which people who did not know of each other said different things: what holds, then what differs.

    Of an item's deeds the first one holds; of dates, pins and people what was said last.
    """
    found = {}
    for key, standing in heads.items():
        kind = key.partition(":")[0]
        if len(standing) > 1 and kind in MEANING:
            meaning = MEANING[kind]
            first, *rest = sorted(standing, key=order, reverse=kind != "item")
            others = [event for event in rest if meaning(event) != meaning(first)]
            if others:
                found[key] = (first, *others)
    return dict(sorted(found.items()))
