"""Names inside conditions, formulas and message scripts."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, RootModel

from promoplan.engine import inputs
from promoplan.engine.dates import parts
from promoplan.errors import Path, Problem
from promoplan.errors.near import near
from promoplan.model.playbook import Input, Playbook
from promoplan.rules import condition, formula
from promoplan.rules.point import EVENT, MONTH

BLANK = re.compile(r"\{([^{}\n]*)\}")
BUILT_IN = ("event", "event_date", "today")
"""Placeholders that every campaign can fill."""


def conditions(playbook: Playbook) -> Iterator[Problem]:
    """Conditions on inputs that do not exist, or on choices that an input does not have."""
    for path, text in _conditions(playbook):
        for name, values, offset in condition.names(condition.parse(text)):
            if name in playbook.anchors and not values:
                continue
            field = playbook.inputs.get(name)
            if field is None:
                known = [*playbook.inputs, *playbook.anchors]
                yield Problem("unknown-input", {"name": name}, path, offset, near=near(name, known))
            else:
                yield from _choices(name, field, values, path, offset)


def _choices(name: str, field: Input, values: tuple[object, ...], path: Path, offset: int) -> Iterator[Problem]:
    for value in values:
        if field.choices is not None and str(value) not in field.choices:
            args = {"name": name, "value": str(value)}
            yield Problem("unknown-choice", args, path, offset, near=near(str(value), field.choices))


def _conditions(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every condition of a playbook with its path, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _conditions(inner, (*path, key))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _conditions(inner, (*path, number))
    elif isinstance(value, RootModel):
        yield from _conditions(value.root, path)
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            found, place = getattr(value, name), (*path, field.alias or name)
            yield from [(place, found)] if name == "condition" and found else _conditions(found, place)


def formulas(playbook: Playbook) -> Iterator[Problem]:
    """Formulas that ask for inputs and figures that do not exist; a figure sees only those above it."""
    known = set(playbook.inputs)
    yield from _unknown_spans(playbook)
    for name, figure in playbook.figures.items():
        yield from _unknown(figure.formula, known, ("figures", name, "formula"))
        known.add(name)
    for number, task in enumerate(playbook.tasks):
        for at, amount in enumerate(task.amounts):
            path: Path = ("tasks", number, "amounts", at)
            if (amount.value is None) == (amount.ramp is None):
                yield Problem("value-or-ramp", {}, path)
    for place, text in _amounts(playbook):
        yield from _unknown(text, known, place)


def _unknown_spans(playbook: Playbook) -> Iterator[Problem]:
    """Lengths that formulas ask for of what has no dates."""
    known = [EVENT, MONTH, *(part.id for part in parts(playbook))]
    figures = ((("figures", name, "formula"), figure.formula) for name, figure in playbook.figures.items())
    for path, text in itertools.chain(figures, _amounts(playbook)):
        for name, offset in formula.spans(text):
            if name not in known:
                yield Problem("unknown-anchor", {"name": name}, path, offset, near=near(name, known))


def _amounts(playbook: Playbook) -> Iterator[tuple[Path, str]]:
    """Every formula of the quantities with its path."""
    for number, task in enumerate(playbook.tasks):
        for at, amount in enumerate(task.amounts):
            path: Path = ("tasks", number, "amounts", at)
            yield from (((*path, key), text) for key, text in (("value", amount.value), ("to", amount.to)) if text)
            yield from (((*path, "ramp", end), text) for end, text in enumerate(amount.ramp or ()))


def _unknown(text: str, known: set[str], path: Path) -> Iterator[Problem]:
    for name in formula.names(text):
        if name not in known:
            at = re.search(rf"\b{name}\b", text)
            yield Problem("unknown-input", {"name": name}, path, at.start() if at else 0, near=near(name, known))


def placeholders(playbook: Playbook) -> Iterator[Problem]:
    """Placeholders of scripts that nothing fills."""
    anchors = {name.replace("-", "_") for name in playbook.anchors}
    known = {*playbook.inputs, *playbook.figures, *playbook.blanks, *anchors, *BUILT_IN}
    for name, script in playbook.scripts.items():
        wanted = {blank: None for text in script.text for blank in BLANK.findall(text)}
        for blank in wanted:
            if blank not in known:
                yield Problem("unknown-blank", {"name": blank}, ("scripts", name, "text"), near=near(blank, known))


def default_of(field: Input) -> Problem | None:
    """What is wrong with an input's default."""
    if field.type in {"choice", "choices"} and not field.choices:
        return Problem("missing-key", {"key": "choices"})
    texts = [str(field.default), *([str(field.earlier.default)] if field.earlier else [])]
    values = [inputs.read(field, inputs.understood(field, text)) for text in texts]
    return next((value for value in values if isinstance(value, Problem)), None)
