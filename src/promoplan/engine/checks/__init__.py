"""Checks beyond types: each a named function from a playbook to its problems, in one table.

To add a check: write the function, add its line, and put a faulty file into `tests/bad`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from promoplan.engine.checks.branches import branches
from promoplan.engine.checks.dated import before_needs, outside_phase
from promoplan.engine.checks.links import anchor_bases, edges, loops, references, repeated_ids
from promoplan.engine.checks.names import conditions, formulas, placeholders
from promoplan.engine.checks.words import defaults, empty_phases, languages, red_line_tasks
from promoplan.engine.expand import expand
from promoplan.errors import Problem, is_error
from promoplan.model.options import Options
from promoplan.model.plan import Plan
from promoplan.model.playbook import Playbook

CHECKS: tuple[Callable[[Playbook], Iterable[Problem]], ...] = (
    repeated_ids,
    references,
    anchor_bases,
    edges,
    loops,
    conditions,
    formulas,
    placeholders,
    defaults,
    languages,
    red_line_tasks,
    empty_phases,
)
"""What can be seen in the playbook alone."""

DATED: tuple[Callable[[Playbook, Plan], Iterable[Problem]], ...] = (outside_phase, before_needs)
"""What can only be seen on a calendar."""


def check(playbook: Playbook, *, every_choice: bool = True) -> list[Problem]:
    """All faults of a playbook, on its own and at its reference date; whatever a team chooses, or by default alone."""
    found = [problem for one in CHECKS for problem in one(playbook)]
    if any(map(is_error, found)):
        return found
    found += _planned(playbook, Options(playbook.event.reference))
    return [*found, *_otherwise(playbook, found)] if every_choice else found


def _otherwise(playbook: Playbook, usual: list[Problem]) -> Iterator[Problem]:
    """What is wrong only where a team chooses otherwise, each once, with the first choice that shows it."""
    known = {(problem.code, problem.path) for problem in usual}
    for choice, options in branches(playbook):
        for problem in _planned(playbook, options):
            if (problem.code, problem.path) not in known:
                known.add((problem.code, problem.path))
                yield replace(problem, under=choice)


STRAYS = {"outside-phase": "stray-outside", "before-needs": "stray-early"}
"""Faults at the reference date; elsewhere days off or a move can shift a task so, and a team may want it so."""


def strays(playbook: Playbook, plan: Plan) -> list[Problem]:
    """Open tasks that at these dates lie outside their phase, or before what they need: to look at, not to mend."""
    still_open = replace(plan, items=tuple(item for item in plan.items if not item.state.is_closed))
    return [replace(problem, code=STRAYS[problem.code]) for problem in dated(playbook, still_open)]


def _planned(playbook: Playbook, options: Options) -> list[Problem]:
    plan = expand(playbook, options)
    return [*plan.problems, *dated(playbook, plan)]


def dated(playbook: Playbook, plan: Plan) -> Iterator[Problem]:
    """The faults of a plan at its own dates."""
    for one in DATED:
        yield from one(playbook, plan)
