"""Moving one item by itself: where it goes, and when that is no longer by itself."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from promoplan.engine.events import dates
from promoplan.errors import usage
from promoplan.model.plan import Item
from promoplan.rules.stamp import Stamp, day_of, real

Pin = Mapping[str, Any]


def shifted(item: Item, to: Stamp, zone: ZoneInfo) -> Item:
    """The item with another start and its old length; given a day, a moment keeps its time. Raises PromoplanError."""
    if isinstance(to, datetime) and not isinstance(item.start, datetime):
        raise usage("whole-day", name=item.id)
    length = timedelta(days=(day_of(to, zone) - item.first_day(zone)).days)
    if isinstance(to, datetime) and isinstance(item.start, datetime):
        length = _wall(to, zone) - _wall(item.start, zone)
    try:
        end = _later(item.end, length, zone) if item.end is not None else None
        return replace(item, start=_later(item.start, length, zone), end=end)
    except OverflowError:
        raise usage("date-out-of-range", name=item.id) from None


def _later(stamp: Stamp, length: timedelta, zone: ZoneInfo) -> Stamp:
    """So much later by the clock on the wall: ten o'clock stays ten o'clock when summer time begins."""
    return real((_wall(stamp, zone) + length).replace(tzinfo=zone)) if isinstance(stamp, datetime) else stamp + length


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def pin_at(item: Item, rule: Item, before: Pin | None) -> Pin | None:
    """How the log fixes an item at its dates: not at all where its rule puts it there, unless it was pinned on purpose.

    `rule` is the item where its rule puts it, `before` how it was fixed until now.
    """
    held = bool(before and before.get("held"))
    if (item.start, item.end) == (rule.start, rule.end) and not held:
        return None
    return {**dates(item), **({"held": True} if held else {})}
