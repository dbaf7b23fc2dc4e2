"""Events of several logs in the order in which they were written, whichever machine wrote them.

Each event carries a counter, `n`: milliseconds, or one more than any that its writer had seen. So it follows
what its writer knew whatever the clocks say, and events of machines that had not met yet stand by time.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from promoplan.model.progress import Event

FAR = 10**14
"""A counter beyond the year 5000 comes of damage; it is not counted on from."""


def merged(logs: Sequence[list[Event]]) -> list[Event]:
    """The events of all logs; one that stands in several is there once, unless they differ. Old ones in file order."""
    if len(logs) == 1 and not any("n" in event for event in logs[0]):
        return logs[0]
    found: list[tuple[int, str, Event]] = []
    for events in logs:
        found += _placed(events)
    found.sort(key=lambda each: each[:2])
    return list(_once(each[2] for each in found)) if len(logs) > 1 else [each[2] for each in found]


def _placed(events: Iterable[Event]) -> Iterable[tuple[int, str, Event]]:
    """Each with its counter; one without stands where its log has it, at the latest time up to there."""
    latest = 0
    for event in events:
        number = event.get("n")
        if type(number) is int:
            yield number, event["id"], event
        else:
            latest = max(latest, _counter(event))
            yield latest, "", event


def _once(events: Iterable[Event]) -> Iterable[Event]:
    seen: dict[str, Event] = {}
    for event in events:
        if seen.setdefault(event["id"], event) is event or seen[event["id"]] != event:
            yield event


def moment(at: str) -> int:
    """Milliseconds of a stamp as the log has it; nothing for what is none."""
    try:
        return int(datetime.fromisoformat(at).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        return 0


def numbered(events: list[Event], before: Iterable[Event]) -> list[Event]:
    """The events with counters beyond all that were there before."""
    if not events:
        return []
    latest = max((number for event in before if (number := _counter(event)) < FAR), default=0)
    first = max(latest + 1, moment(events[0]["at"]))
    return [{**event, "n": first + more} for more, event in enumerate(events)]


def _counter(event: Event) -> int:
    """Of an event without one, the end of its second."""
    number: Any = event.get("n")
    return number if type(number) is int else moment(event["at"]) + 999
