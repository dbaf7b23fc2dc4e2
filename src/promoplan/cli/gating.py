"""What `gate` does: look at a phase's gate, and let it begin when a reason is given."""

from typing import NamedTuple

from promoplan.cli import running, several, writing
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine import select
from promoplan.engine.gates import Gate, gate
from promoplan.errors import Problem, usage


class Override(NamedTuple):
    """Why a phase may begin although its gate is not ready, and who says so."""

    reason: str
    by: str | None


def gates(session: Session, word: str, name: str | None) -> list[tuple[Running, Gate]]:
    """The gate of a phase in every campaign that has it; raises PromoplanError."""
    return several.wherever(running.active(session, name), lambda each: _gate(each, word))


def passed(session: Session, word: str, override: Override, name: str | None) -> tuple[Running, Gate]:
    """The gate of a phase after an override, which is only written where one is needed; raises PromoplanError."""
    reason = override.reason.strip()
    if not reason:
        raise usage("empty-reason")
    each = running.to_write(session, name)
    found = _gate(each, word)
    if not found.missing:
        session.report([Problem("nothing-to-overrule", {"name": found.phase.title})])
        return each, found
    missing = [each.item.id for each in found.missing]
    who = writing.author(session, each, override.by)
    written = writing.write(each, who, lambda command: command.gate(found.phase.id, reason, missing))
    return each, found._replace(override=written[0])


def _gate(each: Running, word: str) -> Gate:
    titles = {phase.id: phase.title for phase in each.plan.phases}
    phase = each.plan.phase(select.one("unknown-phase", titles, word))
    assert phase is not None
    return gate(each.plan, phase, each.campaign.progress)
