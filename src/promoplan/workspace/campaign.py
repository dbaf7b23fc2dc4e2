"""One campaign: a folder with `campaign.yaml`, the playbook it runs on, and what happened."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promoplan.engine import choices
from promoplan.engine.checks import CHECKS
from promoplan.engine.expand import expand
from promoplan.errors import Problem, PromoplanError, is_error, usage
from promoplan.library.load import Loaded, load, validated
from promoplan.library.source import Source, read
from promoplan.library.strict import parse
from promoplan.model.campaign import CampaignFile
from promoplan.model.options import Options
from promoplan.model.plan import Plan
from promoplan.workspace import files

CAMPAIGN = "campaign.yaml"
PLAYBOOK = "playbook.yaml"
LOG = "log.jsonl"
ATTRIBUTES = ".gitattributes"

MERGE = f"{LOG} merge=union eol=lf\n"
"""Two copies of a campaign that both went on are merged line by line."""

FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]|^\.|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)$', re.IGNORECASE)
"""What Windows or Unix will not have in a folder's name."""


@dataclass(frozen=True)
class Campaign:
    """A campaign that was read: what was decided, and the playbook it runs on."""

    folder: Path
    file: CampaignFile
    loaded: Loaded
    options: Options

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def people(self) -> Mapping[str, tuple[str, ...]]:
        return self.file.people

    def plan(self) -> Plan:
        """The plan on its dates; raises PromoplanError when the playbook no longer gives one."""
        plan = expand(self.loaded.playbook, self.options)
        errors = [problem for problem in plan.problems if is_error(problem)]
        if errors:
            raise PromoplanError(*self.loaded.located(errors))
        return plan


def is_campaign(folder: Path) -> bool:
    return (folder / CAMPAIGN).is_file()


def open_campaign(folder: Path, shown: str = "") -> Campaign:
    """Read a campaign folder; raises PromoplanError with every fault of its files."""
    prefix = f"{shown or folder.name}/"
    source = read(folder / CAMPAIGN, prefix + CAMPAIGN)
    data = parse(source)
    file = validated(CampaignFile, data, source)
    loaded = load(folder / PLAYBOOK, prefix + PLAYBOOK)
    faults = loaded.located(problem for check in CHECKS for problem in check(loaded.playbook) if is_error(problem))
    options, problems = choices.options(
        loaded.playbook, file.event, file.anchors, file.inputs, file.calendar.off, file.calendar.work
    )
    problems += _people(loaded, file)
    if faults or problems:
        raise PromoplanError(*faults, *(source.locate(problem, data) for problem in problems))
    return Campaign(folder, file, loaded, options)


def _people(loaded: Loaded, file: CampaignFile) -> list[Problem]:
    known = loaded.playbook.roles
    return [Problem("unknown-role", {"name": role}, ("people", role)) for role in file.people if role not in known]


def refuse_taken(folder: Path) -> None:
    """Raise PromoplanError for a name that no folder can have, or that something already has."""
    if FORBIDDEN.search(folder.name):
        raise usage("bad-folder-name", name=folder.name)
    if folder.exists():
        raise usage("exists", name=folder.name)


def create(folder: Path, campaign: str, playbook: Source) -> None:
    """Make a campaign folder, whole or not at all; raises PromoplanError when there is one already."""
    refuse_taken(folder)
    draft = folder.with_name(f".{folder.name}.new")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        for name, text in ((CAMPAIGN, campaign), (PLAYBOOK, playbook.text), (LOG, ""), (ATTRIBUTES, MERGE)):
            files.write(draft / name, text.encode())
        refuse_taken(folder)
        draft.rename(folder)
    except OSError as error:
        raise files.cannot_write(folder, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def quoted(value: Any) -> str:
    """A scalar for a YAML file that a person will read: as it is where that is safe, else in quotes."""
    import json

    text = str(value)
    plain = re.fullmatch(r"[A-Za-z0-9_\u4e00-\u9fff][\w\u4e00-\u9fff./+%-]*", text) is not None
    return text if plain else json.dumps(text, ensure_ascii=False)
