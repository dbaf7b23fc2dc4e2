"""Every file of `tests/bad` has the faults that it says and no other; every code of a playbook file has such a file."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from promoplan.engine.checks import check
from promoplan.errors import Problem, PromoplanError
from promoplan.errors.messages import CHECKS, FILES, FORMAT, MESSAGES
from promoplan.library.load import load
from promoplan.library.source import LARGEST, MOST

BAD = sorted((Path(__file__).parents[1] / "bad").glob("*.yaml"))
EXPECT = re.compile(r"^# expect: (\d+) (\S+)$", re.MULTILINE)

Fault = tuple[int, str]
"""Line and code; line 0 is the file as a whole."""


def problems(path: Path) -> list[Problem]:
    """What `validate` finds in a file."""
    try:
        loaded = load(path, path.name)
    except PromoplanError as error:
        return list(error.problems)
    return loaded.located(check(loaded.playbook))


def faults(path: Path) -> list[Fault]:
    return [(found.place.line, found.code) for found in problems(path) if found.place]


def expected(path: Path) -> list[Fault]:
    return [(int(line), code) for line, code in EXPECT.findall(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_has_the_faults_it_says(path: Path) -> None:
    assert sorted(faults(path)) == sorted(expected(path))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_named_after_the_fault_it_shows(path: Path) -> None:
    codes = {code for _, code in expected(path)}
    assert codes == {path.stem} or path.stem in {"many-formats", "many-checks"}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_faults_come_in_the_order_of_the_file_with_the_user_s_line_and_words_for_both_readers(path: Path) -> None:
    found = problems(path)
    places = [problem.place for problem in found if problem.place]
    lines = path.read_text(encoding="utf-8").split("\n")
    spots = [(place.line, place.column) for place in places]
    assert len(places) == len(found)
    assert spots == sorted(spots)
    assert [place.source for place in places] == [lines[place.line - 1] for place in places]
    assert all(1 <= place.column <= len(place.source) + 1 for place in places)
    assert all(problem.message(lang) and "{'" not in problem.hint(lang) for problem in found for lang in ("zh", "en"))


def nothing(folder: Path) -> Path:
    return folder / "none.yaml"


def a_folder(folder: Path) -> Path:
    return folder


def a_dangling_link(folder: Path) -> Path:
    path = folder / "dangling.yaml"
    path.symlink_to(folder / "none.yaml")
    return path


def a_pipe(folder: Path) -> Path:
    path = folder / "pipe.yaml"
    os.mkfifo(path)
    return path


def a_link_to_itself(folder: Path) -> Path:
    path = folder / "loop.yaml"
    path.symlink_to(path)
    return path


def written(content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "bad.yaml"
        path.write_bytes(content)
        return path

    return write


MADE: dict[str, tuple[str, Callable[[Path], Path], list[Fault]]] = {
    "no-file": ("no text at all", nothing, [(0, "no-file")]),
    "dangling": ("a link to nothing", a_dangling_link, [(0, "dangling")]),
    "not-plain": ("a pipe", a_pipe, [(0, "not-plain")]),
    "is-a-directory": ("no text at all", a_folder, [(0, "is-a-directory")]),
    "unreadable": ("no text at all", a_link_to_itself, [(0, "unreadable")]),
    "empty-file": ("has no room for a comment", written(b" \n\t\n"), [(0, "empty-file")]),
    "file-too-large": ("8 MB", written(b"#" * (LARGEST + 1)), [(0, "file-too-large")]),
    "not-utf8": ("no UTF-8", written("format: 1\ntitle: 备货".encode("gbk")), [(2, "not-utf8")]),
    "control-character": (
        "invisible in a review",
        written("format: 1\ntitle: a\x00b\nzone: \u2028\n".encode()),
        [(2, "control-character"), (3, "control-character")],
    ),
    "too-many": (
        "a thousand faults long",
        written(b"\t- 1\n" * (MOST + 1)),
        [*((line, "tab") for line in range(1, MOST + 1)), (0, "too-many")],
    ),
}
"""Codes of which no file lies in `tests/bad`: why, how such a file is made, and its faults."""

ELSEWHERE: dict[str, str] = {}
"""Codes that no text of a playbook provokes, and why they are listed with the others all the same."""


@pytest.mark.parametrize("code", MADE)
def test_what_no_text_can_say_of_itself(code: str, tmp_path: Path) -> None:
    _, make, found = MADE[code]
    assert faults(make(tmp_path)) == found


@pytest.mark.parametrize("code", [*FILES, *FORMAT, *CHECKS])
def test_every_code_is_provoked(code: str) -> None:
    assert code in {path.stem for path in BAD} | MADE.keys() | ELSEWHERE.keys(), f"write tests/bad/{code}.yaml"


def test_every_exception_is_a_code_without_a_file() -> None:
    listed = MADE.keys() | ELSEWHERE.keys()
    assert listed <= MESSAGES.keys()
    assert listed.isdisjoint(path.stem for path in BAD)
