"""A campaign's logs: what happened, one JSON object a line, appended only, a file for each machine.

A command writes under a lock, in one go, flushed to disk before it says that it succeeded, and only to its own
machine's log; it reads all of them, and what sync programs made of them. A line that cannot be read is reported with
its place and left where it is; a torn last line is closed by the next append.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from promoplan.errors import Place, Problem, PromoplanError
from promoplan.model.progress import Event
from promoplan.workspace import files, locking, writer
from promoplan.workspace.layout import LOGS, logs
from promoplan.workspace.merging import merged, numbered
from promoplan.workspace.shapes import is_event

LARGEST = 1024 * 1024 * 1024
"""Bytes of one log; a million lines are a third of it."""


class Log(NamedTuple):
    """The events of all logs in the order in which they were written, and what was wrong with the other lines."""

    events: list[Event]
    problems: list[Problem]


def read(folder: Path) -> Log:
    """Read a campaign's logs; without any it is empty. Raises PromoplanError when one cannot be read at all."""
    found = [parse(load(folder, name), f"{folder.name}/{name}") for name in _names(folder)]
    events = merged([each.events for each in found]) if found else []
    return Log(events, [problem for each in found for problem in each.problems])


def _names(folder: Path) -> list[str]:
    try:
        return logs(folder)
    except OSError as error:
        raise _unreadable("unreadable", f"{folder.name}/{LOGS}", detail=error.strerror or str(error)) from None


def load(folder: Path, name: str) -> bytes:
    """The bytes of one log; raises PromoplanError that says what it is instead."""
    shown = f"{folder.name}/{name}"
    try:
        data = files.plain(folder / name, LARGEST)
    except FileNotFoundError:  # gone since the folder was listed, or a link that leads nowhere
        return b""
    except files.NotPlain:
        raise _unreadable("not-plain", shown) from None
    except IsADirectoryError:
        raise _unreadable("is-a-directory", shown) from None
    except files.TooLarge:
        raise _unreadable("file-too-large", shown, most=LARGEST // 1024 // 1024) from None
    except OSError as error:
        raise _unreadable("unreadable", shown, detail=error.strerror or str(error)) from None
    if b"\0" in data[:4]:  # nothing of ours begins so, and every ASCII letter of UTF-16 does
        raise _unreadable("log-not-utf8", shown, encoding="UTF-16")
    return data


def _unreadable(code: str, shown: str, **args: object) -> PromoplanError:
    return PromoplanError(Problem(code, args, place=Place(shown)))


def parse(data: bytes, name: str) -> Log:
    """Bytes → events. All lines at once where they are all well, which is several times quicker; else one by one."""
    lines = data.split(b"\n")
    try:
        events = json.loads(b"[" + b",\n".join(line for line in lines if line) + b"]")
        if len(events) == sum(map(bool, lines)) and all(map(_is_whole, lines)) and all(map(is_event, events)):
            return Log(events, [])
    except (ValueError, RecursionError):
        pass
    return _one_by_one(lines, name)


def _is_whole(line: bytes) -> bool:
    """Whether a line looks like one object, and not like a part or several."""
    return not line or (line[0] == OPEN and line[-1] == CLOSE)


OPEN, CLOSE = b"{}"


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
    name = own()
    with held(folder, name):
        found = read(folder)
        events = numbered(make(found), found.events)
        if events:
            add(folder / name, b"".join(_line(event) for event in events))
        return events


def own() -> str:
    """The name of this machine's log in every campaign."""
    return f"{LOGS}/{writer.name()}.jsonl"


@contextmanager
def held(folder: Path, name: str) -> Iterator[None]:
    """No other process here writes to the logs meanwhile.

    Raises PromoplanError when that cannot be had, or when writing, to the file of that name, fails.
    """
    try:
        with locking.held(os.path.realpath(folder)):
            yield
    except locking.Busy:
        raise PromoplanError(Problem("log-busy", {"name": folder.name})) from None
    except OSError as error:
        raise files.cannot_write(folder / name, error, name) from None


def _line(event: Event) -> bytes:
    """An event as JSON; bytes that are no UTF-8, as a shell may hand them over, as the escapes JSON has for them."""
    text = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"


def add(path: Path, data: bytes) -> None:
    """Append and flush; on failure the file is as long as it was. Unbuffered, so that nothing is written later."""
    path.parent.mkdir(exist_ok=True)
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
        if not size:
            _remember(path.parent)


def _remember(folder: Path) -> None:
    """Have a folder's new file found after a power cut too, where folders can be flushed."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)


def _ends_well(path: Path, size: int) -> bool:
    """Whether the last line is closed."""
    if size == 0:
        return True
    with path.open("rb") as file:
        file.seek(size - 1)
        return file.read(1) == b"\n"
