"""Targets and quantities: formulas worked out with the campaign's inputs."""

import math
from collections.abc import Callable, Mapping

from promoplan.errors import Path, Problem
from promoplan.model.options import Value
from promoplan.model.plan import FigureValue, Quantity
from promoplan.model.playbook import Amount, Playbook
from promoplan.rules import formula
from promoplan.text import Text

TOO_LARGE = Text("数太大", "the number is too large")

ROUND: dict[str, Callable[[float], float]] = {
    "none": float,
    "up": lambda number: float(math.ceil(round(number, 9))),
    "down": lambda number: float(math.floor(round(number, 9))),
    "nearest": lambda number: float(round(number)),
}


def work_out(playbook: Playbook, inputs: Mapping[str, Value], problems: list[Problem]) -> tuple[FigureValue, ...]:
    """Every figure in the order of the file; one that cannot be worked out becomes a problem."""
    known = dict(inputs)
    found = []
    for name, figure in playbook.figures.items():
        value = _value(figure.formula, known, name, ("figures", name, "formula"), problems)
        if value is not None:
            rounded = ROUND[figure.round](value)
            known[name] = rounded
            found.append(FigureValue(name, figure.title, rounded, figure.unit, figure.formula, figure.note))
    return tuple(found)


def known_names(inputs: Mapping[str, Value], figures: tuple[FigureValue, ...]) -> dict[str, Value]:
    return {**inputs, **{figure.id: figure.value for figure in figures}}


class Amounts:
    """The quantities of one task, for each of its items."""

    def __init__(self, amounts: tuple[Amount, ...], known: Mapping[str, Value], name: str, path: Path) -> None:
        self.problems: list[Problem] = []
        self.parts = [
            (
                amount,
                [_value(text, known, name, (*path, number), self.problems) for text in _formulas(amount)],
            )
            for number, amount in enumerate(amounts)
        ]

    def of(self, number: int, count: int) -> tuple[Quantity, ...]:
        """The quantities of item `number` (from 0) of `count`."""
        return tuple(_quantity(amount, values, number, count) for amount, values in self.parts if None not in values)


def _formulas(amount: Amount) -> list[str]:
    if amount.ramp:
        return list(amount.ramp)
    return [text for text in (amount.value, amount.to) if text is not None]


def _quantity(amount: Amount, values: list[float | None], number: int, count: int) -> Quantity:
    low, high = values[0] or 0.0, values[1] if len(values) > 1 else None
    if amount.ramp and high is not None:
        low, high = low + (high - low) * number / max(count - 1, 1), None
        low = float(round(low, 2))
    return Quantity(amount.title, low, high, amount.unit, amount.per)


def _value(text: str, known: Mapping[str, Value], name: str, path: Path, problems: list[Problem]) -> float | None:
    try:
        number = formula.value(text, known)
        if math.isfinite(number):
            return number
        detail = TOO_LARGE
    except KeyError as error:
        detail = Text(f"{error.args[0]} 不是数", f"{error.args[0]} is not a number")
    except ZeroDivisionError:
        detail = Text(f"{text} 里除以了 0", f"{text} divides by zero")
    except (OverflowError, ValueError):
        detail = TOO_LARGE
    problems.append(Problem("no-figure", {"name": name, "detail": detail}, path))
    return None
