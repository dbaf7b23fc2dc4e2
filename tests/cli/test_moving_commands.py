"""Moving dates: what is shown before anything is written, what moves, what stays, and the way back."""

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from conftest import OWN, SMALL, Program
from promoplan.cli import moving

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")
UNCONFIRMED = "error: nothing was written yet\n  add --yes to write it\n"
NO_PLAN = (
    "error: there is no plan at these dates; nothing was changed\n"
    "  take another date, or move the key dates in the way: promoplan move --anchor NAME=DATE\n"
)
MOVED = "Moved. Take it back: promoplan undo; calendar: promoplan export ics\n"


@pytest.fixture
def folder(promoplan: Program, shop: Path) -> Path:
    """A campaign on the small playbook."""
    promoplan(*INIT)
    return shop / "small-2024"


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a campaign, the compiled plan included."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"}


def plan(promoplan: Program, *words: str) -> Any:
    """The whole plan, as other programs get it."""
    return json.loads(promoplan("export", "json", "-o", "-", *words).out)


def dates(promoplan: Program) -> dict[str, str]:
    return {item["id"]: item["start"] for item in plan(promoplan)["items"]}


def test_first_a_table_and_the_count_and_nothing_is_written(promoplan: Program, folder: Path) -> None:
    promoplan("done", "poster")
    promoplan("pin", "push@w1")
    before = files(folder)
    ran = promoplan("move", "--date", "11-14", now="2024-10-25")
    assert (ran.code, ran.err) == (
        2,
        "warning: at these dates task push@w1 (2024-11-02 … 2024-11-02) falls outside its phase climax "
        "(2024-11-04 … 2024-11-13)\n  where that does not suit: promoplan move push@w1=DATE\n" + UNCONFIRMED,
    )
    assert (
        ran.out
        == """\
Sale day: 2024-11-11 Mon → 2024-11-14 Thu (+3)
Deposits open: 10-14 Mon 20:00 stays

item                     was                   now                   days why
Choose the goods         09-25 Wed             09-29 Sun work          +4 D-30wd
choose-goods
Send the [preheat] push  11-02 Sat             stays                      pinned
push@w1
Payment reminder unpaid  11-01 Fri … 11-10 Sun 11-04 Mon … 11-13 Wed   +3 climax
Send the [preheat] push  11-06 Wed … 11-10 Sun 11-09 Sat … 11-13 Wed   +3 2-3 waves, 3-4d apart,
push ×2                                                                   last D-1 20:00
Watch North American     11-09 Sat … 11-10 Sun 11-12 Tue … 11-13 Wed   +3 every day in D-2..D-1
office hours                                                              09:00-12:00
buyers-online ×2                                                          America/Los_Angeles
Open the sale open-shop  11-11 Mon 00:00       11-14 Thu 00:00         +3 D 00:00
Say thank you thank      11-14 Thu … 11-16 Sat 11-17 Sun … 11-19 Tue   +3 D+3..D+5

moved 8 · kept 1 pinned
"""
    )
    assert files(folder) == before


@pytest.mark.parametrize(
    ("words", "en", "zh"),
    [
        (("--date", "11-04"), "moved 9 · kept 1 done · newly overdue 1", "移动 9 项 · 不动: 已完成 1 · 新逾期 1"),
        (("--date", "2025-01-16"), "moved 10 · kept 1 done", "移动 10 项 · 不动: 已完成 1"),
        (("--anchor", "presale=none"), "moved 0 · dropped 1", "移动 0 项 · 去掉 1"),
        (("--anchor", "付定金=10-16"), "moved 1", "移动 1 项"),
        (("thank=11-20",), "moved 1", "移动 1 项"),
    ],
)
def test_the_count_in_one_line(promoplan: Program, folder: Path, words: tuple[str, ...], en: str, zh: str) -> None:
    promoplan("done", "poster")
    assert folder.exists()
    for lang, count, told in (
        ("en", en, "Dry run: nothing was written."),
        ("zh", zh, "试运行, 什么都没写。"),
    ):
        ran = promoplan("move", *words, "--dry-run", now="2024-10-30", lang=lang)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.splitlines()[-2:] == [count, told]


def test_a_dry_run_does_not_spoil_the_compiled_plan(promoplan: Program, folder: Path) -> None:
    promoplan("today")
    before, shown = files(folder), plan(promoplan)
    promoplan("move", "--date", "11-14", "--anchor", "presale=none", "--dry-run")
    assert files(folder) == before
    assert plan(promoplan) == shown


