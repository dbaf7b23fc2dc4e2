"""How a plan differs from what it was: since init, since a day, since before a command."""

import json
from pathlib import Path

import pytest

from conftest import OWN, SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")
FRIDAY, SATURDAY, SUNDAY = "2024-10-18T09:30", "2024-10-19T10:00", "2024-10-20T11:00"


@pytest.fixture
def folder(promoplan: Program, shop: Path) -> Path:
    """A campaign with three days of history."""
    promoplan(*INIT, now=FRIDAY)
    promoplan("done", "poster", "--by", "小美", now=FRIDAY)
    promoplan("move", "--date", "11-12", "--anchor", "presale=none", "--yes", "--by", "Ann", now=SATURDAY)
    promoplan("start", "choose-goods", "--by", "Amy", now=SUNDAY)
    return shop / "small-2024"


def ids(folder: Path) -> list[str]:
    """The ids of the commands, the first one first."""
    lines = (folder / OWN).read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(json.loads(line)["batch"] for line in lines))


def test_since_init_the_dates_as_a_move_shows_them_and_the_progress(promoplan: Program, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = promoplan("diff", now=SUNDAY)
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
small-2024 · since init
Sale day: 2024-11-11 Mon → 2024-11-12 Tue (+1)
Deposits open: 10-14 Mon 20:00 → none

item                     was                   now                   days why
Choose the goods         09-25 Wed             09-26 Thu               +1 D-30wd
choose-goods
Payment reminder unpaid  11-01 Fri … 11-10 Sun 11-02 Sat … 11-11 Mon   +1 climax
Send the [preheat] push  11-02 Sat … 11-10 Sun 11-03 Sun … 11-11 Mon   +1 2-3 waves, 3-4d apart,
push ×3                                                                   last D-1 20:00
Watch North American     11-09 Sat … 11-10 Sun 11-10 Sun … 11-11 Mon   +1 every day in D-2..D-1
office hours                                                              09:00-12:00
buyers-online ×2                                                          America/Los_Angeles
Open the sale open-shop  11-11 Mon 00:00       11-12 Tue 00:00         +1 D 00:00
Say thank you thank      11-14 Thu … 11-16 Sat 11-15 Fri … 11-17 Sun   +1 D+3..D+5
Remind of the deposit    10-14 Mon 21:00       dropped                    no Deposits open
deposit-reminder

moved 9 · dropped 1

Progress (2)
open → started Choose the goods choose-goods Amy 10-20 Sun 11:00
open → done    Finish the main image poster  小美 10-18 Fri 09:30
"""
    )
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_since_a_day_counts_from_its_end(promoplan: Program, folder: Path) -> None:
    friday = promoplan("diff", "10-18", now=SUNDAY).out
    assert friday.startswith("small-2024 · since 2024-10-18 Fri\nSale day: 2024-11-11 Mon → 2024-11-12 Tue (+1)\n")
    assert friday.endswith("\nProgress (1)\nopen → started Choose the goods choose-goods Amy 10-20 Sun 11:00\n")
    saturday = promoplan("diff", "昨天", now=SUNDAY, lang="zh").out
    assert (
        saturday
        == "small-2024 · 和 2024-10-19 周六 比\n\n进展 (1)\n未完成 → 进行中 选品 choose-goods Amy 10-20 周日 11:00\n"
    )
    assert promoplan("diff", "today", now=SUNDAY).out == "small-2024 · since 2024-10-20 Sun\nNothing has changed.\n"
    assert (
        promoplan("diff", "2024-01-01", now=SUNDAY).out.splitlines()[1:]
        == promoplan("diff", now=SUNDAY).out.splitlines()[1:]
    )
    assert folder.exists()


def test_since_before_a_command(promoplan: Program, folder: Path) -> None:
    done, moved, started = ids(folder)
    ran = promoplan("diff", moved[:6], now=SUNDAY)
    assert ran.out.startswith("small-2024 · since before the command of Ann on 10-19 Sat 10:00\nSale day: ")
    assert "Progress (1)" in ran.out
    assert "Sale day" not in promoplan("diff", started, now=SUNDAY).out
    assert (
        promoplan("diff", done, now=SUNDAY).out.splitlines()[1:] == promoplan("diff", now=SUNDAY).out.splitlines()[1:]
    )


def test_what_was_undone_has_not_changed(promoplan: Program, folder: Path) -> None:
    for command in ids(folder):
        assert promoplan("undo", command, now=SUNDAY).code == 0
    assert promoplan("diff", now=SUNDAY).out == "small-2024 · since init\nNothing has changed.\n"
    assert "open → done" not in promoplan("diff", ids(folder)[0], now=SUNDAY).out
    assert "done → open" in promoplan("diff", "10-19", now=SUNDAY).out


def test_the_same_as_json(promoplan: Program, folder: Path) -> None:
    record = json.loads(promoplan("diff", "--json", now=SUNDAY).out)
    assert record["schema_version"] == 1
    assert (record["campaign"], record["playbook"], record["today"]) == ("small-2024", "small", "2024-10-20")
    assert record["since"] == {"kind": "init", "date": None, "command": None}
    assert record["event"] == {"was": "2024-11-11", "now": "2024-11-12"}
    assert record["anchors"] == [
        {"id": "presale", "title": "Deposits open", "was": "2024-10-14T20:00:00+08:00", "now": None}
    ]
    changes = {change["id"]: change for change in record["changes"]}
    assert changes["thank"] == {
        "id": "thank",
        "task": "thank",
        "title": "Say thank you",
        "kind": "moved",
        "was": {"start": "2024-11-14", "end": "2024-11-16"},
        "now": {"start": "2024-11-15", "end": "2024-11-17"},
        "days": 1,
        "why": "D+3..D+5",
    }
    assert changes["deposit-reminder"]["kind"] == "dropped"
    assert changes["deposit-reminder"]["now"] is None
    assert [(each["id"], each["was"], each["now"], each["by"]) for each in record["statuses"]] == [
        ("choose-goods", "open", "started", "Amy"), ("poster", "open", "done", "小美"),
    ]  # fmt: skip
    assert json.loads(promoplan("diff", "10-18", "--json", now=SUNDAY).out)["since"]["date"] == "2024-10-18"
    assert json.loads(promoplan("diff", ids(folder)[1], "--json").out)["since"]["command"] == ids(folder)[1]


def test_several_campaigns_one_after_the_other(promoplan: Program, folder: Path) -> None:
    promoplan(*INIT, "--name", "second", now=SUNDAY)
    out = promoplan("diff", now=SUNDAY).out
    assert out.startswith("second · since init\nNothing has changed.\n\nsmall-2024 · since init\n")
    assert len(json.loads(promoplan("diff", "--json").out)["campaigns"]) == 2
    assert promoplan("diff", ids(folder)[1], now=SUNDAY).out.startswith("small-2024 · since before the command")
    assert promoplan("diff", "-c", "second", now=SUNDAY).out == "second · since init\nNothing has changed.\n"


@pytest.mark.parametrize("word", ["soon", "zz", "2024-13-45", "0"])
def test_neither_a_date_nor_a_command(promoplan: Program, folder: Path, word: str) -> None:
    (folder / OWN).write_text("", encoding="utf-8")
    ran = promoplan("diff", word)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: {word} is neither a date nor the id of a command\n  write a date, or an id that promoplan log shows\n"
    )


@pytest.mark.parametrize(
    ("words", "told", "untold"),
    [
        (("start", "choose-goods"), "open → started Choose the goods", "moved"),
        (("move", "poster=2024-10-02", "--yes"), "moved 1", "Progress"),
        (("move", "--anchor", "presale=2024-10-14T20:30", "--yes"), "20:00 → 10-14 Mon 20:30", "Sale day:"),
        (("move", "--date", "2024-11-12", "--yes"), "Sale day: 2024-11-11 Mon → 2024-11-12 Tue (+1)", "Progress"),
    ],
)  # fmt: skip
def test_a_change_of_one_kind_alone_is_a_change(
    promoplan: Program, shop: Path, words: tuple[str, ...], told: str, untold: str
) -> None:
    promoplan(*INIT, now=FRIDAY)
    assert "Nothing has changed." in promoplan("diff", now=FRIDAY).out
    assert promoplan(*words, now=SATURDAY).code == 0
    out = promoplan("diff", now=SUNDAY).out
    assert told in out
    assert untold not in out
    assert "Nothing has changed." not in out
    assert shop.exists()
