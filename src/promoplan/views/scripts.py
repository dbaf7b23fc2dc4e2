"""The scripts of a playbook by phase, each with its channel and the name to type."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.scripts import Desk, applies
from promoplan.engine.words import Words
from promoplan.views.table import grid, heading


def render(desk: Desk, command: str, words: Words) -> Iterator[RenderableType]:
    book, plan = desk.playbook, desk.plan
    scripts = {name: script for name, script in book.scripts.items() if applies(script, desk)}
    name = desk.campaign or book.playbook
    yield heading(
        f"{words.of(book.title)} {words.dot} {name} {words.dot} {words.number(len(scripts), '条话术', 'script')}"
    )
    if not book.scripts:
        yield Line(words.say("这份剧本没写话术。", "This playbook has no scripts."))
    for phase in plan.phases:
        members = {key: script for key, script in scripts.items() if script.phase == phase.id}
        if not members:
            continue
        yield Line()
        window = f" {words.dot} {words.window(phase.start, phase.end, plan)}" if desk.campaign else ""
        yield heading(f"{words.of(phase.title)}{window}")
        table = grid()
        table.add_column(overflow="fold", ratio=2)
        table.add_column(overflow="fold", ratio=1, style="cyan")
        table.add_column(overflow="fold", ratio=1, style="dim")
        for key, script in members.items():
            table.add_row(Line(words.of(script.title)), Line(words.of(script.channel)), Line(key))
        yield table
    yield from _left_out(desk, words)
    if scripts:
        yield Line()
        yield Line(f"{words.say('打印一条', 'Print one')}: {command} {next(iter(scripts))}", style="dim")


def _left_out(desk: Desk, words: Words) -> Iterator[RenderableType]:
    """Scripts this campaign has no use for, and the condition that is not met."""
    rest = {name: script for name, script in desk.playbook.scripts.items() if not applies(script, desk)}
    if rest:
        titles = words.listed(f"{words.of(each.title)} ({each.condition or each.phase})" for each in rest.values())
        yield Line()
        yield Line(f"{words.say('这次用不上', 'Not needed this time')}: {titles}", style="dim")
