"""`promoplan checklist ITEM`: the checklist of one task, ready to print or paste."""

import typer

from promoplan.cli.commands.show import Item
from promoplan.cli.options import Campaign, Json, On


def run(ctx: typer.Context, item: Item, on: On = None, campaign: Campaign = None, as_json: Json = False) -> None:
    """一个任务的清单, 可打印可粘贴 (Markdown) || The checklist of a task to print or paste (Markdown)"""
    from promoplan.cli import running, several
    from promoplan.engine import select
    from promoplan.errors import Problem

    found = several.wherever(
        running.active(ctx.obj, campaign, on),
        lambda each: select.todays(each.plan, select.find(each.plan, item), each.today),
    )
    if as_json:
        from promoplan.exports.lists import tasks_json
        from promoplan.exports.records import Texts

        ctx.obj.write(tasks_json(several.listed(found), Texts(ctx.obj.lang)))
        return
    from promoplan.exports.markdown import checklist

    for number, (each, items) in enumerate(found):
        head = f"# {each.campaign.name}\n\n" if len(found) > 1 else ""
        ctx.obj.write("\n" * bool(number) + head + checklist(items, each.plan, running.words_of(ctx.obj)))
        if not items[0].card.checklist:
            ctx.obj.report([Problem("no-checklist", {"name": items[0].card.title, "item": items[0].card.task})])