def test_a_moved_campaign_is_the_one_that_init_makes_at_those_dates(promoplan: Program, folder: Path) -> None:
    ran = promoplan("move", "--date", "2024-11-14", "--anchor", "presale=2024-10-16T19:00", "--yes", "--by", "老板")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(MOVED)
    events = [json.loads(line) for line in (folder / OWN).read_text(encoding="utf-8").splitlines()]
    assert [(event["type"], event["key"], event["value"], event["by"]) for event in events] == [
        ("moved", "date:D", {"to": "2024-11-14", "base": "2024-11-11"}, "老板"),
        ("moved", "date:presale", {"to": "2024-10-16 19:00", "base": ""}, "老板"),
    ]
    assert "anchor.presale" in events[0]["touched"]
    assert "touched" not in events[1]
    assert len({event["batch"] for event in events}) == 1
    moved = plan(promoplan)
    promoplan("init", str(SMALL), "--date", "2024-11-14", "--anchor", "presale=2024-10-16T19:00", "--name", "fresh")
    assert plan(promoplan, "-c", "fresh") == {**moved, "campaign": "fresh"}
    assert (folder / "campaign.yaml").read_text(encoding="utf-8").count("2024-11-11") == 1


def test_there_and_back_is_the_same_plan(promoplan: Program, folder: Path) -> None:
    before = plan(promoplan)
    for words in (
        ("--date", "11-18"),
        ("--anchor", "presale=none"),
        ("--date", "11-08", "--anchor", "presale=10-17T10:00"),
        ("thank=11-20",),
        ("--date", "11-11"),
        ("--anchor", "presale=10-14 20:00"),
        ("thank=11-14",),
    ):
        ran = promoplan("move", *words, "--yes")
        assert (ran.code, ran.err, ran.out.endswith(MOVED)) == (0, "", True), words
        assert plan(promoplan) != before or words == ("thank=11-14",)
    assert plan(promoplan) == before
    assert len((folder / OWN).read_text().splitlines()) == 8


def test_what_is_done_stays_where_it_was_done(promoplan: Program, folder: Path) -> None:
    promoplan("done", "choose-goods")
    promoplan("skip", "thank")
    ran = promoplan("move", "--date", "11-18", "--yes")
    assert "\nmoved 8 · kept 1 done, 1 skipped\n" in ran.out
    found = dates(promoplan)
    assert (found["choose-goods"], found["thank"]) == ("2024-09-25", "2024-11-14")
    assert found["poster"] == "2024-10-08"
    promoplan("reopen", "choose-goods")
    assert dates(promoplan)["choose-goods"] == "2024-10-08"
    event = json.loads((folder / OWN).read_text().splitlines()[-1])
    assert (event["type"], event["touched"]) == ("reopened", ["choose-goods"])


def test_only_what_hangs_on_a_moved_anchor_moves(promoplan: Program, folder: Path) -> None:
    before = dates(promoplan)
    promoplan("move", "--anchor", "presale=2024-10-16", "--yes")
    after = dates(promoplan)
    assert {name for name in before if before[name] != after[name]} == {"deposit-reminder"}
    assert after["deposit-reminder"] == "2024-10-16T21:00:00+08:00"
    assert folder.exists()


