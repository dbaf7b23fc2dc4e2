"""The working-day calendar as a value: weekends, public holidays and make-up workdays of mainland China.

Holiday data come from chinesecalendar, which follows the yearly notices of the State Council.
A year it does not know counts weekends only and is remembered as unknown: a warning, never a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from promoplan.text import Text

Roll = Literal["none", "back", "forward"]
SATURDAY = 5

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


@dataclass(frozen=True, slots=True)
class Workdays:
    """What differs from a plain week: `off` days with their reason, `work` days that fall on a weekend."""

    off: frozenset[date]
    work: frozenset[date]
    names: tuple[tuple[date, Text], ...]
    years: frozenset[int]
    """The years whose holidays are known."""

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

    def knows(self, day: date) -> bool:
        return day.year in self.years

    def add(self, day: date, amount: int) -> date:
        """Count `amount` working days from `day`; the day itself is not counted."""
        step = timedelta(days=1 if amount > 0 else -1)
        for _ in range(abs(amount)):
            day += step
            while not self.is_workday(day):
                day += step
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
        """A calendar in which a team has entered days of its own; these win."""
        off, work = frozenset(off), frozenset(work)
        return Workdays((self.off - work) | off, (self.work - off) | work, self.names, self.years)


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
    return Workdays(frozenset(off), work, names, years)


def _named(english: str) -> Text:
    return Text(HOLIDAYS.get(english, english), english)
