"""`promoplan today`: what a day asks of the team or of one role."""

import typer

from promoplan.cli.options import Campaign, Json, On, Roles


def run(
    ctx: typer.Context, role: Roles = None, on: On = None, campaign: Campaign = None, as_json: Json = False
) -> None:
    """今天做什么, 什么晚了, 接下来是什么 || What to do today, what is late, what comes next"""
    from promoplan.cli import running
    from promoplan.engine import agenda, select

    days = []
    for each in running.active(running.load(ctx.obj, campaign, on)):
        wanted = select.Filter(roles=select.roles(each.plan, role))
        days.append((each, agenda.agenda(each.plan, select.keep(each.plan, wanted), each.today), wanted.roles))
    if as_json:
        from promoplan.exports.lists import agenda_json
        from promoplan.exports.records import Texts

        dated = [(each.campaign.name, each.plan, day) for each, day, _ in days]
        ctx.obj.write(agenda_json(dated, Texts(ctx.obj.lang)))
        return
    from promoplan.views import today

    words = running.words_of(ctx.obj)
    running.show_blocks(
        ctx.obj, (today.render(each.plan, each.campaign.name, day, roles, words) for each, day, roles in days)
    )
