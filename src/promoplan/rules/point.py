"""A point of time as an operations lead writes it: `D-34`, `D-1 20:00`, `preheat.end`, `after faq-scripts +2d`.

Also `D 20:00+4h`, four hours later; `thu before D`, `mon of D` (of its week), `fri after preheat.end`; `push@w2`,
one of a task's repeats.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from promoplan.rules import skipped
from promoplan.rules.base import ID, Dates, NoDate, Ref, refuse
from promoplan.rules.loose import usual, usual_zone
from promoplan.rules.stamp import (
    DAY,
    FIRST_YEAR,
    LAST_YEAR,
    Stamp,
    Step,
    Steps,
    day_of,
    is_moment,
    last_day,
    opening,
    real,
    shift,
)

EVENT = "D"
MONTH = "month"
"""The calendar month of the event; Alibaba.com's festivals last one."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
ZONE = r"(?P<zone>(?:UTC|GMT)(?:[+-]\d{1,2}(?::\d\d)?)?|[A-Z][A-Za-z]+(?:/[A-Za-z0-9_+-]+)+)"
POINT = re.compile(
    rf"""(?:(?P<weekday>(?i:{"|".join(WEEKDAYS)}))\s+(?P<how>of|before|after)\s+)?
    (?:(?P<side>before|after)\s+)?
    (?P<base>D|\d{{4}}-\d\d-\d\d|{ID})(?:@(?P<key>[a-z0-9-]+))?
    (?:\.(?P<edge>[a-z]+))?
    (?P<shifts>(?:\s*[+-]\s*\d+(?:\s*(?:wd|min|mo|d|w|h))?(?![a-z0-9]))*)
    (?:\s+{CLOCK}(?P<later>(?:\s*[+-]\s*\d+\s*(?:h|min)(?![a-z0-9]))*))?
    (?:\s+{ZONE})?$""",
    re.VERBOSE,
)
TIME_ONLY = re.compile(rf"{CLOCK}(?:\s+{ZONE})?$")
SHIFT = re.compile(r"([+-])\s*(\d+)\s*(wd|min|mo|d|w|h)?")
HOURS = frozenset({"h", "min"})
FURTHEST = 3660
"""Ten years in days: further is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Point:
    """A base (`D`, an anchor, an edge of a phase or task, a date), shifts, a weekday near it, a time of day, a zone."""

    base: str
    edge: str = ""
    shifts: tuple[tuple[int, str], ...] = ()
    at: time | None = None
    next_day: bool = False
    """Written 24:00."""
    zone: str = ""
    offset: int = 0
    key: str = ""
    """Which of a task's repeats."""
    weekday: tuple[str, str] | None = None
    """A day of the week, and whether `of` the same week, `before` or `after`."""
    later: tuple[tuple[int, str], ...] = ()
    """Shifts that come last: whole days before the time of day is set, hours after it."""

    @property
    def name(self) -> str:
        """What it hangs on."""
        return f"{self.base}@{self.key}" if self.key else self.base

    def ref(self) -> Ref | None:
        """The name this point hangs on, unless it is a plain date."""
        return None if self.base[0].isdigit() else Ref(self.base, self.edge, self.offset)

    def resolve(self, dates: Dates) -> tuple[Stamp, Steps]:
        """The stamp this point means, and how it was found."""
        zone = ZoneInfo(self.zone) if self.zone else dates.zone
        stamp = self._start(dates, zone)
        steps = [Step("base", stamp, (self.base, self.edge))]
        for amount, unit in self._all_shifts():
            stamp = shift(stamp, amount, unit, zone, dates.workdays)
            steps.append(Step("shift", stamp, (amount, unit)))
        if self.weekday is not None:
            stamp = _on_weekday(day_of(stamp, zone), *self.weekday)
            steps.append(Step("weekday", stamp, self.weekday))
        days = [(amount, unit) for amount, unit in self.later if unit not in HOURS]
        for amount, unit in days:
            stamp = shift(stamp, amount, unit, zone, dates.workdays)
            steps.append(Step("shift", stamp, (amount, unit)))
        if self.at is not None:
            day = day_of(stamp, zone) + timedelta(days=self.next_day)
            stamp = real(datetime.combine(day, self.at, zone)).astimezone(dates.zone)
            steps.append(Step("time", stamp, (f"{'24:00' if self.next_day else self.at}", self.zone)))
            if not self.next_day:  # the end of a day is where the next one begins
                steps += skipped.told(self.at, stamp, zone, dates)
        for amount, unit in self.later[len(days) :]:
            stamp = shift(stamp, amount, unit, zone, dates.workdays)
            steps.append(Step("shift", stamp, (amount, unit)))
        return stamp, tuple(steps)

    def _start(self, dates: Dates, zone: ZoneInfo) -> Stamp:
        if self.base[0].isdigit():
            return date.fromisoformat(self.base)
        reach = dates.reach(self.name)
        in_hours = bool(self.shifts) and self.shifts[0][1] in HOURS
        if self.edge in {"", "start", "before"}:
            return day_of(reach.start, zone) if self.edge == "before" and not in_hours else reach.start
        if reach.end is None:
            raise NoDate("open-end", name=self.base)
        if in_hours:  # from 24:00 of a whole day
            return reach.end if is_moment(reach.end) else opening(reach.end + DAY, zone)
        return last_day(reach.start, reach.end, zone) if self.edge == "after" else reach.end

    def _all_shifts(self) -> tuple[tuple[int, str], ...]:
        """`before x` is the day before, `after x` the day after, unless the rule says how far."""
        if self.shifts or self.weekday or self.edge not in {"before", "after"}:
            return self.shifts
        return ((-1 if self.edge == "before" else 1, "d"),)


