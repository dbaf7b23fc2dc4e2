"""The head of a drawing over time: months and weeks stand over their days."""

from datetime import date

import pytest

from promoplan.views.scale import fit, month_row, week_row

NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WIDTHS = [3] * 12


@pytest.mark.parametrize(
    ("first", "last", "cells", "months"),
    [
        ("2024-07-08", "2024-09-05", 60, "Jul                     Aug                            Sep"),
        ("2024-07-30", "2024-10-10", 40, " Aug            Sep            Oct"),
        ("2024-07-30", "2024-09-20", 60, "  Aug                            Sep"),
        ("2024-07-27", "2024-09-20", 60, "Jul  Aug                            Sep"),
        ("2024-07-30", "2024-07-31", 2, ""),
    ],
)
def test_months_stand_at_their_first_day_and_a_stub_gives_way_to_a_whole_one(
    first: str, last: str, cells: int, months: str
) -> None:
    scale = fit(date.fromisoformat(first), date.fromisoformat(last), cells)
    assert month_row(scale, NAMES, WIDTHS) == months


def test_weeks_stand_at_their_mondays() -> None:
    assert week_row(fit(date(2024, 7, 30), date(2024, 8, 20), 30)) == "      5      12     19"
