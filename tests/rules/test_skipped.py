"""Clock changes: lengths are real, nothing ends before it starts, and a time that does not exist is told."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_world import World, dated, rule, undated

from promoplan.rules.base import Slot
from promoplan.rules.stamp import Step, instant, real

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
ZONES = ("America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Asia/Shanghai")
SPRING = date(2025, 3, 9)
AUTUMN = date(2021, 11, 7)


def at(event: date, zone: ZoneInfo = LOS_ANGELES) -> World:
    return World(event, zone=zone)


@pytest.mark.parametrize(
    ("text", "slot", "told"),
    [
        ("D 02:30", "2025-03-09 03:30:00-07:00", ["2025-03-09 02:30"]),
        ("D 02:30..03:15", "2025-03-09 03:30:00-07:00..2025-03-09 04:15:00-07:00", ["2025-03-09 02:30"]),
        ("D 01:00..D 02:30", "2025-03-09 01:00:00-08:00..2025-03-09 03:30:00-07:00", ["2025-03-09 02:30"]),
        ("D 02:30..", "2025-03-09 03:30:00-07:00..", ["2025-03-09 02:30"]),
        ("D 02:59:59", "2025-03-09 03:59:59-07:00", ["2025-03-09 02:59"]),
        ("D 01:59:59", "2025-03-09 01:59:59-08:00", []),
        ("D 03:00", "2025-03-09 03:00:00-07:00", []),
        ("D-1 02:30", "2025-03-08 02:30:00-08:00", []),
        ("D 18:30 Asia/Shanghai", "2025-03-09 03:30:00-07:00", []),
    ],
)
def test_a_time_that_clocks_skip_is_as_much_later_and_told(text: str, slot: str, told: list[str]) -> None:
    world = at(SPRING)
    assert dated(text, world) == [f"- {slot}"]
    assert [(code, args["text"], args["zone"]) for code, args in world.warned] == [
        ("missing-hour", asked, "America/Los_Angeles") for asked in told
    ]


def test_a_skipped_time_of_another_market_is_told_on_its_clock() -> None:
    world = World(SPRING)
    assert dated("D 02:30 America/Los_Angeles", world) == ["- 2025-03-09 18:30:00+08:00"]
    assert world.warned == [
        ("missing-hour", {"text": "2025-03-09 02:30", "zone": "America/Los_Angeles", "moved": "2025-03-09 03:30"})
    ]


def test_the_step_says_what_was_written_and_how_much_later_it_is() -> None:
    (slot,) = rule("D 02:30..03:15").slots(at(SPRING))
    start, end = (step for step in slot.steps if step.kind == "skipped")
    assert start == Step("skipped", slot.start, ("2025-03-09 02:30", "America/Los_Angeles", 3600))
    assert end == start._replace(stamp=slot.end)


def test_hours_say_so_for_each_end_that_is_moved() -> None:
    world = at(SPRING)
    form = {"every": "day", "in": "D-1..D+1", "hours": ["02:15-02:45", "01:00-02:30", "22:00-24:00"]}
    assert len(dated(form, world)) == 9
    assert [args["text"][-5:] for _, args in world.warned] == ["02:15", "02:45", "02:30"]


def test_the_half_hour_of_lord_howe() -> None:
    world = at(date(2025, 10, 5), ZoneInfo("Australia/Lord_Howe"))
    assert dated("D 02:10..02:35", world) == ["- 2025-10-05 02:40:00+11:00..2025-10-05 03:05:00+11:00"]
    assert world.warned[0][1]["moved"] == "2025-10-05 02:40"


def test_a_midnight_that_is_skipped_is_no_fault() -> None:
    """Clocks in Santiago are put forward at 24:00: the day begins at 01:00."""
    world = at(date(2024, 9, 8), ZoneInfo("America/Santiago"))
    assert dated("D-1 20:00..D-1 24:00", world) == ["- 2024-09-07 20:00:00-04:00..2024-09-08 01:00:00-03:00"]
    assert dated({"every": "day", "in": "D-1 00:00..D-1 24:00"}, world) == ["d1 2024-09-07"]
    assert dated({"every": "day", "in": "D-1", "hours": "20:00-24:00"}, world) == [
        "d1 2024-09-07 20:00:00-04:00..2024-09-08 01:00:00-03:00"
    ]
    assert world.warned == []


def test_a_repeated_hour_of_another_market_is_in_the_right_order() -> None:
    night = "D 16:45..17:30 Asia/Shanghai"
    (slot,) = rule(night).slots(at(AUTUMN))
    assert length(slot) == timedelta(minutes=45)
    assert (slot.start.isoformat(), slot.end and slot.end.isoformat()) == (
        "2021-11-07T01:45:00-07:00", "2021-11-07T01:30:00-08:00",
    )  # fmt: skip
    assert undated("D 17:30..16:45 Asia/Shanghai", at(AUTUMN))[0] == "ends-before-start"


def length(slot: Slot) -> timedelta:
    assert isinstance(slot.start, datetime)
    assert isinstance(slot.end, datetime)
    return instant(slot.end) - instant(slot.start)


CLOCK = st.tuples(st.integers(0, 23), st.sampled_from((0, 15, 30, 45, 50))).map(
    lambda pair: f"{pair[0]:02}:{pair[1]:02}"
)
MARKETS = st.sampled_from(("", *ZONES))
EVENTS = st.dates(date(2024, 1, 1), date(2025, 12, 31)) | st.sampled_from(
    [SPRING, AUTUMN, date(2024, 11, 3), date(2025, 3, 30), date(2025, 10, 26), date(2025, 10, 5), date(2025, 4, 6)]
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(event=EVENTS, zone=st.sampled_from(ZONES), start=CLOCK, end=CLOCK, market=MARKETS)
def test_hours_last_longer_than_nothing_and_a_day_and_an_hour_at_most(
    event: date, zone: str, start: str, end: str, market: str
) -> None:
    form = {"every": "day", "in": "D-1..D+1", "hours": f"{start}-{end} {market}".strip()}
    for slot in rule(form).slots(at(event, ZoneInfo(zone))):
        assert timedelta() < length(slot) <= timedelta(hours=25)
        assert real(slot.start) == slot.start  # type: ignore[arg-type]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(event=EVENTS, zone=st.sampled_from(ZONES), start=CLOCK, minutes=st.integers(0, 300), market=MARKETS)
def test_a_span_within_a_day_ends_after_it_starts(
    event: date, zone: str, start: str, minutes: int, market: str
) -> None:
    last = datetime.fromisoformat(f"2024-01-01 {start}") + timedelta(minutes=minutes)
    if last.day > 1:
        return
    (slot,) = rule(f"D {start}..{last:%H:%M} {market}".strip()).slots(at(event, ZoneInfo(zone)))
    assert timedelta() <= length(slot) <= timedelta(minutes=minutes + 60)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(event=EVENTS, zone=st.sampled_from(ZONES), hours=st.integers(1, 24), start=CLOCK)
def test_a_rota_leaves_no_gap_and_no_empty_shift(event: date, zone: str, hours: int, start: str) -> None:
    form: dict[str, Any] = {"rota": ["A", "B"], "shift": f"{hours}h", "in": f"D-1 {start}..D+1 24:00"}
    slots = rule(form).slots(at(event, ZoneInfo(zone)))
    assert all(length(slot) > timedelta() for slot in slots)
    assert all(one.end == other.start for one, other in pairwise(slots))
