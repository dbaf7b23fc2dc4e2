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
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """发生过什么, 谁做的, 新的在下面 || What happened and who did it, newest last"""
    from promoplan.cli import remembering, running, several

    asked = remembering.Asked(item, since)
    found = several.wherever(running.load(ctx.obj, campaign), lambda each: remembering.remembered(each, asked))
    stories = [(each.campaign.name, entries, remembering.words_for(ctx.obj, each)) for each, entries in found]
    if as_json:
        from promoplan.exports.story import story_json

        ctx.obj.write(story_json(stories))
        return
    from promoplan.views import story

    several.show_blocks(ctx.obj, (story.render(*told) for told in stories))
