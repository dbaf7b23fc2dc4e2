"""Dates and names in words, the same in every view and export."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from promoplan.engine.market import market
from promoplan.model.plan import Item, Plan, Quantity
from promoplan.rules.stamp import Stamp, is_same, opening
from promoplan.text import Lang, Text, clean_lines, one_line

WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
OFF = Text("休", " off")
WORKED = Text("班", " work")


class Words(NamedTuple):
    """How one reader sees a plan: which language, which marks."""

    lang: Lang
    plain: bool = False

    def say(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    def number(self, count: int, zh: str, en: str) -> str:
        """`3 个任务`, `3 tasks`, `1 task`."""
        return f"{count} {zh}" if self.lang == "zh" else f"{count} {en}{'' if count == 1 else 's'}"

    def of(self, text: Text | None) -> str:
        """A text of a user's file, without control characters."""
        return clean_lines(text.of(self.lang)) if text is not None else ""

    @property
    def to(self) -> str:
        return "-" if self.plain else "–"

    @property
    def arrow(self) -> str:
        return "->" if self.plain else "→"

    @property
    def dot(self) -> str:
        return "|" if self.plain else "·"

    @property
    def dots(self) -> str:
        return ".." if self.plain else "…"

    def weekday(self, day: date) -> str:
        return WEEKDAYS[self.lang][day.weekday()]

    def mark(self, day: date, plan: Plan | None) -> str:
        """Whether the day is a public holiday or a make-up workday."""
        if plan is None:
            return ""
        return self.of(OFF) if day in plan.holidays else self.of(WORKED) if day in plan.makeup else ""

    def day(self, day: date, plan: Plan | None = None, *, year: bool = False) -> str:
        """`11-05 周二`, with the year where it matters."""
        form = "%Y-%m-%d" if year else "%m-%d"
        return f"{day.strftime(form)} {self.weekday(day)}{self.mark(day, plan)}"

    def stamp(self, stamp: Stamp, plan: Plan, *, year: bool = False) -> str:
        """A whole day, or a moment on the plan's clock."""
        if isinstance(stamp, datetime):
            return f"{self.day(stamp.date(), plan, year=year)} {clock(stamp)}"
        return self.day(stamp, plan, year=year)

    def window(self, start: Stamp, end: Stamp | None, plan: Plan, *, year: bool = False) -> str:
        """From start to end in the fewest words that lose nothing."""
        first = self.stamp(start, plan, year=year)
        if end is None:
            return f"{first} {self.say('起', 'on')}"
        if is_same(start, end):
            return first
        if isinstance(start, datetime) and isinstance(end, datetime) and (until := _until(start, end)):
            return f"{first}{self.to}{until}"
        return f"{first} {self.dots} {self.stamp(end, plan, year=year)}"

    def market(self, item: Item, *, is_short: bool = False) -> str:
        """`(America/Los_Angeles 09-01 09:00–12:00)`, the day only where it is not ours; empty for our own clock.

        Short is with the city alone: `(Los Angeles 09-01 09:00–12:00)`.
        """
        there = market(item)
        if there is None:
            return ""
        start, end = there.start, there.end or there.start
        is_ours = isinstance(item.start, datetime) and item.start.date() == start.date()
        hours = clock(start) if is_ours else f"{start:%m-%d} {clock(start)}"
        if not is_same(start, end):
            until = _until(start, end)
            hours += f"{self.to}{until}" if until else f" {self.dots} {end:%m-%d} {clock(end)}"
        zone = there.zone.rpartition("/")[2].replace("_", " ") if is_short else there.zone
        return f"({zone} {hours})"

    def distance(self, stamp: Stamp, plan: Plan) -> str:
        """`D-7`: how far from the event."""
        days = (opening(stamp, plan.zone).date() - plan.event).days
        return f"D{days:+d}" if days else "D"

    def distances(self, item: Item, plan: Plan) -> str:
        """`D-34 … D-11`: from its first day to the day it is due, which is the one that lists show."""
        first = self.distance(item.start, plan)
        last = self.distance(item.last_day(plan.zone), plan) if item.end is not None else first
        return first if first == last else f"{first} {self.dots} {last}"

    def late(self, days: int) -> str:
        """`晚 3 个工作日`, `1 working day late`."""
        return f"晚 {days} 个工作日" if self.lang == "zh" else f"{self.number(days, '', 'working day')} late"

    def safe(self, text: str) -> str:
        """What a person typed once: on one line, without control characters."""
        return one_line(text)

    def told(self, at: str, plan: Plan) -> str:
        """When something was said, on the plan's clock: `10-20 周日 09:30`; nothing for what is no date-time."""
        moment = moment_of(at, plan.zone)
        return f"{self.day(moment.date())} {clock(moment)}" if moment else ""

    def roles(self, item: Item, plan: Plan) -> str:
        return self.listed(self.of(plan.roles.get(role)) or role for role in item.card.roles)

    def who(self, item: Item, plan: Plan) -> str:
        """The roles, with the people where they are known: `Sales (小李)`."""
        people = self.listed(map(self.safe, item.state.people))
        return f"{self.roles(item, plan)} ({people})" if people else self.roles(item, plan)

    def title(self, item: Item) -> str:
        label = f" {self.dot} {self.of(item.label)}" if item.label else ""
        return f"{self.of(item.card.title)}{label}"

    def listed(self, words: Iterable[str]) -> str:
        return self.say("、", ", ").join(words)

    def quantity(self, amount: Quantity) -> str:
        """`日预算 800–1000 元`, `20 buyers per account and day`."""
        number = f"{amount.low:,.10g}"
        if amount.high is not None and amount.high != amount.low:
            number += f"{self.to}{amount.high:,.10g}"
        unit = f" {self.of(amount.unit)}" if amount.unit else ""
        per = f" / {self.of(amount.per)}" if amount.per else ""
        return f"{self.of(amount.title)}: {number}{unit}{per}"


def moment_of(text: str, zone: ZoneInfo) -> datetime | None:
    """The moment an event of the log names, on the clocks of a zone; nothing for what is no moment."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(zone) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def lost_ticks(item: Item, words: Words) -> str:
    """Ticked lines that a checklist has no more, in a line."""
    lines = words.listed(map(words.safe, item.state.lost))
    return words.say(
        f"清单改过, 勾过的这几条找不到了: {lines}", f"the checklist has changed; ticked lines it has no more: {lines}"
    )


def clock(moment: datetime) -> str:
    """Hours and minutes; seconds where they are not zero."""
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def _until(start: datetime, end: datetime) -> str | None:
    """The end of hours within one day, as a clock shows it; nothing when it is on another day."""
    if start.date() == end.date():
        return clock(end)
    return "24:00" if end - start < timedelta(hours=24) and clock(end) == "00:00" else None
