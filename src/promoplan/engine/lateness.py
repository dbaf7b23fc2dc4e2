"""Who is late, by how much, and who waits for whom."""

from collections.abc import Iterable, Mapping
from datetime import date

from promoplan.model.plan import Item, Plan


def days_late(item: Item, plan: Plan, today: date) -> int:
    """Working days since an open item was due; 0 when it is closed, standing or not late."""
    due = item.last_day(plan.zone)
    if item.state.is_closed or item.card.kind == "standing" or due >= today:
        return 0
    return max(plan.worked.between(due, today), 1)


def open_items(plan: Plan) -> Mapping[str, list[Item]]:
    """The items of each task that are not closed, standing rules aside."""
    found: dict[str, list[Item]] = {}
    for item in plan.items:
        if not item.state.is_closed and item.card.kind == "task":
            found.setdefault(item.card.task, []).append(item)
    return found


def waits_for(item: Item, still_open: Mapping[str, list[Item]], plan: Plan, today: date) -> list[Item]:
    """What keeps an item from going on: open items of the tasks it needs that are due, or all if it is blocked."""
    needed = [each for need in item.card.needs for each in still_open.get(need, ())]
    if item.state.status == "blocked":
        return needed
    return [each for each in needed if each.last_day(plan.zone) < today]


def awaited(mine: Iterable[Item], plan: Plan, today: date) -> list[tuple[Item, list[Item]]]:
    """My late items, each with the open items of others that need it."""
    waiting: dict[str, list[Item]] = {}
    for items in open_items(plan).values():
        for need in items[0].card.needs:
            waiting.setdefault(need, []).append(items[0])
    return [
        (item, waiting[item.card.task]) for item in mine if item.card.task in waiting and days_late(item, plan, today)
    ]
