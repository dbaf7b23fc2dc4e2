"""How a text stands in a file: `{zh: …, en: …}`, or one plain string for both."""

from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from promoplan.rules.base import OneOrMany, refuse
from promoplan.text import Text


def _text(value: Any) -> Text:
    """A missing language is left empty here and found by a check, which knows whether the playbook must have both."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str) and value.strip():
        return Text.same(value.strip())
    if isinstance(value, dict) and value and set(value) <= {"zh", "en"}:
        words = {key: str(word).strip() for key, word in value.items() if isinstance(word, str) and word.strip()}
        if len(words) == len(value):
            return Text(words.get("zh", ""), words.get("en", ""))
    refuse("bad-text")


class _Schema:
    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_text)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        both = {"zh": {"type": "string"}, "en": {"type": "string"}}
        pair = {"type": "object", "properties": both, "required": ["zh", "en"], "additionalProperties": False}
        return {"anyOf": [{"type": "string"}, pair]}


class _LineSchema(_Schema):
    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda value: Text(*map(flat, _text(value))))


def flat(text: str) -> str:
    """A text on one line, so that a line end inside a title cannot pass for another row of a list."""
    return " ".join(text.split())


TextField = Annotated[Text, _Schema]

LineField = Annotated[Text, _LineSchema]
"""A title, a unit, a line of a checklist: on one line however it was written."""


def _texts(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


TextList = Annotated[tuple[LineField, ...], BeforeValidator(_texts), OneOrMany()]
"""One text or a list of them."""
