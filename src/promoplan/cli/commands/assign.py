"""`promoplan assign ROLE|ITEM=PERSON…`: who has what."""

from typing import Annotated

import typer

from promoplan.cli.commands.progress import By
from promoplan.cli.options import Campaign, Json


def run(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ROLE|ITEM=PERSON,PERSON",
            help="角色或任务=名字, 可以几个人; =后面空着就是撤掉; 什么都不写就列出现状 "
            "|| A role or task = names; nothing after = takes them off; no argument lists who has what",
        ),
    ] = None,
    by: By = None,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """分工: 角色或任务由谁负责 || Say who has a role or a task"""
    from promoplan.cli import assigning

    if words:
        assigning.assign(ctx.obj, words, by, campaign, as_json=as_json)
    else:
        assigning.tell(ctx.obj, campaign, as_json=as_json)
