"""Red lines: what guides say, why not, the lawful way, and the tasks that go it."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.redlines import Group, Instead, instead
from promoplan.engine.words import Words
from promoplan.model.playbook import Redline
from promoplan.views.table import heading, pairs


def render(group: Group, words: Words) -> Iterator[RenderableType]:
    """The red lines of one playbook, an empty line between them."""
    count = words.number(len(group.redlines), "条红线", "red line")
    yield heading(f"{words.of(group.playbook.title)} {words.dot} {group.name} {words.dot} {count}")
    if not group.redlines:
        yield Line(words.say("这份剧本没写红线。", "This playbook names no red lines."))
    for name, redline in group.redlines.items():
        yield Line()
        yield heading(f"{words.of(redline.title)}  {name}", "bold red")
        yield pairs(_rows(redline, group, words))


def _rows(redline: Redline, group: Group, words: Words) -> Iterator[tuple[str, str]]:
    yield words.say("有人教", "Guides say"), words.of(redline.says)
    yield words.say("为什么不行", "Why not"), words.of(redline.why)
    yield words.say("正经做法", "Lawful way"), words.of(redline.lawful)
    tasks = instead(redline, group)
    yield words.say("对应任务", "Do instead"), "\n".join(_task(task, words) for task in tasks)
    if redline.phases:
        phases = words.listed(words.of(group.phase(name)) for name in redline.phases)
        yield words.say("何时留神", "Beware in"), phases


def _task(task: Instead, words: Words) -> str:
    left_out = "" if task.planned else words.say(" (这次计划里没有)", " (not in this plan)")
    return f"{words.of(task.title)}  {task.task}{left_out}"
