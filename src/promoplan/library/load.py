"""Playbook text → Playbook, with every fault of the file in one go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from promoplan.errors import Problem
from promoplan.errors.messages import MESSAGES
from promoplan.errors.near import near
from promoplan.library.keys import Keys
from promoplan.library.lookalikes import named
from promoplan.library.source import KEY, Source, read, refusal, spot
from promoplan.library.strict import parse
from promoplan.model.playbook import Playbook

Model = TypeVar("Model", bound=BaseModel)

PYDANTIC = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "string_type": "not-text",
    "int_type": "not-number",
    "int_parsing": "not-number",
    "int_from_float": "not-number",
    "float_type": "not-number",
    "float_parsing": "not-number",
    "literal_error": "not-one-of",
    "bool_type": "not-true-false",
    "bool_parsing": "not-true-false",
    "too_short": "too-few",
    "dict_type": "not-mapping",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "tuple_type": "not-list",
    "list_type": "not-list",
}
"""pydantic's kinds of error, in promoplan's words; any other is `bad-value`."""


@dataclass(frozen=True)
class Loaded:
    """A playbook with the text it was read from."""

    playbook: Playbook
    source: Source
    data: Any

    def located(self, problems: Iterable[Problem]) -> list[Problem]:
        """Give each problem its place in the file, in the order of the file."""
        found = [self.source.locate(problem, self.data) for problem in problems]
        return sorted(found, key=spot)


def load(path: Path, shown: str = "") -> Loaded:
    """Read and validate a playbook file; raises PromoplanError."""
    return load_source(read(path, shown))


def load_source(source: Source) -> Loaded:
    """Validate a playbook text; raises PromoplanError with all faults of the format."""
    data = parse(source)
    return Loaded(validated(Playbook, data, source), source, data)


def validated(model: type[Model], data: Any, source: Source) -> Model:
    """Data of a file as a model; raises PromoplanError with a place for each fault."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found, count = _problems(error, model), error.error_count()
    raise refusal(source.file, (named(source.locate(problem, data), source) for problem in found), count)


def _problems(error: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    keys = Keys(model)
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # pydantic leaves faulty entries out before it counts
        yield _problem(detail, keys)


def _problem(detail: ErrorDetails, keys: Keys) -> Problem:
    context = dict(detail.get("ctx", {}))
    path = detail["loc"]
    last = str(path[-1]) if path else ""
    offset = context.pop("offset", 0)
    code = detail["type"]
    if code not in MESSAGES:
        code = PYDANTIC.get(code, "bad-value")
    match code:
        case "unknown-key":
            return Problem(code, {"key": last}, (*path, KEY), near=near(last, keys.at(path[:-1]))[:1])
        case "missing-key":
            return Problem(code, {"key": last}, path[:-1])
        case "not-one-of":
            found = str(detail["input"])
            words = [word.strip("'\" ") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
            return Problem(code, {"text": found, "choices": ", ".join(words)}, path, near=near(found, words)[:1])
        case "bad-value":
            return Problem(code, {"detail": detail["msg"], "text": str(detail["input"])[:60]}, path)
    return Problem(code, {"key": last, **context}, path, offset)
