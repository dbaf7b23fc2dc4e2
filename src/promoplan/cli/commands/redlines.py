"""`promoplan redlines [NAME]`: tactics that guides recommend and that are no way to sell."""

from typing import Annotated

import typer

from promoplan.cli.options import Campaign, Json, Playbook


def run(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="红线的编号或标题里的几个字 || A red line's id or part of its title"),
    ] = None,
    playbook: Playbook = None,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """红线: 别人怎么教, 为什么不行, 正经做法和对应的任务 || What guides say, why not, the lawful way and its tasks"""
    from promoplan.cli import recipes, running, several

    groups = recipes.redlines(recipes.meant(ctx.obj, campaign, playbook), name)
    if as_json:
        from promoplan.exports.recipes import redlines_json
        from promoplan.exports.records import Texts

        ctx.obj.write(redlines_json(groups, Texts(ctx.obj.lang)))
        return
    from promoplan.views import redlines

    words = running.words_of(ctx.obj)
    several.show_blocks(ctx.obj, (redlines.render(group, words) for group in groups))
