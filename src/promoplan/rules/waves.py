"""Waves laid out backwards from a fixed last one: "3-4 waves, 4-5 days apart, the last at D-1 20:00".

when: {waves: 3-4, gap: 4-5d, last: D-1 20:00, in: preheat}
"""

import itertools
from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from promoplan.rules.amounts import Count, Gap
from promoplan.rules.base import Dates, NoDate, Ref, Slot, Strict, at_most
from promoplan.rules.span import Span
from promoplan.rules.stamp import Step, day_of


class Waves(Strict):
    """As many waves, as far apart, as the span has room for; the last one stands where it is told."""

    waves: Count
    gap: Gap
    last: Span
    span: Span | None = Field(default=None, alias="in")

    def __str__(self) -> str:
        inside = f" in {self.span}" if self.span else ""
        return f"{self.waves} waves, {self.gap}d apart{inside}, last {self.last}"

    def refs(self) -> Iterator[Ref]:
        yield from self.last.refs()
        if self.span:
            yield from self.span.refs()

    def slots(self, dates: Dates) -> list[Slot]:
        reach, steps = self.span.resolve(dates) if self.span else (dates.home(), ())
        final, how = self.last.resolve(dates)
        end = day_of(final.start, dates.zone)
        room = (end - day_of(reach.start, dates.zone)).days
        if room < 0:
            raise NoDate("ends-before-start", start=reach.start, end=final.start)
        count, gap = self.fit(room)
        if count < self.waves.low:
            dates.warn("waves-do-not-fit", waves=str(self.waves), gap=str(self.gap), days=room + 1, fit=count)
        days = ((number, end - timedelta(days=gap * (count - number))) for number in range(1, count))
        before = (
            Slot(f"w{number}", day, day, steps=(*steps, Step("wave", day, (number, count, gap))))
            for number, day in days
        )
        last_step = Step("wave", final.start, (count, count, gap))
        return at_most(itertools.chain(before, [Slot(f"w{count}", final.start, final.end, steps=(*how, last_step))]))

    def fit(self, room: int) -> tuple[int, int]:
        """How many waves and how many days apart, with `room` days before the last one.

        More waves win over longer gaps. When not even the fewest fit, the closest spacing decides how many do.
        """
        count = min(self.waves.high, room // self.gap.low + 1)
        if count < self.waves.low:
            return count, self.gap.low
        return count, min(self.gap.high, room // (count - 1)) if count > 1 else self.gap.high
