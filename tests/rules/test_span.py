"""The plain rule: a point, from one point to another, the name of a phase, an open end."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from rule_world import World, at, dated, reach, refusal, refused, rule, undated

from promoplan.rules.base import Missing, Ref, Slot
from promoplan.rules.span import LONGEST, Span, days_of, parse_span
from promoplan.rules.stamp import Step

WORLD = World(
    reaches={
        "presale": reach("2024-10-14 20:00"),
        "preheat": reach("2024-10-08..2024-10-31"),
        "burst": reach("2024-11-11 00:00..2024-11-12 00:00"),
        "after-sale": reach("2024-11-12.."),
    },
    left_out=("wave2",),
)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("D", "2024-11-11"),
        ("D-34", "2024-10-08"),
        ("D-34..D-11", "2024-10-08..2024-10-31"),
        ("D-34 .. D-11", "2024-10-08..2024-10-31"),
        ("D-1 20:00", "2024-11-10 20:00:00+08:00"),
        ("D-6 00:00..D-1 21:00", "2024-11-05 00:00:00+08:00..2024-11-10 21:00:00+08:00"),
        ("D-1 20:00..22:00", "2024-11-10 20:00:00+08:00..2024-11-10 22:00:00+08:00"),
        ("D-1 20:00..24:00", "2024-11-10 20:00:00+08:00..2024-11-11 00:00:00+08:00"),
        ("D-1 22:00..D 02:00", "2024-11-10 22:00:00+08:00..2024-11-11 02:00:00+08:00"),
        ("D..D 02:00", "2024-11-11 00:00:00+08:00..2024-11-11 02:00:00+08:00"),
        ("D 20:00..D", "2024-11-11 20:00:00+08:00..2024-11-11 23:59:59+08:00"),
        ("D+1..", "2024-11-12.."),
        ("D 20:00..", "2024-11-11 20:00:00+08:00.."),
        ("preheat", "2024-10-08..2024-10-31"),
        ("burst", "2024-11-11 00:00:00+08:00..2024-11-12 00:00:00+08:00"),
        ("presale", "2024-10-14 20:00:00+08:00"),
        ("after-sale", "2024-11-12.."),
        ("preheat.start..preheat.start+6d", "2024-10-08..2024-10-14"),
        ("after preheat..before D", "2024-11-01..2024-11-10"),
        ("presale..preheat.end", "2024-10-14 20:00:00+08:00..2024-10-31 23:59:59+08:00"),
        ("2024-10-01..2024-10-07", "2024-10-01..2024-10-07"),
    ],
)
def test_a_span_gives_one_slot_without_a_key(text: str, slot: str) -> None:
    assert dated(text, WORLD) == [f"- {slot}"]


@pytest.mark.parametrize(
    ("event", "slot"),
    [
        (date(2024, 2, 28), "2024-02-21..2024-03-01"),
        (date(2023, 2, 28), "2023-02-21..2023-03-02"),
        (date(2024, 3, 1), "2024-02-23..2024-03-03"),
        (date(2024, 12, 31), "2024-12-24..2025-01-02"),
        (date(2025, 1, 1), "2024-12-25..2025-01-03"),
    ],
)
def test_spans_run_over_leap_days_and_year_ends(event: date, slot: str) -> None:
    assert dated("D-7..D+2", World(event)) == [f"- {slot}"]


@pytest.mark.parametrize(
    ("text", "event", "slot"),
    [
        (
            "D 00:00..D+30 23:59:59 America/Los_Angeles", date(2022, 3, 1),
            "2022-03-01 16:00:00+08:00..2022-04-01 14:59:59+08:00",
        ),
        (
            "D 00:00 America/Los_Angeles..D+30 23:59:59 America/Los_Angeles", date(2022, 3, 1),
            "2022-03-01 16:00:00+08:00..2022-04-01 14:59:59+08:00",
        ),
        (
            "D 00:00..D+29 23:59:59 America/Los_Angeles", date(2022, 9, 1),
            "2022-09-01 15:00:00+08:00..2022-10-01 14:59:59+08:00",
        ),
        (
            "D 00:00..D+10 23:59:59 America/Los_Angeles", date(2024, 11, 1),
            "2024-11-01 15:00:00+08:00..2024-11-12 15:59:59+08:00",
        ),
        (
            "D 00:00..D+6 23:59:59 Europe/Berlin", date(2024, 3, 28),
            "2024-03-28 07:00:00+08:00..2024-04-04 05:59:59+08:00",
        ),
        (
            "D 00:00..D+6 23:59:59 Europe/Berlin", date(2024, 10, 24),
            "2024-10-24 06:00:00+08:00..2024-10-31 06:59:59+08:00",
        ),
        (
            "D 09:00 America/Los_Angeles..12:00", date(2024, 3, 8),
            "2024-03-09 01:00:00+08:00..2024-03-09 04:00:00+08:00",
        ),
        (
            "D 09:00..12:00 America/Los_Angeles", date(2024, 3, 11),
            "2024-03-12 00:00:00+08:00..2024-03-12 03:00:00+08:00",
        ),
    ],
)  # fmt: skip
def test_a_zone_at_the_end_stands_for_both_ends(text: str, event: date, slot: str) -> None:
    assert dated(text, World(event)) == [f"- {slot}"]


def test_a_zone_at_the_start_alone_is_the_start_s_own() -> None:
    assert dated("D 00:00 UTC..D+1 23:59") == ["- 2024-11-11 08:00:00+08:00..2024-11-12 23:59:00+08:00"]


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("D..D-3", {"start": at("2024-11-11"), "end": at("2024-11-08")}),
        ("D 20:00..D 19:59", {"start": at("2024-11-11 20:00"), "end": at("2024-11-11 19:59")}),
        ("D 22:00..D 02:00", {"start": at("2024-11-11 22:00"), "end": at("2024-11-11 02:00")}),
        ("D+1..D 20:00", {"start": at("2024-11-12 00:00"), "end": at("2024-11-11 20:00")}),
    ],
)
def test_an_end_before_the_start_leads_to_no_date(text: str, args: dict[str, object]) -> None:
    assert undated(text) == ("ends-before-start", args)


@pytest.mark.parametrize("text", ["wave2", "wave2..D", "D-40..wave2.start", "wave2.."])
def test_what_is_left_out_is_missing(text: str) -> None:
    with pytest.raises(Missing, match="wave2"):
        rule(text).slots(WORLD)


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("", "bad-when", 0),
        ("..D", "bad-when", 0),
        ("D-3...D", "bad-when", 5),
        ("D-3..D..D+1", "bad-when", 5),
        ("D-34..D+x", "bad-when", 6),
        ("D-34 ..  preheat.mid", "bad-edge", 17),
        ("D-34..2024-02-30", "bad-date", 6),
        ("D-1 20:00..25:00", "bad-time", 11),
        ("D-1 20:00..22:00 Mars/Base", "unknown-zone", 17),
        ("D-34..D UTC", "zone-without-time", 8),
        ("D" + "+1d" * LONGEST, "bad-when", 0),
    ],
)
def test_a_fault_is_named_with_its_place(text: str, code: str, offset: int) -> None:
    assert refused(text) == [(code, offset)]


def test_only_a_text_is_a_span() -> None:
    assert refusal(parse_span, 34) == ("bad-when", 0)


def test_a_span_that_was_read_stays_as_it_is() -> None:
    span = parse_span("D-34..D-11")
    assert parse_span(span) is span


@pytest.mark.parametrize("text", ["D-34 .. D-11", "before preheat", "D+1.."])
def test_a_span_shows_as_it_was_written(text: str) -> None:
    assert str(parse_span(f"  {text} ")) == text


def test_references_come_with_their_places() -> None:
    assert list(parse_span("after faq-scripts..preheat.end-2d").refs()) == [
        Ref("faq-scripts", "after", 6), Ref("preheat", "end", 19),
    ]  # fmt: skip
    assert list(parse_span("2024-10-01..D-2").refs()) == [Ref("D", "", 12)]
    assert list(parse_span("preheat ..  surge.end").refs()) == [Ref("preheat", "", 0), Ref("surge", "end", 12)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("preheat", True), ("D", True), ("preheat..", True), ("preheat.end", False), ("before preheat", False),
        ("preheat+1d", False), ("preheat 20:00", False), ("preheat..D", False), ("2024-10-01", False),
    ],
)  # fmt: skip
def test_a_bare_name_stands_for_a_whole_reach(text: str, whole: bool) -> None:
    assert parse_span(text).is_whole_name() is whole


def test_an_open_name_starts_where_the_name_starts() -> None:
    assert dated("preheat..", WORLD) == ["- 2024-10-08.."]


def test_the_steps_of_both_ends_are_kept() -> None:
    slots = parse_span("D-3..D-1").slots(WORLD)
    assert slots == [
        Slot(
            None,
            at("2024-11-08"),
            at("2024-11-10"),
            steps=(
                Step("base", at("2024-11-11"), ("D", "")),
                Step("shift", at("2024-11-08"), (-3, "d")),
                Step("base", at("2024-11-11"), ("D", "")),
                Step("shift", at("2024-11-10"), (-1, "d")),
            ),
        )
    ]


def test_a_whole_reach_is_one_step() -> None:
    [slot] = parse_span("preheat").slots(WORLD)
    assert slot.steps == (Step("reach", at("2024-10-08"), ("preheat", at("2024-10-31"))),)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-02-28..2024-03-01", ["2024-02-28", "2024-02-29", "2024-03-01"]),
        ("2024-12-31 20:00..2025-01-01 02:00", ["2024-12-31", "2025-01-01"]),
        ("2024-11-11 00:00..2024-11-12 00:00", ["2024-11-11"]),
        ("2024-11-11 20:00", ["2024-11-11"]),
        ("2024-11-11 00:00", ["2024-11-11"]),
    ],
)
def test_the_days_of_a_reach_are_those_it_touches(text: str, days: list[str]) -> None:
    assert days_of(reach(text), World(), None) == [date.fromisoformat(day) for day in days]


def test_the_days_of_a_reach_are_those_of_the_plan_s_clock() -> None:
    los_angeles = ZoneInfo("America/Los_Angeles")
    there = reach("2022-03-01 00:00..2022-03-01 23:59:59", los_angeles)
    assert days_of(there, World(), None) == [date(2022, 3, 1), date(2022, 3, 2)]
    assert days_of(there, World(zone=los_angeles), None) == [date(2022, 3, 1)]


def test_a_span_is_equal_to_another_of_the_same_text() -> None:
    assert parse_span("D-3..D") == parse_span("D-3..D")
    assert isinstance(parse_span("D"), Span)
