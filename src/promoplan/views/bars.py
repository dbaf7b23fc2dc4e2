"""Shares and growth as characters: a bar of done, late and open, a line over time."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.text import Text as Line


class Ink(NamedTuple):
    """What is drawn with."""

    done: str
    late: str
    open: str
    levels: str
    """From a little to everything; the first for nothing at all."""


FINE = Ink("█", "▓", "░", " ▁▂▃▄▅▆▇█")
ASCII = Ink("#", "!", ".", "0123456789")


def bar(done: int, late: int, total: int, cells: int, ink: Ink) -> Line:
    """A whole in cells: what is done, late, and open; what there is at all takes a cell at least."""
    shown = [_share(done, total, cells), _share(late, total, cells)]
    while sum(shown) + (done + late < total) > cells:
        shown[shown.index(max(shown))] -= 1
    line = Line(ink.done * shown[0], style="green")
    line.append(ink.late * shown[1], style="red")
    return line.append(ink.open * (cells - sum(shown) if total else 0), style="dim")


def _share(count: int, total: int, cells: int) -> int:
    return max(round(cells * count / total), 1) if count else 0


def spark(counts: Iterable[int | None], total: int, ink: Ink) -> str:
    """How a count grows towards its total; nothing is drawn where there is no count yet."""
    top = len(ink.levels) - 1
    found = []
    for count in counts:
        found.append(" " if count is None else ink.levels[-(-count * top // total)] if total else ink.levels[0])
    return "".join(found)
