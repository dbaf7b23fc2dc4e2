"""What other dates do to a plan: each item before and after, then the count in one line."""

from collections.abc import Iterator
from datetime import date, timedelta

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Line

from promoplan.engine.moving import AnchorChange, Change, Comparison, Kind
from promoplan.engine.reasons import reason
from promoplan.engine.words import Words
from promoplan.model.plan import Plan
from promoplan.rules.stamp import Reach, Stamp, day_of
from promoplan.views.table import heading

SHOWN: tuple[Kind, ...] = ("moved", "new", "dropped", "pinned")
"""What has a row of its own; what is done is only counted."""


def render(found: Comparison, today: date, words: Words) -> Iterator[RenderableType]:
    """What `move` is about to do."""
    yield from compared(found, words, [*heads(found, words), *_stays(found, words)], today)


def compared(found: Comparison, words: Words, above: list[Line], today: date = date.min) -> Iterator[RenderableType]:
    """The lines above, the table, the count."""
    yield from above
    if table := rows(found, today, words):
        if above:
            yield Line()
        yield table
    yield Line()
    yield heading(summary(found, today, words))


def heads(found: Comparison, words: Words) -> Iterator[Line]:
    """The event and the anchors that have another date."""
    before, after = found.before, found.after
    year = _year(found)
    if before.event != after.event:
        dates = f"{words.day(before.event, before, year=True)} {words.arrow} {words.day(after.event, after, year=True)}"
        yield heading(f"{words.of(after.event_title)}: {dates} ({_shift(after.event - before.event, words)})")
    for anchor in found.anchors:
        yield heading(_anchor(anchor, found, words, year=year))


def _stays(found: Comparison, words: Words) -> Iterator[Line]:
    """The anchors that do not follow the event."""
    moved = {anchor.id for anchor in found.anchors}
    for each in found.after.anchors:
        if found.before.event != found.after.event and each.id not in moved:
            at = words.window(each.at, each.last, found.after, year=_year(found))
            yield Line(f"{words.of(each.title)}: {at} {words.say('不动', 'stays')}", style="dim")


def _anchor(anchor: AnchorChange, found: Comparison, words: Words, *, year: bool) -> str:
    none = words.say("没有", "none")
    was = words.window(*anchor.was, found.before, year=year) if anchor.was is not None else none
    now = words.window(*anchor.now, found.after, year=year) if anchor.now is not None else none
    return f"{words.of(anchor.title)}: {was} {words.arrow} {now}"


def _year(found: Comparison) -> bool:
    """Whether dates need their year to be understood."""
    days = [found.before.event, found.after.event]
    for change in found.changes:
        days += [day_of(reach.start, found.after.zone) for reach in (change.was, change.now) if reach]
    return len({day.year for day in days}) > 1


def rows(found: Comparison, today: date, words: Words) -> Table | None:
    """A row an item; repeats that move alike share one."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for title, options in (
        (words.say("任务", "item"), {"ratio": 4}),
        (words.say("原来", "was"), {"ratio": 3}),
        (words.say("现在", "now"), {"ratio": 3, "style": "cyan"}),
        (words.say("天数", "days"), {"justify": "right", "no_wrap": True}),
        (words.say("原因", "why"), {"ratio": 3, "style": "dim"}),
    ):
        table.add_column(title, overflow="fold", **options)
    late = {item.id for item in found.newly_overdue(today)}
    for group in _groups(found):
        table.add_row(*_cells(group, found, late, words))
    return table if table.row_count else None


def _groups(found: Comparison) -> list[list[Change]]:
    """Changes of one task that are alike, in the place of the first."""
    groups: dict[object, list[Change]] = {}
    for change in found.of(*SHOWN):
        item = change.item
        groups.setdefault((item.card.task, change.kind, change.shift(), item.state.is_pinned), []).append(change)
    return list(groups.values())


def _cells(group: list[Change], found: Comparison, late: set[str], words: Words) -> list[Line]:
    change, year = group[0], _year(found)
    item = change.item
    title = Line(words.title(item) if len(group) == 1 else words.of(item.card.title))
    title.append(f" {item.id if len(group) == 1 else item.card.task}", style="dim")
    if len(group) > 1:
        title.append(f" {'x' if words.plain else '×'}{len(group)}", style="dim")
    shift = change.shift()
    why = Line(reason(change, found, words))
    if late_now := sum(each.item.id in late for each in group):
        why.append(words.say(" 逾期", " overdue") + (f" {late_now}" if len(group) > 1 else ""), style="bold red")
    return [
        title,
        Line(_dates([each.was for each in group], found.before, words, year=year)),
        Line(_now(group, found, words, year=year)),
        Line(_shift(shift, words) if shift is not None and change.kind == "moved" else ""),
        why,
    ]


def _now(group: list[Change], found: Comparison, words: Words, *, year: bool) -> str:
    if group[0].kind == "pinned":
        return words.say("不动", "stays")
    if group[0].kind == "dropped":
        return words.say("去掉", "dropped")
    return _dates([each.now for each in group], found.after, words, year=year)


def _dates(reaches: list[Reach | None], plan: Plan, words: Words, *, year: bool) -> str:
    """One window; of repeats the first and the last day."""
    known = [reach for reach in reaches if reach is not None]
    if not known:
        return words.say("没有", "none")
    if len(known) == 1:
        return words.window(known[0].start, known[0].end, plan, year=year)
    days: list[Stamp] = sorted(day_of(reach.start, plan.zone) for reach in known)
    return words.window(days[0], days[-1], plan, year=year)


def _shift(shift: timedelta, words: Words) -> str:
    """`+3`; within a day `+1 h`."""
    if shift.seconds == 0:
        return f"{shift.days:+d}"
    minutes = round(shift.total_seconds() / 60)
    unit = words.say("小时", "h") if minutes % 60 == 0 else words.say("分", "min")
    return f"{minutes // 60 if minutes % 60 == 0 else minutes:+d} {unit}"


def summary(found: Comparison, today: date, words: Words) -> str:
    """`moved 21 · kept 3 done, 1 pinned · newly overdue 2`."""
    count = {kind: len(found.of(kind)) for kind in ("moved", "new", "dropped", "done", "skipped", "pinned")}
    parts = [words.say(f"移动 {count['moved']} 项", f"moved {count['moved']}")]
    for kind, zh, en in (("new", "新增", "new"), ("dropped", "去掉", "dropped")):
        if count[kind]:
            parts.append(words.say(f"{zh} {count[kind]}", f"{en} {count[kind]}"))
    kept = [
        words.say(f"{zh} {count[kind]}", f"{count[kind]} {en}")
        for kind, zh, en in (("done", "已完成", "done"), ("skipped", "跳过", "skipped"), ("pinned", "钉住", "pinned"))
        if count[kind]
    ]
    if kept:
        parts.append(words.say("不动: ", "kept ") + ", ".join(kept))
    if late := len(found.newly_overdue(today)):
        parts.append(words.say(f"新逾期 {late}", f"newly overdue {late}"))
    return f" {words.dot} ".join(parts)