def _on_weekday(day: date, name: str, how: str) -> date:
    """The weekday of the same week, the last one before a day, or the first one after it."""
    ahead = WEEKDAYS.index(name) - day.weekday()
    match how:
        case "before":
            return day + timedelta(days=ahead - 7 if ahead >= 0 else ahead)
        case "after":
            return day + timedelta(days=ahead + 7 if ahead <= 0 else ahead)
        case _:
            return day + timedelta(days=ahead)


def parse_point(text: str, offset: int = 0) -> Point:
    """Read one point; refuses with code `bad-when` and the offset of the fault."""
    match = POINT.match(text) or POINT.match(usual(text))
    if match is None:
        refuse("bad-when", offset, text=text)
    return Point(
        key=match["key"] or "",
        weekday=(match["weekday"].lower(), match["how"]) if match["weekday"] else None,
        later=_later(match),
        base=_base(match, offset),
        edge=_edge(match, offset),
        shifts=_shifts(match, offset),
        offset=offset + match.start("base"),
        **_clock(match, offset),
    )


def parse_time_only(text: str, like: Point, offset: int) -> Point | None:
    """`D-1 20:00..22:00`: an end that is only a time falls on the day of the start, `..02:00` on the next."""
    match = TIME_ONLY.match(text) or TIME_ONLY.match(usual(text))
    if match is None:
        return None
    clock = _clock(match, offset)
    is_next = like.at is not None and not clock["next_day"] and clock["at"] < like.at
    later = ((1, "d"),) if is_next and (clock["zone"] or like.zone) == like.zone else ()
    return replace(like, **{**clock, "zone": clock["zone"] or like.zone, "later": later})


def parse_clock(text: str, offset: int = 0) -> tuple[time, bool]:
    """A time of day, and whether it was written 24:00."""
    match = re.fullmatch(CLOCK, text)
    if match is None:
        refuse("bad-time", offset, text=text)
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if (hour, minute, second) == (24, 0, 0):
        return time(), True
    if hour > 23 or minute > 59 or second > 59:
        refuse("bad-time", offset, text=text)
    return time(hour, minute, second), False


def parse_zone(text: str, offset: int = 0) -> str:
    """A zone of the IANA list, by its name there."""
    text = usual_zone(text)
    if text and text not in _zones():
        refuse("unknown-zone", offset, zone=text)
    return text


@cache
def _zones() -> set[str]:
    """The IANA list, read once: asking costs as much as reading a whole playbook.

    Without the names that are another zone on another machine.
    """
    return available_timezones() - {"localtime", "Factory"}


def _base(match: re.Match[str], offset: int) -> str:
    base = match["base"]
    if base[0].isdigit():
        at = offset + match.start("base")
        try:
            year = date.fromisoformat(base).year
        except ValueError:
            refuse("bad-date", at, text=base)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            refuse("year-out-of-range", at, text=base, first=FIRST_YEAR, last=LAST_YEAR)
    return base


def _edge(match: re.Match[str], offset: int) -> str:
    side, edge = match["side"] or "", match["edge"] or ""
    if (edge and edge not in {"start", "end"}) or (side and edge):
        refuse("bad-edge", offset + match.start("edge"), edge=edge)
    return side or edge


def _shifts(match: re.Match[str], offset: int) -> tuple[tuple[int, str], ...]:
    found = SHIFT.findall(match["shifts"])
    if any(len(digits) > 4 or int(digits) > FURTHEST for _, digits, _ in found):
        refuse("too-far", offset + match.start("shifts"))
    return tuple((int(sign + digits), unit or "d") for sign, digits, unit in found)


def _later(match: re.Match[str]) -> tuple[tuple[int, str], ...]:
    return tuple((int(sign + digits), unit) for sign, digits, unit in SHIFT.findall(match["later"] or ""))


def _clock(match: re.Match[str], offset: int) -> dict[str, Any]:
    zone = parse_zone(match["zone"] or "", offset + max(match.start("zone"), 0))
    if match["hour"] is None:
        if zone:
            refuse("zone-without-time", offset + match.start("zone"), zone=zone)
        return {"at": None, "next_day": False, "zone": ""}
    clock = match.string[match.start("hour") : match.end("second") if match["second"] else match.end("minute")]
    at, next_day = parse_clock(clock, offset + match.start("hour"))
    return {"at": at, "next_day": next_day, "zone": zone}
