"""Every command that reads works over all running campaigns, and over one with `-c`."""

import json
from pathlib import Path

import pytest

from conftest import SMALL, Program

READS = (
    ("today", "--on", "2024-11-09"),
    ("tasks",),
    ("tasks", "--role", "sales"),
    ("timeline",),
    ("status",),
    ("show", "poster"),
    ("why", "poster"),
    ("checklist", "choose-goods"),
    ("log",),
    ("diff",),
    ("gate", "climax"),
    ("assign",),
    ("script", "--list"),
    ("script", "wake-up", "--set", "shop=A", "--set", "link=b"),
    ("redlines",),
    ("campaigns",),
)
JSON = (
    ("today",), ("tasks",), ("timeline",), ("status",), ("show", "poster"), ("why", "poster"), ("assign",),
    ("checklist", "choose-goods"), ("log",), ("diff",), ("gate", "climax"), ("script", "wake-up"), ("script", "--list"),
    ("campaigns",),
)  # fmt: skip


@pytest.fixture
def both(promoplan: Program, shop: Path) -> Program:
    """One playbook as it is, and one that has no sales role, no poster and no script of that name."""
    text = SMALL.read_text(encoding="utf-8")
    other = text.replace("poster", "banner").replace("wake-up", "wake-again")
    (shop / "other.yaml").write_text(other.replace("playbook: small", "playbook: other"), encoding="utf-8")
    for book, name in ((str(SMALL), "first"), (str(SMALL), "second"), ("other.yaml", "third")):
        assert promoplan("init", book, "--date", "2024-11-11", "--name", name, "--yes").code == 0
    assert promoplan("archive", "third").code == 0
    return promoplan


@pytest.mark.parametrize("words", READS, ids=" ".join)
def test_each_running_campaign_is_shown_under_its_name(both: Program, words: tuple[str, ...]) -> None:
    ran = both(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "first" in ran.out
    assert "second" in ran.out
    assert "third" not in ran.out


@pytest.mark.parametrize("words", JSON, ids=" ".join)
def test_as_json_they_are_a_list_and_one_alone_is_none(both: Program, words: tuple[str, ...]) -> None:
    record = json.loads(both(*words, "--json").out)
    assert [each["campaign"] for each in record["campaigns"]] == ["first", "second"]
    if words != ("campaigns",):
        assert json.loads(both(*words, "--json", "-c", "second").out)["campaign"] == "second"


def test_what_only_one_campaign_has_is_shown_there(both: Program) -> None:
    both("archive", "third", "--undo")
    assert both("show", "banner") == both("show", "banner", "-c", "third")
    assert both("script", "wake-again").out == both("script", "wake-again", "-c", "third").out
    assert both("why", "poster").out.count("Finish the main image") == 2
    ran = both("show", "nonsense")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no task nonsense\n")


def test_what_is_ambiguous_in_one_is_asked_for(both: Program) -> None:
    ran = both("show", "the")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: the may be: ")


def test_each_gets_a_calendar_file_of_its_own(both: Program, shop: Path) -> None:
    assert both("export", "ics") == (0, "Wrote first.ics\nWrote second.ics\n", "")
    assert {path.name for path in shop.glob("*.ics")} == {"first.ics", "second.ics"}
    ran = both("export", "ics", "-o", "all.ics")
    assert (ran.code, ran.err.startswith("error: there are several campaigns: first, second\n")) == (2, True)
    assert both("export", "ics", "-o", "all.ics", "-c", "first").code == 0


def test_one_gate_that_is_not_ready_is_enough(both: Program, shop: Path) -> None:
    path = shop / "second" / "playbook.yaml"
    path.write_text(path.read_text().replace("when: D-10..D-1}", "when: D-10..D-1, gate: [poster]}"))
    ran = both("gate", "climax")
    assert (ran.code, ran.out.count("READY"), ran.out.count("NOT READY: 1 of 1 missing")) == (3, 2, 1)
    assert both("gate", "climax", "-c", "first").code == 0
    assert both("gate", "climax", "--reason", "late").err.startswith("error: there are several campaigns")
