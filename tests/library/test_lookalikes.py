"""A sign that looks like one of YAML and is none is named where it stands, and nothing else is."""

from pathlib import Path

import pytest

from conftest import Program
from promoplan.errors import Problem, PromoplanError
from promoplan.library.load import load_source
from promoplan.library.source import Source
from promoplan.library.strict import parse

Found = list[tuple[str, str]]


def told(text: str) -> list[Problem]:
    """What is said of a text, as YAML and as a playbook."""
    with pytest.raises(PromoplanError) as caught:
        load_source(Source("f", text))
    return list(caught.value.problems)


def signs(text: str) -> Found:
    """Where look-alikes are told, and which."""
    return [
        (f"{p.place.line}:{p.place.column}", p.args["char"]) for p in told(text) if p.code == "look-alike" and p.place
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb:\n  - {x: 1}\n\u00a0\u00a0- {x: 2}\n  - {x: 3}\n", [("4:1", "U+00A0")]),
        ("a:\u3000b\nc: d\n", [("1:3", "U+3000")]),
        ("a:\u2003b\nc: d\n", [("1:3", "U+2003")]),
        ("a: 1\ntitle\uff1a选品\nzone: X\n", [("2:6", "U+FF1A")]),
        ("a: 1\nb\uff1a2\nc\uff1a3\nd: 4\n", [("2:2", "U+FF1A"), ("3:2", "U+FF1A")]),
        ("a: {title: 一，二, b: 2\uff0cc: 3}\n", [("1:21", "U+FF0C")]),
        ("a: \uff5bb: 1\uff5d\nc: 2\n", [("1:4", "U+FF5B"), ("1:9", "U+FF5D")]),
        ("a: \u201cx: y\u201d\n", [("1:4", "U+201C"), ("1:9", "U+201D")]),
        ("a: \u2018x: y\u2019\n", [("1:4", "U+2018"), ("1:9", "U+2019")]),
        ("a:\n  - b: 1\n  \uff0d c: 2\n", [("3:3", "U+FF0D")]),
        ("a\uff1a1\nb\uff1a2\nc\uff1a3\nd\uff1a4\ne: 5\n", [(f"{n}:2", "U+FF1A") for n in range(1, 5)]),
        ("a:\n  - b: 1\n  \u2013 c: 2\n", [("3:3", "U+2013")]),
    ],
)
def test_what_keeps_a_text_from_being_yaml(text: str, found: Found) -> None:
    assert signs(text) == found
    assert len(told(text)) == len(found)


BOOK = """\
format: 1
playbook: t
version: "1"
title: 一：“二”，三\u3000四\u200b五
event: {title: 当天, reference: 2024-11-11}
roles: {ops: 运营}
boards: {goods: 商品}
phases:
  - {id: all, title: 全程, when: D-60..D+30}
tasks:
  - id: base
    title: 底
    phase: all
    board: goods
    roles: ops
    when: D-20
"""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("    phase: all", "\u3000\u3000phase: all", ("13:1", "U+3000")),
        ("boards: {", "\u200bboards: {", ("7:1", "U+200B")),
        ("event: {title: 当天", "event: {title：当天", ("5:14", "U+FF1A")),
        ("    board:", "    bo\u200bard:", ("14:7", "U+200B")),
        ("    when: D-20", "    when: D-20\n\uff03 不急: 真的", ("17:1", "U+FF03")),
        ("boards: {goods: 商品}", "boards: \uff5bgoods\uff1a商品\uff5d", ("7:9", "U+FF5B")),
    ],
)
def test_what_makes_another_playbook_of_a_text(old: str, new: str, found: tuple[str, str]) -> None:
    assert old in BOOK
    assert signs(BOOK.replace(old, new))[:1] == [found]


def test_a_title_may_have_any_of_them() -> None:
    assert load_source(Source("f", BOOK)).playbook.title.zh.startswith("一：“二”，三")


@pytest.mark.parametrize(
    "text",
    [
        "a: “好”\nb: [\n",
        "a: 中文“好：的”\nb: ]\n",
        "k: |\n  标题：x\nb: ]\n",
        "# 标题：x\nb: ]\n",
        "b: '标题：x'\nc: ]\n",
    ],
)
def test_what_is_not_to_blame_is_not_named(text: str) -> None:
    assert [problem.code for problem in told(text)] == ["yaml-syntax"]


def test_of_very_many_some_are_told_and_the_search_ends() -> None:
    text = "".join(f"k{number}：v\n" for number in range(2000))
    with pytest.raises(PromoplanError) as caught:
        parse(Source("f", f"a: 1\n{text}"))
    assert 1 < len(caught.value.problems) < 100


@pytest.mark.parametrize(
    ("lang", "err"),
    [
        (
            "zh",
            "own.yaml:2:9: 错误: 全角冒号 ： (U+FF1A) 在这里不能用, 文件读不下去 [look-alike]\n"
            "  │ playbook：t\n  │         ^\n  改成半角 :\n",
        ),
        (
            "en",
            "own.yaml:2:9: error: the fullwidth colon ： (U+FF1A) is no sign of YAML; the file cannot be read on"
            " from here [look-alike]\n  │ playbook：t\n  │         ^\n  write : instead\n",
        ),
    ],
)
def test_a_playbook_of_one_s_own(promoplan: Program, shop: Path, lang: str, err: str) -> None:
    (shop / "own.yaml").write_text(BOOK.replace("playbook: t", "playbook：t"), encoding="utf-8")
    assert promoplan("init", "own.yaml", "--date", "2024-11-11", "--yes", lang=lang) == (1, "", err)


@pytest.mark.parametrize("name", ["campaign.yaml", "playbook.yaml"])
def test_a_file_of_a_campaign(promoplan: Program, shop: Path, name: str) -> None:
    (shop / "own.yaml").write_text(BOOK, encoding="utf-8")
    assert promoplan("init", "own.yaml", "--date", "2024-11-11", "--name", "c", "--yes").code == 0
    path = shop / "c" / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("playbook: ", "playbook:\u00a0"), encoding="utf-8")
    number = next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith("playbook: "))
    ran = promoplan("today")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"c/{name}:{number}:10: error: the no-break space (U+00A0) ")
    assert ran.err.endswith("  write a plain space instead\n")
