"""Days of every year in one of them, by the solar calendar, by weekday, or by the Chinese lunar calendar."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from promoplan.rules.point import WEEKDAYS
from promoplan.rules.yearday import YearDay


def lunar_day(year: int, month: int, day: int) -> date:
    """The solar date of a lunar day; of a month that comes twice in a leap year, the first."""
    from borax.calendars.lunardate import LunarDate

    found: date = LunarDate(year, month, day, 0).to_solar_date()
    return found


@cache
def day_in(day: YearDay, year: int) -> date:
    """The date of a day of every year; raises ValueError in a year without it."""
    if day.weekday:
        found = _nth(year, day.month, day.day, WEEKDAYS.index(day.weekday))
    else:
        found = lunar_day(year, day.month, day.day) if day.is_lunar else date(year, day.month, day.day)
    return found + timedelta(days=day.shift)


def _nth(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth of a weekday in a month, the last being -1."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)
