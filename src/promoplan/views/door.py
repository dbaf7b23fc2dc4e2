"""The one door to a terminal: whatever a view prints, nobody's words in it steer the reader's terminal."""

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderableType, RenderHook
from rich.segment import Segment

from promoplan.text import clean_output


class Door(RenderHook):
    """Everything that is printed passes here; colours are set behind it."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Clean(renderable) for renderable in renderables]


class _Clean:
    """A renderable whose text has no control characters; its styles and control codes of ours stay."""

    def __init__(self, renderable: RenderableType) -> None:
        self.renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self.renderable, options):
            yield segment if segment.control else Segment(clean_output(segment.text), segment.style)


def console(stream: TextIO, width: int | None) -> Console:
    """A console that shows text as text: no markup, no emoji codes, no escapes but its own."""
    made = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    made.push_render_hook(Door())
    return made
