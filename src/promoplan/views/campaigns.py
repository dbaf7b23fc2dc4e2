"""The campaigns of a workspace, each in a line."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.briefs import Brief, Standing
from promoplan.engine.words import Words
from promoplan.views.bars import ASCII, FINE, bar
from promoplan.views.sight import LATE
from promoplan.views.summary import to_go
from promoplan.views.table import grid

CELLS = 10


def render(briefs: Sequence[Brief], words: Words) -> Iterator[RenderableType]:
    if not briefs:
        yield Line(
            words.say(
                "没有进行中的活动; 归档的: promoplan campaigns --all",
                "No campaign is running; archived ones: promoplan campaigns --all",
            )
        )
        return
    table = grid()
    table.add_column(overflow="fold", style="bold")
    table.add_column(overflow="fold", style="dim")
    table.add_column(overflow="fold", style="cyan")
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for brief in briefs:
        table.add_row(Line(brief.name), *_cells(brief.standing, words), style=_style(brief.standing))
    yield table


def _cells(standing: Standing | None, words: Words) -> Iterator[Line]:
    if standing is None:
        yield Line(words.say("读不了", "cannot be read"), style=LATE)
        return
    plan, tally = standing.plan, standing.tally
    yield Line(plan.playbook)
    yield Line(words.day(plan.event, plan, year=True))
    yield Line(to_go(plan.event, standing.today, words))
    yield bar(tally.done, tally.late, tally.total, CELLS, ASCII if words.plain else FINE)
    yield Line(f"{tally.done}/{tally.total}")
    if standing.is_archived:
        yield Line(words.say("已归档", "archived"))
    elif tally.late:
        yield Line(words.say(f"晚了 {tally.late}", f"{tally.late} late"), style=LATE)


def _style(standing: Standing | None) -> str | None:
    """What is over or put away is dim."""
    return "dim" if standing is not None and (standing.is_over or standing.is_archived) else None
