"""Days of every year: as they are written, and in a year."""

import pytest
from rule_world import refusal

from promoplan.engine.lunar import day_in
from promoplan.rules.yearday import YearDay, parse_year_day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("11-11", {2024: "2024-11-11"}),
        ("lunar 07-07", {2024: "2024-08-10", 2025: "2025-08-29", 2026: "2026-08-19", 2027: "2027-08-08"}),
        ("lunar 01-01 -28d", {2025: "2025-01-01", 2026: "2026-01-20", 2027: "2027-01-09"}),
        ("4th thu of 11 +1d", {2023: "2023-11-24", 2024: "2024-11-29", 2025: "2025-11-28", 2026: "2026-11-27"}),
        ("4th Thu of 11+4d", {2024: "2024-12-02"}),
        ("2nd tue of 7", {2023: "2023-07-11"}),
        ("1st mon of 09", {2024: "2024-09-02", 2025: "2025-09-01"}),
        ("last fri of 11", {2024: "2024-11-29", 2026: "2026-11-27"}),
        ("last sun of 2", {2024: "2024-02-25", 2026: "2026-02-22"}),
    ],
)
def test_a_day_of_every_year_in_a_year(text: str, days: dict[int, str]) -> None:
    assert {year: day_in(parse_year_day(text), year).isoformat() for year in days} == days


def test_a_day_that_was_read_stays() -> None:
    assert parse_year_day(YearDay(2, 14)) == YearDay(2, 14)


@pytest.mark.parametrize(
    "text",
    ["11-31", "lunar 13-01", "lunar 01-31", "5th thu of 11", "4th thu", "thu of 11", "4th thu of 13", "11-11 +1w", ""],
)
def test_what_is_no_day_of_a_year_is_refused(text: str) -> None:
    assert refusal(parse_year_day, text) == ("bad-month-day", 0)
