"""Points of time as an operations lead writes them."""

from datetime import time

import pytest
from rule_world import World, at, reach, refusal, shown

from promoplan.rules.base import Missing, NoDate, Ref
from promoplan.rules.point import Point, parse_clock, parse_point, parse_time_only, parse_zone
from promoplan.rules.stamp import Step

WORLD = World(
    reaches={
        "presale": reach("2024-10-14 20:00"),
        "preheat": reach("2024-10-08..2024-10-31"),
        "surge": reach("2024-11-01 20:00..2024-11-10 23:59:59"),
        "burst": reach("2024-11-11 00:00..2024-11-12 00:00"),
        "after-sale": reach("2024-11-12.."),
        "leap": reach("2024-02-28..2024-02-29"),
    },
    left_out=("wave2",),
)


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("D", "2024-11-11"),
        ("D-34", "2024-10-08"),
        ("D - 34 d", "2024-10-08"),
        ("D+2w", "2024-11-25"),
        ("D-1w-1d", "2024-11-03"),
        ("D+61d", "2025-01-11"),
        ("D-1 20:00", "2024-11-10 20:00:00+08:00"),
        ("D 00:00", "2024-11-11 00:00:00+08:00"),
        ("D 24:00", "2024-11-12 00:00:00+08:00"),
        ("D 23:59:59", "2024-11-11 23:59:59+08:00"),
        ("D-1 8:05", "2024-11-10 08:05:00+08:00"),
        ("D+36h", "2024-11-12 12:00:00+08:00"),
        ("D-90min", "2024-11-10 22:30:00+08:00"),
        ("D-30wd", "2024-09-25"),
        ("D-5wd 18:00", "2024-11-04 18:00:00+08:00"),
    ],
)
def test_points_count_from_the_event(text: str, stamp: str) -> None:
    assert shown(parse_point(text).resolve(WORLD)[0]) == stamp


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("presale", "2024-10-14 20:00:00+08:00"),
        ("presale-3d", "2024-10-11"),
        ("presale+2h", "2024-10-14 22:00:00+08:00"),
        ("presale 10:00", "2024-10-14 10:00:00+08:00"),
        ("preheat.start", "2024-10-08"),
        ("preheat.end", "2024-10-31"),
        ("preheat.start+2d", "2024-10-10"),
        ("preheat.end 20:00", "2024-10-31 20:00:00+08:00"),
        ("surge.start", "2024-11-01 20:00:00+08:00"),
        ("leap.end+1d", "2024-03-01"),
        ("after-sale.start", "2024-11-12"),
    ],
)
def test_points_count_from_anchors_and_edges(text: str, stamp: str) -> None:
    assert shown(parse_point(text).resolve(WORLD)[0]) == stamp


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("before preheat", "2024-10-07"),
        ("before preheat 18:00", "2024-10-07 18:00:00+08:00"),
        ("before preheat -3d", "2024-10-05"),
        ("before preheat -3wd", "2024-09-27"),
        ("before preheat -2h", "2024-10-07 22:00:00+08:00"),
        ("before surge", "2024-10-31"),
        ("before surge -30min", "2024-11-01 19:30:00+08:00"),
        ("before D", "2024-11-10"),
        ("before presale", "2024-10-13"),
    ],
)
def test_before_is_the_day_before_unless_the_rule_says_how_far(text: str, stamp: str) -> None:
    assert shown(parse_point(text).resolve(WORLD)[0]) == stamp


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("after preheat", "2024-11-01"),
        ("after preheat +2d", "2024-11-02"),
        ("after preheat +2wd", "2024-11-04"),
        ("after preheat +2h", "2024-11-01 02:00:00+08:00"),
        ("after preheat 09:00", "2024-11-01 09:00:00+08:00"),
        ("after surge", "2024-11-11"),
        ("after surge +1h", "2024-11-11 01:00:00+08:00"),
        ("after burst", "2024-11-12"),
        ("after burst +1h", "2024-11-12 01:00:00+08:00"),
        ("after leap", "2024-03-01"),
        ("after presale", "2024-10-15"),
        ("after presale +1h", "2024-10-14 21:00:00+08:00"),
        ("preheat.end+2h", "2024-11-01 02:00:00+08:00"),
        ("preheat.end-2h", "2024-10-31 22:00:00+08:00"),
    ],
)
def test_after_counts_from_the_end(text: str, stamp: str) -> None:
    assert shown(parse_point(text).resolve(WORLD)[0]) == stamp


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2024-10-14", "2024-10-14"),
        ("2024-10-14 20:00", "2024-10-14 20:00:00+08:00"),
        ("2024-02-28+1d", "2024-02-29"),
        ("2023-12-31+1d", "2024-01-01"),
    ],
)
def test_a_date_may_be_written_out(text: str, stamp: str) -> None:
    point = parse_point(text)
    assert (shown(point.resolve(WORLD)[0]), point.ref()) == (stamp, None)


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2022-03-01 00:00:00 America/Los_Angeles", "2022-03-01 16:00:00+08:00"),
        ("2022-03-31 23:59:59 America/Los_Angeles", "2022-04-01 14:59:59+08:00"),
        ("2024-03-10 01:59 America/Los_Angeles", "2024-03-10 17:59:00+08:00"),
        ("2024-03-10 03:00 America/Los_Angeles", "2024-03-10 18:00:00+08:00"),
        ("2024-11-03 09:00 America/Los_Angeles", "2024-11-04 01:00:00+08:00"),
        ("2024-03-30 09:00 Europe/Berlin", "2024-03-30 16:00:00+08:00"),
        ("2024-03-31 09:00 Europe/Berlin", "2024-03-31 15:00:00+08:00"),
        ("2024-10-27 09:00 Europe/Berlin", "2024-10-27 16:00:00+08:00"),
        ("2024-10-14 12:00 UTC", "2024-10-14 20:00:00+08:00"),
        ("2024-12-31 24:00 America/New_York", "2025-01-01 13:00:00+08:00"),
    ],
)
def test_a_moment_of_another_zone_shows_on_the_plan_s_clock(text: str, stamp: str) -> None:
    assert shown(parse_point(text).resolve(WORLD)[0]) == stamp


