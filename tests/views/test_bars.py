"""Bars and lines over time: as wide as they should be, and nothing that is there is invisible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoplan.views.bars import ASCII, FINE, bar, spark


@pytest.mark.parametrize(
    ("done", "late", "total", "drawn"),
    [
        (0, 0, 0, ""),
        (0, 0, 4, "........"),
        (4, 0, 4, "########"),
        (2, 0, 4, "####...."),
        (1, 1, 4, "##!!...."),
        (0, 4, 4, "!!!!!!!!"),
        (1, 0, 100, "#......."),
        (0, 1, 100, "!......."),
        (99, 0, 100, "#######."),
        (98, 1, 100, "######!."),
        (99, 1, 100, "#######!"),
    ],
)
def test_a_bar(done: int, late: int, total: int, drawn: str) -> None:
    assert bar(done, late, total, 8, ASCII).plain == drawn


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400), st.integers(3, 40))
def test_a_bar_is_as_wide_as_asked_and_shows_each_part_that_there_is(
    done: int, late: int, rest: int, cells: int
) -> None:
    total = done + late + rest
    drawn = bar(done, late, total, cells, ASCII).plain
    assert len(drawn) == (cells if total else 0)
    assert [char in drawn for char in "#!."] == [bool(part) and bool(total) for part in (done, late, rest)]


@pytest.mark.parametrize(
    ("counts", "total", "drawn"),
    [
        ([0, 1, 50, 100], 100, "0159"),
        ([0, None, 3], 3, "0 9"),
        ([0, 0], 0, "00"),
        ([], 7, ""),
    ],
)
def test_a_line_over_time(counts: list[int | None], total: int, drawn: str) -> None:
    assert spark(counts, total, ASCII) == drawn


@given(st.lists(st.integers(0, 50), min_size=1))
def test_a_growing_count_never_falls(counts: list[int]) -> None:
    levels = [FINE.levels.index(char) for char in spark(sorted(counts), 50, FINE)]
    assert levels == sorted(levels)
