"""Work that stands in the log under an id that the playbook has no more, most often since it was changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from promoplan.errors import Problem
from promoplan.errors.near import near
from promoplan.model.plan import Plan
from promoplan.model.progress import Progress
from promoplan.text import Text

MOST = 3
"""Ids that are named."""


def missed(plan: Plan, progress: Progress) -> Problem | None:
    """Which tasks with work are not in the plan, what each may be called now, and how to bring the work back.

    What the plan leaves out on purpose is not missed, nor what was taken out of it and has nothing like it.
    """
    present = {item.card.task for item in plan.items}
    worked = {name.partition("@")[0] for name in _worked(progress)}
    gone = worked - present
    if not gone or not (gone := gone - {entry.id for entry in plan.dropped}):
        return None
    removed = {name.partition("@")[0]: _titles(dates.get("title")) for name, dates in progress.cancelled.items()}
    found = {name: _now(name, removed.get(name, frozenset()), plan, present - worked) for name in sorted(gone)}
    return _told({name: now for name, now in found.items() if now or name not in removed})


def _worked(progress: Progress) -> Iterator[str]:
    """The items that somebody did something about."""
    yield from (name for name, state in progress.states.items() if state.status != "open")
    yield from (*progress.ticks, *progress.checked, *progress.notes)


def _titles(title: Any) -> frozenset[str]:
    """A task's title as the log has it, in its languages; a repeat's also says which one it is."""
    said = title.values() if isinstance(title, Mapping) else [title]
    return frozenset(text.partition(" · ")[0] for text in said if isinstance(text, str) and text)


def _now(name: str, titles: frozenset[str], plan: Plan, free: Iterable[str]) -> str:
    """The task that has the old one's title, else one without work and with an id like it; else nothing."""
    like = [item.card.task for item in plan.items if not titles.isdisjoint(item.card.title)] or near(name, sorted(free))
    return like[0] if like else ""


def _told(found: dict[str, str]) -> Problem | None:
    if not found:
        return None
    first, like = next(((old, now) for old, now in found.items() if now), (next(iter(found)), ""))
    names = [
        Text(f"{old} (像是现在的 {now})", f"{old} (now {now}?)") if now else Text.same(old)
        for old, now in found.items()
    ]
    more = len(names) - MOST
    args = {
        "names": Text(
            "、".join(name.zh for name in names[:MOST]) + (f" 等 {len(names)} 个" if more > 0 else ""),
            ", ".join(name.en for name in names[:MOST]) + (f" and {more} more" if more > 0 else ""),
        ),
        "first": first,
        "like": Text.same(like) if like else Text("新的任务", "the task of today"),
    }
    return Problem("work-missed", args)
