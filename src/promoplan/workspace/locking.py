"""One writer at a time among the processes of this machine.

The lock belongs to the machine, so its file lies in the user's state folder or the one for temporary files: a campaign
on a share that knows no locks, or that a sync program carries about, is none of its business. Other machines write
logs of their own. Where the machine itself has no locks there is none: what is appended is appended in one go.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from promoplan.workspace import places

PATIENCE = 60
"""Seconds to wait for other commands to finish writing."""

FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Busy(Exception):
    """Others held a lock for all of `PATIENCE`."""


@contextmanager
def held(what: str) -> Iterator[None]:
    """Nobody else holds the lock of that name meanwhile; raises Busy after `PATIENCE`."""
    path, descriptor = _opened(f"{sha256(what.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.lock")
    try:
        if descriptor < 0:
            yield
        elif sys.platform == "win32":
            with _held_on_windows(path):
                yield
        else:
            _take(descriptor)
            yield
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def _opened(name: str) -> tuple[Path, int]:
    """A file that can be locked, in the first folder that has room for it; -1 where none has."""
    for folder in _folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return folder / name, os.open(folder / name, FLAGS, 0o600)
        except OSError:
            continue
    return Path(name), -1


def _folders() -> Iterator[Path]:
    if own := places.state():
        yield own / "locks"
    import tempfile

    who = os.getuid() if sys.platform != "win32" else "locks"
    yield Path(tempfile.gettempdir()) / f"{places.APP}-{who}"


if sys.platform == "win32":

    @contextmanager
    def _held_on_windows(path: Path) -> Iterator[None]:
        from filelock import FileLock, Timeout

        try:
            with FileLock(path, timeout=PATIENCE):
                yield
        except Timeout:
            raise Busy from None

else:
    import fcntl

    def _take(descriptor: int) -> None:
        """Take the lock of whichever kind the file system has; wait in line for it, asleep."""
        for lock in (fcntl.flock, fcntl.lockf):
            try:
                lock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError):
                with _alarm():
                    lock(descriptor, fcntl.LOCK_EX)
            except OSError:
                continue
            return

    @contextmanager
    def _alarm() -> Iterator[None]:
        """Raise Busy after `PATIENCE`; only a main thread can be woken so, any other waits on."""
        import signal
        import threading

        def ring(*_: object) -> None:
            raise Busy

        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
