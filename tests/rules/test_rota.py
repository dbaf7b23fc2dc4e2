"""A shift rota with peaks."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from rule_world import World, dated, reach, refused, rule, undated

from promoplan.rules.base import MOST, Ref
from promoplan.rules.rota import PEAK
from promoplan.rules.stamp import Step
from promoplan.text import Text

TEAMS = [{"zh": "早班", "en": "Team A"}, {"zh": "中班", "en": "Team B"}, "Team C"]
THREE_TEAMS: dict[str, Any] = {"rota": TEAMS, "shift": "8h", "in": "D-1 09:00..D 24:00"}
PEAKS: dict[str, Any] = {"in": "D", "hours": ["00:00-02:00", "09:00-10:00"]}


def test_three_teams_take_turns_over_39_hours() -> None:
    assert dated(THREE_TEAMS) == [
        "s1 2024-11-10 09:00:00+08:00..2024-11-10 17:00:00+08:00",
        "s2 2024-11-10 17:00:00+08:00..2024-11-11 01:00:00+08:00",
        "s3 2024-11-11 01:00:00+08:00..2024-11-11 09:00:00+08:00",
        "s4 2024-11-11 09:00:00+08:00..2024-11-11 17:00:00+08:00",
        "s5 2024-11-11 17:00:00+08:00..2024-11-12 00:00:00+08:00",
    ]
    a, b, c = Text("早班", "Team A"), Text("中班", "Team B"), Text.same("Team C")
    assert [slot.label for slot in rule(THREE_TEAMS).slots(World())] == [a, b, c, a, b]


def test_peaks_bring_extra_people_on_each_day_of_their_span() -> None:
    slots = rule({**THREE_TEAMS, "shift": "20h", "peaks": {**PEAKS, "in": "D-1..D"}}).slots(World())
    assert [(slot.key, slot.label) for slot in slots] == [
        ("s1", Text("早班", "Team A")), ("s2", Text("中班", "Team B")),
        ("p1", PEAK), ("p2", PEAK), ("p3", PEAK), ("p4", PEAK),
    ]  # fmt: skip


def test_peaks_have_their_own_windows() -> None:
    assert dated({**THREE_TEAMS, "shift": "24h", "peaks": {**PEAKS, "hours": ["23:00-01:00", "20:00-24:00"]}})[2:] == [
        "p1 2024-11-11 23:00:00+08:00..2024-11-12 01:00:00+08:00",
        "p2 2024-11-11 20:00:00+08:00..2024-11-12 00:00:00+08:00",
    ]


def test_a_day_without_the_peak_keeps_the_numbers_of_the_others() -> None:
    peaks = {"in": "D-1..D+1", "hours": ["08:00-09:00 America/Los_Angeles"]}
    slots = rule({**THREE_TEAMS, "peaks": peaks}).slots(World(date(2024, 11, 3)))
    assert [slot.key for slot in slots if slot.label == PEAK] == ["p1", "p3"]


def test_a_day_is_covered_until_its_last_second() -> None:
    assert dated({"rota": ["A", "B"], "shift": "12h", "in": "D"}, World(date(2024, 2, 29))) == [
        "s1 2024-02-29 00:00:00+08:00..2024-02-29 12:00:00+08:00",
        "s2 2024-02-29 12:00:00+08:00..2024-02-29 23:59:59+08:00",
    ]


def test_a_rota_may_run_over_the_year_end() -> None:
    assert dated({"rota": ["A"], "shift": "5h", "in": "D 20:00..D+1 06:00"}, World(date(2024, 12, 31))) == [
        "s1 2024-12-31 20:00:00+08:00..2025-01-01 01:00:00+08:00",
        "s2 2025-01-01 01:00:00+08:00..2025-01-01 06:00:00+08:00",
    ]


def test_shifts_change_by_the_clock_even_on_the_night_of_a_clock_change() -> None:
    world = World(date(2024, 11, 3), zone=ZoneInfo("America/Los_Angeles"))
    assert dated({"rota": ["A", "B"], "shift": "12h", "in": "D 00:00..D 24:00"}, world) == [
        "s1 2024-11-03 00:00:00-07:00..2024-11-03 12:00:00-08:00",
        "s2 2024-11-03 12:00:00-08:00..2024-11-04 00:00:00-08:00",
    ]


@pytest.mark.parametrize(
    ("day", "slots"),
    [
        (
            date(2025, 3, 9),
            [
                "s1 2025-03-09 01:00:00-08:00..2025-03-09 03:00:00-07:00",
                "s3 2025-03-09 03:00:00-07:00..2025-03-09 04:00:00-07:00",
            ],
        ),
        (
            date(2024, 11, 3),
            [
                "s1 2024-11-03 01:00:00-07:00..2024-11-03 02:00:00-08:00",
                "s2 2024-11-03 02:00:00-08:00..2024-11-03 03:00:00-08:00",
                "s3 2024-11-03 03:00:00-08:00..2024-11-03 04:00:00-08:00",
            ],
        ),
    ],
)
def test_a_shift_in_the_hour_that_clocks_skip_is_nobody_s(day: date, slots: list[str]) -> None:
    world = World(day, zone=ZoneInfo("America/Los_Angeles"))
    assert dated({"rota": ["A", "B"], "shift": "1h", "in": "D 01:00..D 04:00"}, world) == slots


@pytest.mark.parametrize(
    "changes", [{"in": "D-166 09:00..D+1"}, {"peaks": {"in": "D-365..D+365", "hours": ["09:00-10:00"] * 6}}]
)
def test_thousands_of_shifts_or_peaks_are_too_many(changes: dict[str, Any]) -> None:
    form = {**THREE_TEAMS, "shift": "1h", **changes}
    assert undated(form) == ("too-many-items", {"most": MOST})
    assert len(dated({**form, "in": "D-90..D", "peaks": None})) == 91 * 24


def test_each_shift_and_peak_says_how_it_came_about() -> None:
    *_, last, peak = rule({**THREE_TEAMS, "peaks": {"in": "D", "hours": ["09:00-10:00"]}}).slots(World())
    assert last.steps[-1] == Step("shift-turn", last.start, (5, "8h"))
    assert peak.steps == (
        Step("reach", date(2024, 11, 11), ("D", date(2024, 11, 11))),
        Step("hours", peak.start, ("09:00-10:00",)),
    )


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"in": "D.."}, "D.."),
        ({"in": "after-sale"}, "after-sale"),
        ({"peaks": {**PEAKS, "in": "after-sale"}}, "after-sale"),
    ],
)
def test_a_rota_needs_an_end(changes: dict[str, Any], name: str) -> None:
    world = World(reaches={"after-sale": reach("2024-11-12..")})
    assert undated({**THREE_TEAMS, **changes}, world) == ("open-end", {"name": name})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rota": []}, "too_short"),
        ({"rota": ["", "B"]}, "bad-text"),
        ({"shift": "25h"}, "bad-shift"),
        ({"shift": "0h"}, "bad-shift"),
        ({"shift": "90min"}, "bad-shift"),
        ({"shift": 8}, "string_type"),
        ({"in": "D-1 25:00..D"}, "bad-time"),
        ({"peaks": {"in": "D"}}, "missing"),
        ({"peaks": {"in": "D", "hours": []}}, "too_short"),
        ({"peaks": {"in": "D", "hours": ["9-10", "20:00-21:00"]}}, "bad-hours"),
        ({"breaks": "1h"}, "extra_forbidden"),
    ],
)
def test_faults_are_named(changes: dict[str, Any], code: str) -> None:
    assert [found for found, _ in refused({**THREE_TEAMS, **changes})] == [code]


def test_a_rota_shows_in_one_line() -> None:
    assert str(rule(THREE_TEAMS)) == "rota of 3 teams, 8h each, D-1 09:00..D 24:00"


def test_references_are_those_of_the_window_and_the_peaks() -> None:
    form = {**THREE_TEAMS, "in": "burst", "peaks": {**PEAKS, "in": "presale"}}
    assert list(rule(form).refs()) == [Ref("burst", "", 0), Ref("presale", "", 0)]
    assert list(rule(THREE_TEAMS).refs()) == [Ref("D", "", 0), Ref("D", "", 11)]
