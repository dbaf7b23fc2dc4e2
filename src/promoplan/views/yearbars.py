"""A year on one page: a row for each promotion, its preparation and itself laid over the twelve months."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.overlap import at_once
from promoplan.engine.words import Words
from promoplan.engine.yearbook import BEIJING, Entry, Yearbook
from promoplan.rules.stamp import day_of
from promoplan.views.scale import Scale, fit, month_row
from promoplan.views.table import grid
from promoplan.views.timeline import MONTHS

NARROWEST_LABEL, WIDEST_LABEL = 12, 22
MOST_AT_ONCE = 9
"""More than this in a day is still drawn as one digit."""

Cells = dict[int, tuple[str, str]]


class Marks(NamedTuple):
    """What is drawn with."""

    prepare: str
    held: str
    maybe: str
    festival: str
    off: str
    today: str


FINE = Marks("▒", "█", "?", "◆", "░", "│")
ASCII = Marks("-", "=", "?", "*", ".", "|")


def marks_of(words: Words) -> Marks:
    return ASCII if words.plain else FINE


def render(book: Yearbook, today: date, width: int, words: Words) -> Iterator[RenderableType]:
    """The bars and what their marks mean; at most `width` cells wide."""
    entries = [*book.entries, *book.ahead]
    labels = [label(entry, book, words) for entry in entries]
    widest = max(NARROWEST_LABEL, min(width // 4, WIDEST_LABEL))
    label_width = max(NARROWEST_LABEL, min(max(map(cell_len, labels), default=0), widest))
    scale = fit(date(book.year, 1, 1), date(book.year, 12, 31), width - label_width - 1)
    table = grid()
    table.add_column(overflow="fold", width=label_width)
    table.add_column(no_wrap=True, overflow="crop")
    for name, row in [*_head(book, entries, scale, words), *zip(labels, _bars(entries, scale, words), strict=True)]:
        table.add_row(Line(name), _with_today(row, scale, today, words) if isinstance(row, dict) else row)
    yield table
    yield from _legend(entries, scale, today, width, words)


def label(entry: Entry, book: Yearbook, words: Words) -> str:
    """A promotion's title; with its year when that is the next one."""
    title = words.of(entry.promotion.title)
    return title if entry.year == book.year else words.say(f"{title}（{entry.year}）", f"{title} ({entry.year})")


def _head(book: Yearbook, entries: Iterable[Entry], scale: Scale, words: Words) -> Iterator[tuple[str, Line | Cells]]:
    names = words.of(MONTHS).split()
    yield "", Line(month_row(scale, names, [cell_len(name) for name in names]), style="bold")
    marks = marks_of(words)
    days = {scale.cell(day): (marks.off, "red") for day in book.workdays.off if scale.shows(day)}
    yield words.say("放假", "days off"), days
    yield words.say("节日", "festivals"), {scale.cell(day): (marks.festival, "magenta") for _, day in book.festivals}
    counts = at_once(entries)
    most = {cell: max(counts[day] for day in scale.days_of(cell)) for cell in range(scale.cells)}
    yield (
        words.say("同时在备", "at once"),
        {cell: (str(min(n, MOST_AT_ONCE)), "yellow") for cell, n in most.items() if n},
    )


def _bars(entries: Iterable[Entry], scale: Scale, words: Words) -> Iterator[Cells | Line]:
    marks = marks_of(words)
    for entry in entries:
        cells: Cells = {}
        if entry.window:
            cells |= dict.fromkeys(scale.span(*entry.window), (marks.maybe, "dim"))
        elif entry.opens is None:
            yield Line(words.say("日期待确认", "date to confirm"), style="dim")
            continue
        if entry.prepare.start and entry.prepare.end:
            cells |= dict.fromkeys(scale.span(entry.prepare.start, entry.prepare.end), (marks.prepare, "yellow"))
        if entry.opens and entry.closes:
            days = day_of(entry.opens, BEIJING), day_of(entry.closes, BEIJING)
            cells |= dict.fromkeys(scale.span(*days), (marks.held, "green"))
        yield cells


def _with_today(found: Cells, scale: Scale, today: date, words: Words) -> Line:
    """A row of cells; today's line shows where nothing else does."""
    line = Line()
    now = scale.cell(today) if scale.shows(today) else -1
    for cell in range(scale.cells):
        char, style = found.get(cell, (marks_of(words).today, "bold red") if cell == now else (" ", ""))
        line.append(char, style=style)
    return line


def _legend(entries: Iterable[Entry], scale: Scale, today: date, width: int, words: Words) -> Iterator[RenderableType]:
    marks, per = marks_of(words), scale.per_cell
    parts = [f"{marks.prepare} {words.say('准备', 'preparation')}", f"{marks.held} {words.say('活动', 'promotion')}"]
    if any(entry.window for entry in entries):
        parts.append(f"{marks.maybe} {words.say('档期待确认', 'in here, to confirm')}")
    parts.append(f"{marks.festival} {words.say('节日', 'festival')}")
    parts.append(f"{marks.off} {words.say('放假', 'day off')}")
    if scale.shows(today):
        parts.append(f"{marks.today} {words.say('今天', 'today')}")
    parts.append(
        words.say(f"一格 {per} 天", f"a cell is {per} days") if per > 1 else words.say("一格一天", "a cell is a day")
    )
    yield from (Line(line, style="dim") for line in packed(parts, "  ", width))


def packed(parts: Iterable[str], between: str, width: int) -> Iterator[str]:
    """Parts on as few lines as hold them; none is broken."""
    line = ""
    for part in parts:
        longer = f"{line}{between}{part}" if line else part
        if line and cell_len(longer) > width:
            yield line
            longer = part
        line = longer
    if line:
        yield line
