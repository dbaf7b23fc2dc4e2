"""`promoplan log`: what happened, in words."""

from typing import Annotated

import typer

from promoplan.cli.options import Campaign, Json


def run(
    ctx: typer.Context,
    item: Annotated[
        str | None, typer.Option("--item", "-i", metavar="ITEM", help="只看这个任务 || Only this task")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="从哪天起 || From this day on")] = None,
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="全部, 不只最后 50 步 || All of it, not only the last 50")
    ] = False,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """发生过什么, 谁做的, 新的在下面 || What happened and who did it, newest last"""
    from promoplan.cli import remembering, running, several

    asked = remembering.Asked(item, since)
    places = running.load(ctx.obj, campaign)
    found = several.wherever(places, lambda each: remembering.remembered(ctx.obj, each, asked))
    stories = [(each.campaign.name, *told) for each, told in found]
    if as_json:
        from promoplan.exports.story import story_json

        ctx.obj.write(story_json(stories))
        return
    from promoplan.views import story

    several.show_blocks(
        ctx.obj,
        (
            story.render(*told, whole=everything, since=each.day(since) if since else None)
            for (each, _), told in zip(found, stories, strict=True)
        ),
    )
