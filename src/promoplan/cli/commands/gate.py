"""`promoplan gate PHASE`: may a phase begin?"""

from typing import Annotated

import typer

from promoplan.cli.commands.progress import By
from promoplan.cli.options import Campaign, Json
from promoplan.errors import MET


def run(
    ctx: typer.Context,
    phase: Annotated[str, typer.Argument(metavar="PHASE", help="阶段的编号或名字 || A phase by id or title")],
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="TEXT", help="没齐也放行, 写明理由 || Let it begin anyway, and say why"),
    ] = None,
    by: By = None,
    campaign: Campaign = None,
    as_json: Json = False,
) -> None:
    """阶段能不能开始: 还缺什么, 谁欠着; 没齐就以 3 退出 || May a phase begin: what is missing, who owes it; 3 if not"""
    from promoplan.cli import gating, running, several

    if reason is None:
        found = gating.gates(ctx.obj, phase, campaign)
    else:
        found = [gating.passed(ctx.obj, phase, gating.Override(reason, by), campaign)]
    if as_json:
        from promoplan.exports.overview import gate_json
        from promoplan.exports.records import Texts

        ctx.obj.write(gate_json([(each.campaign.name, gate) for each, gate in found], Texts(ctx.obj.lang)))
    else:
        from promoplan.views import gates

        several.show_named(ctx.obj, [(each, gates.render(gate, running.seen(ctx.obj, each))) for each, gate in found])
    if not all(gate.is_ready for _, gate in found):
        raise typer.Exit(MET)
