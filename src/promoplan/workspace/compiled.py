"""The compiled plan: what a campaign's two files give, kept so that the next command need not work it out again.

It is only ever a copy. A change of either file, of promoplan or of the holiday data gives another key, and a
file that cannot be read or written is as good as none.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from promoplan import __version__
from promoplan.errors import PromoplanError
from promoplan.model.plan import Plan
from promoplan.workspace import codec, files, holiday_data
from promoplan.workspace.layout import CACHE, CAMPAIGN, PLAYBOOK

FILE = "plan.json"


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
            data = (folder / name).read_bytes()
            digest.update(len(data).to_bytes(8, "big") + data)
    except OSError:
        return ""
    return digest.hexdigest()


def read(folder: Path, wanted: str) -> Compiled | None:
    """The compiled plan of that key, or nothing."""
    try:
        record = json.loads((folder / CACHE / FILE).read_bytes())
        if not wanted or record["key"] != wanted:
            return None
        people = {role: tuple(names) for role, names in record["people"].items()}
        return Compiled(record["identity"], record["created"], people, codec.decode(record["plan"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None


def write(folder: Path, wanted: str, compiled: Compiled) -> None:
    """Keep a compiled plan; where that is not possible the next command works it out again."""
    record = {
        "key": wanted,
        "identity": compiled.identity,
        "created": compiled.created,
        "people": compiled.people,
        "plan": codec.encode(compiled.plan),
    }
    try:
        (folder / CACHE).mkdir(exist_ok=True)
        files.write(folder / CACHE / FILE, json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode())
    except (OSError, PromoplanError):
        return
