"""`status` against the plan, and `gate`: what a phase waits for before it may begin."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import OWN, SMALL, Program


@pytest.fixture
def sale(promoplan: Program, shop: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The small sale; its climax asks for three tasks of which one is not in this plan, its end for that one only."""
    monkeypatch.setenv("PROMOPLAN_BY", "lin")
    text = SMALL.read_text(encoding="utf-8")
    text = text.replace("when: D-10..D-1}", "when: D-10..D-1, gate: [choose-goods, poster, stock-check]}")
    text = text.replace("when: D+1..}", "when: D+1.., gate: [stock-check]}")
    (shop / "gated.yaml").write_text(text, encoding="utf-8")
    assert promoplan("init", "gated.yaml", "--name", "sale", "--yes", "--people", "design=阿美").code == 0
    return promoplan


def read(sale: Program, *words: str, **more: str) -> dict[str, Any]:
    record = json.loads(sale(*words, "--json", **more).out)
    assert isinstance(record, dict)
    return record


def test_status_counts_by_phase_role_and_board(sale: Program) -> None:
    sale("done", "poster")
    sale("skip", "deposit-reminder")
    ran = sale("status")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
sale · 2024-10-20 Sun · Sale day 11-11 Mon in 22 days
Done 1 of 9 · 1 late · 1 skipped · 10 working days behind the plan

Plan ▁▁▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▃▃▄▅███ 2 due before today
Done            ▁             1 done
     09-25              11-16

Phases
Prepare ██████████▓▓▓▓▓▓▓▓▓▓ 1/2 1 open, 1 late, 1 skipped
Climax  ░░░░░░░░░░░░░░░░░░░░ 0/5 5 open
The day ░░░░░░░░░░░░░░░░░░░░ 0/1 1 open
After   ░░░░░░░░░░░░░░░░░░░░ 0/1 1 open

Roles
Operations ▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░ 0/2 2 open, 1 late
Sales      ▓▓▓░░░░░░░░░░░░░░░░░ 0/7 7 open, 1 late, 1 skipped
Design     ████████████████████ 1/1

Boards
Goods   ███████▓▓▓▓▓▓▓░░░░░░ 1/3 2 open, 1 late
Service ░░░░░░░░░░░░░░░░░░░░ 0/6 6 open, 1 skipped

Late the longest
D-47 09-25 Wed Choose the goods · 14 working days late Operations, Sales choose-goods

