"""The working-day calendar: weekends, public holidays, make-up days, a team's own days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promoplan.text import Text
from promoplan.workdays import HOLIDAYS, WEEKENDS, Roll, china

CHINA = china(2023, 2027)
NATIONAL_DAY_2024 = [date(2024, 10, day) for day in range(1, 8)]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2024-11-11", True),
        ("2024-11-09", False),
        ("2024-11-10", False),
        ("2024-09-29", True),
        ("2024-10-12", True),
        ("2024-10-01", False),
        ("2024-10-07", False),
        ("2024-10-08", True),
        ("2024-02-10", False),
        ("2024-02-12", False),
        ("2024-02-04", True),
        ("2024-02-18", True),
        ("2024-02-29", True),
        ("2025-01-26", True),
        ("2025-01-28", False),
        ("2026-02-16", False),
        ("2026-02-28", True),
    ],
)
def test_holidays_rest_and_make_up_days_work(day: str, works: bool) -> None:
    assert CHINA.is_workday(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("year", "makeup"),
    [
        (2024, ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"]),
        (2025, ["01-26", "02-08", "04-27", "09-28", "10-11"]),
        (2026, ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]),
        (2027, []),
    ],
)
def test_the_make_up_days_of_a_year_are_those_of_the_notice(year: int, makeup: list[str]) -> None:
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    assert [f"{day:%m-%d}" for day in days if CHINA.is_makeup(day)] == makeup


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2024-10-01", Text("国庆节", "National Day")),
        ("2024-02-10", Text("春节", "Spring Festival")),
        ("2024-09-17", Text("中秋节", "Mid-autumn Festival")),
        ("2024-06-10", Text("端午节", "Dragon Boat Festival")),
        ("2024-04-04", Text("清明节", "Tomb-sweeping Day")),
        ("2024-05-01", Text("劳动节", "Labour Day")),
        ("2024-01-01", Text("元旦", "New Year's Day")),
        ("2024-11-10", None),
        ("2024-10-12", None),
        ("2024-11-11", None),
    ],
)
def test_a_holiday_has_its_name_and_a_weekend_none(day: str, name: Text | None) -> None:
    assert CHINA.holiday(date.fromisoformat(day)) == name


def test_every_holiday_of_the_data_has_a_chinese_name() -> None:
    assert {name.zh for _, name in china(2004, 2026).names} == set(HOLIDAYS.values())


@pytest.mark.parametrize(
    ("start", "amount", "day"),
    [
        ("2024-11-11", -30, "2024-09-25"),
        ("2024-09-25", 30, "2024-11-11"),
        ("2024-11-11", -1, "2024-11-08"),
        ("2024-11-08", 1, "2024-11-11"),
        ("2024-11-11", 0, "2024-11-11"),
        ("2024-11-10", 0, "2024-11-10"),
        ("2024-11-09", 1, "2024-11-11"),
        ("2024-11-09", -1, "2024-11-08"),
        ("2024-09-30", 1, "2024-10-08"),
        ("2024-10-08", -1, "2024-09-30"),
        ("2024-09-28", 1, "2024-09-29"),
        ("2024-10-11", 2, "2024-10-14"),
        ("2024-02-09", 1, "2024-02-18"),
        ("2024-02-28", 2, "2024-03-01"),
        ("2024-12-31", 1, "2025-01-02"),
        ("2025-01-02", -1, "2024-12-31"),
    ],
)
def test_working_days_are_counted_without_the_first(start: str, amount: int, day: str) -> None:
    assert CHINA.add(date.fromisoformat(start), amount) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "way", "rolled"),
    [
        ("2024-10-02", "back", "2024-09-30"),
        ("2024-10-02", "forward", "2024-10-08"),
        ("2024-10-02", "none", "2024-10-02"),
        ("2024-11-09", "back", "2024-11-08"),
        ("2024-11-10", "forward", "2024-11-11"),
        ("2024-10-12", "back", "2024-10-12"),
        ("2024-10-13", "back", "2024-10-12"),
        ("2024-10-13", "forward", "2024-10-14"),
        ("2024-09-28", "forward", "2024-09-29"),
        ("2024-11-11", "forward", "2024-11-11"),
        ("2025-01-01", "back", "2024-12-31"),
        ("2024-02-12", "back", "2024-02-09"),
        ("2024-02-12", "forward", "2024-02-18"),
    ],
)
def test_a_rest_day_rolls_to_the_nearest_working_day_that_way(day: str, way: Roll, rolled: str) -> None:
    assert CHINA.roll(date.fromisoformat(day), way) == date.fromisoformat(rolled)


def test_a_year_without_data_counts_weekends_only_and_is_known_to_be_unknown() -> None:
    assert CHINA.is_workday(date(2027, 10, 1))
    assert not CHINA.is_workday(date(2027, 10, 2))
    assert CHINA.holiday(date(2027, 10, 1)) is None
    assert CHINA.add(date(2027, 9, 30), 1) == date(2027, 10, 1)
    assert CHINA.years == {2023, 2024, 2025, 2026}


def test_only_the_years_asked_for_are_taken() -> None:
    assert china(2025, 2025).years == {2025}
    assert china(2025, 2025).is_workday(date(2024, 10, 1))
    assert china(2100, 2101).years == set()


def test_without_data_every_week_is_alike() -> None:
    days = [date(2024, 9, 30) + timedelta(days=n) for n in range(14)]
    assert [WEEKENDS.is_workday(day) for day in days] == [*[True] * 5, False, False] * 2
    assert WEEKENDS.years == frozenset()


def test_a_team_s_own_days_win() -> None:
    own = CHINA.with_days(off=[date(2024, 11, 12), date(2024, 10, 12)], work=[date(2024, 10, 7), date(2024, 11, 16)])
    changed = [date(2024, 11, 12), date(2024, 10, 12), date(2024, 10, 7), date(2024, 11, 16)]
    assert [own.is_workday(day) for day in changed] == [False, False, True, True]
    assert [own.is_makeup(day) for day in changed] == [False, False, False, True]
    assert own.holiday(date(2024, 11, 12)) == Text("休息日", "day off")
    assert own.holiday(date(2024, 10, 7)) is None
    assert own.holiday(date(2024, 10, 6)) == Text("国庆节", "National Day")
    assert own.years == CHINA.years


def test_a_team_s_own_days_fill_a_year_without_data() -> None:
    own = CHINA.with_days(off=[date(2027, 10, 1)], work=[date(2027, 10, 9)])
    assert own.add(date(2027, 9, 30), 1) == date(2027, 10, 4)
    assert own.roll(date(2027, 10, 9), "back") == date(2027, 10, 9)


def test_no_days_of_its_own_change_nothing() -> None:
    assert CHINA.with_days((), ()) == CHINA


KNOWN_DAYS = st.dates(date(2023, 3, 1), date(2026, 10, 31))


@settings(derandomize=True, deadline=None)
@given(day=KNOWN_DAYS, amount=st.integers(-40, 40).filter(bool))
def test_counting_leads_to_a_working_day_with_as_many_between(day: date, amount: int) -> None:
    found = CHINA.add(day, amount)
    first, last = (day + timedelta(days=1), found) if amount > 0 else (found, day - timedelta(days=1))
    between = (first + timedelta(days=n) for n in range((last - first).days + 1))
    assert CHINA.is_workday(found)
    assert sum(map(CHINA.is_workday, between)) == abs(amount)


def test_of_a_day_that_is_off_and_worked_the_work_counts() -> None:
    both = CHINA.with_days(off=[date(2024, 11, 12), date(2024, 11, 16)], work=[date(2024, 11, 12), date(2024, 11, 16)])
    assert both.is_workday(date(2024, 11, 12))
    assert both.is_makeup(date(2024, 11, 16))
    assert both.holiday(date(2024, 11, 12)) is None
    assert both.add(date(2024, 11, 11), 1) == date(2024, 11, 12)


def test_thousands_of_working_days_are_counted_at_once() -> None:
    assert WEEKENDS.add(date(2024, 11, 11), 500_000) == date(2024, 11, 11) + timedelta(weeks=100_000)
    assert WEEKENDS.add(date(2024, 11, 16), -5) == date(2024, 11, 11)
    with pytest.raises(OverflowError):
        CHINA.add(date(2024, 11, 11), 9_999_999)


@settings(derandomize=True, deadline=None)
@given(first=KNOWN_DAYS, length=st.integers(-9, 400), own=st.sets(KNOWN_DAYS, max_size=9), off=st.booleans())
def test_working_days_between_are_those_one_would_tick_off(first: date, length: int, own: set[date], off: bool) -> None:
    calendar = CHINA.with_days(own if off else (), () if off else own)
    between = (first + timedelta(days=n) for n in range(1, length + 1))
    last = first + timedelta(days=length)
    assert calendar.worked.between(first, last) == sum(map(calendar.is_workday, between))


@settings(derandomize=True, deadline=None)
@given(day=KNOWN_DAYS)
def test_rolling_ends_on_a_working_day_and_stays_there(day: date) -> None:
    back, forward = CHINA.roll(day, "back"), CHINA.roll(day, "forward")
    assert back <= day <= forward
    assert CHINA.roll(back, "back") == back
    assert CHINA.roll(forward, "forward") == forward
    assert (back == forward) is CHINA.is_workday(day)


def test_only_the_last_year_that_is_published_waits_for_a_notice() -> None:
    last = max(china(2004, 2099).years)
    waiting = {date(last, 12, 29), date(last, 12, 30), date(last, 12, 31)}
    assert china(last - 2, last).unsettled == china(last, last + 2).unsettled == waiting
    assert china(last - 2, last - 1).unsettled == china(last + 1, last + 2).unsettled == frozenset()
    calendar = china(last, last)
    assert calendar.with_days(off=[date(last, 12, 30)], work=[]).unsettled == waiting - {date(last, 12, 30)}
    assert calendar.with_days(off=[], work=[date(last + 1, 2, 6)]).unsettled == frozenset()
    assert calendar.with_days(off=[date(last, 10, 5)], work=[]).unsettled == waiting
