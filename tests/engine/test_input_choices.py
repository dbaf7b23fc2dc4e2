"""Inputs of several choices at once."""

from typing import Any

import pytest
from small_books import DOUBLE_11, book, items, plan_of

from promoplan.engine import choices
from promoplan.engine.checks import check
from promoplan.model.playbook import Playbook

SITES = {
    "type": "choices",
    "title": "Sites",
    "default": "us",
    "choices": {"us": "America", "jp": "Japan", "eu": "Europe"},
}


def sited() -> Playbook:
    tasks = [
        {"id": "us-deal", "when": "D-3", "if": "site == us"},
        {"id": "far-deal", "when": "D-2", "if": "site in [jp, eu]"},
        {"id": "no-jp", "when": "D-1", "if": "site != jp"},
        {"id": "any", "when": "D", "if": "site"},
    ]
    return book(tasks, ["preheat: D-9..D"], inputs={"site": SITES})


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("us", ["us-deal", "no-jp", "any"]),
        ("jp, us", ["us-deal", "far-deal", "any"]),
        ("日本", None),
        ("Japan、eu", ["far-deal", "any"]),
        ("none", ["no-jp"]),
    ],
)
def test_a_condition_asks_whether_one_was_chosen(text: str, held: list[str] | None) -> None:
    options, problems = choices.options(sited(), choices.Choices(DOUBLE_11, {}, {"site": text}))
    if held is None:
        assert [problem.code for problem in problems] == ["bad-input"]
        return
    given: Any = options.inputs
    assert [line.split()[0] for line in items(plan_of(sited(), inputs=given))] == held


def test_a_playbook_with_several_choices_has_no_fault() -> None:
    assert check(sited()) == []
