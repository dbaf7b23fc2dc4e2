"""A stamp is a point of a plan: a whole day (`date`) or a moment (aware `datetime`).

Whole days float: 11-11 is 11-11 for every reader. Moments have a zone.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple, TypeGuard
from zoneinfo import ZoneInfo

from promoplan.workdays import Workdays

Stamp = date | datetime

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2000, 2099
"""Years that a person may write; beyond them zone and holiday data are guesswork."""
LEAP = 8
"""Years from one leap day to the next at most: 2096 to 2104."""
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
    return real(datetime.combine(stamp, time(), zone))


def closing(stamp: Stamp, zone: ZoneInfo) -> datetime:
    """The last second of a stamp."""
    if isinstance(stamp, datetime):
        return stamp.astimezone(zone)
    return real(datetime.combine(stamp, LAST_SECOND.replace(fold=1), zone))


def instant(moment: datetime) -> datetime:
    """The moment for comparing: two of one zone compare by their clocks, which a repeated hour shows twice."""
    return moment.astimezone(UTC)


def is_same(one: Stamp, other: Stamp) -> bool:
    """Whether two stamps are one: 01:30 before and after the clocks are put back are not."""
    return one == other and not (is_moment(one) and is_moment(other) and instant(one) != instant(other))


def real(moment: datetime) -> datetime:
    """The moment as the clocks of its zone show it: what they skip in spring lies as much later."""
    return instant(moment).astimezone(moment.tzinfo)


def later(moment: datetime, length: timedelta) -> datetime:
    """A moment so many real hours later: on the night of a clock change the clock's own count is an hour off."""
    return (instant(moment) + length).astimezone(moment.tzinfo)


def last_day(start: Stamp, end: Stamp, zone: ZoneInfo) -> date:
    """The last day of a reach for a reader in `zone`; what ends at 24:00 does not touch the day after."""
    first, last = day_of(start, zone), day_of(end, zone)
    ends_at_24 = is_moment(end) and end.astimezone(zone) == opening(last, zone)
    return last - DAY if ends_at_24 and last > first else last


def shift(stamp: Stamp, amount: int, unit: str, zone: ZoneInfo, workdays: Workdays) -> Stamp:
    """Move a stamp: `d`, `w`, `mo` (months) and `wd` (working days) lead to a whole day, `h` and `min` to a moment.

    >>> from promoplan.workdays import WEEKENDS
    >>> shift(date(2024, 11, 11), -3, "wd", ZoneInfo("Asia/Shanghai"), WEEKENDS)
    datetime.date(2024, 11, 6)
    """
    match unit:
        case "h":
            return later(_full(opening(stamp, zone)), timedelta(hours=amount))
        case "min":
            return later(_full(opening(stamp, zone)), timedelta(minutes=amount))
        case "wd":
            return workdays.add(day_of(stamp, zone), amount)
        case "mo":
            return months_later(day_of(stamp, zone), amount)
        case "w":
            return day_of(stamp, zone) + timedelta(weeks=amount)
        case _:
            return day_of(stamp, zone) + timedelta(days=amount)


def months_later(day: date, amount: int) -> date:
    """The same day of another month; the last of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _full(moment: datetime) -> datetime:
    """The full minute that hours are counted from: 14:59:59 is the last second that counts, so the next is 15:00."""
    return moment + timedelta(seconds=1) if moment.second == LAST_SECOND.second else moment
