"""One day: how far it is to the event, the phase and its goal, then the lists in the order of urgency."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.agenda import Agenda
from promoplan.engine.select import Filter, keep
from promoplan.engine.words import Words
from promoplan.model.plan import Item, PhaseSpan, Plan
from promoplan.rules.stamp import opening
from promoplan.text import Text, typed
from promoplan.views.sight import Sight
from promoplan.views.summary import to_go
from promoplan.views.table import heading, item_table, repeat_table

LATE = "bold red"
MOST_LATE = 8
"""Late tasks that are shown, the latest; a repeat that was missed several times is one of them."""

MOST_REDLINES = 3

GROUPS: tuple[tuple[str, Text, str], ...] = (
    ("overdue", Text("已逾期", "Overdue"), LATE),
    ("awaited", Text("别人在等你", "Others wait for you"), "bold magenta"),
    ("due", Text("今天到期", "Due today"), "bold yellow"),
    ("under_way", Text("进行中", "Under way"), "bold"),
    ("standing", Text("这段时间的规矩", "Standing rules"), "bold"),
    ("soon", Text("接下来三天", "Next 3 days"), "bold"),
)


def render(name: str, day: Agenda, wanted: Filter, seen: Sight) -> Iterator[RenderableType]:
    plan, words = seen.plan, seen.words
    yield heading(_headline(plan, name, day, words))
    if day.is_over:
        yield from _over(plan, name, len(day.overdue), words)
        return
    for phase in day.phases:
        yield from _phase(phase, plan, day, words)
    if day.done:
        yield Line(f"{words.say('今天完成', 'Done today')}: {len(day.done)}", style="green")
    for group, title, style in GROUPS:
        items = [each.other for each in day.awaited] if group == "awaited" else getattr(day, group)
        yield from _group(items, words.of(title), style, seen, _all_late(name, wanted, words))
    if day.is_empty():
        yield Line()
        yield Line(_nothing(wanted, day, seen))
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


def _all_late(name: str, wanted: Filter, words: Words) -> str:
    """The command that lists everything overdue, of the same roles and people."""
    chosen = [f"--role {role}" for role in sorted(wanted.roles)]
    chosen += [f"--person {typed(words.safe(person))}" for person in sorted(wanted.people)]
    return " ".join(("promoplan tasks --status late", *chosen, "-c", typed(name)))


def _group(items: Sequence[Item], title: str, style: str, seen: Sight, rest: str) -> Iterator[RenderableType]:
    """Items under a heading; of many that are late the last ones, and `rest`, the command that lists them all."""
    words = seen.words
    if not items:
        return
    yield Line()
    yield heading(f"{title} ({len(items)})", style)
    if style != LATE:
        yield item_table(items, seen)
        return
    latest = list(dict.fromkeys(item.card.task for item in reversed(items)))
    if more := len(latest[MOST_LATE:]):
        yield Line(words.say(f"  更早的还有 {more} 个: {rest}", f"  {more} earlier: {rest}"), style="dim")
    yield repeat_table((item for item in items if item.card.task in latest[:MOST_LATE]), seen)


def _redlines(day: Agenda, words: Words) -> Iterator[RenderableType]:
    """What people are tempted to do in these days, and where to read the lawful way."""
    if day.redlines:
        yield Line()
    for redline in day.redlines[:MOST_REDLINES]:
        told = f"{words.say('红线', 'Red line')}: {words.of(redline.title)}"
        yield Line(f"{told} {words.arrow} promoplan redlines {redline.id}", style="dim")


def _over(plan: Plan, name: str, left: int, words: Words) -> Iterator[RenderableType]:
    yield Line(words.say("这场活动的计划都走完了, 辛苦了。", "This campaign is over. Well done, everybody."))
    if left:
        told = words.say(f"还有 {left} 项没勾掉", f"{words.number(left, '', 'item')} never ticked off")
        yield Line(f"{told}: promoplan tasks --status late -c {typed(name)}", style="yellow")
    yield Line(words.say("接下来可以:", "What comes next:"))
    yield Line(f"  promoplan timeline -c {typed(name)}   {words.say('回看全程', 'look back')}", style="dim")
    yield Line(f"  promoplan init {plan.playbook}   {words.say('准备下一场', 'prepare the next one')}", style="dim")


def _nothing(wanted: Filter, day: Agenda, seen: Sight) -> str:
    plan, words = seen.plan, seen.words
    who = words.listed([*(words.of(plan.roles[role]) for role in sorted(wanted.roles)), *sorted(wanted.people)])
    later = [item for item in keep(plan, wanted) if item.first_day(plan.zone) > day.day and not item.state.is_closed]
    if not later:
        return words.say(f"{who}没有要做的了。", f"Nothing left to do{' for ' + who if who else ''}.")
    following = words.day(later[0].first_day(plan.zone), plan)
    return words.say(
        f"{who}今天没有安排, 下一项在 {following}: {words.title(later[0])}",
        f"Nothing for today{' for ' + who if who else ''}; next is {words.title(later[0])} on {following}",
    )
