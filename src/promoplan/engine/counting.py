"""Counting from a date outside any plan: what `promoplan date` answers."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from promoplan.errors import Problem, usage
from promoplan.rules.stamp import FIRST_YEAR, LAST_YEAR, shift
from promoplan.text import Text
from promoplan.workdays import Roll, Workdays, china, counted


class Counted(NamedTuple):
    """A day counted from another, and what kind of day it is."""

    start: date
    raw: date
    day: date
    """`raw`, rolled off a rest day if that was asked for."""
    holiday: Text | None
    """The public holiday of `raw`."""
    is_makeup: bool
    is_workday: bool
    problems: tuple[Problem, ...]

    def record(self) -> dict[str, Any]:
        return {
            "from": self.start.isoformat(),
            "raw": self.raw.isoformat(),
            "date": self.day.isoformat(),
            "holiday": self.holiday._asdict() if self.holiday else None,
            "makeup": self.is_makeup,
            "workday": self.is_workday,
        }


def count(start: date, amount: int, unit: str, roll: Roll) -> Counted:
    """Count on the calendar of mainland China; raises PromoplanError beyond the years there are."""
    from zoneinfo import ZoneInfo

    try:
        span = abs(amount) // 200 + 2
        workdays = china(start.year - span, start.year + span)
        raw = shift(start, amount, unit, ZoneInfo("UTC"), workdays)
    except (OverflowError, ValueError):
        raise usage("year-out-of-range", text=f"{start} {amount:+d}{unit}", first=FIRST_YEAR, last=LAST_YEAR) from None
    day = workdays.roll(raw, roll)
    return Counted(
        start, raw, day, workdays.holiday(raw), workdays.is_makeup(raw), workdays.is_workday(raw),
        tuple(_unknown(workdays, unit, roll, start, day) or _unsettled(workdays, unit, start, raw, day)),
    )  # fmt: skip


def _unknown(workdays: Workdays, unit: str, roll: Roll, *days: date) -> list[Problem]:
    """Years the answer may be wrong for."""
    if unit != "wd" and roll == "none":
        days = days[1:]
    first, last = min(days).year, max(days).year
    years = [str(year) for year in range(first, last + 1) if year not in workdays.years]
    return [Problem("unknown-year-date", {"years": ", ".join(years)})] if years else []


def _unsettled(workdays: Workdays, unit: str, start: date, raw: date, day: date) -> Iterator[Problem]:
    """The days of the answer, or on the way to it, that a notice to come may still move."""
    first, last = counted(start, raw) if unit == "wd" else (raw, raw)
    days = [each for each in sorted(workdays.unsettled) if min(first, day) <= each <= max(last, day)]
    if days:
        yield Problem("unsettled-days-date", told_days(sorted(workdays.unsettled)))


def told_days(days: Iterable[date]) -> dict[str, Any]:
    """Days that wait for the notice of the year after, as a problem tells them."""
    first, *_, last = days
    return {"first": first, "last": f"{last:%m-%d}", "year": last.year + 1}
