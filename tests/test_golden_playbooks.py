"""Each shipped playbook at five event dates: summary, timeline and tasks, read line by line and kept."""

from collections.abc import Callable
from datetime import date

import pytest

from conftest import SHIPPED, Program
from promoplan.engine.anchors import usual_day
from promoplan.library import shipped
from promoplan.library.load import load

YEARS = (2019, 2021, 2024, 2025, 2027)


def event_of(name: str, year: int) -> date:
    """The playbook's usual day in a year."""
    path = shipped.path(name)
    assert path is not None
    playbook = load(path).playbook
    return usual_day(playbook, year) or playbook.event.reference.replace(year=year)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_playbook_at_a_date(name: str, year: int, promoplan: Program, golden: Callable[[str, str], None]) -> None:
    event = event_of(name, year)
    now = f"{year}-06-01"
    made = promoplan("init", name, "--date", event.isoformat(), "--name", "shop", "--yes", now=now)
    assert made.code == 0
    golden(f"{name}/{year}.summary.en.txt", made.out + made.err)
    golden(f"{name}/{year}.timeline.zh.txt", promoplan("timeline", now=now, lang="zh").out)
    golden(f"{name}/{year}.tasks.zh.txt", promoplan("tasks", now=now, lang="zh").out)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("name", ["618", "double11"])
def test_a_small_plan_at_a_date(name: str, year: int, promoplan: Program, golden: Callable[[str, str], None]) -> None:
    now = f"{year}-03-01"
    made = promoplan(
        "init",
        name,
        "--date",
        event_of(name, year).isoformat(),
        "--name",
        "shop",
        "--set",
        "size=small",
        "--yes",
        now=now,
    )
    assert made.code == 0
    golden(f"{name}/{year}.small.tasks.zh.txt", promoplan("tasks", now=now, lang="zh").out)
