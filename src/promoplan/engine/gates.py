"""Gates: what must be true before a phase may begin."""

from typing import NamedTuple

from promoplan.model.plan import Item, PhaseSpan, Plan
from promoplan.model.progress import Event, Progress


class Missing(NamedTuple):
    """An item that keeps a gate shut: it is open, or lines of its checklist are."""

    item: Item
    ticked: int
    lines: int

    @property
    def is_closed(self) -> bool:
        return self.item.state.is_closed


class Gate(NamedTuple):
    """A phase's gate: how many items it asks for, which are missing, and who let the phase begin anyway."""

    phase: PhaseSpan
    total: int
    missing: tuple[Missing, ...]
    override: Event | None

    @property
    def is_ready(self) -> bool:
        return not self.missing or self.override is not None


def gate(plan: Plan, phase: PhaseSpan, progress: Progress) -> Gate:
    """Each repeat of a task counts for itself; what this plan leaves out is not asked for."""
    items = [item for item in plan.items if item.card.task in phase.gate]
    missing = tuple(each for item in items if (each := _missing(item)) is not None)
    return Gate(phase, len(items), missing, progress.gates.get(phase.id))


def _missing(item: Item) -> Missing | None:
    """A skipped item asks for nothing more; a done one for its whole checklist."""
    lines = len(item.card.checklist)
    ticked = len(item.state.checked & set(range(1, lines + 1)))
    is_met = item.state.status == "skipped" or (item.state.status == "done" and ticked == lines)
    return None if is_met else Missing(item, ticked, lines)
