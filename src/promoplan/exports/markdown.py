"""Markdown that any reader shows alike: user text escaped, task lists, the checklist of one task."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from promoplan.engine.market import market
from promoplan.engine.words import Words, clock, lost_ticks
from promoplan.model.plan import Card, Item, Plan
from promoplan.rules.stamp import Stamp, is_same
from promoplan.text import one_line

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&$])")
"""Signs that mean something wherever they stand in a line."""
LEADING = re.compile(r"([-+=]|\d+[.)])")
"""Signs that would make a list or a heading at the start of a line."""

MOST_DAYS = 12
"""Days of a repeat that are named."""


def escape(text: str) -> str:
    """Text on one line that shows as it was typed."""
    line = SPECIAL.sub(r"\\\1", one_line(text))
    if match := LEADING.match(line):
        at = match.end() - 1
        return f"{line[:at]}\\{line[at:]}"
    return line


def box(text: str, *, ticked: bool = False) -> str:
    """A line to tick off."""
    return f"- [{'x' if ticked else ' '}] {text}"


def boxes(card: Card, ticked: frozenset[int], words: Words) -> Iterator[str]:
    """The checklist of a task."""
    for number, line in enumerate(card.checklist, 1):
        yield box(escape(words.of(line)), ticked=number in ticked)


def who(item: Item, plan: Plan, words: Words) -> str:
    return escape(words.who(item, plan))


def when(item: Item, plan: Plan, words: Words) -> str:
    """`09-02 周一 00:00–03:00 (America/Los_Angeles …) · D`."""
    stamps = " ".join(filter(None, (words.window(item.start, item.end, plan), escape(words.market(item)))))
    return f"{stamps} {words.dot} {words.distance(item.end if item.end is not None else item.start, plan)}"


def hours(item: Item, words: Words) -> str:
    """The clocks of an item alone: `20:00`, `00:00–03:00`; empty for whole days."""
    return span(item.start, item.end, words) if isinstance(item.start, datetime) else ""


def market_hours(item: Item, words: Words) -> str:
    """The same on the clocks of its market, with the zone."""
    there = market(item)
    return escape(f"{there.zone} {span(there.start, there.end, words)}") if there else ""


def span(start: datetime, end: Stamp | None, words: Words) -> str:
    if not isinstance(end, datetime) or is_same(start, end):
        return clock(start)
    last = "24:00" if clock(end) == "00:00" else clock(end)
    return f"{clock(start)}{words.to}{last}"


def times(group: list[Item], plan: Plan, words: Words) -> str:
    """The days of a repeat: one after the other as a span, a few by name, many by the first, the last and a count."""
    days = list(dict.fromkeys(item.first_day(plan.zone) for item in group))
    if len(days) > 1 and days[-1] - days[0] == timedelta(days=len(days) - 1):
        return words.window(days[0], days[-1], plan)
    if len(days) <= MOST_DAYS:
        return words.listed(words.day(day, plan) for day in days)
    return f"{words.window(days[0], days[-1], plan)}, {words.number(len(days), '天', 'day')}"


def checklist(items: list[Item], plan: Plan, words: Words) -> str:
    """One task's checklist under its title, time and roles; of a repeat the lines are still to be ticked."""
    first = items[0]
    if len(items) == 1:
        title, days, ticked = words.title(first), when(first, plan, words), first.state.checked
    else:
        title, days, ticked = words.of(first.card.title), times(items, plan, words), frozenset()
    lines = [f"## {escape(title)}", "", f"{days} {words.dot} {who(first, plan, words)}", ""]
    lost = [line for item in items if item.state.lost for line in ("", f"> {escape(lost_ticks(item, words))}")]
    return "\n".join([*lines, *boxes(first.card, ticked, words), *lost]).rstrip() + "\n"