def test_the_day_of_a_moment_is_counted_on_the_clock_of_the_point() -> None:
    world = World(reaches={"opening": reach("2022-03-01 16:00"), "briefing": reach("2024-10-14 10:00")})
    assert shown(parse_point("briefing 20:00 America/Los_Angeles").resolve(world)[0]) == "2024-10-14 11:00:00+08:00"
    assert shown(parse_point("opening+1d 00:00 America/Los_Angeles").resolve(world)[0]) == "2022-03-02 16:00:00+08:00"
    assert shown(parse_point("after opening 00:00 Pacific/Kiritimati").resolve(world)[0]) == "2022-03-01 18:00:00+08:00"


def test_every_step_on_the_way_is_kept() -> None:
    stamp, steps = parse_point("preheat.end -1w +2wd 20:00 UTC").resolve(WORLD)
    assert steps == (
        Step("base", at("2024-10-31"), ("preheat", "end")),
        Step("shift", at("2024-10-24"), (-1, "w")),
        Step("shift", at("2024-10-28"), (2, "wd")),
        Step("time", at("2024-10-29 04:00"), ("20:00:00", "UTC")),
    )
    assert stamp == steps[-1].stamp


def test_24_00_is_kept_as_it_was_written() -> None:
    assert parse_point("D 24:00").resolve(WORLD)[1][-1] == Step("time", at("2024-11-12 00:00"), ("24:00", ""))


def test_what_is_left_out_is_missing() -> None:
    with pytest.raises(Missing, match="wave2"):
        parse_point("after wave2 +2d").resolve(WORLD)


