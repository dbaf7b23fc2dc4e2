"""The clock of the market that an item is set for: a Californian morning is a night in Beijing."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from promoplan.model.plan import Item
from promoplan.rules.stamp import Steps


class Market(NamedTuple):
    """An item's hours as the clocks of its market show them; no end means open."""

    zone: str
    start: datetime
    end: datetime | None


def market(item: Item) -> Market | None:
    """The market's own hours, if the item's rule names a zone that is not the plan's."""
    start, end, zone = item.start, item.end, _zone(item.steps)
    if not zone or not isinstance(start, datetime) or getattr(start.tzinfo, "key", "") == zone:
        return None
    there = ZoneInfo(zone)
    return Market(zone, start.astimezone(there), end.astimezone(there) if isinstance(end, datetime) else None)


def _zone(steps: Steps) -> str:
    """The zone that the last step with hours or a time of day was written in; empty where that is the plan's own."""
    for step in reversed(steps):
        if step.kind == "hours":
            return str(step.args[0]).partition(" ")[2]
        if step.kind == "time":
            return str(step.args[1])
    return ""
