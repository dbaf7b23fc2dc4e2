"""`log.jsonl`: what happened, one JSON object a line, appended only.

A command writes under a lock, in one go, flushed to disk before it says that it succeeded. A line that cannot be
read is reported with its place and left where it is; a torn last line is closed by the next append.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from promoplan.errors import Place, Problem, PromoplanError
from promoplan.model.progress import Event
from promoplan.workspace.files import cannot_write
from promoplan.workspace.layout import CACHE, LOG
from promoplan.workspace.shapes import is_event

LOCK = "log.lock"
PATIENCE = 60
"""Seconds to wait for other commands to finish writing."""


class Log(NamedTuple):
    """The events of a log in the order of the file, and what was wrong with the other lines."""

    events: list[Event]
    problems: list[Problem]


def read(folder: Path) -> Log:
    """Read a campaign's log; a missing one is empty. Raises PromoplanError when it cannot be read at all."""
    path = folder / LOG
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log([], [])
    except OSError as error:
        problem = Problem("unreadable", {"detail": error.strerror or str(error)}, place=Place(f"{folder.name}/{LOG}"))
        raise PromoplanError(problem) from None
    return parse(data, f"{folder.name}/{LOG}")


def parse(data: bytes, name: str) -> Log:
    """Bytes → events. All lines at once where they are all well, which is several times quicker; else one by one."""
    lines = data.split(b"\n")
    try:
        events = json.loads(b"[" + b",".join(line for line in lines if line) + b"]")
        if all(map(is_event, events)) and len(events) == sum(map(bool, lines)):
            return Log(events, [])
    except (ValueError, RecursionError):
        pass
    return _one_by_one(lines, name)


def _one_by_one(lines: list[bytes], name: str) -> Log:
    events: list[Event] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        event = event_of(line)
        if event is not None:
            events.append(event)
            continue
        torn = number == len(lines)
        code = "torn-line" if torn else "conflict-marker" if line[:7] in MARKERS else "bad-log-line"
        problems.append(Problem(code, place=Place(name, number, 1, line.decode("utf-8", "replace").strip())))
    return Log(events, problems)


def event_of(line: bytes) -> Event | None:
    """The event that a line holds, or nothing."""
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return event if is_event(event) else None


MARKERS = {b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||"}


def append(folder: Path, make: Callable[[Log], list[Event]]) -> list[Event]:
    """Let `make` see the log as it is and add to it, nobody else writing meanwhile; the events that were written.

    Raises PromoplanError when they could not be written; then none of them was.
    """
    with held(folder):
        events = make(read(folder))
        if events:
            _write(folder / LOG, b"".join(_line(event) for event in events))
        return events


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Nobody else writes to the log meanwhile; raises PromoplanError when that cannot be had or writing fails."""
    from filelock import FileLock, Timeout

    try:
        (folder / CACHE).mkdir(exist_ok=True)
        with FileLock(folder / CACHE / LOCK, timeout=PATIENCE):
            yield
    except Timeout:
        raise PromoplanError(Problem("log-busy", {"name": folder.name})) from None
    except OSError as error:
        raise cannot_write(folder / LOG, error) from None


def _line(event: Event) -> bytes:
    """An event as JSON; bytes that are no UTF-8, as a shell may hand them over, as the escapes JSON has for them."""
    text = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _write(path: Path, data: bytes) -> None:
    """Append and flush; on failure the file is as long as it was. Unbuffered, so that nothing is written later."""
    with path.open("ab", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        rest = memoryview((b"" if _ends_well(path, size) else b"\n") + data)
        try:
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except OSError:
            os.truncate(path, size)
            raise


def _ends_well(path: Path, size: int) -> bool:
    """Whether the last line is closed."""
    if size == 0:
        return True
    with path.open("rb") as file:
        file.seek(size - 1)
        return file.read(1) == b"\n"
