"""The other plans that a playbook can give: each choice made otherwise, one at a time."""

from collections.abc import Iterator
from typing import NamedTuple

from promoplan.engine import inputs
from promoplan.model.options import Options, Value
from promoplan.model.playbook import Input, Playbook


class Branch(NamedTuple):
    """One thing decided otherwise than by default."""

    choice: str
    """As it is typed: `rhythm=strategy`."""
    options: Options


def branches(playbook: Playbook) -> Iterator[Branch]:
    """Every other value of a choice, every flag turned, every optional anchor dropped, at the reference date."""
    event = playbook.event.reference
    for name, field in playbook.inputs.items():
        for value in _others(field, event.year):
            word = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
            word = ",".join(word) if isinstance(word, tuple) else word
            yield Branch(f"{name}={word}", Options(event, inputs={name: value}))
    for name, anchor in playbook.anchors.items():
        if anchor.optional:
            yield Branch(f"{name}=none", Options(event, anchors={name: None}))


def _others(field: Input, year: int) -> Iterator[Value]:
    usual = inputs.default(field, year)
    values: list[Value] = []
    match field.type:
        case "flag":
            values = [True, False]
        case "choice":
            values = list(field.choices or ())
        case "choices":
            values = [(key,) for key in field.choices or ()]
    yield from (value for value in values if value != usual)
