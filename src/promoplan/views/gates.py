"""A phase's gate: ready or not, what is missing and who owes it."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.gates import Gate
from promoplan.engine.words import Words
from promoplan.views.sight import Sight
from promoplan.views.table import Row, Rows, heading, item_cells


def verdict(gate: Gate, words: Words) -> Line:
    """`READY`, or `NOT READY: 2 of 14 missing`."""
    if gate.is_ready:
        return Line(words.say("可以开始", "READY"), style="bold green")
    missing = len(gate.missing)
    told = words.say(f"还不能开始: {gate.total} 项里缺 {missing} 项", f"NOT READY: {missing} of {gate.total} missing")
    return Line(told, style="bold red")


def render(gate: Gate, seen: Sight) -> Iterator[RenderableType]:
    words, phase = seen.words, gate.phase
    when = words.window(phase.start, phase.end, seen.plan)
    yield verdict(gate, words).append(f" {words.dot} {words.of(phase.title)} {words.dot} {when}", style="not bold")
    if not phase.gate:
        yield Line(words.say("这个阶段没有设关口", "This phase has no gate"))
    elif not gate.total:
        yield Line(words.say("关口要的任务这次都没有排", "None of the tasks that its gate asks for is in this plan"))
    if gate.missing and gate.override:
        yield _override(gate, seen)
    if gate.missing:
        yield Line()
        yield heading(words.say(f"还缺 ({len(gate.missing)})", f"Missing ({len(gate.missing)})"))
        yield _missing(gate, seen)
    if not gate.is_ready:
        yield Line(_anyway(gate, words), style="dim")


def _anyway(gate: Gate, words: Words) -> str:
    """How to begin all the same."""
    said = words.say("不等齐也要开始, 写明理由放行", "To begin all the same, say why")
    return f"{said}: promoplan gate {gate.phase.id} --reason {words.say('理由', 'WHY')}"


def _override(gate: Gate, seen: Sight) -> Line:
    words, event = seen.words, gate.override
    assert event is not None
    told = words.safe(event["value"]["reason"])
    who = f"{words.safe(event['by'])}, {words.told(event['at'], seen.plan)}"
    return Line(f"{words.say('放行理由', 'Let begin')}: {told} ({who})", style="yellow")


def _missing(gate: Gate, seen: Sight) -> RenderableType:
    words = seen.words
    rows: list[Row] = []
    for each in gate.missing:
        cells = item_cells(each.item, seen)
        cells[3] = Line(words.who(each.item, seen.plan))
        if each.lines > each.ticked:
            ticked = words.say(f"清单勾了 {each.ticked}/{each.lines}", f"checklist {each.ticked} of {each.lines}")
            cells[2].append(f"\n{ticked}", style="yellow")
        rows.append((cells, False))
    return Rows(rows)
