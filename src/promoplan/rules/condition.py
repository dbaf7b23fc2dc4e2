"""Conditions on a campaign's inputs: small safe comparisons, nothing that runs.

`venue == rts` · `ads_budget >= 500 and presale` · `venue in [rts, custom]` · `not presale`
A bare name asks whether a flag is set or an optional anchor is held.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator

from promoplan.rules.base import refuse

WORD = r"[A-Za-z_\u4e00-\u9fff][\w-]*"
TOKEN = re.compile(rf"\s*(==|!=|<=|>=|<|>|\(|\)|\[|\]|,|-?\d+(?:\.\d+)?%?|{WORD}|(?P<bad>\S))")
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
WORDS = {"and", "or", "not", "in"}
LONGEST = 200

Node = tuple[Any, ...]


def parse(text: str) -> Node:
    """The condition as nested tuples; refuses with code `bad-condition`."""
    if len(text) > LONGEST:
        refuse("bad-condition", LONGEST, text=text[:40])
    parser = _Parser(text)
    node = parser.either()
    if parser.token is not None:
        parser.fail()
    return node


class _Parser:
    """Recursive descent: either > both > negated > compared."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.token: str | None = None
        self.start = 0
        self.advance()

    def advance(self) -> str | None:
        taken = self.token
        match = TOKEN.match(self.text, self.at)
        if match is None:
            self.token, self.start = None, len(self.text)
            return taken
        self.token, self.start, self.at = match[1], match.start(1), match.end()
        if match["bad"]:
            self.fail()
        return taken

    def fail(self) -> Any:
        refuse("bad-condition", self.start, text=self.text)

    def either(self) -> Node:
        node = self.both()
        while self.token == "or":
            self.advance()
            node = ("or", node, self.both())
        return node

    def both(self) -> Node:
        node = self.negated()
        while self.token == "and":
            self.advance()
            node = ("and", node, self.negated())
        return node

    def negated(self) -> Node:
        if self.token == "not":
            self.advance()
            return ("not", self.negated())
        if self.token == "(":
            self.advance()
            node = self.either()
            if self.advance() != ")":
                self.fail()
            return node
        return self.compared()

    def compared(self) -> Node:
        at, name = self.start, self.word()
        if self.token in COMPARE:
            sign = self.advance()
            return ("compare", sign, name, self.value(), at)
        if self.token == "in":
            self.advance()
            return ("in", name, self.values(), at)
        return ("name", name, at)

    def word(self) -> str:
        if self.token is None or self.token in WORDS or not (self.token[0].isalpha() or self.token[0] == "_"):
            self.fail()
        return self.advance() or ""

    def value(self) -> Any:
        if self.token is None or self.token in WORDS or self.token in {"(", ")", "[", "]", ","}:
            self.fail()
        token = self.advance() or ""
        return literal(token)

    def values(self) -> tuple[Any, ...]:
        if self.advance() != "[":
            self.fail()
        found = [self.value()]
        while self.token == ",":
            self.advance()
            found.append(self.value())
        if self.advance() != "]":
            self.fail()
        return tuple(found)


def literal(token: str) -> Any:
    """A number, a percentage, a truth value or a word."""
    if token in {"true", "false"}:
        return token == "true"
    try:
        return float(token[:-1]) / 100 if token.endswith("%") else float(token)
    except ValueError:
        return token


def names(node: Node) -> Iterator[tuple[str, Any, int]]:
    """Each name a condition asks for, the values it is compared with, and its offset."""
    match node:
        case ("and" | "or", left, right):
            yield from names(left)
            yield from names(right)
        case ("not", inner):
            yield from names(inner)
        case ("compare", _, name, value, at):
            yield name, (value,), at
        case ("in", name, values, at):
            yield name, values, at
        case ("name", name, at):
            yield name, (), at


def holds(node: Node, values: Mapping[str, Any]) -> bool:
    """Whether a condition is true of these inputs; a name nobody set is false."""
    match node:
        case ("and", left, right):
            return holds(left, values) and holds(right, values)
        case ("or", left, right):
            return holds(left, values) or holds(right, values)
        case ("not", inner):
            return not holds(inner, values)
        case ("in", name, wanted, _) if isinstance(values.get(name), tuple):
            return any(value in wanted for value in values[name])
        case ("in", name, wanted, _):
            return values.get(name) in wanted
        case ("compare", sign, name, wanted, _):
            return name in values and _compared(sign, values[name], wanted)
        case _:
            return bool(values.get(node[1]))


def _compared(sign: str, value: Any, wanted: Any) -> bool:
    """Of several choices `==` asks whether it is one of them."""
    if isinstance(value, tuple):
        return sign in {"==", "!="} and (wanted in value) == (sign == "==")
    try:
        return COMPARE[sign](value, wanted)
    except TypeError:
        return False


def _checked(text: str) -> str:
    parse(text)
    return text


Condition = Annotated[str, AfterValidator(_checked)]
"""A condition that parses."""
