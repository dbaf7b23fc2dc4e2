"""Rolling off a rest day: a day task moves to a working day; of a span, the day it is due does."""

from dataclasses import replace
from datetime import date

from promoplan.rules.base import Slot
from promoplan.rules.stamp import Step, is_moment
from promoplan.workdays import Roll, Workdays


def rolled(slot: Slot, way: Roll, workdays: Workdays, earliest: date | None = None) -> Slot:
    """The slot on working days, though not before `earliest`; moments stay: an hour that was set is meant."""
    if way == "none" or slot.end is None or is_moment(slot.end):
        return slot
    end = workdays.roll(slot.end, way)
    is_day = slot.start == slot.end
    if end == slot.end or (is_day and earliest is not None and end < earliest):
        return slot
    if is_day:
        start = end
    else:
        start, end = slot.start, max(slot.start, end)
    return replace(slot, start=start, end=end, steps=(*slot.steps, Step("roll", end, (way, slot.end))))
