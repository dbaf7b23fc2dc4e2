"""Hours of the day on a market's clock: `09:00-12:00 America/Los_Angeles`."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from promoplan.rules.base import refuse
from promoplan.rules.point import parse_clock, parse_zone
from promoplan.rules.stamp import DAY

MOST_APART = timedelta(days=2)
"""The zones of the Pacific are up to 26 hours apart."""

FORM = re.compile(r"(?P<start>\d{1,2}:\d\d)\s*-\s*(?P<end>\d{1,2}:\d\d)(?:\s+(?P<zone>\S+))?$")


@dataclass(frozen=True, slots=True)
class Hours:
    """A window of the day; an end that is not later than the start is on the next day."""

    start: time
    end: time
    zone: str = ""

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M} {self.zone}".rstrip()

    def on(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        """The first window that *starts* on `day` as `zone` sees it, on the clocks of `zone`.

        A Californian morning starts after midnight in Beijing, so the market's own date may be the day before.
        None when there is no such window: one that starts at 23:00 in summer starts at 00:00 in winter, which
        leaves the day of the change without.
        """
        market = ZoneInfo(self.zone) if self.zone else zone
        there = day - MOST_APART
        while (start := datetime.combine(there, self.start, market).astimezone(zone)).date() < day:
            there += DAY
        if start.date() > day:
            return None
        last = there + timedelta(days=self.end <= self.start)
        return start, max(start, datetime.combine(last, self.end, market).astimezone(zone))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(parse_hours)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "examples": ["09:00-12:00", "09:00-12:00 America/Los_Angeles"]}


def parse_hours(value: Any) -> Hours:
    """Read a window; refuses with code `bad-hours`."""
    if isinstance(value, Hours):
        return value
    match = FORM.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        refuse("bad-hours", text=str(value))
    start, _ = parse_clock(match["start"], match.start("start"))
    end, _ = parse_clock(match["end"], match.start("end"))
    return Hours(start, end, parse_zone(match["zone"] or "", match.start("zone")))
