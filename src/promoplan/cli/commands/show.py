"""`promoplan show ITEM`: all of one task."""

from typing import Annotated

import typer

from promoplan.cli.options import Campaign, Json

Item = Annotated[
    str, typer.Argument(metavar="ITEM", help="任务编号, 或标题里的几个字 || A task's id, or part of its title")
]


def run(ctx: typer.Context, item: Item, campaign: Campaign = None, as_json: Json = False) -> None:
    """一个任务的全部内容: 时间, 谁, 为什么, 清单, 出处 || All of one task: when, who, why, checklist, source"""
    from promoplan.cli import running, several
    from promoplan.engine import select

    found = several.wherever(running.active(ctx.obj, campaign), lambda each: select.find(each.plan, item))
    if as_json:
        from promoplan.exports.lists import tasks_json
        from promoplan.exports.records import Texts

        ctx.obj.write(tasks_json(several.listed(found), Texts(ctx.obj.lang)))
        return
    from promoplan.views import item as view

    several.show_named(ctx.obj, [(each, view.render(items, running.seen(ctx.obj, each))) for each, items in found])
