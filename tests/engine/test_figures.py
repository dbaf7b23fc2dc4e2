"""Targets and quantities."""

from typing import Any

import pytest
from small_books import book, plan_of

from promoplan.errors import Problem
from promoplan.model.plan import FigureValue, Plan, Quantity
from promoplan.text import Text

INPUTS = {
    "sales_target": {"type": "money", "title": "Sales", "default": 100000, "unit": "CNY"},
    "conversion": {"type": "percent", "title": "Conversion", "default": "4%"},
    "order_value": {"type": "money", "title": "Order", "default": 200},
    "accounts": {"type": "integer", "title": "Accounts", "default": 3},
    "venue": {"type": "text", "title": "Venue", "default": "rts"},
}
VISITORS = "sales_target / conversion / order_value"


def figured(figures: dict[str, Any], **inputs: Any) -> Plan:
    named = {name: {"title": name, **(f if isinstance(f, dict) else {"formula": f})} for name, f in figures.items()}
    return plan_of(book(inputs=INPUTS, figures=named), inputs=inputs)


def values(plan: Plan) -> dict[str, float]:
    return {figure.id: figure.value for figure in plan.figures}


def details(plan: Plan) -> list[tuple[str, Text, Any]]:
    return [(p.code, p.args["detail"], p.path) for p in plan.problems]


def amounts(*entries: dict[str, Any], when: Any = "D", **inputs: Any) -> Plan:
    task = {"id": "mail", "when": when, "amounts": [{"title": "N", **entry} for entry in entries]}
    return plan_of(book([task], inputs=INPUTS, figures={"daily": {"title": "Daily", "formula": "20"}}), inputs=inputs)


def quantities(plan: Plan) -> list[list[tuple[float, float | None]]]:
    return [[(amount.low, amount.high) for amount in item.amounts] for item in plan.items]


def test_visitors_are_sales_by_conversion_by_order_value() -> None:
    plan = figured({"visitors": {"formula": VISITORS, "unit": "people", "note": "at least"}})
    assert plan.figures == (
        FigureValue("visitors", Text.same("visitors"), 12500.0, Text.same("people"), VISITORS, Text.same("at least")),
    )


def test_what_a_team_decides_changes_the_figures() -> None:
    assert values(figured({"visitors": VISITORS}, sales_target=50000.0, conversion=0.05)) == {"visitors": 5000.0}


@pytest.mark.parametrize(("rounding", "value"), [("none", 3.5), ("up", 4), ("down", 3), ("nearest", 4)])
def test_figures_are_rounded_as_they_say(rounding: str, value: float) -> None:
    assert values(figured({"shifts": {"formula": "7 / 2", "round": rounding}})) == {"shifts": value}


@pytest.mark.parametrize(("rounding", "formula"), [("up", "0.1 * 3 / 0.1"), ("down", "0.3 / 0.1")])
def test_the_dust_of_division_is_not_rounded(rounding: str, formula: str) -> None:
    assert values(figured({"x": {"formula": formula, "round": rounding}})) == {"x": 3.0}


def test_a_figure_sees_those_above_it_rounded() -> None:
    figures = {"daily": {"formula": "7 / 2", "round": "up"}, "weekly": "daily * 7", "early": "later", "later": "1"}
    plan = figured(figures)
    assert values(plan) == {"daily": 4.0, "weekly": 28.0, "later": 1.0}
    detail = Text("later 不是数", "later is not a number")
    assert details(plan) == [("no-figure", detail, ("figures", "early", "formula"))]


@pytest.mark.parametrize(
    ("formula", "detail"),
    [
        ("sales_target / (accounts - 3)", "sales_target / (accounts - 3) divides by zero"),
        ("unheard_of * 2", "unheard_of is not a number"),
        ("venue * 2", "venue is not a number"),
        ("1e200 * 1e200", "the number is too large"),
        ("1e999", "the number is too large"),
        ("1e999 - 1e999", "the number is too large"),
        ("ceil(1e999 - 1e999)", "the number is too large"),
        ("ceil(1e999)", "the number is too large"),
    ],
)
def test_what_cannot_be_worked_out_is_a_problem_of_its_figure(formula: str, detail: str) -> None:
    plan = figured({"wrong": {"formula": formula, "round": "up"}, "right": "1"})
    assert values(plan) == {"right": 1.0}
    [(code, told, path)] = details(plan)
    assert (code, told.en, path) == ("no-figure", detail, ("figures", "wrong", "formula"))


def test_amounts_are_numbers_ranges_and_formulas() -> None:
    plan = amounts({"value": 20}, {"value": 800, "to": 1000}, {"value": "accounts * daily"})
    assert quantities(plan) == [[(20.0, None), (800.0, 1000.0), (60.0, None)]]


def test_an_amount_keeps_its_words() -> None:
    [item] = amounts({"value": 20, "unit": {"zh": "位买家", "en": "buyers"}, "per": "account and day"}).items
    assert item.amounts == (Quantity(Text.same("N"), 20, None, Text("位买家", "buyers"), Text.same("account and day")),)


@pytest.mark.parametrize(
    ("when", "steps"),
    [
        ({"every": "day", "in": "D-3..D"}, [500.0, 600.0, 700.0, 800.0]),
        ({"every": "day", "in": "D-2..D"}, [500.0, 650.0, 800.0]),
        ({"every": "day", "in": "D-7..D"}, [500.0, 542.86, 585.71, 628.57, 671.43, 714.29, 757.14, 800.0]),
        ("D", [500.0]),
    ],
)
def test_a_ramp_rises_in_even_steps_from_the_first_repeat_to_the_last(when: Any, steps: list[float]) -> None:
    assert quantities(amounts({"ramp": [500, 800]}, when=when)) == [[(step, None)] for step in steps]


def test_a_ramp_may_fall() -> None:
    plan = amounts({"ramp": ["accounts * 100", 0]}, when={"every": "week", "in": "D-14..D"})
    assert quantities(plan) == [[(300.0, None)], [(150.0, None)], [(0.0, None)]]


def test_an_amount_that_cannot_be_worked_out_is_left_out_and_named_with_its_place() -> None:
    plan = amounts({"value": 20}, {"value": 1, "to": "10 / (accounts - 3)"})
    assert quantities(plan) == [[(20.0, None)]]
    assert [(p.code, p.args["name"], p.path) for p in plan.problems] == [
        ("no-figure", "mail", ("tasks", 0, "amounts", 1))
    ]


def test_a_problem_of_a_figure_can_be_told_in_both_languages() -> None:
    [problem] = figured({"wrong": "1 / 0"}).problems
    assert isinstance(problem, Problem)
    assert problem.message("en") == "wrong cannot be worked out: 1 / 0 divides by zero"
    assert problem.message("zh") == "算不出 wrong: 1 / 0 里除以了 0"
