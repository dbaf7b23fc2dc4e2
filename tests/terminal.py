"""A person at a terminal: the program on a pseudo-terminal, each of its questions answered."""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

PROMPT = b"] "
"""How every question ends: `[100000] `, `[y/N] `."""

REACTION = 0.2
"""Seconds until a person answers: an interrupt between a prompt and its reading is noticed at the next key only."""

PATIENCE = 30
"""Seconds of silence after which a terminal is given up."""


def talk(shop: Path, answers: list[str], *words: str) -> tuple[int, str]:
    """Run the program on a terminal and answer each prompt; the exit code and what the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test runner in the background ignores it
        os.chdir(shop)
        environ = os.environ | {"PROMOPLAN_NOW": "2024-10-20", "PROMOPLAN_LANG": "en", "TERM": "dumb", "COLUMNS": "100"}
        os.execve(sys.executable, [sys.executable, "-m", "promoplan", *words], environ)
    shown, fresh, waiting = b"", b"", list(answers)
    while part := _read(terminal):
        shown += part
        fresh += part
        if waiting and fresh.endswith(PROMPT):
            time.sleep(REACTION)
            os.write(terminal, waiting.pop(0).encode())
            fresh = b""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def _read(terminal: int) -> bytes:
    """What the terminal shows next; nothing once the program has ended."""
    ready, _, _ = select.select([terminal], [], [], PATIENCE)
    assert ready, "the program waits for something that was not typed"
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
