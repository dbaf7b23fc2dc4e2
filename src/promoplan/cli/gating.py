"""What `gate` does: look at a phase's gate, and let it begin when a reason is given."""

from typing import NamedTuple

from promoplan.cli import running, writing
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine import select
from promoplan.engine.gates import Gate, gate
from promoplan.errors import usage


class Override(NamedTuple):
    """Why a phase may begin although its gate is not ready, and who says so."""

    reason: str | None
    by: str | None


def passed(session: Session, word: str, override: Override, name: str | None) -> tuple[Running, Gate]:
    """The gate of a phase, after an override if one was given and needed; raises PromoplanError."""
    if override.reason is not None and not override.reason.strip():
        raise usage("empty-reason")
    each = running.single(session, name)
    titles = {phase.id: phase.title for phase in each.plan.phases}
    phase = each.plan.phase(select.one("unknown-phase", titles, word))
    assert phase is not None
    found = gate(each.plan, phase, each.campaign.progress)
    if not found.missing or override.reason is None:
        return each, found
    reason, missing = override.reason.strip(), [each.item.id for each in found.missing]
    who = writing.author(session, each, override.by)
    written = writing.write(each, who, lambda command: command.gate(phase.id, reason, missing))
    return each, found._replace(override=written[0])
