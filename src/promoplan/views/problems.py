"""A problem as people read it: what, where, the user's own line with a caret, what to do."""

from rich.cells import cell_len
from rich.text import Text as Line

from promoplan.errors import Problem
from promoplan.text import Lang, clean

COLORS = {"error": "bold red", "warning": "yellow"}
SEVERITY = {"error": ("错误", "error"), "warning": ("提醒", "warning")}
LONGEST = 110
"""Cells of the user's line that are shown around the caret."""


def render(problem: Problem, lang: Lang, *, plain: bool = False) -> Line:
    """`file:line:col: error: message [code]`, then the line, a caret and a hint."""
    severity = SEVERITY[problem.severity][lang == "en"]
    line = Line(f"{clean(str(problem.place))}: " if problem.place else "")
    line.append(f"{severity}: ", style=COLORS[problem.severity])
    line.append(clean(problem.message(lang)))
    if problem.place:
        line.append(f" [{problem.code}]", style="dim")
    if problem.place and problem.place.source.strip():
        line.append_text(_source(problem.place.source, problem.place.column, plain=plain))
    if hint := problem.hint(lang):
        line.append(f"\n  {clean(hint)}", style="dim")
    return line


def _source(source: str, column: int, *, plain: bool) -> Line:
    """The user's line and a caret under the fault, counted in cells: a Chinese character takes two."""
    start = max(0, column - LONGEST // 2) if len(source) > LONGEST else 0
    shown = clean(source[start : start + LONGEST].replace("\t", " "))
    before = cell_len(clean(source[start : max(column - 1, 0)].replace("\t", " ")))
    bar = "|" if plain else "│"
    return Line(f"\n  {bar} {shown}\n  {bar} {' ' * before}^", style="dim")
