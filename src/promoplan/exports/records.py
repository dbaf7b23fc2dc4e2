"""Plain records for JSON: the one promise for scripts. Additions keep `SCHEMA_VERSION`; changes raise it."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from promoplan.engine.market import market
from promoplan.errors import Problem
from promoplan.model.plan import AnchorDate, Item, PhaseSpan, Quantity
from promoplan.rules.stamp import Stamp
from promoplan.text import STEERING, Lang, Text

SCHEMA_VERSION = 1

Record = dict[str, Any]


def dump(record: Mapping[str, Any]) -> str:
    """A record as JSON text with its schema version first; what steers a terminal, or cannot be seen, as escapes."""
    text = json.dumps({"schema_version": SCHEMA_VERSION, **record}, ensure_ascii=False, indent=2) + "\n"
    return STEERING.sub(lambda match: json.dumps(match[0])[1:-1], text)


def dump_all(records: Iterable[Record], under: str = "campaigns") -> str:
    """One campaign's record at the top level; several as a list."""
    found = list(records)
    return dump(found[0] if len(found) == 1 else {under: found})


def stamp(value: Stamp | None) -> str | None:
    """A whole day as an ISO date, a moment as an ISO date-time with its offset."""
    return value.isoformat() if value is not None else None


class Texts(NamedTuple):
    """How texts are written: in one language, or in both for a program that chooses itself."""

    lang: Lang | None = None

    def of(self, value: Text | None) -> str | Record | None:
        if value is None:
            return None
        return value._asdict() if self.lang is None else value.of(self.lang)

    def all(self, values: Iterable[Text]) -> list[str | Record | None]:
        return [self.of(value) for value in values]


def item_record(item: Item, texts: Texts) -> Record:
    """One item of a plan."""
    card = item.card
    return {
        "id": item.id,
        "task": card.task,
        "kind": card.kind,
        "title": texts.of(card.title),
        "label": texts.of(item.label),
        "phase": card.phase,
        "board": card.board,
        "roles": list(card.roles),
        "people": list(item.state.people),
        "start": stamp(item.start),
        "end": stamp(item.end),
        "all_day": not isinstance(item.start, datetime),
        "market": market_record(item),
        "status": item.state.status,
        "checked": sorted(item.state.checked),
        "pinned": item.state.is_pinned,
        "effort": card.effort,
        "trigger": texts.of(card.trigger),
        "within": card.within,
        "needs": list(card.needs),
        "tools": texts.all(card.tools),
        "checklist": texts.all(card.checklist),
        "amounts": [quantity_record(amount, texts) for amount in item.amounts],
        "note": texts.of(card.note),
        "source": list(card.source),
        "why": texts.of(card.why),
    }


def anchor_record(anchor: AnchorDate, texts: Texts) -> Record:
    """A key date, where it came from, and who said so."""
    return {
        "id": anchor.id,
        "title": texts.of(anchor.title),
        "at": stamp(anchor.at),
        "end": stamp(anchor.end),
        "origin": anchor.origin,
        "source": anchor.source,
    }


def phase_record(phase: PhaseSpan, texts: Texts) -> Record:
    return {
        "id": phase.id,
        "title": texts.of(phase.title),
        "goal": texts.of(phase.goal),
        "in": phase.inside,
        "start": stamp(phase.start),
        "end": stamp(phase.end),
    }


def market_record(item: Item) -> Record | None:
    """The hours of an item on the clocks of the market it is set for."""
    there = market(item)
    return {"zone": there.zone, "start": stamp(there.start), "end": stamp(there.end)} if there else None


def quantity_record(amount: Quantity, texts: Texts) -> Record:
    return {
        "title": texts.of(amount.title),
        "value": amount.low,
        "to": amount.high,
        "unit": texts.of(amount.unit),
        "per": texts.of(amount.per),
    }


def problem_record(problem: Problem, lang: Lang) -> Record:
    """A problem with its place, for editors and scripts."""
    place = problem.place
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message(lang),
        "hint": problem.hint(lang),
        "source": place.source if place else None,
    }
