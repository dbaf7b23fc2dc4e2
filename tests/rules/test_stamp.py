"""Whole days and moments: where they begin and end, and how they move."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from rule_world import SHANGHAI, at, shown

from promoplan.rules.stamp import closing, day_of, is_moment, last_day, opening, shift
from promoplan.workdays import WEEKENDS, china

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("stamp", "opens", "closes"),
    [
        ("2024-11-11", "2024-11-11 00:00:00+08:00", "2024-11-11 23:59:59+08:00"),
        ("2024-11-11 20:00", "2024-11-11 20:00:00+08:00", "2024-11-11 20:00:00+08:00"),
        ("2024-02-29", "2024-02-29 00:00:00+08:00", "2024-02-29 23:59:59+08:00"),
    ],
)
def test_a_day_lasts_until_its_last_second_and_a_moment_not_at_all(stamp: str, opens: str, closes: str) -> None:
    found = at(stamp)
    assert (shown(opening(found, SHANGHAI)), shown(closing(found, SHANGHAI))) == (opens, closes)


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        ("2024-03-10", "2024-03-10 00:00:00-08:00", "2024-03-10 23:59:59-07:00"),
        ("2024-11-03", "2024-11-03 00:00:00-07:00", "2024-11-03 23:59:59-08:00"),
    ],
)
def test_the_day_of_a_clock_change_opens_and_closes_on_different_clocks(day: str, opens: str, closes: str) -> None:
    assert shown(opening(at(day), LOS_ANGELES)) == opens
    assert shown(closing(at(day), LOS_ANGELES)) == closes


def test_a_moment_is_read_on_the_clock_that_is_asked_for() -> None:
    moment = at("2022-03-01 00:00", LOS_ANGELES)
    assert shown(opening(moment, SHANGHAI)) == "2022-03-01 16:00:00+08:00"
    assert day_of(at("2024-11-10 20:00", LOS_ANGELES), SHANGHAI) == date(2024, 11, 11)


def test_a_day_is_the_same_day_for_every_reader() -> None:
    assert {day_of(date(2024, 11, 11), ZoneInfo(zone)) for zone in ("Asia/Shanghai", "Pacific/Pago_Pago")} == {
        date(2024, 11, 11)
    }


@pytest.mark.parametrize(("stamp", "moment"), [("2024-11-11", False), ("2024-11-11 00:00", True)])
def test_only_a_date_with_a_time_is_a_moment(stamp: str, moment: bool) -> None:
    assert is_moment(at(stamp)) is moment


def test_no_stamp_is_no_moment() -> None:
    assert not is_moment(None)


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        ("2024-11-11", "2024-11-12", "2024-11-12"),
        ("2024-11-11 00:00", "2024-11-12 00:00", "2024-11-11"),
        ("2024-11-11 00:00", "2024-11-12 00:01", "2024-11-12"),
        ("2024-11-11 00:00", "2024-11-11 00:00", "2024-11-11"),
        ("2024-11-10 22:00", "2024-11-11 02:00", "2024-11-11"),
        ("2024-12-31 20:00", "2025-01-01 00:00", "2024-12-31"),
    ],
)
def test_what_ends_at_24_00_does_not_touch_the_day_after(start: str, end: str, last: str) -> None:
    assert last_day(at(start), at(end), SHANGHAI) == at(last)


def test_24_00_is_meant_on_the_reader_s_clock() -> None:
    start, end = at("2024-11-11 08:00", LOS_ANGELES), at("2024-11-12 00:00", LOS_ANGELES)
    assert last_day(start, end, LOS_ANGELES) == date(2024, 11, 11)
    assert last_day(start, end, SHANGHAI) == date(2024, 11, 12)


@pytest.mark.parametrize(
    ("stamp", "amount", "unit", "moved"),
    [
        ("2024-11-11", -34, "d", "2024-10-08"),
        ("2024-11-11 20:00", 1, "d", "2024-11-12"),
        ("2024-11-11", -2, "w", "2024-10-28"),
        ("2024-11-11 20:00", 2, "w", "2024-11-25"),
        ("2024-02-28", 1, "d", "2024-02-29"),
        ("2023-02-28", 1, "d", "2023-03-01"),
        ("2024-12-31", 1, "d", "2025-01-01"),
        ("2024-11-11", -30, "wd", "2024-09-25"),
        ("2024-11-11", 0, "wd", "2024-11-11"),
        ("2024-10-11 20:00", 1, "wd", "2024-10-12"),
        ("2024-11-11", 2, "h", "2024-11-11 02:00:00+08:00"),
        ("2024-11-11", -1, "h", "2024-11-10 23:00:00+08:00"),
        ("2024-11-11 20:00", 90, "min", "2024-11-11 21:30:00+08:00"),
        ("2024-12-31 23:30", 45, "min", "2025-01-01 00:15:00+08:00"),
        ("2024-11-11 23:59:59", 1, "h", "2024-11-12 01:00:00+08:00"),
        ("2024-10-31 17:59:59", -2, "h", "2024-10-31 16:00:00+08:00"),
        ("2024-10-31 17:59:59", 30, "min", "2024-10-31 18:30:00+08:00"),
    ],
)
def test_days_lead_to_a_day_and_hours_to_a_moment(stamp: str, amount: int, unit: str, moved: str) -> None:
    assert shown(shift(at(stamp), amount, unit, SHANGHAI, china(2023, 2025))) == moved


def test_a_shift_in_days_counts_from_the_day_on_the_clock_of_its_zone() -> None:
    evening = at("2024-11-10 20:00", LOS_ANGELES)
    assert shift(evening, 1, "d", LOS_ANGELES, WEEKENDS) == date(2024, 11, 11)
    assert shift(evening, 1, "d", SHANGHAI, WEEKENDS) == date(2024, 11, 12)


@pytest.mark.parametrize(
    ("zone", "stamp", "hours", "moved"),
    [
        (LOS_ANGELES, "2024-03-10", 4, "2024-03-10 05:00:00-07:00"),
        (LOS_ANGELES, "2024-03-11", -24, "2024-03-09 23:00:00-08:00"),
        (LOS_ANGELES, "2024-11-03", 4, "2024-11-03 03:00:00-08:00"),
        (BERLIN, "2024-03-31", 4, "2024-03-31 05:00:00+02:00"),
        (BERLIN, "2024-10-27", 4, "2024-10-27 03:00:00+01:00"),
        (SHANGHAI, "2024-03-10", 4, "2024-03-10 04:00:00+08:00"),
    ],
)
def test_hours_over_a_clock_change_are_real_hours(zone: ZoneInfo, stamp: str, hours: int, moved: str) -> None:
    assert shown(shift(at(stamp, zone), hours, "h", zone, WEEKENDS)) == moved
