"""Rolling off a rest day: a day task moves to a working day; of a span, the day it is due does.

A span without a working day moves as a day does: there is nobody to do it in those days.
"""

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
    is_before = end < slot.start
    if end == slot.end or ((is_day or is_before) and earliest is not None and end < earliest):
        return slot
    start = end if is_day or is_before else slot.start
    return replace(slot, start=start, end=end, steps=(*slot.steps, Step("roll", end, (way, slot.end))))
