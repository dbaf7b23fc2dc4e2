"""Reading what is a plain file; writing so that a crash leaves the old file or the new one, never half of either."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from promoplan.errors import Problem, PromoplanError

SHORT = 40
"""Characters of a file's name in the name of its temporary file, which may be no longer than names can be."""
NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class NotPlain(OSError):
    """It is there, but it is a pipe or a device, which no one can read to its end."""


class TooLarge(OSError):
    """It is there, but larger than anybody's work."""


def plain(path: Path, most: int) -> bytes:
    """The bytes of a plain file of at most so many; raises OSError, of the kinds above for what is none."""
    descriptor = os.open(path, os.O_RDONLY | NEVER_WAIT)
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise IsADirectoryError if stat.S_ISDIR(about.st_mode) else NotPlain
        data = b"" if about.st_size > most else file.read(most + 1)
        if about.st_size > most or len(data) > most:
            raise TooLarge
        return data


def write(path: Path, data: bytes) -> None:
    """Write to a temporary file beside the target, flush it to disk, then rename; raises PromoplanError.

    A link stays a link and what it leads to is written; a file that is replaced leaves its permissions. What cannot be
    replaced is written into: a device, a pipe, and a file with several names, which would keep the old text under one.
    """
    try:
        before = _status(path)
        if is_device(path) or (before and (not stat.S_ISREG(before.st_mode) or before.st_nlink > 1)):
            _write_into(path, data)
        else:
            _replace(Path(os.path.realpath(path)), data, before)
    except OSError as error:
        raise cannot_write(path, error) from None


def is_device(path: Path) -> bool:
    """Whether a name is the system's own: what `/dev/stdout` leads to cannot be renamed, even where it is a file."""
    return path.is_absolute() and path.parts[1:2] in {("dev",), ("proc",)}


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _write_into(path: Path, data: bytes) -> None:
    """Write a file as it stands, where there is no other way."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        with suppress(OSError):  # a pipe or a terminal has no disk
            os.fsync(file.fileno())


def _replace(path: Path, data: bytes, before: os.stat_result | None) -> None:
    temporary = path.with_name(f".{path.name[:SHORT]}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before:
            temporary.chmod(stat.S_IMODE(before.st_mode))
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def cannot_write(path: Path, error: OSError, shown: str = "") -> PromoplanError:
    """Why a file could not be written."""
    return PromoplanError(Problem("cannot-write", {"name": shown or path.name, "detail": error.strerror or str(error)}))
