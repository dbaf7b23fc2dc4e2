"""A plan is of a size its team can do: few tasks and roles in a small shop, no week beyond what a role can work."""

import re
from collections import defaultdict
from datetime import date, timedelta

import pytest

from promoplan.engine.expand import expand
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.options import Options
from promoplan.model.plan import Item, Plan
from promoplan.rules.stamp import opening

HOURS = {"min": 1 / 60, "h": 1.0, "d": 8.0, "w": 40.0}

YEARS = (2017, 2021, 2024, 2025, 2027)


def plan_of(name: str, event: date, size: str) -> Plan:
    path = shipped.path(name)
    assert path is not None
    return expand(load(path).playbook, Options(event, inputs={"size": size}))


def hours(item: Item) -> float:
    found = re.search(r"([\d.]+)(min|h|d|w)$", item.card.effort or "0h")
    assert found
    return float(found[1]) * HOURS[found[2]]


def fullest_week(plan: Plan) -> float:
    """The most hours that one role has in a week: the work of an item falls evenly on its working days."""
    weeks: dict[tuple[str, date], float] = defaultdict(float)
    for item in plan.items:
        first = opening(item.start, plan.zone).date()
        span = (
            [first + timedelta(number) for number in range((item.last_day(plan.zone) - first).days + 1)]
            if item.end
            else [first]
        )
        days = [day for day in span if day.weekday() < 5 and day not in plan.holidays] or span
        for day in days:
            for role in item.card.roles:
                weeks[role, day - timedelta(day.weekday())] += hours(item) / len(days)
    return max(weeks.values())


SIZED = [(name, date(year, *day)) for name, day in (("double11", (11, 11)), ("618", (6, 18))) for year in YEARS]


@pytest.mark.parametrize(("name", "event"), SIZED, ids=str)
def test_a_small_shop_has_a_plan_it_can_do(name: str, event: date) -> None:
    plan = plan_of(name, event, "small")
    roles = {role for item in plan.items for role in item.card.roles}
    assert len({item.card.task for item in plan.items}) <= 90
    assert len(plan.items) <= 120
    assert "sales" in roles
    assert len(roles) <= 5
    assert roles <= set(plan.roles)
    assert fullest_week(plan) <= 40


@pytest.mark.parametrize(("name", "event"), SIZED, ids=str)
def test_no_role_of_a_team_has_more_than_a_long_week(name: str, event: date) -> None:
    assert fullest_week(plan_of(name, event, "team")) <= 60.5
