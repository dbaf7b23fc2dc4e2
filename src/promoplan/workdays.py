"""The working-day calendar as a value: weekends, public holidays and make-up workdays of mainland China.

Holiday data come from chinesecalendar, which follows the yearly notices of the State Council.
A year it does not know counts weekends only and is remembered as unknown: a warning, never a guess.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Literal

from promoplan.text import Text

Roll = Literal["none", "back", "forward"]
SATURDAY = 5
DAY = timedelta(days=1)

HOLIDAYS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利70周年",
}


class Worked:
    """Counts working days without walking through them: whole weeks, and what differs from them."""

    def __init__(self, off: Iterable[date], work: Iterable[date]) -> None:
        rest = {day.toordinal() for day in off}
        self._off = sorted(day for day in rest if _weekday(day) < SATURDAY)
        self._work = sorted({day.toordinal() for day in work if day.weekday() >= SATURDAY} - rest)

    def between(self, after: date, upto: date) -> int:
        """Working days after one day up to another, which is counted; none when that is the earlier one."""
        return max(self.upto(upto.toordinal()) - self.upto(after.toordinal()), 0)

    def upto(self, number: int) -> int:
        """Working days from the first of all days to the one of that ordinal, a Monday being the first."""
        weeks, days = divmod(number, 7)
        return (
            weeks * SATURDAY + min(days, SATURDAY) - bisect_right(self._off, number) + bisect_right(self._work, number)
        )


def _weekday(number: int) -> int:
    return (number - 1) % 7


@dataclass(frozen=True, slots=True)
class Workdays:
    """What differs from a plain week: `off` days with their reason, `work` days that fall on a weekend."""

    off: frozenset[date]
    work: frozenset[date]
    names: tuple[tuple[date, Text], ...]
    years: frozenset[int]
    """The years whose holidays are known."""
    unsettled: frozenset[date] = frozenset()
    """Days that the notice of the next year, which is not out, may still give off or make worked."""
    worked: Worked = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "worked", Worked(self.off - self.work, self.work))

    def is_workday(self, day: date) -> bool:
        return day in self.work or (day.weekday() < SATURDAY and day not in self.off)

    def is_makeup(self, day: date) -> bool:
        """A weekend day that is worked."""
        return day in self.work and day.weekday() >= SATURDAY

    def holiday(self, day: date) -> Text | None:
        """The name of the public holiday a day belongs to."""
        if day not in self.off:
            return None
        return dict(self.names).get(day, Text("休息日", "day off"))

    def add(self, day: date, amount: int) -> date:
        """Count `amount` working days from `day`; the day itself is not counted. Raises OverflowError.

        Each step is as long as the working days that are missing: it cannot lead too far.
        """
        if amount == 0:
            return day
        upto = self.worked.upto
        base = upto(day.toordinal() - (amount < 0))
        missing = amount
        while missing:
            day += timedelta(days=missing)
            missing = base + amount - upto(day.toordinal() - (amount < 0))
        return day

    def roll(self, day: date, way: Roll) -> date:
        """The day itself, or the nearest working day in the given direction."""
        if way == "none":
            return day
        step = timedelta(days=-1 if way == "back" else 1)
        while not self.is_workday(day):
            day += step
        return day

    def with_days(self, off: Iterable[date], work: Iterable[date]) -> "Workdays":
        """A calendar in which a team has entered days of its own; these win, and of these the ones worked.

        Days of the year to come are its notice: then the year before it is settled.
        """
        off, work = frozenset(off), frozenset(work)
        told = off | work
        is_out = any(day.year - 1 == open_day.year for day in told for open_day in self.unsettled)
        unsettled = frozenset() if is_out else self.unsettled - told
        return Workdays((self.off | off) - work, (self.work - off) | work, self.names, self.years, unsettled)


WEEKENDS = Workdays(frozenset(), frozenset(), (), frozenset())
"""A calendar that knows no public holidays."""


@cache
def china(first: int, last: int) -> Workdays:
    """The calendar of mainland China for the years `first` to `last`, as far as they are published."""
    from chinese_calendar.constants import holidays, workdays

    years = frozenset(day.year for day in holidays if first <= day.year <= last)
    off = {day: name for day, name in holidays.items() if day.year in years}
    names = tuple((day, _named(str(name))) for day, name in sorted(off.items()))
    work = frozenset(day for day in workdays if day.year in years)
    newest = max(day.year for day in holidays)
    return Workdays(frozenset(off), work, names, years, _year_end(newest) if newest in years else frozenset())


def _year_end(year: int) -> frozenset[date]:
    """The days that notices of the next year have moved: 29 and 31 in 2007 and 2018, 31 in 2011 and 2022."""
    return frozenset(date(year, 12, day) for day in (29, 30, 31))


def counted(start: date, end: date) -> tuple[date, date]:
    """The first and the last day that were looked at while counting from one day, itself left out, to another."""
    if start == end:
        return end, end
    return (start + DAY, end) if start < end else (end, start - DAY)


def _named(english: str) -> Text:
    return Text(HOLIDAYS.get(english, english), english)
