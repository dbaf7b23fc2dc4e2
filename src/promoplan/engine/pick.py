"""Which item a person means when a task comes more than once."""

from datetime import date

from promoplan.engine.calling import named
from promoplan.errors import usage
from promoplan.model.plan import Item, Plan
from promoplan.text import Text

MOST = 8
"""Candidates that are named."""


def pick(plan: Plan, word: str, today: date) -> Item:
    """One item by what a person typed; of a repeat today's. Raises PromoplanError when it stays open which."""
    found = named(plan, word)
    if len(found) == 1:
        return found[0]
    exact = [item for item in found if item.id.lower() == word.strip().lower()]
    todays = [item for item in found if item.first_day(plan.zone) <= today <= item.last_day(plan.zone)]
    for group in (exact, [item for item in todays if not item.state.is_closed], todays):
        if len(group) == 1:
            return group[0]
    near = sorted(found, key=lambda item: abs((item.last_day(plan.zone) - today).days))[:MOST]
    known = ", ".join(f"{item.id} ({item.last_day(plan.zone):%m-%d})" for item in sorted(near, key=plan.items.index))
    more = len(found) - len(near)
    cut = Text(f"{known} 等 {len(found)} 次", f"{known} and {more} more") if more else Text.same(known)
    raise usage("which-repeat", name=word, known=cut, task=found[0].card.task)
