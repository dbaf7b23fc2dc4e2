"""Questions on a real terminal: defaults, a wrong answer asked again, an interruption that leaves nothing."""

import os
import pty
import select
import signal
import sys
from pathlib import Path

import pytest

from conftest import SMALL

PROMPT = b"] "
PATIENCE = 30
"""Seconds of silence after which a terminal is given up."""


def talk(shop: Path, answers: list[str], *words: str) -> tuple[int, str]:
    """Run `init` on a terminal and answer each prompt; the exit code and what the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test runner in the background ignores it
        os.chdir(shop)
        environ = os.environ | {"PROMOPLAN_NOW": "2024-10-20", "PROMOPLAN_LANG": "en", "TERM": "dumb", "COLUMNS": "100"}
        command = [sys.executable, "-m", "promoplan", "init", str(SMALL), "--date", "2024-11-11", *words]
        os.execve(sys.executable, command, environ)
    shown, waiting = b"", list(answers)
    while part := _read(terminal):
        shown += part
        if waiting and shown.endswith(PROMPT):
            os.write(terminal, waiting.pop(0).encode())
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def _read(terminal: int) -> bytes:
    """What the terminal shows next; nothing once the program has ended."""
    ready, _, _ = select.select([terminal], [], [], PATIENCE)
    assert ready, "the program waits for something that was not typed"
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_enter_takes_the_defaults(shop: Path) -> None:
    code, shown = talk(shop, ["\n"] * 4)
    assert code == 0
    assert "Sales target (CNY) [100000] " in shown
    assert "conversion: 4%" in (shop / "small-2024" / "campaign.yaml").read_text()


def test_a_wrong_answer_is_explained_and_asked_again(shop: Path) -> None:
    code, shown = talk(shop, ["lots\n", "20万\n", "\n", "\n", "rts\n"])
    assert code == 0
    assert "lots is not a number" in shown
    text = (shop / "small-2024" / "campaign.yaml").read_text()
    assert "sales_target: 20万" in text or 'sales_target: "20万"' in text
    assert "venue: rts" in text


@pytest.mark.parametrize("stop", ["\x03", "\x04"])
def test_an_interruption_leaves_nothing(shop: Path, stop: str) -> None:
    code, shown = talk(shop, ["\n", "\n", stop])
    assert code == 130
    assert "Traceback" not in shown
    assert list(shop.iterdir()) == []


def test_yes_asks_nothing(shop: Path) -> None:
    code, shown = talk(shop, [], "--yes")
    assert code == 0
    assert "[100000]" not in shown
