"""The clock: one moment for a command, or the one that PROMOPLAN_NOW fixes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from promoplan.clock import VARIABLE, Clock, read

SHANGHAI = ZoneInfo("Asia/Shanghai")
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")


def test_a_moment_is_read_on_the_clock_of_each_zone() -> None:
    clock = Clock(datetime(2022, 4, 1, 6, 59, 59, tzinfo=UTC))
    assert clock.now(SHANGHAI).isoformat() == "2022-04-01T14:59:59+08:00"
    assert clock.now(LOS_ANGELES).isoformat() == "2022-03-31T23:59:59-07:00"
    assert (clock.today(SHANGHAI), clock.today(LOS_ANGELES)) == (date(2022, 4, 1), date(2022, 3, 31))


def test_a_moment_without_an_offset_is_everybody_s_own() -> None:
    clock = Clock(datetime(2024, 11, 5, 9, 30))
    assert clock.now(SHANGHAI).isoformat() == "2024-11-05T09:30:00+08:00"
    assert clock.now(LOS_ANGELES).isoformat() == "2024-11-05T09:30:00-08:00"
    assert {clock.today(zone) for zone in (SHANGHAI, LOS_ANGELES, KIRITIMATI)} == {date(2024, 11, 5)}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-11-05", datetime(2024, 11, 5)),
        ("2024-11-05T09:30", datetime(2024, 11, 5, 9, 30)),
        ("2024-11-05 09:30:15", datetime(2024, 11, 5, 9, 30, 15)),
        ("2024-11-05T09:30Z", datetime(2024, 11, 5, 9, 30, tzinfo=UTC)),
        ("2024-11-05T23:30+08:00", datetime(2024, 11, 5, 15, 30, tzinfo=UTC)),
    ],
)
def test_the_variable_fixes_the_moment(text: str, moment: datetime) -> None:
    assert read({VARIABLE: text}) == Clock(moment)


@pytest.mark.parametrize("text", ["tomorrow", "2024-13-01", "11-05", "2024-11-05T25:00"])
def test_no_other_text_fixes_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|must be in"):
        read({VARIABLE: text})


@pytest.mark.parametrize("environ", [{}, {VARIABLE: ""}])
def test_without_the_variable_the_machine_is_asked(environ: dict[str, str]) -> None:
    assert read(environ).moment.utcoffset() == timedelta()


def test_the_machine_is_asked_once() -> None:
    clock = read({})
    assert clock.now(SHANGHAI) == clock.now(LOS_ANGELES)
