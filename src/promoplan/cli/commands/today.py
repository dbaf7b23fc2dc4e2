"""`promoplan today`: what a day asks of the team, of one role or of one person."""

from typing import Annotated, Literal

import typer

from promoplan.cli.options import Campaign, Json, On, People, Roles
from promoplan.errors import MET


def run(
    ctx: typer.Context,
    role: Roles = None,
    person: People = None,
    on: On = None,
    fail_on: Annotated[
        Literal["overdue"] | None,
        typer.Option(
            "--fail-on", metavar="overdue", help="有逾期的就以 3 退出 || Exit with 3 when something is overdue"
        ),
    ] = None,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """今天做什么, 什么晚了, 接下来是什么 || What to do today, what is late, what comes next"""
    from promoplan.cli import running, several
    from promoplan.engine import agenda, select

    if campaign is None:
        running.adrift(ctx.obj)
    found = running.active(ctx.obj, campaign, on)
    running.copied(ctx.obj, found)
    running.missed(ctx.obj, found)
    people = running.people(found, person)
    chosen = several.wherever(found, lambda each: select.Filter(roles=select.roles(each.plan, role), people=people))
    days = [
        (each, agenda.agenda(each.plan, select.keep(each.plan, wanted), each.today), wanted) for each, wanted in chosen
    ]
    if as_json:
        from promoplan.exports.lists import agenda_json
        from promoplan.exports.records import Texts

        dated = [(each.campaign.name, each.plan, day) for each, day, _ in days]
        ctx.obj.write(agenda_json(dated, Texts(ctx.obj.lang)))
    else:
        from promoplan.views import today

        several.show_blocks(
            ctx.obj,
            (today.render(each.campaign.name, day, wanted, running.seen(ctx.obj, each)) for each, day, wanted in days),
        )
    if fail_on and any(day.overdue for _, day, _ in days):
        raise typer.Exit(MET)
