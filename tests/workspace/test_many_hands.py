"""Many hands on one campaign: twenty processes at once, and two clones under git."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import GIT, SMALL, Program
from promoplan.workspace import log
from promoplan.workspace.campaign import open_campaign

TASKS = 20

Git = Callable[..., str]


def book_of(count: int) -> str:
    """The small playbook with many more tasks."""
    rest = "phase: climax, board: goods, roles: ops, when: D-3"
    jobs = range(1, count + 1)
    more = "".join(f"  - {{id: job-{'x' * n}, title: {{zh: 活{n}, en: Job {n}}}, {rest}}}\n" for n in jobs)
    return SMALL.read_text(encoding="utf-8").replace("tasks:\n", "tasks:\n" + more)


def test_twenty_processes_tick_at_once(promoplan: Program, shop: Path) -> None:
    (shop / "many.yaml").write_text(book_of(TASKS), encoding="utf-8")
    assert promoplan("init", "many.yaml", "--date", "2024-11-11", "--name", "c", "--yes").code == 0
    names = [f"job-{'x' * n}" for n in range(1, TASKS + 1)]
    running = [
        subprocess.Popen([sys.executable, "-m", "promoplan", "done", name], cwd=shop, stdout=subprocess.PIPE)
        for name in names
    ]
    for name, process in zip(names, running, strict=True):
        out, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        assert f"({name})".encode() in out
    found = log.read(shop / "c")
    assert found.problems == []
    assert sorted(event["key"] for event in found.events) == sorted(f"item:{name}" for name in names)


def clones(shop: Path) -> tuple[Path, Path, Git]:
    """A campaign under git, and a clone of it."""
    env = os.environ | GIT

    def git(folder: Path, *words: str) -> str:
        return subprocess.run(["git", *words], cwd=folder, env=env, capture_output=True, check=True, text=True).stdout

    here, there = shop / "here", shop / "there"
    git(here, "init", "-q", "-b", "main")
    git(here, "add", "-A")
    git(here, "commit", "-qm", "init")
    git(shop, "clone", "-q", str(here), str(there))
    return here, there, git


def merge(here: Path, there: Path, git: Git) -> None:
    """Both sides commit, and each takes the other's work."""
    for folder in (here, there):
        git(folder, "commit", "-qam", "work")
    git(here, "pull", "-q", "--no-rebase", str(there), "main")
    git(there, "pull", "-q", "--no-rebase", str(here), "main")


def test_two_clones_tick_different_items_and_merge(promoplan: Program, shop: Path) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "here", "--yes")
    here, there, git = clones(shop)
    promoplan("done", "poster", "-c", "here")
    promoplan("done", "choose-goods", "-c", "there")
    merge(here, there, git)
    for folder in (here, there):
        states = open_campaign(folder).progress.states
        assert {item: state.status for item, state in states.items()} == {"poster": "done", "choose-goods": "done"}
    assert open_campaign(here).progress == open_campaign(there).progress
    assert git(here, "status", "--porcelain") == ""


def test_the_same_tick_twice_is_one_and_a_contradiction_is_shown(promoplan: Program, shop: Path) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "here", "--yes")
    here, there, git = clones(shop)
    promoplan("done", "poster", "open-shop", "-c", "here")
    promoplan("done", "poster", "-c", "there")
    promoplan("skip", "open-shop", "-c", "there")
    merge(here, there, git)
    for name in ("here", "there"):
        campaign = open_campaign(shop / name)
        assert campaign.progress.state("poster").others == ()
        assert campaign.progress.conflicts.keys() == {"item:open-shop"}
        assert [problem.code for problem in campaign.problems] == ["conflict"]
    promoplan("done", "open-shop", "-c", "here")
    settled = open_campaign(here)
    assert (settled.progress.conflicts, settled.progress.state("open-shop").status) == ({}, "done")


@pytest.mark.parametrize(
    ("name", "one", "other", "against", "holds", "again"),
    [
        ("Sale day", "move --yes --date 2024-11-08", "move --yes --date 2024-11-15",
         "moved to 2024-11-08", "moved to 2024-11-15", "move --date 2024-11-15"),
        ("Deposits open (presale)", "move --yes --anchor presale=2024-10-22T20:00", "move --yes --anchor presale=none",
         "moved to 2024-10-22 20:00", "dropped", "move --anchor presale=none"),
        ("Open the sale (open-shop)", "move --yes open-shop=2024-11-09", "move --yes open-shop=2024-11-10",
         "put on 2024-11-09 00:00", "put on 2024-11-10 00:00", "move open-shop=2024-11-10T00:00"),
        ("Sales (sales)", "assign sales=Ann", "assign sales=Ben,Cleo",
         "assigned to Ann", "assigned to Ben, Cleo", "assign sales=Ben,Cleo"),
        ("Finish the main image (poster)", "assign poster=Ann", "assign poster=",
         "assigned to Ann", "nobody in particular", "assign poster="),
    ],
)  # fmt: skip
def test_two_sides_that_differ_are_told_and_the_line_to_type_settles_it(
    promoplan: Program, shop: Path, name: str, one: str, other: str, against: str, holds: str, again: str
) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "here", "--yes")
    promoplan("assign", "poster=Zoe", "--by", "lin")
    here, there, git = clones(shop)
    assert promoplan(*one.split(), "--by", "lin", "-c", "here", now="2024-10-20T09:30").code == 0
    assert promoplan(*other.split(), "--by", "wang", "-c", "there", now="2024-10-20T10:00").code == 0
    merge(here, there, git)
    assert open_campaign(here).progress == open_campaign(there).progress
    assert promoplan("today", "-c", "there").err == (
        f"there/log: warning: {name}: two sides said different things; wang: {holds} holds for now, "
        f"against lin: {against} [conflict]\n"
        f"  settle it by saying it once more, for example promoplan {again} -c there\n"
    )
    agreed = ("--yes",) if again.startswith("move") else ()
    assert promoplan(*again.split(), *agreed, "-c", "there", now="2024-10-20T11:00").code == 0
    assert promoplan("today", "-c", "there").err == ""
    assert promoplan("doctor", "-c", "there").out.endswith("All is well\n")


def test_a_later_word_replaces_an_earlier_one_whatever_the_clock_says(promoplan: Program, shop: Path) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "here", "--yes")
    promoplan("done", "poster", now="2024-10-20T12:00")
    promoplan("reopen", "poster", now="2024-10-01T08:00")
    assert open_campaign(shop / "here").progress.state("poster").status == "open"
    record = json.loads(promoplan("tasks", "--json").out)
    assert {item["id"]: item["status"] for item in record["items"]}["poster"] == "open"
