"""The answer of `promoplan date`: the day, and what kind of day it is."""

from collections.abc import Iterator

from rich.text import Text as Line

from promoplan.engine.counting import Counted
from promoplan.engine.words import Words


def render(counted: Counted, words: Words) -> Iterator[Line]:
    """The first line is the answer alone."""
    yield Line(words.day(counted.day, year=True))
    if counted.day != counted.raw:
        kind = words.of(counted.holiday) if counted.holiday else words.say("休息日", "a rest day")
        yield Line(
            words.say(
                f"{words.day(counted.raw, year=True)} 是{kind}, 移到 {words.day(counted.day, year=True)}",
                f"{words.day(counted.raw, year=True)} is {kind}, moved to {words.day(counted.day, year=True)}",
            )
        )
    elif counted.is_makeup:
        yield Line(words.say("周末, 但调休上班", "a weekend day, but a make-up workday"))
    elif counted.holiday:
        yield Line(words.say(f"放假: {words.of(counted.holiday)}", f"a public holiday: {words.of(counted.holiday)}"))
    elif not counted.is_workday:
        yield Line(words.say("周末休息", "a weekend day off"))
