"""What has changed since: the dates as `move` shows them, then who ticked off what."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Line

from promoplan.engine.diffing import Diff, Since, StatusChange
from promoplan.engine.words import Words
from promoplan.model.plan import Plan
from promoplan.text import Text
from promoplan.views import moves
from promoplan.views.table import grid, heading

STATUS = {
    "open": Text("未完成", "open"),
    "started": Text("进行中", "started"),
    "done": Text("完成", "done"),
    "skipped": Text("跳过", "skipped"),
    "blocked": Text("卡住", "blocked"),
}


def render(name: str, found: Diff, words: Words) -> Iterator[RenderableType]:
    yield heading(f"{name} {words.dot} {_since(found.since, found.dates.after, words)}")
    if found.is_empty():
        yield Line(words.say("没有变化。", "Nothing has changed."))
        return
    if not found.dates.is_empty():
        yield from moves.compared(found.dates, words, list(moves.heads(found.dates, words)))
    if found.statuses:
        yield Line()
        count = len(found.statuses)
        yield heading(words.say(f"进展 ({count})", f"Progress ({count})"))
        yield _statuses(found, words)


def _since(since: Since, plan: Plan, words: Words) -> str:
    if since.day is not None:
        return words.say(f"和 {words.day(since.day, year=True)} 比", f"since {words.day(since.day, year=True)}")
    if since.entry is not None:
        when = words.told(since.entry.at, plan)
        by = words.safe(since.entry.by)
        return words.say(f"和 {when} {by} 那一步之前比", f"since before the command of {by} on {when}")
    return words.say("和建计划时比", "since init")


def _statuses(found: Diff, words: Words) -> Table:
    table = grid()
    table.add_column(overflow="fold", style="cyan")
    table.add_column(overflow="fold", ratio=1)
    table.add_column(overflow="fold", style="dim")
    for each in found.statuses:
        table.add_row(*_row(each, found.dates.after, words))
    return table


def _row(each: StatusChange, plan: Plan, words: Words) -> tuple[Line, Line, Line]:
    item = each.item
    title = Line(words.title(item))
    title.append(f" {item.id}", style="dim")
    told = f"{words.of(STATUS[each.was])} {words.arrow} {words.of(STATUS[item.state.status])}"
    return Line(told), title, Line(f"{words.safe(item.state.by)} {words.told(item.state.at, plan)}".strip())
