"""The plan as a list, phase by phase; a repeat is one line unless every repeat is asked for."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.words import Words
from promoplan.model.plan import Item
from promoplan.views.sight import Sight
from promoplan.views.summary import counted
from promoplan.views.table import heading, item_table, repeat_table

Days = tuple[date | None, date | None]
"""From and to, where they were asked for."""


def render(
    name: str, items: list[Item], seen: Sight, *, every: bool, days: Days = (None, None)
) -> Iterator[RenderableType]:
    plan, words = seen.plan, seen.words
    count = len({item.card.task for item in items if item.card.kind == "task"})
    told = filter(None, (words.number(count, "个任务", "task"), counted(items, words)))
    yield heading(f"{name} {words.dot} {', '.join(told)}{_between(*days, words)}")
    if not items:
        yield Line(words.say("没有符合条件的任务。", "No task fits."))
    places = {phase.id: number for number, phase in enumerate(plan.phases)}
    for phase, group in groupby(
        sorted(items, key=lambda item: places[item.card.phase]), key=lambda item: item.card.phase
    ):
        span = plan.phases[places[phase]]
        yield Line()
        yield heading(f"{words.of(span.title)} {words.dot} {words.window(span.start, span.end, plan)}")
        members = list(group)
        yield item_table(members, seen) if every else repeat_table(members, seen)


def _between(first: date | None, last: date | None, words: Words) -> str:
    """The days that were understood, with their year."""
    from_ = words.say(f"从 {words.day(first, year=True)}", f"from {words.day(first, year=True)}") if first else ""
    to = words.say(f"到 {words.day(last, year=True)}", f"to {words.day(last, year=True)}") if last else ""
    return f" {words.dot} {' '.join(filter(None, (from_, to)))}" if from_ or to else ""
