"""A conflict in words: who said what, what holds for now, and the line that settles it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from promoplan.engine.choices import NONE
from promoplan.engine.roster import ITEM
from promoplan.engine.telling import SAID
from promoplan.errors import Problem
from promoplan.model.plan import Plan
from promoplan.model.progress import Event
from promoplan.rules.point import EVENT
from promoplan.text import Text, typed


class Clash(NamedTuple):
    """How one kind of key is told."""

    said: Callable[[Event], Text]
    again: Callable[[str, Event], str]
    """The command that says once more what holds."""


def titles(plan: Plan) -> dict[str, Text]:
    """What people call the things that two can disagree about: `date:presale`, `who:sales`, `item:push@w1`."""
    found = {f"date:{each.id}": each.title for each in plan.dropped}
    found |= {f"date:{each.id}": each.title for each in plan.anchors}
    found |= {f"who:{role}": title for role, title in plan.roles.items()}
    for item in plan.items:
        found[f"{ITEM}{item.card.task}"] = found[f"{ITEM}{item.id}"] = item.card.title
    return {**found, f"date:{EVENT}": plan.event_title}


def told(key: str, events: tuple[Event, ...], known: Mapping[str, Text], campaign: str) -> Problem:
    """The conflict on a key; its first event is the one that holds. `known` has the titles."""
    kind, _, name = key.partition(":")
    clash = CLASHES[kind]
    first, *others = (_by(event, clash.said(event)) for event in events)
    args = {
        "name": _called(key, name.removeprefix(ITEM), known),
        "first": first,
        "others": Text("; ".join(text.zh for text in others), "; ".join(text.en for text in others)),
        "again": f"{clash.again(name, events[0])} -c {typed(campaign)}",
    }
    return Problem("conflict", args)


def _called(key: str, word: str, known: Mapping[str, Text]) -> Text:
    """`Hold the kick-off (kickoff)`; the id alone of what the plan no longer has, the event by its title alone."""
    title = known.get(key) or known.get(f"{ITEM}{word}")
    if title is None:
        return Text.same(word)
    return title if word == EVENT else Text(f"{title.of('zh')} ({word})", f"{title.of('en')} ({word})")


def _by(event: Event, said: Text) -> Text:
    return Text(f"{event['by']}: {said.zh}", f"{event['by']}: {said.en}")


def _status(event: Event) -> Text:
    return SAID.get(event["type"], Text.same(event["type"]))


def _status_again(name: str, event: Event) -> str:
    return f"{VERBS.get(event['type'], 'done')} {name}"


VERBS = {"done": "done", "started": "start", "skipped": "skip", "blocked": "block", "reopened": "reopen"}


def _moved(event: Event) -> Text:
    to = event["value"]["to"]
    if to == NONE:
        return Text("去掉", "dropped")
    return Text(f"改到 {to}", f"moved to {to}") if to else Text("改回原来的日期", "moved back to its own date")


def _moved_again(name: str, event: Event) -> str:
    to = event["value"]["to"].replace(" ", "T") or "DATE"
    return f"move --date {to}" if name == EVENT else f"move --anchor {name}={to}"


def _pinned(event: Event) -> Text:
    if not event.get("value"):
        return Text("放开", "unpinned")
    start = event["value"]["start"][:MINUTES].replace("T", " ")
    return Text(f"定在 {start}", f"put on {start}")


def _pinned_again(name: str, event: Event) -> str:
    if not event.get("value"):
        return f"unpin {name}"
    return f"pin {name}" if event["value"].get("held") else f"move {name}={event['value']['start'][:MINUTES]}"


MINUTES = len("2024-11-11T20:00")
"""As much of a stamp as people read; its zone is the plan's."""


def _assigned(event: Event) -> Text:
    names = event["value"]
    if not names:
        return Text("不指定人", "nobody in particular")
    return Text(f"交给 {'、'.join(names)}", f"assigned to {', '.join(names)}")


def _assigned_again(name: str, event: Event) -> str:
    return f"assign {name.removeprefix('item:')}={','.join(event['value'])}"


CLASHES: Mapping[str, Clash] = {
    "item": Clash(_status, _status_again),
    "date": Clash(_moved, _moved_again),
    "pin": Clash(_pinned, _pinned_again),
    "who": Clash(_assigned, _assigned_again),
}
