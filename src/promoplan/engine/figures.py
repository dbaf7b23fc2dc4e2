"""Targets and quantities: formulas worked out with the campaign's inputs and the lengths of its spans."""

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

from promoplan.engine.dates import Calendar
from promoplan.errors import Path, Problem
from promoplan.model.options import Value
from promoplan.model.plan import FigureValue, Quantity
from promoplan.model.playbook import Amount, Playbook, Task
from promoplan.rules import formula
from promoplan.rules.base import NoDate
from promoplan.rules.formula import Days
from promoplan.text import Text

TOO_LARGE = Text("数太大", "the number is too large")

ROUND: dict[str, Callable[[float], float]] = {
    "none": float,
    "up": lambda number: float(math.ceil(round(number, 9))),
    "down": lambda number: float(math.floor(round(number, 9))),
    "nearest": lambda number: float(round(number)),
}


class Known(NamedTuple):
    """What a formula may ask."""

    values: Mapping[str, Value]
    days: Days


def work_out(playbook: Playbook, calendar: Calendar) -> tuple[FigureValue, ...]:
    """Every figure in the order of the file; one that cannot be worked out becomes a problem."""
    values = dict(calendar.inputs)
    known = Known(values, calendar.days)
    found = []
    for name, figure in playbook.figures.items():
        value = _value(figure.formula, known, name, ("figures", name, "formula"), calendar.problems)
        if value is not None:
            rounded = ROUND[figure.round](value)
            values[name] = rounded
            found.append(FigureValue(name, figure.title, rounded, figure.unit, figure.formula, figure.note))
    return tuple(found)


def known_names(calendar: Calendar, figures: tuple[FigureValue, ...]) -> Known:
    return Known({**calendar.inputs, **{figure.id: figure.value for figure in figures}}, calendar.days)


class Amounts:
    """The quantities of one task, for each of its items."""

    def __init__(self, task: Task, known: Known, calendar: Calendar, path: Path) -> None:
        self.problems: list[Problem] = []
        self.parts = [
            (
                amount,
                [_value(text, known, task.id, (*path, number), self.problems) for text in _formulas(amount)],
            )
            for number, amount in enumerate(task.amounts)
            if calendar.holds(amount.condition)
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


def _value(text: str, known: Known, name: str, path: Path, problems: list[Problem]) -> float | None:
    try:
        number = formula.value(text, known.values, known.days)
        if math.isfinite(number):
            return number
        detail = TOO_LARGE
    except NoDate:
        detail = Text(f"{text} 里有一段没有结束", f"{text} has a span without an end")
    except KeyError as error:
        detail = Text(f"{error.args[0]} 不是数", f"{error.args[0]} is not a number")
    except ZeroDivisionError:
        detail = Text(f"{text} 里除以了 0", f"{text} divides by zero")
    except (OverflowError, ValueError):
        detail = TOO_LARGE
    problems.append(Problem("no-figure", {"name": name, "detail": detail}, path))
    return None
