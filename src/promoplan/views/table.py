"""Lists of items that hold at any width: nothing is cut off, long words fold."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text as Line

from promoplan.engine.lateness import days_late
from promoplan.engine.words import Words
from promoplan.model.plan import Item
from promoplan.views.sight import CLOSED, LATE, Sight, mark, title_cell, under


def grid() -> Table:
    return Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0), expand=False)


WIDEST_WINDOW = 27
"""Cells for dates: `10-04 周五休 … 10-12 周六班`; longer windows take two lines."""

ROOMY, MEDIUM = 100, 72
"""Cells from which an item's parts stand side by side, and from which its dates stand beside its title."""

Row = tuple[Sequence[Line], bool]
"""How far, when, what, who, id; and whether the item is closed."""


class Rows:
    """Items as a list that suits the width: columns where there is room, else who and id under the title."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width >= ROOMY:
            yield self._columns()
        else:
            yield self._stacked(beside=options.max_width >= MEDIUM)

    def _window_width(self) -> int:
        widest = max((line.cell_len for cells, _ in self.rows for line in cells[1].split("\n")), default=0)
        return min(widest, WIDEST_WINDOW)

    def _columns(self) -> Table:
        table = grid()
        table.add_column(no_wrap=True, style="dim", justify="right")
        table.add_column(overflow="fold", style="cyan", width=self._window_width())
        table.add_column(overflow="fold", ratio=3, min_width=14)
        table.add_column(overflow="fold", ratio=1, min_width=6, style="magenta")
        table.add_column(overflow="fold", ratio=1, min_width=10, style="dim")
        for cells, is_closed in self.rows:
            table.add_row(*cells, style=CLOSED if is_closed else None)
        return table

    def _stacked(self, *, beside: bool) -> Table:
        table = grid()
        table.add_column(no_wrap=True, style="dim", justify="right")
        if beside:
            table.add_column(overflow="fold", style="cyan", width=self._window_width())
        table.add_column(overflow="fold")
        for (distance, window, title, roles, name), is_closed in self.rows:
            first, *rest = title.split("\n")
            who = Line.assemble((roles.plain, "magenta"), "  ", (name.plain, "dim"))
            lines = [first, who, *rest] if beside else [Line(window.plain, style="cyan"), first, who, *rest]
            cells = [distance, window, Line("\n").join(lines)] if beside else [distance, Line("\n").join(lines)]
            table.add_row(*cells, style=CLOSED if is_closed else None)
        return table


def item_table(items: Iterable[Item], seen: Sight) -> Rows:
    """One row an item: how far, when, what, who, and the id to type."""
    return Rows([(item_cells(item, seen), item.state.is_closed) for item in items])


def item_cells(item: Item, seen: Sight) -> list[Line]:
    words, plan = seen.words, seen.plan
    return [
        Line(_distance(item, seen)),
        window_cell(item, seen),
        title_cell(item, seen),
        Line(words.roles(item, plan)),
        Line(item.id),
    ]


def _distance(item: Item, seen: Sight) -> str:
    """How far from the event the item is due; a standing rule never is, and says what it is instead."""
    if item.card.kind == "standing":
        return seen.words.say("规矩", "rule")
    due = item.last_day(seen.plan.zone) if item.end is not None else item.start
    return seen.words.distance(due, seen.plan)


def window_cell(item: Item, seen: Sight) -> Line:
    """When, and the same hours on the market's own clock; its city alone, for the column is narrow."""
    words = seen.words
    line = Line(_folded(words.window(item.start, item.end, seen.plan), words))
    if there := words.market(item, is_short=True):
        line.append(f"\n{there}", style="dim")
    return line


def _folded(window: str, words: Words) -> str:
    """A window too long for its column goes on behind its dots: a day stays with its weekday and its hour."""
    return window if cell_len(window) <= WIDEST_WINDOW else window.replace(f" {words.dots} ", f" {words.dots}\n", 1)


def repeat_table(items: Iterable[Item], seen: Sight) -> Rows:
    """One row a task: a repeat shows its first and last time, how far the last is from the event, and how often."""
    by_task: dict[str, list[Item]] = {}
    for item in items:
        by_task.setdefault(item.card.task, []).append(item)
    rows: list[Row] = []
    for group in by_task.values():
        cells = item_cells(group[0], seen)
        if len(group) > 1:
            cells[0] = item_cells(group[-1], seen)[0]
            cells[1:3] = _repeat(group, seen)
            cells[4] = Line(group[0].card.task)
        is_closed = all(item.state.is_closed for item in group)
        rows.append((cells, is_closed))
    return Rows(rows)


def _repeat(group: list[Item], seen: Sight) -> Iterable[Line]:
    """The span of a repeat; its title, how many of it are done and late, and what the next one waits for."""
    words, plan = seen.words, seen.plan
    yield Line(words.window(group[0].first_day(plan.zone), group[-1].first_day(plan.zone), plan))
    still_open = [item for item in group if not item.state.is_closed]
    line = Line("" if still_open else mark(group[-1], words))
    line.append(words.of(group[0].card.title))
    line.append(
        words.say(f" ×{len(group)}次", f" ×{len(group)}").replace("×", "x" if words.plain else "×"), style="dim"
    )
    for status, zh, en in (("done", "完成", "done"), ("skipped", "跳过", "skipped")):
        if still_open and (count := sum(item.state.status == status for item in group)):
            line.append(f" {words.dot} {words.say(f'{zh} {count}', f'{count} {en}')}", style="dim")
    if late := [days for item in still_open if (days := days_late(item, plan, seen.today))]:
        line.append(f" {words.dot} {_late(late, seen)}", style=LATE)
    yield under(line, still_open[0], seen) if still_open else line


def _late(days: list[int], seen: Sight) -> str:
    words = seen.words
    if len(days) == 1:
        return words.late(days[0])
    return words.say(
        f"{len(days)} 次晚了, 最久 {max(days)} 个工作日",
        f"{len(days)} late, up to {words.number(max(days), '', 'working day')}",
    )


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
