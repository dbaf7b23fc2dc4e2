"""JSON of `status` and `gate`."""

from collections.abc import Iterable

from promoplan.engine.gates import Gate
from promoplan.engine.overview import Group, Overview, Tally
from promoplan.exports.records import Record, Texts, dump_all, stamp
from promoplan.model.plan import Plan

Told = tuple[str, Plan, Overview]


def status_json(campaigns: Iterable[Told], groups: Iterable[Group], texts: Texts) -> str:
    """One campaign at the top level; several as a list under `campaigns`."""
    return dump_all(_status(*told, tuple(groups), texts) for told in campaigns)


def _status(name: str, plan: Plan, told: Overview, groups: tuple[Group, ...], texts: Texts) -> Record:
    burn = told.burn
    return {
        "campaign": name,
        "playbook": plan.playbook,
        "event": plan.event.isoformat(),
        "today": told.today.isoformat(),
        "to_go": (plan.event - told.today).days,
        **_counts(told.whole),
        "planned": burn.planned,
        "days_ahead": burn.days,
        "over_time": [
            {"day": day.isoformat(), "planned": wanted, "done": reached}
            for day, wanted, reached in zip(burn.days_of, burn.wanted, burn.reached, strict=True)
        ],
        **{f"{group}s": [_tally(each, texts) for each in told.groups[group]] for group in groups},
        "worst": [{"id": item.id, "title": texts.of(item.card.title), "late_days": days} for item, days in told.worst],
        "next_gate": gate_record(told.gate, texts) if told.gate else None,
    }


def _counts(tally: Tally) -> Record:
    return {
        "done": tally.done,
        "open": tally.open,
        "late": tally.late,
        "skipped": tally.skipped,
        "total": tally.total,
    }


def _tally(tally: Tally, texts: Texts) -> Record:
    return {"id": tally.id, "title": texts.of(tally.title), **_counts(tally)}


def gate_json(gates: Iterable[tuple[str, Gate]], texts: Texts) -> str:
    """One campaign at the top level; several as a list under `campaigns`."""
    return dump_all({"campaign": name, **gate_record(gate, texts)} for name, gate in gates)


def gate_record(gate: Gate, texts: Texts) -> Record:
    """A gate with what is missing; `gated` is false for a phase that asks for nothing."""
    phase, override = gate.phase, gate.override
    return {
        "phase": phase.id,
        "title": texts.of(phase.title),
        "start": stamp(phase.start),
        "gated": bool(phase.gate),
        "ready": gate.is_ready,
        "total": gate.total,
        "missing": [
            {
                "id": each.item.id,
                "title": texts.of(each.item.card.title),
                "status": each.item.state.status,
                "roles": list(each.item.card.roles),
                "people": list(each.item.state.people),
                "ticked": each.ticked,
                "lines": each.lines,
            }
            for each in gate.missing
        ],
        "override": {"reason": override["value"]["reason"], "by": override["by"], "at": override["at"]}
        if override
        else None,
    }
