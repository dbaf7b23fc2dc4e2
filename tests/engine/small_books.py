"""What the tests of the engine share: playbooks of a few lines, and plans as lines of text."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from promoplan.engine.expand import expand
from promoplan.model.options import Options
from promoplan.model.plan import Plan
from promoplan.model.playbook import Playbook
from promoplan.rules.stamp import Stamp

SHANGHAI = ZoneInfo("Asia/Shanghai")
DOUBLE_11 = date(2024, 11, 11)

PHASES = ("preheat: D-34..D-11", "surge: D-10..D-1", "burst: D", "after-sale: D+1..")
"""The phases of most tests: id and rule."""

Entry = str | tuple[str, Any] | Mapping[str, Any]
"""`id: rule`, an id with a rule, or a mapping as a file has it."""


def book(tasks: Sequence[Entry] = (), phases: Sequence[Entry] = PHASES, **more: Any) -> Playbook:
    """A playbook whose tasks belong to the first phase unless they say otherwise."""
    found = [_phase(phase) for phase in phases]
    data = {
        "format": 1,
        "playbook": "small",
        "version": "1",
        "title": "Small",
        "event": {"title": "The day", "reference": "2024-11-11", "date": "11-11"},
        "roles": {"ops": {"zh": "运营", "en": "Operations"}, "sales": {"zh": "业务员", "en": "Sales"}},
        "boards": {"goods": {"zh": "商品", "en": "Goods"}, "service": {"zh": "客服", "en": "Service"}},
        "phases": found,
        "tasks": [_task(task, found[0]["id"]) for task in tasks or ("any: D",)],
        **more,
    }
    return Playbook.model_validate(data)


def _mapping(entry: Entry) -> dict[str, Any]:
    if isinstance(entry, str):
        name, _, rule = entry.partition(": ")
        return {"id": name, "when": rule} if rule else {"id": name}
    if isinstance(entry, tuple):
        return {"id": entry[0], "when": entry[1]}
    return dict(entry)


def _phase(entry: Entry) -> dict[str, Any]:
    found = _mapping(entry)
    return {"title": found["id"].title(), **found}


def _task(entry: Entry, phase: str) -> dict[str, Any]:
    found = _mapping(entry)
    return {"title": found["id"].title(), "phase": phase, "board": "goods", "roles": "ops", **found}


def anchor(at: str, **more: Any) -> dict[str, Any]:
    return {"title": at, "at": at, **more}


def plan_of(playbook: Playbook, event: date = DOUBLE_11, **options: Any) -> Plan:
    return expand(playbook, Options(event, **options))


def items(plan: Plan) -> list[str]:
    """`faq@mon1 2024-11-04`, in the order of the plan."""
    return [f"{item.id} {window(item.start, item.end)}" for item in plan.items]


def phases(plan: Plan) -> list[str]:
    return [f"{phase.id} {window(phase.start, phase.end)}" for phase in plan.phases]


def dropped(plan: Plan) -> list[str]:
    """`task faq: anchor presale`: what is left out and why."""
    return [f"{entry.kind} {entry.id}: {entry.cause} {entry.because}" for entry in plan.dropped]


def problems(plan: Plan) -> list[tuple[str, dict[str, Any]]]:
    return [(problem.code, dict(problem.args)) for problem in plan.problems]


def window(start: Stamp, end: Stamp | None) -> str:
    if start == end:
        return shown(start)
    return f"{shown(start)}..{shown(end) if end is not None else ''}"


def shown(stamp: Stamp) -> str:
    return stamp.isoformat(" ") if isinstance(stamp, datetime) else stamp.isoformat()


def at(text: str, zone: ZoneInfo = SHANGHAI) -> Stamp:
    """A day, or a moment on the clock of `zone`."""
    return datetime.fromisoformat(text).replace(tzinfo=zone) if " " in text else date.fromisoformat(text)


def ids(entries: Iterable[Any]) -> list[str]:
    return [entry.id for entry in entries]
