"""kill -9 of whole commands at any moment: what was called done is there, and the next command starts clean."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import OWN, SMALL
from promoplan.workspace import log

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork and no SIGKILL there")

MOST = 40
"""Kills of one command; some three hundred in all."""

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes", "--name")
TICKS = (
    ("done", "poster"),
    ("skip", "open-shop", "--note", "no stock"),
    ("note", "poster", "sent to the printer"),
    ("check", "choose-goods", "1"),
    ("assign", "sales=Ann", "poster=Ben"),
    ("move", "--date", "2024-11-15", "--yes"),
    ("pin", "poster"),
    ("undo",),
    ("archive", "sale"),
)


COUNT = -1
"""A point that is never reached."""


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    calls: int
    """Points at which it could have been killed."""
    told: str


Mortal = Callable[..., Ran]


@pytest.fixture
def mortal(shop: Path) -> Iterator[Mortal]:
    """Run a command to its end, or to the point at which it is killed."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("PROMOPLAN_")}
    env |= {"PROMOPLAN_NOW": "2024-10-20T09:30", "PROMOPLAN_LANG": "en", "PROMOPLAN_BY": "lin", "COLUMNS": "100"}
    words = [sys.executable, str(Path(__file__).with_name("mortal.py"))]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        words, cwd=shop, env=env, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        stdin, stdout = server.stdin, server.stdout

        def call(*words: str, point: int | None = None) -> Ran:
            stdin.write(json.dumps([words, point]) + "\n")
            stdin.flush()
            return Ran(*json.loads(stdout.readline()))

        yield call
        stdin.close()


@pytest.fixture
def sale(mortal: Mortal, shop: Path) -> Path:
    """A campaign in which something has happened."""
    assert mortal(*INIT, "sale").code == 0
    assert mortal("done", "choose-goods").code == 0
    return shop / "sale"


def points(words: tuple[str, ...], calls: int) -> list[int]:
    """Where to kill: before each call that touches a file; where these are very many, before some of them."""
    return sorted(random.Random(" ".join(words)).sample(range(calls), min(calls, MOST)))


@pytest.mark.parametrize("words", TICKS, ids=" ".join)
def test_whatever_a_command_said_is_there(mortal: Mortal, sale: Path, words: tuple[str, ...]) -> None:
    path = sale / OWN
    before = path.read_bytes()
    well = mortal(*words, point=COUNT)
    whole = len(log.parse(path.read_bytes(), "log").events)
    for point in points(words, well.calls):
        path.write_bytes(before)
        ran = mortal(*words, point=point)
        assert ran.code == -signal.SIGKILL
        found = log.read(sale)
        assert found.problems == []
        assert path.read_bytes().startswith(before)
        assert len(found.events) in {1, whole}, "a command is written whole or not at all"
        assert ran.told != well.told or len(found.events) == whole
        after = mortal("today", "-c", "sale")
        assert (after.code, "error" in after.told, "warning" in after.told) == (0, False, False)
    assert mortal("doctor", "--yes").code == 0
    assert mortal("doctor").told.endswith("All is well\n")
    assert not [path.name for path in sale.rglob("*.tmp")]


def test_a_campaign_is_there_whole_or_not_at_all(mortal: Mortal, shop: Path) -> None:
    mortal(*INIT, "first")  # which also makes the user's own folders
    well = mortal(*INIT, "second", point=COUNT)
    for number, point in enumerate(points(INIT, well.calls)):
        name = f"sale-{number}"
        assert mortal(*INIT, name, point=point).code == -signal.SIGKILL
        if not (shop / name).exists():
            assert mortal(*INIT, name).code == 0
        assert mortal("done", "poster", "-c", name).code == 0
    assert mortal("doctor", "--yes").code == 0
    assert mortal("doctor").told.endswith("All is well\n")
    assert not [path.name for path in shop.iterdir() if path.name.startswith(".")]


def test_a_calendar_file_is_the_old_one_or_the_new_one(mortal: Mortal, sale: Path, shop: Path) -> None:
    assert mortal("export", "ics").code == 0
    (calendar,) = shop.glob("*.ics")
    old = calendar.read_bytes()
    mortal("move", "--date", "2024-11-15", "--yes")
    mortal("today")
    well = mortal("export", "ics", point=COUNT)
    new = calendar.read_bytes()
    assert old != new
    for point in points(("export", "ics"), well.calls):
        calendar.write_bytes(old)
        assert mortal("export", "ics", point=point).code == -signal.SIGKILL
        assert calendar.read_bytes() in {old, new}
    assert sale.exists()


def test_doctor_loses_no_line(mortal: Mortal, sale: Path) -> None:
    path, rejected = sale / OWN, sale / "log.rejected.jsonl"
    good = path.read_bytes()
    bad = b"<<<<<<< HEAD\n"
    path.write_bytes(good + bad)
    well = mortal("doctor", "--yes", point=COUNT)
    for point in points(("doctor",), well.calls):
        path.write_bytes(good + bad)
        rejected.unlink(missing_ok=True)
        assert mortal("doctor", "--yes", point=point).code == -signal.SIGKILL
        assert path.read_bytes() in {good, good + bad}
        kept = rejected.read_bytes() if rejected.exists() else b""
        assert bad in path.read_bytes() + kept
        assert mortal("doctor", "--yes").code == 0
        assert mortal("log").told.count("lin done") == 1
