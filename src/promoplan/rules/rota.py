"""A shift rota: teams take turns over a long window, with extra people at the peaks.

when:
  rota: [{zh: 早班, en: Team A}, {zh: 中班, en: Team B}, {zh: 晚班, en: Team C}]
  shift: 8h
  in: D-1 09:00..D 24:00
  peaks: {in: D, hours: [00:00-02:00, 09:00-10:00]}
"""

import itertools
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from promoplan.rules.base import Dates, NoDate, OneOrMany, Ref, Slot, Strict, at_most, refuse
from promoplan.rules.condition import Condition
from promoplan.rules.hours import Hours
from promoplan.rules.span import Span, days_of
from promoplan.rules.stamp import Step, Steps, closing, instant, opening, real
from promoplan.rules.texts import TextField
from promoplan.text import Text

PEAK = Text("高峰加人", "Peak, extra people")


def _hours(text: str) -> str:
    if not re.fullmatch(r"([1-9]|1\d|2[0-4])h", text):
        refuse("bad-shift", text=text)
    return text


class Peaks(Strict):
    """Hours of the day, on each day of a span, when more people are needed; a condition may decide."""

    condition: Condition | None = Field(default=None, alias="if")
    span: Span = Field(alias="in")
    hours: Annotated[tuple[Hours, ...], Field(min_length=1)]

    def slots(self, key: str, dates: Dates) -> Iterator[Slot]:
        """Each peak; the keys go on counting in this list alone, so that another one's condition changes none."""
        if self.condition and not dates.holds(self.condition):
            return
        reach, steps = self.span.resolve(dates)
        for number, (day, hours) in enumerate(itertools.product(days_of(reach, dates, self.span), self.hours), 1):
            if slot := hours.slot(f"{key}{number}", day, dates, steps, PEAK):
                yield slot


def _listed(value: Any) -> Any:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else [value]


class Rota(Strict):
    """The teams in turn, each for the length of a shift, until the window ends."""

    rota: Annotated[tuple[TextField, ...], Field(min_length=1)]
    shift: Annotated[str, AfterValidator(_hours)]
    span: Span = Field(alias="in")
    peaks: Annotated[tuple[Peaks, ...], BeforeValidator(_listed), OneOrMany()] = ()

    def __str__(self) -> str:
        return f"rota of {len(self.rota)} teams, {self.shift} each, {self.span}"

    def refs(self) -> Iterator[Ref]:
        yield from self.span.refs()
        for peaks in self.peaks:
            yield from peaks.span.refs()

    def slots(self, dates: Dates) -> list[Slot]:
        reach, steps = self.span.resolve(dates)
        if reach.end is None:
            raise NoDate("open-end", name=str(self.span))
        start, end = opening(reach.start, dates.zone), closing(reach.end, dates.zone)
        turns = self._turns(start, end, steps)
        return at_most(
            itertools.chain(
                turns, *(peaks.slots(f"p{n}-" if n > 1 else "p", dates) for n, peaks in enumerate(self.peaks, 1))
            )
        )

    def _turns(self, start: datetime, end: datetime, steps: Steps) -> Iterator[Slot]:
        """The teams one after the other, changing at the same times of the clock all through a clock change.

        A turn that lies in the hour that clocks skip is nobody's; the others keep their numbers.
        """
        length = timedelta(hours=int(self.shift[:-1]))
        first = start
        for number in itertools.count(1):
            until = min(real(first + number * length), end, key=instant)
            if instant(start) < instant(until):
                step = Step("shift-turn", start, (number, self.shift))
                yield Slot(f"s{number}", start, until, self.rota[(number - 1) % len(self.rota)], (*steps, step))
            if instant(until) >= instant(end):
                return
            start = until
