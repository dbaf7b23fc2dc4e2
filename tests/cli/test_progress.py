"""Ticking off, and how progress shows in `today`, `tasks`, `timeline` and `show`."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from rich.cells import cell_len

from conftest import OWN, SMALL, Program

INIT = (
    "init", str(SMALL), "--date", "2024-11-11", "--yes", "--people", "sales=小李,小王", "--people", "design=阿美",
)  # fmt: skip


@pytest.fixture
def sale(promoplan: Program) -> Program:
    """The small sale, with people for two of its three roles."""
    assert promoplan(*INIT).code == 0
    return promoplan


def items(ran: Any) -> dict[str, Any]:
    return {item["id"]: item for item in json.loads(ran.out)["items"]}


def test_done_says_what_was_ticked_and_the_second_time_only_mentions_it(sale: Program) -> None:
    assert sale("done", "poster", "choose", "--by", "lin") == (
        0,
        "done: Finish the main image (poster)\ndone: Choose the goods (choose-goods)\n",
        "",
    )
    assert sale("done", "定稿主图", lang="zh") == (0, "已经完成了: 定稿主图 (poster)\n", "")
    listed = items(sale("tasks", "--json"))
    assert (listed["poster"]["status"], listed["poster"]["status_by"]) == ("done", "lin")
    assert listed["poster"]["status_at"] == "2024-10-20T01:30:00+00:00"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("done", "poster", "nope"), 2, "error: there is no task nope\n  promoplan tasks lists them\n"),
        (
            ("done", "p"), 2,
            "error: there is no task p\n"
            "  did you mean Finish the main image (poster) / Send the [preheat] push (push)?\n",
        ),
        (
            ("done", "push"), 2,
            "error: push comes several times; say which: push@w1 (11-02), push@w2 (11-06), push@w3 (11-10)\n"
            "  promoplan show push lists them all\n",
        ),
        (("check", "choose-goods", "3"), 2, "error: choose-goods has no line 3; its checklist has 2\n"),
        (
            ("check", "poster", "1"), 2,
            "error: Finish the main image has no checklist to tick\n  promoplan done once it is finished\n",
        ),
        (
            ("done", "poster", "--on", "2024-10-21"), 2,
            "error: 2024-10-21 is a day to come\n  --on is the day it was done; left out, it is today\n",
        ),
        (("note", "poster", " "), 2, "error: the note is empty\n"),
        (("done",), 2, "error: ITEM is missing\n  see promoplan done --help\n"),
    ],
)  # fmt: skip
def test_a_mistake_changes_nothing(sale: Program, shop: Path, words: tuple[str, ...], code: int, told: str) -> None:
    assert sale(*words) == (code, "", told)
    assert (shop / "small-2024" / OWN).read_bytes() == b""


def test_of_a_repeat_todays_is_meant(sale: Program) -> None:
    assert sale("done", "push", now="2024-11-06").out == "done: Send the [preheat] push (push@w2)\n"


def test_what_is_needed_and_open_is_mentioned(sale: Program) -> None:
    assert sale("start", "open-shop").out == (
        "started: Open the sale (open-shop)\n  note: what it needs is still open: Choose the goods (choose-goods)\n"
    )


def test_check_shows_whose_lines_they_are_as_show_does(sale: Program) -> None:
    assert sale("check", "选品", "2").out == (
        "Choose the goods (choose-goods)\n☐ 1. Enough stock\n☑ 2. Margin worked out\n"
    )
    assert sale("check", "choose-goods", "2", "--undo", "--ascii").out.endswith("[ ] 2. Margin worked out\n")


def test_what_is_open_need_not_be_reopened(sale: Program) -> None:
    assert sale("reopen", "poster", lang="zh").out == "本来就开着: 定稿主图 (poster)\n"


def test_today_counts_what_was_done_and_leaves_it_out(sale: Program) -> None:
    sale("done", "poster", "choose-goods")
    sale("skip", "deposit-reminder")
    assert sale("today").out == (
        """\
small-2024 · 2024-10-20 Sun · Sale day 11-11 Mon in 22 days
Phase: Prepare · day 29 of 40
Goal: Goods and pictures ready
Done today: 2

