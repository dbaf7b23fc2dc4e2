"""The words of a playbook as plain data, so that a plan can be shown without the playbook."""

from collections.abc import Callable, Mapping
from typing import Any

from promoplan.model.plan import Card, RedlineNote
from promoplan.model.playbook import Feature, Playbook, Task
from promoplan.text import Text

KINDS = ("segments", "metrics", "features", "scripts", "sources")


def stand_ins(playbook: Playbook, holds: Callable[[str], bool]) -> dict[str, str]:
    """Who does the work of a role that a small team does not have."""
    merged = [each for each in playbook.merged if holds(each.condition)]
    return {role: each.to for each in merged for role in each.roles}


def card_of(task: Task, stand_ins: Mapping[str, str]) -> Card:
    """What a task says, with the roles that there are, each once."""
    return Card(
        task=task.id,
        title=task.title,
        kind=task.kind,
        phase=task.phase,
        board=task.board,
        roles=tuple(dict.fromkeys(stand_ins.get(role, role) for role in task.roles)),
        why=task.why,
        effort=task.effort,
        trigger=task.trigger,
        within=task.within,
        needs=task.needs,
        features=task.features,
        tools=task.tools,
        checklist=task.checklist,
        segments=task.segments,
        scripts=task.scripts,
        metrics=task.metrics,
        avoids=task.avoids,
        note=task.note,
        source=task.source,
        rule=str(task.when) if task.when is not None else task.phase,
    )


def names_of(playbook: Playbook) -> dict[str, Text]:
    """The titles that cards refer to, by `kind:id`."""
    sections: dict[str, Mapping[str, Any]] = {kind: getattr(playbook, kind) for kind in KINDS}
    titles = {f"{kind}:{name}": entry.title for kind, entries in sections.items() for name, entry in entries.items()}
    return titles | {f"announced:{name}": _announced(feature) for name, feature in playbook.features.items()}


def _announced(feature: Feature) -> Text:
    """When a feature was to be live, and what has become of it."""
    day, _, part = feature.expected.partition(" ")
    note = feature.note or Text("", "")
    zh = f"预告 {day} {PARTS[part].zh}上线。{note.zh}"
    return Text(zh, f"announced for {PARTS[part].en}{day}. {note.en}".rstrip())


PARTS = {
    "": Text("", ""),
    "early": Text("上旬", "early "),
    "mid": Text("中旬", "mid "),
    "late": Text("下旬", "late "),
}


def redlines_of(playbook: Playbook) -> tuple[RedlineNote, ...]:
    """The red lines in the order of the file."""
    return tuple(RedlineNote(name, r.title, r.lawful, r.phases) for name, r in playbook.redlines.items())
