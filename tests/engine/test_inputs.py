"""What a person wrote for an input, and the value it means."""

from typing import Any

import pytest
from small_books import book

from promoplan.engine.inputs import default, defaults, read, shown, understood
from promoplan.errors import Problem
from promoplan.model.playbook import Input
from promoplan.text import Text

VENUES = {"rts": {"zh": "现货", "en": "Ready to ship"}, "semi-custom": {"zh": "半定制", "en": "Semi-custom"}}


def field(kind: str, **more: Any) -> Input:
    choices = {"choices": VENUES} if kind == "choice" else {}
    return Input.model_validate({"type": kind, "title": "X", "default": "0", **choices, **more})


def wrong(kind: str, text: str, **more: Any) -> tuple[str, dict[str, Any]]:
    found = read(field(kind, **more), text)
    assert isinstance(found, Problem)
    return found.code, dict(found.args)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", "100000", 100000.0),
        ("money", "100,000", 100000.0),
        ("money", "10万", 100000.0),
        ("money", "10 万元", 100000.0),
        ("money", "1.5w", 15000.0),
        ("money", "3k", 3000.0),
        ("money", "3千", 3000.0),
        ("money", "1亿", 100_000_000.0),
        ("money", "¥500", 500.0),
        ("money", "$ 500.50", 500.5),
        ("money", "500 usd", 500.0),
        ("number", "-3.5", -3.5),
        ("number", "5%", 0.05),
        ("integer", "20", 20.0),
        ("integer", "1.5k", 1500.0),
        ("percent", "4%", 0.04),
        ("percent", "4", 0.04),
        ("percent", "0.04", 0.04),
        ("percent", "1%", 0.01),
        ("percent", "100%", 1.0),
        ("percent", "1.5", 0.015),
        ("percent", "0.099", 0.099),
        ("percent", "0", 0.0),
        ("percent", "150%", 1.5),
        ("percent", "7%", 0.07),
        ("flag", "yes", True),
        ("flag", " ON ", True),
        ("flag", "是", True),
        ("flag", "false", False),
        ("flag", "否", False),
        ("choice", "rts", "rts"),
        ("choice", "Semi-Custom", "semi-custom"),
        ("choice", "现货", "rts"),
        ("choice", "ready to ship", "rts"),
        ("text", "  any words ", "any words"),
        ("text", "", ""),
    ],
)
def test_what_a_person_writes_is_read(kind: str, text: str, value: object) -> None:
    found = read(field(kind), text)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    "text", ["", "many", "1.2.3", "10 apples", "--3", "1e5", "4%%", "万", "9" * 400, "9" * 305 + "亿"]
)
def test_what_is_no_number_is_named(text: str) -> None:
    assert wrong("money", text) == ("bad-number", {"text": text})


@pytest.mark.parametrize(
    ("text", "small", "great"),
    [("0.8", "0.8%", "80%"), ("1", "1%", "100%"), ("0.1", "0.1%", "10%"), ("0.125", "0.125%", "12.5%")],
)
def test_a_bare_percentage_that_may_be_a_fraction_is_refused_with_both_ways(text: str, small: str, great: str) -> None:
    assert wrong("percent", text) == ("bare-percent", {"text": text, "small": small, "great": great})
    assert understood(field("percent"), text) == great
    assert read(field("number"), text) == float(text)


@pytest.mark.parametrize("text", ["4", "0.04", "80%", "many"])
def test_what_is_clear_is_understood_as_it_is_written(text: str) -> None:
    assert understood(field("percent"), text) == text


def test_a_whole_number_must_be_whole() -> None:
    assert wrong("integer", "2.5") == ("bad-integer", {"text": "2.5"})
    assert wrong("integer", "9" * 400)[0] == "bad-number"


@pytest.mark.parametrize("text", ["maybe", "", "1", "yep"])
def test_what_is_neither_yes_nor_no_is_named(text: str) -> None:
    assert wrong("flag", text) == ("bad-flag", {"text": text})


def test_a_wrong_choice_gets_the_list_of_right_ones() -> None:
    known = Text("rts (现货), semi-custom (半定制)", "rts (Ready to ship), semi-custom (Semi-custom)")
    assert wrong("choice", "custom") == ("bad-choice", {"text": "custom", "choices": known})


@pytest.mark.parametrize(
    ("bounds", "text", "code", "told"),
    [
        ({"min": 1, "max": 10}, "0", "out-of-range", {"low": "1", "high": "10"}),
        ({"min": 1, "max": 10}, "11", "out-of-range", {"low": "1", "high": "10"}),
        ({"min": 1}, "0", "too-small", {"low": "1"}),
        ({"max": 0.5}, "0.6", "too-great", {"high": "0.5"}),
    ],
)
def test_a_number_must_be_within_its_bounds(
    bounds: dict[str, float], text: str, code: str, told: dict[str, str]
) -> None:
    assert wrong("number", text, **bounds) == (code, {"text": text, **told})


@pytest.mark.parametrize("text", ["1", "10", "5.5"])
def test_the_bounds_belong_to_the_range(text: str) -> None:
    assert read(field("number", min=1, max=10), text) == float(text)


def test_the_bounds_of_a_percentage_are_fractions() -> None:
    assert read(field("percent", max=0.9), "20%") == 0.2
    assert wrong("percent", "95%", max=0.9) == ("too-great", {"text": "95%", "high": "90%"})


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("money", 100000, 100000.0), ("percent", "4%", 0.04), ("flag", True, True), ("flag", "no", False),
        ("choice", "rts", "rts"), ("text", "hello", "hello"), ("number", 0.5, 0.5), ("percent", 0.3, 0.3),
    ],
)  # fmt: skip
def test_a_default_is_read_like_anything_a_person_writes(kind: str, written: object, value: object) -> None:
    assert default(field(kind, default=written), 2024) == value


def test_a_faulty_default_is_no_value() -> None:
    assert default(field("integer", default="many"), 2024) == ""


def test_the_defaults_of_a_playbook_are_found() -> None:
    inputs = {
        "sales": {"type": "money", "title": "Sales", "default": "10万"},
        "live": {"type": "flag", "title": "Live", "default": False},
    }
    assert defaults(book(inputs=inputs), 2024) == {"sales": 100000.0, "live": False}


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("money", 100000.0, Text("100,000 元", "100,000 CNY")),
        ("percent", 0.04, Text("4% 元", "4% CNY")),
        ("number", 0.5, Text("0.5 元", "0.5 CNY")),
        ("choice", "rts", Text("现货", "Ready to ship")),
        ("choice", "else", Text.same("else")),
        ("flag", True, Text("是", "yes")),
        ("flag", False, Text("否", "no")),
        ("text", "hello", Text.same("hello")),
    ],
)
def test_a_value_is_shown_in_words(kind: str, value: Any, words: Text) -> None:
    assert shown(field(kind, unit={"zh": "元", "en": "CNY"}), value) == words


def test_a_number_without_a_unit_is_shown_alone() -> None:
    assert shown(field("number"), 1234.5) == Text.same("1,234.5")


def test_an_earlier_year_has_the_default_of_its_time() -> None:
    era = field("choice", default="rts", earlier={"before": 2024, "default": "semi-custom"})
    assert [default(era, year) for year in (2017, 2023, 2024, 2027)] == ["semi-custom", "semi-custom", "rts", "rts"]
