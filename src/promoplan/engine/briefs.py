"""A campaign in a line: what `campaigns` lists."""

from datetime import date
from typing import NamedTuple

from promoplan.engine.agenda import last_day
from promoplan.engine.overview import Tally, whole
from promoplan.errors import Problem
from promoplan.model.plan import Plan


class Standing(NamedTuple):
    """How a campaign that can be read stands."""

    plan: Plan
    today: date
    tally: Tally
    is_archived: bool

    @property
    def to_go(self) -> int:
        """Days to the event; negative afterwards."""
        return (self.plan.event - self.today).days

    @property
    def is_over(self) -> bool:
        return self.today > last_day(self.plan)


class Brief(NamedTuple):
    """A campaign, or why it cannot be read."""

    name: str
    standing: Standing | None
    problems: tuple[Problem, ...] = ()


def brief(name: str, plan: Plan, today: date, *, is_archived: bool) -> Brief:
    return Brief(name, Standing(plan, today, whole(plan, today), is_archived))
