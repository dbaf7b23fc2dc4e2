"""The engine's one promise: `expand(playbook, options) -> Plan`, pure, in a stable order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from promoplan.engine import anchors, inputs
from promoplan.engine.cards import card_of, names_of, redlines_of, stand_ins
from promoplan.engine.dates import Calendar, Owner, Part, parts
from promoplan.engine.figures import Amounts, Known, known_names, work_out
from promoplan.engine.graph import dates_graph, order
from promoplan.engine.launch import after_launch, latest
from promoplan.engine.renamed import ids
from promoplan.engine.roll import rolled
from promoplan.engine.unpublished import unpublished
from promoplan.errors import Problem
from promoplan.model.options import Options
from promoplan.model.plan import AnchorDate, Dropped, FigureValue, Item, PhaseSpan, Plan
from promoplan.model.playbook import Anchor, Phase, Playbook, Task
from promoplan.rules import condition
from promoplan.rules.base import Missing, NoDate, Slot
from promoplan.rules.point import MONTH
from promoplan.rules.stamp import Reach, Step, closing, instant, opening
from promoplan.text import Text
from promoplan.workdays import china

MARGIN = timedelta(days=7)
"""Holidays are kept for the plan's own days and a week around them."""

FAR = datetime(9999, 12, 31, tzinfo=UTC)
"""Sorts what has no end after what has one."""


def expand(playbook: Playbook, options: Options) -> Plan:
    """Put a playbook on the calendar. What cannot be dated is left out and named in `Plan.problems`."""
    year = options.event.year
    workdays = (options.workdays or china(year - 2, year + 2)).with_days(options.off, options.work)
    values = {**inputs.defaults(playbook, year), **options.inputs}
    calendar = Calendar(playbook, options, ZoneInfo(playbook.zone), workdays, values)
    return _Expansion(calendar).plan()


