"""A year's promotions on the calendar, each with the preparation that its playbook asks for. No files, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from promoplan.engine import choices
from promoplan.engine.expand import expand
from promoplan.engine.lunar import day_in
from promoplan.errors import Problem, PromoplanError
from promoplan.model.fields import parse_stamp
from promoplan.model.plan import Plan
from promoplan.model.playbook import Playbook
from promoplan.model.promotions import Festival, Market, Promotion, Promotions, Schedule
from promoplan.rules.stamp import DAY, LAST_YEAR, Stamp, closing, day_of, instant, opening
from promoplan.text import Text
from promoplan.workdays import Workdays, china

BEIJING = ZoneInfo("Asia/Shanghai")
"""The clock of the merchants, on which every date of the year is shown."""

Certainty = Literal["fixed", "lunar", "official", "confirm"]
"""How a date is known: the same every year, by the lunar calendar, on record for that very year, or not yet."""


class Preparation(NamedTuple):
    """From the playbook's first phase to the day before the promotion opens.

    No end: the promotion has no date, and `start` is the earliest that may be needed, if even that is known.
    """

    start: date | None
    end: date | None
    days: int
    phase: Text | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One promotion of one year."""

    promotion: Promotion
    year: int
    opens: Stamp | None
    closes: Stamp | None
    certainty: Certainty
    source: str
    """Where a date on record comes from."""
    event: date | None
    """What its playbook calls D."""
    prepare: Preparation
    window: tuple[date, date] | None = None
    """Between which days a promotion without a date lies."""
    schedule: Schedule | None = None

    def runs(self, day: date) -> bool:
        """Whether the promotion is held on a day; without a date it is not."""
        if self.opens is None or self.closes is None:
            return False
        return day_of(self.opens, BEIJING) <= day <= day_of(self.closes, BEIJING)


class Yearbook(NamedTuple):
    """The promotions of a year in the order of time, those without a date last."""

    year: int
    entries: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    """Promotions of the next year that are prepared for in this one."""
    festivals: tuple[tuple[Festival, date], ...]
    workdays: Workdays
    unknown_years: tuple[int, ...]
    """Years whose holidays are not published, so that working days are weekdays."""

    @property
    def problems(self) -> list[Problem]:
        years = ", ".join(map(str, self.unknown_years))
        return [Problem("unknown-year-date", {"years": years})] if years else []


def yearbook(year: int, known: Promotions, playbooks: Mapping[str, Playbook], market: Market | None = None) -> Yearbook:
    """Put the promotions of a year, of one market or all, on the calendar."""
    wanted = [promotion for promotion in known.promotions if market in {None, promotion.market}]
    entries = _entries(wanted, year, playbooks)
    # The calendar ends in 2099: the year after it has no plans to look ahead to.
    later = _entries(wanted, year + 1, playbooks) if year < LAST_YEAR else []
    ahead = [e for e in later if e.prepare.end and e.prepare.start and e.prepare.start.year <= year]
    festivals = [(festival, day_in(festival.day, year)) for festival in known.festivals]
    workdays = china(year - 1, year + 1)
    return Yearbook(
        year,
        tuple(entries),
        tuple(ahead),
        tuple(sorted(festivals, key=lambda pair: pair[1])),
        workdays,
        tuple(_unknown_years([*entries, *ahead], workdays)),
    )


def to_type(entry: Entry) -> list[str]:
    """The `init` line of a promotion, in pieces that stay together; empty without a playbook."""
    serving = entry.promotion.playbook
    if serving is None:
        return []
    words = [f"promoplan init {serving.name}", f"--date {entry.event or 'YYYY-MM-DD'}"]
    words.append(f"--name {entry.promotion.id}-{entry.year}")
    words += [f"--set {name}={value}" for name, value in serving.inputs.items()]
    anchors = entry.schedule.anchors if entry.schedule else {}
    return words + [f"--anchor {name}={at.replace(' ', 'T')}" for name, at in anchors.items()]


def _entries(promotions: Iterable[Promotion], year: int, playbooks: Mapping[str, Playbook]) -> list[Entry]:
    made = [_entry(promotion, year, playbooks) for promotion in promotions if promotion.is_held(year)]
    return sorted(made, key=lambda e: (e.opens is None, opening(e.opens or date(year, 12, 31), BEIJING)))


