"""How a text stands in a file."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from promoplan.rules.texts import TextField, TextList
from promoplan.text import Text


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("快递", Text("快递", "快递")),
        ("  Courier ", Text("Courier", "Courier")),
        ({"zh": "快递", "en": "Courier"}, Text("快递", "Courier")),
        ({"zh": " 快递 ", "en": "Courier\n"}, Text("快递", "Courier")),
        ({"zh": "快递"}, Text("快递", "")),
        ({"en": "Courier"}, Text("", "Courier")),
        (Text("快递", "Courier"), Text("快递", "Courier")),
    ],
)
def test_a_text_is_one_string_or_a_pair(value: object, text: Text) -> None:
    assert read(TextField, value) == text


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        3,
        None,
        True,
        {},
        {"zh": ""},
        {"zh": "快递", "en": " "},
        {"zh": 3},
        {"fr": "Coursier"},
        ["快递"],
        ("a", "b"),
    ],
)
def test_no_other_value_is_a_text(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        read(TextField, value)
    assert [error["type"] for error in caught.value.errors()] == ["bad-text"]


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("Qianniu", (Text.same("Qianniu"),)),
        ({"zh": "千牛", "en": "Qianniu"}, (Text("千牛", "Qianniu"),)),
        (["Qianniu", {"zh": "表格", "en": "Sheet"}], (Text.same("Qianniu"), Text("表格", "Sheet"))),
        ([], ()),
    ],
)
def test_a_list_of_texts_may_be_one_text(value: object, texts: tuple[Text, ...]) -> None:
    assert read(TextList, value) == texts


def test_each_wrong_text_of_a_list_is_named() -> None:
    with pytest.raises(ValidationError) as caught:
        read(TextList, ["a", 3, "", "b"])
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [
        ("bad-text", (1,)),
        ("bad-text", (2,)),
    ]
