"""Conditions on a campaign's inputs."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from rule_world import refusal

from promoplan.rules.condition import LONGEST, Condition, holds, literal, names, parse

INPUTS: dict[str, Any] = {
    "venue": "semi-custom",
    "edition": "industry",
    "ads_budget": 500.0,
    "conversion": 0.04,
    "presale": True,
    "live": False,
    "city": "杭州",
    "remark": "",
}


@pytest.mark.parametrize(
    "text",
    [
        "venue == semi-custom",
        "venue != rts",
        "venue in [rts, semi-custom]",
        "venue in [ semi-custom ]",
        "ads_budget >= 500",
        "ads_budget <= 500",
        "ads_budget < 500.5",
        "ads_budget > -1",
        "ads_budget in [300, 500]",
        "conversion == 4%",
        "conversion >= 3.5%",
        "presale",
        "presale == true",
        "not live",
        "live == false",
        "not not presale",
        "presale and venue == semi-custom",
        "live or edition == industry",
        "live and live or presale",
        "presale or live and live",
        "not live and presale",
        "not (live and presale)",
        "(live or presale) and (venue == semi-custom)",
        "city == 杭州",
        "not remark",
        "not unheard-of",
        "not unheard-of == 3",
        "not (unheard-of in [3])",
    ],
)
def test_what_is_true_of_the_inputs_holds(text: str) -> None:
    assert holds(parse(text), INPUTS)


@pytest.mark.parametrize(
    "text",
    [
        "venue == semi",
        "venue == custom",
        "venue != semi-custom",
        "venue in [rts, custom]",
        "ads_budget > 500",
        "ads_budget < 500",
        "ads_budget == 5%",
        "conversion > 4",
        "live",
        "not presale",
        "presale and live",
        "live or (presale and live)",
        "(presale or live) and live",
        "unheard-of",
        "unheard-of == 3",
        "unheard-of != 3",
        "unheard-of in [3]",
        "venue > 3",
        "ads_budget < rts",
    ],
)
def test_what_is_false_of_the_inputs_does_not(text: str) -> None:
    assert not holds(parse(text), INPUTS)


@pytest.mark.parametrize(
    ("token", "value"),
    [("true", True), ("false", False), ("4%", 0.04), ("-3", -3.0), ("2.5", 2.5), ("semi-custom", "semi-custom")],
)
def test_a_literal_is_a_truth_value_a_number_or_a_word(token: str, value: object) -> None:
    found = literal(token)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("presale", [("presale", (), 0)]),
        ("not  presale", [("presale", (), 5)]),
        ("venue == semi-custom", [("venue", ("semi-custom",), 0)]),
        ("presale and venue in [rts, 3]", [("presale", (), 0), ("venue", ("rts", 3.0), 12)]),
        ("(a or b == 1) and c", [("a", (), 1), ("b", (1.0,), 6), ("c", (), 18)]),
    ],
)
def test_the_names_of_a_condition_come_with_their_places(text: str, asked: list[tuple[str, Any, int]]) -> None:
    assert list(names(parse(text))) == asked


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("   ", 3),
        ("venue =", 6),
        ("venue = rts", 6),
        ("venue ==", 8),
        ("venue == and", 9),
        ("== rts", 0),
        ("venue rts", 6),
        ("venue == rts custom", 13),
        ("3 == venue", 0),
        ("(venue == rts", 13),
        ("venue == rts)", 12),
        ("venue in rts", 12),
        ("venue in [rts", 13),
        ("venue in []", 10),
        ("venue in [rts,]", 14),
        ("presale and", 11),
        ("and presale", 0),
        ("not", 3),
        ("presale; import os", 7),
        ("a.b", 1),
        ("f(x)", 1),
        ("a == 'x'", 5),
        ("a" * (LONGEST + 1), LONGEST),
    ],
)
def test_a_fault_is_named_with_its_place(text: str, offset: int) -> None:
    assert refusal(parse, text) == ("bad-condition", offset)


@pytest.mark.parametrize("text", ["(" * LONGEST, "not " * 50, "(" * 99 + "a" + ")" * 100, "[" * LONGEST])
def test_deep_nesting_is_refused_and_no_crash(text: str) -> None:
    assert refusal(parse, text)[0] == "bad-condition"


@pytest.mark.parametrize("text", ["(" * 99 + "a" + ")" * 99, "not " * 48 + "a", "a" + " or a" * 39])
def test_what_fits_the_length_is_read_however_deep(text: str) -> None:
    assert holds(parse(text), {"a": True})


def test_a_field_takes_only_a_condition_that_can_be_read() -> None:
    field: TypeAdapter[str] = TypeAdapter(Condition)
    assert field.validate_python("venue == rts") == "venue == rts"
    with pytest.raises(ValidationError) as caught:
        field.validate_python("venue = rts")
    assert [error["type"] for error in caught.value.errors()] == ["bad-condition"]
