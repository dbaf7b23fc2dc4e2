"""A new campaign folder, whole or not at all."""

import os
import shutil
from pathlib import Path

from promoplan.errors import usage
from promoplan.library.source import Source
from promoplan.workspace import files
from promoplan.workspace.layout import ATTRIBUTES, CACHE, CAMPAIGN, FORBIDDEN, IGNORE, LOG, MERGE, PLAYBOOK


def refuse_taken(folder: Path) -> None:
    """Raise PromoplanError for a name that no folder can have, or that something already has."""
    if FORBIDDEN.search(folder.name):
        raise usage("bad-folder-name", name=folder.name)
    if folder.exists() or folder.is_symlink():
        raise usage("exists", name=folder.name)


def create(folder: Path, campaign: str, playbook: Source) -> None:
    """Write a draft beside the target, then rename it; raises PromoplanError."""
    refuse_taken(folder)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    texts = {CAMPAIGN: campaign, PLAYBOOK: playbook.text, LOG: "", ATTRIBUTES: MERGE, IGNORE: f"{CACHE}/\n"}
    try:
        draft.mkdir(parents=True)
        for name, text in texts.items():
            files.write(draft / name, text.encode())
        refuse_taken(folder)
        draft.rename(folder)
    except OSError as error:
        raise files.cannot_write(folder, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
