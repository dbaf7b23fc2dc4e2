"""Whole commands on the small playbook: exit code, standard output, standard error."""

import json
from pathlib import Path

import pytest

from conftest import SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")

PROMISED = {
    "id", "task", "kind", "title", "phase", "board", "roles", "people", "start", "end", "all_day", "status",
    "needs", "tools", "checklist", "source", "why", "checked", "late_days", "waits_on", "notes",
}  # fmt: skip
"""What `--json` of today and tasks has for each item."""


def test_init_prints_a_summary_and_the_next_commands(promoplan: Program, shop: Path) -> None:
    ran = promoplan(*INIT)
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
Small sale · small-2024
Sale day 2024-11-11 Mon in 22 days

Phases
Prepare 09-22 Sun … 10-31 Thu 3 items
Climax  11-01 Fri … 11-10 Sun 5 items + 1 standing
The day 11-11 Mon             1 item
After   11-12 Tue on          1 item

Tasks by role
Operations 2  Sales 5  Design 1

Targets
Visitors needed 12,500 visitors

Key dates
Deposits open 2024-10-14 Mon 20:00 official (Global Times)

Not needed with your choices: 1 task

Created small-2024/  Next:
  promoplan today -c small-2024
  promoplan timeline -c small-2024
"""
    )
    assert sorted(path.name for path in (shop / "small-2024").iterdir()) == [
        ".gitattributes", "campaign.yaml", "log", "playbook.yaml",
    ]  # fmt: skip
    assert (shop / "small-2024" / "playbook.yaml").read_bytes() == SMALL.read_bytes()


def test_init_never_writes_over_a_folder(promoplan: Program, shop: Path) -> None:
    (shop / "small-2024").mkdir()
    (shop / "small-2024" / "mine.txt").write_text("mine")
    ran = promoplan(*INIT)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("error: small-2024 is already there; nothing was changed\n  choose another with --name\n")
    assert [path.name for path in shop.rglob("*")] == ["small-2024", "mine.txt"]


def test_a_dry_run_writes_nothing(promoplan: Program, shop: Path) -> None:
    ran = promoplan(*INIT, "--dry-run")
    assert ran.code == 0
    assert ran.out.endswith("Dry run: nothing was written.\n")
    assert list(shop.iterdir()) == []


def test_dropping_an_anchor_names_what_hung_on_it(promoplan: Program) -> None:
    ran = promoplan(*INIT, "--anchor", "presale=none", "--dry-run", lang="zh")
    assert "今年没有“付定金”, 去掉 1 项: 提醒付定金\n" in ran.out
    assert "按你的选择用不上: 1 个任务" in ran.out


def test_a_year_without_the_anchor_drops_it_by_itself(promoplan: Program) -> None:
    ran = promoplan("init", str(SMALL), "--date", "2023-11-11", "--dry-run")
    assert "Not held this time: Deposits open; 1 left out with it: Remind of the deposit\n" in ran.out
    assert "Key dates" not in ran.out


def test_an_anchor_set_by_hand_says_so(promoplan: Program) -> None:
    ran = promoplan(*INIT, "--anchor", "presale=2024-10-15T19:00", "--dry-run")
    assert "Deposits open 2024-10-15 Tue 19:00 set by you" in ran.out


def test_every_wrong_choice_is_named_at_once(promoplan: Program, shop: Path) -> None:
    ran = promoplan(*INIT, "--set", "venue=warehouse", "--set", "conversion=lots", "--anchor", "presal=none")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == """\
error: there is no key date presal
  did you mean presale?
error: conversion: lots is not a number
  write 100000 or 4%
error: venue: warehouse is no choice; take one of rts (Ready to ship), open (Open market)
"""
    )
    assert list(shop.iterdir()) == []


def test_choices_are_kept_and_change_the_plan(promoplan: Program) -> None:
    promoplan(*INIT, "--set", "venue=现货", "--set", "sales_target=20万", "--people", "业务员=小李,小王")
    ran = promoplan("tasks", "--phase", "prepare", "--json")
    items = {item["id"]: item for item in json.loads(ran.out)["items"]}
    assert list(items) == ["choose-goods", "poster", "deposit-reminder", "stock-check"]
    assert items["deposit-reminder"]["people"] == ["小李", "小王"]


def test_unknown_playbook_lists_the_shipped_ones(promoplan: Program) -> None:
    ran = promoplan("init", "duoble11")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: there is no playbook duoble11\n  did you mean double11?\n"


def test_today_groups_a_day_by_urgency(promoplan: Program) -> None:
    promoplan(*INIT)
    ran = promoplan("today", "--role", "业务员", "--on", "11-06")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
small-2024 · 2024-11-06 Wed · Sale day 11-11 Mon in 5 days
Phase: Climax · day 6 of 10

Overdue (3)
D-47 09-25 Wed       Choose the goods · 27 working days late      Operations, Sales choose-goods
D-28 10-14 Mon 21:00 Remind of the deposit · 17 working days late Sales             deposit-reminder
 D-9 11-02 Sat       Send the [preheat] push · 3 working days     Sales             push@w1
                     late

Others wait for you (1)
D 11-11 Mon 00:00 Open the sale                                                Operations open-shop
                  waits on Operations, Sales: Choose the goods, due 09-25, 27
                  working days late

Due today (1)
D-5 11-06 Wed Send the [preheat] push Sales  push@w2

Standing rules (1)
rule 11-01 Fri … 11-10 Sun Payment reminder Sales  unpaid

Next 3 days (1)
D-2 11-09 Sat 01:00–04:00       Watch North American office hours Sales  buyers-online@d1
    (Los Angeles 11-08
    09:00–12:00)
"""
    )


