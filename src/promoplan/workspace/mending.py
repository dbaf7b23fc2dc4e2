"""What `doctor` does to a campaign's files: lines are moved and never deleted, copies and leftovers go."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from promoplan.errors import Problem, PromoplanError
from promoplan.workspace import files, log
from promoplan.workspace.layout import ATTRIBUTES, REJECTED, logs


def reject_lines(folder: Path, name: str) -> None:
    """Move the lines that are no events to another file: first they are written there, then the log is replaced."""
    with log.held(folder, name):
        data = log.load(folder, name)
        lines = [line for line in data.split(b"\n") if line.strip()]
        bad = [line for line in lines if log.event_of(line) is None]
        if bad:
            log.add(folder / REJECTED, _joined(bad))
            if log.load(folder, name) != data:  # another machine goes on writing to it
                raise PromoplanError(Problem("log-busy", {"name": folder.name}))
            files.write(folder / name, _joined(line for line in lines if log.event_of(line) is not None))


def take_in(folder: Path, name: str) -> None:
    """Add what only a copy of a log knows to this machine's own log, then rename the copy so that it is none."""
    with log.held(folder, name):
        events = {each: log.parse(log.load(folder, each), each).events for each in logs(folder) if each != name}
        known = {event["id"]: event for found in events.values() for event in found}
        lines = log.load(folder, name).split(b"\n")
        told = [(line, event) for line in lines if (event := log.event_of(line)) is not None]
        unseen = [line for line, event in told if known.get(event["id"]) != event]
        if unseen:
            log.add(folder / log.own(), _joined(unseen))
        _set_aside(folder / name, "merged")


def recode(folder: Path, name: str) -> None:
    """Write a log of UTF-16 as UTF-8, the old bytes kept beside it; raises PromoplanError when it is neither."""
    with log.held(folder, name):
        data = files.plain(folder / name, log.LARGEST)
        try:
            text = data.decode(
                "utf-16" if data[:1] in {b"\xff", b"\xfe"} else "utf-16-le" if data[:1] == b"{" else "utf-16-be"
            )
        except UnicodeDecodeError as error:
            raise files.cannot_write(folder / name, OSError(error.reason), name) from None
        files.write(_free(folder / name, "utf-16"), data)
        files.write(folder / name, text.replace("\r\n", "\n").encode("utf-8", "replace"))


def set_aside(folder: Path, name: str) -> None:
    """Rename what stands where a file of ours should; nothing is deleted."""
    with log.held(folder, name):
        _set_aside(folder / name, "aside")


def _set_aside(path: Path, ending: str) -> None:
    path.rename(_free(path, ending))


def _free(path: Path, ending: str) -> Path:
    """A name beside it that nothing has."""
    number, free = 1, path.with_name(f"{path.name}.{ending}")
    while free.exists() or free.is_symlink():
        number += 1
        free = path.with_name(f"{path.name}.{number}.{ending}")
    return free


def _joined(lines: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def new_log(folder: Path) -> None:
    """An empty log, unless one is there by now."""
    name = log.own()
    with log.held(folder, name):
        log.add(folder / name, b"")


def add_merge_rules(folder: Path, lines: Iterable[str]) -> None:
    """Tell git to merge logs line by line, besides whatever else the file says."""
    path = folder / ATTRIBUTES
    try:
        before = files.plain(path, log.LARGEST)
    except FileNotFoundError:
        before = b""
    except (files.NotPlain, IsADirectoryError):
        set_aside(folder, ATTRIBUTES)
        before = b""
    except OSError as error:
        raise files.cannot_write(path, error) from None
    files.write(path, before + (b"" if not before or before.endswith(b"\n") else b"\n") + "".join(lines).encode())


def remove(path: Path) -> None:
    """Delete a file or folder that is only a copy or was never finished; raises PromoplanError."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise PromoplanError(files.cannot_write(path, error).problems[0]) from None
