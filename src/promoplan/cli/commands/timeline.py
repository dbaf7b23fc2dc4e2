"""`promoplan timeline`: the whole plan on one page."""

from typing import Annotated, Literal

import typer

from promoplan.cli.options import Campaign, Json, On


def run(
    ctx: typer.Context,
    by: Annotated[
        Literal["phase", "board", "role"],
        typer.Option("--by", metavar="phase|board|role", help="任务按什么分组 || What to group tasks by"),
    ] = "phase",
    width: Annotated[
        int | None, typer.Option("--width", "-w", metavar="N", min=40, max=400, help="多少列宽 || Columns")
    ] = None,
    on: On = None,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """时间轴: 阶段、任务疏密、今天、关键时间、放假补班 || The timeline: phases, load, today, key dates, days off"""
    from promoplan.cli import running, several
    from promoplan.views import timeline

    found = running.load(ctx.obj, campaign, on)
    if as_json:
        from promoplan.exports.dates import timeline_json
        from promoplan.exports.records import Texts

        ctx.obj.write(
            timeline_json([(each.campaign.name, each.plan, each.today) for each in found], Texts(ctx.obj.lang))
        )
        return
    words = running.words_of(ctx.obj)
    columns = width or ctx.obj.out.width
    if width:
        ctx.obj.out.width = width
    several.show_blocks(
        ctx.obj, (timeline.render(each.plan, each.campaign.name, each.today, by, columns, words) for each in found)
    )
