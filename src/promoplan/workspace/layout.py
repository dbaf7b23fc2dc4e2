"""What a campaign folder holds, by name."""

import re
from pathlib import Path

CAMPAIGN = "campaign.yaml"
PLAYBOOK = "playbook.yaml"
LOG = "log.jsonl"
REJECTED = "log.rejected.jsonl"
"""Lines of the log that could not be read, moved here by `doctor`."""
ATTRIBUTES = ".gitattributes"
IGNORE = ".gitignore"
CACHE = ".cache"

MERGE = f"{LOG} merge=union text eol=lf\n"
"""Two copies of a campaign that both went on are merged line by line."""

FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]|^\.|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)$|^$', re.IGNORECASE)
"""What Windows or Unix will not have as a folder's name."""


def is_campaign(folder: Path) -> bool:
    return (folder / CAMPAIGN).is_file()
