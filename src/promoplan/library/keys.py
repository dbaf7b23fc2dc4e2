"""Which keys a mapping of a file may have, asked when one of them is unknown. Read from the model's JSON Schema."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from promoplan.errors import Path

Part = dict[str, Any]


class Keys:
    """The keys of a format, by the path of the mapping they stand in."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.model = model

    @cached_property
    def schema(self) -> Part:
        """Made only for a file that has an unknown key: it takes longer than reading the file."""
        return self.model.model_json_schema(by_alias=True)

    def at(self, path: Path) -> list[str]:
        """The keys of the mapping at a path; of every form it may have, where there are several."""
        parts = list(self._opened([self.schema]))
        for step in path:
            inner = self._opened(part for outer in parts for part in _inner(outer, step))
            parts = list(inner) or parts  # the name of an alternative is no step in the file
        return sorted({key for part in parts for key in part.get("properties", {})})

    def _opened(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts themselves, and what their references and alternatives stand for."""
        for part in parts:
            yield part
            if "$ref" in part:
                yield from self._opened([self.schema["$defs"][part["$ref"].rpartition("/")[2]]])
            for union in ("anyOf", "oneOf"):
                yield from self._opened(part.get(union, ()))


def _inner(part: Part, step: str | int) -> Iterator[Part]:
    """What a part says about one of its entries."""
    if isinstance(step, int):
        found = [part.get("items")]
    elif step in part.get("properties", {}):
        found = [part["properties"][step]]
    else:
        found = [part.get("additionalProperties"), *part.get("patternProperties", {}).values()]
    return (inner for inner in found if isinstance(inner, dict))
