"""`promoplan export KIND`: the plan for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from promoplan.cli.options import Campaign, Phases, Roles


def run(
    ctx: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="ics 日历, md 打印稿, json 数据 || ics calendar, md to print, json data"),
    ],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="写到哪, - 表示屏幕 || Where to; - is standard output"),
    ] = None,
    role: Roles = None,
    phase: Phases = None,
    campaign: Campaign = None,
) -> None:
    """导出日历、打印稿或数据 || Write a calendar for phones and Outlook, pages to print, or data"""
    from promoplan.cli import exporting, running, several

    export = exporting.kind(kind)
    named = [running.single(ctx.obj, campaign)] if output else running.active(ctx.obj, campaign)
    here = [exporting.noted(ctx.obj, each) for each in named]
    jobs = several.wherever(here, lambda each: exporting.job(each, role, phase, ctx.obj.lang))
    for each, job in jobs:
        data = export.render(job)
        if output == "-" or (output and exporting.is_output(Path(output))):
            ctx.obj.write_bytes(data)
            continue
        name = exporting.file_name(each, role, phase, export, ctx.obj.lang)
        exporting.save_told(ctx.obj, Path(output) if output else ctx.obj.folder / name, data)
