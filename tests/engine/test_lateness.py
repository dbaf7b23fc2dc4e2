"""Who is late and by how many working days, who waits for whom, and what that does to a day's list."""

from dataclasses import replace
from datetime import date

import pytest
from small_books import DOUBLE_11, book, plan_of

from promoplan.engine.agenda import agenda
from promoplan.engine.lateness import awaited, days_late, open_items, waits_for
from promoplan.engine.placing import placed
from promoplan.engine.select import Filter, keep, statuses
from promoplan.errors import PromoplanError
from promoplan.model.plan import Item, Plan
from promoplan.model.progress import Progress, State

TASKS = (
    {"id": "choose", "when": "D-30"},
    {"id": "photo", "when": "D-20..D-15", "needs": ["choose"], "roles": "sales"},
    {"id": "page", "when": "D-10", "needs": ["choose", "photo"]},
    {"id": "watch", "when": {"every": "day", "in": "D-3..D-2"}, "needs": ["page"]},
    {"id": "rule", "kind": "standing", "phase": "preheat", "trigger": "x", "needs": ["choose"]},
)


def stood(**status: str) -> Plan:
    """The plan with some tasks at a status; `@` cannot be written in a name, so a repeat's key follows `__`."""
    states = {name.replace("__", "@"): State(told) for name, told in status.items()}  # type: ignore[arg-type]
    return placed(plan_of(book(TASKS)), Progress(states=states), {})


def item(plan: Plan, name: str) -> Item:
    return next(item for item in plan.items if item.id == name)


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        ("D", DOUBLE_11, 0),
        ("D+1", DOUBLE_11, 0),
        ("D-1", DOUBLE_11, 1),
        ("D-3", DOUBLE_11, 1),
        ("D-4", DOUBLE_11, 2),
        ("D-4", date(2024, 11, 8), 1),
        ("D-4", date(2024, 11, 9), 1),
        ("D-3", date(2024, 11, 9), 1),
        ("D-42", date(2024, 10, 7), 1),
        ("D-42", date(2024, 10, 8), 1),
        ("D-42", date(2024, 10, 12), 5),
        ("D-1..", date(2025, 11, 11), 0),
    ],
)
def test_days_late_are_working_days(due: str, today: date, late: int) -> None:
    """Due on a Friday and looked at on Saturday is late by one; 2024-10-01 to 10-07 are off, 10-12 is worked."""
    plan = plan_of(book([f"poster: {due}"]))
    assert days_late(plan.items[0], plan, today) == late


@pytest.mark.parametrize(("status", "late"), [("open", 1), ("started", 1), ("blocked", 1), ("done", 0), ("skipped", 0)])
def test_only_what_is_open_is_late(status: str, late: int) -> None:
    plan = stood(page=status)
    assert days_late(item(plan, "page"), plan, date(2024, 11, 2)) == late


def test_a_standing_rule_is_never_late() -> None:
    plan = stood()
    assert days_late(item(plan, "rule"), plan, date(2025, 1, 1)) == 0


@pytest.mark.parametrize(
    ("status", "today", "waits"),
    [
        ({}, date(2024, 10, 12), []),
        ({}, date(2024, 10, 13), ["choose"]),
        ({}, date(2024, 10, 28), ["choose", "photo"]),
        ({"choose": "done"}, date(2024, 10, 28), ["photo"]),
        ({"choose": "skipped", "photo": "done"}, date(2024, 10, 28), []),
        ({"choose": "started"}, date(2024, 10, 13), ["choose"]),
        ({"page": "blocked"}, date(2024, 9, 1), ["choose", "photo"]),
        ({"page": "blocked", "choose": "done"}, date(2024, 9, 1), ["photo"]),
    ],
)
def test_an_item_waits_for_what_is_overdue_and_a_blocked_one_for_all(
    status: dict[str, str], today: date, waits: list[str]
) -> None:
    plan = stood(**status)
    found = waits_for(item(plan, "page"), open_items(plan), plan, today)
    assert [each.id for each in found] == waits


def test_of_a_repeat_the_first_open_one_waits() -> None:
    plan = stood(watch__d1="done")
    (found,) = awaited([item(plan, "page")], plan, date(2024, 11, 9))
    assert (found[0].id, [each.id for each in found[1]]) == ("page", ["watch@d2"])


def test_others_wait_only_for_what_is_late_and_ours() -> None:
    plan = stood()
    mine = keep(plan, Filter(roles=frozenset({"sales"})))
    assert agenda(plan, mine, date(2024, 10, 27)).awaited == ()
    (found,) = agenda(plan, mine, date(2024, 10, 28)).awaited
    assert (found.other.id, [each.id for each in found.mine]) == ("page", ["photo"])
    assert agenda(plan, plan.items, date(2024, 10, 28)).awaited == ()
    done = stood(photo="done")
    assert agenda(done, keep(done, Filter(roles=frozenset({"sales"}))), date(2024, 10, 28)).awaited == ()


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        ("2024-10-19T16:00:00+00:00", True),
        ("2024-10-20T15:59:59+00:00", True),
        ("2024-10-19T15:59:59+00:00", False),
        ("2024-10-20", False),
        ("2024-10-20T09:00:00", False),
        ("9999-12-31T23:59:59-12:00", False),
        ("soon", False),
        ("", False),
    ],
)
def test_done_today_is_the_day_of_the_plans_zone(at: str, counts: bool) -> None:
    plan = stood()
    ticked = [replace(item(plan, "choose"), state=State("done", at))]
    assert (len(agenda(plan, ticked, date(2024, 10, 20)).done) == 1) == counts
    skipped = [replace(item(plan, "choose"), state=State("skipped", at))]
    assert agenda(plan, skipped, date(2024, 10, 20)).done == ()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["done"], ["choose"]),
        (["完成"], ["choose"]),
        (["started"], ["photo"]),
        (["late"], ["photo"]),
        (["open"], ["photo", "page", "rule", "watch@d1", "watch@d2"]),
        (["done", "blocked"], ["choose", "watch@d1"]),
        ([], ["choose", "photo", "page", "rule", "watch@d1", "watch@d2"]),
    ],
)
def test_items_of_a_status(words: list[str], ids: list[str]) -> None:
    plan = stood(choose="done", photo="started", watch__d1="blocked")
    found = keep(plan, Filter(statuses=statuses(words)), date(2024, 10, 28))
    assert sorted(each.id for each in found) == sorted(ids)


def test_an_unknown_status_is_refused() -> None:
    with pytest.raises(PromoplanError):
        statuses(["finished"])
