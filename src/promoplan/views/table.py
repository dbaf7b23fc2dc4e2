"""Lists of items that hold at any width: nothing is cut off, long words fold."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text as Line

from promoplan.engine.words import Words
from promoplan.model.plan import Item, Plan


def grid() -> Table:
    return Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0), expand=False)


def item_table(items: Iterable[Item], plan: Plan, words: Words) -> Table:
    """One row an item: how far, when, what, who, and the id to type."""
    table = grid()
    table.add_column(no_wrap=True, style="dim", justify="right")
    table.add_column(overflow="fold", style="cyan", max_width=24)
    table.add_column(overflow="fold", ratio=3, min_width=14)
    table.add_column(overflow="fold", ratio=1, min_width=6, style="magenta")
    table.add_column(overflow="fold", ratio=1, min_width=10, style="dim")
    for item in items:
        table.add_row(*item_cells(item, plan, words))
    return table


def item_cells(item: Item, plan: Plan, words: Words) -> list[Line]:
    return [
        Line(words.distance(item.end if item.end is not None else item.start, plan)),
        Line(words.window(item.start, item.end, plan)),
        Line(words.title(item)),
        Line(words.roles(item, plan)),
        Line(item.id),
    ]


def repeat_table(items: Iterable[Item], plan: Plan, words: Words) -> Table:
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


def pairs(rows: Iterable[tuple[str, Line | str]]) -> Table:
    """Names on the left, values on the right."""
    table = grid()
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(Line(name), Line(value) if isinstance(value, str) else value)
    return table


def heading(text: str, style: str = "bold") -> Line:
    return Line(text, style=style)