Nothing for today; next is Payment reminder on 11-01 Fri
"""
    )
    assert "Done today" not in sale("today", now="2024-10-21").out
    assert json.loads(sale("today", "--json").out)["done_today"] == ["choose-goods", "poster"]


def test_the_day_of_a_deed_is_the_day_of_the_plan(sale: Program) -> None:
    """Half past midnight in China is still the day before in UTC."""
    sale("done", "poster", now="2024-10-21T00:30+08:00")
    assert "Done today: 1\n" in sale("today", now="2024-10-21T20:00+08:00").out


@pytest.mark.parametrize("day", ["2024-10-18", "10-18", "10月18日"])
def test_a_deed_can_be_put_on_an_earlier_day(sale: Program, day: str) -> None:
    """A day without a year is the last one, never one to come."""
    assert sale("done", "poster", "--on", day).out == "done: Finish the main image (poster) 2024-10-18 Fri\n"
    assert items(sale("tasks", "--json"))["poster"]["status_at"] == "2024-10-18T01:30:00+00:00"


def test_today_of_a_person(sale: Program) -> None:
    ran = sale("today", "--person", "阿美", "--on", "2024-10-08")
    assert ran.out.splitlines()[4:] == [
        "Overdue (1)",
        "D-42 09-30 Mon Finish the main image · 1 working day late Design poster",
    ]
    assert sale("today", "--person", "小里") == (
        2, "", "error: nobody here is called 小里\n  did you mean 小李 / 小王 / 阿美?\n",
    )  # fmt: skip
    assert set(items(sale("tasks", "--json", "--person", "阿美"))) == {"poster"}


def test_my_list_names_what_others_wait_for(sale: Program) -> None:
    ran = sale("today", "--person", "小李", "--on", "11-06", lang="zh")
    assert (
        """\
别人在等你 (1)
D 11-11 周一 00:00 开卖                                                           运营   open-shop
                   等 运营、业务员 (小李、小王): 选品, 09-25 到期, 晚 27 个工作日
"""
        in ran.out
    )
    record = json.loads(sale("today", "--person", "小李", "--on", "11-06", "--json").out)
    assert record["awaited"] == [{"id": "open-shop", "waits_on": ["choose-goods"]}]
    assert "别人在等你" not in sale("today", "--on", "11-06", lang="zh").out


def test_a_task_says_whom_it_waits_for(sale: Program) -> None:
    """The open need is overdue; once it is closed nobody waits."""
    line = "waits on Operations, Sales (小李, 小王): Choose the goods, due 09-25, 14 working days late"
    assert line in sale("show", "open-shop").out
    assert items(sale("tasks", "--json"))["open-shop"]["waits_on"] == ["choose-goods"]
    assert items(sale("tasks", "--json", "--status", "late"))["choose-goods"]["late_days"] == 14
    sale("done", "choose-goods")
    assert "waits on" not in sale("show", "open-shop").out
    assert items(sale("tasks", "--json"))["open-shop"]["waits_on"] == []


def test_a_blocked_task_waits_for_what_is_not_even_due(sale: Program) -> None:
    sale("block", "open-shop", "--note", "no courier", now="2024-09-22")
    ran = sale("tasks", "--status", "blocked", now="2024-09-22")
    assert (
        ran.out
        == """\
small-2024 · 1 task, 1 item

The day · 11-11 Mon
D 11-11 Mon 00:00 ! Open the sale                                              Operations open-shop
                  blocked: no courier
                  waits on Operations, Sales (小李, 小王): Choose the goods,
                  due 09-25
"""
    )


@pytest.mark.parametrize(
    ("status", "ids"),
    [
        ("done", ["poster"]),
        ("skipped", ["deposit-reminder"]),
        ("started", ["thank"]),
        ("blocked", ["open-shop"]),
        ("late", ["choose-goods"]),
        ("晚了", ["choose-goods"]),
        (
            "open",
            ["choose-goods", "unpaid", "push@w1", "push@w2", "buyers-online@d1", "buyers-online@d2", "push@w3",
             "open-shop", "thank"],
        ),
    ],
)  # fmt: skip
def test_tasks_of_a_status(sale: Program, status: str, ids: list[str]) -> None:
    sale("done", "poster")
    sale("skip", "deposit-reminder")
    sale("start", "thank")
    sale("block", "open-shop")
    assert list(items(sale("tasks", "--json", "--status", status))) == ids


def test_an_unknown_status_is_met_with_the_nearest(sale: Program) -> None:
    assert sale("tasks", "--status", "dnoe") == (2, "", "error: there is no status dnoe\n  did you mean done?\n")


def test_fail_on_overdue_exits_with_3_and_still_prints(sale: Program) -> None:
    plain = sale("today")
    failed = sale("today", "--fail-on", "overdue")
    assert (plain.code, failed.code) == (0, 3)
    assert (failed.out, failed.err) == (plain.out, "")
    assert sale("today", "--json", "--fail-on", "overdue").code == 3
    sale("done", "choose-goods", "poster", "deposit-reminder")
    assert sale("today", "--fail-on", "overdue").code == 0


def test_fail_on_looks_only_at_what_was_asked_for(sale: Program) -> None:
    sale("done", "poster")
    assert sale("today", "--fail-on", "overdue", "--role", "design").code == 0
    assert sale("today", "--fail-on", "overdue", "--role", "ops").code == 3


def test_tasks_mark_what_is_done_late_and_skipped(sale: Program) -> None:
    sale("done", "poster", "push@w1")
    sale("skip", "deposit-reminder")
    ran = sale("tasks", "--ascii", now="2024-11-09")
    assert (
        ran.out
        == """\
