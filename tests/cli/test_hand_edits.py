"""Files that people edit: calendars, `log`, `diff` and `undo` know of it; days of a repeat stay the days they were."""

import re
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from conftest import OWN, Program

BOOK = """\
format: 1
playbook: own
version: "1"
title: {zh: 店庆, en: Shop day}
event: {title: {zh: 当天, en: The day}, date: 11-11, reference: 2024-11-11}
anchors: {presale: {title: {zh: 预售, en: Presale}, at: D-7 20:00, optional: true}}
roles: {ops: {zh: 运营, en: Operations}, design: {zh: 美工, en: Design}}
boards: {goods: {zh: 商品, en: Goods}}
phases: [{id: all, title: {zh: 全程, en: All}, when: D-60..D+30}]
tasks:
  - {id: poster, title: {zh: 海报, en: Poster}, phase: all, board: goods, roles: design, when: D-9}
  - {id: count, title: {zh: 盘点, en: Count}, phase: all, board: goods, roles: ops, when: {every: day, in: D-5..D-3}}
  - id: calls
    title: {zh: 回访, en: Calls}
    phase: all
    board: goods
    roles: ops
    when: {every: "mon, thu", in: D-14..D-1}
"""
EARLIER, LATER = "2024-10-20T09:30", "2024-10-22T15:00"


@pytest.fixture
def sale(promoplan: Program, shop: Path) -> Path:
    (shop / "own.yaml").write_text(BOOK)
    assert promoplan("init", "own.yaml", "--date", "2024-11-11", "--name", "c", "--yes", now=EARLIER).code == 0
    return shop / "c"


def edit(sale: Path, old: str, new: str, name: str = "playbook.yaml") -> None:
    text = (sale / name).read_text()
    assert old in text
    (sale / name).write_text(text.replace(old, new, 1))


def calendar(promoplan: Program, now: str) -> dict[str, Any]:
    ran = promoplan("export", "ics", "-o", "-", now=now)
    assert ran.code == 0
    events = [part for part in Calendar.from_ical(ran.out).walk() if part.name == "VEVENT"]
    return {str(event["UID"]).rsplit(".", 1)[0]: event for event in events}


def days(promoplan: Program, task: str) -> list[str]:
    out = promoplan("tasks", "--all", "--json").out
    return re.findall(rf'"id": "{task}(?:@\S+)?",(?:(?!"id").)*?"start": "([^"T]+)', out, re.DOTALL)


def test_a_date_edited_by_hand_rises_in_sequence(promoplan: Program, sale: Path) -> None:
    before = calendar(promoplan, EARLIER)
    edit(sale, "when: D-9", "when: D-8")
    after = calendar(promoplan, LATER)
    assert (before["poster"]["SEQUENCE"], after["poster"]["SEQUENCE"]) == (0, 1)
    assert after["poster"].decoded("LAST-MODIFIED") > before["poster"].decoded("LAST-MODIFIED")
    assert after["count@d1"].to_ical() == before["count@d1"].to_ical()
    assert calendar(promoplan, "2024-10-23")["poster"].to_ical() == after["poster"].to_ical()


def test_a_date_of_campaign_yaml_edited_by_hand_counts_too(promoplan: Program, sale: Path) -> None:
    before = calendar(promoplan, EARLIER)
    edit(sale, "event: 2024-11-11", "event: 2024-11-12", "campaign.yaml")
    after = calendar(promoplan, LATER)
    assert {event["SEQUENCE"] for event in before.values()} == {0}
    for name in ("poster", "count@d1", "anchor.presale"):
        assert after[name]["SEQUENCE"] == 1
    assert after.keys() == before.keys()


def test_another_title_is_under_the_log_but_no_other_date(promoplan: Program, sale: Path) -> None:
    before = calendar(promoplan, EARLIER)
    edit(sale, "en: Poster", "en: Big poster")
    after = calendar(promoplan, LATER)
    assert after["poster"]["SEQUENCE"] == 0
    assert after["poster"].decoded("LAST-MODIFIED") > before["poster"].decoded("LAST-MODIFIED")
    assert after["calls@mon1"].to_ical() == before["calls@mon1"].to_ical()


def test_a_person_of_campaign_yaml_is_under_the_log(promoplan: Program, sale: Path) -> None:
    before = calendar(promoplan, EARLIER)
    text = (sale / "campaign.yaml").read_text()
    (sale / "campaign.yaml").write_text(re.sub(r"(?m)^people:.*(\n  .*)*", "people: {design: 小李}", text))
    after = calendar(promoplan, LATER)
    assert after["poster"].decoded("LAST-MODIFIED") > before["poster"].decoded("LAST-MODIFIED")
    assert after["count@d1"].to_ical() == before["count@d1"].to_ical()


def test_what_an_edit_removes_is_called_off_with_its_title(promoplan: Program, sale: Path) -> None:
    calendar(promoplan, EARLIER)
    text = (sale / "playbook.yaml").read_text()
    (sale / "playbook.yaml").write_text(re.sub(r"  - \{id: poster.*\n", "", text))
    gone = calendar(promoplan, LATER)["poster"]
    assert (gone["STATUS"], gone["SEQUENCE"]) == ("CANCELLED", 1)
    assert "Poster" in gone["SUMMARY"]


