"""A day of every year: `11-11`, `lunar 07-07`, `lunar 01-01 -28d`, `4th thu of 11 +1d`, `last fri of 11`."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any, NamedTuple

from promoplan.rules.base import refuse
from promoplan.rules.point import WEEKDAYS

NTH = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1}
SHIFT = r"(?:\s*([+-]\s*\d{1,3})\s*d)?$"
MONTH_DAY = re.compile(rf"(lunar )?(\d\d)-(\d\d){SHIFT}")
WEEKDAY = re.compile(rf"({'|'.join(NTH)})\s+({'|'.join(WEEKDAYS)})\s+of\s+(0?[1-9]|1[0-2]){SHIFT}", re.IGNORECASE)


class YearDay(NamedTuple):
    """A month and day of the solar or the lunar year, or the nth weekday of a month; and some days from there."""

    month: int
    day: int
    is_lunar: bool = False
    shift: int = 0
    weekday: str = ""
    """Then `day` says which of them, the last being -1."""


def parse_year_day(value: Any) -> YearDay:
    """Read a day of every year; refuses with code `bad-month-day`."""
    if isinstance(value, YearDay):
        return value
    text = str(value).strip()
    if match := WEEKDAY.match(text):
        return YearDay(int(match[3]), NTH[match[1].lower()], False, _days(match[4]), match[2].lower())
    match = MONTH_DAY.match(text)
    if match is None or not _is_day(match):
        refuse("bad-month-day", text=text)
    return YearDay(int(match[2]), int(match[3]), bool(match[1]), _days(match[4]))


def nth_weekday(year: int, month: int, nth: int, weekday: str) -> date:
    """The nth of a weekday in a month, the last being -1."""
    number = WEEKDAYS.index(weekday)
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - number) % 7)


def _days(text: str | None) -> int:
    return int("".join((text or "0").split()))


def _is_day(match: re.Match[str]) -> bool:
    """Whether some year has the day: the solar one of 2024 has all, a lunar month has thirty at most."""
    month, day = int(match[2]), int(match[3])
    if match[1]:
        return 1 <= month <= 12 and 1 <= day <= 30
    try:
        date(2024, month, day)
    except ValueError:
        return False
    return True
