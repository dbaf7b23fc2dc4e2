"""The event's own day: by weekday, by the moon, announced or not yet."""

from datetime import date
from typing import Any

import pytest
from small_books import book, plan_of

from promoplan.engine.anchors import next_day
from promoplan.model.playbook import Playbook


def held(usual: str, *official: tuple[int, str]) -> Playbook:
    known: list[dict[str, Any]] = [{"year": year, "at": at, "source": "notice"} for year, at in official]
    return book(event={"title": "The day", "reference": "2024-11-29", "date": usual, "official": known})


@pytest.mark.parametrize(
    ("usual", "today", "day"),
    [
        ("4th thu of 11 +1d", date(2024, 11, 29), date(2024, 11, 29)),
        ("4th thu of 11 +1d", date(2024, 11, 30), date(2025, 11, 28)),
        ("lunar 07-07", date(2025, 8, 30), date(2026, 8, 19)),
        ("lunar 01-01 -28d", date(2025, 12, 1), date(2026, 1, 20)),
        ("lunar 12-30", date(2025, 2, 1), date(2030, 2, 2)),
    ],
)
def test_the_next_one_is_found(usual: str, today: date, day: date) -> None:
    assert next_day(held(usual), today) == day


@pytest.mark.parametrize(
    ("event", "origin"),
    [
        (date(2023, 7, 11), "official"),
        (date(2024, 7, 9), "assumed"),
        (date(2024, 7, 10), "given"),
        (date(2024, 2, 1), "given"),
    ],
)
def test_a_day_that_is_announced_each_year_is_assumed_until_then(event: date, origin: str) -> None:
    assert plan_of(held("2nd tue of 7", (2023, "2023-07-11")), event).event_origin == origin


def test_a_day_that_nobody_announces_is_not_assumed() -> None:
    assert plan_of(held("4th thu of 11 +1d"), date(2024, 11, 29)).event_origin == "given"
