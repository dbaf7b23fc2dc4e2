"""`promoplan status`: how the campaign stands against its plan."""

from typing import Annotated, Literal

import typer

from promoplan.cli.options import Campaign, Json, On


def run(
    ctx: typer.Context,
    by: Annotated[
        Literal["phase", "board", "role"] | None,
        typer.Option("--by", metavar="phase|board|role", help="只看这一种分组 || Only this way of counting"),
    ] = None,
    on: On = None,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """进度: 完成多少, 晚了多少, 比计划快还是慢 || Progress: done, late, ahead of the plan or behind"""
    from promoplan.cli import running, several
    from promoplan.engine.overview import GROUPS, overview

    found = running.active(ctx.obj, campaign, on)
    running.missed(ctx.obj, found)
    told = [(each, overview(each.plan, each.campaign.progress, each.today)) for each in found]
    groups = (by,) if by else GROUPS
    if as_json:
        from promoplan.exports.overview import status_json
        from promoplan.exports.records import Texts

        ctx.obj.write(
            status_json([(each.campaign.name, each.plan, view) for each, view in told], groups, Texts(ctx.obj.lang))
        )
        return
    from promoplan.views import overview as view

    several.show_blocks(
        ctx.obj,
        (view.render(each.campaign.name, figures, groups, running.seen(ctx.obj, each)) for each, figures in told),
    )
