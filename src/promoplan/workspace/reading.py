"""A campaign's files, read and checked: the slow road, taken when they have changed since the plan was compiled."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

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
from promoplan.rules.point import EVENT
from promoplan.workspace.layout import CAMPAIGN, PLAYBOOK


class Files(NamedTuple):
    """What was decided, and the playbook it was decided on."""

    decided: CampaignFile
    loaded: Loaded
    options: Options
    notes: tuple[Problem, ...]
    """Moves that no longer hold."""

    def plan(self) -> Plan:
        """The plan on its dates; raises PromoplanError when the playbook no longer gives one."""
        plan = expand(self.loaded.playbook, self.options)
        errors = [problem for problem in plan.problems if is_error(problem)]
        if errors:
            raise PromoplanError(*self.loaded.located(errors))
        return replace(plan, problems=(*plan.problems, *self.notes))


def read_files(folder: Path, dates: Mapping[str, Mapping[str, Any]]) -> Files:
    """Read a campaign folder at its moved dates; raises PromoplanError with every fault of its files."""
    source = read(folder / CAMPAIGN, f"{folder.name}/{CAMPAIGN}")
    data = parse(source)
    decided = validated(CampaignFile, data, source)
    loaded = load(folder / PLAYBOOK, f"{folder.name}/{PLAYBOOK}")
    faults = loaded.located(problem for check in CHECKS for problem in check(loaded.playbook) if is_error(problem))
    event, anchors, notes = moved(decided, dates)
    chosen = choices.Choices(event, anchors, decided.inputs, decided.calendar.off, decided.calendar.work)
    options, problems = choices.options(loaded.playbook, chosen)
    problems += _people(loaded, decided)
    if faults or problems:
        raise PromoplanError(*faults, *(source.locate(problem, data) for problem in problems))
    return Files(decided, loaded, options, tuple(notes))


def moved(decided: CampaignFile, dates: Mapping[str, Mapping[str, Any]]) -> tuple[date, dict[str, str], list[Problem]]:
    """The event and anchors after all moves. A date that was since changed by hand in the file wins over its move."""
    event, anchors, notes = decided.event, dict(decided.anchors), []
    for name, move in dates.items():
        base = base_of(decided, name)
        if move["base"] != base:
            notes.append(Problem("date-changed-by-hand", {"name": name, "file": base or "-", "moved": move["to"]}))
        elif name == EVENT:
            event = date.fromisoformat(move["to"])
        elif move["to"]:
            anchors[name] = move["to"]
    return event, anchors, notes


def base_of(decided: CampaignFile, name: str) -> str:
    """What `campaign.yaml` itself says of the event or an anchor; nothing where it leaves it to the playbook."""
    return decided.event.isoformat() if name == EVENT else decided.anchors.get(name, "")


def _people(loaded: Loaded, decided: CampaignFile) -> list[Problem]:
    roles = loaded.playbook.roles
    return [
        Problem("unknown-role", {"name": role}, ("people", role), near=near(role, roles))
        for role in decided.people
        if role not in roles
    ]
