"""`promoplan calendar [YEAR]`: the year's promotions, and from when each must be prepared."""

from typing import Annotated, Literal

import typer

from promoplan.cli.options import Json


def run(
    ctx: typer.Context,
    year: Annotated[
        str | None, typer.Argument(metavar="YEAR", help="哪一年, 默认今年 || Which year; this year")
    ] = None,
    market: Annotated[
        Literal["tmall", "alibaba"] | None,
        typer.Option("--market", "-m", metavar="tmall|alibaba", help="只看一个平台 || Only this market"),
    ] = None,
    as_json: Json = False,
) -> None:
    """一年的大促: 日期、哪天动手、用哪份剧本 || The year's promotions: dates, when to begin, which playbook"""
    from promoplan.cli import parse, running
    from promoplan.engine.yearbook import BEIJING, yearbook
    from promoplan.library.promotions import playbooks_of, promotions

    today = ctx.obj.clock.today(BEIJING)
    known = promotions()
    playbooks = playbooks_of(known)
    book = yearbook(parse.year(year, today), known, playbooks, market)
    if as_json:
        from promoplan.exports.records import Texts
        from promoplan.exports.yearbook import render

        ctx.obj.write(render(book, market, known.sources, Texts(ctx.obj.lang)))
        return
    from promoplan.views import yearbook as view

    titles = {name: playbook.title for name, playbook in playbooks.items()}
    ctx.obj.show(*view.render(book, today, titles, ctx.obj.out.width, running.words_of(ctx.obj)))
    ctx.obj.report(book.problems)
