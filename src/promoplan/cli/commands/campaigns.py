"""`promoplan campaigns`: all campaigns here, each in a line."""

from typing import Annotated

import typer

from promoplan.cli.options import Json
from promoplan.errors import FAULT


def run(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", "-a", help="归档的也列 || Archived ones too")] = False,
    as_json: Json = False,
) -> None:
    """这里的活动: 剧本、日期、还有几天、做了多少、晚了多少 || The campaigns here: date, days to go, done, late"""
    from promoplan.cli import listing, running

    found = listing.campaigns(ctx.obj, archived=every)
    problems = [problem for each in found for problem in each.problems]
    if as_json:
        from promoplan.exports.campaigns import campaigns_json
        from promoplan.exports.records import Texts

        ctx.obj.write(campaigns_json(found, Texts(ctx.obj.lang)))
    else:
        from promoplan.views import campaigns

        ctx.obj.show(*campaigns.render(found, running.words_of(ctx.obj)))
        ctx.obj.report(problems)
    if problems:
        raise typer.Exit(FAULT)
