"""The plain rule: a point, from one point to another, or the name of a phase.

`D-34` · `D-34..D-11` · `D-1 20:00` · `D-6 00:00..D-1 21:00` · `preheat` · `D+1..` (open end)
`D 20:00 for 4h` · `D for 3d` · `D-1 20:00..02:00` (into the next day)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from promoplan.rules.base import Dates, NoDate, Ref, Slot, refuse
from promoplan.rules.loose import usual
from promoplan.rules.point import HOURS, Point, parse_point, parse_time_only
from promoplan.rules.skipped import follow
from promoplan.rules.stamp import Reach, Stamp, Step, Steps, closing, day_of, instant, is_moment, last_day, opening
from promoplan.text import Text

DOTS = ".."
FOR = re.compile(r"(?P<start>[^.].*?)\s+for\s+(?P<count>[1-9]\d{0,3})\s*(?P<unit>min|h|d|w)$")
HOME = Text("所在阶段", "its phase")
LONGEST = 300
"""Characters; a rule that is longer is not a rule."""


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `last`, both included; no `last` means the reach of `start` itself, or an open end."""

    text: str
    start: Point
    last: Point | None = None
    is_open: bool = False

    def __str__(self) -> str:
        return self.text

    def refs(self) -> Iterator[Ref]:
        for point in (self.start, self.last):
            if point and (ref := point.ref()):
                yield ref

    def slots(self, dates: Dates) -> list[Slot]:
        reach, steps = self.resolve(dates)
        return [Slot(None, reach.start, reach.end, steps=steps)]

    def resolve(self, dates: Dates) -> tuple[Reach, Steps]:
        """The dates of this span; raises `NoDate` when it ends before it starts."""
        if self.is_whole_name() and not self.is_open:
            reach = dates.reach(self.start.name)
            return reach, (Step("reach", reach.start, (self.start.name, reach.end)),)
        start, steps = self.start.resolve(dates)
        if self.is_open:
            return Reach(start, None), steps
        if self.last is None:
            return Reach(start, start), steps
        end, more = self.last.resolve(dates)
        if is_moment(start) and is_moment(end):
            end, moved = follow(start, end, steps)
            more = (*more, *moved)
        return ordered(dates, start, end), (*steps, *more)

    def is_whole_name(self) -> bool:
        """Whether this is a bare name: the whole reach of a phase, anchor or task."""
        point = self.start
        return self.last is None and not (
            point.edge or point.shifts or point.weekday or point.at or point.base[0].isdigit()
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(parse_span)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "examples": ["D-34", "D-34..D-11", "D-1 20:00", "before preheat", "preheat"]}


def ordered(dates: Dates, start: Stamp, end: Stamp) -> Reach:
    """Both ends as days, or both as moments; raises `NoDate` when the end comes first."""
    if is_moment(start) != is_moment(end):
        start, end = opening(start, dates.zone), closing(end, dates.zone)
    is_late = instant(end) < instant(start) if is_moment(start) and is_moment(end) else end < start
    if is_late:
        raise NoDate("ends-before-start", start=start, end=end)
    return Reach(start, end)


def parse_span(value: Any) -> Span:
    """Read a span; refuses with a code and the offset of the fault."""
    if isinstance(value, Span):
        return value
    if not isinstance(value, str):
        refuse("bad-when", text=str(value))
    text = value.strip()
    if not text or len(text) > LONGEST:
        refuse("bad-when", text=text[:40])
    if match := FOR.match(text) or FOR.match(usual(text)):
        start = parse_point(match["start"].strip())
        return Span(text, start, _after(start, int(match["count"]), match["unit"]))
    left, dots, right = text.partition(DOTS)
    start = parse_point(left.strip())
    if not right.strip():
        return Span(text, start, is_open=bool(dots))
    at = len(left) + len(DOTS) + len(right) - len(right.lstrip())
    last = parse_time_only(right.strip(), start, at) or parse_point(right.strip(), at)
    if last.zone and start.at and not start.zone:
        start = replace(start, zone=last.zone)
    return Span(text, start, last)


def _after(start: Point, count: int, unit: str) -> Point:
    """Where a span of a length ends: after so many hours, or on the last of so many days."""
    if unit in HOURS or start.at is not None:
        return replace(start, later=(*start.later, (count, unit)))
    return replace(start, later=(*start.later, (count * (7 if unit == "w" else 1) - 1, "d")))


def days_of(reach: Reach, dates: Dates, span: Span | None = None) -> list[Any]:
    """Every day of what a span, or else the task's phase, reaches, in order; raises `NoDate` on an open end."""
    if reach.end is None:
        raise NoDate("open-end", name=str(span) if span else HOME)
    first, last = day_of(reach.start, dates.zone), last_day(reach.start, reach.end, dates.zone)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