Next gate: Climax 11-01 Fri in 12 days · NOT READY: 1 of 2 missing → promoplan gate climax
"""
    )


@pytest.mark.parametrize(
    ("by", "titles"),
    [("phase", ["Phases"]), ("role", ["Roles"]), ("board", ["Boards"]), ("", ["Phases", "Roles", "Boards"])],
)
def test_status_by_one_way_of_counting(sale: Program, by: str, titles: list[str]) -> None:
    lines = sale("status", *(("--by", by) if by else ())).out.splitlines()
    assert [line for line in lines if line in {"Phases", "Roles", "Boards"}] == titles


@pytest.mark.parametrize(
    ("done", "now", "days", "words"),
    [
        ((), "2024-09-01", 0, "on plan"),
        ((), "2024-09-25", 0, "on plan"),
        ((), "2024-09-26", -1, "1 working day behind the plan"),
        (("choose-goods",), "2024-09-26", 0, "on plan"),
        (("choose-goods", "poster"), "2024-09-26", 3, "3 working days ahead of the plan"),
        (("choose-goods", "poster"), "2024-09-30", 0, "on plan"),
        (("choose-goods", "poster"), "2024-10-01", 0, "on plan"),
        (("choose-goods", "poster"), "2024-10-15", -1, "1 working day behind the plan"),
        (("choose-goods",), "2024-10-09", -2, "2 working days behind the plan"),
    ],
)
def test_days_ahead_or_behind(sale: Program, done: tuple[str, ...], now: str, days: int, words: str) -> None:
    """Due 09-25, 09-30 and 10-14; 09-29 and 10-12 are worked, 10-01 to 10-07 are not."""
    if done:
        sale("done", *done, now=now)
    assert read(sale, "status", now=now)["days_ahead"] == days
    assert f" · {words}\n" in sale("status", now=now).out


def test_the_line_over_time_ends_today_and_never_falls(sale: Program) -> None:
    sale("done", "choose-goods", now="2024-09-25")
    sale("done", "poster", now="2024-09-30")
    sale("done", "deposit-reminder", "--on", "2024-10-19")
    points = read(sale, "status")["over_time"]
    done = [point["done"] for point in points if point["done"] is not None]
    assert (done[0], done[-1], len(done) < len(points)) == (1, 3, True)
    assert done == sorted(done)
    planned = [point["planned"] for point in points]
    assert (planned[-1], planned == sorted(planned)) == (10, True)
    assert [point["done"] is None for point in points] == sorted(point["done"] is None for point in points)


def test_the_three_worst_lates_come_worst_first(sale: Program) -> None:
    worst = read(sale, "status", now="2024-11-09")["worst"]
    assert [(late["id"], late["late_days"]) for late in worst] == [
        ("choose-goods", 29), ("poster", 25), ("deposit-reminder", 19),
    ]  # fmt: skip


def test_the_json_of_status_keeps_its_promise(sale: Program) -> None:
    record = read(sale, "status")
    assert {key: record[key] for key in ("schema_version", "campaign", "done", "open", "late", "skipped", "total")} == {
        "schema_version": 1, "campaign": "sale", "done": 0, "open": 10, "late": 3, "skipped": 0, "total": 10,
    }  # fmt: skip
    assert record["next_gate"]["phase"] == "climax"
    assert record["roles"][2] == {
        "id": "design", "title": "Design", "done": 0, "open": 1, "late": 1, "skipped": 0, "total": 1,
    }  # fmt: skip
    assert set(read(sale, "status", "--by", "role")) >= {"roles"}
    assert not set(read(sale, "status", "--by", "role")) & {"phases", "boards"}


def test_status_of_several_campaigns(sale: Program) -> None:
    sale("init", "gated.yaml", "--name", "second", "--yes")
    assert sale("status").out.count("Next gate") == 2
    assert len(read(sale, "status")["campaigns"]) == 2


def test_status_of_a_campaign_where_everything_is_skipped(sale: Program) -> None:
    every = [item["id"] for item in read(sale, "tasks")["items"]]
    sale("skip", *every)
    ran = sale("status", "--ascii", lang="zh")
    assert ran.code == 0
    assert "完成 0/0 | 跳过 10 | 跟计划一致\n" in ran.out


def test_a_gate_names_what_is_missing_and_who_owes_it(sale: Program) -> None:
    sale("check", "choose-goods", "2")
    ran = sale("gate", "climax")
    assert (ran.code, ran.err) == (3, "")
    assert (
        ran.out
        == """\
NOT READY: 2 of 2 missing · Climax · 11-01 Fri … 11-10 Sun

Missing (2)
D-47 09-25 Wed Choose the goods · 14 working days late      Operations, Sales choose-goods
               checklist 1 of 2
