"""The log in words, newest last: the command's short id, when, who, what."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.story import Entry
from promoplan.engine.telling import Teller
from promoplan.views.table import grid, heading

LAST = 50
"""Commands that are shown unless all are asked for."""


def render(
    name: str, entries: Sequence[Entry], teller: Teller, *, whole: bool = False, since: date | None = None
) -> Iterator[RenderableType]:
    words = teller.words
    from_ = f" {words.dot} {words.say('从', 'since')} {words.day(since, year=True)}" if since else ""
    yield heading(f"{name}{from_}")
    rows = entries if whole else entries[-LAST:]
    if not rows:
        yield Line(words.say("还没有记录。", "Nothing has happened yet."))
        return
    if left := len(entries) - len(rows):
        yield Line(words.say(f"前面还有 {left} 步: promoplan log --all", f"{left} earlier: promoplan log --all"))
    table = grid()
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold", max_width=16)
    table.add_column(overflow="fold", style="magenta", max_width=12)
    table.add_column(overflow="fold", ratio=1)
    for entry in rows:
        what = Line(teller.tell(entry))
        if entry.is_gone:
            what.append(words.say(" (已撤销)", " (taken back)"))
        when = words.told(entry.at, teller.plan) or words.safe(entry.at)
        cells = (Line(words.safe(teller.story.short(entry))), Line(when), Line(words.safe(entry.by)), what)
        table.add_row(*cells, style="dim" if entry.is_gone else None)
    yield table
