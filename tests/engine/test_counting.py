"""Counting from a date outside any plan."""

from datetime import date

import pytest

from promoplan.engine.counting import Counted, count
from promoplan.errors import USAGE, PromoplanError
from promoplan.text import Text
from promoplan.workdays import Roll, china

DOUBLE_11 = date(2024, 11, 11)


def counted(day: str, amount: int, unit: str, roll: Roll = "none") -> str:
    return count(date.fromisoformat(day), amount, unit, roll).day.isoformat()


def unknown(day: str, amount: int, unit: str, roll: Roll = "none") -> list[str]:
    return [p.args["years"] for p in count(date.fromisoformat(day), amount, unit, roll).problems]


@pytest.mark.parametrize(
    ("day", "amount", "unit", "found"),
    [
        ("2024-11-11", -30, "wd", "2024-09-25"),
        ("2024-11-11", -30, "d", "2024-10-12"),
        ("2024-11-11", 0, "d", "2024-11-11"),
        ("2024-11-11", 2, "w", "2024-11-25"),
        ("2024-02-28", 1, "d", "2024-02-29"),
        ("2023-02-28", 1, "d", "2023-03-01"),
        ("2024-12-31", 1, "wd", "2025-01-02"),
        ("2025-01-01", -1, "d", "2024-12-31"),
    ],
)
def test_days_weeks_and_working_days_are_counted(day: str, amount: int, unit: str, found: str) -> None:
    assert counted(day, amount, unit) == found


@pytest.mark.parametrize(
    ("amount", "roll", "found"),
    [
        (-40, "back", "2024-09-30"),
        (-40, "forward", "2024-10-08"),
        (-40, "none", "2024-10-02"),
        (-30, "back", "2024-10-12"),
    ],
)
def test_a_rest_day_is_rolled_off_if_that_is_asked_for(amount: int, roll: Roll, found: str) -> None:
    assert counted("2024-11-11", amount, "d", roll) == found


def test_the_answer_says_what_kind_of_day_it_is() -> None:
    holiday = Text("国庆节", "National Day")
    assert count(DOUBLE_11, -40, "d", "back") == Counted(
        DOUBLE_11, date(2024, 10, 2), date(2024, 9, 30), holiday, is_makeup=False, is_workday=False, problems=()
    )
    assert count(DOUBLE_11, -30, "d", "none") == Counted(
        DOUBLE_11, date(2024, 10, 12), date(2024, 10, 12), None, is_makeup=True, is_workday=True, problems=()
    )


def test_the_answer_for_programs() -> None:
    assert count(DOUBLE_11, -40, "d", "back").record() == {
        "from": "2024-11-11", "raw": "2024-10-02", "date": "2024-09-30",
        "holiday": {"zh": "国庆节", "en": "National Day"}, "makeup": False, "workday": False,
    }  # fmt: skip
    assert count(DOUBLE_11, 0, "d", "none").record()["holiday"] is None


@pytest.mark.parametrize(
    ("day", "amount", "unit", "roll", "years"),
    [
        ("2024-11-11", -30, "wd", "none", []),
        ("2024-11-11", 1100, "d", "none", ["2027"]),
        ("2027-11-11", -600, "d", "none", []),
        ("2027-11-11", -600, "d", "back", ["2027"]),
        ("2027-01-04", -5, "wd", "none", ["2027"]),
        ("2026-12-25", 300, "wd", "none", ["2027, 2028"]),
        ("2002-03-01", 3, "wd", "none", ["2002"]),
    ],
)
def test_years_without_holiday_data_are_named(day: str, amount: int, unit: str, roll: Roll, years: list[str]) -> None:
    assert unknown(day, amount, unit, roll) == years


@pytest.mark.parametrize(
    ("day", "amount", "unit"), [("9999-12-31", 1, "d"), ("0001-01-01", -1, "wd"), ("2024-11-11", 10**10, "w")]
)
def test_a_day_beyond_the_calendar_stops_the_command(day: str, amount: int, unit: str) -> None:
    with pytest.raises(PromoplanError) as caught:
        counted(day, amount, unit)
    assert caught.value.exit_code == USAGE
    assert [problem.code for problem in caught.value.problems] == ["year-out-of-range"]


@pytest.mark.parametrize(
    ("day", "amount", "unit", "is_open"),
    [
        ("12-28", 0, "d", False),
        ("12-29", 0, "d", True),
        ("12-31", 0, "d", True),
        ("12-27", 3, "d", True),
        ("12-20", 8, "d", False),
        ("12-29", -1, "wd", False),
        ("12-31", -3, "wd", True),
        ("12-20", 1, "wd", False),
        ("12-28", 1, "wd", True),
    ],
)
def test_the_last_days_of_the_last_known_year_are_not_final(day: str, amount: int, unit: str, is_open: bool) -> None:
    """The year comes from the data, so that the next notice does not turn this test red."""
    last = max(china(2004, 2099).years)
    start = date.fromisoformat(f"{last}-{day}")
    codes = [problem.code for problem in count(start, amount, unit, "none").problems]
    assert codes == (["unsettled-days-date"] if is_open else [])
    before = start.replace(year=last - 1)
    assert count(before, amount, unit, "none").problems == ()


def test_the_year_after_the_last_known_one_is_unknown() -> None:
    last = max(china(2004, 2099).years)
    (problem,) = count(date(last + 1, 1, 4), 1, "wd", "none").problems
    assert (problem.code, problem.args["years"]) == ("unknown-year-date", str(last + 1))
    assert count(date(last, 12, 15), 1, "wd", "none").problems == ()
