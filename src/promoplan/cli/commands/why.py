"""`promoplan why ITEM`: how a date came about."""

import typer

from promoplan.cli.commands.show import Item
from promoplan.cli.options import Campaign, Json


def run(ctx: typer.Context, item: Item, campaign: Campaign = None, as_json: Json = False) -> None:
    """一个日期是怎么来的: 规则, 推算, 顺延和原因 || Explain a date: the rule, the counting, each shift and its cause"""
    from promoplan.cli import running, several
    from promoplan.engine import select
    from promoplan.views import why

    found = several.wherever(running.active(ctx.obj, campaign), lambda each: select.find(each.plan, item))
    if as_json:
        from promoplan.exports.dates import why_json
        from promoplan.exports.records import Texts

        ctx.obj.write(why_json(several.listed(found), Texts(ctx.obj.lang)))
        return
    words = running.words_of(ctx.obj)
    several.show_named(ctx.obj, [(each, why.render(items, each.plan, words)) for each, items in found])
