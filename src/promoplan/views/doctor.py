"""What `doctor` found: each fault with its place and what can be done about it."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.words import Words
from promoplan.errors import Problem
from promoplan.views.problems import render as problem_line

Found = Sequence[tuple[Problem, bool]]


def render(names: Sequence[str], found: Found, words: Words) -> Iterator[RenderableType]:
    """What was looked at, then what is wrong, what can be mended first."""
    yield Line(
        words.say(f"检查了 {len(names)} 个活动: ", f"Examined {words.number(len(names), '', 'campaign')}: ")
        + (words.listed(names) or "-")
    )
    yield from _list(found, words)
    if not found:
        yield Line(words.say("一切正常", "All is well"), style="green")


def _list(found: Found, words: Words) -> Iterable[RenderableType]:
    ordered = sorted(found, key=lambda each: not each[1])
    return [problem_line(problem, words.lang, plain=words.plain) for problem, _ in ordered]


def advice(count: int, words: Words) -> Iterator[RenderableType]:
    """How to have it mended."""
    yield Line()
    yield Line(words.say(f"能修 {count} 处: promoplan doctor --yes", f"{count} can be mended: promoplan doctor --yes"))


def cured(count: int, left: Found, words: Words) -> Iterator[RenderableType]:
    yield Line()
    yield Line(words.say(f"修好了 {count} 处", f"Mended {count}"), style="green")
    if left:
        yield Line(words.say("还剩:", "Still there:"))
        yield from _list(left, words)
