"""`promoplan date DATE SHIFT`: count days or working days, as the plan would."""

from typing import Annotated, Literal

import typer

from promoplan.cli import parse
from promoplan.cli.options import Json

SETTINGS = {"context_settings": {"ignore_unknown_options": True}}
"""`-30wd` is an argument, not an option."""


def run(
    ctx: typer.Context,
    day: Annotated[str, typer.Argument(metavar="DATE", help="从哪天算 || The day to count from")],
    shift: Annotated[
        str, typer.Argument(metavar="SHIFT", help="如 -30d, -30wd, +2w || Such as -30d, -30wd, +2w")
    ] = "+0d",
    roll: Annotated[
        Literal["none", "back", "forward"],
        typer.Option("--roll", metavar="back|forward", help="遇休息日提前或顺延 || Move off a rest day"),
    ] = "none",
    as_json: Json = False,
) -> None:
    """按天或工作日推算日期, 认调休 || Count days or working days, make-up days known"""
    from zoneinfo import ZoneInfo

    from promoplan.engine.counting import count

    start = parse.day(day, ctx.obj.clock.today(ZoneInfo("Asia/Shanghai")))
    counted = count(start, *parse.shift(shift), roll)
    if as_json:
        from promoplan.exports.records import dump

        ctx.obj.write(dump(counted.record()))
        return
    from promoplan.cli.running import words_of
    from promoplan.views import counted as view

    ctx.obj.show(*view.render(counted, words_of(ctx.obj)))
    ctx.obj.report(counted.problems)
