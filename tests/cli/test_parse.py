"""What people type on a command line."""

from datetime import date

import pytest

from promoplan.cli import parse
from promoplan.errors import PromoplanError
from promoplan.text import listed_names

TODAY = date(2024, 10, 20)


@pytest.mark.parametrize(
    "text", ["小李,小王", "小李，小王", "小李、小王", "小李;小王", "小李；小王", " 小李 , , 小王 "]
)
def test_names_are_separated_by_any_comma(text: str) -> None:
    assert listed_names(text) == ["小李", "小王"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-11-11", date(2024, 11, 11)),
        ("2024/11/1", date(2024, 11, 1)),
        ("2024.11.11", date(2024, 11, 11)),
        ("20241111", date(2024, 11, 11)),
        ("2024年11月11日", date(2024, 11, 11)),
        ("11-11", date(2024, 11, 11)),
        ("11月11日", date(2024, 11, 11)),
        ("10-19", date(2025, 10, 19)),
        ("today", TODAY),
        ("明天", date(2024, 10, 21)),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: date) -> None:
    assert parse.day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "soon", "2024-11", "11/11/2024"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(PromoplanError) as caught:
        parse.day(text, TODAY)
    assert [problem.code for problem in caught.value.problems] == ["bad-day"]


@pytest.mark.parametrize("text", ["2024-02-30", "2024-11-31", "13-01", "20241301", "2月30日"])
def test_a_day_that_no_month_has_is_told_apart_from_one_that_cannot_be_read(text: str) -> None:
    with pytest.raises(PromoplanError) as caught:
        parse.day(text, TODAY)
    assert [problem.code for problem in caught.value.problems] == ["no-such-day"]


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("02-29", date(2026, 11, 27), date(2028, 2, 29)),
        ("2月29日", date(2028, 2, 29), date(2028, 2, 29)),
        ("02-29", date(2028, 3, 1), date(2032, 2, 29)),
        ("02-28", date(2026, 11, 27), date(2027, 2, 28)),
        ("11-11", date(2099, 11, 11), date(2099, 11, 11)),
    ],
)
def test_a_day_without_a_year_is_the_next_real_one(text: str, today: date, day: date) -> None:
    assert parse.day(text, today) == day


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("9999-12-31", TODAY),
        ("2500-01-01", TODAY),
        ("2100年1月1日", TODAY),
        ("1999/12/31", TODAY),
        ("00010101", TODAY),
        ("明天", date(2099, 12, 31)),
        ("11-10", date(2099, 11, 11)),
        ("02-29", date(2097, 1, 1)),
    ],
)
def test_a_day_beyond_the_years_of_the_calendar_is_refused(text: str, today: date) -> None:
    with pytest.raises(PromoplanError) as caught:
        parse.day(text, today)
    assert [problem.code for problem in caught.value.problems] == ["year-out-of-range"]


@pytest.mark.parametrize(
    ("text", "shift"), [("-30d", (-30, "d")), ("-30wd", (-30, "wd")), ("+2w", (2, "w")), ("D-7", (-7, "d"))]
)
def test_a_shift_is_an_amount_and_a_unit(text: str, shift: tuple[int, str]) -> None:
    assert parse.shift(text) == shift


@pytest.mark.parametrize(("text", "days"), [("前天", -2), ("昨天", -1), ("今天", 0), ("明天", 1), ("后天", 2)])
def test_days_near_today_have_names(text: str, days: int) -> None:
    assert (parse.day(text, TODAY) - TODAY).days == days
