"""Making events: what a command writes to the log, each knowing which events it replaces."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from promoplan.engine.ticks import beside_of, lines_of
from promoplan.model.plan import Item
from promoplan.model.progress import LOG_FORMAT, Event, Progress


class Author(NamedTuple):
    """Who runs a command, when, and where its ids come from."""

    by: str
    at: datetime
    new_id: Callable[[], str]
    wrote: datetime | None = None
    """When it is written, where the deed is told of another day."""


class Command:
    """One command's events, which `undo` takes back together."""

    def __init__(self, author: Author, progress: Progress) -> None:
        self.author = author
        self.progress = progress
        self.batch = author.new_id()
        self.events: list[Event] = []

    def add(self, kind: str, key: str = "", value: Any = None, **more: Any) -> None:
        """An event of a type; with a key it replaces what stood there."""
        event: dict[str, Any] = {
            "v": LOG_FORMAT,
            "id": self.author.new_id(),
            "at": self.author.at.astimezone(UTC).isoformat(timespec="seconds"),
            "by": self.author.by,
            "batch": self.batch,
            "type": kind,
        }
        if self.author.wrote:
            event["wrote"] = self.author.wrote.astimezone(UTC).isoformat(timespec="seconds")
        if key:
            event |= {"key": key, "value": value, "after": list(self.progress.heads.get(key, ()))}
        elif value is not None:
            event["value"] = value
        self.events.append(event | more)

    def status(self, kind: str, items: Iterable[Item], note: str = "") -> None:
        """Close, start, block or reopen items, with the dates they have now."""
        for item in items:
            self.add(kind, f"item:{item.id}", dates(item) | ({"note": note} if note else {}))

    def note(self, item: Item, text: str) -> None:
        self.add("noted", value=text, item=item.id)

    def tick(self, item: Item, number: int) -> None:
        """A line of a checklist, counted from 1; the log knows it by its text."""
        lines = lines_of(item.card.checklist)
        text, which = lines[number - 1]
        beside = sorted(beside_of(lines, number))
        self.add("ticked", f"tick:{item.id}:{which}:{text}", value=True, **({"beside": beside} if beside else {}))

    def untick(self, key: str) -> None:
        """What says that a line is ticked, also by its number as in old logs."""
        self.add("ticked" if key.startswith("tick:") else "checked", key, value=False)

    def assign(self, name: str, people: Iterable[str], base: Iterable[str] | None = None) -> None:
        """Who has a role or an item; `base` is what the campaign's file said of the role at the time."""
        self.add("assigned", f"who:{name}", list(people), **({} if base is None else {"base": list(base)}))

    def pin(self, name: str, pin: Mapping[str, Any] | None) -> None:
        """Fix an item at dates; without dates, let it go where its rule puts it."""
        self.add("pinned", f"pin:{name}", dict(pin) if pin else None)

    def move(self, name: str, to: str, base: str) -> None:
        """Another date for the event (`D`) or an anchor; `base` is what the campaign's file said at the time."""
        self.add("moved", f"date:{name}", {"to": to, "base": base})

    def undo(self, batch: str) -> None:
        """Take back a whole command, which may itself have been an undo."""
        self.add("undone", value=batch)

    def gate(self, phase: str, reason: str, missing: Iterable[str]) -> None:
        """Let a phase begin although these items are missing."""
        self.add("gated", f"gate:{phase}", {"reason": reason, "missing": list(missing)})

    def edit(self, was: str, now: str, keys: Mapping[str, str]) -> None:
        """The campaign's files were edited by hand: which snapshot was told last, which one is now."""
        self.add("edited", "files:", {"was": was, "files": now, "keys": dict(keys)})

    def archive(self, *, archived: bool) -> None:
        self.add("archived", "archive:", archived)

    def tell_dates(
        self, touched: Iterable[str], dropped: Mapping[str, Mapping[str, Any]], renewed: Iterable[str] = ()
    ) -> None:
        """What the command does to the calendar, said once: which entries it changes, which leave the plan.

        Of those that are `renewed` only the text changes.
        """
        moved = list(touched)
        texts = [name for name in renewed if name not in moved and name not in dropped]
        told: dict[str, Any] = {"touched": moved, "dropped": dict(dropped), "renewed": texts}
        self.events[0] = {**self.events[0], **{key: value for key, value in told.items() if value}}


def dates(item: Item) -> dict[str, Any]:
    """An item's dates as the log writes them."""
    return {"start": item.start.isoformat(), "end": item.end.isoformat() if item.end is not None else None}
