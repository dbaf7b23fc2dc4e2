"""The market's own clock: which rules have one, and what it shows over a change of the clocks."""

from datetime import date
from typing import Any

import pytest
from small_books import book

from promoplan.engine.expand import expand
from promoplan.engine.market import market
from promoplan.engine.words import Words
from promoplan.model.options import Options


def seen(when: Any, event: str = "2024-11-11", **more: Any) -> list[str]:
    """Each item's own words and those of its market."""
    plan = expand(book([("watch", when)], **more), Options(date.fromisoformat(event)))
    words = Words("zh")
    return [f"{words.window(item.start, item.end, plan)} {words.market(item)}".rstrip() for item in plan.items]


WEST = "09:00-12:00 America/Los_Angeles"


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("D-1 20:00", ["11-10 周日 20:00"]),
        ("D-1", ["11-10 周日"]),
        ("D-1 09:00 America/Los_Angeles", ["11-11 周一 01:00 (America/Los_Angeles 11-10 09:00)"]),
        (
            "D-1 00:00..D 23:59:59 America/Los_Angeles",
            ["11-10 周日 16:00 … 11-12 周二 15:59:59 (America/Los_Angeles 00:00 … 11-11 23:59:59)"],
        ),
        ("D-1 20:00 Asia/Shanghai", ["11-10 周日 20:00"]),
        ("D-1 08:00..18:00 Europe/Berlin", ["11-10 周日 15:00 … 11-11 周一 01:00 (Europe/Berlin 08:00–18:00)"]),
        ("D-1 21:00..24:00 Europe/Berlin", ["11-11 周一 04:00–07:00 (Europe/Berlin 11-10 21:00–24:00)"]),
        ({"every": "day", "in": "D-1", "hours": "09:00-12:00"}, ["11-10 周日 09:00–12:00"]),
        (
            {"every": "day", "in": "D-1", "hours": "09:00-12:00 Asia/Tokyo"},
            ["11-10 周日 08:00–11:00 (Asia/Tokyo 09:00–12:00)"],
        ),
        (
            {"every": "day", "in": "D-9..D-7", "hours": WEST},
            [
                "11-02 周六 00:00–03:00 (America/Los_Angeles 11-01 09:00–12:00)",
                "11-03 周日 00:00–03:00 (America/Los_Angeles 11-02 09:00–12:00)",
                "11-04 周一 01:00–04:00 (America/Los_Angeles 11-03 09:00–12:00)",
            ],
        ),
        (
            {"rota": ["A"], "shift": "24h", "in": "D 00:00..D 24:00", "peaks": {"in": "D", "hours": [WEST]}},
            ["11-11 周一 00:00 … 11-12 周二 00:00", "11-11 周一 01:00–04:00 (America/Los_Angeles 11-10 09:00–12:00)"],
        ),
    ],
)  # fmt: skip
def test_hours_with_a_zone_show_both_clocks(when: Any, shown: list[str]) -> None:
    assert seen(when) == shown


def test_a_plan_on_the_markets_own_clock_shows_it_once() -> None:
    assert seen("D-1 09:00 America/Los_Angeles", zone="America/Los_Angeles") == ["11-10 周日 09:00"]


def test_in_a_narrow_column_the_city_is_enough() -> None:
    plan = expand(book([("watch", "D-1 09:00 America/Los_Angeles")]), Options(date(2024, 11, 11)))
    assert Words("en").market(plan.items[0], is_short=True) == "(Los Angeles 11-10 09:00)"


def test_an_open_end_is_open_there_too() -> None:
    plan = expand(book([("watch", "D 00:00 America/Los_Angeles..")]), Options(date(2024, 11, 11)))
    there = market(plan.items[0])
    assert there is not None
    assert there.end is None
    assert Words("zh").market(plan.items[0]) == "(America/Los_Angeles 00:00)"
