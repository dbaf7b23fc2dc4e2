"""Progress by word of mouth: `done`, `start`, `skip`, `block`, `reopen`, `note`, `check`."""

from collections.abc import Callable
from typing import Annotated

import typer

from promoplan.cli.options import Campaign

Items = Annotated[
    list[str],
    typer.Argument(
        metavar="ITEM", help="任务编号或标题里的几个字, 可以几个一起 || Ids or parts of titles, several at once"
    ),
]
Item = Annotated[str, typer.Argument(metavar="ITEM", help="编号或标题里的几个字 || An id or part of a title")]
Note = Annotated[str, typer.Option("--note", "-n", metavar="TEXT", help="顺便记一句 || Add a note")]
By = Annotated[str | None, typer.Option("--by", metavar="WHO", help="谁做的 || Who did it")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="哪天做的 || The day it was done")]


def _verb(kind: str, words: str) -> Callable[..., None]:
    """A command that gives items a status; `words` is its help."""

    def run(
        ctx: typer.Context, items: Items, note: Note = "", by: By = None, on: On = None, name: Campaign = None
    ) -> None:
        from promoplan.cli import ticking

        ticking.tick(ctx.obj, ticking.Deed(kind, items, note, by, on, name))

    run.__doc__ = words
    return run


done = _verb("done", "完成任务 || Tick tasks off")
start = _verb("started", "开始做 || Say that work has begun")
skip = _verb("skipped", "这次不做 || Leave tasks out this time")
block = _verb("blocked", "卡住了, 在等别人 || Say that tasks are stuck")
reopen = _verb("reopened", "重新打开 || Open tasks again")


def note(
    ctx: typer.Context,
    item: Item,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="要记的话 || The note")],
    by: By = None,
    name: Campaign = None,
) -> None:
    """给任务记一句 || Write a note to a task"""
    from promoplan.cli import ticking

    ticking.note(ctx.obj, ticking.Deed("noted", [item], text, by, None, name))


def check(
    ctx: typer.Context,
    item: Item,
    numbers: Annotated[list[int], typer.Argument(metavar="N", help="清单第几条 || Lines of the checklist")],
    undo: Annotated[bool, typer.Option("--undo", help="取消勾选 || Untick them")] = False,
    by: By = None,
    name: Campaign = None,
) -> None:
    """勾清单 || Tick lines of a checklist"""
    from promoplan.cli import ticking

    ticking.check(ctx.obj, ticking.Deed("checked", [item], "", by, None, name), numbers, ticked=not undo)
