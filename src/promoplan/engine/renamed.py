"""What was said of a task, a phase or an anchor under an id that it had before: `formerly: [old-id]`.

Events keep what they say; only the names in them are today's.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from promoplan.engine.history import ANCHOR
from promoplan.model.progress import Event

if TYPE_CHECKING:
    from promoplan.model.playbook import Playbook

Ids = Mapping[str, str]
"""An id of before with the one of today."""


def ids(playbook: "Playbook") -> dict[str, str]:
    """Every id of before."""
    found = {old: name for name, anchor in playbook.anchors.items() for old in anchor.formerly}
    found |= {old: phase.id for phase in playbook.phases for old in phase.formerly}
    return found | {old: task.id for task in playbook.tasks for old in task.formerly}


def renamed(events: Iterable[Event], known: Ids) -> list[Event]:
    """The events with today's ids."""
    return list(_renamed(events, known)) if known else list(events)


def _renamed(events: Iterable[Event], known: Ids) -> Iterator[Event]:
    for event in events:
        changed: dict[str, Any] = {}
        if isinstance(key := event.get("key"), str):
            changed["key"] = _key(key, known)
        if isinstance(item := event.get("item"), str):
            changed["item"] = _name(item, known)
        if isinstance(touched := event.get("touched"), list):
            changed["touched"] = [_name(name, known) for name in touched]
        if isinstance(dropped := event.get("dropped"), Mapping):
            changed["dropped"] = {_name(name, known): dates for name, dates in dropped.items()}
        yield {**event, **changed}


def _key(key: str, known: Ids) -> str:
    """`item:faq@mon1`, `check:faq:2`, `who:item:faq`, `date:presale`: the id is the second part, or the third."""
    parts = key.split(":")
    place = 2 if parts[:2] == ["who", "item"] else 1
    if len(parts) > place and not (parts[0] == "who" and place == 1):
        parts[place] = _name(parts[place], known)
    return ":".join(parts)


def _name(name: Any, known: Ids) -> Any:
    """An id, with the key of a repeat or what it is before it: `faq@mon1`, `anchor.presale`."""
    if not isinstance(name, str):
        return name
    if name.startswith(ANCHOR):
        return f"{ANCHOR}{known.get(name.removeprefix(ANCHOR), name.removeprefix(ANCHOR))}"
    task, sign, key = name.partition("@")
    return f"{known.get(task, task)}{sign}{key}"
