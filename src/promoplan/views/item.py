"""All of one task: when, who, why, how, with what, and where it comes from."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.words import Words
from promoplan.model.plan import Card, Item, Plan
from promoplan.text import Text
from promoplan.views import progress
from promoplan.views.sight import Sight
from promoplan.views.table import heading, pairs

MOST_TIMES = 12
"""Repeats that are listed; the rest is counted."""


def render(items: list[Item], seen: Sight) -> Iterator[RenderableType]:
    plan, words, card = seen.plan, seen.words, items[0].card
    yield heading(f"{words.of(card.title)}  {items[0].id if len(items) == 1 else card.task}")
    if card.why:
        yield Line(words.of(card.why))
    yield Line()
    yield pairs([*_facts(items, seen), *_links(card, plan, words), *_redlines(card, plan, words)])
    if card.checklist:
        yield Line()
        yield heading(words.say("清单", "Checklist"))
        yield pairs(progress.checklist(items, seen))
    yield from progress.lost(items, words)
    for amount in items[0].amounts if len(items) == 1 else ():
        yield Line(words.quantity(amount))
    if card.note:
        yield Line()
        yield Line(f"{words.say('说明', 'Note')}: {words.of(card.note)}")
    if said := list(progress.notes(items, seen)):
        yield from (Line(), heading(words.say("大家记的", "Notes")), *said)


def _facts(items: list[Item], seen: Sight) -> Iterator[tuple[str, str]]:
    plan, words, card = seen.plan, seen.words, items[0].card
    phase = plan.phase(card.phase)
    yield words.say("时间", "When"), "\n".join(_times(items, seen))
    if len(items) == 1 and (status := progress.status(items[0], seen)):
        yield words.say("进度", "Status"), status
    yield words.say("角色", "Roles"), words.roles(items[0], plan)
    if items[0].state.people:
        yield words.say("负责人", "People"), words.listed(map(words.safe, items[0].state.people))
    yield words.say("阶段", "Phase"), words.of(phase.title) if phase else card.phase
    yield words.say("板块", "Board"), words.of(plan.boards[card.board])
    if card.trigger:
        yield words.say("一旦", "Whenever"), words.of(card.trigger)
    if card.within:
        yield words.say("时限", "Within"), card.within
    if card.effort:
        yield words.say("工作量", "Effort"), card.effort


def _times(items: list[Item], seen: Sight) -> Iterator[str]:
    plan, words, several = seen.plan, seen.words, len(items) > 1
    for item in items[:MOST_TIMES]:
        window = f"{words.window(item.start, item.end, plan, year=True)} {words.market(item)}".rstrip()
        line = f"{window} ({words.distances(item, plan)})"
        if item.label:
            line += f" {words.of(item.label)}"
        if several:
            line += f"  {item.id}"
            line += "".join(f"  {words.quantity(amount)}" for amount in item.amounts)
            line += progress.short(item, seen)
        yield line
    if len(items) > MOST_TIMES:
        more = len(items) - MOST_TIMES
        yield words.say(f"{words.dots} 还有 {more} 次", f"{words.dots} and {more} more")


def _links(card: Card, plan: Plan, words: Words) -> Iterator[tuple[str, str]]:
    """What the task leans on, by title."""
    titles = {item.card.task: item.card.title for item in plan.items}
    rows: tuple[tuple[Text, list[str]], ...] = (
        (Text("先完成", "Needs"), [f"{words.of(titles.get(need))} ({need})" for need in card.needs if need in titles]),
        (Text("工具", "Tools"), [words.of(tool) for tool in card.tools]),
        (Text("人群", "Segments"), _names("segments", card.segments, plan, words)),
        (Text("话术", "Scripts"), _names("scripts", card.scripts, plan, words)),
        (Text("指标", "Metrics"), _names("metrics", card.metrics, plan, words)),
        (Text("出处", "Source"), [_source(source, plan, words) for source in card.source]),
    )
    yield from ((words.of(name), words.listed(entries)) for name, entries in rows if entries)
    if card.features:
        told = _names("announced", card.features, plan, words)
        names = _names("features", card.features, plan, words)
        lines = (f"{name}: {news}" for name, news in zip(names, told, strict=True))
        yield words.say("平台功能", "Features"), "\n".join(lines)


def _redlines(card: Card, plan: Plan, words: Words) -> Iterator[tuple[str, str]]:
    """The tactics this task stays clear of, each with the lawful way in a line."""
    lines = [
        f"{words.of(redline.title)} ({redline.id}) {words.arrow} {words.of(redline.lawful)}"
        for redline in plan.redlines
        if redline.id in card.avoids
    ]
    if lines:
        yield words.say("红线", "Red lines"), "\n".join(lines)


def _names(kind: str, ids: tuple[str, ...], plan: Plan, words: Words) -> list[str]:
    return [words.of(plan.names.get(f"{kind}:{name}", Text.same(name))) for name in ids]


def _source(source: str, plan: Plan, words: Words) -> str:
    name, comma, rest = source.partition(",")
    return words.of(plan.names.get(f"sources:{name.strip()}", Text.same(name))) + comma + rest
