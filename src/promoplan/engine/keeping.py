"""Keys of repeats that stay when the playbook is edited by hand: a day that was in the plan keeps the key it had.

A rule counts its keys from where its span begins. Where somebody lets it begin elsewhere, what is done would change its
day; so the days that were there before keep their keys, and new days get keys that are free.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from promoplan.model.plan import Item, Plan

Keys = Mapping[str, str]
"""The id that the rule gives an item today → the id that it keeps; empty for most plans."""


def keys_kept(before: Plan, after: Plan, taken: Iterable[str]) -> Keys | None:
    """Which ids of the second plan differ from those that the same days have in the first.

    Nothing where the event or a key date has moved: then a day is another day. `taken` are the ids that the log knows,
    which no new day may get.
    """
    if before.event != after.event or _anchors(before) != _anchors(after):
        return None
    old, new, known = _repeats(before), _repeats(after), set(taken)
    found: dict[str, str] = {}
    for task in old.keys() & new.keys():
        found |= _of_task(old[task], new[task], known)
    return found


def _anchors(plan: Plan) -> dict[str, object]:
    return {anchor.id: anchor.reach for anchor in plan.anchors}


def _repeats(plan: Plan) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in plan.items:
        if item.key:
            found[item.card.task].append(item)
    return found


def _of_task(old: list[Item], new: list[Item], known: set[str]) -> dict[str, str]:
    then = {(item.start, item.end): item.id for item in old}
    kept = {item.id: then[item.start, item.end] for item in new if (item.start, item.end) in then}
    if all(name == stays for name, stays in kept.items()):
        return {}
    used = {*then.values(), *kept.values(), *(known - {item.id for item in new})}
    free = _free(new, used)
    return {item.id: kept[item.id] if item.id in kept else next(free) for item in new}


def _free(items: list[Item], used: set[str]) -> Iterator[str]:
    """Ids that no day has had: first those of the rule itself, then numbers beyond them."""
    yield from (item.id for item in items if item.id not in used)
    task = items[0].card.task
    yield from (name for number in count(len(items) + 1) if (name := f"{task}@d{number}") not in used)


def with_keys(plan: Plan, keys: Keys) -> Plan:
    """The plan with the keys that its items keep."""
    if not keys:
        return plan
    items = (_with_key(item, keys[item.id]) if item.id in keys else item for item in plan.items)
    return replace(plan, items=tuple(items))


def _with_key(item: Item, name: str) -> Item:
    return replace(item, key=name.partition("@")[2])
