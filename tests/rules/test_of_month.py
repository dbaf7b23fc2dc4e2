"""Repeats on days of each month."""

from datetime import date

import pytest
from rule_world import World, dated, reach, refused

WORLD = World(reaches={"phase": reach("2024-11-15..2025-03-05")})


@pytest.mark.parametrize(
    ("every", "found"),
    [
        ("10th, 20th", ["m1-20th 2024-11-20", "m2-10th 2024-12-10", "m2-20th 2024-12-20", "m3-10th 2025-01-10",
                        "m3-20th 2025-01-20", "m4-10th 2025-02-10", "m4-20th 2025-02-20"]),
        ("31st", ["m1-31st 2024-11-30", "m2-31st 2024-12-31", "m3-31st 2025-01-31", "m4-31st 2025-02-28"]),
        ("last day", ["m1-last-day 2024-11-30",
                      "m2-last-day 2024-12-31", "m3-last-day 2025-01-31", "m4-last-day 2025-02-28"]),
        ("Last Fri", ["m1-last-fri 2024-11-29",
                      "m2-last-fri 2024-12-27", "m3-last-fri 2025-01-31", "m4-last-fri 2025-02-28"]),
        ("1st mon", ["m2-1st-mon 2024-12-02",
                     "m3-1st-mon 2025-01-06", "m4-1st-mon 2025-02-03", "m5-1st-mon 2025-03-03"]),
    ],
)  # fmt: skip
def test_days_of_each_month(every: str, found: list[str]) -> None:
    assert dated({"every": every}, WORLD) == found


def test_hours_of_a_day_of_each_month() -> None:
    form = {"every": "5th", "in": "D-40..D", "hours": "10:00-11:00"}
    assert dated(form, World(date(2024, 11, 11))) == [
        "m1-5th 2024-10-05 10:00:00+08:00..2024-10-05 11:00:00+08:00",
        "m2-5th 2024-11-05 10:00:00+08:00..2024-11-05 11:00:00+08:00",
    ]


@pytest.mark.parametrize("every", ["32nd", "0th", "5th fri", "last", "fri last", "10th 20th", "10"])
def test_what_no_month_has_is_refused(every: str) -> None:
    assert refused({"every": every}) == [("bad-every", 0)]
