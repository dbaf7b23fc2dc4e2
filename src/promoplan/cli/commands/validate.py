"""`promoplan validate FILE…`: all faults of playbook files, with their places."""

from typing import Annotated

import typer

from promoplan.cli.options import Json
from promoplan.errors import FAULT, is_error


def run(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="剧本文件, 或自带剧本的名字 || Playbook files, or shipped names"),
    ],
    as_json: Json = False,
) -> None:
    """检查剧本文件: 先查写法, 再查名字和日期, 带行号 || Check playbooks: all faults of form, then of names and dates"""
    from promoplan.cli import checking
    from promoplan.engine.words import Words

    reports = [checking.report(*checking.meant(file)) for file in files]
    problems = [problem for report in reports for problem in report.problems]
    if as_json:
        from promoplan.exports.records import dump, problem_record

        ctx.obj.write(dump({"problems": [problem_record(p, ctx.obj.lang) for p in problems]}))
    else:
        ctx.obj.report(problems)
        words = Words(ctx.obj.lang, ctx.obj.plain)
        for report in reports:
            ctx.obj.show(report.line(words))
    if any(map(is_error, problems)):
        raise typer.Exit(FAULT)
