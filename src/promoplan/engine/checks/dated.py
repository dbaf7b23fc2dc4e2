"""What can only be seen once a playbook has dates."""

from collections.abc import Iterator

from promoplan.errors import Problem
from promoplan.model.plan import Item, Plan
from promoplan.model.playbook import Playbook
from promoplan.rules.stamp import day_of


def outside_phase(playbook: Playbook, plan: Plan) -> Iterator[Problem]:
    """Tasks that lie outside their phase and do not say so. The first stray item of a task stands for all."""
    phases = {phase.id: phase for phase in plan.phases}
    places = {task.id: number for number, task in enumerate(playbook.tasks)}
    told: set[str] = set()
    for item in plan.items:
        task = playbook.tasks[places[item.card.task]]
        phase = phases[item.card.phase]
        if task.outside or task.id in told:
            continue
        early = item.first_day(plan.zone) < day_of(phase.start, plan.zone)
        late = phase.end is not None and item.last_day(plan.zone) > phase.last_day(plan.zone)
        if early or late:
            told.add(task.id)
            args = {"name": item.id, "start": item.start, "end": item.end, "phase": phase.id}
            yield Problem(
                "outside-phase", {**args, "first": phase.start, "last": phase.end}, ("tasks", places[task.id], "when")
            )


def before_needs(playbook: Playbook, plan: Plan) -> Iterator[Problem]:
    """Tasks that start before the day on which what they need is finished."""
    first: dict[str, Item] = {}
    last: dict[str, Item] = {}
    for item in plan.items:
        first.setdefault(item.card.task, item)
        if item.last_day(plan.zone) >= last.get(item.card.task, item).last_day(plan.zone):
            last[item.card.task] = item
    for number, task in enumerate(playbook.tasks):
        for at, need in enumerate(task.needs):
            if (
                task.id in first
                and need in last
                and first[task.id].first_day(plan.zone) < last[need].last_day(plan.zone)
            ):
                args = {"name": task.id, "start": first[task.id].start, "need": need, "end": last[need].end}
                yield Problem("before-needs", args, ("tasks", number, "needs", at))
