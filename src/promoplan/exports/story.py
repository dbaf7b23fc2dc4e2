"""JSON of `log`: each command with its words and its events as they stand in the file."""

from collections.abc import Iterable

from promoplan.engine.story import Entry
from promoplan.engine.telling import Teller
from promoplan.exports.records import Record, dump_all

Told = tuple[str, list[Entry], Teller]


def story_json(stories: Iterable[Told]) -> str:
    """One campaign at the top level; several as a list under `campaigns`."""
    return dump_all(_story(*told) for told in stories)


def _story(name: str, entries: list[Entry], teller: Teller) -> Record:
    return {"campaign": name, "commands": [_command(entry, teller) for entry in entries]}


def _command(entry: Entry, teller: Teller) -> Record:
    return {
        "id": entry.id,
        "at": entry.at,
        "by": entry.by,
        "text": teller.tell(entry),
        "undone": entry.is_gone,
        "events": list(entry.events),
    }
