"""A person at a terminal: the program on a pseudo-terminal, each of its questions answered."""

import os
import pty
import select
import signal
import sys
from pathlib import Path

PROMPT = b"] "
"""How every question ends: `[100000] `, `[y/N] `."""

INTERRUPTS = {b"\x03", b"\x04"}

PATIENCE = 2
"""Seconds of silence after which a person presses the key again: an interrupt that arrives between a prompt and its
reading is noticed at the next key only."""

TRIES = 15
"""Silences after which a terminal is given up."""


def talk(shop: Path, answers: list[str], *words: str) -> tuple[int, str]:
    """Run the program on a terminal and answer each prompt; the exit code and what the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test runner in the background ignores it
        os.chdir(shop)
        environ = os.environ | {"PROMOPLAN_NOW": "2024-10-20", "PROMOPLAN_LANG": "en", "TERM": "dumb", "COLUMNS": "100"}
        os.execve(sys.executable, [sys.executable, "-m", "promoplan", *words], environ)
    shown, fresh, waiting, key = b"", b"", list(answers), b""
    while part := _read(terminal, key if key in INTERRUPTS else b""):
        shown += part
        fresh += part
        if waiting and fresh.endswith(PROMPT):
            key = waiting.pop(0).encode()
            os.write(terminal, key)
            fresh = b""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def _read(terminal: int, again: bytes) -> bytes:
    """What the terminal shows next, pressing a key again while it is silent; nothing once the program has ended."""
    for _ in range(TRIES):
        if select.select([terminal], [], [], PATIENCE)[0]:
            break
        os.write(terminal, again)
    else:
        raise AssertionError("the program waits for something that was not typed")
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
