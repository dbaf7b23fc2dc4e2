"""The year's promotions in words: when, from when to prepare, with which playbook, and what to confirm."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Line

from promoplan.engine.overlap import Overlap, overlaps
from promoplan.engine.words import Words, clock
from promoplan.engine.yearbook import BEIJING, Entry, Yearbook, to_type
from promoplan.model.promotions import MARKETS
from promoplan.rules.stamp import Stamp, day_of
from promoplan.text import Text
from promoplan.views import yearbars
from promoplan.views.summary import to_go
from promoplan.views.table import heading, pairs

INDENT = "  "


def render(
    book: Yearbook, today: date, titles: Mapping[str, Text], width: int, words: Words
) -> Iterator[RenderableType]:
    """The bars, the promotions one by one, and which preparations fall on the same days."""
    count = words.number(len(book.entries), "场活动", "promotion")
    yield heading(words.say(f"{book.year} 年大促日历", f"Promotions of {book.year}") + f" {words.dot} {count}")
    yield from yearbars.render(book, today, width, words)
    yield from _next(book, today, words)
    for entry in book.entries:
        yield from _block(entry, book, titles, width, words)
    if book.ahead:
        yield Line()
        yield heading(
            words.say(
                f"{book.year + 1} 年的活动, 今年就要动手", f"Of {book.year + 1}, to be prepared from this year on"
            )
        )
        for entry in book.ahead:
            yield from _block(entry, book, titles, width, words)
    yield from _overlaps(book, words)
    yield Line()
    days = [f"{words.of(festival.title)} {words.day(day)}" for festival, day in book.festivals]
    parts = [f"{words.say('节日', 'Festivals')}: {days[0]}", *days[1:]]
    yield from (Line(line, style="dim") for line in yearbars.packed(parts, "  ", width))


def _next(book: Yearbook, today: date, words: Words) -> Iterator[RenderableType]:
    """What runs and what is being prepared today, and what comes next; only in the year itself."""
    if today.year != book.year:
        return
    entries = (*book.entries, *book.ahead)
    dated = [(e, e.prepare.start, e.prepare.end) for e in entries if e.prepare.start and e.prepare.end]
    running = [yearbars.label(entry, book, words) for entry in entries if entry.runs(today)]
    now = [yearbars.label(entry, book, words) for entry, start, end in dated if start <= today <= end]
    yield Line()
    if running:
        yield Line(words.say(f"正在进行: {words.listed(running)}", f"Running now: {words.listed(running)}"))
    if now:
        yield Line(words.say(f"现在该在准备: {words.listed(now)}", f"Now in preparation: {words.listed(now)}"))
    coming = min(((start, entry) for entry, start, _ in dated if start > today), key=lambda each: each[0], default=None)
    if coming:
        start, entry = coming
        name, day = yearbars.label(entry, book, words), words.day(start)
        gone = to_go(start, today, words)
        yield Line(words.say(f"接下来: {day} 开始准备{name}, {gone}", f"Next: prepare {name} from {day}, {gone}"))


def _block(
    entry: Entry, book: Yearbook, titles: Mapping[str, Text], width: int, words: Words
) -> Iterator[RenderableType]:
    promotion = entry.promotion
    yield Line()
    name = yearbars.label(entry, book, words)
    yield Line.assemble((name, "bold"), (f" {words.dot} {words.of(MARKETS[promotion.market])}", "dim"))
    rows = [
        (words.say("日期", "Date"), _date(entry, book, words)),
        (words.say("准备", "Prepare"), _prepare(entry, book, titles, words)),
    ]
    if entry.certainty != "official" and promotion.confirm:
        rows.append((words.say("待确认", "Confirm"), words.of(promotion.confirm)))
    notes = (promotion.note, entry.schedule and entry.schedule.note, promotion.playbook and promotion.playbook.note)
    rows += [(words.say("说明", "Note"), words.of(note)) for note in notes if note]
    yield pairs((f"{INDENT}{key}", value) for key, value in rows)
    yield from (Line(line, style="cyan") for line in _command(to_type(entry), width))


def _date(entry: Entry, book: Yearbook, words: Words) -> str:
    """The span and how it is known."""
    known = {
        "fixed": words.say("每年固定", "the same every year"),
        "lunar": words.say("按农历", "by the lunar calendar"),
        "official": words.say(f"官方 ({entry.source})", f"official ({entry.source})"),
        "confirm": words.say("推算, 待确认", "assumed, to confirm"),
    }[entry.certainty]
    if entry.opens is None or entry.closes is None:
        between = f" ({_span(*entry.window, book, words)})" if entry.window else ""
        return words.say(f"待确认{between}", f"to confirm{between}")
    shown = _span(entry.opens, entry.closes, book, words)
    return f"{shown}{_platform(entry.opens, entry.closes, entry.promotion.zone, words)} {words.dot} {known}"


def _platform(opens: Stamp, closes: Stamp, zone: str, words: Words) -> str:
    """The days on the platform's own clock, where that is not Beijing's."""
    if zone == BEIJING.key or not isinstance(opens, datetime):
        return ""
    first, last = (words.day(day_of(stamp, ZoneInfo(zone))) for stamp in (opens, closes))
    return f" {words.say('北京时间', 'Beijing time')} ({zone} {first} {words.dots} {last})"


def _span(opens: Stamp, closes: Stamp, book: Yearbook, words: Words) -> str:
    first = _stamp(opens, book, words)
    return first if opens == closes else f"{first} {words.dots} {_stamp(closes, book, words)}"


def _stamp(stamp: Stamp, book: Yearbook, words: Words) -> str:
    """A day or a moment in Beijing; with the year where it is not the calendar's."""
    day = day_of(stamp, BEIJING)
    shown = words.day(day, year=day.year != book.year)
    return f"{shown} {clock(stamp.astimezone(BEIJING))}" if isinstance(stamp, datetime) else shown


