"""What `init` made: the event, phases, who has how much to do, anchors, what was left out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from rich.columns import Columns
from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.words import Words
from promoplan.model.plan import Dropped, Item, Plan
from promoplan.text import Text
from promoplan.views.table import grid, heading, pairs

ORIGINS = {
    "given": ("你定的", "set by you"),
    "official": ("官方", "official"),
    "assumed": ("推算, 待确认", "assumed, to confirm"),
}


def render(
    plan: Plan, name: str, today: date, words: Words, given: Iterable[tuple[Text, Text]] = ()
) -> Iterator[RenderableType]:
    """The summary in blocks, an empty line between them."""
    yield heading(f"{words.of(plan.title)} {words.dot} {name}")
    known = "" if plan.event_origin == "given" else f" ({ORIGINS[plan.event_origin][words.lang == 'en']})"
    when = f"{words.day(plan.event, plan, year=True)} {to_go(plan.event, today, words)}{known}"
    yield pairs([(words.of(plan.event_title), when)])
    yield Line()
    yield heading(words.say("阶段", "Phases"))
    yield _phases(plan, words)
    yield Line()
    yield heading(words.say("各角色的任务数", "Tasks by role"))
    yield _roles(plan, words)
    if rows := [(words.of(title), words.of(value)) for title, value in given]:
        yield Line()
        yield heading(words.say("你填的", "As you set it"))
        yield pairs(rows)
    if plan.figures:
        yield Line()
        yield heading(words.say("目标", "Targets"))
        yield pairs((words.of(f.title), f"{f.value:,.10g} {words.of(f.unit)}".rstrip()) for f in plan.figures)
    if plan.anchors:
        yield Line()
        yield heading(words.say("关键时间", "Key dates"))
        yield _anchors(plan, words)
    if dropped := list(_dropped(plan, words)):
        yield Line()
        yield from dropped


def to_go(event: date, today: date, words: Words) -> str:
    """How far away the event is."""
    days = (event - today).days
    if days > 0:
        return words.say(f"还有 {days} 天", f"in {days} days" if days > 1 else "tomorrow")
    if days == 0:
        return words.say("就是今天", "today")
    return words.say(f"已过 {-days} 天", f"{-days} days ago")


def _phases(plan: Plan, words: Words) -> RenderableType:
    table = grid()
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", style="cyan")
    table.add_column(overflow="fold", style="dim")
    for phase in plan.phases:
        indent = "  " if phase.inside else ""
        table.add_row(
            Line(indent + words.of(phase.title)),
            Line(words.window(phase.start, phase.end, plan)),
            Line(counted((item for item in plan.items if item.card.phase == phase.id), words)),
        )
    return table


def counted(items: Iterable[Item], words: Words) -> str:
    """How many items there are to tick off, and how many standing rules, which are never done, beside them."""
    kinds = Counter(item.card.kind for item in items)
    standing = kinds["standing"]
    rules = words.say(f"规矩 {standing} 项", f"{standing} standing") if standing else ""
    tasks = words.number(kinds["task"], "项", "item") if kinds["task"] else ""
    return " + ".join(filter(None, (tasks, rules)))


def _roles(plan: Plan, words: Words) -> RenderableType:
    cards = {item.card.task: item.card for item in plan.items if item.card.kind == "task"}
    counts = Counter(role for card in cards.values() for role in card.roles)
    shown = [Line(f"{words.of(title)} {counts[role]}") for role, title in plan.roles.items() if counts[role]]
    return Columns(shown, padding=(0, 2))


def _anchors(plan: Plan, words: Words) -> RenderableType:
    table = grid()
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", style="cyan")
    table.add_column(overflow="fold", style="dim")
    for anchor in plan.anchors:
        origin = ORIGINS[anchor.origin][words.lang == "en"]
        source = f" ({anchor.source})" if anchor.source else ""
        table.add_row(
            Line(words.of(anchor.title)),
            Line(words.window(anchor.at, anchor.last, plan, year=True)),
            Line(f"{origin}{source}"),
        )
    return table


def _dropped(plan: Plan, words: Words) -> Iterator[RenderableType]:
    """What this plan leaves out, first what hangs on an anchor that is not held."""
    by_anchor: dict[str, list[Dropped]] = {}
    other = 0
    over = [words.of(entry.title) for entry in plan.dropped if entry.cause == "over"]
    for entry in plan.dropped:
        if entry.cause == "anchor" and entry.because != entry.id:
            by_anchor.setdefault(entry.because, []).append(entry)
        elif entry.cause not in {"anchor", "over"}:
            other += entry.kind == "task"
    for entry in plan.dropped:
        if entry.kind == "anchor":
            yield Line(_left_out(entry, by_anchor.pop(entry.id, []), words))
    rest = [each for entries in by_anchor.values() for each in entries]
    if rest:
        titles = words.listed(words.of(each.title) for each in rest)
        yield Line(words.say(f"跟着去掉 {len(rest)} 项: {titles}", f"Dropped along with them: {titles}"))
    if over:
        titles = words.listed(over)
        yield Line(words.say(f"开场时已经过去, 不排: {titles}", f"Over before the opening, left out: {titles}"))
    if other:
        left_out = words.number(other, "个任务", "task")
        yield Line(words.say(f"按你的选择用不上: {left_out}", f"Not needed with your choices: {left_out}"), style="dim")


def _left_out(anchor: Dropped, hanging: list[Dropped], words: Words) -> str:
    """An anchor the year does not hold, or one that the choices rule out; and what goes with it."""
    title = words.of(anchor.title)
    if anchor.cause == "condition":
        told = words.say(
            f"按你的选择不用“{title}” (要 {anchor.because})", f"Not with your choices: {title} (needs {anchor.because})"
        )
    else:
        told = words.say(f"今年没有“{title}”", f"Not held this time: {title}")
    if not hanging:
        return told
    titles = words.listed(words.of(each.title) for each in hanging)
    return told + words.say(f", 去掉 {len(hanging)} 项: {titles}", f"; {len(hanging)} left out with it: {titles}")
