"""The plan as pages for the wall: phase by phase its rules, hours, shifts, repeats and days, with boxes to tick."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from promoplan.engine.words import Words
from promoplan.exports.markdown import box, boxes, escape, hours, market_hours, times, who
from promoplan.exports.table import Job
from promoplan.model.plan import Item, PhaseSpan, Plan
from promoplan.rules.stamp import DAY, day_of, instant, is_moment

FEW = 4
"""A task with more times than this in a phase gets one entry instead of one a day."""

NONE = timedelta()

Group = list[Item]
"""The items of one task."""


def render(job: Job) -> bytes:
    """The chosen items by phase; what was skipped is left out."""
    return "\n".join([*_pages(job), ""]).encode()


def _pages(job: Job) -> Iterator[str]:
    words, plan = Words(job.lang), job.plan
    yield f"# {escape(words.of(plan.title))} {words.dot} {escape(job.name)}"
    yield ""
    yield f"{escape(words.of(plan.event_title))}: {words.day(plan.event, plan, year=True)}"
    items = [item for item in job.items if item.state.status != "skipped"]
    if not items:
        yield from ("", words.say("没有符合条件的任务。", "No task fits."))
    for phase in plan.phases:
        mine = [item for item in items if item.card.phase == phase.id]
        if mine:
            yield from _phase(phase, mine, plan, words)


def _phase(phase: PhaseSpan, items: list[Item], plan: Plan, words: Words) -> Iterator[str]:
    outer = plan.phase(phase.inside) if phase.inside else None
    title = " / ".join(escape(words.of(each.title)) for each in (outer, phase) if each)
    yield from ("", f"## {title} {words.dot} {words.window(phase.start, phase.end, plan)}")
    if phase.goal:
        yield from ("", f"> **{words.say('目标', 'Goal')}**: {escape(words.of(phase.goal))}")
    kinds = _by_kind(items)
    on_watch = [group for group in kinds["standing"] if _has_hours(group)]
    yield from _section(words.say("这段时间的规矩", "Standing rules"), _standing(kinds["standing"], plan, words))
    yield from _section(words.say("每天的时段", "Hours of the day"), _hours(kinds["hours"] + on_watch, plan, words))
    yield from _section(words.say("排班", "Shifts"), _shifts(kinds["shifts"], plan, words))
    yield from _section(words.say("反复做", "Again and again"), _repeats(kinds["repeats"], plan, words))
    yield from _days([item for group in kinds["single"] for item in group], plan, words)
    yield from _section(words.say("红线, 不碰", "Red lines: never"), _redlines(phase, plan, words))


def _by_kind(items: list[Item]) -> dict[str, list[Group]]:
    by_task: dict[str, Group] = {}
    for item in items:
        by_task.setdefault(item.card.task, []).append(item)
    kinds: dict[str, list[Group]] = {"standing": [], "hours": [], "shifts": [], "repeats": [], "single": []}
    for group in by_task.values():
        kinds[_kind(group)].append(group)
    return kinds


def _kind(group: Group) -> str:
    if group[0].card.kind == "standing":
        return "standing"
    if group[0].label:
        return "shifts"
    if len(group) <= FEW:
        return "single"
    return "hours" if _has_hours(group) else "repeats"


def _has_hours(group: Group) -> bool:
    """Whether each time is a window within a day, not a moment and not a stretch of days."""
    return all(
        is_moment(item.start) and is_moment(item.end) and DAY > instant(item.end) - instant(item.start) > NONE
        for item in group
    )


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", f"### {title}", "", *found)


def _standing(groups: list[Group], plan: Plan, words: Words) -> Iterator[str]:
    for group in groups:
        card = group[0].card
        within = words.say(f"{card.within} 之内", f"within {card.within}") if card.within else ""
        rule = words.say("，", ", ").join(filter(None, (escape(words.of(card.trigger)), within)))
        yield f"- {_head(group[0], plan, words)}{': ' if rule else ''}{rule}"
        yield from (f"  - {escape(words.of(line))}" for line in card.checklist)


def _hours(groups: list[Group], plan: Plan, words: Words) -> Iterator[str]:
    """A row for each window, in the order of the day; a window that comes back on many days is one row."""
    rows: dict[tuple[str, str, str], Group] = {}
    for item in (item for group in groups for item in group):
        rows.setdefault((hours(item, words), market_hours(item, words), item.card.task), []).append(item)
    head = words.say("时段 | 对方时间 | 做什么 | 谁 | 哪几天", "Hours | Their time | What | Who | Days")
    if rows:
        yield from (f"| {head} |", "| --- | --- | --- | --- | --- |")
    for (here, there, _), group in sorted(rows.items(), key=lambda row: row[0][:2]):
        title = escape(words.title(group[0]))
        yield f"| {here} | {there} | {title} | {who(group[0], plan, words)} | {times(group, plan, words)} |"


def _shifts(groups: list[Group], plan: Plan, words: Words) -> Iterator[str]:
    if groups:
        yield from (f"| {words.say('时间 | 班次 | 谁', 'Time | Shift | Who')} |", "| --- | --- | --- |")
    for item in (item for group in groups for item in group):
        window = f"{words.window(item.start, item.end, plan)} {escape(words.market(item))}".strip()
        yield f"| {window} | {escape(words.title(item))} | {who(item, plan, words)} |"


def _repeats(groups: list[Group], plan: Plan, words: Words) -> Iterator[str]:
    for group in groups:
        ends = dict.fromkeys(" ".join(map(words.quantity, item.amounts)) for item in (group[0], group[-1]))
        amounts = f" {words.arrow} ".join(escape(text) for text in ends if text)
        parts = [_head(group[0], plan, words), times(group, plan, words), amounts]
        yield f" {words.dot} ".join(["- " + parts[0], *filter(None, parts[1:])])
        yield from (f"  - {escape(words.of(line))}" for line in group[0].card.checklist)


def _days(items: list[Item], plan: Plan, words: Words) -> Iterator[str]:
    """The other tasks under the days they have, in the order of time."""
    by_days: dict[tuple[object, object], list[Item]] = {}
    for item in sorted(items, key=plan.items.index):
        by_days.setdefault((item.first_day(plan.zone), item.last_day(plan.zone)), []).append(item)
    for group in by_days.values():
        first = day_of(group[0].start, plan.zone)
        last = group[0].last_day(plan.zone) if group[0].end is not None else None
        window = words.window(first, last, plan)
        yield from ("", f"### {window} {words.dot} {words.distance(last or first, plan)}", "")
        for item in group:
            yield from _entry(item, plan, words)


def _entry(item: Item, plan: Plan, words: Words) -> Iterator[str]:
    clock = f"{hours(item, words)} {escape(words.market(item))}".strip()
    parts = [_head(item, plan, words), *(escape(words.quantity(amount)) for amount in item.amounts), f"`{item.id}`"]
    yield box(f"{clock} {f' {words.dot} '.join(parts)}".strip(), ticked=item.state.status == "done")
    yield from (f"  {line}" for line in boxes(item.card, item.state.checked, words))


def _head(item: Item, plan: Plan, words: Words) -> str:
    return f"**{escape(words.title(item))}** {words.dot} {who(item, plan, words)}"


def _redlines(phase: PhaseSpan, plan: Plan, words: Words) -> Iterator[str]:
    for redline in plan.redlines:
        if phase.id in redline.phases:
            yield f"- **{escape(words.of(redline.title))}** {words.arrow} {escape(words.of(redline.lawful))}"
