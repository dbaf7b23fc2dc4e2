"""`promoplan export KIND`: the plan for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from promoplan.cli.options import Campaign, Roles


def run(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="ics 日历, json 数据 || ics calendar, json data")],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="写到哪, - 表示屏幕 || Where to; - is standard output"),
    ] = None,
    role: Roles = None,
    campaign: Campaign = None,
) -> None:
    """导出日历或数据, 给手机、Outlook 和别的程序 || Write a calendar or data file for phones and other programs"""
    from promoplan.cli import exporting, running

    export = exporting.kind(kind)
    each = running.single(ctx.obj, campaign)
    data = export.render(exporting.job(each, role, ctx.obj.lang))
    if output == "-":
        ctx.obj.write_bytes(data)
        return
    target = Path(output) if output else ctx.obj.folder / f"{each.campaign.name}.{export.ending}"
    exporting.save(target, data)
    ctx.obj.show(ctx.obj.say(f"已写好: {target.name}", f"Wrote {target.name}"))
