"""Playbooks on a shelf: all in a line each, or one from the inside."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.inputs import shown
from promoplan.engine.words import Words
from promoplan.model.playbook import Input, Playbook
from promoplan.views.table import grid, heading, pairs


def listing(books: Iterable[Playbook], words: Words) -> Iterator[RenderableType]:
    table = grid()
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(no_wrap=True, style="dim")
    for book in books:
        count = words.number(len(book.tasks), "个任务", "task")
        table.add_row(
            Line(book.playbook),
            Line(words.of(book.title)),
            Line(book.event.usual or words.say("日期自定", "any date")),
            Line(count),
        )
    yield table


def detail(book: Playbook, words: Words) -> Iterator[RenderableType]:
    yield heading(f"{words.of(book.title)}  {book.playbook} {book.version}")
    if book.summary:
        yield Line(words.of(book.summary))
    yield Line()
    yield pairs(
        [
            (
                words.say("活动当天", "Event"),
                f"{words.of(book.event.title)} ({book.event.usual or words.say('日期自定', 'any date')})",
            ),
            (words.say("时区", "Zone"), book.zone),
            (words.say("任务", "Tasks"), str(len(book.tasks))),
            (
                words.say("角色", "Roles"),
                words.listed(f"{words.of(title)} ({role})" for role, title in book.roles.items()),
            ),
            (words.say("板块", "Boards"), words.listed(words.of(title) for title in book.boards.values())),
            (words.say("出处", "Sources"), words.listed(words.of(source.title) for source in book.sources.values())),
        ]
    )
    yield from _section(words.say("阶段", "Phases"), ((words.of(p.title), str(p.when)) for p in book.phases))
    yield from _section(
        words.say("关键时间 (--anchor)", "Key dates (--anchor)"),
        ((name, f"{words.of(anchor.title)}") for name, anchor in book.anchors.items()),
    )
    yield from _section(
        words.say("输入项 (--set)", "Inputs (--set)"), ((n, _input(f, words)) for n, f in book.inputs.items())
    )


def _section(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[RenderableType]:
    listed = list(rows)
    if listed:
        yield Line()
        yield heading(title)
        yield pairs(listed)


def _input(field: Input, words: Words) -> str:
    unit = f" {words.of(field.unit)}" if field.unit else ""
    usual = words.of(shown(field, field.default)) if field.type == "flag" else f"{field.default}{unit}"
    choices = f": {' | '.join(field.choices)}" if field.choices else ""
    return f"{words.of(field.title)}{choices} [{usual}]"
