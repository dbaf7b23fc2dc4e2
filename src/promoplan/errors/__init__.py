"""Faults as values: what is wrong, where, and what to do about it.

A `Problem` is made where a fault is found, carries the data of its sentence, and is put into
words only when somebody reads it. `PromoplanError` is the one exception that ends a command.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from promoplan.errors.messages import MESSAGES
from promoplan.text import Lang, Text

WELL: Final = 0
FAULT: Final = 1
"""A fault in the user's files."""
USAGE: Final = 2
MET: Final = 3
"""The asked condition is met: something is overdue, a gate is not ready."""
BUG: Final = 4
INTERRUPTED: Final = 130

GUESSES: Final = 3
"""Names that can be what somebody meant; more are a list to choose from."""

LONGEST: Final = 1000
"""Characters of a user's text that a message repeats."""

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a user's file; line and column count from 1, 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    source: str = ""
    """The user's own line."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Problem:
    """A fault: a code of `MESSAGES`, the data its sentence needs, and where it is."""

    code: str
    args: Mapping[str, Any] = field(default_factory=dict)
    path: Path = ()
    """Where in the file's data; `place` follows from it once the file is known."""
    offset: int = 0
    """How far into the scalar at `path`, in characters."""
    place: Place | None = None
    near: Sequence[str | Text] = ()
    """What the user may have meant, or all there is to choose from."""
    under: str = ""
    """The choice under which it is so, as it is typed; nothing where it is always so."""

    @property
    def severity(self) -> str:
        return MESSAGES[self.code].severity

    def message(self, lang: Lang) -> str:
        text = self._fill(MESSAGES[self.code].text, lang)
        if not self.under:
            return text
        return f"{text} (选 {self.under} 时)" if lang == "zh" else f"{text} (with {self.under})"

    def hint(self, lang: Lang) -> str:
        """What to do, or the empty string."""
        if self.near:
            meant = " / ".join(_word(each, lang) for each in self.near)
            if len(self.near) > GUESSES:
                return f"可以是: {meant}" if lang == "zh" else f"one of: {meant}"
            return f"是不是 {meant}?" if lang == "zh" else f"did you mean {meant}?"
        return self._fill(MESSAGES[self.code].hint, lang)

    def at(self, place: Place) -> "Problem":
        return replace(self, place=place)

    def _fill(self, text: Text, lang: Lang) -> str:
        return text.of(lang).format_map({key: _word(value, lang) for key, value in self.args.items()})


def _word(value: Any, lang: Lang) -> Any:
    """A value of a problem as a reader sees it."""
    if isinstance(value, Text):
        return value.of(lang)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, str) and len(value) > LONGEST:
        return value[:LONGEST] + "…"
    return "…" if value is None else value


class PromoplanError(Exception):
    """What stops a command: the problems to print and the code to exit with."""

    def __init__(self, *problems: Problem, exit_code: int = FAULT) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems
        self.exit_code = exit_code


def usage(code: str, near: Sequence[str | Text] = (), **args: Any) -> PromoplanError:
    """A mistake on the command line rather than in a file."""
    return PromoplanError(Problem(code, args, near=near), exit_code=USAGE)


def is_error(problem: Problem) -> bool:
    return problem.severity == "error"
