"""Who writes on this machine: eight hex digits, made once, which name its log in every campaign.

They lie in the user's state folder and never in a campaign, where a synced folder would hand them to others.
"""

import re
import secrets
from functools import cache
from pathlib import Path

from promoplan.errors import PromoplanError
from promoplan.workspace import files, locking, places

FILE = "writer"
NAME = re.compile(r"[0-9a-f]{8}")


def name() -> str:
    """This machine's name; where it cannot be kept, one for as long as the process."""
    folder = places.state()
    return (folder and (_kept(folder / FILE) or _made(folder / FILE))) or _passing()


def _kept(path: Path) -> str:
    """The name that was made before, or nothing."""
    try:
        text = files.plain(path, 100).decode("ascii").strip()
    except (OSError, ValueError):
        return ""
    return text if NAME.fullmatch(text) else ""


def _made(path: Path) -> str:
    """A new name, kept; the one of whoever was quicker; nothing where it cannot be kept."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with locking.held(FILE):
            if kept := _kept(path):
                return kept
            made = secrets.token_hex(4)
            files.write(path, f"{made}\n".encode())
            return made
    except (OSError, PromoplanError, locking.Busy):
        return ""


@cache
def _passing() -> str:
    return secrets.token_hex(4)