def test_a_dropped_anchor_takes_its_items_out_and_they_come_back(promoplan: Program, folder: Path) -> None:
    before = plan(promoplan)
    ran = promoplan("move", "--anchor", "presale=none", "--yes", lang="zh")
    assert "付定金: 10-14 周一 20:00 → 没有\n" in ran.out
    assert "去掉      没有“付定金”\n" in ran.out
    assert "deposit-reminder" not in dates(promoplan)
    event = json.loads((folder / OWN).read_text(encoding="utf-8"))
    assert event["touched"] == ["deposit-reminder", "anchor.presale"]
    assert event["dropped"]["deposit-reminder"]["title"] == {"zh": "提醒付定金", "en": "Remind of the deposit"}
    ran = promoplan("move", "--anchor", "presale=2024-10-14T20:00", "--yes", lang="zh")
    assert "付定金: 没有 → 10-14 周一 20:00\n" in ran.out
    assert "\n移动 0 项 · 新增 1 · 新逾期 1\n" in ran.out
    assert plan(promoplan) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--date", "2024-11-11"), "already there: Sale day\n"),
        (("--anchor", "presale=10-14"), "already there: Deposits open\n"),
        (("--anchor", "D=11-11", "thank=11-14"), "already there: Sale day\nalready there: Say thank you\n"),
    ],
)
def test_moving_to_where_it_is_writes_nothing(
    promoplan: Program, folder: Path, words: tuple[str, ...], told: str
) -> None:
    ran = promoplan("move", *words)
    assert (ran.code, ran.out, ran.err) == (0, told, "")
    assert (folder / OWN).read_text() == ""


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        ((), 2, "error: it is not said what to move\n"),
        (("--date", "soon"), 2, "error: cannot read the date soon\n"),
        (("--date", "2224-11-11"), 2, "error: 2224-11-11 is not between 2000 and 2099\n"),
        (("--anchor", "presal=none"), 2, "error: there is no key date presal\n  did you mean presale?\n"),
        (("--anchor", "presale=lots"), 2, "error: cannot read the date lots\n"),
        (("--anchor", "presale=10-16T25:00"), 2, "error: cannot read the date 10-16T25:00\n"),
        (("--anchor", "presale"), 2, "error: cannot read presale\n  write NAME=2024-10-15\n"),
        (("--anchor", "presale="), 2, "error: cannot read presale=\n"),
        (("pster=10-15",), 2, "error: there is no task pster\n  did you mean poster?\n"),
        (("the=10-15",), 2, "error: the may be: "),
        (("push=10-15",), 2, "error: push comes several times; say which: push@w1 (11-02), push@w2 (11-06), push@w3"),
        (("poster=10-08T09:00",), 2, "error: poster takes whole days, no time\n"),
        (("choose-goods=10-08",), 2, "error: choose-goods is closed and stays\n  promoplan reopen choose-goods"),
        (("deposit-reminder=10-20", "--anchor", "presale=none"), 2, "error: deposit-reminder is not in the plan at"),
        (("--date", "11-14", "poster=never"), 2, "error: cannot read the date never\n"),
    ],
)  # fmt: skip
def test_a_mistake_changes_nothing(
    promoplan: Program, folder: Path, words: tuple[str, ...], code: int, err: str
) -> None:
    promoplan("done", "choose-goods")
    before = files(folder)
    ran = promoplan("move", *words, "--yes")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(err)
    assert files(folder) == before


def test_an_anchor_that_must_be_held_cannot_be_dropped(promoplan: Program, shop: Path) -> None:
    text = (
        SMALL.read_text(encoding="utf-8")
        .replace("    optional: true\n", "")
        .replace("- {year: 2023, at: none, source: a test}", "")
    )
    (shop / "own.yaml").write_text(text, encoding="utf-8")
    promoplan("init", "own.yaml", "--date", "2024-11-11", "--yes")
    ran = promoplan("move", "--anchor", "presale=none", "--yes")
    assert (ran.code, ran.err) == (2, "error: the key date presale cannot be dropped\n  give it a date\n")


def test_an_anchor_that_the_choices_leave_out_cannot_be_moved(promoplan: Program, shop: Path) -> None:
    text = SMALL.read_text(encoding="utf-8").replace(
        "    optional: true\n", "    optional: true\n    if: venue == rts\n"
    )
    (shop / "own.yaml").write_text(text, encoding="utf-8")
    promoplan("init", "own.yaml", "--date", "2024-11-11", "--yes")
    ran = promoplan("move", "--anchor", "presale=10-16", "--yes")
    assert (ran.code, ran.err) == (2, "error: Deposits open is left out this time (venue == rts) and cannot be moved\n")


def test_dates_that_give_no_plan_change_nothing(promoplan: Program, shop: Path) -> None:
    text = SMALL.read_text(encoding="utf-8").replace("when: D+3..D+5", "when: D+3..2024-11-20\n    outside: true")
    (shop / "own.yaml").write_text(text, encoding="utf-8")
    promoplan("init", "own.yaml", "--date", "2024-11-11", "--yes")
    before = files(shop / "small-2024")
    ran = promoplan("move", "--date", "2024-11-25", "--yes")
    assert (ran.code, ran.out) == (1, "")
    assert "thank: the end 2024-11-20 is before the start 2024-11-28 [ends-before-start]" in ran.err
    assert ran.err.endswith(NO_PLAN)
    assert files(shop / "small-2024") == before


def test_new_warnings_are_told_and_old_ones_not_again(promoplan: Program, folder: Path) -> None:
    ran = promoplan("move", "--date", "2028-11-13", "--yes")
    assert ran.code == 0
    assert ran.err.startswith("warning: no holiday data for 2028: only weekends count, ")
    assert "; touched: Choose the goods\n" in ran.err
    assert promoplan("move", "--date", "2028-11-14", "--dry-run").err == ""
    assert folder.exists()