def _prepare(entry: Entry, book: Yearbook, titles: Mapping[str, Text], words: Words) -> str:
    prepare = entry.prepare
    if prepare.start and prepare.end:
        start = _stamp(prepare.start, book, words)
        when = words.say(f"{start} 起, {prepare.days} 天", f"from {start}, {words.number(prepare.days, '', 'day')}")
    else:
        when = words.say(f"开场前约 {prepare.days} 天", f"about {prepare.days} days before it opens")
        if prepare.start:
            start = _stamp(prepare.start, book, words)
            when += words.say(f", 最早 {start} 就要动手", f", at the earliest from {start}")
    serving = entry.promotion.playbook
    if serving is None:
        return f"{when} {words.dot} {words.of(prepare.reason)}"
    first = words.say(f"第一阶段: {words.of(prepare.phase)}", f"first phase: {words.of(prepare.phase)}")
    title = words.of(titles[serving.name])
    return f"{when} {words.dot} {words.say('剧本', 'playbook')} {serving.name} ({title}), {first}"


def _command(pieces: list[str], width: int) -> Iterator[str]:
    """The line to type; where it is too long, it goes on after a backslash, as shells read it."""
    line = ""
    for piece in pieces:
        room = width - 2 if piece != pieces[-1] else width
        if line and cell_len(f"{line} {piece}") > room:
            yield f"{line} \\"
            line = f"{INDENT * 3}{piece}"
        else:
            line = f"{line} {piece}" if line else f"{INDENT}{piece}"
    if line:
        yield line


def _overlaps(book: Yearbook, words: Words) -> Iterator[RenderableType]:
    yield Line()
    found = overlaps((*book.entries, *book.ahead))
    if not found:
        yield Line(words.say("准备期没有重叠。", "No preparations overlap."))
        return
    yield heading(words.say("准备期重叠", "Overlapping preparations"))
    yield from (Padding(Line(_overlap(each, book, words)), (0, 0, 0, len(INDENT))) for each in found)


def _overlap(found: Overlap, book: Yearbook, words: Words) -> str:
    one, other = (yearbars.label(entry, book, words) for entry in (found.first, found.second))
    days = _span(found.start, found.end, book, words)
    shared = words.number(found.days, "天", "day")
    return words.say(
        f"{one}的准备和{other}的准备重叠 {shared}: {days}",
        f"{one} and {other} are prepared together for {shared}: {days}",
    )
