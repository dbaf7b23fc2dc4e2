"""The calendar file: RFC 5545, read alike by Outlook, Google, Apple and the Chinese office apps.

VEVENT only (they ignore VTODO), no METHOD, whole days with an exclusive end, moments with TZID and VTIMEZONE.
SEQUENCE and the stamps come from the campaign's log. Nothing depends on "now", the machine's zone or the hash
seed: equal campaigns give equal bytes.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from promoplan import __version__
from promoplan.engine.history import ANCHOR, Gone, changed, names_of
from promoplan.exports.table import Job
from promoplan.exports.zones import timezone
from promoplan.model.plan import AnchorDate, Item
from promoplan.model.progress import OPEN, State
from promoplan.rules.stamp import Stamp, closing, opening
from promoplan.text import STEERING, Text

DOMAIN = "promoplan"
REFRESH = timedelta(hours=12)
LENGTH = timedelta(minutes=30)
"""Of a moment whose work has no hours in the playbook: servers are reported to refuse an entry without an end."""
LONGEST = timedelta(days=1)
EFFORT = re.compile(r"(\d+(?:\.\d+)?)\s*(min|h)")
UNITS = {"min": timedelta(minutes=1), "h": timedelta(hours=1)}
CANCELLED = Text("取消", "Cancelled")
SKIPPED = Text("跳过", "Skipped")


def render(job: Job) -> bytes:
    """The calendar of the chosen items and of the plan's key dates."""
    calendar = Calendar()
    calendar.add("PRODID", f"-//promoplan//{__version__}//{job.lang.upper()}")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", safe(job.name))
    calendar.add("X-WR-CALNAME", safe(job.name))
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT12H")
    for event in events(job):
        calendar.add_component(event)
    _add_zones(calendar)
    return bytes(calendar.to_ical())


def events(job: Job) -> Iterator[Event]:
    """Key dates, items, and what has left the plan since somebody may have put it into a calendar."""
    for anchor in job.plan.anchors:
        yield _anchor_event(anchor, job)
    for item in job.items:
        yield _item_event(item, job)
    for gone in job.gone:
        yield _gone_event(gone, job)


def _anchor_event(anchor: AnchorDate, job: Job) -> Event:
    name = f"{ANCHOR}{anchor.id}"
    at = changed([name], OPEN, job.progress, job.revised)
    event = _event(name, f"◆ {anchor.title.of(job.lang)}", _reach(anchor.at, anchor.last, job), job, at)
    event.add("TRANSP", "TRANSPARENT")
    return event


def _item_event(item: Item, job: Job) -> Event:
    card = item.card
    title = card.title.of(job.lang)
    if item.label:
        title = f"{title} · {item.label.of(job.lang)}"
    end = item.end if item.end is not None else item.start
    at = changed(names_of(item), item.state, job.progress, job.revised)
    reach = _reach(item.start, end, job, _length(card.effort))
    event = _event(item.id, _marked(title, item.state, job), reach, job, at)
    event.add("DESCRIPTION", safe("\n".join(_description(item, job))))
    event.add("CATEGORIES", [safe(job.plan.roles[role].of(job.lang)) for role in card.roles])
    if card.kind == "standing" or (item.end is not None and item.end != item.start):
        event.add("TRANSP", "TRANSPARENT")
    return event


def _gone_event(gone: Gone, job: Job) -> Event:
    """Called off, unless it had been closed before: that has happened and stays."""
    title = gone.title.of(job.lang)
    if not gone.state.is_closed:
        title = f"{CANCELLED.of(job.lang)}: {title}"
    end = gone.end if gone.end is not None else gone.start
    at = changed([gone.id, f"item:{gone.id}"], gone.state, job.progress, job.revised)
    event = _event(gone.id, _marked(title, gone.state, job), _reach(gone.start, end, job), job, at)
    if not gone.state.is_closed:
        event["STATUS"] = "CANCELLED"
    event.add("TRANSP", "TRANSPARENT")
    return event


def _marked(title: str, state: State, job: Job) -> str:
    """The title of what is closed says so, for people who look at their calendar only."""
    if state.status == "skipped":
        return f"{SKIPPED.of(job.lang)}: {title}"
    return f"✓ {title}" if state.status == "done" else title


def _event(identity: str, title: str, reach: tuple[Stamp, Stamp], job: Job, at: datetime) -> Event:
    event = Event()
    event.add("UID", f"{identity}.{job.identity}@{DOMAIN}")
    event.add("SUMMARY", safe(title))
    event.add("DTSTAMP", at)
    event.add("LAST-MODIFIED", at)
    event.add("SEQUENCE", job.progress.shifts.get(identity, 0))
    if identity in job.progress.cancelled:
        event["STATUS"] = "CONFIRMED"  # a calendar may still have it as called off
    event.add("DTSTART", reach[0])
    event.add("DTEND", reach[1])
    return event


def _reach(start: Stamp, end: Stamp, job: Job, length: timedelta = LENGTH) -> tuple[Stamp, Stamp]:
    """From when to when as a file says it: the end exclusive and later than the start, both days or both moments.

    On the zone's clock, or on UTC's where that clock shows an hour twice: there a TZID means the first one.
    """
    if not isinstance(start, datetime) and not isinstance(end, datetime):
        return start, end + timedelta(days=1)
    zone = job.plan.zone
    first, last = opening(start, zone).astimezone(UTC), closing(end, zone).astimezone(UTC)
    if last <= first:
        last = first + length
    if _is_plain(first, zone) and _is_plain(last, zone):
        return first.astimezone(zone), last.astimezone(zone)
    return first, last


def _is_plain(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether the zone's clock says which moment is meant."""
    return not moment.astimezone(zone).fold


def _length(effort: str | None) -> timedelta:
    """How long the work at a moment takes, where the playbook says so in hours or minutes."""
    match = EFFORT.fullmatch(effort or "")
    length = float(match[1]) * UNITS[match[2]] if match else LENGTH
    return length if timedelta() < length <= LONGEST else LENGTH


def _description(item: Item, job: Job) -> Iterator[str]:
    """What a reader of the calendar needs without opening promoplan."""
    card, plan = item.card, job.plan
    yield ", ".join(plan.roles[role].of(job.lang) for role in card.roles)
    if item.state.people:
        yield ", ".join(item.state.people)
    if card.why:
        yield card.why.of(job.lang)
    if card.trigger:
        yield f"{Text('一旦', 'Whenever').of(job.lang)}: {card.trigger.of(job.lang)} ({card.within or ''})"
    yield from (f"- {line.of(job.lang)}" for line in card.checklist)
    if card.tools:
        yield f"{Text('工具', 'Tools').of(job.lang)}: {', '.join(tool.of(job.lang) for tool in card.tools)}"
    yield f"promoplan: {item.id}"


def _add_zones(calendar: Calendar) -> None:
    """A VTIMEZONE for each TZID, of the years that are used, in the order of their names."""
    stamps = [each.decoded(name) for each in calendar.walk("VEVENT") for name in ("DTSTART", "DTEND")]
    moments = [stamp for stamp in stamps if isinstance(stamp, datetime)]
    names = sorted({moment.tzinfo.key for moment in moments if isinstance(moment.tzinfo, ZoneInfo)})
    days = [moment.date() for moment in moments]
    calendar.subcomponents[:0] = [timezone(name, min(days), max(days)) for name in names if name != "UTC"]


def safe(text: str) -> str:
    """Text without control characters, which RFC 5545 forbids, and without what else steers or cannot be seen."""
    return STEERING.sub("", text)
