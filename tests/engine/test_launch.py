"""Tasks that wait for a platform feature."""

from datetime import date
from typing import Any

import pytest
from small_books import book, dropped, items, plan_of, problems

from promoplan.model.fields import expected_days
from promoplan.model.plan import Plan
from promoplan.rules.stamp import Step
from promoplan.text import Text

SEPTEMBER = date(2019, 9, 2)
CARD = Text("名片", "Chat card")


def launched(rule: Any, expected: str, phase: str = "D-14..D+28", **more: Any) -> Plan:
    task = {"id": "use", "when": rule, "features": ["card"], **more}
    features = {"card": {"title": CARD, "expected": expected}}
    return plan_of(book([task], [f"festival: {phase}"], features=features), SEPTEMBER)


@pytest.mark.parametrize(
    ("expected", "first", "last"),
    [
        ("2019-08-26", "2019-08-26", "2019-08-26"),
        ("2019-09 early", "2019-09-01", "2019-09-10"),
        ("2019-09 mid", "2019-09-11", "2019-09-20"),
        ("2019-09 late", "2019-09-21", "2019-09-30"),
        ("2019-08 late", "2019-08-21", "2019-08-31"),
        ("2020-02 late", "2020-02-21", "2020-02-29"),
        ("2019-02 late", "2019-02-21", "2019-02-28"),
        ("2019-12 late", "2019-12-21", "2019-12-31"),
        ("2019-09", "2019-09-01", "2019-09-30"),
        ("2019-12", "2019-12-01", "2019-12-31"),
    ],
)
def test_announcements_name_a_day_a_month_or_a_third_of_it(expected: str, first: str, last: str) -> None:
    assert expected_days(expected) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["2019-09-31", "2019-13", "2019-00 early", "2019-09 soon", "2019-9", "09-2019", ""])
def test_no_other_announcement_is_read(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        expected_days(text)


@pytest.mark.parametrize(
    ("expected", "start"),
    [
        ("2019-09 early", "2019-09-01"), ("2019-09 mid", "2019-09-11"), ("2019-09 late", "2019-09-21"),
        ("2019-08 late", "2019-08-21"), ("2019-08-26", "2019-08-26"), ("2019-09", "2019-09-01"),
    ],
)  # fmt: skip
def test_a_task_starts_no_earlier_than_the_first_day_expected(expected: str, start: str) -> None:
    plan = launched("D-14..D+25", expected)
    assert items(plan) == [f"use {start}..2019-09-27"]
    args = {"name": "use", "feature": CARD, "live": date.fromisoformat(start), "start": date(2019, 8, 19)}
    assert problems(plan) == [("before-feature", args)]
    assert [problem.severity for problem in plan.problems] == ["warning"]
    assert plan.items[0].steps[-1] == Step("feature", date.fromisoformat(start), ("card",))


@pytest.mark.parametrize("rule", ["D", "D+3..D+5", "D 00:00", "D.."])
def test_what_starts_on_the_launch_day_or_later_stays(rule: str) -> None:
    plan = launched(rule, "2019-09-02")
    assert problems(plan) == []
    assert [step.kind for step in plan.items[0].steps if step.kind == "feature"] == []


@pytest.mark.parametrize(
    ("rule", "item"),
    [
        ("D-3", "use 2019-09-11"),
        ("D-3..D-1", "use 2019-09-11"),
        ("D-3 20:00", "use 2019-09-11"),
        ("D-3 20:00..D 20:00", "use 2019-09-11"),
        ("D-3 20:00..D+8 24:00", "use 2019-09-11"),
        ("D-3 20:00..D+9 24:00", "use 2019-09-11 00:00:00+08:00..2019-09-12 00:00:00+08:00"),
        ("D-3 20:00..D+9 18:00", "use 2019-09-11 00:00:00+08:00..2019-09-11 18:00:00+08:00"),
        ("D-3..", "use 2019-09-11.."),
        ("D-3 20:00..", "use 2019-09-11.."),
    ],
)
def test_what_is_over_before_the_launch_takes_the_launch_day(rule: str, item: str) -> None:
    assert items(launched(rule, "2019-09 mid")) == [item]


def test_a_task_that_would_end_before_the_launch_is_named_with_its_end() -> None:
    args = {"name": "use", "feature": CARD, "live": date(2019, 9, 11), "end": date(2019, 9, 1)}
    assert problems(launched("D-3..D-1", "2019-09 mid")) == [("after-end", args)]


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("2019-08-31", ["use@d3 2019-09-01", "use@d5 2019-09-03"]),
        ("2019-09-01", ["use@d3 2019-09-01", "use@d5 2019-09-03"]),
        ("2019-09-02", ["use@d5 2019-09-03"]),
        ("2019-09-05", ["use@d5 2019-09-05"]),
    ],
)
def test_of_a_repeat_what_lies_before_the_launch_falls_away_but_the_last_stays(expected: str, found: list[str]) -> None:
    assert items(launched({"every": "2d", "in": "D-3..D+2"}, expected)) == found


def test_a_shift_that_goes_on_after_the_launch_starts_with_it() -> None:
    rota = {"rota": ["A", "B"], "shift": "24h", "in": "D-2 20:00..D+1 20:00"}
    assert items(launched(rota, "2019-09-02")) == [
        "use@s2 2019-09-02 00:00:00+08:00..2019-09-02 20:00:00+08:00",
        "use@s3 2019-09-02 20:00:00+08:00..2019-09-03 20:00:00+08:00",
    ]


def test_a_task_whose_phase_is_over_by_then_is_left_out() -> None:
    plan = launched("D-3", "2019-09 late", phase="D-14..D+3")
    assert (items(plan), dropped(plan)) == ([], ["task use: feature card"])
    assert problems(plan) == [("after-phase", {"name": "use", "feature": CARD, "live": date(2019, 9, 21)})]


def test_the_last_of_several_launches_counts() -> None:
    features = {
        "card": {"title": CARD, "expected": "2019-09 early"},
        "live": {"title": "Live", "expected": "2019-09 mid"},
        "old": {"title": "Old", "expected": "2018-01"},
    }
    task = {"id": "use", "when": "D-14..D+25", "features": ["card", "live", "old"]}
    plan = plan_of(book([task], ["festival: D-14..D+28"], features=features), SEPTEMBER)
    assert items(plan) == ["use 2019-09-11..2019-09-27"]


@pytest.mark.parametrize(("roll", "start"), [("none", "2019-09-07"), ("back", "2019-09-07"), ("forward", "2019-09-09")])
def test_rolling_off_a_launch_on_a_saturday_never_goes_before_it(roll: str, start: str) -> None:
    assert items(launched("D-3", "2019-09-07", roll=roll)) == [f"use {start}"]


@pytest.mark.parametrize(("expected", "day"), [("2019-09-11", "2019-09-12"), ("2019-09-13", "2019-09-15")])
def test_rolling_back_to_a_day_before_the_launch_leaves_the_day_as_it_was(expected: str, day: str) -> None:
    assert items(launched("D+13", expected, roll="back")) == [f"use {day}"]


def test_what_follows_counts_from_the_launch() -> None:
    features = {"card": {"title": CARD, "expected": "2019-09 mid"}}
    playbook = book(
        [{"id": "use", "when": "D", "features": "card"}, "report: after use"], ["festival: month"], features=features
    )
    assert items(plan_of(playbook, SEPTEMBER)) == ["use 2019-09-11", "report 2019-09-12"]
