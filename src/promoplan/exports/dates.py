"""JSON of `timeline` and `why`: the plan's spans and days, and how a date came about."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from promoplan.engine.overview import done_of
from promoplan.exports.lists import Listed, head
from promoplan.exports.records import Record, Texts, anchor_record, dump_all, phase_record, stamp
from promoplan.model.plan import Item, Plan
from promoplan.rules.stamp import Step


def timeline_json(campaigns: Iterable[tuple[str, Plan, date]], texts: Texts) -> str:
    """Phases with how much of them is done, key dates, days off and make-up workdays."""
    return dump_all(_timeline(*each, texts) for each in campaigns)


def _timeline(name: str, plan: Plan, today: date, texts: Texts) -> Record:
    return {
        **head(name, plan, today),
        "phases": [
            {**phase_record(phase, texts), **_counts([item for item in plan.items if item.card.phase == phase.id])}
            for phase in plan.phases
        ],
        "anchors": [anchor_record(anchor, texts) for anchor in plan.anchors],
        "days_off": [day.isoformat() for day in sorted(plan.holidays)],
        "workdays": [day.isoformat() for day in sorted(plan.makeup)],
    }


def _counts(items: list[Item]) -> Record:
    """Of what can be ticked off; a standing rule is never done, and what was skipped no longer counts."""
    done, total = done_of(items)
    return {"done": done, "total": total}


def why_json(lists: Iterable[Listed], texts: Texts) -> str:
    """For each item the steps that led to its date, the first one first."""
    return dump_all(_why(*each, texts) for each in lists)


def _why(name: str, plan: Plan, today: date, items: list[Item], texts: Texts) -> Record:
    return {**head(name, plan, today), "items": [_explained(item, texts) for item in items]}


def _explained(item: Item, texts: Texts) -> Record:
    return {
        "id": item.id,
        "task": item.card.task,
        "title": texts.of(item.card.title),
        "rule": item.card.rule,
        "start": stamp(item.start),
        "end": stamp(item.end),
        "steps": [_step(step) for step in item.steps],
    }


def _step(step: Step) -> Record:
    """What happened, to which date it led, and what it was about."""
    return {"kind": step.kind, "at": stamp(step.stamp), "about": [_plain(value) for value in step.args]}


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value if isinstance(value, (int, float, str, type(None))) else str(value)
