"""Bytes of a user's file → text, and where things stand in it."""

from pathlib import Path
from typing import Any

import pytest

from promoplan.errors import Place, Problem, PromoplanError
from promoplan.library.source import LARGEST, MOST, Source, decode, read, refusal
from promoplan.library.strict import parse


def refused(raw: bytes) -> list[tuple[str, str, str]]:
    """The faults of some bytes: code, place and the user's line."""
    with pytest.raises(PromoplanError) as caught:
        decode(raw, "bad.yaml")
    assert caught.value.exit_code == 1
    return [(found.code, str(found.place), found.place.source) for found in caught.value.problems if found.place]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a: 1\n", "a: 1\n"),
        (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
        (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        (b"a: 1\rb: 2\r", "a: 1\nb: 2\n"),
        ("标题: 双11\n".encode(), "标题: 双11\n"),
        ("title: 🎉\u00a0\u3000x\n".encode(), "title: 🎉\u00a0\u3000x\n"),
        (b"no end of line", "no end of line"),
        (b"a: b\tc\n", "a: b\tc\n"),
    ],
)
def test_a_text_is_read_as_it_was_meant(raw: bytes, text: str) -> None:
    assert decode(raw, "ok.yaml") == Source("ok.yaml", text)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"", [("empty-file", "bad.yaml", "")]),
        (b" \r\n\t\r\n", [("empty-file", "bad.yaml", "")]),
        (b"\xef\xbb\xbf", [("empty-file", "bad.yaml", "")]),
        (b"#" * (LARGEST + 1), [("file-too-large", "bad.yaml", "")]),
        ("a: 1\n".encode("utf-16"), [("not-utf8", "bad.yaml", "")]),
        ("a: 1\n".encode("utf-16-le"), [("not-utf8", "bad.yaml", "")]),
        ("a: 1\n".encode("utf-16-be"), [("not-utf8", "bad.yaml", "")]),
        ("a: 1\r\nb: x 备货\r\n".encode("gbk"), [("not-utf8", "bad.yaml:2:6", "b: x 备货")]),
        (b"caf\xe9 latte", [("not-utf8", "bad.yaml:1:4", "caf� latte")]),
        (b"JFIF\xff\xd8", [("not-utf8", "bad.yaml:1:5", "JFIF��")]),
        (
            b"\xed\xa0\xbd: half a pair\n",
            [("not-utf8", "bad.yaml:1:1", "���: half a pair")],
        ),
        (b"a: 1\nb\x00: 2\n", [("control-character", "bad.yaml:2:2", "b\x00: 2")]),
        (b"a: \x1b[31m", [("control-character", "bad.yaml:1:4", "a: \x1b[31m")]),
        ("a: x\u2028b: y".encode(), [("control-character", "bad.yaml:1:5", "a: x\u2028b: y")]),
        ("a: x\u0085b: y".encode(), [("control-character", "bad.yaml:1:5", "a: x\u0085b: y")]),
        ("a: 1\n\ufefftasks: 2".encode(), [("control-character", "bad.yaml:2:1", "\ufefftasks: 2")]),
        (b"a:\n\tb: 1\n  \tc: 1\n", [("tab", "bad.yaml:2:1", "\tb: 1"), ("tab", "bad.yaml:3:3", "  \tc: 1")]),
        (
            b"<<<<<<< HEAD\r\na: 1\r\n=======\r\na: 2\r\n>>>>>>> theirs\r\n",
            [
                ("conflict-marker", "bad.yaml:1:1", "<<<<<<< HEAD"),
                ("conflict-marker", "bad.yaml:3:1", "======="),
                ("conflict-marker", "bad.yaml:5:1", ">>>>>>> theirs"),
            ],
        ),
    ],
)
def test_what_is_no_playbook_text_is_named(raw: bytes, found: list[tuple[str, str, str]]) -> None:
    assert refused(raw) == found


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("x: 备货".encode("gbk"), "文件不是 UTF-8 编码 (像是 GBK)"),
        ("x".encode("utf-16"), "文件不是 UTF-8 编码 (像是 UTF-16)"),
        (b"caf\xe9 latte", "文件不是 UTF-8 编码 (像是 别的编码, 或不是文本文件)"),
        (b"a\x0bb", "有看不见的控制字符 U+000B"),
        (b"#" * (LARGEST + 1), "文件超过 8 MB"),
    ],
)
def test_a_message_names_what_was_found(raw: bytes, message: str) -> None:
    with pytest.raises(PromoplanError) as caught:
        decode(raw, "bad.yaml")
    assert [problem.message("zh") for problem in caught.value.problems] == [message]


@pytest.mark.parametrize("text", ["a: '======= x'", "a: <<<<<<<", "========", "# tab\there", "- \t x", "<<: 1"])
def test_what_only_looks_like_a_fault_passes(text: str) -> None:
    assert decode(text.encode(), "ok.yaml").text == text


def test_a_file_is_shown_under_the_name_the_user_typed(tmp_path: Path) -> None:
    path = tmp_path / "我的.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert read(path, "./我的.yaml") == Source("./我的.yaml", "a: 1\n")
    assert read(path).file == str(path)