small-2024 | 7 tasks, 10 items + 1 standing

Prepare | 09-22 Sun .. 10-31 Thu
D-47 09-25 Wed       Choose the goods | 29 working days late Operations, Sales choose-goods
D-42 09-30 Mon       [x] Finish the main image               Design            poster
D-28 10-14 Mon 21:00 [-] Remind of the deposit               Sales             deposit-reminder

Climax | 11-01 Fri .. 11-10 Sun
rule 11-01 Fri .. 11-10 Sun Payment reminder                                    Sales  unpaid
 D-1 11-02 Sat .. 11-10 Sun Send the [preheat] push x3 | 1 done | 2 working     Sales  push
                            days late
 D-1 11-09 Sat .. 11-10 Sun Watch North American office hours x2                Sales  buyers-online

The day | 11-11 Mon
D 11-11 Mon 00:00 Open the sale                                                Operations open-shop
                  waits on Operations, Sales (小李, 小王): Choose the goods,
                  due 09-25, 29 working days late

After | 11-12 Tue on
D+5 11-14 Thu .. 11-16 Sat Say thank you  Sales  thank
"""
    )


def test_the_timeline_counts_what_is_done(sale: Program) -> None:
    sale("done", "poster")
    sale("skip", "deposit-reminder")
    rows = sale("timeline", "--ascii").out.splitlines()
    assert [row.split("  ")[0] for row in rows if "/" in row[:16]] == [
        "Prepare 1/2", "Climax 0/5", "The day 0/1", "After 0/1",
    ]  # fmt: skip
    rows = sale("timeline", "--by", "role", "--ascii").out.splitlines()
    assert [row[:16].strip() for row in rows if row.startswith(("Operations", "Sales", "Design"))] == [
        "Operations 0/2", "Sales 0/7", "Design 1/1",
    ]  # fmt: skip


def test_show_has_the_status_ticked_lines_and_notes(sale: Program) -> None:
    sale("check", "choose-goods", "2", "--by", "lin")
    sale("note", "choose-goods", "two [left] over", "--by", "wang")
    sale("start", "choose-goods", "--note", "half way", "--by", "lin")
    assert (
        sale("show", "choose-goods", "--ascii").out
        == """\
Choose the goods  choose-goods
Everything else waits for it

When   2024-09-25 Wed (D-47)
Status started 10-20 Sun 09:30, lin: half way
       14 working days late
Roles  Operations, Sales
People 小李, 小王
Phase  Prepare
Board  Goods
Source A guide

Checklist
[ ] 1. Enough stock
[x] 2. Margin worked out

