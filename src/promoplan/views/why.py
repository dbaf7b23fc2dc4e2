"""How a date came about: the rule as written, then each step and where it led."""

from collections.abc import Callable, Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.words import WEEKDAYS, Words
from promoplan.model.plan import Item, Plan
from promoplan.rules.stamp import Step
from promoplan.text import Text
from promoplan.views.table import heading

MOST = 5
"""Repeats that are explained one by one."""

UNITS = {
    "d": Text("天", "days"),
    "w": Text("周", "weeks"),
    "wd": Text("个工作日", "working days"),
    "mo": Text("个月", "months"),
    "h": Text("小时", "hours"),
    "min": Text("分钟", "minutes"),
}
EVERY = {"day": "天", "workday": "个工作日", "week": "周", "month": "个月"}
ORIGINS = {
    "given": Text("你定的", "set by you"),
    "official": Text("官方公布", "official"),
    "assumed": Text("按剧本推算, 待确认", "assumed by the playbook, to confirm"),
}
NEAR = {
    "of": Text("那一周的{day}", "{day} of that week"),
    "before": Text("之前最近的{day}", "the last {day} before"),
    "after": Text("之后第一个{day}", "the first {day} after"),
}
EDGES = {
    "": Text("", ""),
    "start": Text("的开始", " starts"),
    "end": Text("的结束", " ends"),
    "before": Text("开始之前", ", before its start"),
    "after": Text("结束之后", ", after its end"),
}


def render(items: list[Item], plan: Plan, words: Words) -> Iterator[RenderableType]:
    card = items[0].card
    yield heading(f"{words.of(card.title)}  {card.task}")
    yield Line(f"{words.say('规则', 'Rule')}: {words.safe(card.rule)}")
    for item in items[:MOST]:
        yield Line()
        yield Line(
            f"{item.id}: {words.window(item.start, item.end, plan, year=True)} ({words.distances(item, plan)})",
            style="cyan",
        )
        for step in item.steps:
            yield Line(f"  {sentence(step, plan, words)}")
    if len(items) > MOST:
        yield Line(
            words.say(f"另有 {len(items) - MOST} 次, 同一规则。", f"{len(items) - MOST} more by the same rule."),
            style="dim",
        )


def sentence(step: Step, plan: Plan, words: Words) -> str:
    """One step in words."""
    told = STEPS[step.kind](step, plan, words)
    if step.stamp is None or step.kind in {"reach", "phase"}:
        return told
    return f"{told} {words.arrow} {words.stamp(step.stamp, plan, year=True)}"


def _name(name: str, plan: Plan, words: Words) -> str:
    """An anchor, phase or task by its title, and how an anchor is known."""
    if name == "D":
        return f"{words.of(plan.event_title)} (D)"
    for anchor in plan.anchors:
        if anchor.id == name:
            source = f": {anchor.source}" if anchor.source else ""
            return f"{words.of(anchor.title)} ({words.of(ORIGINS[anchor.origin])}{source})"
    if phase := plan.phase(name):
        return words.of(phase.title)
    task, _, key = name.partition("@")
    card = plan.card(task)
    return f"{words.of(card.title)}{f' ({key})' if key else ''}" if card else name


def _base(step: Step, plan: Plan, words: Words) -> str:
    return _name(step.args[0], plan, words) + words.of(EDGES[step.args[1]])


def _reach(step: Step, plan: Plan, words: Words) -> str:
    name, end = step.args
    window = words.window(step.stamp, end, plan, year=True) if step.stamp else ""
    return f"{words.say('整段', 'all of')} {_name(name, plan, words)}: {window}"


def _every(text: str) -> str:
    """How often, in Chinese: `每天`, `每 4 天`, `每周一、周四`; rules are written in English words."""
    if text in EVERY:
        return f"每{EVERY[text]}"
    if text[0].isdigit() and text[-1] in UNITS:
        return f"每 {text[:-1].strip()} {UNITS[text[-1]].zh}"
    days = dict(zip(WEEKDAYS["en"], WEEKDAYS["zh"], strict=True))
    parts = [part.strip() for part in text.split(",")]
    if parts[0].title() in days:
        return "每" + "、".join(days[part.title()] for part in parts)
    return "每月 " + "、".join(map(_of_month, parts))