@pytest.mark.parametrize("text", ["after after-sale", "after-sale.end", "after after-sale +2h"])
def test_an_open_end_cannot_be_counted_from(text: str) -> None:
    with pytest.raises(NoDate) as caught:
        parse_point(text).resolve(WORLD)
    assert (caught.value.code, caught.value.args_of) == ("open-end", {"name": "after-sale"})


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("presale-3d", Point("presale", shifts=((-3, "d"),))),
        ("presale-3", Point("presale", shifts=((-3, "d"),))),
        ("faq-scripts", Point("faq-scripts")),
        ("d-3", Point("d", shifts=((-3, "d"),))),
        ("before", Point("before")),
        ("wave2-1h", Point("wave2", shifts=((-1, "h"),))),
        ("after faq-scripts +2d", Point("faq-scripts", "after", ((2, "d"),), offset=6)),
        ("D-1 20:00:30", Point("D", shifts=((-1, "d"),), at=time(20, 0, 30))),
        ("D 24:00", Point("D", at=time(), next_day=True)),
        ("D 9:00 Europe/Berlin", Point("D", at=time(9), zone="Europe/Berlin")),
    ],
)
def test_a_point_is_read(text: str, point: Point) -> None:
    assert parse_point(text) == point


def test_a_point_knows_the_name_it_hangs_on() -> None:
    assert parse_point("after faq-scripts +2d", 10).ref() == Ref("faq-scripts", "after", 16)
    assert parse_point("preheat.end").ref() == Ref("preheat", "end", 0)


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("", "bad-when", 0),
        ("D-", "bad-when", 0),
        ("D-3 days", "bad-when", 0),
        ("D-3x", "bad-when", 0),
        ("D -3 20.00", "bad-when", 0),
        ("before after x", "bad-when", 0),
        ("Preheat", "bad-when", 0),
        ("preheat.END", "bad-when", 0),
        ("2024-1-5", "bad-when", 0),
        ("preheat.middle", "bad-edge", 8),
        ("before preheat.end", "bad-edge", 15),
        ("2024-02-30", "bad-date", 0),
        ("2023-02-29 20:00", "bad-date", 0),
        ("D-3661", "too-far", 1),
        ("D+99999h", "too-far", 1),
        ("D 25:00", "bad-time", 2),
        ("D 24:01", "bad-time", 2),
        ("D 12:60", "bad-time", 2),
        ("D 20:00 Asia/Peking", "unknown-zone", 8),
        ("D-3 UTC", "zone-without-time", 4),
    ],
)
def test_a_fault_is_named_with_its_place(text: str, code: str, offset: int) -> None:
    assert refusal(parse_point, text) == (code, offset)


def test_the_place_counts_from_the_start_of_the_rule() -> None:
    assert refusal(lambda text: parse_point(text, 7), "preheat.middle") == ("bad-edge", 15)


def test_ten_years_are_far_enough() -> None:
    assert shown(parse_point("D+3660").resolve(WORLD)[0]) == "2034-11-19"


def test_an_end_that_is_only_a_time_falls_on_the_day_of_the_start() -> None:
    start = parse_point("D-1 20:00 America/Los_Angeles")
    assert parse_time_only("22:00", start, 10) == Point("D", "", ((-1, "d"),), time(22), zone="America/Los_Angeles")
    assert parse_time_only("24:00 UTC", start, 10) == Point("D", "", ((-1, "d"),), time(), True, "UTC")
    assert parse_time_only("D 22:00", start, 10) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("00:00", (time(), False)),
        ("9:30", (time(9, 30), False)),
        ("24:00", (time(), True)),
        ("24:00:00", (time(), True)),
    ],
)
def test_a_time_of_day_is_read(text: str, clock: tuple[time, bool]) -> None:
    assert parse_clock(text) == clock


@pytest.mark.parametrize("text", ["24:00:01", "23:60", "7", "7:5", "07:00:60", " 07:00"])
def test_no_time_of_day_is_refused(text: str) -> None:
    assert refusal(parse_clock, text) == ("bad-time", 0)


def test_zones_are_those_of_the_iana_list() -> None:
    assert (parse_zone("Asia/Shanghai"), parse_zone("")) == ("Asia/Shanghai", "")
    assert refusal(parse_zone, "Beijing") == ("unknown-zone", 0)
