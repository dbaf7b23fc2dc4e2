"""A choice between rules: the first whose condition holds.

when:
  - {if: rhythm == strategy, then: D-17..D-1}
  - D-7..D-1
"""

from collections.abc import Iterator

from pydantic import Field, RootModel

from promoplan.rules.base import Dates, NoDate, Ref, Rule, Slot, Strict
from promoplan.rules.condition import Condition
from promoplan.rules.plain import Plain, one_of
from promoplan.rules.stamp import Step


class Case(Strict):
    """A rule that applies if a condition holds."""

    condition: Condition = Field(alias="if")
    then: Plain


class Cases(RootModel[tuple[one_of({"if": Case}), ...]]):  # type: ignore[misc]
    """The alternatives in order; a rule without a condition always applies."""

    def __str__(self) -> str:
        return " | ".join(f"{o.then} if {o.condition}" if isinstance(o, Case) else str(o) for o in self.root)

    def __hash__(self) -> int:
        return hash(self.root)

    def refs(self) -> Iterator[Ref]:
        for option in self.root:
            yield from (option.then if isinstance(option, Case) else option).refs()

    def conditions(self) -> Iterator[tuple[int, str]]:
        """Each condition with the number of its alternative."""
        return ((n, option.condition) for n, option in enumerate(self.root) if isinstance(option, Case))

    def chosen(self, dates: Dates) -> tuple[Rule, str]:
        """The rule that applies and the condition that made it so; raises `NoDate` when none does."""
        for option in self.root:
            if not isinstance(option, Case):
                return option, ""
            if dates.holds(option.condition):
                return option.then, option.condition
        raise NoDate("no-case")

    def slots(self, dates: Dates) -> list[Slot]:
        rule, condition = self.chosen(dates)
        step = Step("case", None, (str(rule), condition))
        return [Slot(s.key, s.start, s.end, s.label, (step, *s.steps)) for s in rule.slots(dates)]
