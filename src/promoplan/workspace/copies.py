"""Copies that sync programs make of a campaign's YAML files. Nobody but a person can say which of two holds."""

import os
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from promoplan.errors import Problem
from promoplan.text import Text
from promoplan.workspace import files
from promoplan.workspace.layout import CAMPAIGN, PLAYBOOK

COPY = {
    name: re.compile(rf"{name.partition('.')[0]}(?![a-z]).*\.ya?ml", re.IGNORECASE) for name in (CAMPAIGN, PLAYBOOK)
}
"""`campaign(1).yaml`, `campaign (小李的冲突副本).yaml`, `playbook.sync-conflict-….yaml`."""
LARGEST = 8 * 1024 * 1024
SHOWN = 40
"""Characters of a line that differs."""


def copies(folder: Path) -> list[Problem]:
    """Every copy in a campaign's folder, with what differs."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []
    return [
        Problem("file-copy", {"name": f"{folder.name}/{name}", "file": file, "differs": _differs(folder, file, name)})
        for file, copy in COPY.items()
        for name in names
        if name != file and copy.fullmatch(name)
    ]


def _differs(folder: Path, file: str, name: str) -> Text:
    try:
        ours, theirs = (files.plain(folder / each, LARGEST).decode("utf-8", "replace") for each in (file, name))
    except OSError:
        return Text("打不开", "which cannot be read")
    lines = list(_lines(ours, theirs))
    if not lines:
        return Text("内容一样", "with the same content")
    number, here, there = lines[0]
    return Text(
        f"{len(lines)} 行不同, 第 {number} 行这里是「{here}」, 副本是「{there}」",
        f"in which {len(lines)} line{'s differ' if len(lines) > 1 else ' differs'}; line {number} is “{here}” here "
        f"and “{there}” there",
    )


def _lines(ours: str, theirs: str) -> Iterator[tuple[int, str, str]]:
    """Lines that are not the same, by number."""
    for number, (here, there) in enumerate(zip_longest(ours.splitlines(), theirs.splitlines(), fillvalue=""), 1):
        if here.rstrip() != there.rstrip():
            yield number, _short(here), _short(there)


def _short(line: str) -> str:
    text = line.strip()
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