Notes
10-20 Sun 09:30 wang: two [left] over
"""
    )
    item = items(sale("show", "choose-goods", "--json"))["choose-goods"]
    assert item["checked"] == [2]
    assert item["notes"] == [{"at": "2024-10-20T01:30:00+00:00", "by": "wang", "text": "two [left] over"}]


def test_show_of_a_repeat_marks_each_time(sale: Program) -> None:
    sale("done", "push@w1")
    lines = sale("show", "push", "--ascii", now="2024-11-07").out.splitlines()
    assert lines[2:5] == [
        "When   2024-11-02 Sat (D-9)  push@w1  People: 100  [x]",
        "       2024-11-06 Wed (D-5)  push@w2  People: 200  1 working day late",
        "       2024-11-10 Sun 20:00 (D-1)  push@w3  People: 300",
    ]


def test_a_line_that_cannot_be_read_is_told_once_and_the_rest_counts(sale: Program, shop: Path) -> None:
    sale("done", "poster")
    log = shop / "small-2024" / OWN
    log.write_text(log.read_text() + '{"v":1,"id":"x","at"', encoding="utf-8")
    for words in (("today",), ("tasks",), ("tasks", "--json")):
        ran = sale(*words)
        assert ran.code == 0
        assert ran.err.startswith("small-2024/log/0a1b2c3d.jsonl:2:1: warning: the last line was cut off in writing")
        assert ran.err.count("warning") == 1
    assert items(sale("tasks", "--json"))["poster"]["status"] == "done"
    assert sale("done", "choose-goods").code == 0
    assert items(sale("tasks", "--json"))["choose-goods"]["status"] == "done"


def test_done_here_and_skipped_there_is_a_conflict_to_settle(sale: Program, shop: Path) -> None:
    """Two clones that did not know of each other, merged line by line."""
    log = shop / "small-2024" / OWN
    sale("done", "poster", "--by", "lin")
    ours = log.read_text()
    log.write_text("")
    sale("skip", "poster", "--by", "wang", now="2024-10-20T10:00")
    log.write_text(ours + log.read_text())
    ran = sale("today")
    assert ran.err == (
        "small-2024/log: warning: Finish the main image (poster): two sides said different things; "
        "lin: done holds for now, against wang: skipped [conflict]\n"
        "  settle it by saying it once more, for example promoplan done poster -c small-2024\n"
    )
    assert sale("today", lang="zh").err.startswith(
        "small-2024/log: 提醒: 定稿主图 (poster): 两边说法不同 (lin: 完成; wang: 跳过), 先按前一种算 [conflict]\n"
    )
    assert "others said: skipped 10-20 Sun 10:00, wang" in sale("show", "poster").out
    assert "[?] Finish the main image" in sale("tasks", "--ascii").out
    sale("done", "poster")
    assert sale("today").err == ""


def test_a_date_changed_by_hand_wins_over_a_move_and_is_told(sale: Program, shop: Path) -> None:
    sale("move", "--date", "2024-11-15", "--yes")
    file = shop / "small-2024" / "campaign.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("event: 2024-11-11", "event: 2024-11-12"), encoding="utf-8"
    )
    for words in (("today",), ("tasks", "--json"), ("status",)):
        ran = sale(*words)
        assert ran.code == 0
        assert ran.err == (
            "small-2024/campaign.yaml: warning: D: campaign.yaml now says 2024-11-12, which holds; "
            "the earlier move to 2024-11-15 is set aside [date-changed-by-hand]\n"
        )
    assert json.loads(sale("today", "--json").out)["event"] == "2024-11-12"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", ["60", "80"])
def test_progress_fits_a_narrow_gbk_terminal(
    sale: Program, process: Callable[..., "CompletedProcess[bytes]"], lang: str, columns: str
) -> None:
    sale("done", "poster", "push@w1")
    sale("block", "open-shop", "--note", "等厂家")
    sale("skip", "deposit-reminder")
    for words in (("today", "--role", "sales"), ("tasks",), ("timeline",), ("show", "choose-goods")):
        ran = process(*words, COLUMNS=columns, PROMOPLAN_LANG=lang, PROMOPLAN_NOW="2024-11-09", PYTHONIOENCODING="gbk")
        text = ran.stdout.decode("gbk")
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert max(map(cell_len, text.splitlines())) <= int(columns), words
        assert not set("?█▁│◆░…–·→✓▸☐☑×") & set(text)


def test_an_over_campaign_says_what_was_never_ticked_off(sale: Program) -> None:
    ran = sale("today", now="2025-03-01")
    assert "10 items never ticked off: promoplan tasks --status late -c small-2024\n" in ran.out


def test_on_a_terminal_what_is_done_is_dimmed_and_what_is_late_stands_out(
    sale: Program, process: Callable[..., CompletedProcess[bytes]]
) -> None:
    dim, red = "\x1b[2m", "\x1b[31m"
    sale("done", "poster")
    shown = process("tasks", FORCE_COLOR="1", COLUMNS="100", TERM="xterm-256color").stdout.decode()
    done = next(line for line in shown.splitlines() if "Finish the main image" in line)
    late = next(line for line in shown.splitlines() if "Choose the goods" in line)
    assert f"{dim}✓ Finish the main image" in done
    assert f"{dim}Choose the goods" not in late
    assert "14 working days late" in late.partition(red)[2]


def test_of_many_repeats_the_nearest_are_named_and_the_rest_counted(promoplan: Program) -> None:
    promoplan("init", "double11", "--date", "2024-11-11", "--yes")
    assert promoplan("done", "sales-followup").err.endswith(
        "sales-followup@d8 (11-08) and 1 more\n  promoplan show sales-followup lists them all\n"
    )
    assert "sales-followup@d8 (11-08) 等 9 次\n" in promoplan("done", "sales-followup", lang="zh").err
