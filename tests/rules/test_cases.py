"""A choice between rules."""

from typing import Any

import pytest
from rule_world import World, dated, reach, refused, rule, undated

from promoplan.rules.base import Ref
from promoplan.rules.cases import Cases
from promoplan.rules.stamp import Step

RHYTHM = [
    {"if": "rhythm == strategy", "then": "D-17..D-1"},
    {"if": "rhythm == slow-burn", "then": {"every": "mon", "in": "preheat"}},
    "D-7..D-1",
]
PREHEAT = {"preheat": reach("2024-10-28..2024-11-10")}


@pytest.mark.parametrize(
    ("true", "slots"),
    [
        ((), ["- 2024-11-04..2024-11-10"]),
        (("rhythm == strategy",), ["- 2024-10-25..2024-11-10"]),
        (("rhythm == slow-burn",), ["mon1 2024-10-28", "mon2 2024-11-04"]),
        (("rhythm == slow-burn", "rhythm == strategy"), ["- 2024-10-25..2024-11-10"]),
    ],
)
def test_the_first_rule_whose_condition_holds_applies(true: tuple[str, ...], slots: list[str]) -> None:
    assert dated(RHYTHM, World(reaches=PREHEAT, true=true)) == slots


def test_a_rule_without_a_condition_hides_those_after_it() -> None:
    assert dated(["D", {"if": "a", "then": "D-1"}], World(true=("a",))) == ["- 2024-11-11"]


@pytest.mark.parametrize("form", [[], RHYTHM[:2]])
def test_when_no_rule_applies_there_is_no_date(form: list[Any]) -> None:
    assert undated(form) == ("no-case", {})


@pytest.mark.parametrize(
    ("true", "args"), [((), ("D-7..D-1", "")), (("rhythm == strategy",), ("D-17..D-1", "rhythm == strategy"))]
)
def test_the_choice_is_the_first_step(true: tuple[str, ...], args: tuple[str, str]) -> None:
    [slot] = rule(RHYTHM).slots(World(true=true))
    assert (slot.steps[0], slot.steps[1].kind) == (Step("case", None, args), "base")


def test_a_choice_shows_in_one_line() -> None:
    assert (
        str(rule(RHYTHM)) == "D-17..D-1 if rhythm == strategy | every mon in preheat if rhythm == slow-burn | D-7..D-1"
    )


def test_references_are_those_of_all_rules() -> None:
    assert list(rule(RHYTHM).refs()) == [
        Ref("D", "", 0), Ref("D", "", 6), Ref("preheat", "", 0), Ref("D", "", 0), Ref("D", "", 5),
    ]  # fmt: skip


def test_conditions_come_with_the_number_of_their_rule() -> None:
    cases = rule(["D", *RHYTHM])
    assert isinstance(cases, Cases)
    assert list(cases.conditions()) == [(1, "rhythm == strategy"), (2, "rhythm == slow-burn")]


def test_equal_choices_have_equal_hashes() -> None:
    assert hash(rule(["D", "D-1"])) == hash(rule(["D", "D-1"]))


@pytest.mark.parametrize(
    ("form", "faults"),
    [
        ([{"if": "a =", "then": "D"}], [("bad-condition", 2)]),
        ([{"if": "a"}], [("missing", 0)]),
        ([{"then": "D"}], [("bad-form", 0)]),
        ([{"if": "a", "then": "D-x"}], [("bad-when", 0)]),
        ([{"if": "a", "then": ["D"]}], [("bad-form", 0)]),
        ([{"if": "a", "then": "D", "else": "D-1"}], [("extra_forbidden", 0)]),
        (["D", ["D-1"]], [("bad-form", 0)]),
        (["D-x", "D-3", "D 25:00"], [("bad-when", 0), ("bad-time", 2)]),
    ],
)
def test_faults_are_named(form: list[Any], faults: list[tuple[str, int]]) -> None:
    assert refused(form) == faults
