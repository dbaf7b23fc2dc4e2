"""Small whole amounts with an optional range: `3`, `3-4`, and durations: `1h`, `1d..3d`."""

import re
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from promoplan.rules.base import refuse
from promoplan.rules.loose import usual

NUMBER = r"(\d{1,4})"
COUNT = re.compile(rf"{NUMBER}(?:\s*-\s*{NUMBER})?$")
GAP = re.compile(rf"{NUMBER}(?:\s*-\s*{NUMBER})?\s*d$")
DURATION = re.compile(r"(\d{1,4}(?:\.\d)?)\s*(min|h|d|w)$")


class Range(NamedTuple):
    """Whole numbers from `low` to `high`, both included."""

    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_keep)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "integer"]}


def _keep(value: Any) -> Range:
    assert isinstance(value, Range)
    return value


def _reader(form: re.Pattern[str], code: str) -> Any:
    def read(value: Any) -> Range:
        match = form.match(usual(str(value).strip()))
        if match is None:
            refuse(code, text=str(value))
        low, high = int(match[1]), int(match[2] or match[1])
        if not 0 < low <= high:
            refuse(code, text=str(value))
        return Range(low, high)

    return read


Count = Annotated[Range, BeforeValidator(_reader(COUNT, "bad-count"))]
"""How many: `3` or `3-4`."""

Gap = Annotated[Range, BeforeValidator(_reader(GAP, "bad-gap"))]
"""Days between: `4d` or `4-5d`."""


def _duration(value: Any) -> str:
    parts = [part.strip() for part in usual(str(value)).split("..")]
    if len(parts) > 2 or not all(DURATION.match(part) for part in parts):
        refuse("bad-duration", text=str(value))
    return "..".join(parts)


Duration = Annotated[str, BeforeValidator(_duration)]
"""How long: `1h`, `30min`, `2d`, or from to `1d..3d`."""
