"""What the command-line library says of a mistake, in our own words and both languages."""

import re
from collections.abc import Sequence
from typing import Any

from typer.exceptions import TyperException

from promoplan.cli.commands import COMMANDS
from promoplan.cli.help import param_name
from promoplan.errors import Problem
from promoplan.errors.near import near

EXTRA = re.compile(r"unexpected extra argument\S* \((.*)\)")


def told(error: TyperException, words: Sequence[str]) -> Problem:
    """The problem behind an exception; the library's own sentence where it is one we do not know."""
    known = [word for word in words[:1] if word in COMMANDS]
    command = " ".join(("promoplan", *known, "--help"))
    code, args = _fault(error)
    options = [str(option) for option in getattr(error, "possibilities", None) or []]
    close = near(args["name"], options)[:1] if code == "no-option" else ()
    return Problem(code, {**args, "command": command}, near=close)


def _fault(error: TyperException) -> tuple[str, dict[str, Any]]:
    param = getattr(error, "param", None)
    extra = EXTRA.search(error.format_message())
    match type(error).__name__:
        case "NoSuchOption":
            return "no-option", {"name": getattr(error, "option_name", "")}
        case "MissingParameter":
            return "missing-argument", {"name": param_name(param)}
        case "BadParameter" if param is not None:
            return _value(param)
        case "BadOptionUsage":
            name, flag = getattr(error, "option_name", ""), "does not take a value" in error.format_message()
            return "takes-no-value" if flag else "needs-value", {"name": name}
        case "UsageError" if extra:
            return "extra-words", {"words": extra[1]}
    return "bad-usage", {"detail": error.format_message()}


def _value(param: Any) -> tuple[str, dict[str, Any]]:
    """What a parameter takes."""
    kind, name = param.type, {"name": param_name(param)}
    if hasattr(kind, "choices"):
        return "not-a-choice", {**name, "choices": ", ".join(map(str, kind.choices))}
    if getattr(kind, "min", None) is not None and getattr(kind, "max", None) is not None:
        return "not-in-range", {**name, "low": kind.min, "high": kind.max}
    return "not-a-number", name
