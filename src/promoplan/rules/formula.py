"""Formulas with numbers, names and + - * / ( ), for targets and quantities: `sales_target / conversion / order_value`.

Python's own parser reads them; only arithmetic is then carried out. `days(pre-heat)` is how many days a phase,
an anchor or a task lasts: its id is put into quotes before Python sees it, since `-` there is no minus.
"""

import ast
import math
import operator
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from promoplan.rules.base import ID, refuse

SIGNS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
CALLS: dict[str, Callable[..., float]] = {"ceil": math.ceil, "floor": math.floor, "min": min, "max": max}
LEAST = {"min": 2, "max": 2}
"""Arguments of those that take several; the others take one."""
LONGEST = 200


DAYS = "days"
SPAN = re.compile(rf"\b{DAYS}\(\s*({ID})\s*\)")
Days = Callable[[str], float]
"""How many days a name of the plan lasts."""


def _parsed(text: str) -> ast.expr:
    return ast.parse(SPAN.sub(rf"{DAYS}('\1')", text), mode="eval").body


def spans(text: str) -> list[tuple[str, int]]:
    """The phases, anchors and tasks whose length a formula asks for, and where in it they stand."""
    return [(match[1], match.start(1)) for match in SPAN.finditer(text)]


def _checked(value: Any) -> str:
    text = str(value).strip()
    if isinstance(value, bool) or len(text) > LONGEST or not text.isascii():
        refuse("bad-formula", text=text[:40])
    try:
        with warnings.catch_warnings(action="error"):  # `1if` and the like are warned of, on the user's screen
            _walk(_parsed(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        refuse("bad-formula", text=text)
    return text


def _walk(node: ast.expr) -> Iterator[str]:
    """The names of a formula; raises ValueError at anything that is not arithmetic."""
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            return iter(())
        case ast.Name(id=name):
            return iter((name,))
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return _walk(inner)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in SIGNS:
            return iter((*_walk(left), *_walk(right)))
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str())], keywords=[]) if name == DAYS:
            return iter(())
        case ast.Call(func=ast.Name(id=name), args=inner, keywords=[]) if _takes(name, len(inner)):
            return iter([found for part in inner for found in _walk(part)])
    raise ValueError(ast.dump(node))


def _takes(name: str, count: int) -> bool:
    return name in CALLS and (count >= LEAST[name] if name in LEAST else count == 1)


def names(text: str) -> list[str]:
    """The inputs and figures that a formula asks for."""
    return list(_walk(_parsed(text)))


def _no_days(name: str) -> float:
    raise KeyError(name)


def value(text: str, known: Mapping[str, Any], days: Days = _no_days) -> float:
    """Work a formula out; raises KeyError for a name without a number, ZeroDivisionError, OverflowError."""
    return _value(_parsed(text), known, days)


def _value(node: ast.expr, known: Mapping[str, Any], days: Days) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(operand=inner):
            return -_value(inner, known, days)
        case ast.BinOp(left=left, op=sign, right=right):
            return SIGNS[type(sign)](_value(left, known, days), _value(right, known, days))
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str() as span)]) if name == DAYS:
            return days(span)
        case ast.Call(func=ast.Name(id=name), args=inner):
            return CALLS[name](*(_value(part, known, days) for part in inner))
        case ast.Name(id=name) if isinstance(known.get(name), int | float):
            return float(known[name])
        case ast.Name(id=name):
            raise KeyError(name)
    raise ValueError(ast.dump(node))


Formula = Annotated[str, BeforeValidator(_checked), WithJsonSchema({"type": ["string", "number"]})]
"""A formula that parses; a plain number is one too."""
