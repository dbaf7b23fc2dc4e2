"""Calendar files of a campaign that goes on: the same UIDs, SEQUENCE that only rises, stamps from the log."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from icalendar import Calendar

from conftest import OWN, SMALL, Program

MADE, LATER = "2024-10-20T09:30", "2024-10-21T10:00"
MADE_UTC, LATER_UTC = datetime(2024, 10, 20, 1, 30, tzinfo=UTC), datetime(2024, 10, 21, 2, tzinfo=UTC)


class Entry(NamedTuple):
    """One entry of a calendar file."""

    title: str
    start: Any
    sequence: int
    status: str
    changed: datetime


def entries(promoplan: Program, *words: str, lang: str = "en") -> dict[str, Entry]:
    """The calendar as it is now, by item."""
    out = promoplan("export", "ics", "-o", "-", *words, lang=lang).out
    events = [part for part in Calendar.from_ical(out).walk() if part.name == "VEVENT"]
    for event in events:
        assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED")
    found = {str(event["UID"]).rsplit(".", 1)[0]: _entry(event) for event in events}
    assert len(found) == len(events)
    return found


def _entry(event: Any) -> Entry:
    return Entry(
        str(event["SUMMARY"]),
        event.decoded("DTSTART"),
        int(event["SEQUENCE"]),
        str(event.get("STATUS", "")),
        event.decoded("LAST-MODIFIED"),
    )


@pytest.fixture
def shop_at_work(promoplan: Program, shop: Path) -> Path:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes", now=MADE)
    return shop / "small-2024"


def test_what_moves_keeps_its_uid_and_rises_by_one(promoplan: Program, shop_at_work: Path) -> None:
    before = entries(promoplan)
    assert {(entry.sequence, entry.status, entry.changed) for entry in before.values()} == {(0, "", MADE_UTC)}
    promoplan("done", "poster", now=MADE)
    promoplan("pin", "push@w1", now=MADE)
    promoplan("move", "--date", "11-14", "--yes", now=LATER)
    after = entries(promoplan)
    assert sorted(after) == sorted(before)
    moved = {name for name in before if before[name].start != after[name].start}
    assert moved == set(before) - {"poster", "push@w1", "anchor.presale", "deposit-reminder"}
    for name, entry in after.items():
        assert (entry.sequence, entry.changed) == ((1, LATER_UTC) if name in moved else (0, MADE_UTC)), name
    assert shop_at_work.exists()


def test_moving_back_rises_again(promoplan: Program, shop_at_work: Path) -> None:
    before = entries(promoplan)
    promoplan("move", "--date", "11-14", "--anchor", "presale=10-16", "--yes", now=LATER)
    promoplan("move", "--date", "11-11", "--anchor", "presale=10-14", "--yes", now=LATER)
    after = entries(promoplan)
    assert {name: entry.start for name, entry in after.items()} == {name: entry.start for name, entry in before.items()}
    assert {name: entry.sequence for name, entry in after.items()} == dict.fromkeys(before, 2) | {"poster": 0}
    promoplan("undo", now=LATER)
    promoplan("undo", now=LATER)
    assert entries(promoplan)["thank"].sequence == 4
    assert shop_at_work.exists()


def test_a_moved_anchor_rises_with_what_hangs_on_it(promoplan: Program, shop_at_work: Path) -> None:
    promoplan("move", "--anchor", "presale=10-16", "--yes", now=LATER)
    after = entries(promoplan)
    assert {name for name, entry in after.items() if entry.sequence} == {"anchor.presale", "deposit-reminder"}
    assert after["anchor.presale"].changed == LATER_UTC
    assert shop_at_work.exists()


def test_what_a_move_drops_is_called_off_and_may_come_back(promoplan: Program, shop_at_work: Path) -> None:
    before = entries(promoplan)
    promoplan("move", "--anchor", "presale=none", "--yes", now=LATER)
    after = entries(promoplan)
    assert set(after) == set(before)
    assert after["deposit-reminder"] == Entry(
        "Cancelled: Remind of the deposit", before["deposit-reminder"].start, 1, "CANCELLED", LATER_UTC
    )
    assert after["anchor.presale"][0:4:2] == ("Cancelled: Deposits open", 1)
    assert entries(promoplan, lang="zh")["deposit-reminder"].title == "取消: 提醒付定金"
    assert [entry.status for entry in after.values()].count("CANCELLED") == 2
    promoplan("move", "--anchor", "presale=10-14T20:00", "--yes", now=LATER)
    again = entries(promoplan)
    assert again["deposit-reminder"] == before["deposit-reminder"]._replace(
        sequence=2, status="CONFIRMED", changed=LATER_UTC
    )
    assert again["anchor.presale"].sequence == 2
    promoplan("undo", now=LATER)
    assert entries(promoplan)["deposit-reminder"][2:4] == (3, "CANCELLED")
    assert shop_at_work.exists()


def test_an_undo_calls_off_what_the_command_brought(promoplan: Program, shop: Path) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--anchor", "presale=none", "--yes", now=MADE)
    assert "deposit-reminder" not in entries(promoplan)
    promoplan("move", "--anchor", "presale=10-16T20:00", "--yes", now=LATER)
    brought = entries(promoplan)["deposit-reminder"]
    promoplan("undo", now=LATER)
    called_off = entries(promoplan)["deposit-reminder"]
    assert (brought.status, called_off.status) == ("", "CANCELLED")
    assert called_off.sequence > brought.sequence
    assert shop.exists()


def test_what_is_called_off_follows_role_and_phase(promoplan: Program, shop_at_work: Path) -> None:
    promoplan("move", "--anchor", "presale=none", "--yes", now=LATER)
    assert "deposit-reminder" in entries(promoplan, "--role", "sales")
    assert "deposit-reminder" not in entries(promoplan, "--role", "design")
    assert "deposit-reminder" in entries(promoplan, "--phase", "prepare")
    assert "deposit-reminder" not in entries(promoplan, "--phase", "climax")
    assert "anchor.presale" in entries(promoplan, "--role", "design")
    assert shop_at_work.exists()


def test_a_status_shows_in_the_title_and_moves_nothing(promoplan: Program, shop_at_work: Path) -> None:
    promoplan("done", "poster", now=LATER)
    promoplan("skip", "thank", now=LATER)
    promoplan("start", "open-shop", now=LATER)
    after = entries(promoplan)
    assert after["poster"] == Entry("✓ Finish the main image", date(2024, 9, 30), 0, "", LATER_UTC)
    assert after["thank"].title == "Skipped: Say thank you"
    assert after["open-shop"].title == "Open the sale"
    assert {entry.sequence for entry in after.values()} == {0}
    promoplan("reopen", "poster", now=LATER)
    assert entries(promoplan)["poster"].title == "Finish the main image"
    assert shop_at_work.exists()


def test_reopened_at_another_date_it_rises(promoplan: Program, shop_at_work: Path) -> None:
    promoplan("done", "choose-goods", now=MADE)
    promoplan("move", "--date", "11-18", "--yes", now=LATER)
    assert entries(promoplan)["choose-goods"][1:3] == (date(2024, 9, 25), 0)
    promoplan("reopen", "choose-goods", now=LATER)
    assert entries(promoplan)["choose-goods"][1:3] == (date(2024, 10, 8), 1)
    assert shop_at_work.exists()


def test_what_was_done_before_it_was_dropped_is_not_called_off(promoplan: Program, shop_at_work: Path) -> None:
    promoplan("done", "deposit-reminder", now=MADE)
    before = entries(promoplan)["deposit-reminder"]
    promoplan("move", "--anchor", "presale=none", "--yes", now=LATER)
    after = entries(promoplan)
    assert after["deposit-reminder"] == before._replace(status="CONFIRMED", changed=after["deposit-reminder"].changed)
    assert before.changed < after["deposit-reminder"].changed == LATER_UTC  # its text is not the same
    assert after["deposit-reminder"].title == "✓ Remind of the deposit"
    assert after["anchor.presale"].status == "CANCELLED"
    assert shop_at_work.exists()


def test_bytes_depend_on_the_log_alone(promoplan: Program, shop_at_work: Path, process: Any) -> None:
    promoplan("pin", "thank", now=MADE)
    promoplan("done", "poster", now=LATER)
    promoplan("move", "--date", "11-14", "--anchor", "presale=none", "--yes", now=LATER)
    outputs = {
        process("export", "ics", "-o", "-", TZ=zone, PYTHONHASHSEED=seed, PROMOPLAN_NOW=now).stdout
        for zone, seed, now in (
            ("UTC", "0", "2024-10-20"),
            ("America/Los_Angeles", "1", "2025-01-01T03:04:05"),
            ("Pacific/Kiritimati", "2", "2030-06-07"),
        )
    }
    assert len(outputs) == 1
    text = outputs.pop().decode()
    assert text.count("STATUS:CANCELLED") == 2
    assert len(set(re.findall(r"^LAST-MODIFIED:(\w+)", text, re.MULTILINE))) == 2
    assert shop_at_work.exists()


def test_a_log_written_by_hand_never_breaks_the_calendar(promoplan: Program, shop_at_work: Path) -> None:
    lines = [
        '{"v":1,"id":"a1","at":"2024-10-01T00:00:00+00:00","by":"x","batch":"a","type":"moved","key":"date:presale",'
        '"value":{"to":"none","base":""},"after":[],"touched":["deposit-reminder"],'
        '"dropped":{"deposit-reminder":{"start":"2024-10-14","end":null,"title":7,"roles":"sales"},'
        '"old":{"start":"2024-10-14","end":"2024-10-15","title":"\\u0007旧的"}}}'
    ]
    (shop_at_work / OWN).write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = entries(promoplan)
    assert found["deposit-reminder"].title == "Cancelled: deposit-reminder"
    assert found["old"].title == "Cancelled: 旧的"
    assert found["deposit-reminder"].changed == MADE_UTC


@pytest.mark.parametrize("who", ["sales", "open-shop", "push", "push@w2"])
@pytest.mark.usefixtures("shop_at_work")
def test_a_new_name_changes_the_entry_but_not_its_sequence(promoplan: Program, who: str) -> None:
    before = entries(promoplan)
    assert promoplan("assign", f"{who}=Ann", now="2024-10-21T10:00").code == 0
    after = entries(promoplan)
    named = {name for name, entry in after.items() if entry.changed == LATER_UTC}
    assert named
    assert {name: entry for name, entry in after.items() if name not in named} == {
        name: entry for name, entry in before.items() if name not in named
    }
    assert {entry.sequence for entry in after.values()} == {0}
    promoplan("undo", now="2024-10-21T11:00")
    promoplan("undo", now="2024-10-21T12:00")
    twelve = LATER_UTC.replace(hour=4)
    assert {name for name, entry in entries(promoplan).items() if entry.changed == twelve} == named
