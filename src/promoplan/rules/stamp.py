"""A stamp is a point of a plan: a whole day (`date`) or a moment (aware `datetime`).

Whole days float: 11-11 is 11-11 for every reader. Moments have a zone.
"""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple, TypeGuard
from zoneinfo import ZoneInfo

from promoplan.workdays import Workdays

Stamp = date | datetime

DAY = timedelta(days=1)
LAST_SECOND = time(23, 59, 59)
"""Platforms write inclusive ends: "ends 23:59:59"."""


class Step(NamedTuple):
    """One step on the way to a date: `kind` says what happened, `stamp` is where that led."""

    kind: str
    stamp: Stamp | None = None
    args: tuple[Any, ...] = ()


Steps = tuple[Step, ...]


class Reach(NamedTuple):
    """From the first to the last stamp, both included; no end means open."""

    start: Stamp
    end: Stamp | None


def is_moment(stamp: Stamp | None) -> TypeGuard[datetime]:
    return isinstance(stamp, datetime)


def day_of(stamp: Stamp, zone: ZoneInfo) -> date:
    """The day a stamp falls on for a reader in `zone`."""
    return stamp.astimezone(zone).date() if isinstance(stamp, datetime) else stamp


def opening(stamp: Stamp, zone: ZoneInfo) -> datetime:
    """The first moment of a stamp."""
    if isinstance(stamp, datetime):
        return stamp.astimezone(zone)
    return datetime.combine(stamp, time(), zone)


def closing(stamp: Stamp, zone: ZoneInfo) -> datetime:
    """The last second of a stamp."""
    if isinstance(stamp, datetime):
        return stamp.astimezone(zone)
    return datetime.combine(stamp, LAST_SECOND, zone)


def shift(stamp: Stamp, amount: int, unit: str, zone: ZoneInfo, workdays: Workdays) -> Stamp:
    """Move a stamp: `d`, `w` and `wd` (working days) lead to a whole day, `h` and `min` to a moment.

    >>> from promoplan.workdays import WEEKENDS
    >>> shift(date(2024, 11, 11), -3, "wd", ZoneInfo("Asia/Shanghai"), WEEKENDS)
    datetime.date(2024, 11, 6)
    """
    match unit:
        case "h":
            return opening(stamp, zone) + timedelta(hours=amount)
        case "min":
            return opening(stamp, zone) + timedelta(minutes=amount)
        case "wd":
            return workdays.add(day_of(stamp, zone), amount)
        case "w":
            return day_of(stamp, zone) + timedelta(weeks=amount)
        case _:
            return day_of(stamp, zone) + timedelta(days=amount)
