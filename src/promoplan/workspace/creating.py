"""A new campaign folder, whole or not at all."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from promoplan.errors import PromoplanError, usage
from promoplan.library.load import validated
from promoplan.library.source import Source, decode
from promoplan.library.strict import parse
from promoplan.model.campaign import CampaignFile
from promoplan.text import STEERING, one_line
from promoplan.workspace import files, log, snapshots
from promoplan.workspace.layout import (
    ATTRIBUTES,
    CAMPAIGN,
    FORBIDDEN,
    MERGE,
    PLAYBOOK,
    is_too_long,
    possible,
)


def refuse_name(name: str) -> None:
    """Raise PromoplanError, with a name that works, for one that no folder can have or nobody could read."""
    if is_too_long(name):
        raise usage("long-folder-name", name=name, like=possible(name))
    if FORBIDDEN.search(name) or STEERING.search(name):
        raise usage("bad-folder-name", name=name, like=possible(name))


def refuse_taken(folder: Path) -> None:
    """Raise PromoplanError for a name that no folder can have, or that something already has."""
    refuse_name(folder.name)
    try:
        folder.lstat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise files.cannot_write(folder, error) from None
    raise usage("exists", name=folder.name)


def read_back(text: str, meant: Mapping[str, Any]) -> None:
    """Read a campaign's text as the next command will; raises PromoplanError naming what would not be as it is meant.

    So a playbook's titles and a person's words, whatever is in them, cannot change what is decided.
    """
    try:
        source = Source(CAMPAIGN, decode(text.encode("utf-8", "surrogatepass"), CAMPAIGN).text)
        found = validated(CampaignFile, parse(source), source).model_dump()
    except PromoplanError:
        found = {}
    wrong = [name for name, value in meant.items() if found.get(name) != value]
    wrong = [name for name in wrong if _is_broken(str(meant[name]))] or wrong
    if wrong:
        raise usage("not-written", name=", ".join(wrong), text=one_line(str(meant[wrong[0]])))


def _is_broken(text: str) -> bool:
    """Whether there are bytes in it that are no text."""
    return "\\ud" in ascii(text)


def create(folder: Path, campaign: str, playbook: Source) -> None:
    """Write a draft beside the target, then rename it; raises PromoplanError."""
    refuse_taken(folder)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    texts = {CAMPAIGN: campaign, PLAYBOOK: playbook.text, log.own(): "", ATTRIBUTES: "".join(MERGE.values())}
    first = f"{snapshots.FOLDER}/{snapshots.of_texts(campaign.encode(), playbook.text.encode())}"
    texts |= {f"{first}/{CAMPAIGN}": campaign, f"{first}/{PLAYBOOK}": playbook.text}
    try:
        (draft / first).mkdir(parents=True)
        for name, text in texts.items():
            files.write(draft / name, text.encode())
        refuse_taken(folder)
        draft.rename(folder)
    except OSError as error:
        raise files.cannot_write(folder, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
