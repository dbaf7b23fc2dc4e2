"""The whole plan as JSON, texts in both languages."""

from promoplan.exports.records import Record, Texts, anchor_record, dump, item_record, phase_record
from promoplan.exports.table import Job

BOTH = Texts()


def render(job: Job) -> bytes:
    """The plan with the chosen items."""
    return dump(record(job)).encode()


def record(job: Job) -> Record:
    plan = job.plan
    return {
        "campaign": job.name,
        "playbook": plan.playbook,
        "version": plan.version,
        "title": BOTH.of(plan.title),
        "zone": plan.zone.key,
        "event": plan.event.isoformat(),
        "anchors": [anchor_record(anchor, BOTH) for anchor in plan.anchors],
        "phases": [phase_record(phase, BOTH) for phase in plan.phases],
        "roles": {role: BOTH.of(title) for role, title in plan.roles.items()},
        "boards": {board: BOTH.of(title) for board, title in plan.boards.items()},
        "figures": [
            {"id": figure.id, "title": BOTH.of(figure.title), "value": figure.value, "unit": BOTH.of(figure.unit)}
            for figure in plan.figures
        ],
        "dropped": [entry._asdict() | {"title": BOTH.of(entry.title)} for entry in plan.dropped],
        "items": [item_record(item, BOTH) for item in job.items],
    }
