"""Typed inputs: what a person wrote → the value that conditions and formulas use."""

import math
import re

from promoplan.errors import Problem
from promoplan.model.options import Value
from promoplan.model.playbook import Input, Playbook
from promoplan.text import Text

YES, NO = ("yes", "y", "true", "on", "是"), ("no", "n", "false", "off", "否")
TRUTH = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}
TIMES = {"": 1, "万": 10_000, "w": 10_000, "k": 1_000, "千": 1_000, "亿": 100_000_000}
BARE = "bare-percent"
BARE_FROM = 0.1
"""A percentage of which nobody can tell whether it is a fraction."""
NUMBER = re.compile(r"[¥$]?\s*(-?\d[\d,]*(?:\.\d+)?)\s*(万|亿|千|w|k|%)?\s*(?:元|CNY|USD)?$", re.IGNORECASE)


def default_text(field: Input, year: int) -> str:
    """What a team that decides nothing has in a year, as it would be typed."""
    written = field.earlier.default if field.earlier and year < field.earlier.before else field.default
    return understood(field, str(written))


def default(field: Input, year: int) -> Value:
    """The value a team has that decides nothing; a faulty default is found by a check."""
    value = read(field, default_text(field, year))
    return "" if isinstance(value, Problem) else value


def understood(field: Input, text: str) -> str:
    """What is in a file, where a percentage may stand as a fraction: `0.8` is `80%` there, as it always was."""
    value = read(field, text)
    return str(value.args["great"]) if isinstance(value, Problem) and value.code == BARE else text


def defaults(playbook: Playbook, year: int) -> dict[str, Value]:
    return {name: default(field, year) for name, field in playbook.inputs.items()}


def read(field: Input, text: str) -> Value | Problem:
    """What a person wrote for an input; a problem that lists the right values when it is none of them."""
    text = text.strip()
    match field.type:
        case "text":
            return text
        case "choice":
            return _choice(field, text)
        case "choices":
            return _several(field, text)
        case "flag":
            return TRUTH[text.lower()] if text.lower() in TRUTH else _wrong("bad-flag", text)
        case _:
            return _number(field, text)


def _choice(field: Input, text: str) -> Value | Problem:
    choices = field.choices or {}
    for key, title in choices.items():
        if text.lower() in {key.lower(), title.zh.lower(), title.en.lower()}:
            return key
    zh = ", ".join(f"{key} ({title.zh})" for key, title in choices.items())
    en = ", ".join(f"{key} ({title.en})" for key, title in choices.items())
    return _wrong("bad-choice", text, choices=Text(zh, en))


def _several(field: Input, text: str) -> Value | Problem:
    """Several choices at once, in the order of the playbook; `none` is none of them."""
    found = []
    for word in re.split(r"\s*[,，、]\s*", text) if text not in {"", "none"} else ():
        value = _choice(field, word)
        if isinstance(value, Problem):
            return value
        found.append(value)
    return tuple(key for key in field.choices or {} if key in found)


def _number(field: Input, text: str) -> Value | Problem:
    match = NUMBER.match(text)
    if match is None:
        return _wrong("bad-number", text)
    number = float(match[1].replace(",", ""))
    unit = (match[2] or "").lower()
    if field.type == "percent" and not unit and BARE_FROM <= number <= 1:
        return _wrong(BARE, text, small=f"{number:g}%", great=f"{number * 100:.10g}%")
    if unit == "%" or field.type == "percent":
        number = round(number / 100, 10) if unit == "%" or number > 1 else number
    else:
        number *= TIMES[unit]
    if not math.isfinite(number):
        return _wrong("bad-number", text)
    if field.type == "integer" and number != int(number):
        return _wrong("bad-integer", text)
    if (field.low is not None and number < field.low) or (field.high is not None and number > field.high):
        return _outside(field, text)
    return number


def _outside(field: Input, text: str) -> Problem:
    """A number beyond the bounds that there are, written as people type them."""
    low, high = _bound(field, field.low), _bound(field, field.high)
    if high is None:
        return _wrong("too-small", text, low=low)
    return _wrong("too-great", text, high=high) if low is None else _wrong("out-of-range", text, low=low, high=high)


def _bound(field: Input, value: float | None) -> str | None:
    if value is None:
        return None
    return f"{value * 100:g}%" if field.type == "percent" else f"{value:g}"


def _wrong(code: str, text: str, **args: object) -> Problem:
    return Problem(code, {"text": text, **args})


def shown(field: Input, value: Value) -> Text:
    """A value in words: the title of a choice, a number with its unit."""
    if field.choices and isinstance(value, str) and value in field.choices:
        return field.choices[value]
    if isinstance(value, tuple):
        titles = [(field.choices or {})[key] for key in value]
        return Text("、".join(t.zh for t in titles) or "无", ", ".join(t.en for t in titles) or "none")
    if isinstance(value, bool):
        return Text("是", "yes") if value else Text("否", "no")
    if isinstance(value, float):
        words = f"{value * 100:g}%" if field.type == "percent" else f"{value:,.10g}"
        unit = field.unit or Text("", "")
        return Text(f"{words} {unit.zh}".rstrip(), f"{words} {unit.en}".rstrip())
    return Text.same(str(value))
