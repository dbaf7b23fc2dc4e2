"""A plan on one day as one reader sees it, and where each item stands: in marks, days late and whom it waits for."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from rich.text import Text as Line

from promoplan.engine.lateness import days_late, open_items, waits_for
from promoplan.engine.words import Words
from promoplan.model.plan import Item, Plan

MARKS: Mapping[str, tuple[str, str]] = {
    "done": ("✓ ", "[x] "),
    "skipped": ("– ", "[-] "),
    "started": ("▸ ", "[>] "),
    "blocked": ("! ", "[!] "),
    "open": ("", ""),
}
"""Before the title of an item of each status; the second for consoles that take ASCII only."""

UNSETTLED = ("? ", "[?] ")
"""Two people said different things of it."""

LATE, WAITING, CLOSED = "red", "yellow", "dim"

MOST_WAITS = 2


class Sight(NamedTuple):
    """What every row of a list needs."""

    plan: Plan
    today: date
    words: Words
    still_open: Mapping[str, list[Item]]


def sight(plan: Plan, today: date, words: Words) -> Sight:
    return Sight(plan, today, words, open_items(plan))


def mark(item: Item, words: Words) -> str:
    return (UNSETTLED if item.state.others else MARKS[item.state.status])[words.plain]


def title_cell(item: Item, seen: Sight) -> Line:
    """The title with its mark; how late it is behind it, whom it waits for below."""
    line = Line(f"{mark(item, seen.words)}{seen.words.title(item)}")
    if late := days_late(item, seen.plan, seen.today):
        line.append(f" {seen.words.dot} {seen.words.late(late)}", style=LATE)
    return under(line, item, seen)


def under(line: Line, item: Item, seen: Sight) -> Line:
    """A title with the lines below it: why it is stuck, and whom it waits for."""
    words, state = seen.words, item.state
    stuck = (
        [words.say("卡住: ", "blocked: ") + words.safe(state.note)] if state.status == "blocked" and state.note else []
    )
    for told in (*stuck, *waits(item, seen)):
        line.append(f"\n{told}", style=WAITING)
    return line


def waits(item: Item, seen: Sight) -> Iterator[str]:
    """What keeps an item from going on, and with whom it lies; a line each, of many the first."""
    words = seen.words
    if item.state.is_closed:
        return
    found = waits_for(item, seen.still_open, seen.plan, seen.today)
    for each in found[:MOST_WAITS]:
        yield waits_on(each, seen)
    if more := len(found[MOST_WAITS:]):
        yield words.say(f"还等 {more} 项", f"and on {more} more")


def waits_on(needed: Item, seen: Sight) -> str:
    """`waits on Design: Finish the main image, due 10-18, 1 working day late`."""
    words, due = seen.words, needed.last_day(seen.plan.zone)
    who = words.who(needed, seen.plan)
    told = words.say(f"等 {who}: {words.title(needed)}", f"waits on {who}: {words.title(needed)}")
    if due != date.max:
        told += words.say(f", {due:%m-%d} 到期", f", due {due:%m-%d}")
    late = days_late(needed, seen.plan, seen.today)
    return f"{told}, {words.late(late)}" if late else told
