"""A campaign's files, read and checked: the slow road, taken when they have changed since the plan was compiled."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from promoplan.engine import choices, inputs
from promoplan.engine.checks import CHECKS
from promoplan.engine.expand import expand
from promoplan.engine.renamed import ids
from promoplan.errors import Problem, PromoplanError, is_error
from promoplan.errors.near import near
from promoplan.library.load import Loaded, load, validated
from promoplan.library.source import read
from promoplan.library.strict import parse
from promoplan.model.campaign import CampaignFile
from promoplan.model.options import Options
from promoplan.model.plan import Plan
from promoplan.model.playbook import Playbook
from promoplan.rules.point import EVENT
from promoplan.workspace.layout import CAMPAIGN, PLAYBOOK


class Files(NamedTuple):
    """What was decided, and the playbook it was decided on."""

    decided: CampaignFile
    loaded: Loaded
    options: Options
    notes: tuple[Problem, ...]
    """Moves that no longer hold, and days that are both off and worked."""

    def at(self, dates: Mapping[str, Mapping[str, Any]]) -> "Files":
        """The same files at other moved dates."""
        event, anchors, notes = moved(self.decided, self.loaded.playbook, dates)
        options, _ = choices.options(self.loaded.playbook, _chosen(self.decided, self.loaded.playbook, event, anchors))
        return self._replace(
            options=options, notes=(*notes, *_both(self.decided), *_fractions(self.decided, self.loaded.playbook))
        )

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
    known = ids(loaded.playbook)
    decided = decided.model_copy(update={"anchors": {known.get(n, n): at for n, at in decided.anchors.items()}})
    faults = loaded.located(problem for check in CHECKS for problem in check(loaded.playbook) if is_error(problem))
    options, problems = choices.options(
        loaded.playbook, _chosen(decided, loaded.playbook, decided.event, decided.anchors)
    )
    problems += _people(loaded, decided)
    if faults or problems:
        raise PromoplanError(*faults, *(source.locate(problem, data) for problem in problems))
    return Files(decided, loaded, options, ()).at(dates)


def _chosen(decided: CampaignFile, playbook: Playbook, event: date, anchors: Mapping[str, str]) -> choices.Choices:
    given = {
        name: inputs.understood(playbook.inputs[name], text) if name in playbook.inputs else text
        for name, text in decided.inputs.items()
    }
    return choices.Choices(event, anchors, given, decided.calendar.off, decided.calendar.work)


def moved(
    decided: CampaignFile, playbook: Playbook, dates: Mapping[str, Mapping[str, Any]]
) -> tuple[date, dict[str, str], list[Problem]]:
    """The event and anchors after all moves; those that the files no longer leave room for are set aside, and named.

    A date that was changed by hand in `campaign.yaml` since its move wins over it.
    """
    event, anchors, notes = decided.event, dict(decided.anchors), []
    known = ids(playbook)
    for said, move in dates.items():
        name = known.get(said, said)
        base, to = base_of(decided, name), move["to"]
        if move["base"] != base:
            notes.append(Problem("date-changed-by-hand", {"name": name, "file": base or "-", "moved": to or "-"}))
        elif name == EVENT:
            event = date.fromisoformat(to)
        elif to and _is_possible(playbook, decided, name, to):
            anchors[name] = to
        elif to:
            notes.append(Problem("move-set-aside", {"name": name, "moved": to}))
    return event, anchors, notes


def _both(decided: CampaignFile) -> Iterator[Problem]:
    """The days that the calendar of `campaign.yaml` has under `off` and under `work`."""
    days = sorted(set(decided.calendar.off) & set(decided.calendar.work))
    if days:
        yield Problem("off-and-work", {"days": ", ".join(map(str, days))})


def _fractions(decided: CampaignFile, playbook: Playbook) -> Iterator[Problem]:
    """Percentages of `campaign.yaml` of which nobody can tell whether they are fractions; they are taken as such."""
    for name, text in decided.inputs.items():
        found = inputs.read(playbook.inputs[name], text) if name in playbook.inputs else None
        if isinstance(found, Problem) and found.code == inputs.BARE:
            yield Problem("bare-percent-read", {"name": name, **found.args})


def _is_possible(playbook: Playbook, decided: CampaignFile, name: str, to: str) -> bool:
    """Whether the playbook, which people may edit, still has such an anchor."""
    _, problems = choices.options(playbook, choices.Choices(decided.event, {name: to}, {}))
    return not problems


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
