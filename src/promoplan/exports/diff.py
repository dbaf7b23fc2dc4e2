"""JSON of `diff`."""

from collections.abc import Iterable
from datetime import date

from promoplan.engine.diffing import Diff, Since, StatusChange
from promoplan.engine.moving import Change
from promoplan.engine.reasons import reason
from promoplan.engine.words import Words
from promoplan.exports.records import Record, Texts, dump_all, stamp
from promoplan.rules.stamp import Reach

Told = tuple[str, date, Diff]


def diff_json(told: Iterable[Told], words: Words) -> str:
    """One campaign at the top level; several as a list under `campaigns`."""
    return dump_all(_diff(name, today, found, words) for name, today, found in told)


def _diff(name: str, today: date, found: Diff, words: Words) -> Record:
    dates, texts = found.dates, Texts(words.lang)
    return {
        "campaign": name,
        "playbook": dates.after.playbook,
        "today": today.isoformat(),
        "since": _since(found.since),
        "event": {"was": dates.before.event.isoformat(), "now": dates.after.event.isoformat()},
        "anchors": [
            {"id": anchor.id, "title": texts.of(anchor.title), **_ends("was", anchor.was), **_ends("now", anchor.now)}
            for anchor in dates.anchors
        ],
        "changes": [_change(change, found, words) for change in dates.changes],
        "statuses": [_status(each, texts) for each in found.statuses],
    }


def _ends(name: str, reach: Reach | None) -> Record:
    """Where an anchor starts, and where it ends if it is a window."""
    start, end = reach or (None, None)
    return {name: stamp(start)} | ({f"{name}_end": stamp(end)} if end != start else {})


def _since(since: Since) -> Record:
    return {
        "kind": since.kind,
        "date": stamp(since.day),
        "command": since.entry.id if since.entry else None,
    }


def _change(change: Change, found: Diff, words: Words) -> Record:
    shift = change.shift()
    return {
        "id": change.item.id,
        "task": change.item.card.task,
        "title": words.title(change.item),
        "kind": change.kind,
        "was": _reach(change.was),
        "now": _reach(change.now),
        "days": shift.days if shift is not None and shift.seconds == 0 else 0 if shift is not None else None,
        "why": reason(change, found.dates, words),
    }


def _reach(reach: Reach | None) -> Record | None:
    return {"start": stamp(reach.start), "end": stamp(reach.end)} if reach is not None else None


def _status(each: StatusChange, texts: Texts) -> Record:
    state = each.item.state
    return {
        "id": each.item.id,
        "title": texts.of(each.item.card.title),
        "was": each.was,
        "now": state.status,
        "by": state.by,
        "at": state.at,
    }
