"""One campaign as commands see it: its name, its people, its plan with where each item stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promoplan.engine.fold import fold
from promoplan.engine.keeping import with_keys
from promoplan.engine.placing import placed
from promoplan.engine.ticks import with_texts
from promoplan.errors import Place, Problem
from promoplan.model.plan import Plan
from promoplan.model.progress import Event, Progress
from promoplan.workspace import compiled, log
from promoplan.workspace.edits import Files, files_of, keys_now
from promoplan.workspace.first import first_checklists
from promoplan.workspace.layout import CAMPAIGN, LOGS, PLAYBOOK

SET_ASIDE = {
    "date-changed-by-hand": CAMPAIGN,
    "move-set-aside": PLAYBOOK,
    "off-and-work": CAMPAIGN,
    "bare-percent-read": CAMPAIGN,
}
"""What of the files does not hold, and the file that says so: moves, days off, percentages."""


@dataclass(frozen=True)
class Campaign:
    """A campaign that was read."""

    folder: Path
    identity: str
    """Part of every calendar UID; stays when the folder is renamed."""
    created: str
    """When `init` ran, ISO date-time in UTC."""
    people: Mapping[str, tuple[str, ...]]
    """Who has each role, as `campaign.yaml` says."""
    plan: Plan
    events: tuple[Event, ...]
    progress: Progress
    problems: tuple[Problem, ...]
    """What was wrong with the log."""
    is_edited: bool = False
    """Its files are not those that the log last spoke of."""

    @property
    def name(self) -> str:
        return self.folder.name

    def moves_set_aside(self) -> list[Problem]:
        """Moves that no longer hold, since somebody changed the file that they build on; days both off and worked."""
        return [
            problem.at(Place(f"{self.name}/{SET_ASIDE[problem.code]}"))
            for problem in self.plan.problems
            if problem.code in SET_ASIDE
        ]


def open_campaign(folder: Path) -> Campaign:
    """Read a campaign folder; raises PromoplanError with the faults of its files."""
    found = log.read(folder)
    progress = fold(found.events)
    files = files_of(folder, progress)
    known = plan_of(folder, progress, files)
    events = tuple(found.events)
    if known.plan.formerly:
        from promoplan.engine.renamed import renamed

        events = tuple(renamed(events, known.plan.formerly))
        progress = fold(events)
        known = plan_of(folder, progress, files)
    if progress.checked:
        progress = with_texts(progress, first_checklists(folder, known.plan))
    plan = placed(known.plan, progress, known.people)
    problems = (*found.problems, *_told(progress, plan, folder.name))
    return Campaign(
        folder,
        known.identity,
        known.created,
        known.people,
        plan,
        events,
        progress,
        problems,
        files.is_edited,
    )


def plan_of(folder: Path, progress: Progress, files: Files | None = None) -> compiled.Compiled:
    """The plan by its rules at the dates of the log, repeats with the keys they keep; raises PromoplanError."""
    return with_kept(folder, progress, compiled_plan(folder, progress.dates), files)


def with_kept(
    folder: Path, progress: Progress, known: compiled.Compiled, files: Files | None = None
) -> compiled.Compiled:
    """A plan by the files of today, whose repeats keep the keys they had before an edit by hand."""
    keys = keys_now(folder, progress, known.plan, files or files_of(folder, progress))
    return known._replace(plan=with_keys(known.plan, keys)) if keys else known


def compiled_plan(folder: Path, dates: Mapping[str, Mapping[str, Any]]) -> compiled.Compiled:
    """The plan at the moved dates, from its compiled copy where that is current; raises PromoplanError."""
    key = compiled.key(folder, dates)
    known = compiled.read(folder, key)
    if known is None:
        known = compile_plan(folder, dates)
        compiled.write(folder, key, known)
    return known


def compile_plan(folder: Path, dates: Mapping[str, Mapping[str, Any]]) -> compiled.Compiled:
    """The plan at the moved dates, worked out from the campaign's files; raises PromoplanError."""
    from promoplan.workspace.reading import read_files

    files = read_files(folder, dates)
    return compiled.Compiled(files.decided.id, files.decided.created, dict(files.decided.people), files.plan())


def _told(progress: Progress, plan: Plan, name: str) -> list[Problem]:
    """What people should know about a log that can be read."""
    place = Place(f"{name}/{LOGS}")
    found = [problem.at(place) for problem in _conflicts(progress, plan, name)] if progress.conflicts else []
    if progress.unknown:
        found.append(Problem("unknown-event", {"types": ", ".join(sorted(progress.unknown))}, place=place))
    return found


def _conflicts(progress: Progress, plan: Plan, name: str) -> list[Problem]:
    """Apart, since most logs have none and need not load the words."""
    from promoplan.engine.clashing import titles, told

    known = titles(plan)
    return [told(key, events, known, name) for key, events in progress.conflicts.items()]
