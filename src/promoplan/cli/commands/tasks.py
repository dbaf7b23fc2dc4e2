"""`promoplan tasks`: the plan as a list."""

from typing import TYPE_CHECKING, Annotated

import typer

from promoplan.cli.options import Campaign, Json, People, Phases, Roles

if TYPE_CHECKING:
    from promoplan.model.plan import Item
    from promoplan.views.tasks import Days


def run(
    ctx: typer.Context,
    role: Roles = None,
    phase: Phases = None,
    board: Annotated[
        list[str] | None, typer.Option("--board", "-b", metavar="BOARD", help="只看这个板块 || Only this board")
    ] = None,
    person: People = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            "-s",
            metavar="STATUS",
            help="只看这种: open 没完的, started, blocked, late 晚了的, done, skipped || "
            "Only these: open (not closed), started, blocked, late, done, skipped",
        ),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="从哪天起 || From this day")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="到哪天止 || Up to this day")] = None,
    every: Annotated[
        bool, typer.Option("--all", "-a", help="重复的任务逐次列出 || List every repeat on its own line")
    ] = False,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """列出任务, 按时间排 || List the tasks in the order of time"""
    from promoplan.cli import running, several
    from promoplan.engine import select

    found = running.load(ctx.obj, campaign)
    running.missed(ctx.obj, found)
    people = running.people(found, person)

    def days(each: running.Running) -> "Days":
        return each.day(first) if first else None, each.day(last) if last else None

    def listed(each: running.Running) -> "list[Item]":
        wanted = select.Filter(
            roles=select.roles(each.plan, role),
            phases=select.phases(each.plan, phase),
            boards=select.boards(each.plan, board),
            people=people,
            statuses=select.statuses(status),
            first=days(each)[0],
            last=days(each)[1],
        )
        return select.keep(each.plan, wanted, each.today)

    lists = several.wherever(found, listed)
    if as_json:
        from promoplan.exports.lists import tasks_json
        from promoplan.exports.records import Texts

        ctx.obj.write(tasks_json(several.listed(lists), Texts(ctx.obj.lang)))
        return
    from promoplan.views import tasks

    several.show_blocks(
        ctx.obj,
        (
            tasks.render(each.campaign.name, items, running.seen(ctx.obj, each), every=every, days=days(each))
            for each, items in lists
        ),
    )
