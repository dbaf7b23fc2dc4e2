"""A task that uses a new platform feature starts no earlier than the feature is expected.

An announcement such as "early September" counts from its first day: the earliest day the feature may be live.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from promoplan.engine.dates import Calendar, Part
from promoplan.errors import Problem
from promoplan.model.fields import expected_days
from promoplan.model.playbook import Task
from promoplan.rules.base import Slot
from promoplan.rules.point import EVENT
from promoplan.rules.stamp import Stamp, Step, day_of, is_moment, last_day, opening


class Launch(NamedTuple):
    """When a feature is expected."""

    feature: str
    day: date
    """The first day it may be live."""
    latest: date


def latest(task: Task, calendar: Calendar) -> Launch | None:
    """The last of the launches a task waits for."""
    known = calendar.playbook.features
    launches = [Launch(name, *expected_days(known[name].expected)) for name in task.features if name in known]
    return max(launches, key=lambda launch: launch.day, default=None)


def after_launch(slots: list[Slot], launch: Launch, part: Part, calendar: Calendar) -> list[Slot]:
    """The slots without what lies before the launch; none when the task's phase is over by then. Says so either way."""
    args = {"name": part.id, "feature": calendar.playbook.features[launch.feature].title, "live": launch.day}
    first = day_of(slots[0].start, calendar.zone)
    if first >= launch.day:
        if first < launch.latest:
            told = {**args, "start": slots[0].start, "latest": launch.latest}
            calendar.problems.append(Problem("feature-unsure", told, part.path))
        return slots
    reach = calendar.reaches[part.id]
    home = calendar.reach(part.inside or EVENT)
    if _is_over(*home, launch.day, calendar.zone):
        calendar.problems.append(Problem("after-phase", args, part.path))
        return []
    if _is_over(*reach, launch.day, calendar.zone):
        calendar.problems.append(Problem("after-end", {**args, "end": reach.end}, part.path))
    else:
        calendar.problems.append(Problem("before-feature", {**args, "start": slots[0].start}, part.path))
    return list(_moved(slots, launch, calendar))


def _moved(slots: list[Slot], launch: Launch, calendar: Calendar) -> Iterator[Slot]:
    """A single slot starts on the launch day; of a repeat, what comes before it falls away, but the last one stays."""
    for slot in slots:
        if day_of(slot.start, calendar.zone) >= launch.day:
            yield slot
        elif slot is slots[-1] or not _is_over(slot.start, slot.end, launch.day, calendar.zone):
            yield _at_launch(slot, launch, calendar.zone)


def _at_launch(slot: Slot, launch: Launch, zone: ZoneInfo) -> Slot:
    """The slot from the launch on; one that was over before takes the launch day."""
    end = launch.day if _is_over(slot.start, slot.end, launch.day, zone) else slot.end
    start = opening(launch.day, zone) if is_moment(end) else launch.day
    return replace(slot, start=start, end=end, steps=(*slot.steps, Step("feature", start, (launch.feature,))))


def _is_over(start: Stamp, end: Stamp | None, day: date, zone: ZoneInfo) -> bool:
    return end is not None and last_day(start, end, zone) < day
