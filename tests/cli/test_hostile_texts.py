"""Other people's words: whole commands on a playbook, names and a log that would steer a terminal."""

import json
import os
from pathlib import Path

import pytest

from conftest import Program
from promoplan.text import STEERING
from terminal import talk

BOOK = r"""
format: 1
playbook: t
version: "1"
title: "Sale\e[31m \u202e [red]x[/red] \n 11-01 another row"
event: {title: "day \x9b31m", date: 11-11, reference: 2024-11-11}
roles: {ops: "Ops\n  sales: [Mallory]", sales: Sales}
boards: {goods: "=1+1"}
inputs: {n: {type: text, title: "a\nb: c # \u2028", default: "x\u0085y"}}
phases:
  - {id: all, title: "all\n\e]0;x\a", when: D-60..D+30}
tasks:
  - {id: a, title: "<img>\n- row \e[2J", why: "\e[31m", phase: all, board: goods, roles: ops, when: D-20,
     tools: "\e", checklist: ["l\u200b1", "[/]"]}
"""
INIT = (
    "init",
    "t.yaml",
    "--date",
    "2024-11-11",
    "--name",
    "c",
    "--yes",
    "--people",
    "ops=A\u202e,\x9b李",
    "--set",
    "n=q\ufeff\x85",
)
READS = (
    "today",
    "tasks",
    "timeline",
    "status",
    "show a",
    "why a",
    "log",
    "diff",
    "campaigns",
    "doctor",
    "assign",
    "calendar",
)


@pytest.fixture
def sale(promoplan: Program, shop: Path) -> Path:
    (shop / "t.yaml").write_text(BOOK, encoding="utf-8")
    ran = promoplan(*INIT)
    assert (ran.code, STEERING.findall(ran.out + ran.err)) == (0, [])
    assert promoplan("note", "a", "x\udcff\x9b\u2067", "--by", "z\x1b[1m\nrow").code == 0
    return shop / "c"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words", READS)
def test_nothing_read_steers_the_terminal(promoplan: Program, sale: Path, words: str, lang: str) -> None:
    assert sale.is_dir()
    ran = promoplan(*words.split(), lang=lang)
    assert ran.code == 0
    assert STEERING.findall(ran.out + ran.err) == []
    assert not any(line.startswith((" 11-01", "- row", "row")) for line in ran.out.splitlines())


@pytest.mark.parametrize("words", ["today", "tasks --all", "show a", "log"])
def test_json_has_such_characters_as_escapes(promoplan: Program, sale: Path, words: str) -> None:
    assert sale.is_dir()
    text = promoplan(*words.split(), "--json").out
    assert STEERING.findall(text) == []
    assert json.loads(text)["schema_version"] == 1
    assert "\\u" in text


@pytest.mark.parametrize("kind", ["ics", "md", "json"])
def test_exports_are_clean(promoplan: Program, sale: Path, shop: Path, kind: str) -> None:
    assert sale.is_dir()
    assert promoplan("export", kind).code == 0
    assert STEERING.findall((shop / f"c.{kind}").read_text(encoding="utf-8").replace("\r", "")) == []


def test_our_own_colours_are_all_that_reaches_a_terminal(sale: Path) -> None:
    code, shown = talk(sale, [], "tasks")
    assert code == 0
    assert "\x9b" not in shown
    assert "\x1b[2J" not in shown


def test_a_title_gives_nobody_a_role(promoplan: Program, sale: Path) -> None:
    assert "sales: [Mallory]" not in (sale / "campaign.yaml").read_text(encoding="utf-8").replace(
        "# Ops sales: [Mallory]", ""
    )
    people = promoplan("assign", "--json").out
    assert "\\u202e" in people
    assert '"Mallory"' not in people


def test_bytes_that_are_no_text_are_refused_before_anything_is_made(promoplan: Program, shop: Path) -> None:
    (shop / "t.yaml").write_text(BOOK, encoding="utf-8")
    ran = promoplan("init", "t.yaml", "--date", "2024-11-11", "--people", "ops=\udcff", "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: people would not be read back")
    assert promoplan("init", "t.yaml", "--name", "x\udcff", "--yes").code == 2
    assert [path.name for path in shop.iterdir()] == ["t.yaml"]


def test_an_export_goes_where_its_name_leads_and_keeps_its_permissions(
    promoplan: Program, sale: Path, shop: Path
) -> None:
    for name in ("real.md", "one.md"):
        (shop / name).write_text("old")
        (shop / name).chmod(0o640)
    (shop / "link.md").symlink_to("real.md")
    os.link(shop / "one.md", shop / "two.md")
    for name in ("link.md", "one.md"):
        assert promoplan("export", "md", "-o", name, "-c", sale.name).code == 0
    assert (shop / "link.md").is_symlink()
    assert (shop / "real.md").read_text().startswith("# ")
    assert (shop / "two.md").read_text().startswith("# ")
    assert {(shop / name).stat().st_mode & 0o777 for name in ("real.md", "one.md")} == {0o640}
    assert promoplan("export", "md", "-o", "长" * 90 + ".md").code == 2


@pytest.mark.parametrize(("lang", "said"), [("zh", "文件夹已经不在了"), ("en", "no longer there")])
@pytest.mark.parametrize("words", ["today", "init double11", "export ics", "validate double11"])
def test_a_folder_that_is_gone_is_told(promoplan: Program, shop: Path, words: str, lang: str, said: str) -> None:
    gone = shop / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    try:
        ran = promoplan(*words.split(), lang=lang)
    finally:
        os.chdir(shop)
    assert (ran.code, said in ran.err) == (2, True)
