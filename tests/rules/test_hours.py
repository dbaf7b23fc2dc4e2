"""Hours of the day, on a market's clock and on ours."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from rule_world import SHANGHAI, refusal, window

from promoplan.rules.hours import Hours, parse_hours

CALIFORNIA = "09:00-12:00 America/Los_Angeles"
EARLY_CALIFORNIA = "08:00-12:00 America/Los_Angeles"
BERLIN = "09:00-12:00 Europe/Berlin"


def on(text: str, day: str, zone: ZoneInfo = SHANGHAI) -> str | None:
    found = parse_hours(text).on(date.fromisoformat(day), zone)
    return window(*found) if found else None


@pytest.mark.parametrize(
    ("text", "day", "here"),
    [
        ("09:00-12:00", "2024-11-11", "2024-11-11 09:00:00+08:00..2024-11-11 12:00:00+08:00"),
        ("20:00-24:00", "2024-11-11", "2024-11-11 20:00:00+08:00..2024-11-12 00:00:00+08:00"),
        ("22:00-02:00", "2024-12-31", "2024-12-31 22:00:00+08:00..2025-01-01 02:00:00+08:00"),
        ("00:00-24:00", "2024-02-29", "2024-02-29 00:00:00+08:00..2024-03-01 00:00:00+08:00"),
        ("09:00-12:00 Asia/Tokyo", "2024-11-11", "2024-11-11 08:00:00+08:00..2024-11-11 11:00:00+08:00"),
        ("09:00-12:00 Asia/Kolkata", "2024-11-11", "2024-11-11 11:30:00+08:00..2024-11-11 14:30:00+08:00"),
    ],
)
def test_a_window_starts_on_its_day(text: str, day: str, here: str) -> None:
    assert on(text, day) == here


@pytest.mark.parametrize(
    ("day", "here"),
    [
        ("2024-03-10", "2024-03-10 01:00:00+08:00..2024-03-10 04:00:00+08:00"),
        ("2024-03-11", "2024-03-11 00:00:00+08:00..2024-03-11 03:00:00+08:00"),
        ("2024-09-02", "2024-09-02 00:00:00+08:00..2024-09-02 03:00:00+08:00"),
        ("2024-11-03", "2024-11-03 00:00:00+08:00..2024-11-03 03:00:00+08:00"),
        ("2024-11-04", "2024-11-04 01:00:00+08:00..2024-11-04 04:00:00+08:00"),
        ("2025-01-01", "2025-01-01 01:00:00+08:00..2025-01-01 04:00:00+08:00"),
    ],
)
def test_a_californian_morning_is_a_night_here_an_hour_later_in_winter(day: str, here: str) -> None:
    assert on(CALIFORNIA, day) == here


@pytest.mark.parametrize(
    ("day", "here"),
    [
        ("2024-03-30", "2024-03-30 16:00:00+08:00..2024-03-30 19:00:00+08:00"),
        ("2024-03-31", "2024-03-31 15:00:00+08:00..2024-03-31 18:00:00+08:00"),
        ("2024-10-26", "2024-10-26 15:00:00+08:00..2024-10-26 18:00:00+08:00"),
        ("2024-10-27", "2024-10-27 16:00:00+08:00..2024-10-27 19:00:00+08:00"),
    ],
)
def test_a_morning_in_berlin_is_an_afternoon_here_an_hour_later_in_winter(day: str, here: str) -> None:
    assert on(BERLIN, day) == here


@pytest.mark.parametrize(
    ("day", "here"),
    [
        ("2024-11-02", "2024-11-02 23:00:00+08:00..2024-11-03 03:00:00+08:00"),
        ("2024-11-03", None),
        ("2024-11-04", "2024-11-04 00:00:00+08:00..2024-11-04 04:00:00+08:00"),
        ("2024-11-05", "2024-11-05 00:00:00+08:00..2024-11-05 04:00:00+08:00"),
    ],
)
def test_a_window_that_moves_past_midnight_leaves_one_day_without(day: str, here: str | None) -> None:
    assert on(EARLY_CALIFORNIA, day) == here


@pytest.mark.parametrize(
    ("day", "here"),
    [
        ("2024-03-09", "2024-03-09 00:00:00+08:00..2024-03-09 04:00:00+08:00"),
        ("2024-03-10", "2024-03-10 00:00:00+08:00..2024-03-10 04:00:00+08:00"),
        ("2024-03-11", "2024-03-11 23:00:00+08:00..2024-03-12 03:00:00+08:00"),
    ],
)
def test_of_two_windows_on_one_day_the_first_is_meant(day: str, here: str) -> None:
    assert on(EARLY_CALIFORNIA, day) == here


def test_the_zones_may_be_more_than_a_day_apart() -> None:
    here = on("00:00-01:00 Pacific/Kiritimati", "2024-11-11", ZoneInfo("Pacific/Pago_Pago"))
    assert here == "2024-11-11 23:00:00-11:00..2024-11-12 00:00:00-11:00"
    here = on("23:30-24:00 Pacific/Pago_Pago", "2024-11-11", ZoneInfo("Pacific/Kiritimati"))
    assert here == "2024-11-11 00:30:00+14:00..2024-11-11 01:00:00+14:00"


@pytest.mark.parametrize(
    ("text", "day", "here"),
    [
        ("02:30-03:00", "2024-03-10", "2024-03-10 03:30:00-07:00..2024-03-10 04:00:00-07:00"),
        ("02:30-03:15", "2024-03-10", "2024-03-10 03:30:00-07:00..2024-03-10 04:15:00-07:00"),
        ("02:15-02:45", "2024-03-10", "2024-03-10 03:15:00-07:00..2024-03-10 03:45:00-07:00"),
        ("01:30-02:30", "2024-03-10", "2024-03-10 01:30:00-08:00..2024-03-10 03:30:00-07:00"),
        ("02:30-06:00", "2024-03-10", "2024-03-10 03:30:00-07:00..2024-03-10 06:00:00-07:00"),
        ("22:00-02:30", "2024-03-09", "2024-03-09 22:00:00-08:00..2024-03-10 03:30:00-07:00"),
        ("02:30-03:00", "2024-03-11", "2024-03-11 02:30:00-07:00..2024-03-11 03:00:00-07:00"),
        ("01:00-02:00", "2024-11-03", "2024-11-03 01:00:00-07:00..2024-11-03 02:00:00-08:00"),
        ("17:30-18:00 Asia/Shanghai", "2024-11-03", "2024-11-03 01:30:00-08:00..2024-11-03 02:00:00-08:00"),
        ("16:45-17:30 Asia/Shanghai", "2024-11-03", "2024-11-03 01:45:00-07:00..2024-11-03 01:30:00-08:00"),
    ],
)
def test_a_clock_change_never_lets_a_window_end_before_it_starts(text: str, day: str, here: str) -> None:
    assert on(text, day, ZoneInfo("America/Los_Angeles")) == here
    assert on("02:30-03:00 America/Los_Angeles", "2024-03-10") == "2024-03-10 18:30:00+08:00..2024-03-10 19:00:00+08:00"


@pytest.mark.parametrize(
    ("text", "day", "here"),
    [
        ("24:00-02:00", "2024-11-10", "2024-11-11 00:00:00+08:00..2024-11-11 02:00:00+08:00"),
        ("24:00-24:00", "2024-12-31", "2025-01-01 00:00:00+08:00..2025-01-02 00:00:00+08:00"),
        ("00:00-02:00", "2024-11-10", "2024-11-10 00:00:00+08:00..2024-11-10 02:00:00+08:00"),
        ("24:00-02:00 America/Los_Angeles", "2024-11-10", "2024-11-10 16:00:00+08:00..2024-11-10 18:00:00+08:00"),
        ("24:00-02:00 Asia/Tokyo", "2024-11-10", "2024-11-10 23:00:00+08:00..2024-11-11 01:00:00+08:00"),
    ],
)
def test_24_00_is_the_end_of_the_day_at_the_start_of_hours_too(text: str, day: str, here: str) -> None:
    assert on(text, day) == here


@pytest.mark.parametrize(
    ("text", "hours", "shown"),
    [
        ("09:00-12:00", Hours(time(9), time(12)), "09:00-12:00"),
        (" 9:05 - 12:00 ", Hours(time(9, 5), time(12)), "09:05-12:00"),
        ("20:00-24:00", Hours(time(20), time()), "20:00-00:00"),
        ("24:00-2:00", Hours(time(), time(2), at_24=True), "24:00-02:00"),
        (CALIFORNIA, Hours(time(9), time(12), "America/Los_Angeles"), CALIFORNIA),
    ],
)
def test_hours_are_read_and_shown(text: str, hours: Hours, shown: str) -> None:
    assert (parse_hours(text), str(parse_hours(text))) == (hours, shown)


def test_hours_that_were_read_stay_as_they_are() -> None:
    hours = parse_hours(BERLIN)
    assert parse_hours(hours) is hours


@pytest.mark.parametrize(
    ("value", "code", "offset"),
    [
        (9, "bad-hours", 0),
        ("", "bad-hours", 0),
        ("09:00", "bad-hours", 0),
        ("9-12", "bad-hours", 0),
        ("09:00..12:00", "bad-hours", 0),
        ("09:00:00-12:00:00", "bad-hours", 0),
        ("25:00-26:00", "bad-time", 0),
        ("09:00-12:60", "bad-time", 6),
        ("09:00-12:00 Mars", "unknown-zone", 12),
    ],
)
def test_a_fault_is_named_with_its_place(value: object, code: str, offset: int) -> None:
    assert refusal(parse_hours, value) == (code, offset)
