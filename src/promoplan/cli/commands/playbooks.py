"""`promoplan playbooks`: the shipped playbooks, one in detail, a new one to write, where they are."""

from typing import Annotated, Literal

import typer

from promoplan.cli.options import Json
from promoplan.errors import usage


def run(
    ctx: typer.Context,
    action: Annotated[
        Literal["list", "show", "new", "path"],
        typer.Argument(
            metavar="list|show|new|path", help="列出, 看一份, 新写一份, 在哪 || List, look at one, write one, where"
        ),
    ] = "list",
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="剧本的名字 || The playbook's name")] = None,
    as_json: Json = False,
) -> None:
    """自带的剧本; show 看一份, new 起一份自己的, path 在哪 || The shipped playbooks: list, show, new, path"""
    from promoplan.cli import shelf

    if action in {"show", "new"} and name is None:
        raise usage("missing-argument", name="NAME", command="promoplan playbooks --help")
    {"list": shelf.listing, "show": shelf.look, "new": shelf.new, "path": shelf.where}[action](
        ctx.obj, name or "", as_json
    )
