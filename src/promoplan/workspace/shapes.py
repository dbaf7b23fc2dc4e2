"""Whether a line of the log says what an event must say: what `fold` and the views may then rely on."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from promoplan.model.progress import KEYS, LOG_FORMAT

EVENT = "D"
"""The key of the event's own date, beside those of the anchors."""

NEEDED = ("id", "at", "by", "batch", "type")
DIGITS = 9
"""Digits of the number of a checklist line, at most."""


def is_event(value: object) -> bool:
    """Whether a JSON value has what every event must have, of the right kinds. A later format is its own affair."""
    if not isinstance(value, dict) or not isinstance(value.get("v"), int):
        return False
    for key in NEEDED:
        if not isinstance(value.get(key), str):
            return False
    if value["v"] > LOG_FORMAT:
        return True
    return (
        _is_counted(value)
        and _is_moment(value["at"])
        and _fits(value)
        and _is_keyed(value)
        and _moves(value)
        and _says(value)
    )


def _is_counted(event: Mapping[str, Any]) -> bool:
    """The counter of its log; events of before have none."""
    number = event.get("n", 0)
    return type(number) is int and 0 <= number < 10**15


def _is_moment(text: str) -> bool:
    """A moment with its offset, of a year that any zone can show."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return moment.tzinfo is not None and date.min.year < moment.year < date.max.year


def _fits(event: Mapping[str, Any]) -> bool:
    """A key of the kind that its type sets; a type that we do not know may have any."""
    kind, key = KEYS.get(event["type"]), event.get("key", "")
    return kind is None or (isinstance(key, str) and key.partition(":")[0] == kind)


def _is_keyed(event: Mapping[str, Any]) -> bool:
    """A key, the events that it replaces, and a value that fits the key; or none of them."""
    if "key" not in event:
        return True
    key, after = event["key"], event.get("after")
    if not isinstance(key, str) or not _strings(after) or not _strings(event.get("beside", [])):
        return False
    kind, _, name = key.partition(":")
    return VALUES[kind](event.get("value"), name) if kind in VALUES else True


def _moves(event: Mapping[str, Any]) -> bool:
    """Items whose dates changed by it, and those that it took out of the plan."""
    if "renewed" in event and not _strings(event["renewed"]):
        return False
    if "touched" not in event and "dropped" not in event:
        return True
    dropped = event.get("dropped", {})
    return _strings(event.get("touched", [])) and isinstance(dropped, dict) and all(map(_leaves, dropped.items()))


def _leaves(dropped: tuple[str, object]) -> bool:
    """An item that leaves the plan: its name, which calendars take over, and its dates."""
    return _is_text(dropped[0]) and _dated(dropped[1])


def _says(event: Mapping[str, Any]) -> bool:
    """What the types without a key need."""
    if event["type"] == "noted":
        return isinstance(event.get("item"), str) and isinstance(event.get("value"), str)
    return event["type"] != "undone" or isinstance(event.get("value"), str)


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _stamp(value: object) -> bool:
    """A whole day, or a moment with its offset, of a year that any zone can show."""
    return isinstance(value, str) and _is_stamp(value)


@lru_cache(4096)  # the same few days stand in thousands of lines
def _is_stamp(text: str) -> bool:
    try:
        moment = None if len(text) == 10 else datetime.fromisoformat(text)
        day = moment or date.fromisoformat(text)
    except ValueError:
        return False
    return date.min.year < day.year < date.max.year and (moment is None or moment.tzinfo is not None)


def _dated(value: object) -> bool:
    """Dates of an item: a start, and an end that may be open."""
    if not isinstance(value, dict) or "end" not in value or not _stamp(value.get("start")):
        return False
    return value["end"] is None or _stamp(value["end"])


def _status(value: object, _name: str) -> bool:
    """A note, and the dates the item had; both may be left out."""
    if value is None:
        return True
    if not isinstance(value, dict) or not isinstance(value.get("note", ""), str):
        return False
    return _dated(value) if value.get("start") is not None else value.get("end") is None


def _move(value: object, name: str) -> bool:
    """Where to and from where; the event itself moves to a whole day."""
    if not isinstance(value, dict) or not isinstance(value.get("to"), str) or not isinstance(value.get("base"), str):
        return False
    if not all(_is_text(text) and all(map(_is_near, text.split(".."))) for text in (value["to"], value["base"])):
        return False
    return name != EVENT or (len(value["to"]) == 10 and _stamp(value["to"]))


def _gate(value: object, _name: str) -> bool:
    return isinstance(value, dict) and isinstance(value.get("reason"), str) and _strings(value.get("missing", []))


def _files(value: object, name: str) -> bool:
    """Which snapshot of the files it was and is, and the keys that items keep."""
    if not isinstance(value, dict) or name or not isinstance(value.get("keys"), dict):
        return False
    words = [value.get("files"), value.get("was"), *value["keys"], *value["keys"].values()]
    return all(isinstance(word, str) and _is_text(word) for word in words)


def _is_text(text: str) -> bool:
    """Whether it can be written as UTF-8; JSON's escapes can also say halves of characters."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def _is_near(text: str) -> bool:
    """Whether a text that is a date or a moment is of a year that any zone can show."""
    try:
        return date.min.year < datetime.fromisoformat(text.strip()).year < date.max.year
    except ValueError:
        return True


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= DIGITS


VALUES: Mapping[str, Callable[[object, str], bool]] = {
    "item": _status,
    "check": lambda value, name: isinstance(value, bool) and _is_number(name.rpartition(":")[2]),
    "tick": lambda value, name: isinstance(value, bool) and _is_number(name.partition(":")[2].partition(":")[0]),
    "who": lambda value, _: _strings(value),
    "date": _move,
    "pin": lambda value, _: value is None or _dated(value),
    "gate": _gate,
    "files": _files,
    "archive": lambda value, name: isinstance(value, bool) and not name,
}
"""What the value of each kind of key must be."""
