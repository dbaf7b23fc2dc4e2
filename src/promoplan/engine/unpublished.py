"""Working days that no notice has settled yet: which tasks hang on them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from promoplan.engine.counting import told_days
from promoplan.errors import Problem
from promoplan.model.plan import Item
from promoplan.model.playbook import Playbook
from promoplan.rules.stamp import Stamp, Step
from promoplan.text import Text
from promoplan.workdays import Workdays, counted

PATH = ("event", "reference")

NAMED = 4
"""Tasks that a warning names."""


def unpublished(
    playbook: Playbook, dated: Iterable[Item], workdays: Workdays, first: date, last: date
) -> Iterator[Problem]:
    """A warning for years of a plan without holiday data, and one for days that the next notice may still move."""
    items = [(item, list(_counted(item))) for item in dated]
    years = [year for year in range(first.year, last.year + 1) if year not in workdays.years]
    if years:
        yield _unknown(
            years, _titles(i for i, ways in items if any(a.year <= y <= b.year for a, b in ways for y in years))
        )
    days = sorted(workdays.unsettled)
    rolled = {task.id for task in playbook.tasks if task.roll != "none"}
    touched = _titles(
        item
        for item, ways in items
        if any(a <= day <= b for a, b in ways for day in days) or (item.card.task in rolled and item.end in days)
    )
    if touched:
        yield Problem("unsettled-days", {**told_days(days), "tasks": _some(touched)}, PATH)


def _unknown(years: list[int], touched: list[Text]) -> Problem:
    args = {"years": ", ".join(map(str, years))}
    if not touched:
        return Problem("unknown-year-date", args, PATH)
    return Problem("unknown-year", {**args, "tasks": _some(touched)}, PATH)


def _titles(items: Iterable[Item]) -> list[Text]:
    """Of each task once."""
    return list({item.card.task: item.card.title for item in items}.values())


def _some(titles: list[Text]) -> Text:
    """The first titles, and how many there are: a whole plan of them is read by nobody."""
    zh = "、".join(title.of("zh") for title in titles[:NAMED])
    en = ", ".join(title.of("en") for title in titles[:NAMED])
    if len(titles) <= NAMED:
        return Text(zh, en)
    return Text(f"{zh} 等 {len(titles)} 个任务", f"{en} and {len(titles) - NAMED} more tasks")


def _counted(item: Item) -> Iterator[tuple[date, date]]:
    """The days that an item's rule looked at to tell working days from others, from the first to the last."""
    before: Stamp | None = None
    for step in item.steps:
        if step.stamp is not None and _counts(step):
            day = _day(step.stamp)
            if step.kind == "roll":
                yield min(step.args[1], day), max(step.args[1], day)
            else:
                yield counted(_day(before) if before is not None and step.kind == "shift" else day, day)
        before = step.stamp


def _counts(step: Step) -> bool:
    """Whether a step counted working days."""
    return step.kind == "roll" or (step.kind == "shift" and step.args[1] == "wd") or step.args[:1] == ("workday",)


def _day(stamp: Stamp) -> date:
    return stamp.date() if isinstance(stamp, datetime) else stamp
