"""The whole plan as JSON, texts in both languages."""

from promoplan.exports.records import Record, Texts, dump, item_record, stamp
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
        "anchors": [
            {
                "id": anchor.id,
                "title": BOTH.of(anchor.title),
                "at": stamp(anchor.at),
                "origin": anchor.origin,
                "source": anchor.source,
            }
            for anchor in plan.anchors
        ],
        "phases": [
            {
                "id": phase.id,
                "title": BOTH.of(phase.title),
                "goal": BOTH.of(phase.goal),
                "in": phase.inside,
                "start": stamp(phase.start),
                "end": stamp(phase.end),
            }
            for phase in plan.phases
        ],
        "roles": {role: BOTH.of(title) for role, title in plan.roles.items()},
        "boards": {board: BOTH.of(title) for board, title in plan.boards.items()},
        "figures": [
            {"id": figure.id, "title": BOTH.of(figure.title), "value": figure.value, "unit": BOTH.of(figure.unit)}
            for figure in plan.figures
        ],
        "dropped": [entry._asdict() | {"title": BOTH.of(entry.title)} for entry in plan.dropped],
        "items": [item_record(item, BOTH) for item in job.items],
    }
