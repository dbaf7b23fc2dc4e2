"""The plan as a list, phase by phase; a repeat is one line unless every repeat is asked for."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.model.plan import Item
from promoplan.views.sight import Sight
from promoplan.views.summary import counted
from promoplan.views.table import heading, item_table, repeat_table


def render(name: str, items: list[Item], seen: Sight, *, every: bool) -> Iterator[RenderableType]:
    plan, words = seen.plan, seen.words
    count = len({item.card.task for item in items if item.card.kind == "task"})
    told = filter(None, (words.number(count, "个任务", "task"), counted(items, words)))
    yield heading(f"{name} {words.dot} {', '.join(told)}")
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
