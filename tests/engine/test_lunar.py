"""Lunar festivals, from a table made with six libraries that agree on every cell."""

from datetime import date

import pytest

from promoplan.engine.lunar import lunar_day

FESTIVALS = {"春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7), "中秋": (8, 15)}

TABLE = {
    2024: ("02-10", "02-24", "06-10", "08-10", "09-17"),
    2025: ("01-29", "02-12", "05-31", "08-29", "10-06"),  # a second sixth month before 七夕
    2026: ("02-17", "03-03", "06-19", "08-19", "09-25"),
    2027: ("02-06", "02-20", "06-09", "08-08", "09-15"),
}


@pytest.mark.parametrize("year", TABLE)
def test_festivals_by_the_table(year: int) -> None:
    found = [lunar_day(year, *day) for day in FESTIVALS.values()]
    assert found == [date.fromisoformat(f"{year}-{day}") for day in TABLE[year]]


@pytest.mark.parametrize("year", range(2015, 2051))
def test_a_leap_month_takes_nothing_from_the_festival(year: int) -> None:
    """The solar date leads back to the same lunar day of an ordinary month, and to the season it belongs to."""
    from borax.calendars.lunardate import LunarDate

    for (month, day), (first, last) in zip(
        FESTIVALS.values(),
        (("01-21", "02-20"), ("02-04", "03-06"), ("05-27", "06-26"), ("07-31", "08-30"), ("09-07", "10-08")),
        strict=True,
    ):
        found = lunar_day(year, month, day)
        back = LunarDate.from_solar(found)
        assert (back.year, back.month, back.day, back.leap) == (year, month, day, 0)
        assert first <= f"{found:%m-%d}" <= last
