"""Repeats inside a span: which days, with which keys."""

from datetime import date
from typing import Any

import pytest
from rule_world import World, dated, reach, refused, rule, undated

from promoplan.rules.base import Missing, Ref
from promoplan.rules.stamp import Step
from promoplan.text import Text
from promoplan.workdays import WEEKENDS

WORLD = World(
    reaches={
        "phase": reach("2024-11-01..2024-11-10"),
        "surge": reach("2024-11-01..2024-11-10"),
        "national-day": reach("2024-09-27..2024-10-13"),
        "evening": reach("2024-11-09 20:00..2024-11-11 00:00"),
        "after-sale": reach("2024-11-12.."),
    },
    left_out=("wave2",),
)


def days(every: str, span: str, world: World = WORLD) -> list[str]:
    return dated({"every": every, "in": span}, world)


@pytest.mark.parametrize(
    ("every", "slots"),
    [
        ("day", ["d1 2024-11-08", "d2 2024-11-09", "d3 2024-11-10", "d4 2024-11-11"]),
        ("1d", ["d1 2024-11-08", "d2 2024-11-09", "d3 2024-11-10", "d4 2024-11-11"]),
        ("2d", ["d1 2024-11-08", "d3 2024-11-10"]),
        ("3 d", ["d1 2024-11-08", "d4 2024-11-11"]),
        ("4d", ["d1 2024-11-08"]),
        ("week", ["d1 2024-11-08"]),
    ],
)
def test_every_few_days_counts_from_the_first_day(every: str, slots: list[str]) -> None:
    assert days(every, "D-3..D") == slots


@pytest.mark.parametrize("every", ["week", "1w", "7d"])
def test_weeks_count_from_the_first_day(every: str) -> None:
    assert days(every, "D-21..D") == ["d1 2024-10-21", "d8 2024-10-28", "d15 2024-11-04", "d22 2024-11-11"]


def test_two_weeks_are_fourteen_days() -> None:
    assert days("2w", "D-21..D") == ["d1 2024-10-21", "d15 2024-11-04"]


@pytest.mark.parametrize(
    ("every", "slots"),
    [
        ("mon", ["mon1 2024-11-04", "mon2 2024-11-11"]),
        ("mon, thu", ["thu1 2024-10-31", "mon1 2024-11-04", "thu2 2024-11-07", "mon2 2024-11-11"]),
        ("thu,mon", ["thu1 2024-10-31", "mon1 2024-11-04", "thu2 2024-11-07", "mon2 2024-11-11"]),
        ("sat, sun", ["sat1 2024-11-02", "sun1 2024-11-03", "sat2 2024-11-09", "sun2 2024-11-10"]),
        ("sun", ["sun1 2024-11-03", "sun2 2024-11-10"]),
    ],
)
def test_weekdays_are_counted_each_on_their_own(every: str, slots: list[str]) -> None:
    assert days(every, "D-11..D") == slots


def test_a_weekday_that_is_not_in_the_span_gives_nothing() -> None:
    assert days("wed", "D-3..D") == []


def test_working_days_leave_out_the_holiday_and_keep_make_up_days() -> None:
    assert days("workday", "national-day") == [
        "wd1 2024-09-27", "wd2 2024-09-29", "wd3 2024-09-30", "wd4 2024-10-08", "wd5 2024-10-09", "wd6 2024-10-10",
        "wd7 2024-10-11", "wd8 2024-10-12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("span", "slots"),
    [
        ("2024-01-31..2024-05-01", ["m1 2024-01-31", "m2 2024-02-29", "m3 2024-03-31", "m4 2024-04-30"]),
        ("2023-01-31..2023-03-31", ["m1 2023-01-31", "m2 2023-02-28", "m3 2023-03-31"]),
        ("2024-01-31..2024-02-28", ["m1 2024-01-31"]),
        ("2024-11-11..2025-02-11", ["m1 2024-11-11", "m2 2024-12-11", "m3 2025-01-11", "m4 2025-02-11"]),
        ("2024-11-11..2024-12-10", ["m1 2024-11-11"]),
    ],
)
def test_a_month_that_is_too_short_takes_its_last_day(span: str, slots: list[str]) -> None:
    assert days("month", span) == slots


@pytest.mark.parametrize(
    ("span", "slots"),
    [
        ("2024-02-28..2024-03-01", ["d1 2024-02-28", "d2 2024-02-29", "d3 2024-03-01"]),
        ("2023-02-28..2023-03-01", ["d1 2023-02-28", "d2 2023-03-01"]),
        ("2024-12-31..2025-01-01", ["d1 2024-12-31", "d2 2025-01-01"]),
        ("evening", ["d1 2024-11-09", "d2 2024-11-10"]),
        ("D 00:00..D 24:00", ["d1 2024-11-11"]),
        ("D", ["d1 2024-11-11"]),
    ],
)
def test_every_day_that_the_span_touches_counts(span: str, slots: list[str]) -> None:
    assert days("day", span) == slots


