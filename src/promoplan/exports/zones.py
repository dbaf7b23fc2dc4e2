"""VTIMEZONE as calendar programs read it: a yearly rule where the zone has one, a date of its own where it has none.

Outlook is reported to misread changes that are listed as RDATE. Source of the form: RFC 5545 3.6.5.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK = timedelta(days=7)
"""No zone has changed its clocks twice in a week and back: what looks unchanged a week later is."""
AHEAD = 6
"""Years after the last that are looked at, to tell the last Sunday of a month from the fourth."""


class Change(NamedTuple):
    """A change of a zone's clocks."""

    at: datetime
    """By the clock that is about to change, without a zone."""
    moment: datetime
    """UTC."""
    before: timedelta
    after: timedelta
    name: str

    def days(self) -> frozenset[str]:
        """What the day may be called in a yearly rule: `1SU`, `-1SU`."""
        day, number = WEEKDAYS[self.at.weekday()], (self.at.day - 1) // 7 + 1
        is_last = (self.at + WEEK).month != self.at.month
        return frozenset({f"{number}{day}", *([f"-1{day}"] if is_last else [])})

    def fits(self, other: "Change") -> bool:
        """Whether one rule may give both, but for the day."""
        mine, its = (self.before, self.after, self.name), (other.before, other.after, other.name)
        return mine == its and (self.at.month, self.at.time()) == (other.at.month, other.at.time())


class Run(NamedTuple):
    """Changes of consecutive years that one rule gives."""

    changes: tuple[Change, ...]
    days: frozenset[str]

    def grown(self, change: Change) -> "Run | None":
        """With the next year's change, if the rule gives that too."""
        last = self.changes[-1]
        days = self.days & change.days()
        if not days or not last.fits(change) or change.at.year != last.at.year + 1:
            return None
        return Run((*self.changes, change), days)


def timezone(name: str, first: date, last: date) -> Timezone:
    """The VTIMEZONE of a zone that is right from the first day to the last."""
    zone = ZoneInfo(name)
    start = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    end = datetime(last.year + 1, 1, 1, tzinfo=UTC)
    changes = list(_changes(zone, start, end.replace(year=end.year + AHEAD)))
    found = Timezone()
    found.add("TZID", name)
    if not changes or changes[0].at.date() >= first:
        found.add_component(_constant(zone, start))
    for run in _runs(changes):
        if run.changes[0].moment < end:
            found.add_component(_observance(run, is_open=run.changes[-1].moment >= end))
    return found


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Change]:
    here = start
    while here < end:
        there = here + WEEK
        if _state(here, zone) != _state(there, zone):
            yield _change(here, there, zone)
        here = there


def _state(moment: datetime, zone: ZoneInfo) -> tuple[timedelta, str]:
    local = moment.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or ""


def _change(early: datetime, late: datetime, zone: ZoneInfo) -> Change:
    """The change that lies between two moments, to the second."""
    before, after = _state(early, zone), _state(late, zone)
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        early, late = (middle, late) if _state(middle, zone) == before else (early, middle)
    return Change((late + before[0]).replace(tzinfo=None), late, before[0], after[0], after[1])


def _runs(changes: list[Change]) -> list[Run]:
    """In the order of their beginning; each change goes on with the run that it fits."""
    runs: list[Run] = []
    for change in changes:
        for number, run in enumerate(runs):
            if longer := run.grown(change):
                runs[number] = longer
                break
        else:
            runs.append(Run((change,), change.days()))
    return runs


def _observance(run: Run, *, is_open: bool) -> TimezoneStandard | TimezoneDaylight:
    """A run as a rule, with an end where the zone went on otherwise; one change alone as a date."""
    first, last = run.changes[0], run.changes[-1]
    found = TimezoneDaylight() if first.after > first.before else TimezoneStandard()
    found.add("DTSTART", first.at)
    found.add("TZOFFSETFROM", first.before)
    found.add("TZOFFSETTO", first.after)
    found.add("TZNAME", first.name)
    if len(run.changes) > 1:
        rule = {"FREQ": "YEARLY", "BYMONTH": first.at.month, "BYDAY": min(run.days)}
        # a day later than the last change, since some programs read UNTIL on the zone's own clock
        found.add("RRULE", rule if is_open else {**rule, "UNTIL": last.moment + timedelta(days=1)})
    return found


def _constant(zone: ZoneInfo, start: datetime) -> TimezoneStandard:
    """What holds before the first change, if there is any."""
    offset, name = _state(start, zone)
    found = TimezoneStandard()
    found.add("DTSTART", start.replace(tzinfo=None))
    found.add("TZOFFSETFROM", offset)
    found.add("TZOFFSETTO", offset)
    found.add("TZNAME", name)
    return found
