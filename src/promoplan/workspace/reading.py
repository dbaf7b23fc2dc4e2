"""A campaign's files, read and checked: the slow road, taken when they have changed since the plan was compiled."""

from pathlib import Path
from typing import NamedTuple

from promoplan.engine import choices
from promoplan.engine.checks import CHECKS
from promoplan.engine.expand import expand
from promoplan.errors import Problem, PromoplanError, is_error
from promoplan.errors.near import near
from promoplan.library.load import Loaded, load, validated
from promoplan.library.source import read
from promoplan.library.strict import parse
from promoplan.model.campaign import CampaignFile
from promoplan.model.options import Options
from promoplan.model.plan import Plan
from promoplan.workspace.layout import CAMPAIGN, PLAYBOOK


class Files(NamedTuple):
    """What was decided, and the playbook it was decided on."""

    decided: CampaignFile
    loaded: Loaded
    options: Options

    def plan(self) -> Plan:
        """The plan on its dates; raises PromoplanError when the playbook no longer gives one."""
        plan = expand(self.loaded.playbook, self.options)
        errors = [problem for problem in plan.problems if is_error(problem)]
        if errors:
            raise PromoplanError(*self.loaded.located(errors))
        return plan


def read_files(folder: Path) -> Files:
    """Read a campaign folder; raises PromoplanError with every fault of its files."""
    source = read(folder / CAMPAIGN, f"{folder.name}/{CAMPAIGN}")
    data = parse(source)
    decided = validated(CampaignFile, data, source)
    loaded = load(folder / PLAYBOOK, f"{folder.name}/{PLAYBOOK}")
    faults = loaded.located(problem for check in CHECKS for problem in check(loaded.playbook) if is_error(problem))
    options, problems = choices.options(
        loaded.playbook,
        choices.Choices(decided.event, decided.anchors, decided.inputs, decided.calendar.off, decided.calendar.work),
    )
    problems += _people(loaded, decided)
    if faults or problems:
        raise PromoplanError(*faults, *(source.locate(problem, data) for problem in problems))
    return Files(decided, loaded, options)


def _people(loaded: Loaded, decided: CampaignFile) -> list[Problem]:
    roles = loaded.playbook.roles
    return [
        Problem("unknown-role", {"name": role}, ("people", role), near=near(role, roles))
        for role in decided.people
        if role not in roles
    ]