def test_without_a_span_the_task_s_phase_is_meant() -> None:
    assert dated({"every": "mon"}, WORLD) == ["mon1 2024-11-04"]


def test_hours_of_another_market_are_turned_into_ours() -> None:
    form = {"every": "day", "in": "D-9..D-6", "hours": "09:00-12:00 America/Los_Angeles"}
    assert dated(form) == [
        "d1 2024-11-02 00:00:00+08:00..2024-11-02 03:00:00+08:00",
        "d2 2024-11-03 00:00:00+08:00..2024-11-03 03:00:00+08:00",
        "d3 2024-11-04 01:00:00+08:00..2024-11-04 04:00:00+08:00",
        "d4 2024-11-05 01:00:00+08:00..2024-11-05 04:00:00+08:00",
    ]


def test_a_day_without_the_window_is_left_out_and_keeps_its_number() -> None:
    form = {"every": "day", "in": "D-9..D-7", "hours": "08:00-09:00 America/Los_Angeles"}
    assert dated(form) == [
        "d1 2024-11-02 23:00:00+08:00..2024-11-03 00:00:00+08:00",
        "d3 2024-11-04 00:00:00+08:00..2024-11-04 01:00:00+08:00",
    ]


def test_several_hours_number_each_other() -> None:
    form = {"every": "mon", "in": "surge", "hours": ["10:00-11:00", "23:00-01:00"]}
    assert dated(form, WORLD) == [
        "mon1-h1 2024-11-04 10:00:00+08:00..2024-11-04 11:00:00+08:00",
        "mon1-h2 2024-11-04 23:00:00+08:00..2024-11-05 01:00:00+08:00",
    ]


@pytest.mark.parametrize("every", ["day", "mon, thu", "workday", "2w"])
def test_keys_do_not_hang_on_the_date(every: str) -> None:
    form = {"every": every, "in": "D-28..D-1"}
    here, later = World(date(2024, 12, 30), workdays=WEEKENDS), World(date(2025, 3, 3), workdays=WEEKENDS)
    assert [slot.key for slot in rule(form).slots(here)] == [slot.key for slot in rule(form).slots(later)]


def test_each_slot_says_which_repeat_it_is() -> None:
    [slot] = rule({"every": "3d", "in": "D-1..D", "hours": "10:00-11:00"}).slots(World())
    assert [step.kind for step in slot.steps] == ["base", "shift", "base", "repeat", "hours"]
    assert slot.steps[-2:] == (
        Step("repeat", date(2024, 11, 10), ("3d", 1)), Step("hours", slot.start, ("10:00-11:00",)),
    )  # fmt: skip


@pytest.mark.parametrize("span", ["after-sale", "D.."])
def test_a_repeat_needs_an_end(span: str) -> None:
    assert undated({"every": "day", "in": span}, WORLD) == ("open-end", {"name": span})


def test_a_repeat_in_a_phase_with_an_open_end_says_so() -> None:
    world = World(reaches=WORLD.reaches, phase="after-sale")
    assert undated({"every": "day"}, world) == ("open-end", {"name": Text("所在阶段", "its phase")})


def test_a_repeat_in_what_is_left_out_is_missing() -> None:
    with pytest.raises(Missing, match="wave2"):
        days("day", "wave2")


@pytest.mark.parametrize(
    ("form", "faults"),
    [
        ({"every": ""}, [("bad-every", 0)]),
        ({"every": "monday"}, [("bad-every", 0)]),
        ({"every": "mon thu"}, [("bad-every", 0)]),
        ({"every": "mon, day"}, [("bad-every", 0)]),
        ({"every": "0d"}, [("bad-every", 0)]),
        ({"every": "4h"}, [("bad-every", 0)]),
        ({"every": "1000d"}, [("bad-every", 0)]),
        ({"every": 4}, [("string_type", 0)]),
        ({"every": "day", "in": "D-3..x.mid"}, [("bad-edge", 7)]),
        ({"every": "day", "hours": "9-12"}, [("bad-hours", 0)]),
        ({"every": "day", "hours": ["09:00-12:00", "09:00-25:00"]}, [("bad-time", 6)]),
        ({"every": "day", "on": "D"}, [("extra_forbidden", 0)]),
    ],
)
def test_faults_are_named(form: dict[str, Any], faults: list[tuple[str, int]]) -> None:
    assert refused(form) == faults


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ({"every": "mon, thu"}, "every mon, thu"),
        ({"every": "4d", "in": "surge"}, "every 4d in surge"),
        (
            {"every": "day", "in": "D", "hours": ["09:00-10:00", "20:00-24:00 UTC"]},
            "every day in D 09:00-10:00, 20:00-00:00 UTC",
        ),
    ],
)
def test_a_repeat_shows_in_one_line(form: dict[str, Any], shown: str) -> None:
    assert str(rule(form)) == shown


def test_references_are_those_of_the_span() -> None:
    assert list(rule({"every": "day", "in": "preheat.start..D-1"}).refs()) == [
        Ref("preheat", "start", 0),
        Ref("D", "", 15),
    ]
    assert list(rule({"every": "day"}).refs()) == []
