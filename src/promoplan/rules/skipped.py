"""Times of day that the clocks skip when they are put forward: 02:30 on the night summer time begins.

What is set for such a time happens as much later as the clocks jump, as RFC 5545 has it, and the plan says so.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from promoplan.rules.base import Dates
from promoplan.rules.stamp import Step, Steps, instant, later


def told(written: time, moment: datetime, zone: ZoneInfo, dates: Dates) -> Steps:
    """The step for a moment that should be at a time of day in `zone` and is not; warns of it.

    The step keeps which time was written, in which zone, and how many seconds later it is.
    """
    there = moment.astimezone(zone)
    if there.time() == written:
        return ()
    asked = datetime.combine(there, written)
    clock = f"{asked:%Y-%m-%d %H:%M}"
    dates.warn("missing-hour", text=clock, zone=zone.key, moved=f"{there:%Y-%m-%d %H:%M}")
    return (Step("skipped", moment, (clock, zone.key, int((there.replace(tzinfo=None) - asked).total_seconds()))),)


def follow(start: datetime, end: datetime, steps: Steps) -> tuple[datetime, Steps]:
    """The end of a span whose start was moved past it: moved as far. `steps` are those of the start."""
    moved = next((step for step in steps if step.kind == "skipped"), None)
    if moved is None or instant(start) <= instant(end):
        return end, ()
    end = later(end, timedelta(seconds=moved.args[2]))
    return end, (moved._replace(stamp=end),)
