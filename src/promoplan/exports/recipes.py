"""JSON of what a playbook tells beside its dates: red lines and message scripts."""

from collections.abc import Iterable

from promoplan.engine.redlines import Group, instead
from promoplan.engine.scripts import Desk, applies, fill
from promoplan.exports.records import Record, Texts, dump_all
from promoplan.model.playbook import Redline
from promoplan.text import Lang


def redlines_json(groups: Iterable[Group], texts: Texts) -> str:
    """One playbook at the top level; several as a list under `groups`."""
    return dump_all((_group(group, texts) for group in groups), under="groups")


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


def scripts_json(wanted: Iterable[tuple[Desk, Iterable[str]]], lang: Lang) -> str:
    """One campaign at the top level; several as a list under `campaigns`."""
    return dump_all(_scripts(desk, list(names), lang) for desk, names in wanted)


def _scripts(desk: Desk, names: list[str], lang: Lang) -> Record:
    """The scripts of those names, filled in; those that are not needed this time by name and cause."""
    scripts, texts = desk.playbook.scripts, Texts(lang)
    needed = [name for name in names if applies(scripts[name], desk)]
    return {
        "campaign": desk.campaign,
        "playbook": desk.playbook.playbook,
        "event": desk.plan.event.isoformat(),
        "today": desk.today.isoformat(),
        "scripts": [_script(name, desk, lang) for name in needed],
        "left_out": [
            {
                "id": name,
                "title": texts.of(scripts[name].title),
                "cause": scripts[name].condition or scripts[name].phase,
            }
            for name in names
            if name not in needed
        ],
    }


def _script(name: str, desk: Desk, lang: Lang) -> Record:
    script, texts = desk.playbook.scripts[name], Texts(lang)
    message = fill(script, desk, lang)
    return {
        "id": name,
        "title": texts.of(script.title),
        "phase": script.phase,
        "channel": texts.of(script.channel),
        "text": message.text,
        "missing": [{"name": blank, "title": texts.of(title)} for blank, title in message.missing.items()],
        "segments": list(script.segments),
        "note": texts.of(script.note),
        "source": list(script.source),
    }
