"""A task that uses a new platform feature starts no earlier than the feature is expected.

An announcement such as "early September" counts from its first day: the earliest day the feature may be live.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from promoplan.engine.dates import Calendar, Part
from promoplan.errors import Problem
from promoplan.model.fields import expected_days
from promoplan.model.playbook import Task
from promoplan.rules.base import Slot
from promoplan.rules.stamp import Step, day_of


class Launch(NamedTuple):
    """The day a feature is expected."""

    feature: str
    day: date


def latest(task: Task, calendar: Calendar) -> Launch | None:
    """The last of the launches a task waits for."""
    known = calendar.playbook.features
    launches = [Launch(name, expected_days(known[name].expected)[0]) for name in task.features if name in known]
    return max(launches, key=lambda launch: launch.day, default=None)


def after_launch(slots: list[Slot], task: Task, part: Part, calendar: Calendar) -> list[Slot]:
    """The slots without what lies before the launch; says so when that changes anything."""
    launch = latest(task, calendar)
    if launch is None or not slots or day_of(slots[0].start, calendar.zone) >= launch.day:
        return slots
    last = calendar.reaches[part.id].end
    ends = last is not None and day_of(last, calendar.zone) < launch.day
    args = {"name": part.id, "feature": calendar.playbook.features[launch.feature].title, "live": launch.day}
    if ends:
        calendar.problems.append(Problem("after-end", {**args, "end": last}, part.path))
    else:
        calendar.problems.append(Problem("before-feature", {**args, "start": slots[0].start}, part.path))
    return list(_moved(slots, launch, calendar))


def _moved(slots: list[Slot], launch: Launch, calendar: Calendar) -> Iterator[Slot]:
    """A single slot starts on the launch day; of a repeat, what comes before it falls away, but the last one stays."""
    for slot in slots:
        if day_of(slot.start, calendar.zone) >= launch.day:
            yield slot
        elif slot is slots[-1] or (slot.end and day_of(slot.end, calendar.zone) >= launch.day):
            step = Step("feature", launch.day, (launch.feature,))
            end = slot.end if slot.end is None or day_of(slot.end, calendar.zone) >= launch.day else launch.day
            yield replace(slot, start=launch.day, end=end, steps=(*slot.steps, step))