def _entry(promotion: Promotion, year: int, playbooks: Mapping[str, Playbook]) -> Entry:
    if promotion.day is None:
        return _undated(promotion, year, playbooks)
    schedule = next((each for each in promotion.official if each.year == year), None)
    main = day_in(promotion.day, year)
    last = day_in(promotion.to, year) if promotion.to else main
    opens, closes = _span(promotion, main, last, schedule)
    certainty: Certainty = "confirm" if promotion.set_by == "platform" else "fixed"
    if promotion.day.is_lunar and promotion.set_by == "calendar":
        certainty = "lunar"
    source = schedule.source if schedule else ""
    zone = ZoneInfo(promotion.zone)
    by_day = promotion.playbook is not None and promotion.playbook.event == "day"
    event = main if by_day else day_of(opens, zone)
    plan = _plan(promotion, event, schedule, playbooks)
    if plan and promotion.playbook and promotion.playbook.opens_at:
        for anchor in plan.anchors:
            if anchor.id == promotion.playbook.opens_at and anchor.origin == "official":
                opens, source = anchor.at, anchor.source
    certainty = "official" if source else certainty
    prepare = _preparation(promotion, event, day_of(opens, BEIJING) - DAY, plan)
    return Entry(promotion, year, opens, closes, certainty, source, event, prepare, schedule=schedule)


def _span(promotion: Promotion, main: date, last: date, schedule: Schedule | None) -> tuple[Stamp, Stamp]:
    """First and last stamp: whole days in Beijing, moments where the platform's clock is another."""
    zone = ZoneInfo(promotion.zone)
    first_stamp: Stamp = main if zone == BEIJING else opening(main, zone).astimezone(BEIJING)
    last_stamp: Stamp = last if zone == BEIJING else closing(last, zone).astimezone(BEIJING)
    if schedule and schedule.opens:
        first_stamp = parse_stamp(schedule.opens, BEIJING.key)
    if schedule and schedule.closes:
        last_stamp = parse_stamp(schedule.closes, BEIJING.key)
    return first_stamp, last_stamp


def _undated(promotion: Promotion, year: int, playbooks: Mapping[str, Playbook]) -> Entry:
    """A promotion that nobody knows the date of: how long its preparation is, and when it may be needed first."""
    window = None
    if promotion.after and promotion.before:
        window = day_in(promotion.after, year) + DAY, day_in(promotion.before, year) - DAY
    guess = window[0] if window else date(year, 6, 30)  # only its length counts: any day of the year will do
    found = _preparation(promotion, guess, guess - DAY, _plan(promotion, guess, None, playbooks))
    prepare = found._replace(start=found.start if window else None, end=None)
    return Entry(promotion, year, None, None, "confirm", "", None, prepare, window)


def _plan(
    promotion: Promotion, event: date, schedule: Schedule | None, playbooks: Mapping[str, Playbook]
) -> Plan | None:
    """The plan that `init` would make; raises PromoplanError when the promotions file and a playbook disagree."""
    serving = promotion.playbook
    if serving is None:
        return None
    chosen = choices.Choices(event, schedule.anchors if schedule else {}, serving.inputs)
    options, problems = choices.options(playbooks[serving.name], chosen)
    if problems:
        raise PromoplanError(*problems)
    return expand(playbooks[serving.name], options)


def _preparation(promotion: Promotion, event: date, last: date, plan: Plan | None) -> Preparation:
    """From the playbook's first phase, or by the stated lead."""
    if plan is None:
        assert promotion.lead is not None  # the model asks for one of the two
        start, phase, reason = event - timedelta(days=promotion.lead.days), None, promotion.lead.reason
    else:
        first = min(plan.phases, key=lambda phase: instant(opening(phase.start, plan.zone)))
        start, phase, reason = day_of(first.start, BEIJING), first.title, None
    return Preparation(start, last, (last - start).days + 1, phase, reason)


def _unknown_years(entries: Iterable[Entry], workdays: Workdays) -> list[int]:
    """The years without holiday data in which preparations were counted back."""
    years = {e.prepare.start.year for e in entries if e.prepare.start} | {e.event.year for e in entries if e.event}
    return sorted(years - workdays.years)
