"""A repeat inside a span: daily, on weekdays, every few days, monthly; for whole days or hours of the day.

when: {every: mon, in: surge}
when: {every: day, in: burst, hours: "09:00-12:00 America/Los_Angeles"}
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from promoplan.rules.base import Dates, OneOrMany, Ref, Slot, Strict, at_most, refuse
from promoplan.rules.hours import Hours
from promoplan.rules.loose import usual
from promoplan.rules.point import WEEKDAYS
from promoplan.rules.span import Span, days_of
from promoplan.rules.stamp import Reach, Step, Steps, months_later
from promoplan.rules.yearday import NTH, nth_weekday

LONGEST = 60
DATE = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"
OF_MONTH = rf"(?:{DATE}|last day|(?:{'|'.join(NTH)}) (?:{'|'.join(WEEKDAYS)}))"
MONTHLY = re.compile(rf"{OF_MONTH}(?:\s*,\s*{OF_MONTH})*$")
INTERVAL = re.compile(r"([1-9]\d{0,2})\s*([dw])$")


def _every(text: str) -> str:
    text = usual(text).lower()
    known = text in {"day", "week", "month", "workday"} or INTERVAL.match(text) or MONTHLY.match(text)
    if not known and (len(text) > LONGEST or not all(part in WEEKDAYS for part in re.split(r"\s*,\s*", text))):
        refuse("bad-every", text=text[:LONGEST])
    return text


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


class Repeat(Strict):
    """`every` day · workday · week · month · `4d` · `2w` · `mon, thu` · `10th, 20th` · `last fri`.

    `in` a span, else the task's phase.
    """

    every: Annotated[str, AfterValidator(_every)]
    span: Span | None = Field(default=None, alias="in")
    hours: Annotated[tuple[Hours, ...], BeforeValidator(_as_list), OneOrMany()] | None = None

    def __str__(self) -> str:
        inside = f" in {self.span}" if self.span else ""
        clock = f" {', '.join(map(str, self.hours))}" if self.hours else ""
        return f"every {self.every}{inside}{clock}"

    def refs(self) -> Iterator[Ref]:
        if self.span:
            yield from self.span.refs()

    def slots(self, dates: Dates) -> list[Slot]:
        reach, steps = self.span.resolve(dates) if self.span else (dates.home(), ())
        return at_most(
            slot
            for number, (key, day) in enumerate(self._days(reach, dates), 1)
            for slot in self._on(day, key, (*steps, Step("repeat", day, (self.every, number))), dates)
        )

    def _on(self, day: date, key: str, steps: Steps, dates: Dates) -> list[Slot]:
        if not self.hours:
            return [Slot(key, day, day, steps=steps)]
        several = len(self.hours) > 1
        found = []
        for number, hours in enumerate(self.hours, 1):
            if slot := hours.slot(f"{key}-h{number}" if several else key, day, dates, steps):
                found.append(slot)
        return found

    def _days(self, reach: Reach, dates: Dates) -> Iterator[tuple[str, date]]:
        """Each day with its key: `d3` the third day, `mon2` the second Monday, `m1` the first month."""
        days = days_of(reach, dates, self.span)
        if MONTHLY.match(self.every):
            yield from _of_months(re.split(r"\s*,\s*", self.every), days)
        elif self.every == "month":
            yield from ((f"m{n}", day) for n, day in enumerate(_months(days), 1))
        elif self.every == "workday":
            yield from ((f"wd{n}", day) for n, day in enumerate(filter(dates.workdays.is_workday, days), 1))
        elif (match := INTERVAL.match(self.every)) or self.every in {"day", "week"}:
            step = int(match[1]) * (7 if match[2] == "w" else 1) if match else {"day": 1, "week": 7}[self.every]
            yield from ((f"d{n * step + 1}", day) for n, day in enumerate(days[::step]))
        else:
            yield from self._weekdays(days)

    def _weekdays(self, days: list[date]) -> Iterator[tuple[str, date]]:
        seen: dict[str, int] = {}
        for day in days:
            name = WEEKDAYS[day.weekday()]
            if name in self.every:
                seen[name] = seen.get(name, 0) + 1
                yield f"{name}{seen[name]}", day


def _of_months(parts: list[str], days: list[date]) -> Iterator[tuple[str, date]]:
    """Days of each month by their number or weekday: `m1-10th`, `m2-last-fri`."""
    first, last = days[0], days[-1]
    for number in range((last.year - first.year) * 12 + last.month - first.month + 1):
        start = months_later(first.replace(day=1), number)
        for day, part in sorted((_of_month(start, part), part) for part in parts):
            if first <= day <= last:
                yield f"m{number + 1}-{part.replace(' ', '-')}", day


def _of_month(start: date, part: str) -> date:
    """A day of the month that starts there; the last of a month that has no such day."""
    end = monthrange(start.year, start.month)[1]
    nth, _, weekday = part.partition(" ")
    if weekday in WEEKDAYS:
        return nth_weekday(start.year, start.month, NTH[nth], weekday)
    return start.replace(day=end if weekday else min(int(part[:-2]), end))


def _months(days: list[date]) -> Iterator[date]:
    """The first day and the same day of each later month; the last of the month where it has no such day."""
    from dateutil.relativedelta import relativedelta

    count = 0
    while (day := days[0] + relativedelta(months=count)) <= days[-1]:
        yield day
        count += 1
