"""`promoplan script [NAME]`: messages ready to paste."""

from typing import Annotated

import typer

from promoplan.cli import parse
from promoplan.cli.options import Campaign, Json, Playbook


def run(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="话术的编号或标题里的几个字 || A script's id or part of its title"),
    ] = None,
    choices: Annotated[
        list[str] | None, typer.Option("--set", metavar="K=V", help="填一处空, 如 shop=店名 || Fill a blank: shop=Name")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="按阶段列出全部话术 || List the scripts by phase")] = False,
    playbook: Playbook = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--date", "-d", metavar="DATE", help="配合 --playbook: 活动当天 || With --playbook: the event's date"
        ),
    ] = None,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """话术: 填好活动的日期和数字, 直接复制 || Messages with the campaign's dates and figures, ready to paste"""
    from promoplan.cli import scripting

    request = scripting.Request(parse.pairs(choices), campaign, playbook, day)
    wanted = None if listed else name
    desks = scripting.desks(request, ctx.obj, dated=wanted is not None or as_json)
    if as_json:
        scripting.write_json(desks, wanted, ctx.obj)
    elif wanted is None:
        scripting.show_list(desks, request, ctx.obj)
    else:
        scripting.write_messages(desks, wanted, ctx.obj)
