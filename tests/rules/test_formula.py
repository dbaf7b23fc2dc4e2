"""Formulas: arithmetic and nothing else."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from promoplan.rules.formula import LONGEST, Formula, names, value

KNOWN: dict[str, Any] = {
    "sales_target": 100000.0,
    "conversion": 0.04,
    "order_value": 200.0,
    "templates": 3.0,
    "venue": "rts",
    "live": True,
}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("sales_target / conversion / order_value", 12500),
        ("100000 / 0.04 / 200", 12500),
        ("templates * 20", 60),
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("-templates - 1", -4),
        ("- -3", 3),
        ("10 - 4 - 3", 3),
        ("ceil(7 / 2)", 4),
        ("floor(7 / 2)", 3),
        ("min(templates, 2, 5)", 2),
        ("max(1, ceil(sales_target / 30000))", 4),
        ("1.5e3", 1500),
        ("live * 5", 5),
    ],
)
def test_a_formula_is_worked_out(text: str, result: float) -> None:
    assert value(text, KNOWN) == pytest.approx(result)


@pytest.mark.parametrize("text", ["visitors * 2", "venue * 2"])
def test_a_name_without_a_number_is_a_key_error(text: str) -> None:
    with pytest.raises(KeyError, match=text.split(maxsplit=1)[0]):
        value(text, KNOWN)


def test_division_by_nothing_is_the_caller_s_to_report() -> None:
    with pytest.raises(ZeroDivisionError):
        value("templates / (3 - templates)", KNOWN)


def test_the_names_of_a_formula_are_found() -> None:
    assert names("max(1, sales_target / conversion) - -templates * 2") == ["sales_target", "conversion", "templates"]
    assert names("20") == []


@pytest.mark.parametrize(("given", "kept"), [("a * 2", "a * 2"), (" 20 ", "20"), (20, "20"), (0.5, "0.5"), (-3, "-3")])
def test_a_field_takes_a_formula_or_a_number(given: object, kept: str) -> None:
    assert TypeAdapter(Formula).validate_python(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        "1 +",
        "a b",
        "a ** 2",
        "a // 2",
        "a % 2",
        "4%",
        "+a",
        "a if b else c",
        "a == b",
        "a and b",
        "not a",
        "[1, 2]",
        "'text'",
        "True",
        "None",
        "1j",
        "a.b",
        "a[0]",
        "lambda: 1",
        "(a := 1)",
        "__import__('os')",
        "open(1)",
        "min()",
        "max(key=1)",
        "max(1)",
        "min(a)",
        "min()",
        "ceil()",
        "ceil(1, 2)",
        "floor(a, b)",
        "max(*a)",
        "1 + ceil(max(2))",
        "min(*a)",
        "ceil(1)(2)",
        "1; 2",
        "a\nb",
        "\0",
        True,
        "(" * LONGEST,
        "-" * 199 + "x" + "x",
        None,
        [1],
    ],
)
def test_nothing_else_is_a_formula(given: object) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Formula).validate_python(given)
    assert [error["type"] for error in caught.value.errors()] == ["bad-formula"]


@pytest.mark.parametrize("text", ["-" * (LONGEST - 1) + "a", "(" * 90 + "a" + ")" * 90, "a" + "+a" * 99])
def test_what_fits_the_length_is_read_however_deep(text: str) -> None:
    assert TypeAdapter(Formula).validate_python(text) == text
    assert isinstance(value(text, {"a": 1.0}), float)