def test_an_item_moves_by_itself_with_its_length_and_its_time(promoplan: Program, folder: Path) -> None:
    ran = promoplan("move", "thank=11-20", "open-shop=11-10", "--yes")
    assert (ran.code, ran.err) == (
        0,
        "warning: at these dates task open-shop (2024-11-10 00:00 … 2024-11-10 00:00) falls outside its phase day "
        "(2024-11-11 … 2024-11-11)\n  where that does not suit: promoplan move open-shop=DATE\n",
    )
    items = {item["id"]: item for item in plan(promoplan)["items"]}
    assert (items["thank"]["start"], items["thank"]["end"], items["thank"]["pinned"]) == (
        "2024-11-20",
        "2024-11-22",
        True,
    )
    assert items["open-shop"]["start"] == items["open-shop"]["end"] == "2024-11-10T00:00:00+08:00"
    promoplan("move", "open-shop=2024-11-10 09:30", "--yes")
    assert dates(promoplan)["open-shop"] == "2024-11-10T09:30:00+08:00"
    assert "\nmoved 8 · kept 2 pinned\n" in promoplan("move", "--date", "11-18", "--yes").out
    assert dates(promoplan)["thank"] == "2024-11-20"
    touched = [json.loads(line).get("touched") for line in (folder / OWN).read_text().splitlines()]
    assert touched[:3] == [["open-shop", "thank"], None, ["open-shop"]]


def test_back_at_its_own_date_an_item_is_free_again(promoplan: Program, folder: Path) -> None:
    promoplan("move", "thank=11-20", "--yes")
    promoplan("move", "thank=11-14", "--yes")
    promoplan("move", "--date", "11-12", "--yes")
    assert dates(promoplan)["thank"] == "2024-11-15"
    assert folder.exists()


def test_what_was_pinned_on_purpose_stays_pinned_wherever_it_is(promoplan: Program, folder: Path) -> None:
    promoplan("pin", "thank")
    before = plan(promoplan)
    promoplan("move", "thank=11-20", "--yes")
    promoplan("move", "thank=11-14", "--yes")
    assert plan(promoplan) == before
    promoplan("move", "--date", "11-12", "--yes")
    assert dates(promoplan)["thank"] == "2024-11-14"
    assert folder.exists()


def test_pin_and_unpin(promoplan: Program, folder: Path) -> None:
    ran = promoplan("pin", "致谢", "push@w1")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == "pinned: Say thank you (thank) 11-14 Thu … 11-16 Sat\npinned: Send the [preheat] push (push@w1) 11-02 Sat\n"
    )
    assert promoplan("pin", "thank").out == "already pinned: Say thank you (thank) 11-14 Thu … 11-16 Sat\n"
    promoplan("move", "--date", "11-12", "--yes")
    assert promoplan("unpin", "thank", lang="zh").out == "已放开: 致谢 (thank) 11-15 周五 … 11-17 周日\n"
    assert promoplan("unpin", "thank").out == "not pinned: Say thank you (thank) 11-15 Fri … 11-17 Sun\n"
    assert dates(promoplan)["thank"] == "2024-11-15"
    events = [json.loads(line) for line in (folder / OWN).read_text().splitlines()]
    assert [(event["type"], event.get("touched")) for event in events][-1] == ("pinned", ["thank"])
    assert promoplan("pin", "thnk").err == "error: there is no task thnk\n  did you mean thank?\n"


def test_undo_takes_a_whole_move_back(promoplan: Program, folder: Path) -> None:
    before = plan(promoplan)
    promoplan("move", "--date", "11-18", "--anchor", "presale=none", "thank=12-01", "--yes")
    ran = promoplan("undo")
    assert (ran.code, ran.err) == (0, "")
    assert plan(promoplan) == before
    assert json.loads((folder / OWN).read_text(encoding="utf-8").splitlines()[-1])["touched"]


def test_a_date_changed_by_hand_since_wins_and_can_be_moved_again(promoplan: Program, folder: Path) -> None:
    promoplan("move", "--date", "11-18", "--yes")
    file = folder / "campaign.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("event: 2024-11-11", "event: 2024-11-12"), encoding="utf-8"
    )
    ran = promoplan("move", "--date", "11-14", "--yes")
    assert ran.out.startswith("Sale day: 2024-11-12 Tue → 2024-11-14 Thu (+2)\n")
    assert plan(promoplan)["event"] == "2024-11-14"


