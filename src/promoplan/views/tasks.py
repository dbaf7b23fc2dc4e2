"""The plan as a list, phase by phase; a repeat is one line unless every repeat is asked for."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.model.plan import Item, Plan
from promoplan.views.table import heading, item_cells, item_table
from promoplan.views.words import Words


def render(plan: Plan, name: str, items: list[Item], words: Words, *, every: bool) -> Iterator[RenderableType]:
    count = len({item.card.task for item in items})
    unit = words.say(f"{count} 个任务, {len(items)} 项", f"{count} tasks, {len(items)} items")
    yield heading(f"{name} {words.dot} {unit}")
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
        yield item_table(members, plan, words) if every else repeat_table(members, plan, words)


def repeat_table(items: list[Item], plan: Plan, words: Words) -> RenderableType:
    """One row a task: a repeat shows its first and last time and how often."""
    by_task: dict[str, list[Item]] = {}
    for item in items:
        by_task.setdefault(item.card.task, []).append(item)
    table = item_table((), plan, words)
    for group in by_task.values():
        cells = item_cells(group[0], plan, words)
        if len(group) > 1:
            cells[1:3] = _repeat(group, plan, words)
            cells[4] = Line(group[0].card.task)
        table.add_row(*cells)
    return table


def _repeat(group: list[Item], plan: Plan, words: Words) -> Iterable[Line]:
    first, last = group[0].first_day(plan.zone), group[-1].first_day(plan.zone)
    yield Line(words.window(first, last, plan))
    times = words.say(f" ×{len(group)} 次", f" ×{len(group)}")
    yield Line.assemble(words.of(group[0].card.title), (times.replace("×", "x") if words.plain else times, "dim"))
