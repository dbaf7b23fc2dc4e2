"""The plan on one page: phases as bars, how busy each group is, today, key dates, days off and make-up days."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.agenda import last_day
from promoplan.engine.overview import Group, done_of, grouped
from promoplan.engine.words import Words
from promoplan.model.plan import Item, PhaseSpan, Plan
from promoplan.rules.stamp import opening
from promoplan.text import Text
from promoplan.views.scale import Scale, fit, month_row, week_row
from promoplan.views.summary import ORIGINS
from promoplan.views.table import grid, heading

MONTHS = Text("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
NARROWEST_LABEL, WIDEST_LABEL = 10, 26


class Marks(NamedTuple):
    """What is drawn with."""

    bar: str
    today: str
    anchor: str
    off: str
    work: str
    levels: str
    """From hardly anything to a lot."""


FINE = Marks("█", "│", "◆", "░", "+", "▁▂▃▄▅▆▇█")
ASCII = Marks("=", "|", "*", ".", "+", "123456789")


class Sheet(NamedTuple):
    """What every row needs."""

    plan: Plan
    scale: Scale
    today: date
    marks: Marks
    words: Words


def render(plan: Plan, name: str, today: date, by: Group, width: int, words: Words) -> Iterator[RenderableType]:
    groups = list(_groups(plan, by, words))
    labels = list(_labels(plan, words).values())
    labels += [] if by == "phase" else [_counted(title, items) for title, items in groups]
    label_width = min(max([cell_len(label) + 2 for label in labels]), max(NARROWEST_LABEL, width // 4), WIDEST_LABEL)
    first, last = _extent(plan)
    sheet = Sheet(plan, fit(first, last, width - label_width - 1), today, ASCII if words.plain else FINE, words)
    yield heading(f"{words.of(plan.title)} {words.dot} {name}")
    table = grid()
    table.add_column(overflow="fold", width=label_width)
    table.add_column(no_wrap=True, overflow="crop")
    for label, row in _rows(sheet, by, groups):
        table.add_row(Line(label), row)
    yield table
    yield from _legend(sheet)


def _extent(plan: Plan) -> tuple[date, date]:
    """From the first item or phase to the last that ends."""
    starts = [opening(phase.start, plan.zone).date() for phase in plan.phases]
    starts += [item.first_day(plan.zone) for item in plan.items]
    ends = [phase.last_day(plan.zone) for phase in plan.phases if phase.end is not None]
    return min([plan.event, *starts]), max([last_day(plan), *ends, *starts])


def _rows(sheet: Sheet, by: str, groups: list[tuple[str, list[Item]]]) -> Iterator[tuple[str, Line]]:
    names = sheet.words.of(MONTHS).split()
    yield "", Line(month_row(sheet.scale, names, [cell_len(name) for name in names]), style="bold")
    yield sheet.words.say("周一", "Mondays"), Line(week_row(sheet.scale), style="dim")
    if _has_days_off(sheet.plan):
        yield sheet.words.say("放假/补班", "days off"), _days_off(sheet)
    if sheet.plan.anchors:
        yield sheet.words.say("关键时间", "key dates"), _anchors(sheet)
    loads = dict(groups)
    labels = _labels(sheet.plan, sheet.words)
    for phase in sheet.plan.phases:
        indent = "  " if phase.inside else ""
        yield indent + labels[phase.id], _bar(phase, sheet)
        if by == "phase" and (items := loads.get(sheet.words.of(phase.title))):
            yield sheet.words.say(f"{indent}  任务", f"{indent}  tasks"), _load(items, sheet)
    if by != "phase":
        yield "", _cells({}, sheet)
        for title, items in groups:
            yield _counted(title, items), _load(items, sheet)


def _has_days_off(plan: Plan) -> bool:
    """Whether there is a row of them, and so a word for its marks."""
    return bool(plan.holidays or plan.makeup)


def _labels(plan: Plan, words: Words) -> dict[str, str]:
    """Each phase with how much of it is done."""
    members = grouped(_dated(plan), "phase")
    return {phase.id: _counted(words.of(phase.title), members.get(phase.id, [])) for phase in plan.phases}


def _dated(plan: Plan) -> list[Item]:
    """The dated tasks; standing rules are no load."""
    return [item for item in plan.items if item.card.kind == "task"]


def _counted(title: str, items: list[Item]) -> str:
    """A phase, board or role with how much of it is done: `Prepare 12/43`. What was skipped is no part of it."""
    done, total = done_of(items)
    return f"{title} {done}/{total}" if total else title


def _groups(plan: Plan, by: Group, words: Words) -> Iterator[tuple[str, list[Item]]]:
    """The dated tasks of each phase, board or role that has any."""
    members = grouped(_dated(plan), by)
    if by == "phase":
        titles = {phase.id: phase.title for phase in plan.phases}
    else:
        titles = dict(plan.boards if by == "board" else plan.roles)
    return ((words.of(title), members[name]) for name, title in titles.items() if name in members)


def _bar(phase: PhaseSpan, sheet: Sheet) -> Line:
    zone = sheet.plan.zone
    cells = sheet.scale.span(opening(phase.start, zone).date(), phase.last_day(zone))
    style = "blue" if phase.inside else "green"
    return _cells(dict.fromkeys(cells, (sheet.marks.bar, style)), sheet)


def _load(items: Iterable[Item], sheet: Sheet) -> Line:
    """How many items are open on each cell, as a height; where nothing is left to do, dim what there was."""
    counts: dict[bool, Counter[int]] = {False: Counter(), True: Counter()}
    for item in items:
        cells = sheet.scale.span(item.first_day(sheet.plan.zone), item.last_day(sheet.plan.zone))
        counts[item.state.is_closed].update(cells)
    levels = sheet.marks.levels
    shown: dict[int, tuple[str, str]] = {}
    for style, is_closed in (("dim", True), ("yellow", False)):
        shown |= {cell: (levels[min(n, len(levels)) - 1], style) for cell, n in counts[is_closed].items()}
    return _cells(shown, sheet)


def _days_off(sheet: Sheet) -> Line:
    """Holidays, and weekend days that are worked."""
    found = {}
    for cell in range(sheet.scale.cells):
        days = sheet.scale.days_of(cell)
        if any(day in sheet.plan.holidays for day in days):
            found[cell] = (sheet.marks.off, "red")
        elif any(day in sheet.plan.makeup for day in days):
            found[cell] = (sheet.marks.work, "magenta")
    return _cells(found, sheet)


def _anchors(sheet: Sheet) -> Line:
    zone = sheet.plan.zone
    days = [opening(anchor.at, zone).date() for anchor in sheet.plan.anchors]
    found = {sheet.scale.cell(day): (sheet.marks.anchor, "cyan") for day in days if sheet.scale.shows(day)}
    found[sheet.scale.cell(sheet.plan.event)] = ("D", "bold cyan")
    return _cells(found, sheet)


def _cells(found: dict[int, tuple[str, str]], sheet: Sheet) -> Line:
    """A row of cells; today's line shows where nothing else does."""
    line = Line()
    today = sheet.scale.cell(sheet.today) if sheet.scale.shows(sheet.today) else -1
    for cell in range(sheet.scale.cells):
        char, style = found.get(cell, (sheet.marks.today, "bold red") if cell == today else (" ", ""))
        line.append(char, style=style)
    return line


