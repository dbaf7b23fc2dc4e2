"""What a campaign folder holds, by name."""

import os
import re
from contextlib import suppress
from pathlib import Path

from promoplan.text import STEERING

CAMPAIGN = "campaign.yaml"
PLAYBOOK = "playbook.yaml"
LOGS = "log"
"""The folder of the logs, one for each machine that writes: `log/<writer>.jsonl`."""
LOG = "log.jsonl"
"""The one log of campaigns made before there was a log for each machine."""
REJECTED = "log.rejected.jsonl"
"""Lines of the logs that could not be read, moved here by `doctor`."""
ATTRIBUTES = ".gitattributes"
CACHE = ".cache"
"""Where campaigns once had their compiled plan."""

MERGE = {name: f"{name} merge=union text eol=lf\n" for name in (LOG, f"{LOGS}/*.jsonl")}
"""Two copies of a campaign that both went on are merged line by line, whoever's logs they are."""

FORBIDDEN = re.compile(
    r'[/\\:*?"<>|\x00-\x1f\x7f]|^\.|[. ]$|^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)|^$',
    re.IGNORECASE,
)
"""What Windows or Unix will not have as a folder's name. Windows keeps its devices' names with any ending, too.

Source: Microsoft Learn, Naming Files, Paths, and Namespaces.
"""
LONGEST = 200
"""Bytes of a campaign's name. File systems take 255; exports and drafts put a few more on it."""


def is_too_long(name: str) -> bool:
    return len(name.encode("utf-8", "surrogatepass")) > LONGEST


def possible(name: str) -> str:
    """The nearest name that a folder can have."""
    kept = STEERING.sub("", name)
    kept = re.sub(r'[/\\:*?"<>|\x00-\x1f\x7f]+', "-", kept).strip("-. ")
    kept = kept.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore").rstrip("-. ")
    return f"x-{kept}" if not kept or FORBIDDEN.search(kept) else kept


BESIDE = re.compile(r"log(?!\.rejected)(?![a-z]).*\.jsonl", re.IGNORECASE)
"""The log and what sync programs make of it: `log (小李的冲突副本).jsonl`, `log-DESKTOP-X.jsonl`."""
INSIDE = re.compile(r"(?!\.).*\.jsonl", re.IGNORECASE)
WRITTEN = re.compile(rf"{LOGS}/[0-9a-f]{{8}}\.jsonl|{re.escape(LOG)}")
"""The logs that promoplan itself writes or once wrote; any other is a copy."""


def is_campaign(folder: Path) -> bool:
    return os.path.isfile(folder / CAMPAIGN)  # noqa: PTH113 - a name that no file can have is none, not an error


def logs(folder: Path) -> list[str]:
    """Every log of a campaign, copies included, by its name in the folder; raises OSError when that cannot be seen."""
    names = [name for name in _names(folder) if BESIDE.fullmatch(name)]
    with suppress(FileNotFoundError, NotADirectoryError):
        names += [f"{LOGS}/{name}" for name in _names(folder / LOGS) if INSIDE.fullmatch(name)]
    return sorted(names)


def _names(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries]


def is_copy(name: str) -> bool:
    """Whether a log was made by another program than ours, out of one of ours."""
    return not WRITTEN.fullmatch(name)
