"""Events and folders damaged from a seed: no command fails by itself, `doctor` puts every bad line aside.

`PROMOPLAN_TEST_EVENTS=7000` and `PROMOPLAN_TEST_FOLDERS=700` try more of them.
"""

import copy
import json
import os
import random
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import OWN, SMALL, Program

EVENTS = int(os.environ.get("PROMOPLAN_TEST_EVENTS", "500"))
FOLDERS = int(os.environ.get("PROMOPLAN_TEST_FOLDERS", "150"))
A_LOG = 25
"""Damaged events in one log."""
CHUNKS = 5
READS = (("today",), ("tasks", "--all"), ("log", "--all"), ("show", "poster"), ("export", "ics"), ("timeline",))
DATES = {"start": "2024-11-01", "end": "2024-11-02T10:00:00+08:00"}
HEAD = {"v": 1, "at": "2024-10-20T01:30:00+00:00", "by": "lin", "batch": "b", "n": 7}
KEYED: tuple[tuple[str, str, Any], ...] = (
    ("done", "item:poster", {**DATES, "note": "x"}),
    ("blocked", "item:poster", None),
    ("checked", "check:choose-goods:1", True),
    ("ticked", "tick:choose-goods:1:price", True),
    ("assigned", "who:sales", ["小李"]),
    ("assigned", "who:item:poster", ["小李"]),
    ("moved", "date:D", {"to": "2024-11-08", "base": "2024-11-11"}),
    ("moved", "date:presale", {"to": "none", "base": ""}),
    ("pinned", "pin:poster", DATES),
    ("gated", "gate:day", {"reason": "x", "missing": ["poster"]}),
    ("archived", "archive:", False),
)
PLAIN = ({"type": "noted", "item": "poster", "value": "x"}, {"type": "undone", "value": "b"}, {"type": "future"})
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 2, 1e308, 10**30, "", " ", "x", "\ud800", "\x1b[31m", "\u202e", "9" * 5000, "none", "item:",
    "item:gone@w1", "pin:poster", "check:poster:" + "9" * 5000, "date:", "9999-12-31", "9999-12-31T23:59:59+00:00",
    "0001-01-01", "0001-01-01T00:00:00+14:00", "2024-11-01T25:00", "2024-11-01", [], ["a", 1], [[]], {}, {"a": 1},
    {"start": "2024-11-01"}, {"start": "9998-12-31", "end": "9998-12-31"}, {"to": "\ud800", "base": ""},
)  # fmt: skip


def event(chance: random.Random, number: int) -> dict[str, Any]:
    """A whole event, one of those that calendars hear of now and then."""
    if chance.random() < 0.2:
        return {**HEAD, **copy.deepcopy(chance.choice(PLAIN)), "id": f"e{number}", "batch": f"b{number}"}
    kind, key, value = copy.deepcopy(chance.choice(KEYED))
    made = {**HEAD, "id": f"e{number}", "batch": f"b{number}", "type": kind, "key": key, "value": value, "after": []}
    if chance.random() < 0.3:
        made |= {"touched": ["poster"], "dropped": {"push@w1": {**DATES, "title": {"zh": "推", "en": "push"}}}}
    return made


def damage(chance: random.Random, value: Any) -> Any:
    """The value with a thing in it missing, odd, or of another kind."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.2:
        return chance.choice(ODD)
    spot = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
    if chance.random() < 0.3:
        del value[spot]
    else:
        value[spot] = damage(chance, value[spot])
    return value


def line(chance: random.Random, number: int) -> bytes:
    made = damage(chance, event(chance, number))
    text = json.dumps(made).encode()
    return text[: chance.randrange(len(text) + 1)] if chance.random() < 0.1 else text


@pytest.fixture
def sale(promoplan: Program, shop: Path) -> Path:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "sale", "--yes")
    promoplan("note", "poster", "what nobody may lose")
    return shop / "sale"


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_damaged_events_are_told_put_aside_and_lose_nothing(promoplan: Program, sale: Path, chunk: int) -> None:
    good = (sale / OWN).read_bytes()
    for first in range(chunk * A_LOG, EVENTS, CHUNKS * A_LOG):
        chance = random.Random(first)
        lines = [line(chance, number) for number in range(first, min(first + A_LOG, EVENTS))]
        (sale / OWN).write_bytes(good + b"\n".join(lines) + b"\n")
        for words in READS:
            ran = promoplan(*words, lang=chance.choice(("zh", "en")))
            assert ran.code in {0, 1, 2, 3}, (first, words, ran.err)
        told = promoplan("doctor", "--yes")
        assert told.code in {0, 1}, (first, told)
        assert "cannot be read" not in promoplan("doctor").out
        kept = (sale / OWN).read_bytes().split(b"\n")
        rejected = sale / "log.rejected.jsonl"
        kept += rejected.read_bytes().split(b"\n") if rejected.exists() else []
        assert {each for each in lines if each.strip()} <= set(kept)
        assert "what nobody may lose" in promoplan("log", "--all").out
        rejected.unlink(missing_ok=True)


def ruin(chance: random.Random, folder: Path) -> None:
    """One file of a campaign: cut, changed, gone, or something else than a file."""
    path = folder / chance.choice(("campaign.yaml", "playbook.yaml", OWN, ".gitattributes", "log.jsonl", "log"))
    way = chance.choice(("cut", "bytes", "gone", "folder", "pipe", "zero", "nowhere", "text", "copy"))
    data = path.read_bytes() if path.is_file() else b""
    if way == "copy" and path.is_file():
        path.with_name(f"{path.stem} (1){path.suffix}").write_bytes(data[: chance.randrange(len(data) + 1)])
        return
    if path.is_dir():
        shutil.rmtree(path)
    if not path.parent.is_dir():
        return
    path.unlink(missing_ok=True)
    match way:
        case "cut":
            path.write_bytes(data[: chance.randrange(len(data) + 1)])
        case "bytes":
            spot = chance.randrange(len(data) + 1)
            path.write_bytes(data[:spot] + chance.randbytes(chance.randint(1, 9)) + data[spot + 3 :])
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "zero" | "nowhere":
            path.symlink_to("/dev/zero" if way == "zero" else "nowhere at all")
        case "text":
            path.write_bytes(chance.choice((b"[" * 200_000, b"\0" * 99, "文字".encode("utf-16"), b"{}", b"a: b: c")))


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name there")
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_damaged_folders_are_told(promoplan: Program, sale: Path, chunk: int) -> None:
    sound = sale.parent / ".sound"
    shutil.copytree(sale, sound)
    for number in range(chunk, FOLDERS, CHUNKS):
        shutil.rmtree(sale)
        shutil.copytree(sound, sale)
        chance = random.Random(number)
        for _ in range(chance.randint(1, 3)):
            ruin(chance, sale)
        commands = (("today",), ("doctor",), ("done", "poster"), ("doctor", "--yes"), ("today",), ("log",))
        for words in commands:
            ran = promoplan(*words, lang=chance.choice(("zh", "en")))
            assert ran.code in {0, 1, 2}, (number, words, ran.err)