def _legend(sheet: Sheet) -> Iterator[RenderableType]:
    words, plan, marks = sheet.words, sheet.plan, sheet.marks
    yield Line()
    for anchor in plan.anchors:
        origin = ORIGINS[anchor.origin][words.lang == "en"]
        when = words.window(anchor.at, anchor.last, plan, year=True)
        yield Line(f"{marks.anchor} {when} {words.of(anchor.title)} ({origin})", style="cyan")
    yield Line(f"D {words.day(plan.event, plan, year=True)} {words.of(plan.event_title)}", style="cyan")
    if sheet.scale.shows(sheet.today):
        yield Line(f"{marks.today} {words.say('今天', 'today')} {words.day(sheet.today, plan, year=True)}", style="red")
    off = words.say(f"{marks.off} 放假  {marks.work} 补班  ", f"{marks.off} day off  {marks.work} make-up workday  ")
    heights = words.say(
        f"{marks.levels[0]}{marks.levels[-1]} 任务少到多", f"{marks.levels[0]}{marks.levels[-1]} few to many tasks"
    )
    yield Line(f"{off if _has_days_off(plan) else ''}{heights}  {_unit(sheet.scale, words)}", style="dim")


def _unit(scale: Scale, words: Words) -> str:
    """How many days a cell is, or how many cells a day."""
    if scale.per_cell > 1:
        return words.say(f"一格 {scale.per_cell} 天", f"a cell is {scale.per_cell} days")
    if scale.per_day > 1:
        return words.say(f"一天 {scale.per_day} 格", f"a day is {scale.per_day} cells")
    return words.say("一格一天", "a cell is a day")