D-42 09-30 Mon Finish the main image · 10 working days late Design (阿美)     poster
To begin all the same, say why: promoplan gate climax --reason WHY
"""
    )


def test_what_a_gate_still_asks_of_a_done_task_is_mentioned(sale: Program) -> None:
    sale("check", "choose-goods", "1")
    assert sale("done", "choose-goods", lang="zh").out == (
        "完成: 选品 (choose-goods)\n  注意: 清单还有 1 条没勾, 不勾完过不了关口: promoplan check choose-goods 2\n"
    )
    sale("check", "choose-goods", "2")
    assert sale("done", "choose-goods", "--note", "again").out == "done: Choose the goods (choose-goods)\n"


def test_a_done_task_with_an_open_checklist_is_still_missing(sale: Program) -> None:
    sale("done", "poster", "choose-goods")
    ran = sale("gate", "预热高潮", lang="zh")
    assert ran.code == 3
    assert ran.out.startswith("还不能开始: 2 项里缺 1 项 · 预热高潮 · 11-01 周五 … 11-10 周日\n")
    assert "清单勾了 0/2" in ran.out
    sale("check", "choose-goods", "1", "2")
    assert sale("gate", "climax") == (0, "READY · Climax · 11-01 Fri … 11-10 Sun\n", "")


def test_a_skipped_task_holds_nothing_up(sale: Program) -> None:
    sale("done", "poster")
    sale("skip", "choose-goods")
    assert sale("gate", "climax").code == 0


def test_a_phase_without_a_gate_says_so(sale: Program) -> None:
    assert sale("gate", "day") == (0, "READY · The day · 11-11 Mon\nThis phase has no gate\n", "")
    record = read(sale, "gate", "day")
    assert (record["ready"], record["gated"], record["total"]) == (True, False, 0)


def test_a_gate_whose_tasks_are_left_out_says_so(sale: Program) -> None:
    ran = sale("gate", "after")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("None of the tasks that its gate asks for is in this plan\n")


def test_an_override_needs_a_reason_and_is_kept(sale: Program, shop: Path) -> None:
    assert sale("gate", "climax", "--reason", " ") == (2, "", "error: the reason is empty\n")
    ran = sale("gate", "climax", "--reason", "the pictures come tonight", "--by", "wang")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:2] == [
        "READY · Climax · 11-01 Fri … 11-10 Sun",
        "Let begin: the pictures come tonight (wang, 10-20 Sun 09:30)",
    ]
    assert "Missing (2)" in ran.out
    assert sale("gate", "climax").out == ran.out
    (event,) = [json.loads(line) for line in (shop / "sale" / OWN).read_text().splitlines()]
    assert (event["type"], event["key"]) == ("gated", "gate:climax")
    assert event["value"] == {"reason": "the pictures come tonight", "missing": ["choose-goods", "poster"]}
    record = read(sale, "gate", "climax")
    assert (record["ready"], record["override"]["reason"]) == (True, "the pictures come tonight")
    assert "READY" in sale("status").out.splitlines()[-1]
    assert sale("undo").out == "undid: let Climax begin: the pictures come tonight\n"
    assert sale("gate", "climax").code == 3


def test_a_reason_where_none_is_needed_writes_nothing(sale: Program, shop: Path) -> None:
    sale("gate", "day", "--reason", "x")
    sale("skip", "choose-goods", "poster")
    before = (shop / "sale" / OWN).read_bytes()
    assert sale("gate", "climax", "--reason", "x").out == "READY · Climax · 11-01 Fri … 11-10 Sun\n"
    assert (shop / "sale" / OWN).read_bytes() == before


def test_an_unknown_phase_is_met_with_the_nearest(sale: Program) -> None:
    assert sale("gate", "climx") == (2, "", "error: unknown phase 'climx'\n  did you mean climax?\n")
    assert sale("gate").err == "error: PHASE is missing\n  see promoplan gate --help\n"


@pytest.mark.parametrize("words", [("status",), ("status", "--by", "role"), ("gate", "climax")])
def test_a_console_of_ascii_gets_no_other_marks(sale: Program, words: tuple[str, ...]) -> None:
    sale("done", "choose-goods")
    out = sale(*words, "--ascii").out
    assert out.replace("阿美", "").isascii()
    sale(*words, "--ascii", lang="zh").out.encode("gbk")


def test_worst_and_gate_are_left_out_where_there_are_none(sale: Program) -> None:
    out = sale("status", now="2024-09-01").out
    assert "Late the longest" not in out
    assert "Next gate" not in sale("status", now="2024-11-13").out
