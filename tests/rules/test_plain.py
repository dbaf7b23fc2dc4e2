"""The table of rule forms."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from rule_world import rule

from promoplan.rules.plain import RULES, SPAN, Plain, one_of
from promoplan.rules.repeat import Repeat
from promoplan.rules.rota import Rota
from promoplan.rules.span import Span
from promoplan.rules.waves import Waves

FORMS: list[tuple[Any, type]] = [
    ("D-34..D-11", Span),
    ({"every": "mon"}, Repeat),
    ({"waves": 3, "gap": "4d", "last": "D-1"}, Waves),
    ({"rota": ["A"], "shift": "8h", "in": "D"}, Rota),
]


@pytest.mark.parametrize(("form", "kind"), FORMS)
def test_a_key_tells_which_rule_it_is(form: Any, kind: type) -> None:
    assert type(TypeAdapter(Plain).validate_python(form)) is kind


def test_every_form_of_the_table_is_tried_here() -> None:
    assert {kind for _, kind in FORMS} == {Span, *RULES.values()}


@pytest.mark.parametrize(("form", "kind"), FORMS)
def test_a_rule_that_was_read_stays_as_it_is(form: Any, kind: type) -> None:
    read = rule(form)
    assert isinstance(read, kind)
    assert TypeAdapter(Plain).validate_python(read) == read


@pytest.mark.parametrize("form", [34, None, True, {}, {"daily": "D"}, ["D"], [], {"if": "a", "then": "D"}])
def test_no_other_form_is_taken(form: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Plain).validate_python(form)
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("bad-form", ())]


def test_a_fault_says_in_brackets_which_form_was_meant() -> None:
    for form, place in [("D-x", (SPAN,)), ({"every": "often"}, ("(every)", "every"))]:
        with pytest.raises(ValidationError) as caught:
            TypeAdapter(Plain).validate_python(form)
        assert [error["loc"] for error in caught.value.errors()] == [place]


def test_more_forms_may_be_added() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(one_of({"each": Repeat}))
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python({"each": "mon"})
    assert {error["loc"][0] for error in caught.value.errors()} == {"(each)"}
