"""What people type on a command line → values; each mistake a usage error that says how to write it."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from promoplan.errors import usage
from promoplan.rules.stamp import FIRST_YEAR, LAST_YEAR, LEAP, Stamp

FULL = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
SHORT = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?$")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)$")
WORDS = {
    "today": 0,
    "今天": 0,
    "今日": 0,
    "tomorrow": 1,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "yesterday": -1,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
}
STAMP = re.compile(r"(.*?)(?:(?<=\d)T(?=\d)|\s+|$)(.*)", re.DOTALL)
OFFSET = re.compile(r"\d(Z|[+-]\d\d:\d\d)$")
"""How programs write a zone."""
SHIFT = re.compile(r"([+-]?)\s*(\d{1,4})\s*(wd|d|w)?$")


NEXT_TO = timedelta(0)


def day(text: str, today: date) -> date:
    """`2024-11-11`, `2024/11/11`, `20241111`, `2024年11月11日`, `11-11` (the next one), `today`, `明天`."""
    text = text.strip()
    if match := SHORT.match(text):
        days = _days_of_years(int(match[1]), int(match[2]), today)
        found = min((day for day in days if day >= today), default=None)
    else:
        found = _whole(text, today)
    return _planned(found, text)


def _whole(text: str, today: date) -> date | None:
    """A day with its year, or in words; nothing for a day that is in no calendar."""
    if text.lower() in WORDS:
        return today + timedelta(days=WORDS[text.lower()])
    match = FULL.match(text) or COMPACT.match(text)
    if match is None:
        raise usage("bad-day", text=text)
    with suppress(ValueError):
        return date(*(int(part) for part in match.groups()))
    return None


def _planned(found: date | None, text: str) -> date:
    """A day in the years that can be planned; raises PromoplanError for any other."""
    if found is None:
        raise usage("no-such-day", text=text)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise usage("year-out-of-range", text=text, first=FIRST_YEAR, last=LAST_YEAR)
    return found


def nearest(text: str, today: date, near: date, span: tuple[date, date] | None = None) -> date:
    """The same with `11-08` in the year that brings it nearest to a span of days, or else to a day of it."""
    match = SHORT.match(text.strip())
    if match is None:
        return day(text, today)
    days = _days_of_years(int(match[1]), int(match[2]), near)
    first, last = span or (near, near)
    return _planned(
        min(days, key=lambda day: (max(first - day, day - last, NEXT_TO), abs(day - near)), default=None), text
    )


def _days_of_years(month: int, number: int, near: date) -> list[date]:
    """That day of every year around another day that has it, so many years that one of them is a leap year."""
    days = []
    for year in range(near.year - LEAP, near.year + LEAP + 1):
        with suppress(ValueError):
            days.append(date(year, month, number))
    return days


def stamp(text: str, today: date, near: date, zone: ZoneInfo, span: tuple[date, date] | None = None) -> Stamp:
    """A day, or a day and a time: `10-20 20:00`, `2024-10-20T20:00+08:00`, `2024-10-20 20:00 America/Los_Angeles`."""
    from pydantic_core import PydanticCustomError

    from promoplan.model.fields import parse_stamp

    first, time = STAMP.match(text.strip()).groups()  # type: ignore[union-attr]
    found = nearest(first, today, near, span)
    try:
        if OFFSET.search(time):
            return datetime.fromisoformat(f"{found}T{time}").astimezone(zone)
        return parse_stamp(f"{found} {time}", zone.key) if time else found
    except (PydanticCustomError, ValueError):
        raise usage("bad-stamp", text=text) from None


YEARS = {"今年": 0, "明年": 1, "去年": -1}


def year(text: str | None, today: date) -> int:
    """`2026`, `2026年`, `明年`; this year when nothing is written."""
    if text is None or text in YEARS:
        return today.year + YEARS.get(text or "", 0)
    digits = text.strip().removesuffix("年")
    if not (digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR):
        raise usage("year-out-of-range", text=text, first=FIRST_YEAR, last=LAST_YEAR)
    return int(digits)


def shift(text: str) -> tuple[int, str]:
    """`-30d`, `-30wd`, `+2w`, `30`: an amount and a unit."""
    match = SHIFT.match(text.strip().removeprefix("D"))
    if match is None:
        raise usage("bad-shift-text", text=text)
    return int(match[1] + match[2]), match[3] or "d"


def pairs(words: Iterable[str] | None) -> dict[str, str]:
    """`name=value` options; the last of a name wins."""
    found = {}
    for word in words or ():
        name, sign, value = word.partition("=")
        if not sign or not name.strip():
            raise usage("bad-pair", text=word)
        found[name.strip()] = value.strip()
    return found
