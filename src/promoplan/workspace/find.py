"""Which campaigns are here: the one we stand in, or those in the folder we stand in."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from promoplan.errors import Problem, PromoplanError, usage
from promoplan.text import alike
from promoplan.workspace.layout import is_campaign


def folders(here: Path) -> list[Path]:
    """The campaign folders a command means; empty when there are none."""
    inside = standing_in(here)
    return [inside] if inside else children(here)


def standing_in(here: Path) -> Path | None:
    """The campaign whose folder we are in."""
    return next((folder for folder in (here, *here.parents) if is_campaign(folder)), None)


def workspace(here: Path) -> Path:
    """The folder that holds the campaigns: the one we stand in, or the one around our campaign's."""
    inside = standing_in(here)
    return inside.parent if inside else here


def children(folder: Path) -> list[Path]:
    """The campaigns in a folder, by name."""
    return sorted(_children(folder))


def _children(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir() and not entry.name.startswith(".") and is_campaign(Path(entry.path)):
                    yield Path(entry.path)
    except OSError:
        return


FILE_NAME = re.compile(r"\.[a-z]\w{0,4}$", re.IGNORECASE)
"""What ends the name of a file rather than a campaign's."""


def adrift(folder: Path) -> list[Problem]:
    """Links that may have led to campaigns, and to nothing now: a drive or a share that is not there."""
    try:
        with os.scandir(folder) as entries:
            links = sorted(entry.name for entry in entries if entry.is_symlink() and not entry.name.startswith("."))
        lost = [name for name in links if not (os.path.exists(folder / name) or FILE_NAME.search(name))]  # noqa: PTH110
        return [Problem("link-adrift", {"name": name, "target": os.readlink(folder / name)}) for name in lost]  # noqa: PTH115
    except OSError:
        return []


def _called(found: list[Path], name: str) -> list[Path]:
    """The one campaign of that name, or whose name begins so: `double11` is enough for `double11-2024`.

    The name as it is written wins; the case and width of letters count only where they tell two campaigns apart.
    """
    wanted = alike(name)
    names = {folder: alike(folder.name) for folder in found}
    ways = (
        [folder for folder in found if folder.name == name],
        [folder for folder in found if names[folder] == wanted],
        [folder for folder in found if name and folder.name.startswith(name)],
        [folder for folder in found if wanted and names[folder].startswith(wanted)],
    )
    return next((close for close in ways if len(close) == 1), [])


def chosen(here: Path, name: str | None, today: date) -> list[Path]:
    """The folders to work on; raises PromoplanError when there is none, or none of that name."""
    found = folders(here)
    if name is not None:
        given = Path(name)
        if is_campaign(here / given):
            return [here / given]
        named = _called(found, given.name)
        if not named:
            known = ", ".join(folder.name for folder in found) or "-"
            raise usage("unknown-campaign", name=name, known=known)
        return named
    if not found:
        usual = date(today.year + (today > date(today.year, 11, 11)), 11, 11)
        raise PromoplanError(Problem("no-campaign", {"date": usual}), exit_code=2)
    return found
