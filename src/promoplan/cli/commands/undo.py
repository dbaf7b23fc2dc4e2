"""`promoplan undo`: take back a whole command; nothing is deleted, so an undo can be undone."""

from typing import Annotated

import typer

from promoplan.cli.commands.progress import By
from promoplan.cli.options import Campaign


def run(
    ctx: typer.Context,
    command: Annotated[
        str | None,
        typer.Argument(
            metavar="COMMAND-ID", help="log 里的编号, 不写就是最后一步 || Its id in the log, else the last one"
        ),
    ] = None,
    by: By = None,
    campaign: Campaign = None,
) -> None:
    """撤销最后一步, 或指定的一步; 再撤销一次就恢复 || Take back the last command, or a named one; again restores it"""
    from promoplan.cli import remembering

    remembering.undo(ctx.obj, command, by, campaign)
