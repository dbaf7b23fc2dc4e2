"""JSON of `today` and `tasks`."""

from collections.abc import Iterable, Mapping
from datetime import date

from promoplan.engine.agenda import Agenda
from promoplan.engine.lateness import days_late, open_items, waits_for
from promoplan.exports.records import Record, Texts, dump_all, item_record
from promoplan.model.plan import Item, Plan

Dated = tuple[str, Plan, Agenda]
Listed = tuple[str, Plan, date, list[Item]]

GROUPS = ("overdue", "due", "under_way", "standing", "soon")


def agenda_json(days: Iterable[Dated], texts: Texts) -> str:
    """One campaign at the top level; several as a list under `campaigns`."""
    return dump_all(_agenda(*day, texts) for day in days)


def tasks_json(lists: Iterable[Listed], texts: Texts) -> str:
    return dump_all(_tasks(*each, texts) for each in lists)


def head(name: str, plan: Plan, today: date) -> Record:
    return {
        "campaign": name,
        "playbook": plan.playbook,
        "event": plan.event.isoformat(),
        "today": today.isoformat(),
        "to_go": (plan.event - today).days,
    }


def _agenda(name: str, plan: Plan, day: Agenda, texts: Texts) -> Record:
    still_open = open_items(plan)
    items = [
        {**item_record(item, texts), **_progress(item, plan, day.day, still_open), "group": group}
        for group in GROUPS
        for item in getattr(day, group)
    ]
    phases = [{"id": phase.id, "title": texts.of(phase.title), "goal": texts.of(phase.goal)} for phase in day.phases]
    redlines = [{"id": redline.id, "title": texts.of(redline.title)} for redline in day.redlines]
    return {
        **head(name, plan, day.day),
        "phases": phases,
        "items": items,
        "done_today": [item.id for item in day.done],
        "awaited": [{"id": each.other.id, "waits_on": [item.id for item in each.mine]} for each in day.awaited],
        "redlines": redlines,
    }


def _tasks(name: str, plan: Plan, today: date, items: list[Item], texts: Texts) -> Record:
    still_open = open_items(plan)
    records = [{**item_record(item, texts), **_progress(item, plan, today, still_open)} for item in items]
    return {**head(name, plan, today), "items": records}


def _progress(item: Item, plan: Plan, today: date, still_open: Mapping[str, list[Item]]) -> Record:
    """Where an item stands on a day, and who said so when."""
    state = item.state
    waits = [] if state.is_closed else [each.id for each in waits_for(item, still_open, plan, today)]
    return {
        "late_days": days_late(item, plan, today),
        "waits_on": waits,
        "status_at": state.at or None,
        "status_by": state.by or None,
        "status_note": state.note or None,
        "notes": [{"at": event["at"], "by": event["by"], "text": event["value"]} for event in state.notes],
    }
