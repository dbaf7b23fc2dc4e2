"""`promoplan archive NAME`: put a campaign away; nothing is deleted."""

from typing import Annotated

import typer

from promoplan.cli.commands.progress import By


def run(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="哪个活动 || Which campaign")],
    undo: Annotated[bool, typer.Option("--undo", help="拿回来 || Bring it back")] = False,
    by: By = None,
) -> None:
    """收起一个活动: today 等不再列它, -c 仍能看 || Put a campaign away: only -c still reaches it"""
    from promoplan.cli import listing

    listing.archive(ctx.obj, name, by, archived=not undo)
