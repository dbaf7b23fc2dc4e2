"""What `doctor` does to a campaign's files: lines are moved and never deleted, copies and leftovers go."""

import os
import shutil
from pathlib import Path

from promoplan.errors import PromoplanError
from promoplan.workspace import files, log
from promoplan.workspace.layout import ATTRIBUTES, LOG, MERGE, REJECTED


def reject_lines(folder: Path) -> None:
    """Move the lines that are no events to another file: first they are written there, then the log is replaced."""
    with log.held(folder):
        lines = [line for line in (folder / LOG).read_bytes().split(b"\n") if line.strip()]
        bad = [line for line in lines if log.event_of(line) is None]
        if bad:
            _append(folder / REJECTED, bad)
            files.write(folder / LOG, b"".join(line + b"\n" for line in lines if log.event_of(line) is not None))


def _append(path: Path, lines: list[bytes]) -> None:
    with path.open("ab") as file:
        file.write(b"".join(line + b"\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())


def new_log(folder: Path) -> None:
    """An empty log, unless one is there by now."""
    with log.held(folder), (folder / LOG).open("ab"):
        pass


def add_merge_rule(folder: Path) -> None:
    """Tell git to merge logs line by line, besides whatever else the file says."""
    path = folder / ATTRIBUTES
    try:
        before = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise files.cannot_write(path, error) from None
    files.write(path, before + (b"" if not before or before.endswith(b"\n") else b"\n") + MERGE.encode())


def remove(path: Path) -> None:
    """Delete a file or folder that is only a copy or was never finished; raises PromoplanError."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise PromoplanError(files.cannot_write(path, error).problems[0]) from None
