"""Dates that a source states are exact at the source's own year: the September festival of 2019, Double 11 of 2017."""

from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from promoplan.engine.expand import expand
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.options import Options, Value
from promoplan.model.plan import Plan
from promoplan.rules.stamp import Stamp, last_day, opening

BEIJING = ZoneInfo("Asia/Shanghai")


def plan_of(name: str, event: date, **inputs: Value) -> Plan:
    path = shipped.path(name)
    assert path is not None
    return expand(load(path).playbook, Options(event, inputs=inputs))


def days(plan: Plan, name: str) -> str:
    """From the first to the last day of a phase or a task, `08-26..09-01`."""
    spans: list[tuple[Stamp, Stamp | None]] = [(phase.start, phase.end) for phase in plan.phases if phase.id == name]
    spans += [(item.start, item.end) for item in plan.items if item.card.task == name]
    assert spans, name
    first = min(opening(start, plan.zone).date() for start, _ in spans)
    if any(end is None for _, end in spans):
        return f"{first:%m-%d}.."
    last = max(last_day(start, end, plan.zone) for start, end in spans if end is not None)
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d}..{last:%m-%d}"


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("prepare", "08-19..08-25"),
        ("preheat", "08-26..09-01"),
        ("burst", "09-02..09-30"),
        ("stage-review-early", "09-10"),
        ("fans-result", "09-30"),
        ("first-peak", "09-02..09-07"),
        ("second-active", "09-18..09-22"),
        ("third-tense", "09-28..09-30"),
        ("last-three-days", "09-28"),
        ("post-heat", "10-01..10-06"),
        ("layout-freeze", "08-15"),
    ],
)
def test_the_september_of_the_battle_map_is_that_of_2019(name: str, stated: str) -> None:
    assert days(plan_of("september", date(2019, 9, 2)), name) == stated


def test_the_strategy_warms_up_for_17_days_and_pushes_last_on_the_eve() -> None:
    plan = plan_of("september", date(2019, 9, 2), rhythm="strategy")
    assert days(plan, "preheat") == "08-16..09-01"
    waves = [item.start for item in plan.items if item.card.task == "push-waves"]
    assert len(waves) == 4
    assert waves[-1] == datetime(2019, 9, 1, 20, tzinfo=BEIJING)
    assert {(opening(b, BEIJING).date() - opening(a, BEIJING).date()).days for a, b in pairwise(waves)} <= {4, 5}


@pytest.mark.parametrize(
    ("task", "hours"),
    [("window-north-america", "00:00-03:00"), ("window-asia", "09:00-12:00"), ("window-europe", "14:00-18:00")],
)
def test_the_hours_of_the_strategy_are_beijing_time(task: str, hours: str) -> None:
    plan = plan_of("september", date(2019, 9, 2))
    found = {
        f"{item.start.astimezone(BEIJING):%H:%M}-{item.end.astimezone(BEIJING):%H:%M}"
        for item in plan.items
        if item.card.task == task and isinstance(item.start, datetime) and isinstance(item.end, datetime)
    }
    assert found == {hours}


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("preheat-early", "10-08..10-31"),
        ("climax", "11-01..11-10"),
        ("burst", "11-11"),
        ("after", "11-12.."),
        ("password-live", "11-05..11-10"),
        ("cash-in", "11-11"),
    ],
)
def test_the_double_11_of_the_guide_is_that_of_2017(name: str, stated: str) -> None:
    assert days(plan_of("double11", date(2017, 11, 11)), name) == stated


def test_the_search_password_opens_and_closes_at_the_hours_of_the_guide() -> None:
    plan = plan_of("double11", date(2017, 11, 11))
    (item,) = (item for item in plan.items if item.card.task == "password-live")
    assert (item.start, item.end) == (
        datetime(2017, 11, 5, tzinfo=BEIJING),
        datetime(2017, 11, 10, 21, tzinfo=BEIJING),
    )
