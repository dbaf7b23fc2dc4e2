"""A log that was cut in half, that git filled with conflict markers, a clock set back: commands tell, and go on."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from conftest import GIT, OWN, SMALL, Program


@pytest.fixture
def sale(promoplan: Program) -> Program:
    """A campaign in which two things have happened."""
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "sale", "--yes")
    promoplan("done", "poster", "--by", "lin")
    promoplan("done", "choose-goods", "--by", "wang")
    return promoplan


def done(sale: Program) -> list[str]:
    return sorted(item["id"] for item in json.loads(sale("tasks", "--json", "--status", "done").out)["items"])


@pytest.mark.parametrize("part", [0.02, 0.3, 0.5, 0.7, 0.98])
def test_a_line_cut_in_half_is_told_and_everything_else_goes_on(sale: Program, shop: Path, part: float) -> None:
    path = shop / "sale" / OWN
    first, second = path.read_bytes().splitlines(keepends=True)
    half = second[: int(len(second) * part)]
    path.write_bytes(first + half)
    for words in (("today",), ("tasks",), ("timeline",), ("status",), ("show", "poster"), ("log",), ("campaigns",)):
        ran = sale(*words)
        assert ran.code == 0
        assert ran.err.startswith("sale/log/0a1b2c3d.jsonl:2:1: warning: the last line was cut off in writing; "), words
    assert done(sale) == ["poster"]
    ran = sale("done", "choose-goods", "--by", "wang")
    assert (ran.code, ran.out) == (0, "done: Choose the goods (choose-goods)\n"), ran.err
    assert path.read_bytes().startswith(first + half + b"\n{")
    assert done(sale) == ["choose-goods", "poster"]
    assert sale("doctor", "--yes").out.endswith("\nMended 1\n")
    assert (shop / "sale" / "log.rejected.jsonl").read_bytes() == half + b"\n"
    assert sale("doctor").out.endswith("\nAll is well\n")
    assert done(sale) == ["choose-goods", "poster"]


def test_a_merge_that_left_its_markers_in_the_log_keeps_both_sides(sale: Program, shop: Path) -> None:
    """Git without the line in `.gitattributes` that init writes."""
    env = os.environ | GIT
    here = shop / "sale"
    (here / ".gitattributes").unlink()

    def git(*words: str, code: int = 0) -> None:
        assert subprocess.run(["git", *words], cwd=here, env=env, capture_output=True, check=False).returncode == code

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "init")
    git("checkout", "-qb", "theirs")
    sale("done", "open-shop", "--by", "lin")
    git("commit", "-qam", "lin")
    git("checkout", "-q", "main")
    sale("done", "thank", "--by", "wang")
    git("commit", "-qam", "wang")
    git("merge", "-q", "theirs", code=1)
    text = (here / OWN).read_bytes()
    assert b"<<<<<<< HEAD" in text
    ran = sale("today")
    assert (ran.code, ran.err.count("a merge conflict was left here")) == (0, 3)
    assert done(sale) == ["choose-goods", "open-shop", "poster", "thank"]
    assert sale("doctor", "--yes").out.endswith("\nMended 4\n")
    assert sale("doctor").out.endswith("\nAll is well\n")
    assert "merge=union" in (here / ".gitattributes").read_text()
    git("add", "-A")
    git("commit", "-qm", "merged")
    assert done(sale) == ["choose-goods", "open-shop", "poster", "thank"]


def test_with_the_clock_set_back_what_was_said_last_holds_and_is_taken_back_first(sale: Program, shop: Path) -> None:
    sale("move", "--date", "2024-11-15", "--yes", now="2024-10-20T12:00")
    sale("export", "ics")
    before = (shop / "sale.ics").read_bytes()
    sale("move", "--date", "2024-11-13", "--yes", now="2024-10-01T08:00")
    assert json.loads(sale("tasks", "--json").out)["event"] == "2024-11-13"
    assert sale("undo", now="2024-09-01T09:00").out.startswith("undid: moved Sale day to 2024-11-13 Wed")
    assert json.loads(sale("tasks", "--json").out)["event"] == "2024-11-15"
    sale("reopen", "poster", "--by", "lin", now="2024-09-01T08:00")
    assert done(sale) == ["choose-goods"]
    assert sale("doctor").out.endswith("\nAll is well\n")
    sale("export", "ics")
    after = (shop / "sale.ics").read_bytes()
    for stamp in (b"DTSTAMP", b"LAST-MODIFIED"):
        assert max(line for line in after.splitlines() if line.startswith(stamp)) >= max(
            line for line in before.splitlines() if line.startswith(stamp)
        )
