"""Plain records for JSON: the one promise for scripts. Additions keep `SCHEMA_VERSION`; changes raise it."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from promoplan.errors import Problem
from promoplan.model.plan import Item, Plan, Quantity
from promoplan.rules.stamp import Stamp
from promoplan.text import Lang, Text

SCHEMA_VERSION = 1

Record = dict[str, Any]


def dump(record: Mapping[str, Any]) -> str:
    """A record as JSON text with its schema version first."""
    return json.dumps({"schema_version": SCHEMA_VERSION, **record}, ensure_ascii=False, indent=2) + "\n"


def stamp(value: Stamp | None) -> str | None:
    """A whole day as an ISO date, a moment as an ISO date-time with its offset."""
    return value.isoformat() if value is not None else None


def text(value: Text | None) -> Record | None:
    return value._asdict() if value is not None else None


def item_record(item: Item, plan: Plan, people: Mapping[str, tuple[str, ...]], status: str = "open") -> Record:
    """One item of a plan."""
    card = item.card
    return {
        "id": item.id,
        "task": card.task,
        "kind": card.kind,
        "title": text(card.title),
        "label": text(item.label),
        "phase": card.phase,
        "board": card.board,
        "roles": list(card.roles),
        "people": [person for role in card.roles for person in people.get(role, ())],
        "start": stamp(item.start),
        "end": stamp(item.end),
        "all_day": not isinstance(item.start, datetime),
        "status": status,
        "effort": card.effort,
        "trigger": text(card.trigger),
        "within": card.within,
        "needs": list(card.needs),
        "tools": [text(tool) for tool in card.tools],
        "checklist": [text(line) for line in card.checklist],
        "amounts": [quantity_record(amount) for amount in item.amounts],
        "note": text(card.note),
        "source": list(card.source),
        "why": text(card.why),
    }


def quantity_record(amount: Quantity) -> Record:
    return {
        "title": text(amount.title),
        "value": amount.low,
        "to": amount.high,
        "unit": text(amount.unit),
        "per": text(amount.per),
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
