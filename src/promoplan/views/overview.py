"""The figures of `status`: how much is done and late, against the plan, by phase, role and board."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.gates import Gate
from promoplan.engine.overview import Burn, Group, Overview, Tally
from promoplan.engine.words import Words
from promoplan.rules.stamp import opening
from promoplan.text import Text
from promoplan.views.bars import ASCII, FINE, bar, spark
from promoplan.views.gates import verdict
from promoplan.views.sight import LATE, Sight
from promoplan.views.summary import to_go
from promoplan.views.table import grid, heading, item_table

TITLES: dict[Group, Text] = {
    "phase": Text("阶段", "Phases"),
    "role": Text("角色", "Roles"),
    "board": Text("板块", "Boards"),
}
CELLS = 20


def render(name: str, told: Overview, groups: Iterable[Group], seen: Sight) -> Iterator[RenderableType]:
    plan, words = seen.plan, seen.words
    event = f"{words.of(plan.event_title)} {words.day(plan.event)} {to_go(plan.event, told.today, words)}"
    yield heading(f"{name} {words.dot} {words.day(told.today, plan, year=True)} {words.dot} {event}")
    yield _whole(told, words)
    yield Line()
    yield from _growth(told.burn, seen)
    for group in groups:
        yield Line()
        yield heading(words.of(TITLES[group]))
        yield _tallies(told.groups[group], words)
    if told.worst:
        yield Line()
        yield heading(words.say("晚得最久", "Late the longest"), LATE)
        yield item_table((item for item, _ in told.worst), seen)
    if told.gate:
        yield Line()
        yield _gate(told.gate, seen)


def _whole(told: Overview, words: Words) -> Line:
    """`Done 12 of 40 · 3 late · 1 skipped · 2 working days behind`."""
    whole = told.whole
    line = Line(words.say(f"完成 {whole.done}/{whole.total}", f"Done {whole.done} of {whole.total}"))
    if whole.late:
        line.append(f" {words.dot} {words.say(f'晚了 {whole.late}', f'{whole.late} late')}", style=LATE)
    if whole.skipped:
        line.append(f" {words.dot} {words.say(f'跳过 {whole.skipped}', f'{whole.skipped} skipped')}", style="dim")
    return line.append(f" {words.dot} {_ahead(told.burn, words)}", style=LATE if told.burn.days < 0 else "green")


def _ahead(burn: Burn, words: Words) -> str:
    days = words.number(abs(burn.days), "个工作日", "working day")
    if burn.days > 0:
        return words.say(f"比计划快 {days}", f"{days} ahead of the plan")
    if burn.days < 0:
        return words.say(f"比计划慢 {days}", f"{days} behind the plan")
    return words.say("跟计划一致", "on plan")


def _growth(burn: Burn, seen: Sight) -> Iterator[RenderableType]:
    """The plan's line and ours on one scale, with the first and last day below."""
    words = seen.words
    ink = ASCII if words.plain else FINE
    table = grid()
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    wanted = words.say(f"到今天该完成 {burn.planned}", f"{burn.planned} due before today")
    reached = words.say(f"完成了 {burn.done}", f"{burn.done} done")
    table.add_row(Line(words.say("计划", "Plan")), Line(spark(burn.wanted, burn.total, ink), "cyan"), Line(wanted))
    table.add_row(Line(words.say("实际", "Done")), Line(spark(burn.reached, burn.total, ink), "green"), Line(reached))
    first, last = f"{burn.first:%m-%d}", f"{burn.days_of[-1]:%m-%d}"
    gap = max(len(burn.days_of) - len(first) - len(last), 1)
    table.add_row(Line(), Line(f"{first}{' ' * gap}{last}", style="dim"), Line())
    yield table


def _tallies(tallies: Iterable[Tally], words: Words) -> RenderableType:
    table = grid()
    table.add_column(overflow="fold", max_width=26)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    ink = ASCII if words.plain else FINE
    for each in tallies:
        rest = [words.say(f"还剩 {each.open}", f"{each.open} open")] if each.open else []
        rest += [words.say(f"晚了 {each.late}", f"{each.late} late")] if each.late else []
        rest += [words.say(f"跳过 {each.skipped}", f"{each.skipped} skipped")] if each.skipped else []
        shares = bar(each.done, each.late, each.total, CELLS, ink)
        table.add_row(Line(words.of(each.title)), shares, Line(f"{each.done}/{each.total}"), Line(", ".join(rest)))
    return table


def _gate(gate: Gate, seen: Sight) -> Line:
    words, plan = seen.words, seen.plan
    start = opening(gate.phase.start, plan.zone).date()
    line = Line(words.say("下一道关", "Next gate") + f": {words.of(gate.phase.title)} {words.day(start, plan)} ")
    line.append(f"{to_go(start, seen.today, words)} {words.dot} ")
    line.append_text(verdict(gate, words))
    return line.append(f" {words.arrow} promoplan gate {gate.phase.id}", style="dim")
