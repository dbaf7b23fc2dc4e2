"""Names inside conditions, formulas and message scripts."""

import re
from collections.abc import Iterator

from promoplan.engine import inputs
from promoplan.errors import Path, Problem
from promoplan.errors.near import near
from promoplan.model.playbook import Input, Playbook
from promoplan.rules import condition, formula
from promoplan.rules.cases import Cases

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


def _conditions(playbook: Playbook) -> Iterator[tuple[Path, str]]:
    for name, anchor in playbook.anchors.items():
        if anchor.condition:
            yield ("anchors", name, "if"), anchor.condition
    for section in ("phases", "tasks"):
        for number, entry in enumerate(getattr(playbook, section)):
            if entry.condition:
                yield (section, number, "if"), entry.condition
            if isinstance(entry.when, Cases):
                yield from (((section, number, "when", at, "if"), text) for at, text in entry.when.conditions())
    yield from (
        (("scripts", name, "if"), script.condition) for name, script in playbook.scripts.items() if script.condition
    )


def formulas(playbook: Playbook) -> Iterator[Problem]:
    """Formulas that ask for inputs and figures that do not exist; a figure sees only those above it."""
    known = set(playbook.inputs)
    for name, figure in playbook.figures.items():
        yield from _unknown(figure.formula, known, ("figures", name, "formula"))
        known.add(name)
    for number, task in enumerate(playbook.tasks):
        for at, amount in enumerate(task.amounts):
            path: Path = ("tasks", number, "amounts", at)
            if (amount.value is None) == (amount.ramp is None):
                yield Problem("value-or-ramp", {}, path)
            for key, text in (("value", amount.value), ("to", amount.to)):
                yield from _unknown(text or "0", known, (*path, key))
            for end, text in enumerate(amount.ramp or ()):
                yield from _unknown(text, known, (*path, "ramp", end))


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
    if field.type == "choice" and not field.choices:
        return Problem("missing-key", {"key": "choices"})
    value = inputs.read(field, str(field.default))
    return value if isinstance(value, Problem) else None
