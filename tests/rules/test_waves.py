"""Waves laid out backwards from the last one."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_world import World, at, dated, reach, refused, rule, undated

from promoplan.rules.amounts import Range
from promoplan.rules.base import MOST, Missing, Ref
from promoplan.rules.stamp import Step
from promoplan.rules.waves import Waves

PAIRS = st.tuples(st.integers(1, 9), st.integers(0, 9)).map(lambda pair: Range(pair[0], pair[0] + pair[1]))

SEPTEMBER = World(date(2019, 9, 2), {"phase": reach("2019-08-16..2019-09-01"), "week": reach("2019-08-26..2019-09-01")})
STRATEGY = {"waves": "3-4", "gap": "4-5d", "last": "D-1", "in": "phase"}


def test_seventeen_days_hold_four_waves_of_five_days() -> None:
    assert dated(STRATEGY, SEPTEMBER) == ["w1 2019-08-17", "w2 2019-08-22", "w3 2019-08-27", "w4 2019-09-01"]
    assert SEPTEMBER.warned == []


@pytest.mark.parametrize(
    ("span", "slots"),
    [
        ("D-16..D-1", ["w1 2019-08-17", "w2 2019-08-22", "w3 2019-08-27", "w4 2019-09-01"]),
        ("D-15..D-1", ["w1 2019-08-20", "w2 2019-08-24", "w3 2019-08-28", "w4 2019-09-01"]),
        ("D-13..D-1", ["w1 2019-08-20", "w2 2019-08-24", "w3 2019-08-28", "w4 2019-09-01"]),
        ("D-12..D-1", ["w1 2019-08-22", "w2 2019-08-27", "w3 2019-09-01"]),
        ("D-9..D-1", ["w1 2019-08-24", "w2 2019-08-28", "w3 2019-09-01"]),
        ("D-60..D-1", ["w1 2019-08-17", "w2 2019-08-22", "w3 2019-08-27", "w4 2019-09-01"]),
    ],
)
def test_more_waves_win_over_longer_gaps(span: str, slots: list[str]) -> None:
    assert dated({**STRATEGY, "in": span}, SEPTEMBER) == slots


@pytest.mark.parametrize(
    ("span", "slots", "days", "fit"),
    [
        ("week", ["w1 2019-08-28", "w2 2019-09-01"], 7, 2),
        ("D-4..D-1", ["w1 2019-09-01"], 4, 1),
        ("D-1", ["w1 2019-09-01"], 1, 1),
        ("D-8..D-1", ["w1 2019-08-28", "w2 2019-09-01"], 8, 2),
    ],
)
def test_waves_that_do_not_fit_are_as_many_as_do_and_a_warning(
    span: str, slots: list[str], days: int, fit: int
) -> None:
    world = World(SEPTEMBER.event, SEPTEMBER.reaches)
    assert dated({**STRATEGY, "in": span}, world) == slots
    assert world.warned == [("waves-do-not-fit", {"waves": "3-4", "gap": "4-5", "days": days, "fit": fit})]


def fitting(waves: Range, gap: Range, room: int) -> tuple[int, int]:
    """One by one, as the rule reads."""
    for count in range(waves.high, waves.low - 1, -1):
        for days in range(gap.high, gap.low - 1, -1):
            if days * (count - 1) <= room:
                return count, days
    return room // gap.low + 1, gap.low


@settings(derandomize=True, deadline=None)
@given(waves=PAIRS, gap=PAIRS, room=st.integers(0, 60))
def test_the_fit_is_worked_out_without_trying_every_pair(waves: Range, gap: Range, room: int) -> None:
    rule = Waves.model_validate({"waves": str(waves), "gap": f"{gap}d", "last": "D"})
    assert rule.fit(room) == fitting(waves, gap, room)


def test_thousands_of_waves_are_too_many() -> None:
    form = {"waves": "1-9999", "gap": "1-9999d", "last": "D"}
    assert len(dated({**form, "in": f"D-3660-{MOST - 3661}..D"})) == MOST
    assert undated({**form, "in": f"D-3660-{MOST - 3660}..D"}) == ("too-many-items", {"most": MOST})


def test_the_last_wave_keeps_its_hour() -> None:
    assert dated({"waves": 3, "gap": "4d", "last": "D-1 20:00"}, SEPTEMBER) == [
        "w1 2019-08-24", "w2 2019-08-28", "w3 2019-09-01 20:00:00+08:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("event", "slots"),
    [
        (date(2024, 3, 2), ["w1 2024-02-22", "w2 2024-02-26", "w3 2024-03-01"]),
        (date(2023, 3, 2), ["w1 2023-02-21", "w2 2023-02-25", "w3 2023-03-01"]),
        (date(2025, 1, 2), ["w1 2024-12-24", "w2 2024-12-28", "w3 2025-01-01"]),
    ],
)
def test_waves_run_over_leap_days_and_year_ends(event: date, slots: list[str]) -> None:
    assert dated({"waves": 3, "gap": "4d", "last": "D-1", "in": "D-9..D-1"}, World(event)) == slots


def test_one_wave_is_the_last() -> None:
    assert dated({"waves": 1, "gap": "4d", "last": "D-1", "in": "D-9..D-1"}) == ["w1 2024-11-10"]


def test_each_wave_says_its_place() -> None:
    slots = rule({"waves": 2, "gap": "4-5d", "last": "D-1 20:00", "in": "week"}).slots(SEPTEMBER)
    assert [slot.steps[-1] for slot in slots] == [
        Step("wave", at("2019-08-27"), (1, 2, 5)), Step("wave", at("2019-09-01 20:00"), (2, 2, 5)),
    ]  # fmt: skip
    assert [slot.steps[0].kind for slot in slots] == ["reach", "base"]


def test_a_last_wave_before_the_span_leads_to_no_date() -> None:
    assert undated({**STRATEGY, "in": "D..D+9"}, SEPTEMBER) == (
        "ends-before-start", {"start": at("2019-09-02"), "end": at("2019-09-01")},
    )  # fmt: skip


def test_waves_in_what_is_left_out_are_missing() -> None:
    with pytest.raises(Missing, match="presale"):
        dated({**STRATEGY, "in": "presale"}, World(left_out=("presale",)))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"waves": "4-3"}, "bad-count"),
        ({"waves": 0}, "bad-count"),
        ({"gap": "4-5"}, "bad-gap"),
        ({"gap": 4}, "bad-gap"),
        ({"last": "D-1 25:00"}, "bad-time"),
        ({"in": ""}, "bad-when"),
        ({"first": "D-9"}, "extra_forbidden"),
    ],
)
def test_faults_are_named(changes: dict[str, Any], code: str) -> None:
    assert [found for found, _ in refused({**STRATEGY, **changes})] == [code]


def test_what_is_needed_is_asked_for() -> None:
    assert refused({"waves": 3}) == [("missing", 0), ("missing", 0)]


def test_waves_show_in_one_line() -> None:
    assert str(rule(STRATEGY)) == "3-4 waves, 4-5d apart in phase, last D-1"
    assert str(rule({"waves": 3, "gap": "4d", "last": "D-1 20:00"})) == "3 waves, 4d apart, last D-1 20:00"


def test_references_are_those_of_the_last_wave_and_the_span() -> None:
    assert list(rule({**STRATEGY, "in": "preheat"}).refs()) == [Ref("D", "", 0), Ref("preheat", "", 0)]
