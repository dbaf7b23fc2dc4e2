"""Days of the Chinese lunar calendar."""

from datetime import date


def lunar_day(year: int, month: int, day: int) -> date:
    """The solar date of a lunar day; of a month that comes twice in a leap year, the first."""
    from borax.calendars.lunardate import LunarDate

    found: date = LunarDate(year, month, day, 0).to_solar_date()
    return found
