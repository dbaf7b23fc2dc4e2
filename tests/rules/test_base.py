"""What every rule is built on: ids, mappings without unknown keys, refusals with a place."""

import re

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from promoplan.rules.base import ID, Missing, NoDate, Strict, refuse


class Pair(Strict):
    left: int
    right: str = ""


@pytest.mark.parametrize("text", ["d", "faq-scripts", "wave1", "a_b", "presale-final_payment", "a1-b2"])
def test_an_id_is_words_joined_by_hyphens(text: str) -> None:
    assert re.fullmatch(ID, text)


@pytest.mark.parametrize("text", ["", "D", "1a", "presale-3d", "a--b", "-a", "a-", "a.b", "a b", "预热", "_a"])
def test_no_other_text_is_an_id(text: str) -> None:
    assert not re.fullmatch(ID, text)


def test_a_mapping_of_the_format_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Pair(left=1).left = 2


def test_a_mapping_of_the_format_refuses_unknown_keys() -> None:
    with pytest.raises(ValidationError) as caught:
        Pair.model_validate({"left": 1, "middle": 2})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("extra_forbidden", ("middle",))]


def test_a_refusal_carries_its_code_place_and_data() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        refuse("bad-when", 7, text="D-x")
    assert (caught.value.type, caught.value.context) == ("bad-when", {"text": "D-x", "offset": 7})


def test_missing_names_what_is_missing() -> None:
    assert Missing("presale").name == "presale"


def test_no_date_keeps_the_code_and_data_of_its_problem() -> None:
    fault = NoDate("open-end", name="after-sale")
    assert (fault.code, fault.args_of, str(fault)) == ("open-end", {"name": "after-sale"}, "open-end")
