"""Other dates: `move`, `pin`, `unpin`."""

from typing import Annotated

import typer

from promoplan.cli.commands.progress import By, Items
from promoplan.cli.options import Campaign


def move(
    ctx: typer.Context,
    items: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ITEM=DATE", help="任务=新的开始日, 长短不变 || A task = its new first day, as long as before"
        ),
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", "-d", metavar="DATE", help="活动改到哪天 || The event's new date")
    ] = None,
    anchors: Annotated[
        list[str] | None,
        typer.Option(
            "--anchor",
            metavar="NAME=DATE",
            help="关键时间改到何时, none 表示没有 || A key date's new date; none drops it",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会变什么, 不写 || Show it, write nothing")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不提问, 直接写 || Write without asking")] = False,
    by: By = None,
    campaign: Campaign = None,
) -> None:
    """改期: 先列出哪些动、哪些不动, 确认后才写 || Move dates: first see what moves and what stays, then confirm"""
    from promoplan.cli import moving
    from promoplan.cli.redating import Request

    moving.move(ctx.obj, Request(day, anchors or [], items or []), campaign, moving.Manner(dry_run, yes, by))


def pin(ctx: typer.Context, items: Items, by: By = None, campaign: Campaign = None) -> None:
    """钉住任务: 活动改期它也不动 || Fix tasks where they are: they stay when the event moves"""
    from promoplan.cli import pinning

    pinning.pin(ctx.obj, items, by, campaign)


def unpin(ctx: typer.Context, items: Items, by: By = None, campaign: Campaign = None) -> None:
    """放开任务: 回到规则排的日子, 以后跟着改期走 || Let tasks go: back to where their rule puts them"""
    from promoplan.cli import pinning

    pinning.unpin(ctx.obj, items, by, campaign)
