"""What is wrong with campaign folders, and what of it can be mended. Looking changes nothing that people wrote."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from promoplan.engine.orphans import future, orphans
from promoplan.errors import Problem, PromoplanError, is_error
from promoplan.workspace import files, log, mending
from promoplan.workspace.campaign import Campaign, open_campaign
from promoplan.workspace.copies import copies
from promoplan.workspace.find import adrift
from promoplan.workspace.layout import (
    ATTRIBUTES,
    CACHE,
    CAMPAIGN,
    LOGS,
    MERGE,
    PLAYBOOK,
    REJECTED,
    is_campaign,
    is_copy,
    logs,
)

MOST_LINES = 20
"""Bad lines of a log that are shown one by one."""

UNFINISHED = re.compile(r"\..+\.(\d+)\.(?:tmp|new)")
"""A file or folder that a command was writing; the number is its process."""

EARLY = timedelta(days=1)
"""How far a clock may be ahead before it is worth a word."""


class Finding(NamedTuple):
    """Something that is wrong, and the function that mends it if there is one."""

    problem: Problem
    mend: Callable[[], None] | None = None

    @property
    def is_fault(self) -> bool:
        """Whether there is something to do; a warning only wants to be known."""
        return self.mend is not None or is_error(self.problem)


def examine(folder: Path, now: datetime) -> list[Finding]:
    """One campaign."""
    found = [*_missing(folder), *_unfinished(folder), *_unfinished(folder / LOGS), *_left(folder), *_logs(folder)]
    found += map(Finding, copies(folder))
    try:
        found += map(Finding, _told(open_campaign(folder), now))
    except PromoplanError as error:
        known = [finding.problem for finding in found]
        is_short = any(problem.code == "missing-file" for problem in known)
        found += [] if is_short else [Finding(problem) for problem in error.problems if problem not in known]
    return found


def examine_workspace(folder: Path, campaigns: list[Path]) -> list[Finding]:
    """What lies between the campaigns: copies, unfinished work, lost links, folders that lost their first file."""
    return [*_unfinished(folder), *_headless(folder), *map(Finding, [*adrift(folder), *_copies(campaigns)])]


def _missing(folder: Path) -> Iterator[Finding]:
    if not (folder / PLAYBOOK).exists():
        yield Finding(Problem("missing-file", {"name": f"{folder.name}/{PLAYBOOK}"}))
    if not _names(folder):
        yield Finding(Problem("missing-log", {"name": f"{folder.name}/{LOGS}"}), partial(mending.new_log, folder))
    try:
        rules = files.plain(folder / ATTRIBUTES, log.LARGEST).decode("utf-8", "replace")
    except OSError:
        rules = ""
    known = {line.split()[0] for line in rules.splitlines() if "merge=union" in line}
    if wanted := [line for name, line in MERGE.items() if name not in known]:
        problem = Problem("no-merge-rule", {"name": f"{folder.name}/{ATTRIBUTES}"})
        yield Finding(problem, partial(mending.add_merge_rules, folder, wanted))


def _names(folder: Path) -> list[str]:
    try:
        return logs(folder)
    except OSError:
        return []


def _left(folder: Path) -> Iterator[Finding]:
    """What promoplans of before had in the folder, and what stands in the way of the logs."""
    if os.path.lexists(folder / CACHE):
        problem = Problem("old-cache", {"name": f"{folder.name}/{CACHE}"})
        yield Finding(problem, partial(mending.remove, folder / CACHE))
    if os.path.lexists(folder / LOGS) and not (folder / LOGS).is_dir():
        problem = Problem("not-a-folder", {"name": f"{folder.name}/{LOGS}"})
        yield Finding(problem, partial(mending.set_aside, folder, LOGS))


def _unfinished(folder: Path) -> Iterator[Finding]:
    """What a command that was stopped left behind."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        match = UNFINISHED.fullmatch(path.name)
        if match and not _runs(int(match[1])):
            yield Finding(Problem("unfinished", {"name": path.name}), partial(mending.remove, path))


def _runs(process: int) -> bool:
    """Whether a process is still at work. Windows does not let go of files that are, which is as good."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _logs(folder: Path) -> Iterator[Finding]:
    """Logs that are none, copies of logs, lines that are no events."""
    for name in _names(folder):
        try:
            data = log.load(folder, name)
        except PromoplanError as error:
            (problem,) = error.problems
            mend = MENDS.get(problem.code)
            yield Finding(problem, partial(mend, folder, name) if mend else None)
            continue
        if is_copy(name):
            yield Finding(
                Problem("log-copy", {"name": f"{folder.name}/{name}"}), partial(mending.take_in, folder, name)
            )
        else:
            yield from _bad_lines(folder, name, log.parse(data, f"{folder.name}/{name}").problems)


MENDS = {"not-plain": mending.set_aside, "is-a-directory": mending.set_aside, "log-not-utf8": mending.recode}
"""What is done about a log that cannot be read at all."""


def _bad_lines(folder: Path, name: str, problems: list[Problem]) -> Iterator[Finding]:
    """Each is shown, up to a number; all are moved at once."""
    mend = partial(mending.reject_lines, folder, name)
    for problem in problems[:MOST_LINES]:
        yield Finding(Problem("line-to-reject", {"file": REJECTED}, place=problem.place), mend)
    if more := len(problems[MOST_LINES:]):
        yield Finding(Problem("more-lines", {"count": more}), mend)


def _told(campaign: Campaign, now: datetime) -> Iterator[Problem]:
    """What people should know and settle themselves."""
    yield from (problem for problem in campaign.problems if problem.code in {"conflict", "unknown-event"})
    yield from campaign.moves_set_aside()
    for item, count in orphans(campaign.events, campaign.plan, campaign.progress).items():
        yield Problem("event-without-item", {"name": item, "count": count, "campaign": campaign.name})
    for each in campaign.plan.items:
        if each.state.lost:
            args = {"name": each.card.title, "item": each.id, "lines": ", ".join(each.state.lost)}
            yield Problem("tick-lost", {**args, "campaign": campaign.name})
    if latest := future(campaign.events, campaign.plan, now + EARLY):
        yield Problem("future-entry", {"at": latest, "campaign": campaign.name})


def _headless(folder: Path) -> Iterator[Finding]:
    """Folders that look like campaigns but for the file that makes them one."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return
    for path in paths:
        if not is_campaign(path) and _names(path) and (path / PLAYBOOK).is_file():
            yield Finding(Problem("missing-file", {"name": f"{path.name}/{CAMPAIGN}"}))


def _copies(campaigns: list[Path]) -> Iterator[Problem]:
    """Campaigns with one identity, whose calendar entries would replace each other."""
    by_id: dict[str, list[str]] = {}
    for folder in campaigns:
        try:
            by_id.setdefault(open_campaign(folder).identity, []).append(folder.name)
        except PromoplanError:
            continue
    for names in by_id.values():
        if len(names) > 1:
            yield Problem("same-id", {"names": ", ".join(names), "file": CAMPAIGN})
