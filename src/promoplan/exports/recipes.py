"""JSON of what a playbook tells beside its dates: red lines."""

from collections.abc import Iterable

from promoplan.engine.redlines import Group, instead
from promoplan.exports.records import Record, Texts, dump
from promoplan.model.playbook import Redline


def redlines_json(groups: Iterable[Group], texts: Texts) -> str:
    """One playbook at the top level; several as a list under `groups`."""
    records = [_group(group, texts) for group in groups]
    return dump(records[0] if len(records) == 1 else {"groups": records})


def _group(group: Group, texts: Texts) -> Record:
    return {
        "campaign": group.name if group.plan else None,
        "playbook": group.playbook.playbook,
        "redlines": [_redline(name, redline, group, texts) for name, redline in group.redlines.items()],
    }


def _redline(name: str, redline: Redline, group: Group, texts: Texts) -> Record:
    return {
        "id": name,
        "title": texts.of(redline.title),
        "says": texts.of(redline.says),
        "why": texts.of(redline.why),
        "lawful": texts.of(redline.lawful),
        "instead": [
            {"task": each.task, "title": texts.of(each.title), "planned": each.planned}
            for each in instead(redline, group)
        ],
        "phases": list(redline.phases),
        "source": list(redline.source),
    }
