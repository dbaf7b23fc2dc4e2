"""Hours of the day on a market's clock: `09:00-12:00 America/Los_Angeles`."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from promoplan.rules.base import Dates, Slot, refuse
from promoplan.rules.loose import usual
from promoplan.rules.point import parse_clock, parse_zone
from promoplan.rules.skipped import told
from promoplan.rules.stamp import DAY, Step, Steps, instant, later, real
from promoplan.text import Text

MOST_APART = timedelta(days=2)
"""The zones of the Pacific are up to 26 hours apart."""

FORM = re.compile(r"(?P<start>\d{1,2}:\d\d)\s*-\s*(?P<end>\d{1,2}:\d\d)(?:\s+(?P<zone>\S+))?$")


@dataclass(frozen=True, slots=True)
class Hours:
    """A window of the day; an end that is not later than the start is on the next day."""

    start: time
    end: time
    zone: str = ""
    at_24: bool = False
    """Starts as the day ends: written 24:00."""

    def __str__(self) -> str:
        start = "24:00" if self.at_24 else f"{self.start:%H:%M}"
        return f"{start}-{self.end:%H:%M} {self.zone}".rstrip()

    def slot(self, key: str, day: date, dates: Dates, steps: Steps, label: Text | None = None) -> Slot | None:
        """The window of a day as a slot; says so where a clock change moves either end of it."""
        window = self.on(day, dates.zone)
        if window is None:
            return None
        market = self._market(dates.zone)
        step = Step("hours", window[0], (str(self),))
        moved = [
            step
            for written, moment in zip((self.start, self.end), window, strict=True)
            if written != time()  # midnight is where a day begins, whatever its first hour is called
            for step in told(written, moment, market, dates)
        ]
        return Slot(key, *window, label, (*steps, step, *moved))

    def on(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        """The first window that *starts* on `day` as `zone` sees it, on the clocks of `zone`.

        A Californian morning starts after midnight in Beijing, so the market's own date may be the day before.
        None when there is no such window: one that starts at 23:00 in summer starts at 00:00 in winter, which
        leaves the day of the change without. What starts at 24:00 belongs to the day that ends then. A window
        that starts in the hour clocks skip and would end before it starts is moved as a whole.
        """
        market = self._market(zone)
        there = day - MOST_APART
        while self._day(start := real(self._start(there, market)).astimezone(zone)) < day:
            there += DAY
        if self._day(start) > day:
            return None
        last = self._start(there, market).date() + timedelta(days=self.end <= self.start)
        written = datetime.combine(last, self.end, market)
        end = real(written).astimezone(zone)
        if instant(end) <= instant(start):
            end = later(start, written - self._start(there, market))
        return start, end

    def _market(self, zone: ZoneInfo) -> ZoneInfo:
        return ZoneInfo(self.zone) if self.zone else zone

    def _start(self, day: date, market: ZoneInfo) -> datetime:
        """Where the window of a day starts, as it is written."""
        return datetime.combine(day + timedelta(days=self.at_24), self.start, market)

    def _day(self, start: datetime) -> date:
        """The day a window belongs to."""
        return (start - timedelta(seconds=self.at_24)).date()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(parse_hours)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "examples": ["09:00-12:00", "09:00-12:00 America/Los_Angeles"]}


def _match(text: str) -> re.Match[str] | None:
    return FORM.match(text) or FORM.match(usual(text))


def parse_hours(value: Any) -> Hours:
    """Read a window; refuses with code `bad-hours`."""
    if isinstance(value, Hours):
        return value
    match = _match(value.strip()) if isinstance(value, str) else None
    if match is None:
        refuse("bad-hours", text=str(value))
    start, at_24 = parse_clock(match["start"], match.start("start"))
    end, _ = parse_clock(match["end"], match.start("end"))
    return Hours(start, end, parse_zone(match["zone"] or "", match.start("zone")), at_24)
