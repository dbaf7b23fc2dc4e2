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
from typing import Annotated

from pydantic import AfterValidator, Field

from promoplan.rules.base import Dates, NoDate, Ref, Slot, Strict, at_most, refuse
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
    """Hours of the day, on each day of a span, when more people are needed."""

    span: Span = Field(alias="in")
    hours: Annotated[tuple[Hours, ...], Field(min_length=1)]


class Rota(Strict):
    """The teams in turn, each for the length of a shift, until the window ends."""

    rota: Annotated[tuple[TextField, ...], Field(min_length=1)]
    shift: Annotated[str, AfterValidator(_hours)]
    span: Span = Field(alias="in")
    peaks: Peaks | None = None

    def __str__(self) -> str:
        return f"rota of {len(self.rota)} teams, {self.shift} each, {self.span}"

    def refs(self) -> Iterator[Ref]:
        yield from self.span.refs()
        if self.peaks:
            yield from self.peaks.span.refs()

    def slots(self, dates: Dates) -> list[Slot]:
        reach, steps = self.span.resolve(dates)
        if reach.end is None:
            raise NoDate("open-end", name=str(self.span))
        start, end = opening(reach.start, dates.zone), closing(reach.end, dates.zone)
        turns = self._turns(start, end, steps)
        return at_most(itertools.chain(turns, self._peaks(dates)))

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

    def _peaks(self, dates: Dates) -> Iterator[Slot]:
        if self.peaks is None:
            return
        reach, steps = self.peaks.span.resolve(dates)
        peaks = itertools.product(days_of(reach, dates, self.peaks.span), self.peaks.hours)
        for number, (day, hours) in enumerate(peaks, 1):
            if slot := hours.slot(f"p{number}", day, dates, steps, PEAK):
                yield slot
