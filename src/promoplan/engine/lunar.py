"""Days of every year in one of them, by the solar calendar, by weekday, or by the Chinese lunar calendar."""

from datetime import date, timedelta
from functools import cache

from promoplan.rules.yearday import YearDay, nth_weekday


def lunar_day(year: int, month: int, day: int) -> date:
    """The solar date of a lunar day; of a month that comes twice in a leap year, the first."""
    from borax.calendars.lunardate import LunarDate

    found: date = LunarDate(year, month, day, 0).to_solar_date()
    return found


@cache
def day_in(day: YearDay, year: int) -> date:
    """The date of a day of every year; raises ValueError in a year without it."""
    if day.weekday:
        found = nth_weekday(year, day.month, day.day, day.weekday)
    else:
        found = lunar_day(year, day.month, day.day) if day.is_lunar else date(year, day.month, day.day)
    return found + timedelta(days=day.shift)
