"""What a campaign's two files said when the log last spoke of them: kept beside the logs, by their digest.

So an edit by hand can be told from what was there before. A snapshot never changes, hence two machines never write
different ones under one name.
"""

import hashlib
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from promoplan.errors import PromoplanError
from promoplan.workspace import files
from promoplan.workspace.compiled import LARGEST
from promoplan.workspace.layout import CAMPAIGN, LOGS, PLAYBOOK

FOLDER = f"{LOGS}/files"
LENGTH = 16
"""Characters of a digest in a snapshot's name."""


def digest(folder: Path) -> str:
    """What the two files say today, as one word; the empty word when one cannot be read."""
    try:
        return _digest({name: files.plain(folder / name, LARGEST) for name in (CAMPAIGN, PLAYBOOK)})
    except OSError:
        return ""


def _digest(texts: Mapping[str, bytes]) -> str:
    found = hashlib.sha256()
    for data in texts.values():
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()[:LENGTH]


def path(folder: Path, name: str) -> Path | None:
    """The snapshot of that digest; nothing where it is gone or somebody changed it."""
    found = folder / FOLDER / name
    return found if name and found.is_dir() and digest(found) == name else None


def first(folder: Path, now: str) -> str:
    """The digest of the only snapshot but that of today; of today's where there is no other; else nothing."""
    try:
        names = sorted(each.name for each in (folder / FOLDER).iterdir() if len(each.name) == LENGTH)
    except OSError:
        return ""
    others = [name for name in names if name != now]
    return others[0] if len(others) == 1 else now if not others and names else ""


def keep(folder: Path) -> str:
    """Keep what the files say today; its digest. Raises PromoplanError when that cannot be written."""
    try:
        texts = {name: files.plain(folder / name, LARGEST) for name in (CAMPAIGN, PLAYBOOK)}
        name = _digest(texts)
        if path(folder, name) is None:
            write(folder / FOLDER / name, texts)
    except OSError as error:
        raise files.cannot_write(folder / FOLDER, error, FOLDER) from None
    return name


def write(target: Path, texts: Mapping[str, bytes]) -> None:
    """A new snapshot, whole or not at all; raises OSError or PromoplanError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        draft.mkdir(exist_ok=True)
        for name, data in texts.items():
            files.write(draft / name, data)
        if target.exists():
            shutil.rmtree(target)  # damaged, or `path` had found it
        draft.rename(target)
    finally:
        with suppress(OSError, PromoplanError):
            shutil.rmtree(draft, ignore_errors=True)


def of_texts(campaign: bytes, playbook: bytes) -> str:
    """The name of the snapshot of these texts."""
    return _digest({CAMPAIGN: campaign, PLAYBOOK: playbook})
