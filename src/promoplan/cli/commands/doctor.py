"""`promoplan doctor`: find what is damaged, show it, mend what can be mended."""

from typing import Annotated

import typer

from promoplan.cli.options import Campaign, Json
from promoplan.errors import FAULT


def run(
    ctx: typer.Context,
    yes: Annotated[
        bool, typer.Option("--fix", "--yes", "-y", help="能修的直接修, 不问 || Mend what can be mended, ask nothing")
    ] = False,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """检查活动文件夹: 先给你看, 能修的再修, 从不删记录 || Examine campaign folders: show, then mend, lose nothing"""
    from promoplan.cli import doctoring

    examined = doctoring.look(ctx.obj, campaign)
    if as_json:
        from promoplan.exports.campaigns import doctor_json

        left = doctoring.mended(ctx.obj, examined, campaign) if yes else examined
        ctx.obj.write(doctor_json(left.names, left.problems(), left.cured, ctx.obj.lang))
    else:
        left = doctoring.consult(ctx.obj, examined, campaign, yes=yes)
    if not left.is_clean:
        raise typer.Exit(FAULT)
