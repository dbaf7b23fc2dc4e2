"""What a person chose, as text → `Options`, with a problem for each choice that cannot be."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from promoplan.engine import inputs, renamed, select
from promoplan.errors import Path, Problem
from promoplan.errors.near import near
from promoplan.model.fields import parse_when
from promoplan.model.options import Options, Value
from promoplan.model.playbook import Anchor, Input, Playbook
from promoplan.rules.stamp import FIRST_YEAR, LAST_YEAR, Reach, Stamp
from promoplan.text import Text

NONE = "none"


class Choices(NamedTuple):
    """What was chosen, as it is written in `campaign.yaml` or on the command line."""

    event: date
    anchors: Mapping[str, str]
    inputs: Mapping[str, str]
    off: Iterable[date] = ()
    work: Iterable[date] = ()


def options(playbook: Playbook, chosen: Choices) -> tuple[Options, list[Problem]]:
    """The options and every problem found in them, each with its path in `campaign.yaml`."""
    problems: list[Problem] = []
    event = chosen.event
    if not FIRST_YEAR <= event.year <= LAST_YEAR:
        args = {"text": event, "first": FIRST_YEAR, "last": LAST_YEAR}
        problems.append(Problem("year-out-of-range", args, ("event",)))
        event = event.replace(year=FIRST_YEAR, day=min(event.day, 28))
    known = renamed.ids(playbook)
    now = {known.get(name, name): text for name, text in chosen.anchors.items()}
    set_anchors = {name: _anchor(playbook, name, text, problems) for name, text in now.items()}
    set_inputs = {name: _input(playbook, name, text, problems) for name, text in chosen.inputs.items()}
    return Options(event, set_anchors, set_inputs, frozenset(chosen.off), frozenset(chosen.work)), problems


def _anchor(playbook: Playbook, name: str, text: str, problems: list[Problem]) -> Stamp | Reach | None:
    path: Path = ("anchors", name)
    anchor = playbook.anchors.get(name)
    if anchor is None:
        problems.append(Problem("no-anchor", {"name": name}, path, near=_meant(name, playbook.anchors)))
        return None
    if text == NONE:
        if not anchor.optional:
            problems.append(Problem("not-optional", {"name": name}, path))
        return None
    try:
        return parse_when(text, playbook.zone)
    except PydanticCustomError:
        problems.append(Problem("bad-stamp", {"text": text}, path))
        return None


def _input(playbook: Playbook, name: str, text: str, problems: list[Problem]) -> Value:
    path: Path = ("inputs", name)
    field = playbook.inputs.get(name)
    if field is None:
        problems.append(Problem("unknown-input", {"name": name}, path, near=_meant(name, playbook.inputs)))
        return ""
    value = inputs.read(field, text)
    if isinstance(value, Problem):
        detail = Text(value.message("zh"), value.message("en"))
        how = Text(value.hint("zh"), value.hint("en"))
        problems.append(Problem("bad-input", {"name": name, "detail": detail, "how": how}, path))
        return ""
    return value


def _meant(name: str, known: Mapping[str, Anchor] | Mapping[str, Input]) -> list[str] | list[Text]:
    """The names that are near, or all there are."""
    return near(name, known) or select.listed({each: field.title for each, field in known.items()})
