"""Rolling off a rest day."""

from datetime import date

import pytest
from small_books import at, window

from promoplan.engine.roll import rolled
from promoplan.rules.base import Slot
from promoplan.rules.stamp import Step
from promoplan.text import Text
from promoplan.workdays import Roll, china

CHINA = china(2023, 2025)


def slot(start: str, end: str | None = "") -> Slot:
    return Slot("d1", at(start), at(end or start) if end is not None else None)


def moved(found: Slot, way: Roll, earliest: date | None = None) -> str:
    result = rolled(found, way, CHINA, earliest)
    return window(result.start, result.end)


@pytest.mark.parametrize(
    ("day", "back", "forward"),
    [
        ("2024-11-11", "2024-11-11", "2024-11-11"),
        ("2024-11-09", "2024-11-08", "2024-11-11"),
        ("2024-10-02", "2024-09-30", "2024-10-08"),
        ("2024-10-12", "2024-10-12", "2024-10-12"),
        ("2024-10-13", "2024-10-12", "2024-10-14"),
        ("2025-01-01", "2024-12-31", "2025-01-02"),
        ("2024-02-12", "2024-02-09", "2024-02-18"),
    ],
)
def test_a_day_moves_to_the_nearest_working_day_that_way(day: str, back: str, forward: str) -> None:
    assert moved(slot(day), "back") == back
    assert moved(slot(day), "forward") == forward
    assert moved(slot(day), "none") == day


@pytest.mark.parametrize(
    ("way", "span"),
    [("back", "2024-11-06..2024-11-08"), ("forward", "2024-11-06..2024-11-11"), ("none", "2024-11-06..2024-11-09")],
)
def test_of_a_span_only_the_day_it_is_due_moves(way: Roll, span: str) -> None:
    assert moved(slot("2024-11-06", "2024-11-09"), way) == span


def test_a_span_of_rest_days_moves_as_a_day_does() -> None:
    assert moved(slot("2024-11-09", "2024-11-10"), "back") == "2024-11-08"
    assert moved(slot("2024-10-02", "2024-10-06"), "back") == "2024-09-30"
    assert moved(slot("2024-11-09", "2024-11-10"), "forward") == "2024-11-09..2024-11-11"
    assert moved(slot("2024-11-09", "2024-11-10"), "back", date(2024, 11, 9)) == "2024-11-09..2024-11-10"


@pytest.mark.parametrize(
    "found", [slot("2024-11-09 20:00"), slot("2024-11-09", None), slot("2024-11-09 20:00", "2024-11-10 02:00")]
)
def test_moments_and_open_ends_stay(found: Slot) -> None:
    assert rolled(found, "back", CHINA) is found


def test_a_day_is_not_rolled_before_the_earliest_one() -> None:
    assert moved(slot("2024-11-09"), "back", date(2024, 11, 9)) == "2024-11-09"
    assert moved(slot("2024-11-09"), "back", date(2024, 11, 8)) == "2024-11-08"
    assert moved(slot("2024-11-09"), "forward", date(2024, 11, 9)) == "2024-11-11"


def test_rolling_leaves_a_step_and_keeps_the_rest() -> None:
    before = Slot(
        "d1", at("2024-11-09"), at("2024-11-09"), Text.same("A"), (Step("repeat", at("2024-11-09"), ("day", 1)),)
    )
    assert rolled(before, "back", CHINA) == Slot(
        "d1", at("2024-11-08"), at("2024-11-08"), Text.same("A"),
        (*before.steps, Step("roll", at("2024-11-08"), ("back", at("2024-11-09")))),
    )  # fmt: skip