class _Expansion:
    """One run of `expand`: what has been dated and what has been left out so far."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.playbook = calendar.playbook
        self._months = any(ref.name == MONTH for phase in self.playbook.phases for ref in phase.when.refs())
        self.stand_ins = stand_ins(self.playbook, calendar.holds)
        self.anchors: list[AnchorDate] = []
        self.dropped: dict[str, Dropped] = {}
        self.items: list[Item] = []
        self.places: dict[str, Sequence[int]] = {}
        """Where among the items those of a task are."""
        self.phases: dict[str, PhaseSpan] = {}

    def plan(self) -> Plan:
        """Anchors come first, so that conditions know which are held; then each part after what it hangs on."""
        known = {part.id: part for part in parts(self.playbook)}
        names = [name for name in order(dates_graph(self.playbook)) if name in known]
        for name in sorted(names, key=lambda name: known[name].kind != "anchor"):
            self._date(known[name])
        figures = work_out(self.playbook, self.calendar)
        self._measure(known_names(self.calendar, figures))
        return self._gathered(figures)

    def _measure(self, known: Known) -> None:
        """Give the items their quantities, which may ask how long things last."""
        for number, task in enumerate(self.playbook.tasks):
            found = self.places.get(task.id, [])
            if not task.amounts or not found:
                continue
            amounts = Amounts(task, known, self.calendar, ("tasks", number, "amounts"))
            self.calendar.problems.extend(amounts.problems)
            for nth, place in enumerate(found):
                self.items[place] = replace(self.items[place], amounts=amounts.of(nth, len(found)))

    def _date(self, part: Part) -> None:
        """Find the dates of one part, or leave it out and say why."""
        if part.inside in self.calendar.missing:
            self._drop(part, "phase", part.inside or "")
        elif not self.calendar.holds(part.condition):
            self._drop(part, *self._unmet(part.condition or ""))
        else:
            self._try(part)

    def _try(self, part: Part) -> None:
        fault: Problem | None = None
        try:
            self._find(part)
        except Missing as missing:
            self._drop(part, "anchor", missing.name)
        except NoDate as no_date:
            if no_date.code == "ends-before-start" and self._is_late():
                self._drop(part, "over", "")
                return
            fault = Problem(no_date.code, {"name": part.id, **no_date.args_of}, part.path)
        except (OverflowError, ValueError):
            fault = Problem("date-out-of-range", {"name": part.id}, part.path)
        if fault:
            self.calendar.problems.append(fault)
            self.calendar.missing.add(part.id)

    def _is_late(self) -> bool:
        """Whether the event opens later in its month than the playbook was written for: early parts may be over."""
        return self._months and self.calendar.options.event.day > self.playbook.event.reference.day

    def _unmet(self, text: str) -> tuple[str, str]:
        """Why a condition is false: an anchor that is not held this time, or the choices made."""
        named = [name for name, _, _ in condition.names(condition.parse(text))]
        missing = [name for name in named if name in self.calendar.missing and name in self.playbook.anchors]
        return ("anchor", missing[0]) if missing else ("condition", text)

    def _drop(self, part: Part, cause: str, because: str) -> None:
        self.dropped[part.id] = Dropped(part.id, part.entity.title, part.kind, cause, because)  # type: ignore[arg-type]
        self.calendar.missing.add(part.id)

    def _find(self, part: Part) -> None:
        owner = Owner(self.calendar, part)
        match part.entity:
            case Anchor() as anchor:
                found = anchors.resolve(part.id, anchor, self.playbook, self.calendar.options, owner)
                self.calendar.remember(part.id, [Slot(None, found.at, found.last)])
                self.anchors.append(found)
            case Phase() as phase:
                self.calendar.remember(part.id, phase.when.slots(owner))
                if phase.inside and self._is_late():
                    self._cut(phase, self.calendar.reaches[phase.inside])
                self._phase(phase)
            case Task() as task:
                self._task(part, task, owner)

    def _cut(self, phase: Phase, outer: Reach) -> None:
        """A part of a phase begins with it; raises `NoDate` when it is over by then."""
        zone, (start, end) = self.calendar.zone, self.calendar.reaches[phase.id]
        if end is not None and closing(end, zone) <= opening(outer.start, zone):
            raise NoDate("ends-before-start", start=outer.start, end=end)
        self.calendar.reaches[phase.id] = Reach(max(start, outer.start, key=lambda at: opening(at, zone)), end)

    def _phase(self, phase: Phase) -> None:
        start, end = self.calendar.reaches[phase.id]
        self.phases[phase.id] = PhaseSpan(
            phase.id, phase.title, start, end, phase.goal, phase.inside, phase.gate, phase.note
        )

    def _task(self, part: Part, task: Task, owner: Owner) -> None:
        """The items of a task. A rule that gives none (no Monday in the span) shows nothing and nothing hangs on it."""
        calendar = self.calendar
        slots = task.when.slots(owner) if task.when is not None else [_whole_phase(owner, task.phase)]
        if not slots:
            calendar.missing.add(part.id)
            return
        calendar.remember(part.id, slots)
        launch = latest(task, calendar)
        if launch is not None:
            slots = after_launch(slots, launch, part, calendar)
        if not slots:
            self._drop(part, "feature", launch.feature if launch else "")
            return
        earliest = launch.day if launch else None
        slots = [rolled(slot, task.roll, calendar.workdays, earliest) for slot in slots]
        calendar.remember(part.id, slots)
        card = card_of(task, self.stand_ins)
        self.places[task.id] = range(len(self.items), len(self.items) + len(slots))
        self.items += [Item(card, slot.key, slot.start, slot.end, slot.label, (), slot.steps) for slot in slots]

    def _gathered(self, figures: tuple[FigureValue, ...]) -> Plan:
        playbook, calendar = self.playbook, self.calendar
        items = self._sorted()
        first, last = self._extent()
        return Plan(
            playbook=playbook.playbook,
            version=playbook.version,
            title=playbook.title,
            zone=calendar.zone,
            event=calendar.options.event,
            event_title=playbook.event.title,
            anchors=tuple(sorted(self.anchors, key=lambda anchor: instant(opening(anchor.at, calendar.zone)))),
            phases=tuple(self.phases[phase.id] for phase in playbook.phases if phase.id in self.phases),
            items=items,
            roles={role: title for role, title in playbook.roles.items() if role not in self.stand_ins},
            boards=dict(playbook.boards),
            names=names_of(playbook),
            figures=figures,
            dropped=tuple(self.dropped[part.id] for part in parts(playbook) if part.id in self.dropped),
            problems=(
                *calendar.problems,
                *unpublished(playbook, self.items, calendar.workdays, first + MARGIN, last - MARGIN),
            ),
            holidays=self._holidays(first, last),
            makeup=frozenset(day for day in calendar.workdays.work if first <= day <= last),
            redlines=redlines_of(playbook),
            event_origin=anchors.event_origin(playbook, calendar.options.event),
            formerly=ids(playbook),
        )

    def _sorted(self) -> tuple[Item, ...]:
        """By start, then end, then the order of the file."""
        place = {task.id: number for number, task in enumerate(self.playbook.tasks)}
        zone = self.calendar.zone

        def key(item: Item) -> tuple[datetime, datetime, int]:
            start = instant(opening(item.start, zone))
            end = instant(closing(item.end, zone)) if item.end is not None else FAR
            return start, end, place[item.card.task]

        return tuple(sorted(self.items, key=key))

    def _extent(self) -> tuple[date, date]:
        """The plan's first and last day, with a margin."""
        stamps = [s for reach in self.calendar.reaches.values() for s in reach if s is not None]
        zone, event = self.calendar.zone, self.calendar.options.event
        days = [event, *(opening(stamp, zone).date() for stamp in stamps)]
        return min(days) - MARGIN, max(days) + MARGIN

    def _holidays(self, first: date, last: date) -> dict[date, Text]:
        workdays = self.calendar.workdays
        return {day: workdays.holiday(day) or Text("", "") for day in sorted(workdays.off) if first <= day <= last}


def _whole_phase(owner: Owner, phase: str) -> Slot:
    start, end = owner.home()
    return Slot(None, start, end, steps=(Step("phase", start, (phase, end)),))
