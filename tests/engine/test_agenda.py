"""What a day asks of a team."""

from datetime import date, timedelta
from typing import Any

import pytest
from small_books import DOUBLE_11, book, ids, plan_of

from promoplan.engine.agenda import Agenda, agenda, current_phases, last_day
from promoplan.model.plan import Plan

PHASES: tuple[Any, ...] = (
    "preheat: D-34..D-11",
    "surge: D-10..D-1",
    {"id": "early", "when": "surge.start..surge.start+3d", "in": "surge"},
    "burst: D 00:00..D 24:00",
    "after-sale: D+1..",
)


def planned(*tasks: Any) -> Plan:
    return plan_of(book(tasks, PHASES))


def on(plan: Plan, day: date = DOUBLE_11) -> Agenda:
    return agenda(plan, plan.items, day)


def groups(found: Agenda) -> dict[str, list[str]]:
    named = {name: ids(getattr(found, name)) for name in ("overdue", "due", "under_way", "standing", "soon")}
    return {name: entries for name, entries in named.items() if entries}


@pytest.mark.parametrize(
    ("rule", "group"),
    [
        ("D-1", "overdue"),
        ("D-9..D-1", "overdue"),
        ("D-1 20:00", "overdue"),
        ("D-1 20:00..D-1 24:00", "overdue"),
        ("D", "due"),
        ("D-9..D", "due"),
        ("D 09:00", "due"),
        ("D 20:00..D 24:00", "due"),
        ("D-1 22:00..D 02:00", "due"),
        ("D..D+1", "under_way"),
        ("D-9..D+9", "under_way"),
        ("D 22:00..D+1 02:00", "under_way"),
        ("D..", "under_way"),
        ("D+1", "soon"),
        ("D+3..D+9", "soon"),
        ("D+3 23:59", "soon"),
        ("D+4", ""),
        ("D+4..", ""),
    ],
)
def test_an_item_is_late_due_under_way_or_soon(rule: str, group: str) -> None:
    assert groups(on(planned(f"faq: {rule}"))) == ({group: ["faq"]} if group else {})


@pytest.mark.parametrize(
    ("day", "standing"),
    [("2024-10-31", []), ("2024-11-01", ["unpaid"]), ("2024-11-10", ["unpaid"]), ("2024-11-11", [])],
)
def test_a_standing_rule_holds_on_the_days_of_its_time(day: str, standing: list[str]) -> None:
    plan = planned({"id": "unpaid", "kind": "standing", "phase": "surge"})
    found = on(plan, date.fromisoformat(day))
    assert ids(found.standing) == standing
    assert not (found.overdue or found.due or found.under_way or found.soon)


def test_what_is_due_stands_in_the_order_of_the_clock() -> None:
    plan = planned("late: D-9 23:00..D 22:00", "noon: D 12:00", "first: D-9..D", "day: D", "morning: D 09:00")
    assert ids(on(plan).due) == ["first", "late", "day", "morning", "noon"]


def test_only_the_items_that_are_asked_for_are_sorted() -> None:
    plan = planned("faq: D", "poster: D")
    assert ids(agenda(plan, plan.items[:1], DOUBLE_11).due) == ["faq"]


def test_every_item_of_a_day_is_in_one_group() -> None:
    plan = planned("a: D-1", "b: D", "c: D..D+2", "d: D+2", "e: D+9", {"id": "f", "kind": "standing", "phase": "burst"})
    found = on(plan)
    assert ids(found.items()) == ["a", "b", "c", "f", "d"]
    assert groups(found) == {"overdue": ["a"], "due": ["b"], "under_way": ["c"], "standing": ["f"], "soon": ["d"]}


@pytest.mark.parametrize(
    ("day", "phases"),
    [
        ("2024-10-07", []),
        ("2024-10-31", ["preheat"]),
        ("2024-11-01", ["early"]),
        ("2024-11-04", ["early"]),
        ("2024-11-05", ["surge"]),
        ("2024-11-11", ["burst"]),
        ("2024-11-12", ["after-sale"]),
        ("2034-11-12", ["after-sale"]),
    ],
)
def test_the_phases_of_a_day_are_the_innermost_ones(day: str, phases: list[str]) -> None:
    assert ids(current_phases(planned(), date.fromisoformat(day))) == phases


def test_phases_may_overlap() -> None:
    plan = plan_of(book(["any: D"], ["preheat: D-9..D", "live: D-1..D+1"]))
    assert ids(current_phases(plan, date(2024, 11, 10))) == ["preheat", "live"]


@pytest.mark.parametrize(("days", "to_go"), [(-30, 30), (0, 0), (3, -3)])
def test_the_days_to_go_turn_negative_afterwards(days: int, to_go: int) -> None:
    assert on(planned(), DOUBLE_11 + timedelta(days=days)).to_go == to_go


@pytest.mark.parametrize(
    ("tasks", "last"),
    [
        (("faq: D-3",), "2024-11-11"),
        (("faq: D+3",), "2024-11-14"),
        (("faq: D+3 20:00..D+3 24:00",), "2024-11-14"),
        (("faq: D..", "report: D+2"), "2024-11-13"),
        (("faq: D..",), "2024-11-11"),
    ],
)
def test_a_campaign_is_over_when_all_that_ends_lies_behind(tasks: tuple[str, ...], last: str) -> None:
    plan, day = planned(*tasks), date.fromisoformat(last)
    assert last_day(plan) == day
    assert [on(plan, day + timedelta(days=n)).is_over for n in (-1, 0, 1)] == [False, False, True]


def test_a_day_that_asks_nothing_is_empty() -> None:
    plan = planned("faq: D")
    assert on(plan, date(2024, 10, 1)).is_empty()
    assert not on(plan, date(2024, 11, 8)).is_empty()


def test_red_lines_of_the_day_s_phases_come_with_the_nearest_first() -> None:
    redline = {"title": "x", "says": "x", "why": "x", "lawful": "x", "instead": "faq"}
    redlines = {
        "sms": {**redline, "phases": "surge"}, "reviews": {**redline, "phases": ["early", "burst"]},
        "later": {**redline, "phases": "burst"}, "always": redline,
    }  # fmt: skip
    tasks = [{"id": "faq", "when": "D-10..D-8", "phase": "early", "avoids": "reviews"}]
    plan = plan_of(book(tasks, PHASES, redlines=redlines))
    assert ids(on(plan, date(2024, 11, 2)).redlines) == ["reviews", "sms"]
    assert ids(on(plan, date(2024, 11, 4)).redlines) == ["sms", "reviews"]
    assert ids(on(plan, date(2024, 11, 6)).redlines) == ["sms"]
    assert ids(on(plan, date(2024, 10, 9)).redlines) == []
