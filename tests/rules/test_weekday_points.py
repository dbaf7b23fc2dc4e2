"""Points near a weekday, months away, and spans by their length or into the next day."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from rule_world import World, dated, reach, refused

WORLD = World(reaches={"phase": reach("2024-11-04..2024-11-10"), "presale": reach("2024-10-14 20:00")})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mon of D", "2024-11-11"),
        ("sun of D", "2024-11-17"),
        ("mon of D-1", "2024-11-04"),
        ("thu before D", "2024-11-07"),
        ("mon before D", "2024-11-04"),
        ("mon after D", "2024-11-18"),
        ("tue after D", "2024-11-12"),
        ("thu before D-30 10:00", "2024-10-10 10:00:00+08:00"),
        ("wed before phase.end", "2024-11-06"),
        ("fri after presale", "2024-10-18"),
        ("D+1mo", "2024-12-11"),
        ("D-12mo+20d", "2023-12-01"),
        ("2024-03-31-1mo", "2024-02-29"),
        ("2025-03-31-1mo", "2025-02-28"),
        ("2024-12-31+2mo", "2025-02-28"),
        ("D 20:00+4h", "2024-11-12 00:00:00+08:00"),
        ("D 20:00-90min", "2024-11-11 18:30:00+08:00"),
        ("D 20:00 for 4h", "2024-11-11 20:00:00+08:00..2024-11-12 00:00:00+08:00"),
        ("presale for 2h", "2024-10-14 20:00:00+08:00..2024-10-14 22:00:00+08:00"),
        ("D for 1d", "2024-11-11"),
        ("D-3 for 2w", "2024-11-08..2024-11-21"),
        ("D 20:00 for 2d", "2024-11-11 20:00:00+08:00..2024-11-13 20:00:00+08:00"),
        ("before phase for 3d", "2024-11-03..2024-11-05"),
        ("D-1 20:00..02:00", "2024-11-10 20:00:00+08:00..2024-11-11 02:00:00+08:00"),
        ("before phase 22:00..01:00", "2024-11-03 22:00:00+08:00..2024-11-04 01:00:00+08:00"),
        ("D 00:00..24:00", "2024-11-11 00:00:00+08:00..2024-11-12 00:00:00+08:00"),
        ("D 20:00..20:30", "2024-11-11 20:00:00+08:00..2024-11-11 20:30:00+08:00"),
    ],
)
def test_a_point_or_a_span_is_found(text: str, found: str) -> None:
    assert dated(text, WORLD) == [f"- {found}"]


def test_hours_that_follow_a_moment_are_real_ones() -> None:
    world = World(date(2024, 11, 3), zone=ZoneInfo("America/Los_Angeles"))
    assert dated("D 00:00 for 4h", world) == ["- 2024-11-03 00:00:00-07:00..2024-11-03 03:00:00-08:00"]


def test_a_window_at_the_year_s_end_runs_into_the_next() -> None:
    assert dated("D 22:00..02:00", World(date(2024, 12, 31))) == [
        "- 2024-12-31 22:00:00+08:00..2025-01-01 02:00:00+08:00"
    ]


@pytest.mark.parametrize("text", ["mon D", "thu near D", "D for 0d", "D for 3wd", "D 20:00+4d", "D for", "mo of D"])
def test_what_is_no_such_form_is_refused(text: str) -> None:
    assert refused(text)[0][0] == "bad-when"
