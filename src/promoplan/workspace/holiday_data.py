"""What the public holidays are right now, as one word, without importing them.

Their content is taken, never a file's date: a new release gives another word, a copied or reinstalled one the same.
A frozen program (PyInstaller) and a zip hold compiled code where a plain install has a file.
"""

import hashlib
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import CodeType
from typing import Any

PACKAGE = "chinese_calendar"
MODULE = f"{PACKAGE}.constants"


def digest() -> str:
    """A word for the holiday data; the empty word where it cannot be looked at."""
    package = find_spec(PACKAGE)
    folders = list(package.submodule_search_locations or []) if package else []
    for folder in folders:
        try:
            return hashlib.sha256(Path(folder, "constants.py").read_bytes()).hexdigest()
        except OSError:
            continue
    return _of_code(folders)


def _of_code(folders: list[str]) -> str:
    """The same of compiled code, from whoever would import it: each packager brings a finder of its own."""
    for finder in sys.meta_path:
        try:
            spec = finder.find_spec(MODULE, folders)
            code: Any = spec and spec.loader and spec.loader.get_code(MODULE)  # type: ignore[attr-defined]
        except (ImportError, OSError, AttributeError, EOFError, ValueError):
            continue
        if code:
            return hashlib.sha256("\n".join(_words(code)).encode()).hexdigest()
    return ""


def _words(code: CodeType) -> Iterator[str]:
    """What a piece of code does and what it holds, without the addresses that differ from run to run."""
    yield code.co_code.hex()
    yield repr(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _words(constant)
        else:
            yield repr(constant)
