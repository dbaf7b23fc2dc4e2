"""The text of a user's file: how it is read, and where things stand in it."""

import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from promoplan.errors import Path as DataPath
from promoplan.errors import Place, Problem, PromoplanError
from promoplan.text import Text

LARGEST = 8 * 1024 * 1024
"""Bytes; the largest playbook anybody has written is a hundredth of this."""

KEY = "[key]"
"""What pydantic adds to the path of a mapping's key."""
MOST = 1000
"""Faults of one file that are told in one go; more than a person mends at a time."""
OTHER = Text("别的编码, 或不是文本文件", "another encoding, or no text at all")
CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What nobody typed: it is invisible, and some of it starts a new line for YAML but not for an editor."""
PROPERTY = re.compile(r"^(?:[&!]\S*\s+)*")
"""An anchor or a tag before a value."""


@dataclass(frozen=True)
class Source:
    """A file's name and text."""

    file: str
    text: str = field(repr=False)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def place(self, line: int, column: int) -> Place:
        """The spot at a line and column counted from 0."""
        shown = self.lines[line].rstrip("\r") if line < len(self.lines) else ""
        return Place(self.file, line + 1, column + 1, shown)

    def locate(self, problem: Problem, data: Any) -> Problem:
        """Give a problem the place its path leads to, as deep as the path leads."""
        if problem.place is not None:
            return problem
        line, column = _mark(data, problem.path)
        return problem.at(self.place(line, column + self._inside(line, column, problem.offset)))

    def _inside(self, line: int, column: int, offset: int) -> int:
        """An offset into a scalar that stands on one line; quotes count."""
        shown = self.lines[line][column:] if line < len(self.lines) else ""
        bare = PROPERTY.sub("", shown, count=1)
        if not offset or bare[:1] in {"|", ">", "*"}:
            return 0
        return min(len(shown) - len(bare) + (bare[:1] in {"'", '"'}) + offset, len(shown))


def _mark(data: Any, path: DataPath) -> tuple[int, int]:
    """Where a path leads; steps that the data do not have (names of alternatives) are passed over.

    No path leads to the first key: above it there are only comments. `KEY` at the end means a key, not its value.
    """
    mark = next(iter(getattr(data, "keys_at", {}).values()), (0, 0))
    for number, step in enumerate(path, 1):
        values_at = getattr(data, "values_at", None)
        if values_at is None:
            break
        if isinstance(data, dict):
            if step not in values_at:
                mark = data.keys_at.get(step, mark)  # type: ignore[attr-defined]
                continue
            rest = path[number:]
            at_key = rest == (KEY,) or (not rest and isinstance(data[step], dict | list))
            mark = data.keys_at[step] if at_key else values_at[step]  # type: ignore[attr-defined]
        elif not isinstance(step, int) or step >= len(values_at):
            continue
        else:
            mark = values_at[step]
        data = data[step]
    return mark


def spot(problem: Problem) -> tuple[int, int]:
    """Line and column, to put problems in the order of the file."""
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def refusal(file: str, problems: Iterable[Problem], count: int) -> PromoplanError:
    """The faults of a file in its order; of very many the first, and how many more there are."""
    found = sorted(islice(problems, MOST), key=spot)
    if count > MOST:
        found.append(Problem("too-many", {"count": count - MOST}, place=Place(file)))
    return PromoplanError(*found)


def read(path: Path, shown: str = "") -> Source:
    """Read a user's file as UTF-8; raises PromoplanError that says what the file is instead."""
    name = shown or str(path)
    try:
        raw = read_plain(path)
    except OSError as error:
        raise PromoplanError(_fault(_unread(path, error), name, detail=error.strerror or str(error))) from None
    return decode(raw, name)


class NotPlain(OSError):
    """A pipe, a device, a socket: reading it might never end."""


def read_plain(path: Path) -> bytes:
    """The bytes of a plain file, no more than one beyond the largest that is read; raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
        raise NotPlain(path)
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _unread(path: Path, error: OSError) -> str:
    """Why a file was not read; asking a path of an impossible name whether it exists is an error again."""
    if isinstance(error, NotPlain):
        return "not-plain"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "dangling" if path.is_symlink() else "no-file"
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and path.is_dir()):  # Windows
        return "is-a-directory"
    return "unreadable"


def decode(raw: bytes, name: str) -> Source:
    """Bytes → text; a BOM is passed over, other encodings and binary data are named."""
    if len(raw) > LARGEST:
        raise PromoplanError(_fault("file-too-large", name, most=LARGEST // 1024 // 1024))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:1] == b"\0" or raw[1:2] == b"\0":
        raise PromoplanError(_fault("not-utf8", name, encoding="UTF-16"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        encoding, codec = ("GBK", "gbk") if _is_gbk(raw) else (OTHER, "utf-8")
        line = raw.count(b"\n", 0, error.start)
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode(codec, "replace")
        shown = raw.split(b"\n")[line].decode(codec, "replace").rstrip("\r")
        raise PromoplanError(
            Problem("not-utf8", {"encoding": encoding}, place=Place(name, line + 1, len(before) + 1, shown))
        ) from None
    source = Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    problems = list(_plain_faults(source))
    if problems:
        raise refusal(name, problems, len(problems))
    return source


def _plain_faults(source: Source) -> Iterator[Problem]:
    """Faults that are seen before any parsing."""
    if not source.text.strip():
        yield _fault("empty-file", source.file)
    for number, line in enumerate(source.lines):
        if CONFLICT.match(line):
            yield Problem("conflict-marker", place=source.place(number, 0))
        elif line.lstrip(" ").startswith("\t") and line.strip():
            yield Problem("tab", place=source.place(number, line.index("\t")))
        elif match := CONTROL.search(line):
            args = {"char": f"U+{ord(match[0]):04X}"}
            yield Problem("control-character", args, place=source.place(number, match.start()))


def _is_gbk(raw: bytes) -> bool:
    try:
        raw.decode("gbk")
    except UnicodeDecodeError:
        return False
    return True


def _fault(code: str, name: str, **args: Any) -> Problem:
    return Problem(code, args, place=Place(name))
