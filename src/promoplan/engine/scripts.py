"""Message scripts with a campaign's own values in their places.

A placeholder is filled once: a value that holds braces itself is printed as it is.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from promoplan.engine.checks.names import BLANK, BUILT_IN
from promoplan.engine.inputs import shown
from promoplan.engine.words import clock
from promoplan.model.options import Value
from promoplan.model.plan import AnchorDate, Plan
from promoplan.model.playbook import Input, Playbook, Script
from promoplan.rules import condition
from promoplan.rules.moments import spans
from promoplan.rules.stamp import Stamp
from promoplan.text import Lang, Text, clean_lines


class Desk(NamedTuple):
    """Everything a message is written from."""

    campaign: str | None
    playbook: Playbook
    plan: Plan
    inputs: Mapping[str, Value]
    today: date
    blanks: Mapping[str, str]
    """What a person filled in, by placeholder; wins over what the campaign knows."""


class Message(NamedTuple):
    """A script filled in, and the placeholders that nothing filled, with their titles."""

    text: str
    missing: dict[str, Text]


def applies(script: Script, desk: Desk) -> bool:
    """Whether its condition holds and its phase is part of this plan."""
    if desk.plan.phase(script.phase) is None:
        return False
    if script.condition is None:
        return True
    held = {anchor.id: True for anchor in desk.plan.anchors}
    return condition.holds(condition.parse(script.condition), {**held, **desk.inputs})


def fill(script: Script, desk: Desk, lang: Lang) -> Message:
    """The message in one language, ready to paste; an open placeholder stays visible."""
    known, titles = values(desk), placeholders(desk.playbook)
    missing: dict[str, Text] = {}

    def put(name: str) -> str:
        if known.get(name, Text("", "")).of(lang):
            return known[name].of(lang)
        missing[name] = titles.get(name, Text.same(name))
        told = f"{name}: {missing[name].of(lang)}"
        return f"〔{told}〕" if lang == "zh" else f"[{told}]"

    text = BLANK.sub(lambda match: put(match[1]), script.text.of(lang))
    return Message(clean_lines(text), missing)


def placeholders(playbook: Playbook) -> dict[str, Text]:
    """Every name a script may use, with its title."""
    return {
        **dict.fromkeys(BUILT_IN, playbook.event.title),
        **{name.replace("-", "_"): anchor.title for name, anchor in playbook.anchors.items()},
        **{name: figure.title for name, figure in playbook.figures.items()},
        **{name: field.title for name, field in playbook.inputs.items()},
        **playbook.blanks,
    }


def values(desk: Desk) -> dict[str, Text]:
    """What the campaign knows and what a person filled in, in words."""
    plan = desk.plan
    zones = {name: next(spans(anchor.at)).start.zone for name, anchor in desk.playbook.anchors.items()}
    return {
        "event": plan.event_title,
        "event_date": moment(plan.event),
        "today": moment(desk.today),
        **{anchor.id.replace("-", "_"): _anchor(anchor, zones.get(anchor.id, "")) for anchor in plan.anchors},
        **{figure.id: _close(amount(figure.value, figure.unit)) for figure in plan.figures},
        **{name: _input(field, desk.inputs[name]) for name, field in desk.playbook.inputs.items()},
        **{name: Text.same(value) for name, value in desk.blanks.items()},
    }


def _anchor(anchor: AnchorDate, zone: str) -> Text:
    """A moment, or a window from its first to its last."""
    first, last = moment(anchor.at, zone), moment(anchor.last, zone)
    return first if anchor.end is None else Text(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")


def moment(stamp: Stamp, zone: str = "") -> Text:
    """A day or a moment as a customer reads it: `11月11日`, `14 October, 20:00`; on a market's clock with its name."""
    if not isinstance(stamp, datetime):
        return Text(f"{stamp.month}月{stamp.day}日", f"{stamp.day} {stamp:%B}")
    where = ""
    if zone and zone != getattr(stamp.tzinfo, "key", ""):
        stamp, where = stamp.astimezone(ZoneInfo(zone)), f" ({zone})"
    day = moment(stamp.date())
    return Text(f"{day.zh}{clock(stamp)}{where}", f"{day.en}, {clock(stamp)}{where}")


def amount(value: float, unit: Text | None) -> Text:
    """A number with its unit."""
    number, named = f"{value:,.10g}", unit or Text("", "")
    return Text(f"{number} {named.zh}".rstrip(), f"{number} {named.en}".rstrip())


def _input(field: Input, value: Value) -> Text:
    return _close(shown(field, value)) if isinstance(value, float) else shown(field, value)


def _close(number: Text) -> Text:
    """A message has no space between a number and a Chinese unit: `299元`, but `40 USD`."""
    digits, _, unit = number.zh.partition(" ")
    return number if unit.isascii() else Text(f"{digits}{unit}", number.en)