def test_today_of_a_quiet_day_names_the_next_task(promoplan: Program) -> None:
    promoplan(*INIT)
    ran = promoplan("today", "--role", "design", "--on", "2024-09-01")
    assert ran.out.endswith("Nothing for today for Design; next is Finish the main image on 09-30 Mon\n")


def test_today_after_the_campaign_offers_the_next_step(promoplan: Program) -> None:
    promoplan(*INIT)
    ran = promoplan("today", now="2025-03-01")
    assert ran.code == 0
    assert "This campaign is over" in ran.out
    assert "promoplan init small" in ran.out


def test_no_campaign_shows_the_line_to_type(promoplan: Program) -> None:
    ran = promoplan("today", lang="zh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "错误: 这里还没有活动计划\n  起一个: promoplan init double11 --date 2024-11-11\n"


def test_several_campaigns_are_shown_one_after_the_other(promoplan: Program) -> None:
    promoplan(*INIT)
    promoplan(*INIT, "--name", "second")
    ran = promoplan("today", "--on", "2024-11-11")
    assert ran.out.count("Sale day 11-11 Mon today") == 2
    assert json.loads(promoplan("today", "--json").out)["campaigns"][1]["campaign"] == "small-2024"
    assert promoplan("done", "poster").err.startswith("error: there are several campaigns: second, small-2024")
    assert promoplan("done", "poster", "-c", "second").code == 0


def test_inside_the_campaign_folder_it_is_the_one_meant(
    promoplan: Program, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    promoplan(*INIT)
    promoplan(*INIT, "--name", "second")
    monkeypatch.chdir(shop / "second")
    assert promoplan("today").out.startswith("second ·")


def test_the_json_of_tasks_keeps_its_promise(promoplan: Program) -> None:
    promoplan(*INIT)
    record = json.loads(promoplan("tasks", "--json").out)
    assert {key: record[key] for key in ("schema_version", "campaign", "playbook", "today")} == {
        "schema_version": 1, "campaign": "small-2024", "playbook": "small", "today": "2024-10-20",
    }  # fmt: skip
    items = {item["id"]: item for item in record["items"]}
    assert all(set(item) >= PROMISED for item in items.values())
    poster, push = items["poster"], items["push@w3"]
    assert (poster["start"], poster["end"], poster["all_day"]) == ("2024-09-30", "2024-09-30", True)
    assert (push["start"], push["all_day"]) == ("2024-11-10T20:00:00+08:00", False)


def test_why_explains_the_roll(promoplan: Program) -> None:
    promoplan(*INIT)
    assert (
        promoplan("why", "poster").out
        == """\
Finish the main image  poster
Rule: D-41

poster: 2024-09-30 Mon (D-42)
  Sale day (D) → 2024-11-11 Mon
  -41 days → 2024-10-01 Tue off
  10-01 Tue off is National Day: back to the working day before → 2024-09-30 Mon
"""
    )


def test_an_ambiguous_item_lists_the_candidates(promoplan: Program) -> None:
    promoplan(*INIT)
    ran = promoplan("show", "p")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: p may be: poster (Finish the main image); push (Send the [preheat] push)\n  write more of it\n"
    )


def test_an_edited_campaign_is_followed_and_a_fault_is_shown_with_its_line(promoplan: Program, shop: Path) -> None:
    promoplan(*INIT)
    file = shop / "small-2024" / "campaign.yaml"
    file.write_text(file.read_text().replace("event: 2024-11-11", "event: 2024-11-18"))
    assert "11-18 Mon" in promoplan("today").out
    file.write_text(file.read_text().replace("venue: open", "venue: opn"))
    ran = promoplan("today")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("small-2024/campaign.yaml:14:10: error: venue: opn is no choice")


def test_unknown_words_are_met_with_the_nearest(promoplan: Program) -> None:
    promoplan(*INIT)
    assert promoplan("today", "--role", "slaes").err == "error: unknown role 'slaes'\n  did you mean sales?\n"
    assert promoplan("tday").err == "error: there is no command tday\n  did you mean today?\n"
    assert promoplan("today", "--rol", "x").err == "error: there is no option --rol\n  did you mean --role?\n"
    assert promoplan("tasks", "--from", "32.13").code == 2


def test_user_text_is_never_markup(promoplan: Program) -> None:
    promoplan(*INIT)
    assert "Send the [preheat] push" in promoplan("tasks").out
    assert "推送 [预热] 消息" in promoplan("today", "--on", "2024-11-10", lang="zh").out


@pytest.mark.parametrize("name", ["2024", "1e5", "true", "小促 2024", "it's", '"', "a#b", "-", "0x1F", "~", "null"])
def test_any_name_a_folder_can_have_is_read_back(promoplan: Program, name: str) -> None:
    made = promoplan(*INIT, "--name", name, "--people", f"sales={name}")
    if made.code == 0:
        assert promoplan("today", "-c", name).code == 0
    else:
        assert made.err.startswith(f"error: {name} cannot be a folder name")


def test_a_date_that_gives_no_plan_makes_nothing(promoplan: Program, shop: Path) -> None:
    """A phase that runs from a fixed day up to the event cannot end before that day."""
    (shop / "own.yaml").write_text(SMALL.read_text().replace("when: D-50..D-11", "when: 2024-09-22..D-11"))
    ran = promoplan("init", "own.yaml", "--date", "2024-06-18")
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("own.yaml:")
    assert ran.err.endswith(
        "error: there is no plan at 2024-06-18; nothing was made\n"
        "  take another date, or set the key dates with --anchor\n"
    )
    assert [path.name for path in shop.iterdir()] == ["own.yaml"]


def test_tasks_that_days_off_push_around_are_told_and_can_be_moved(promoplan: Program) -> None:
    """The preparation of an Alibaba.com March falls into the Spring Festival."""
    ran = promoplan("init", "september", "--date", "2026-03-01", "--name", "march")
    assert ran.code == 0
    assert (
        "warning: at these dates task set-coupons (2026-02-15 … 2026-02-24) falls outside its phase prepare "
        "(2026-02-15 … 2026-02-21)\n  where that does not suit: promoplan move set-coupons=DATE\n"
    ) in ran.err
    assert "error" not in ran.err
    assert promoplan("move", "set-coupons=2026-02-14", "--yes").code == 0


def test_the_json_of_timeline_has_spans_key_dates_and_days_off(promoplan: Program) -> None:
    promoplan(*INIT)
    promoplan("done", "poster")
    record = json.loads(promoplan("timeline", "--json").out)
    assert (record["schema_version"], record["campaign"], record["event"]) == (1, "small-2024", "2024-11-11")
    assert record["phases"][0] == {
        "id": "prepare", "title": "Prepare", "goal": "Goods and pictures ready", "in": None, "start": "2024-09-22",
        "end": "2024-10-31", "done": 1, "total": 3,
    }  # fmt: skip
    assert [anchor["id"] for anchor in record["anchors"]] == ["presale"]
    assert "2024-10-01" in record["days_off"]
    assert "2024-10-12" in record["workdays"]


def test_the_json_of_why_has_each_step(promoplan: Program) -> None:
    promoplan(*INIT)
    (item,) = json.loads(promoplan("why", "poster", "--json").out)["items"]
    assert (item["id"], item["rule"], item["start"]) == ("poster", "D-41", "2024-09-30")
    assert item["steps"] == [
        {"kind": "base", "at": "2024-11-11", "about": ["D", ""]},
        {"kind": "shift", "at": "2024-10-01", "about": [-41, "d"]},
        {"kind": "roll", "at": "2024-09-30", "about": ["back", "2024-10-01"]},
    ]


def test_show_tells_when_a_platform_feature_was_announced_and_what_became_of_it(promoplan: Program) -> None:
    promoplan("init", "september", "--date", "2024-09-02", "--yes", "--name", "c")
    told = " ".join(promoplan("show", "inquiry-follow").out.split())
    assert "Features Follow button in inquiries: announced for mid 2019-09. " in told
    assert "询盘界面加关注: 预告 2019-09 中旬上线。" in "".join(promoplan("show", "inquiry-follow", lang="zh").out)
    assert "announced for 2019-08-26. " in " ".join(promoplan("show", "official-edm-early").out.split())


def test_validate_takes_a_shipped_name_unless_there_is_a_file_of_it(promoplan: Program, shop: Path) -> None:
    assert promoplan("validate", "winback").out == "winback.yaml: no faults (85 tasks, 6 phases)\n"
    (shop / "winback").write_text("format: 2\n")
    assert promoplan("validate", "winback").err.startswith("winback:1:")


def test_init_minds_only_the_choices_that_are_made(promoplan: Program, shop: Path) -> None:
    """A fault under another choice is for `validate`; it keeps nobody from a plan without that choice."""
    text = SMALL.read_text(encoding="utf-8")
    rule = "when: [{if: venue == rts, then: D-3..D-5}, D-41]"
    book = text.replace("when: D-41", rule)
    assert book != text
    (shop / "book.yaml").write_text(book, encoding="utf-8")
    assert "(with venue=rts)" in promoplan("validate", "book.yaml").err
    assert promoplan("init", "book.yaml", "--date", "2024-11-11", "--name", "a", "--yes").code == 0
    ran = promoplan("init", "book.yaml", "--date", "2024-11-11", "--name", "b", "--yes", "--set", "venue=rts")
    assert (ran.code, (shop / "b").exists()) == (1, False)
