"""One day: how far it is to the event, the phase and its goal, then the lists in the order of urgency."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.agenda import Agenda
from promoplan.engine.words import Words
from promoplan.model.plan import Item, PhaseSpan, Plan
from promoplan.rules.stamp import opening
from promoplan.text import Text
from promoplan.views.summary import to_go
from promoplan.views.table import heading, item_table, repeat_table

LATE = "bold red"
MOST_LATE = 8
"""Late tasks that are shown, the latest; a repeat that was missed several times is one of them."""

MOST_REDLINES = 3

GROUPS: tuple[tuple[str, Text, str], ...] = (
    ("overdue", Text("已逾期", "Overdue"), LATE),
    ("due", Text("今天到期", "Due today"), "bold yellow"),
    ("under_way", Text("进行中", "Under way"), "bold"),
    ("standing", Text("这段时间的规矩", "Standing rules"), "bold"),
    ("soon", Text("接下来三天", "Next 3 days"), "bold"),
)


def render(plan: Plan, name: str, day: Agenda, roles: frozenset[str], words: Words) -> Iterator[RenderableType]:
    yield heading(_headline(plan, name, day, words))
    if day.is_over:
        yield from _over(plan, name, words)
        return
    for phase in day.phases:
        yield from _phase(phase, plan, day, words)
    for group, title, style in GROUPS:
        yield from _group(getattr(day, group), words.of(title), style, plan, words)
    if day.is_empty():
        yield Line()
        yield Line(_nothing(plan, roles, day, words))
    yield from _redlines(day, words)


def _headline(plan: Plan, name: str, day: Agenda, words: Words) -> str:
    today = words.day(day.day, plan, year=True)
    event = f"{words.of(plan.event_title)} {words.day(plan.event)}"
    return f"{name} {words.dot} {today} {words.dot} {event} {to_go(plan.event, day.day, words)}"


def _phase(phase: PhaseSpan, plan: Plan, day: Agenda, words: Words) -> Iterator[RenderableType]:
    first = opening(phase.start, plan.zone).date()
    number = (day.day - first).days + 1
    if phase.end is None:
        where = words.say(f"第 {number} 天", f"day {number}")
    else:
        length = (phase.last_day(plan.zone) - first).days + 1
        where = words.say(f"第 {number}/{length} 天", f"day {number} of {length}")
    yield Line(f"{words.say('阶段', 'Phase')}: {words.of(phase.title)} {words.dot} {where}")
    if phase.goal:
        yield Line(f"{words.say('目标', 'Goal')}: {words.of(phase.goal)}", style="dim")


def _group(items: tuple[Item, ...], title: str, style: str, plan: Plan, words: Words) -> Iterator[RenderableType]:
    if not items:
        return
    yield Line()
    yield heading(f"{title} ({len(items)})", style)
    if style != LATE:
        yield item_table(items, plan, words)
        return
    latest = list(dict.fromkeys(item.card.task for item in reversed(items)))
    if more := len(latest[MOST_LATE:]):
        yield Line(
            words.say(f"  更早的还有 {more} 个: promoplan tasks", f"  {more} earlier: promoplan tasks"), style="dim"
        )
    yield repeat_table((item for item in items if item.card.task in latest[:MOST_LATE]), plan, words)


def _redlines(day: Agenda, words: Words) -> Iterator[RenderableType]:
    """What people are tempted to do in these days, and where to read the lawful way."""
    if day.redlines:
        yield Line()
    for redline in day.redlines[:MOST_REDLINES]:
        told = f"{words.say('红线', 'Red line')}: {words.of(redline.title)}"
        yield Line(f"{told} {words.arrow} promoplan redlines {redline.id}", style="dim")


def _over(plan: Plan, name: str, words: Words) -> Iterator[RenderableType]:
    yield Line(words.say("这场活动的计划都走完了, 辛苦了。", "This campaign is over. Well done, everybody."))
    yield Line(words.say("接下来可以:", "What comes next:"))
    yield Line(f"  promoplan timeline -c {name}   {words.say('回看全程', 'look back')}", style="dim")
    yield Line(f"  promoplan init {plan.playbook}   {words.say('准备下一场', 'prepare the next one')}", style="dim")


def _nothing(plan: Plan, roles: frozenset[str], day: Agenda, words: Words) -> str:
    who = words.listed(words.of(plan.roles[role]) for role in sorted(roles))
    later = [
        item
        for item in plan.items
        if item.first_day(plan.zone) > day.day and not (roles and roles.isdisjoint(item.card.roles))
    ]
    if not later:
        return words.say(f"{who}没有要做的了。", f"Nothing left to do{' for ' + who if who else ''}.")
    following = words.day(later[0].first_day(plan.zone), plan)
    return words.say(
        f"{who}今天没有安排, 下一项在 {following}: {words.title(later[0])}",
        f"Nothing for today{' for ' + who if who else ''}; next is {words.title(later[0])} on {following}",
    )