def test_a_file_of_exactly_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * LARGEST)
    assert len(read(path).text) == LARGEST


@pytest.mark.parametrize(
    ("name", "code"),
    [("none.yaml", "no-file"), ("file/inside.yaml", "no-file"), (".", "is-a-directory"), ("x" * 300, "unreadable")],
)
def test_a_path_that_cannot_be_read_says_why(name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a: 1", encoding="utf-8")
    with pytest.raises(PromoplanError) as caught:
        read(tmp_path / name, "shown")
    assert [(found.code, found.place) for found in caught.value.problems] == [(code, Place("shown"))]


@pytest.mark.parametrize(
    ("line", "column", "place"),
    [
        (0, 0, Place("f", 1, 1, "a: 1")),
        (1, 3, Place("f", 2, 4, "b: 双11")),
        (2, 0, Place("f", 3, 1, "")),
        (9, 2, Place("f", 10, 3, "")),
    ],
)
def test_a_place_carries_the_user_s_own_line(line: int, column: int, place: Place) -> None:
    assert Source("f", "a: 1\nb: 双11\n").place(line, column) == place


def located(text: str, path: tuple[str | int, ...], offset: int = 0) -> str:
    """What stands under the caret, to the end of its line."""
    source = Source("f", text)
    place = source.locate(Problem("bad-when", path=path, offset=offset), parse(source)).place
    assert place is not None
    return place.source[place.column - 1 :]


PHASES = """\
# comment
phases:
  - {id: prep, when: D-7..x}
  - id: sell
    when:
      every: mon
      in: D-7
    roles: [ops, sales]
"""


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ((), "phases:"),
        (("phases",), "phases:"),
        (("phases", 0), "{id: prep, when: D-7..x}"),
        (("phases", 0, "id"), "prep, when: D-7..x}"),
        (("phases", 0, "when"), "D-7..x}"),
        (("phases", 1), "id: sell"),
        (("phases", 1, "when"), "when:"),
        (("phases", 1, "when", "(every)", "in"), "D-7"),
        (("phases", 1, "when", "root", "in"), "D-7"),
        (("phases", 1, "roles", 1), "sales]"),
        (("phases", 1, "roles", 7), "[ops, sales]"),
        (("phases", 1, "missing"), "id: sell"),
        (("phases", 1, "id", "deeper", 3), "sell"),
        (("elsewhere", "deeper"), "phases:"),
        (("phases", 0, "when", "[key]"), "when: D-7..x}"),
        (("phases", 1, "when", "every", "[key]"), "every: mon"),
    ],
)
def test_a_path_leads_as_deep_as_the_file_goes(path: tuple[str | int, ...], found: str) -> None:
    assert located(PHASES, path).startswith(found)


@pytest.mark.parametrize(
    ("line", "offset", "found"),
    [
        ("when: D-7..later", 5, "later"),
        ("when:   D-7..later", 5, "later"),
        ("'when': 'D-7..later'", 5, "later'"),
        ('when: "D-7..later"  # why', 5, 'later"  # why'),
        ("when: &span D-7..later", 5, "later"),
        ("when: &span 'D-7..later'", 5, "later'"),
        ("when: D-7..later", 0, "D-7..later"),
        ("when: D-7..later", 99, ""),
        ("when: |\n  D-7..later", 5, "|"),
        ("when: >-\n  D-7..later", 5, ">-"),
        ("预热: 0\nwhen: 双11..later", 5, "later"),
    ],
)
def test_an_offset_leads_into_the_text(line: str, offset: int, found: str) -> None:
    assert located(line, ("when",), offset) == found


def test_an_alias_is_shown_where_it_stands() -> None:
    text = "a: &span D-7..later\nb: *span\n"
    assert located(text, ("b",), 5) == "*span"


def test_a_fault_inside_an_alias_is_shown_where_it_was_written() -> None:
    assert located("a: &list [x, y]\nb: *list\n", ("b", 1)) == "y]"


def test_a_place_that_is_known_stays() -> None:
    problem = Problem("tab", place=Place("other", 3, 4, "x"))
    assert Source("f", "a: 1").locate(problem, {}) is problem


@pytest.mark.parametrize("data", [None, "text", 7, {}, []])
def test_data_without_places_are_shown_at_the_top(data: Any) -> None:
    assert Source("f", "x").locate(Problem("not-mapping", path=("a", 1)), data).place == Place("f", 1, 1, "x")


def test_faults_are_told_in_the_order_of_the_file() -> None:
    spots = [(3, 1), (1, 9), (1, 2)]
    faults = [Problem("tab", place=Place("f", line, column)) for line, column in spots]
    assert [str(found.place) for found in refusal("f", faults, 3).problems] == ["f:1:2", "f:1:9", "f:3:1"]


@pytest.mark.parametrize(("count", "last"), [(MOST, "there"), (MOST + 1, "1 more"), (5 * MOST, f"{4 * MOST} more")])
def test_of_very_many_faults_the_first_are_told(count: int, last: str) -> None:
    faults = (Problem("no-file", place=Place("f", line, 1)) for line in range(1, count + 1))
    told = refusal("f", faults, count).problems
    assert len(told) == MOST + (count > MOST)
    assert last in told[-1].message("en")
