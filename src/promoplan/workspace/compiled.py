"""The compiled plan: what a campaign's two files give, kept so that the next command need not work it out again.

It is only ever a copy, in the user's cache folder, where nobody else writes and no synced folder leads. A change of
either file, of promoplan or of the holiday data gives another key; a copy that is not, byte for byte, what was written
under that key is as good as none, and so is one that cannot be read or written.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from promoplan import __version__
from promoplan.errors import PromoplanError
from promoplan.model.plan import Plan
from promoplan.workspace import codec, files, holiday_data, places
from promoplan.workspace.layout import CAMPAIGN, PLAYBOOK

FOLDER = "plans"
LARGEST = 256 * 1024 * 1024
"""Bytes of a compiled plan or a file it comes from; the largest anybody has is a hundredth of this."""


class Compiled(NamedTuple):
    """What is kept."""

    identity: str
    created: str
    people: Mapping[str, tuple[str, ...]]
    plan: Plan


def key(folder: Path, dates: Mapping[str, Any]) -> str:
    """What the compiled plan depends on, as one word; the empty word when a file cannot be read."""
    moved = json.dumps(dates, sort_keys=True)
    digest = hashlib.sha256(f"{__version__} {codec.SHAPE} {holiday_data.digest()} {moved}".encode())
    try:
        for name in (CAMPAIGN, PLAYBOOK):
            data = files.plain(folder / name, LARGEST)
            digest.update(len(data).to_bytes(8, "big") + data)
    except OSError:
        return ""
    return digest.hexdigest()


def place(folder: Path) -> Path | None:
    """Where a campaign's compiled plan lies; nothing where the user has no home."""
    where = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()
    own = places.cache()
    return own / FOLDER / f"{where[:32]}.json" if own else None


def read(folder: Path, wanted: str) -> Compiled | None:
    """The compiled plan of that key, or nothing."""
    path = place(folder)
    try:
        if not wanted or path is None:
            return None
        head, _, body = files.plain(path, LARGEST).partition(b"\n")
        if head != _head(wanted, body):
            return None
        record = json.loads(body)
        people = {role: tuple(names) for role, names in record["people"].items()}
        return Compiled(record["identity"], record["created"], people, codec.decode(record["plan"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return None


def _head(wanted: str, body: bytes) -> bytes:
    """The first line: what the plan depends on, and that nobody has touched what follows."""
    return f"{wanted} {hashlib.sha256(wanted.encode() + body).hexdigest()}".encode()


def write(folder: Path, wanted: str, compiled: Compiled) -> None:
    """Keep a compiled plan; where that is not possible the next command works it out again."""
    path = place(folder)
    if not wanted or path is None:
        return
    record = {
        "identity": compiled.identity,
        "created": compiled.created,
        "people": compiled.people,
        "plan": codec.encode(compiled.plan),
    }
    body = json.dumps(record, separators=(",", ":")).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write(path, _head(wanted, body) + b"\n" + body)
    except (OSError, PromoplanError):
        return
