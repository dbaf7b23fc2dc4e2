"""Lists of items that hold at any width: nothing is cut off, long words fold."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text as Line

from promoplan.model.plan import Item, Plan
from promoplan.views.words import Words


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
