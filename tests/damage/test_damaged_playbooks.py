"""Playbooks damaged from a seed: each is read or refused with its faults, never with one of ours, within a bound.

`PROMOPLAN_TEST_PLAYBOOKS=10000` tries more of them.
"""

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from damaging import damaged

from conftest import SHIPPED, SMALL, Program
from promoplan.library import shipped

COUNT = int(os.environ.get("PROMOPLAN_TEST_PLAYBOOKS", "300"))
CHUNKS = 20
MOST_CALLS = 8_000_000
"""Calls of Python functions that reading and checking may take; a shipped playbook takes a tenth of it."""
FILES = [*[SMALL] * 20, *(shipped.folder() / f"{name}.yaml" for name in SHIPPED)]


class TooMuch(BaseException):
    """The bound is passed; no handler of the program's catches it."""


@contextmanager
def bounded() -> Iterator[None]:
    """Stop what calls more functions than `MOST_CALLS`: a count, so that a slow machine gives the same answer."""
    left = MOST_CALLS

    def count(_frame: Any, event: str, _arg: Any) -> None:
        nonlocal left
        if event == "call":
            left -= 1
            if left < 0:
                raise TooMuch

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(before)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_damaged_playbook_is_read_or_refused(promoplan: Program, shop: Path, chunk: int) -> None:
    for number in range(chunk, COUNT, CHUNKS):
        chance = random.Random(number)
        file = shop / "book.yaml"
        file.write_bytes(damaged(chance.choice(FILES).read_bytes(), chance))
        with bounded():
            ran = promoplan("validate", str(file), lang=chance.choice(("zh", "en")))
        assert ran.code in {0, 1}, (number, ran)
        assert "Traceback" not in ran.err
        if ran.code == 0:
            started = promoplan("init", str(file), "--date", "2024-11-11", "--yes", "--name", f"c{number}")
            assert started.code in {0, 1, 2}, (number, started)