TOLD = {"en": "edited the files by hand: 1 with other dates: Poster", "zh": "手改了文件, 1 项日期变了: 海报"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_log_and_diff_tell_it_and_undo_says_that_it_cannot(promoplan: Program, sale: Path, lang: str) -> None:
    promoplan("done", "count@d1", "--by", "小王", now=EARLIER)
    edit(sale, "when: D-9", "when: D-8")
    assert "11-03" in promoplan("diff", lang=lang, now=LATER).out
    promoplan("note", "poster", "改了", "--by", "小李", now=LATER)
    log = promoplan("log", lang=lang, now=LATER).out
    assert TOLD[lang] in log
    assert "小李" in next(line for line in log.splitlines() if TOLD[lang] in line)
    assert "11-03" in promoplan("diff", lang=lang, now=LATER).out
    edit(sale, "when: D-8", "when: D-9")
    calendar(promoplan, LATER)
    ran = promoplan("undo", now=LATER, lang=lang)
    assert (ran.code, ran.out) == (2, "")
    assert {"en": "edit of the files by hand", "zh": "手改文件"}[lang] in ran.err


def test_reading_notes_nothing_and_the_same_edit_is_noted_once(promoplan: Program, sale: Path) -> None:
    edit(sale, "when: D-9", "when: D-8")
    for words in (["today"], ["tasks"], ["show", "poster"], ["log"], ["diff"], ["status"]):
        assert promoplan(*words, now=LATER).code == 0
    assert (sale / OWN).read_text() == ""
    calendar(promoplan, LATER)
    written = (sale / OWN).read_text()
    assert written.count('"edited"') == 1
    calendar(promoplan, LATER)
    assert (sale / OWN).read_text() == written


def test_an_edit_and_back_is_two_changes(promoplan: Program, sale: Path) -> None:
    calendar(promoplan, EARLIER)
    edit(sale, "when: D-9", "when: D-8")
    calendar(promoplan, LATER)
    edit(sale, "when: D-8", "when: D-9")
    assert calendar(promoplan, "2024-10-23")["poster"]["SEQUENCE"] == 2


def test_a_comment_is_no_change_that_anybody_sees(promoplan: Program, sale: Path) -> None:
    promoplan("done", "poster", now=EARLIER)
    edit(sale, "format: 1", "# 小李: 看过\nformat: 1")
    before = promoplan("log", now=LATER).out
    calendar(promoplan, LATER)
    assert promoplan("log", now=LATER).out == before
    assert promoplan("undo", now=LATER).out == "undid: done Poster\n"


def test_a_campaign_of_before_gets_its_first_state_in_silence(promoplan: Program, sale: Path) -> None:
    for path in sorted((sale / "log" / "files").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    edit(sale, "when: D-9", "when: D-8")
    assert {event["SEQUENCE"] for event in calendar(promoplan, EARLIER).values()} == {0}
    edit(sale, "when: D-8", "when: D-7")
    assert calendar(promoplan, LATER)["poster"]["SEQUENCE"] == 1


def test_a_folder_that_takes_no_note_is_exported_all_the_same(promoplan: Program, sale: Path) -> None:
    edit(sale, "when: D-9", "when: D-8")
    (sale / OWN).unlink()
    (sale / OWN).mkdir()
    ran = promoplan("export", "ics", "-o", "-", now=LATER)
    assert "DTSTART;VALUE=DATE:20241103" in ran.out or ran.code == 1


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("D-5..D-3", "D-6..D-3", ["2024-11-05", "2024-11-06", "2024-11-07", "2024-11-08"]),
        ("D-5..D-3", "D-8..D-1", [f"2024-11-{day:02}" for day in range(3, 11)]),
        ("D-5..D-3", "D-4..D-3", ["2024-11-06", "2024-11-07", "2024-11-08"]),
    ],
)
def test_a_wider_span_has_each_day_once_and_what_was_done_stays(
    promoplan: Program, sale: Path, old: str, new: str, wanted: list[str]
) -> None:
    promoplan("done", "count@d1", now=EARLIER)
    edit(sale, old, new)
    for _ in range(2):
        assert sorted(set(days(promoplan, "count")) | {"2024-11-06"}) == wanted
        assert len(days(promoplan, "count")) == len(set(days(promoplan, "count")))
        if "D-4" not in new:
            assert '"status": "done"' in re.findall(r'"id": "count@d1".*?"status": "\w+"', promoplan("tasks", "--all", "--json").out, re.DOTALL)[0]  # fmt: skip # noqa: E501
        calendar(promoplan, LATER)


def test_weekdays_keep_their_keys_and_a_move_of_the_event_follows(promoplan: Program, sale: Path) -> None:
    before = calendar(promoplan, EARLIER)
    promoplan("done", "calls@mon2", now=EARLIER)
    edit(sale, "D-14..D-1", "D-21..D-1")
    after = calendar(promoplan, LATER)
    calls = {name: event for name, event in after.items() if name.startswith("calls@")}
    assert [calls[name].decoded("DTSTART") for name in before if name.startswith("calls@")] == [
        before[name].decoded("DTSTART") for name in before if name.startswith("calls@")
    ]
    assert len(calls) == len({event.decoded("DTSTART") for event in calls.values()}) == 6
    promoplan("move", "--date", "2024-11-18", "--yes", now=LATER)
    moved = calendar(promoplan, LATER)
    assert {
        name: (event.decoded("DTSTART") - calls[name].decoded("DTSTART")).days
        for name, event in moved.items()
        if name in calls
    } == {name: 0 if name == "calls@mon2" else 7 for name in calls}


def test_a_span_that_moves_with_the_event_keeps_the_keys_of_its_rule(promoplan: Program, sale: Path) -> None:
    before = calendar(promoplan, EARLIER)
    edit(sale, "event: 2024-11-11", "event: 2024-11-12", "campaign.yaml")
    after = calendar(promoplan, LATER)
    assert (after["count@d1"].decoded("DTSTART") - before["count@d1"].decoded("DTSTART")).days == 1
