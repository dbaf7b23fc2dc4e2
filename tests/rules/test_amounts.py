"""Counts, gaps and durations."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from promoplan.rules.amounts import Count, Duration, Gap, Range


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def fault(kind: Any, value: Any) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return [error["type"] for error in caught.value.errors()]


@pytest.mark.parametrize(
    ("value", "count"),
    [(3, Range(3, 3)), ("3", Range(3, 3)), ("3-4", Range(3, 4)), (" 3 - 4 ", Range(3, 4)), ("2-2", Range(2, 2))],
)
def test_a_count_is_a_number_or_a_range(value: object, count: Range) -> None:
    assert read(Count, value) == count


@pytest.mark.parametrize("value", [0, "0-3", "4-3", "-3", "3-", "3 to 4", "3.5", 3.5, "12345", True, None, "", [3]])
def test_no_other_count_is_taken(value: object) -> None:
    assert fault(Count, value) == ["bad-count"]


@pytest.mark.parametrize(
    ("value", "gap"), [("4d", Range(4, 4)), ("4-5d", Range(4, 5)), ("4 - 5 d", Range(4, 5)), ("10d", Range(10, 10))]
)
def test_a_gap_is_days_or_a_range_of_days(value: str, gap: Range) -> None:
    assert read(Gap, value) == gap


@pytest.mark.parametrize("value", [4, "4", "4-5", "5-4d", "0d", "4w", "4d-5d", ""])
def test_no_other_gap_is_taken(value: object) -> None:
    assert fault(Gap, value) == ["bad-gap"]


@pytest.mark.parametrize(("text", "shown"), [("3", "3"), ("3-4", "3-4"), ("3-3", "3")])
def test_a_range_shows_as_it_is_written(text: str, shown: str) -> None:
    assert str(read(Count, text)) == shown


@pytest.mark.parametrize(
    ("value", "duration"),
    [("1h", "1h"), ("30min", "30min"), ("2d", "2d"), ("1w", "1w"), ("0.5d", "0.5d"), (" 1d .. 3d ", "1d..3d")],
)
def test_a_duration_is_a_length_or_from_to(value: str, duration: str) -> None:
    assert read(Duration, value) == duration


@pytest.mark.parametrize("value", [3, "3", "d", "1d..", "..3d", "1d..2d..3d", "1 day", "1.25h", "-1h", ""])
def test_no_other_duration_is_taken(value: object) -> None:
    assert fault(Duration, value) == ["bad-duration"]
