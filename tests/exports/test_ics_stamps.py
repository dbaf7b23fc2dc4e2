"""Stamps of calendar entries only go forward, whatever is done and taken back, and move with the text."""

import random
from typing import Any

import pytest
from icalendar import Calendar

from conftest import SMALL, Program

STEPS = (
    ("done", "poster"), ("reopen", "poster"), ("skip", "choose-goods"), ("start", "poster"), ("undo",), ("undo",),
    ("assign", "poster=小李"), ("done", "poster", "--on", "10-18"), ("move", "--date", "2024-11-08", "--yes"),
    ("move", "--anchor", "presale=none", "--yes"), ("move", "--anchor", "presale=2024-10-15T20:00", "--yes"),
    ("pin", "poster"), ("unpin", "poster"), ("check", "choose-goods", "1"),
)  # fmt: skip


def entries(promoplan: Program, now: str) -> dict[str, tuple[Any, int, str]]:
    """LAST-MODIFIED, SEQUENCE and all that an entry says but its stamps."""
    found = {}
    for part in Calendar.from_ical(promoplan("export", "ics", "-o", "-", now=now).out).walk("VEVENT"):
        rest = "\n".join(
            f"{key}:{part[key].to_ical()!r}" for key in sorted(part) if key not in {"LAST-MODIFIED", "DTSTAMP"}
        )
        found[str(part["UID"])] = (part.decoded("LAST-MODIFIED"), int(str(part["SEQUENCE"])), rest)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_random_steps_never_send_a_stamp_back(promoplan: Program, seed: int) -> None:
    draw = random.Random(seed)
    assert promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "c", "--yes").code == 0
    before = entries(promoplan, "2024-10-20T10:00")
    for minute in range(1, 40):
        now = f"2024-10-20T10:{minute:02}"
        promoplan(*draw.choice(STEPS), now=now)
        after = entries(promoplan, now)
        for name in before.keys() & after.keys():
            (was_at, was_number, was_text), (at, number, text) = before[name], after[name]
            assert at >= was_at
            assert number >= was_number
            assert text == was_text or at > was_at, (name, was_text, text)
        assert entries(promoplan, "2030-01-01") == after
        before = after


def test_an_undo_and_a_deed_of_yesterday_bring_the_entry_to_calendars(promoplan: Program) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "c", "--yes")
    stamps = []
    for minute, words in enumerate((("done", "poster"), ("undo",), ("done", "poster", "--on", "10-18"), ("undo",)), 1):
        now = f"2024-10-20T11:{minute:02}"
        assert promoplan(*words, now=now).code == 0
        stamps.append(next(at for name, (at, _, _) in entries(promoplan, now).items() if name.startswith("poster.")))
    assert stamps == sorted(set(stamps))
