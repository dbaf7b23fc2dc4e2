"""`move` on a real terminal: it writes when somebody says yes, and only then."""

import os
import pty
import select
import signal
import sys
from pathlib import Path

import pytest

from conftest import SMALL, Program

PATIENCE = 30
"""Seconds of silence after which a terminal is given up."""


def talk(shop: Path, answer: bytes, *words: str) -> tuple[int, str]:
    """Run the program on a terminal and answer its one question; the exit code and what the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test runner in the background ignores it
        os.chdir(shop)
        environ = os.environ | {"PROMOPLAN_NOW": "2024-10-20", "PROMOPLAN_LANG": "en", "TERM": "dumb", "COLUMNS": "100"}
        os.execve(sys.executable, [sys.executable, "-m", "promoplan", *words], environ)
    shown = b""
    while part := _read(terminal):
        shown += part
        if shown.endswith(b"[y/N] "):
            os.write(terminal, answer)
            shown += b"?"
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def _read(terminal: int) -> bytes:
    """What the terminal shows next; nothing once the program has ended."""
    ready, _, _ = select.select([terminal], [], [], PATIENCE)
    assert ready, "the program waits for something that was not typed"
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


@pytest.fixture
def log(promoplan: Program, shop: Path) -> Path:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    return shop / "small-2024" / "log.jsonl"


@pytest.mark.parametrize("answer", [b"y\n", b"Yes\n", "是\n".encode()])
def test_a_yes_writes(shop: Path, log: Path, answer: bytes) -> None:
    code, shown = talk(shop, answer, "move", "--date", "11-14")
    assert code == 0
    assert shown.index("moved 9") < shown.index("Write it? [y/N]") < shown.index("Moved. Take it back")
    assert '"to":"2024-11-14"' in log.read_text()


@pytest.mark.parametrize("answer", [b"\n", b"n\n", b"perhaps\n"])
def test_anything_else_writes_nothing(shop: Path, log: Path, answer: bytes) -> None:
    code, shown = talk(shop, answer, "move", "--date", "11-14")
    assert code == 130
    assert "Cancelled, nothing was written." in shown
    assert log.read_text() == ""


@pytest.mark.parametrize("stop", [b"\x03", b"\x04"])
def test_an_interruption_writes_nothing(shop: Path, log: Path, stop: bytes) -> None:
    code, shown = talk(shop, stop, "move", "--date", "11-14")
    assert code == 130
    assert "Traceback" not in shown
    assert log.read_text() == ""


@pytest.mark.parametrize("word", ["--yes", "--dry-run"])
def test_neither_yes_nor_a_dry_run_asks(shop: Path, log: Path, word: str) -> None:
    code, shown = talk(shop, b"", "move", "--date", "11-14", word)
    assert code == 0
    assert "[y/N]" not in shown
    assert bool(log.read_text()) == (word == "--yes")
