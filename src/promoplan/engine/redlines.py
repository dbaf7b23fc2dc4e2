"""The red lines of a playbook, beside the tasks that reach the same end lawfully."""

from collections.abc import Mapping
from typing import NamedTuple

from promoplan.model.plan import Plan
from promoplan.model.playbook import Playbook, Redline
from promoplan.text import Text


class Group(NamedTuple):
    """Red lines of one playbook; with a plan, those of the campaign that runs on it."""

    name: str
    """The campaign, else the playbook."""
    playbook: Playbook
    redlines: Mapping[str, Redline]
    plan: Plan | None = None

    def phase(self, name: str) -> Text:
        return next((phase.title for phase in self.playbook.phases if phase.id == name), Text.same(name))


class Instead(NamedTuple):
    """A task that reaches the same end lawfully."""

    task: str
    title: Text
    planned: bool
    """Whether the campaign's plan has it; a playbook alone has all its tasks."""


def instead(redline: Redline, group: Group) -> list[Instead]:
    """The tasks a red line names, in its own order."""
    titles = {task.id: task.title for task in group.playbook.tasks}
    planned = titles if group.plan is None else {item.card.task for item in group.plan.items}
    return [Instead(task, titles[task], task in planned) for task in redline.instead if task in titles]