def test_a_move_of_an_anchor_that_the_playbook_lost_is_set_aside(promoplan: Program, folder: Path) -> None:
    promoplan("move", "--anchor", "presale=none", "--yes")
    file = folder / "playbook.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("    optional: true\n", ""), encoding="utf-8")
    ran = promoplan("today")
    assert ran.code == 0
    assert ran.err == (
        "small-2024/playbook.yaml: warning: presale: the playbook no longer has it so; "
        "the earlier move to none is set aside [move-set-aside]\n"
    )


def test_a_move_that_somebody_else_made_meanwhile_is_not_written_over(
    promoplan: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(*_: Any, **__: Any) -> None:
        monkeypatch.undo()
        monkeypatch.chdir(folder.parent)
        assert promoplan("move", "--date", "11-18", "--yes").code == 0

    monkeypatch.setattr(moving, "confirm", wait)
    ran = promoplan("move", "--date", "11-14", "--yes")
    assert (ran.code, ran.err) == (
        2,
        "error: somebody else has moved dates meanwhile; nothing was written\n  look again\n",
    )
    assert plan(promoplan)["event"] == "2024-11-18"


def test_the_deposits_of_2021_began_four_hours_earlier_than_first_announced(promoplan: Program) -> None:
    """First announced for 10-21 00:00, held on 10-20 20:00."""
    promoplan("init", "double11", "--date", "2021-11-11", "--anchor", "presale=2021-10-21T00:00", "--yes")
    before = dates(promoplan)
    ran = promoplan("move", "--anchor", "presale=2021-10-20T20:00", "--yes", now="2021-10-10")
    assert ran.out.startswith("Deposits open: 10-21 Thu 00:00 → 10-20 Wed 20:00\n")
    after = dates(promoplan)
    rules = {item["id"]: item for item in plan(promoplan)["items"]}
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed
    assert after["presale-live"] < before["presale-live"]
    assert all(after[name] < before[name] for name in changed)
    assert {rules[name]["phase"] for name in changed} != {item["phase"] for item in rules.values()}
    assert not {name for name in changed if name in {"kickoff", "set-budget", "day-offers", "ship-start"}}
    fresh = ("init", "double11", "--date", "2021-11-11", "--anchor", "presale=2021-10-20T20:00", "--yes")
    moved = plan(promoplan)
    promoplan(*fresh, "--name", "fresh")
    assert plan(promoplan, "-c", "fresh") == {**moved, "campaign": "fresh"}


def test_an_undo_that_the_playbook_no_longer_allows_changes_nothing(promoplan: Program, folder: Path) -> None:
    promoplan("move", "--date", "11-08", "--yes")
    file = folder / "playbook.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("when: D+3..D+5", "when: D+3..2024-11-12\n    outside: true"), encoding="utf-8")
    before = (folder / OWN).read_bytes()
    ran = promoplan("undo")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith(NO_PLAN)
    assert (folder / OWN).read_bytes() == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", ["60", "80"])
def test_a_narrow_gbk_console_gets_every_word(promoplan: Program, process: Any, lang: str, columns: str) -> None:
    promoplan("init", "double11", "--date", "2024-11-11", "--yes")
    promoplan("pin", "kickoff")
    for words in (
        ("move", "--date", "11-14", "--anchor", "presale=none", "--dry-run"),
        ("move", "--date", "11-14", "--anchor", "presale=none", "--yes"),
        ("diff",),
        ("assign",),
        ("assign", "美工=小陈,小李"),
        ("unpin", "kickoff"),
    ):
        narrow = process(*words, COLUMNS=columns, PYTHONIOENCODING="gbk", PROMOPLAN_LANG=lang)
        assert (narrow.returncode, narrow.stderr) == (0, b""), words
        text = narrow.stdout.decode("gbk")
        assert "?" not in text
        assert max(map(cell_len, text.splitlines())) <= int(columns), words
        if words[-1] == "--dry-run":
            wide = process(*words, COLUMNS="300", PYTHONIOENCODING="gbk", PROMOPLAN_LANG=lang).stdout.decode("gbk")
            assert sorted("".join(text.split())) == sorted("".join(wide.split()))


def test_a_move_before_what_a_task_needs_is_told_once(promoplan: Program, folder: Path) -> None:
    ran = promoplan("move", "choose-goods=2024-11-12", "--dry-run")
    assert ran.code == 0
    assert "warning: at these dates task open-shop starts on 2024-11-11 00:00, but choose-goods" in ran.err
    promoplan("move", "choose-goods=2024-11-12", "--yes")
    assert "open-shop starts" not in promoplan("move", "thank=2024-11-15", "--dry-run").err
    assert folder.exists()
