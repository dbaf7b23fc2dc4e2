"""What a file may write at `when:`."""

from typing import Any

import pytest
from rule_world import World, dated, refused, rule

from promoplan.rules.cases import Cases
from promoplan.rules.span import Span


def test_a_text_is_a_span_and_a_list_a_choice() -> None:
    assert (type(rule("D")), type(rule(["D"]))) == (Span, Cases)


@pytest.mark.parametrize(
    ("form", "slots"),
    [
        ("D-1 20:00", ["- 2024-11-10 20:00:00+08:00"]),
        ({"every": "2d", "in": "D-2..D"}, ["d1 2024-11-09", "d3 2024-11-11"]),
        ({"waves": 2, "gap": "3d", "last": "D", "in": "D-5..D"}, ["w1 2024-11-08", "w2 2024-11-11"]),
        (
            {"rota": ["A"], "shift": "9h", "in": "D 09:00..D 18:00"},
            ["s1 2024-11-11 09:00:00+08:00..2024-11-11 18:00:00+08:00"],
        ),
        ([{"if": "a", "then": "D-3"}, {"every": "day", "in": "D"}], ["d1 2024-11-11"]),
    ],
)
def test_every_form_may_stand_there(form: Any, slots: list[str]) -> None:
    assert dated(form, World()) == slots


@pytest.mark.parametrize("form", [34, {}, {"when": "D"}, {"if": "a", "then": "D"}])
def test_no_other_form_may(form: Any) -> None:
    assert refused(form) == [("bad-form", 0)]
