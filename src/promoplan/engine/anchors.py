"""When the anchors are: set by hand, announced by the platform, or assumed from the playbook's offset."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from promoplan.engine.lunar import day_in
from promoplan.model.fields import parse_stamp, parse_when
from promoplan.model.options import Options
from promoplan.model.plan import AnchorDate, Origin
from promoplan.model.playbook import Anchor, Official, Playbook
from promoplan.rules.base import Dates, Missing, NoDate
from promoplan.rules.moments import is_window
from promoplan.rules.stamp import LAST_YEAR, LEAP, Reach, Stamp, closing, day_of, is_moment, real
from promoplan.rules.yearday import parse_year_day

NEAR = timedelta(days=15)
"""An event further than this from its usual day is another event: official dates are not its own."""


def official(known: tuple[Official, ...], year: int) -> Official | None:
    return next((entry for entry in known if entry.year == year), None)


def usual_day(playbook: Playbook, year: int) -> date | None:
    """The event's official day of a year, else its usual one; none in a year without that day, as 02-29."""
    entry = official(playbook.event.official, year)
    if entry and entry.at != "none":
        return day_of(parse_stamp(entry.at, playbook.zone), ZoneInfo(playbook.zone))
    if playbook.event.usual is None:
        return None
    try:
        return day_in(parse_year_day(playbook.event.usual), year)
    except ValueError:
        return None


def next_day(playbook: Playbook, today: date) -> date | None:
    """The event's next usual date, today included; official days may lie beyond New Year, leap days far apart."""
    years = range(today.year - 1, min(today.year + LEAP, LAST_YEAR) + 1)
    days = (usual_day(playbook, year) for year in years)
    return min((day for day in days if day and day >= today), default=None)


def edition(playbook: Playbook, event: date) -> int | None:
    """Which year's event a date is, so that the official dates of that year hold; an event may cross New Year."""
    years = (event.year, event.year - 1, event.year + 1)
    near = {year: abs(usual - event) for year in years if (usual := usual_day(playbook, year))}
    year = min(near, key=near.__getitem__, default=None)
    return year if year is not None and near[year] <= NEAR else None


def event_origin(playbook: Playbook, event: date) -> Origin:
    """How the event's own day is known: where the platform announces it each year, the usual one is assumed until then.

    An event that has never been announced is on its own day, or where the team put it.
    """
    year = edition(playbook, event)
    if not playbook.event.official or year is None or usual_day(playbook, year) != event:
        return "given"
    return "official" if official(playbook.event.official, year) else "assumed"


def resolve(name: str, anchor: Anchor, playbook: Playbook, options: Options, dates: Dates) -> AnchorDate:
    """The date of one anchor; raises `Missing` when it is not held this time."""
    if name in options.anchors:
        at = options.anchors[name]
        if at is None:
            raise Missing(name)
        return _dated(name, anchor, _whole(at, name, anchor, dates), "given")
    year = edition(playbook, options.event)
    entry = official(anchor.official, year) if year is not None else None
    if entry is None:
        return _dated(name, anchor, _assumed(name, anchor, dates), "assumed")
    if entry.at == "none":
        raise Missing(name)
    found = _whole(parse_when(entry.at, playbook.zone), name, anchor, dates)
    moved = year is not None and usual_day(playbook, year) != options.event
    if moved and day_of(found.start, dates.zone) < options.event:
        guess = _assumed(name, anchor, dates)
        if day_of(guess.start, dates.zone) >= options.event:  # the platform's own end, before a moved event
            return _dated(name, anchor, guess, "assumed")
    return _dated(name, anchor, found, "official", entry.source)


def _dated(name: str, anchor: Anchor, reach: Reach, origin: Origin, source: str = "") -> AnchorDate:
    return AnchorDate(name, anchor.title, reach.start, origin, source, None if reach.end == reach.start else reach.end)


def _assumed(name: str, anchor: Anchor, dates: Dates) -> Reach:
    (slot,) = anchor.at.slots(dates)
    if slot.end is None:
        raise NoDate("open-end", name=name)
    return Reach(slot.start, slot.end)


def _whole(at: Stamp | Reach, name: str, anchor: Anchor, dates: Dates) -> Reach:
    """What was announced or set: of a window of which only the start was, the length stays."""
    if isinstance(at, Reach):
        return at
    return along(_assumed(name, anchor, dates), at) if is_window(anchor.at) else Reach(at, at)


def along(reach: Reach, start: Stamp) -> Reach:
    """A window from another start, as many days and hours of the clock long; in whole days where one has no hours."""
    first, last = reach.start, reach.end
    if last is None or last == first:
        return Reach(start, start)
    if is_moment(start) and is_moment(first) and is_moment(last):
        return Reach(start, real(last + (start - first)))
    day = _day(last) + (_day(start) - _day(first))
    return Reach(start, closing(day, ZoneInfo(str(start.tzinfo))) if is_moment(start) else day)


def _day(stamp: Stamp) -> date:
    """The day by the stamp's own clock."""
    return stamp.date() if is_moment(stamp) else stamp
