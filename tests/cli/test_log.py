"""`log` and `undo`: every command in words, taken back whole, and brought back again."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import OWN, SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes", "--people", "sales=小李")


@pytest.fixture
def sale(promoplan: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("PROMOPLAN_BY", "lin")
    assert promoplan(*INIT).code == 0
    return promoplan


def log_of(shop: Path) -> Path:
    return shop / "small-2024" / OWN


def events(shop: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log_of(shop).read_text().splitlines()]


def statuses(sale: Program) -> dict[str, str]:
    return {item["id"]: item["status"] for item in json.loads(sale("tasks", "--json").out)["items"]}


def told(sale: Program, *words: str, lang: str = "en") -> list[str]:
    """What the log says of each command, without its id, day and author."""
    ran = sale("log", *words, "--json", lang=lang)
    return [command["text"] for command in json.loads(ran.out)["commands"]]


def line(batch: str, kind: str, key: str = "", value: Any = None, **more: Any) -> dict[str, Any]:
    """A line as a command would write it."""
    made = {
        "v": 1,
        "id": f"{batch}{kind}",
        "at": "2024-10-20T01:30:00+00:00",
        "by": "lin",
        "batch": batch,
        "type": kind,
    }
    return made | ({"key": key, "value": value, "after": []} if key else {"value": value}) | more


def add(shop: Path, *lines: dict[str, Any]) -> None:
    with log_of(shop).open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in lines)


def test_there_is_nothing_to_undo_in_a_new_campaign(sale: Program, shop: Path) -> None:
    assert sale("undo") == (2, "", "error: there is nothing to undo yet\n")
    assert sale("undo", lang="zh").err == "错误: 还没有可以撤销的\n"
    assert sale("log").out == "small-2024\nNothing has happened yet.\n"
    assert events(shop) == []


def test_undo_takes_back_one_whole_command(sale: Program) -> None:
    before = statuses(sale)
    sale("skip", "deposit-reminder")
    sale("done", "poster", "choose-goods")
    assert sale("undo") == (0, "undid: done Finish the main image, Choose the goods (2 tasks)\n", "")
    assert statuses(sale) == before | {"deposit-reminder": "skipped"}


def test_of_very_many_tasks_the_first_are_named_and_all_are_taken_back(sale: Program) -> None:
    every = [item["id"] for item in json.loads(sale("tasks", "--json").out)["items"]]
    sale("skip", *every)
    assert " ".join(sale("undo", "--ascii").out.split()) == (
        "undid: skipped Choose the goods, Finish the main image, Remind of the deposit, Payment reminder, Send the "
        "[preheat] push (push@w1), Send the [preheat] push (push@w2), Watch North American office hours "
        "(buyers-online@d1), Watch North American office hours (buyers-online@d2) .. (11 tasks)"
    )
    assert set(statuses(sale).values()) == {"open"}


def test_undo_in_chinese(sale: Program) -> None:
    sale("done", "poster", "choose-goods", "--note", "齐了")
    assert sale("undo", lang="zh").out == "撤销了: 完成 定稿主图、选品 (2 个任务): 齐了\n"


def test_undo_of_undo_restores_however_often(sale: Program) -> None:
    sale("done", "poster")
    for n in range(4):
        ran = sale("undo")
        assert ran.out == ("restored" if n % 2 else "undid") + ": done Finish the main image\n"
        assert statuses(sale)["poster"] == ("done" if n % 2 else "open")


def test_a_named_command_is_taken_back_and_what_came_later_stays(sale: Program, shop: Path) -> None:
    sale("done", "poster")
    sale("done", "choose-goods")
    first = events(shop)[0]["batch"]
    assert sale("undo", first[:5]).out == "undid: done Finish the main image\n"
    assert (statuses(sale)["poster"], statuses(sale)["choose-goods"]) == ("open", "done")
    assert sale("undo", first) == (
        2, "", f"error: {first} was already taken back\n  to bring it back, undo that undo\n",
    )  # fmt: skip


@pytest.mark.parametrize("word", ["zzzz", "", " "])
def test_an_unknown_id_changes_nothing(sale: Program, shop: Path, word: str) -> None:
    sale("done", "poster")
    ran = sale("undo", word)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: the log has no command {word}\n")
    assert len(events(shop)) == 1


def test_undo_does_not_take_back_what_a_merge_brought_already_taken_back(sale: Program, shop: Path) -> None:
    """The undo came in above the command it is about: the last command that still counts is meant."""
    add(shop, line("b1", "done", "item:poster", {}), line("b3", "undone", value="b2"))
    add(shop, line("b2", "done", "item:choose-goods", {}))
    assert sale("undo").out == "restored: done Choose the goods\n"


def test_every_command_has_its_words(sale: Program, shop: Path) -> None:
    sale("done", "poster", "push@w1")
    sale("start", "choose-goods", "--note", "half way")
    sale("skip", "deposit-reminder")
    sale("block", "thank")
    sale("reopen", "poster")
    sale("note", "poster", "in  the\ndrive")
    sale("check", "choose-goods", "1", "2")
    sale("check", "choose-goods", "2", "--undo")
    add(
        shop,
        line("m1", "assigned", "who:sales", ["小李", "小王"]),
        line("m2", "assigned", "who:item:poster", []),
        line("m3", "moved", "date:D", {"to": "2024-11-15", "base": "2024-11-11"}, touched=["a", "b", "anchor.presale"]),
        line("m4", "moved", "date:presale", {"to": "2024-10-15 19:00", "base": ""}, touched=["a"]),
        line("m5", "moved", "date:presale", {"to": "none", "base": ""}),
        line("m6", "moved", "date:presale", {"to": "", "base": ""}),
        line("m7", "pinned", "pin:poster", {"start": "2024-10-01", "end": None}),
        line("m7b", "pinned", "pin:poster", {"start": "2024-10-01", "end": None, "held": True}),
        line("m8", "pinned", "pin:poster"),
        line("m9", "gated", "gate:day", {"reason": "the boss said so", "missing": []}),
        line("m10", "archived", "archive:", True),
        line("m11", "archived", "archive:", False),
        line("m12", "handed-over", "shift:poster", {}),
        line("m13", "done", "item:gone@w1", {}),
        {**line("m14", "done"), "v": 2, "key": 7},
        line("m15", "undone", value="nowhere"),
        line("m16", "done", "check:poster:1", True),  # which is no event, and told as a line that cannot be read
    )
    assert told(sale) == [
        "done Finish the main image, Send the [preheat] push (push@w1) (2 tasks)",
        "started Choose the goods: half way",
        "skipped Remind of the deposit",
        "blocked Say thank you",
        "reopened Finish the main image",
        "noted Finish the main image: in the drive",
        "ticked on the list of Choose the goods: Enough stock, Margin worked out",
        "unticked on the list of Choose the goods: Margin worked out",
        "assigned Sales to 小李, 小王",
        "Finish the main image is nobody's in particular",
        "moved Sale day to 2024-11-15 Fri (2 items)",
        "moved Deposits open to 2024-10-15 Tue 19:00 (1 item)",
        "dropped Deposits open",
        "moved Deposits open back to its own date",
        "moved Finish the main image to 2024-10-01 Tue off",
        "pinned Finish the main image",
        "unpinned Finish the main image",
        "let The day begin: the boss said so",
        "archived the campaign",
        "brought the campaign back",
        "something this version does not know (handed-over)",
        "done gone@w1",
        "something this version does not know (done)",
        "undid: a step that is not in this log",
    ]
    assert all(not text.isascii() for text in told(sale, lang="zh"))


def test_the_log_shows_ids_days_and_people(sale: Program, shop: Path) -> None:
    sale("done", "poster", "--by", "wang", now="2024-10-18T18:05")
    sale("undo")
    first, second = (each["batch"][:4] for each in events(shop))
    assert sale("log").out == (
        f"small-2024\n{first} 10-18 Fri 18:05 wang done Finish the main image (taken back)\n"
        f"{second} 10-20 Sun 09:30 lin  undid: done Finish the main image\n"
    )


def test_ids_are_as_long_as_they_must_be(sale: Program, shop: Path) -> None:
    add(shop, line("abcdef1", "done", "item:poster", {}), line("abcdef2", "done", "item:choose-goods", {}))
    assert [row[:8] for row in sale("log").out.splitlines()[1:]] == ["abcdef1 ", "abcdef2 "]
    ran = sale("undo", "abcdef")
    assert (ran.code, ran.err) == (
        2, "error: the log has no command abcdef\n  did you mean abcdef1 / abcdef2?\n",
    )  # fmt: skip


def test_of_many_commands_that_could_be_meant_the_last_are_named(sale: Program, shop: Path) -> None:
    add(shop, *(line(f"ab{n:02}", "noted", value="x", item="poster") for n in range(30)))
    assert sale("undo", "ab").err == (
        "error: the log has no command ab\n  one of: ab22 / ab23 / ab24 / ab25 / ab26 / ab27 / ab28 / ab29\n"
    )


def test_a_whole_id_is_enough_though_another_begins_with_it(sale: Program, shop: Path) -> None:
    add(shop, line("ab", "done", "item:poster", {}), line("abcd", "done", "item:choose-goods", {}))
    assert sale("undo", "ab").out == "undid: done Finish the main image\n"


def test_the_log_of_an_item_has_its_undos_and_moves(sale: Program, shop: Path) -> None:
    sale("done", "poster")
    sale("done", "choose-goods")
    sale("undo", events(shop)[0]["batch"])
    add(shop, line("m3", "moved", "date:presale", {"to": "none", "base": ""}, touched=["poster"]))
    assert told(sale, "--item", "主图") == [
        "done Finish the main image",
        "undid: done Finish the main image",
        "dropped Deposits open (1 item)",
    ]
    assert sale("log", "--item", "nope").code == 2


def test_an_item_that_left_the_plan_is_still_found_in_the_log(sale: Program, shop: Path) -> None:
    add(shop, line("b1", "done", "item:gone@w1", {}))
    assert told(sale, "--item", "gone@w1") == ["done gone@w1"]


def test_the_log_since_a_day(sale: Program) -> None:
    sale("done", "poster", now="2024-10-17T23:59")
    sale("done", "choose-goods", now="2024-10-18T00:01")
    assert told(sale, "--since", "10-18") == ["done Choose the goods"]
    assert told(sale, "--since", "2024-10-19") == []
    assert sale("log", "--since", "soon").code == 2


def test_the_log_of_several_campaigns(sale: Program) -> None:
    sale(*INIT, "--name", "second")
    sale("done", "poster", "-c", "second")
    assert sale("log").out.startswith("second\n")
    assert "small-2024\nNothing has happened yet.\n" in sale("log").out
    assert [each["campaign"] for each in json.loads(sale("log", "--json").out)["campaigns"]] == ["second", "small-2024"]
    assert sale("undo").err.startswith("error: there are several campaigns")


def test_undo_of_a_move_tells_the_calendar_what_changed(sale: Program, shop: Path) -> None:
    """Dates come back; what is done stays where it was; each undo names the items whose dates it changes."""
    sale("done", "choose-goods")
    before = json.loads(sale("tasks", "--json").out)["items"]
    add(shop, line("m1", "moved", "date:D", {"to": "2024-11-15", "base": "2024-11-11"}))
    moved = json.loads(sale("tasks", "--json").out)["items"]
    ran = sale("undo")
    lines = ran.out.splitlines()
    assert lines[0] == "undid: moved Sale day to 2024-11-15 Fri"
    assert lines[1].endswith(" items changed dates; calendar: promoplan export ics")
    assert json.loads(sale("tasks", "--json").out)["items"] == before
    dates = {item["id"]: item["start"] for item in before}
    changed = {item["id"] for item in moved if item["start"] != dates[item["id"]]}
    touched = set(events(shop)[-1]["touched"])
    assert changed
    assert changed <= touched
    assert "choose-goods" not in touched
    sale("undo")
    assert set(events(shop)[-1]["touched"]) == touched


def test_undo_of_a_deed_changes_no_dates(sale: Program, shop: Path) -> None:
    sale("done", "poster")
    sale("undo")
    assert "touched" not in events(shop)[-1]


def test_reading_the_log_writes_nothing(sale: Program, shop: Path) -> None:
    sale("done", "poster")
    before = log_of(shop).read_bytes()
    sale("log")
    sale("undo", "nope")
    assert log_of(shop).read_bytes() == before


def test_the_last_fifty_are_shown_unless_all_are_asked_for(sale: Program, shop: Path) -> None:
    add(shop, *(line(f"{n:03}x", "noted", value=f"word {n}", item="poster") for n in range(60)))
    ran = sale("log")
    assert ran.out.splitlines()[:2] == ["small-2024", "10 earlier: promoplan log --all"]
    assert (ran.out.count("word "), "word 10" in ran.out, "word 9\n" in ran.out) == (50, True, False)
    assert sale("log", lang="zh").out.splitlines()[1] == "前面还有 10 步: promoplan log --all"
    assert sale("log", "--all").out.count("word ") == 60
    assert len(json.loads(sale("log", "--json").out)["commands"]) == 60


def test_what_two_took_back_comes_back_with_one_undo(sale: Program, shop: Path) -> None:
    """As after a merge: each took it back without knowing of the other."""
    sale("done", "poster")
    batch = events(shop)[0]["batch"]
    add(shop, line("u1", "undone", value=batch), line("u2", "undone", value=batch, by="wang"))
    assert statuses(sale)["poster"] == "open"
    assert sale("undo").out == "restored: done Finish the main image\n"
    assert statuses(sale)["poster"] == "done"
    assert sale("undo").out == "undid: done Finish the main image\n"
    assert statuses(sale)["poster"] == "open"


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("done", "item:poster", {}),
        ("assigned", "who:item:poster", ["Zoe"]),
        ("moved", "date:D", {"to": "2024-11-15", "base": "2024-11-11"}),
        ("pinned", "pin:poster", {"start": "2024-11-01", "end": None}),
    ],
)
def test_what_another_said_too_holds_after_an_undo_and_that_is_said(
    sale: Program, shop: Path, kind: str, key: str, value: Any
) -> None:
    add(shop, line("d1", kind, key, value), line("d2", kind, key, value, by="wang"))

    def standing() -> list[tuple[Any, ...]]:
        found = json.loads(sale("tasks", "--json").out)["items"]
        return [tuple(item[name] for name in ("id", "start", "status", "people")) for item in found]

    before = standing()
    out = sale("undo", "d1").out
    assert "  wang said the same, so it still holds\n" in out
    assert standing() == before
    assert "still holds" not in sale("undo", "d2").out
    assert "也这样记过" not in sale("undo", lang="zh").out
