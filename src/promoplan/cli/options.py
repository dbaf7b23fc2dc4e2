"""Options that several commands share."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="输出 JSON || Print JSON")]
Campaign = Annotated[str | None, typer.Option("--campaign", "-c", metavar="NAME", help="哪个活动 || Which campaign")]
Roles = Annotated[
    list[str] | None,
    typer.Option(
        "--role", "-r", metavar="ROLE", help="只看这个角色, 编号或中英文名都行 || Only this role, by id or name"
    ),
]
Phases = Annotated[
    list[str] | None, typer.Option("--phase", "-p", metavar="PHASE", help="只看这个阶段 || Only this phase")
]
People = Annotated[
    list[str] | None, typer.Option("--person", metavar="WHO", help="只看这个人的 || Only what this person does")
]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="当作是哪一天 || Pretend it is this day")]
Playbook = Annotated[
    str | None,
    typer.Option("--playbook", metavar="NAME", help="不看活动, 看这份剧本 || This playbook instead of the campaign"),
]
