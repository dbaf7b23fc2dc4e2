"""What `move` was asked for: words of the command line → other dates in the log, each mistake a usage error."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from promoplan.cli.running import Running
from promoplan.engine import select
from promoplan.engine.anchors import along
from promoplan.engine.choices import NONE
from promoplan.engine.expand import expand
from promoplan.engine.pick import pick
from promoplan.engine.pinning import Pin, pin_at, shifted
from promoplan.errors import Problem, PromoplanError, usage
from promoplan.model.plan import AnchorDate, Plan
from promoplan.model.progress import Progress
from promoplan.rules.point import EVENT
from promoplan.rules.span import DOTS
from promoplan.rules.stamp import Reach, Stamp, real
from promoplan.text import Text
from promoplan.workspace.reading import Files, base_of

Dates = Mapping[str, Mapping[str, Any]]
NOT = frozenset({NONE, "无", "没有", "取消"})
"""How people write that there is none this time."""


class Request(NamedTuple):
    """What was asked for on the command line."""

    day: str | None
    anchors: list[str]
    items: list[str]


@dataclass(frozen=True)
class Target:
    """The dates to write, and the plan that they would give."""

    dates: Dates
    """Of the event and anchors, only those that change."""
    pins: Mapping[str, Pin | None]
    """Of single items, only those that change; nothing lets an item go back to its rule."""
    progress: Progress
    """With these dates."""
    plan: Plan
    """By its rules alone."""
    already: tuple[Text, ...]
    """Titles of what is there already."""

    @property
    def is_empty(self) -> bool:
        return not self.dates and not self.pins


def target(each: Running, files: Files, request: Request) -> Target:
    """Where everything that was named shall go; raises PromoplanError and changes nothing."""
    aim = _Aim(each, files)
    if request.day is not None:
        aim.event(request.day)
    for name, text in _pairs(request.anchors).items():
        if name == EVENT:
            aim.event(text)
        else:
            aim.anchor(name, text)
    plan = aim.planned()
    for item, text in _pairs(request.items).items():
        aim.item(item, text, plan)
    return aim.target(plan)


def _pairs(words: list[str]) -> dict[str, str]:
    """`name=date`; a title may have a sign of its own."""
    found = {}
    for word in words:
        name, sign, value = word.rpartition("=")
        if not sign or not name.strip() or not value.strip():
            raise usage("bad-move", text=word)
        found[name.strip()] = value.strip()
    return found


class _Aim:
    """The dates that have been asked for so far."""

    def __init__(self, each: Running, files: Files) -> None:
        self.each = each
        self.files = files
        self.before = each.campaign.progress
        self.dates: dict[str, dict[str, str]] = {}
        self.wanted: dict[str, AnchorDate | None] = {}
        self.pins: dict[str, Pin | None] = {}
        self.already: list[Text] = []

    def event(self, text: str) -> None:
        plan = self.each.plan
        day = self.each.day(text)
        if day == plan.event and not self._is_disputed(EVENT):
            self.already.append(plan.event_title)
        else:
            self._set(EVENT, day.isoformat())

    def anchor(self, word: str, text: str) -> None:
        """An anchor by any of its names. Where the playbook or `campaign.yaml` would put it, nothing is written."""
        known = self.files.loaded.playbook.anchors
        name = select.one("no-anchor", {anchor: field.title for anchor, field in known.items()}, word)
        usual = self._usual(name)
        now = next((anchor.reach for anchor in self.each.plan.anchors if anchor.id == name), None)
        wanted = self._reach(text, now or usual)
        if wanted is None and not known[name].optional:
            raise usage("not-optional", name=name)
        if wanted == now and EVENT not in self.dates and not self._is_disputed(name):
            self.already.append(known[name].title)
            return
        self.wanted[name] = AnchorDate(name, known[name].title, wanted.start, "given") if wanted is not None else None
        self._set(name, "" if wanted == usual else NONE if wanted is None else _written(wanted))

    def _usual(self, name: str) -> Reach | None:
        """Where an anchor is unless it is moved."""
        dates = {**self._all_dates(), name: {"to": "", "base": base_of(self.files.decided, name)}}
        plan = expand(self.files.loaded.playbook, self.files.at(dates).options)
        return next((anchor.reach for anchor in plan.anchors if anchor.id == name), None)

    def _reach(self, text: str, like: Reach | None) -> Reach | None:
        """The moment or window that was typed; a window of which only the start was keeps its length."""
        if text.lower() in NOT:
            return None
        first, dots, last = text.partition(DOTS)
        start = self._stamp(first.strip(), like.start if like else None)
        if dots:
            return Reach(start, self._stamp(last.strip(), like.end if like else start))
        return along(like, start) if like else Reach(start, start)

    def _stamp(self, text: str, like: Stamp | None) -> Stamp:
        """The date that was typed; a day alone keeps the time the anchor has."""
        found = self.each.stamp(text)
        if isinstance(like, datetime) and not isinstance(found, datetime):
            return real(datetime.combine(found, like.time(), like.tzinfo))
        return found

    def item(self, word: str, text: str, plan: Plan) -> None:
        """An item by itself, with its length and, given a day, its time."""
        item = pick(self.each.plan, word, self.each.today)
        if item.state.is_closed:
            raise usage("is-closed", name=item.id)
        rule = next((each for each in plan.items if each.id == item.id), None)
        if rule is None:
            raise usage("item-left-out", name=item.id)
        to = self.each.stamp(text)
        there = shifted(item, to, plan.zone)
        pin = pin_at(there, rule, self.before.pins.get(item.id))
        if (there.start, there.end) == (item.start, item.end):
            self.already.append(item.card.title)
        if pin != self.before.pins.get(item.id) or self.before.is_disputed(f"pin:{item.id}"):
            self.pins[item.id] = pin

    def _set(self, name: str, to: str) -> None:
        base = base_of(self.files.decided, name)
        known = self.before.dates.get(name, {"to": "", "base": base})
        if known != {"to": to, "base": base} or self._is_disputed(name):
            self.dates[name] = {"to": to, "base": base}

    def _is_disputed(self, name: str) -> bool:
        return self.before.is_disputed(f"date:{name}")

    def _all_dates(self) -> Dates:
        return {**self.before.dates, **self.dates}

    def planned(self) -> Plan:
        """The plan at the dates asked for; raises PromoplanError when there is none, or not with such an anchor."""
        try:
            plan = self.files.at(self._all_dates()).plan()
        except PromoplanError as error:
            raise PromoplanError(*error.problems, Problem("not-moved")) from None
        held = {anchor.id for anchor in plan.anchors}
        for name, anchor in self.wanted.items():
            if anchor is not None and name not in held:
                cause = next((entry.because for entry in plan.dropped if entry.id == name), "")
                raise usage("anchor-left-out", name=anchor.title, cause=cause)
        return plan

    def target(self, plan: Plan) -> Target:
        pins = {name: pin for name, pin in {**self.before.pins, **self.pins}.items() if pin}
        progress = replace(self.before, dates=self._all_dates(), pins=pins)
        return Target(self.dates, self.pins, progress, plan, tuple(self.already))


def _written(reach: Reach) -> str:
    """As `campaign.yaml` writes it, on the clock of the plan."""
    start, end = reach
    return _stamp_text(start) if end is None or end == start else f"{_stamp_text(start)}{DOTS}{_stamp_text(end)}"


def _stamp_text(stamp: Stamp) -> str:
    return f"{stamp:%Y-%m-%d %H:%M:%S}".removesuffix(":00") if isinstance(stamp, datetime) else stamp.isoformat()