def _weekday(step: Step, _plan: Plan, words: Words) -> str:
    name, how = step.args
    day = dict(zip(WEEKDAYS["en"], WEEKDAYS[words.lang], strict=True))[name.title()]
    return words.of(NEAR[how]).format(day=day)


def _of_month(text: str) -> str:
    """`10th`, `last day`, `2nd tue` in Chinese."""
    nth, _, day = text.partition(" ")
    if not day:
        return f"{nth[:-2]} 号"
    which = "最后一" if nth == "last" else f"第 {nth[:-2]} "
    days = dict(zip(WEEKDAYS["en"], WEEKDAYS["zh"], strict=True))
    return f"{which}天" if day == "day" else f"{which}个{days[day.title()]}"


def _shift(step: Step, _plan: Plan, words: Words) -> str:
    amount, unit = step.args
    return f"{amount:+d} {words.of(UNITS[unit])}"


def _time(step: Step, _plan: Plan, words: Words) -> str:
    at, zone = step.args
    return f"{words.say('时刻', 'at')} {at}{' ' + zone if zone else ''}"


def _skipped(step: Step, _plan: Plan, words: Words) -> str:
    at, zone, _ = step.args
    return words.say(f"{zone} 拨快时钟, 没有 {at}", f"clocks in {zone} skip {at}")


def _roll(step: Step, plan: Plan, words: Words) -> str:
    way, day = step.args
    name = plan.holidays.get(day)
    cause = words.of(name) if name else words.say("休息日", "a rest day")
    if way == "back":
        return words.say(
            f"{words.day(day, plan)} 是{cause}, 提前到前一个工作日",
            f"{words.day(day, plan)} is {cause}: back to the working day before",
        )
    return words.say(
        f"{words.day(day, plan)} 是{cause}, 顺延到下一个工作日",
        f"{words.day(day, plan)} is {cause}: on to the next working day",
    )


def _feature(step: Step, plan: Plan, words: Words) -> str:
    title = words.of(plan.names.get(f"features:{step.args[0]}", Text.same(step.args[0])))
    return words.say(f"等功能“{title}”上线", f"not before the feature {title} is live")


def _hours(step: Step, _plan: Plan, words: Words) -> str:
    return words.say(f"时段 {step.args[0]}", f"hours {step.args[0]}")


def _wave(step: Step, _plan: Plan, words: Words) -> str:
    number, count, gap = step.args
    return words.say(
        f"从最后一波倒着排, 间隔 {gap} 天: 第 {number}/{count} 波",
        f"laid out backwards, {gap} days apart: wave {number} of {count}",
    )


STEPS: dict[str, Callable[[Step, Plan, Words], str]] = {
    "base": _base,
    "reach": _reach,
    "phase": _reach,
    "shift": _shift,
    "weekday": _weekday,
    "time": _time,
    "skipped": _skipped,
    "roll": _roll,
    "feature": _feature,
    "hours": _hours,
    "wave": _wave,
    "repeat": lambda step, _plan, words: words.say(
        f"{_every(step.args[0])}重复, 第 {step.args[1]} 次", f"every {step.args[0]}, number {step.args[1]}"
    ),
    "shift-turn": lambda step, _plan, words: words.say(
        f"轮班第 {step.args[0]} 班, 每班 {step.args[1]}", f"shift {step.args[0]} of the rota, {step.args[1]} each"
    ),
    "case": lambda step, _plan, words: words.say(
        f"因为 {step.args[1] or '没有别的条件成立'}, 用 {step.args[0]}",
        f"{step.args[1] or 'no other condition holds'}, therefore {step.args[0]}",
    ),
    "closed": lambda _step, _plan, words: words.say(
        "办结时排在这里, 之后不再变", "closed when it was planned here, and stays"
    ),
    "pinned": lambda _step, _plan, words: words.say("单独改到这里", "moved here by itself"),
}
"""Every kind of step the engine leaves, in words; a test compares the two."""
