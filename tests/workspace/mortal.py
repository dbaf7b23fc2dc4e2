"""Run as a script: promoplan's commands, each in a process of its own that can be told at which point to die.

Reads a JSON line `[words, point]`, forks, and runs the command; before its `point`-th call that opens, writes,
flushes, renames, locks or deletes a file the child kills itself with SIGKILL; -1 only counts these calls, null does
not even that. Answers with a JSON line: exit code, number of such calls, and what was printed.
"""

import io
import json
import os
import signal
import sys
import tempfile
from datetime import date, datetime
from types import FrameType
from typing import Any

from promoplan.cli.app import run

CALLS = frozenset({"open", "write", "flush", "fsync", "replace", "rename", "mkdir", "truncate", "flock", "unlink"})
INNER = (io.StringIO, io.BytesIO, str, bytes, datetime, date)
"""What has such methods and is no file."""


class Death:
    """Counts the calls that touch a file, and dies at one of them."""

    def __init__(self, point: int | None) -> None:
        self.point = point
        self.calls = 0

    def __call__(self, _: FrameType, event: str, function: Any) -> None:
        if event == "c_call" and function.__name__ in CALLS and not isinstance(function.__self__, INNER):
            if self.calls == self.point:
                os.kill(os.getpid(), signal.SIGKILL)
            self.calls += 1


def live(words: list[str], point: int | None, out: int, counted: int) -> None:
    """The child's whole life."""
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", buffering=1)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", buffering=1)
    death = Death(point)
    if point is not None:
        sys.setprofile(death)
    code = run(words)
    sys.setprofile(None)
    os.write(counted, str(death.calls).encode())
    os._exit(code)


def main() -> None:
    """Serve until standard input ends."""
    run(["today", "-c", "to have everything imported"])
    for line in sys.stdin:
        words, point = json.loads(line)
        reader, writer = os.pipe()
        with tempfile.TemporaryFile() as out:
            child = os.fork()
            if child == 0:
                live(words, point, out.fileno(), writer)
            _, status = os.waitpid(child, 0)
            os.close(writer)
            calls = os.read(reader, 20)
            os.close(reader)
            out.seek(0)
            told = out.read().decode()
        print(json.dumps([os.waitstatus_to_exitcode(status), int(calls or 0), told]), flush=True)


if __name__ == "__main__":
    main()
