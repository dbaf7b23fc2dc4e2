"""What people also write is taken where it can mean one thing, and only there."""

import pytest
from rule_world import World, dated, reach, refused

from promoplan.rules.loose import usual, usual_zone

WORLD = World(reaches={"phase": reach("2024-11-04..2024-11-10"), "presale": reach("2024-10-14 20:00")})


@pytest.mark.parametrize(
    ("loose", "strict"),
    [
        ("T-3", "D-3"),
        ("T", "D"),
        ("T 20:00", "D 20:00"),
        ("D-3天", "D-3d"),
        ("D+2周", "D+2w"),
        ("D-3WD", "D-3wd"),
        ("D-3个工作日", "D-3wd"),
        ("D+1个月", "D+1mo"),
        ("D-1 8pm", "D-1 20:00"),
        ("D-1 8:30 AM", "D-1 08:30"),
        ("D 12am", "D 00:00"),
        ("D 12pm", "D 12:00"),
        ("T-3..T-1", "D-3..D-1"),
        ("D-1 8pm..11pm", "D-1 20:00..23:00"),
        ("2024-11-10T20:00", "2024-11-10 20:00"),
        ("D 08:00 Asia/Beijing", "D 08:00 Asia/Shanghai"),
        ("D 08:00 UTC+8", "D 08:00 Etc/GMT-8"),
        ("D 08:00 UTC-7", "D 08:00 Etc/GMT+7"),
        ("D 08:00 GMT+0", "D 08:00 UTC"),
        ({"every": "Mon, THU"}, {"every": "mon, thu"}),
        ({"every": "2天"}, {"every": "2d"}),
        ({"every": "day", "hours": "8pm-10pm"}, {"every": "day", "hours": "20:00-22:00"}),
        ({"waves": 2, "gap": "2天", "last": "D-1"}, {"waves": 2, "gap": "2d", "last": "D-1"}),
        ("D 20:00 for 4小时", "D 20:00 for 4h"),
    ],
)
def test_what_can_mean_one_thing_is_taken(loose: object, strict: object) -> None:
    assert dated(loose, WORLD) == dated(strict, WORLD)


@pytest.mark.parametrize(
    "text", ["D-3", "phase.end 20:00", "D 08:00 America/Los_Angeles", "2024-11-10 20:00", "after test-3d"]
)
def test_what_is_written_well_stays(text: str) -> None:
    assert usual(text) == text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("D 13pm", ("bad-when", 0)),
        ("D 08:00 UTC+15", ("unknown-zone", 8)),
        ("D 08:00 UTC+5:30", ("unknown-zone", 8)),
        ("D-3z", ("bad-when", 0)),
        ("T20:00", ("bad-when", 0)),
    ],
)
def test_the_rest_is_refused(text: str, fault: tuple[str, int]) -> None:
    assert refused(text) == [fault]


def test_an_offset_turns_its_sign_around() -> None:
    assert [usual_zone(text) for text in ("UTC+14", "GMT-12", "UTC+0", "UTC-13")] == [
        "Etc/GMT-14",
        "Etc/GMT+12",
        "UTC",
        "UTC-13",
    ]
