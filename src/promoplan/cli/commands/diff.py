"""`promoplan diff [DATE|ID]`: how the plan differs from an earlier state of itself."""

from typing import Annotated

import typer

from promoplan.cli.options import Campaign, Json


def run(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Argument(
            metavar="DATE|ID",
            help="和哪天比, 或和 log 里哪一步之前比; 不写就和建计划时比 "
            "|| Since that day, or before that command of the log; since init if left out",
        ),
    ] = None,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """和以前比, 哪些日期变了, 哪些任务有了进展 || Which dates and which tasks stand elsewhere than they did"""
    from promoplan.cli import differing, running, several

    found = differing.differences(ctx.obj, since, campaign)
    words = running.words_of(ctx.obj)
    if as_json:
        from promoplan.exports.diff import diff_json

        ctx.obj.write(diff_json([(each.campaign.name, each.today, one) for each, one in found], words))
        return
    from promoplan.views import diff

    several.show_blocks(ctx.obj, (diff.render(each.campaign.name, one, words) for each, one in found))
