"""`promoplan init PLAYBOOK`: from a playbook and a date to a campaign folder."""

from typing import Annotated

import typer

from promoplan.cli import parse


def run(
    ctx: typer.Context,
    playbook: Annotated[
        str,
        typer.Argument(
            help="自带剧本的名字 (promoplan playbooks 列出), 或 YAML 文件 "
            "|| A shipped playbook's name (promoplan playbooks lists them), or a YAML file"
        ),
    ],
    day: Annotated[
        str | None, typer.Option("--date", "-d", metavar="DATE", help="活动当天 || The event's date")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="活动文件夹的名字 || Name of the campaign folder")] = None,
    choices: Annotated[
        list[str] | None, typer.Option("--set", metavar="K=V", help="填一个输入项 || Set an input")
    ] = None,
    anchors: Annotated[
        list[str] | None,
        typer.Option("--anchor", metavar="K=V", help="定一个关键时间, none 表示没有 || Set a key date; none drops it"),
    ] = None,
    people: Annotated[
        list[str] | None, typer.Option("--people", metavar="ROLE=A,B", help="角色由谁担任 || Who has a role")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看结果, 不建文件夹 || Show it, write nothing")] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="不提问, 用默认值 || Ask nothing, take the defaults")
    ] = False,
) -> None:
    """用剧本和日期建一个活动计划 || Start a campaign from a playbook and a date"""
    from promoplan.cli import starting

    request = starting.Request(
        playbook, day, name, parse.pairs(choices), parse.pairs(anchors), parse.pairs(people), quiet=yes
    )
    draft = starting.draft(request, ctx.obj)
    starting.show(draft, ctx.obj)
    if dry_run:
        ctx.obj.show(ctx.obj.say("试运行, 什么都没写。", "Dry run: nothing was written."))
        return
    starting.create(draft, ctx.obj)
