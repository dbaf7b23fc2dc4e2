"""When the anchors are: given, official, or assumed."""

from datetime import date
from typing import Any

import pytest
from small_books import anchor, at, book, dropped, items, plan_of, shown

from promoplan.engine.anchors import edition, next_day, usual_day
from promoplan.model.plan import AnchorDate, Plan
from promoplan.model.playbook import Playbook
from promoplan.text import Text

OFFICIAL = [
    {"year": 2021, "at": "2021-10-20 20:00", "source": "notice of 2021"},
    {"year": 2024, "at": "2024-10-14 20:00", "source": "Global Times"},
    {"year": 2025, "at": "none", "source": "no presale this year"},
]
PRESALE = anchor("D-20 20:00", optional=True, official=OFFICIAL, title={"zh": "预售", "en": "Deposits open"})


def presale_book(**changes: Any) -> Playbook:
    return book(["pay: presale+1d"], anchors={"presale": {**PRESALE, **changes}})


def found(plan: Plan) -> list[tuple[str, str, str, str]]:
    return [(a.id, shown(a.at), a.origin, a.source) for a in plan.anchors]


@pytest.mark.parametrize(
    ("event", "day", "origin", "source"),
    [
        (date(2024, 11, 11), "2024-10-14 20:00:00+08:00", "official", "Global Times"),
        (date(2021, 11, 11), "2021-10-20 20:00:00+08:00", "official", "notice of 2021"),
        (date(2023, 11, 11), "2023-10-22 20:00:00+08:00", "assumed", ""),
        (date(2024, 11, 8), "2024-10-14 20:00:00+08:00", "official", "Global Times"),
        (date(2024, 11, 26), "2024-10-14 20:00:00+08:00", "official", "Global Times"),
        (date(2024, 10, 27), "2024-10-14 20:00:00+08:00", "official", "Global Times"),
        (date(2024, 11, 27), "2024-11-07 20:00:00+08:00", "assumed", ""),
        (date(2024, 10, 26), "2024-10-06 20:00:00+08:00", "assumed", ""),
        (date(2024, 6, 18), "2024-05-29 20:00:00+08:00", "assumed", ""),
    ],
)
def test_official_dates_hold_for_their_year_near_the_usual_day(event: date, day: str, origin: str, source: str) -> None:
    assert found(plan_of(presale_book(), event)) == [("presale", day, origin, source)]


def test_a_year_that_was_announced_without_it_drops_the_anchor() -> None:
    plan = plan_of(presale_book(), date(2025, 11, 11))
    assert (found(plan), items(plan)) == ([], [])
    assert dropped(plan) == ["anchor presale: anchor presale", "task pay: anchor presale"]


def test_an_announcement_does_not_drop_it_from_another_event_of_that_year() -> None:
    assert found(plan_of(presale_book(), date(2025, 6, 18))) == [
        ("presale", "2025-05-29 20:00:00+08:00", "assumed", "")
    ]


def test_a_date_that_is_given_wins() -> None:
    plan = plan_of(presale_book(), anchors={"presale": at("2024-10-13 20:00")})
    assert plan.anchors == (AnchorDate("presale", Text("预售", "Deposits open"), at("2024-10-13 20:00"), "given"),)
    assert items(plan) == ["pay 2024-10-14"]


def test_none_drops_what_was_announced() -> None:
    assert found(plan_of(presale_book(), anchors={"presale": None})) == []


def test_given_dates_of_other_names_change_nothing() -> None:
    assert plan_of(presale_book(), anchors={"wave9": at("2024-10-13")}) == plan_of(presale_book())


def test_official_dates_need_an_event_with_a_usual_day() -> None:
    playbook = book(["pay: presale"], anchors={"presale": PRESALE}, event={"title": "Any", "reference": "2024-11-11"})
    assert [origin for _, _, origin, _ in found(plan_of(playbook))] == ["assumed"]


def test_anchors_hang_on_each_other_and_stand_in_the_order_of_time() -> None:
    playbook = book(
        ["any: D"],
        anchors={
            "end": anchor("wave1+3d 24:00"),
            "wave1": anchor("balance"),
            "balance": anchor("presale+17d 20:00"),
            "presale": PRESALE,
        },
    )
    assert found(plan_of(playbook)) == [
        ("presale", "2024-10-14 20:00:00+08:00", "official", "Global Times"),
        ("balance", "2024-10-31 20:00:00+08:00", "assumed", ""),
        ("wave1", "2024-10-31 20:00:00+08:00", "assumed", ""),
        ("end", "2024-11-04 00:00:00+08:00", "assumed", ""),
    ]


def test_what_is_assumed_follows_a_date_that_is_given() -> None:
    playbook = book(["any: D"], anchors={"presale": PRESALE, "balance": anchor("presale+14d")})
    plan = plan_of(playbook, anchors={"presale": at("2024-10-10")})
    assert found(plan) == [("presale", "2024-10-10", "given", ""), ("balance", "2024-10-24", "assumed", "")]


@pytest.mark.parametrize(("shop", "held"), [(True, ["presale", "second"]), (False, ["presale"])])
def test_an_anchor_is_held_only_if_its_condition_is_true(shop: bool, held: list[str]) -> None:
    playbook = book(
        ["pay: second"],
        anchors={"second": anchor("D-7", **{"if": "shop and presale"}), "presale": PRESALE},
        inputs={"shop": {"type": "flag", "title": "Shop", "default": False}},
    )
    plan = plan_of(playbook, inputs={"shop": shop})
    assert [a.id for a in plan.anchors] == held
    assert items(plan) == (["pay 2024-11-04"] if shop else [])


def test_a_condition_on_an_anchor_that_is_not_held_says_so() -> None:
    playbook = book(["pay: second"], anchors={"presale": PRESALE, "second": anchor("D-7", **{"if": "presale"})})
    assert dropped(plan_of(playbook, anchors={"presale": None})) == [
        "anchor presale: anchor presale", "anchor second: anchor presale", "task pay: anchor second",
    ]  # fmt: skip


def test_official_moments_are_read_on_the_playbook_s_clock() -> None:
    playbook = book(
        ["any: D"],
        zone="America/Los_Angeles",
        anchors={
            "a": anchor("D", official=[{"year": 2024, "at": "2024-11-01 00:00", "source": "x"}]),
            "b": anchor("D", official=[{"year": 2024, "at": "2024-11-04 16:00 Asia/Shanghai", "source": "x"}]),
        },
    )
    assert [day for _, day, _, _ in found(plan_of(playbook))] == [
        "2024-11-01 00:00:00-07:00",
        "2024-11-04 00:00:00-08:00",
    ]


def event_book(**event: Any) -> Playbook:
    return book(event={"title": "The day", "reference": "2024-11-11", **event})


@pytest.mark.parametrize(
    ("event", "year", "day"),
    [
        ({"date": "11-11"}, 2024, date(2024, 11, 11)),
        ({"date": "02-29"}, 2024, date(2024, 2, 29)),
        ({"date": "02-29"}, 2023, None),
        ({"date": "02-29"}, 2100, None),
        ({"date": "12-31"}, 2025, date(2025, 12, 31)),
        ({}, 2024, None),
        ({"date": "09-01", "official": [{"year": 2024, "at": "2024-09-02", "source": "x"}]}, 2024, date(2024, 9, 2)),
        ({"date": "09-01", "official": [{"year": 2024, "at": "2024-09-02", "source": "x"}]}, 2025, date(2025, 9, 1)),
        ({"official": [{"year": 2024, "at": "2024-09-02", "source": "x"}]}, 2024, date(2024, 9, 2)),
        ({"date": "06-18", "official": [{"year": 2024, "at": "none", "source": "x"}]}, 2024, date(2024, 6, 18)),
        (
            {"official": [{"year": 2022, "at": "2022-03-01 12:00 America/Los_Angeles", "source": "x"}]},
            2022, date(2022, 3, 2),
        ),
    ],
)  # fmt: skip
def test_the_usual_day_of_a_year_is_the_official_one_if_there_is_any(
    event: dict[str, Any], year: int, day: date | None
) -> None:
    assert usual_day(event_book(**event), year) == day


@pytest.mark.parametrize(
    ("usual", "today", "day"),
    [
        ("11-11", date(2024, 11, 10), date(2024, 11, 11)),
        ("11-11", date(2024, 11, 11), date(2024, 11, 11)),
        ("11-11", date(2024, 11, 12), date(2025, 11, 11)),
        ("02-29", date(2024, 3, 1), date(2028, 2, 29)),
        ("02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("02-29", date(2096, 3, 1), None),
        ("02-29", date(2023, 3, 1), date(2024, 2, 29)),
        ("01-01", date(2024, 12, 31), date(2025, 1, 1)),
    ],
)
def test_the_next_day_is_this_year_s_or_the_next(usual: str, today: date, day: date | None) -> None:
    assert next_day(event_book(date=usual), today) == day


@pytest.mark.parametrize(
    ("usual", "official", "today", "day"),
    [
        ("12-28", (2024, "2025-01-02"), date(2024, 12, 30), date(2025, 1, 2)),
        ("12-28", (2024, "2025-01-02"), date(2025, 1, 2), date(2025, 1, 2)),
        ("12-28", (2024, "2025-01-02"), date(2025, 1, 3), date(2025, 12, 28)),
        ("01-03", (2025, "2024-12-30"), date(2024, 12, 1), date(2024, 12, 30)),
        ("01-03", (2025, "2024-12-30"), date(2024, 12, 31), date(2026, 1, 3)),
    ],
)
def test_the_next_day_may_have_been_announced_beyond_new_year(
    usual: str, official: tuple[int, str], today: date, day: date
) -> None:
    year, at_ = official
    assert next_day(event_book(date=usual, official=[{"year": year, "at": at_, "source": "x"}]), today) == day


def test_an_event_without_a_usual_day_has_no_next_one() -> None:
    assert next_day(event_book(), date(2024, 1, 1)) is None


@pytest.mark.parametrize(
    ("usual", "event", "year"),
    [
        ("11-11", date(2024, 11, 11), 2024),
        ("11-11", date(2024, 11, 26), 2024),
        ("11-11", date(2024, 11, 27), None),
        ("11-11", date(2024, 10, 27), 2024),
        ("11-11", date(2024, 10, 26), None),
        ("11-11", date(2025, 11, 11), 2025),
        ("11-11", date(2024, 6, 18), None),
        ("12-28", date(2025, 1, 2), 2024),
        ("12-28", date(2025, 1, 12), 2024),
        ("12-28", date(2025, 1, 13), None),
        ("12-28", date(2024, 12, 30), 2024),
        ("01-03", date(2024, 12, 30), 2025),
        ("01-03", date(2024, 12, 19), 2025),
        ("01-03", date(2024, 12, 18), None),
        ("01-03", date(2025, 1, 18), 2025),
        ("02-29", date(2024, 3, 1), 2024),
        ("02-29", date(2025, 3, 1), None),
    ],
)
def test_an_event_within_fifteen_days_of_the_usual_day_of_a_year_is_the_platform_s_of_that_year(
    usual: str, event: date, year: int | None
) -> None:
    assert edition(event_book(date=usual), event) == year


def test_an_event_without_a_usual_day_is_never_the_platform_s() -> None:
    assert edition(event_book(), date(2024, 11, 11)) is None


@pytest.mark.parametrize(
    ("usual", "event", "official", "day"),
    [
        ("12-28", date(2025, 1, 2), {"year": 2024, "at": "2024-12-10 10:00"}, "2024-12-10 10:00:00+08:00"),
        ("12-28", date(2025, 1, 2), {"year": 2025, "at": "2025-12-10 10:00"}, "2024-12-13 20:00:00+08:00"),
        ("01-03", date(2024, 12, 29), {"year": 2025, "at": "2024-12-01 10:00"}, "2024-12-01 10:00:00+08:00"),
        ("01-03", date(2024, 12, 29), {"year": 2024, "at": "2023-12-01 10:00"}, "2024-12-09 20:00:00+08:00"),
    ],
)
def test_official_dates_hold_for_an_event_that_was_moved_over_new_year(
    usual: str, event: date, official: dict[str, Any], day: str
) -> None:
    playbook = book(
        event={"title": "The day", "reference": "2024-11-11", "date": usual},
        anchors={"presale": anchor("D-20 20:00", official=[{**official, "source": "x"}])},
    )
    assert [at_ for _, at_, _, _ in found(plan_of(playbook, event))] == [day]


@pytest.mark.parametrize(("day", "at", "origin"), [(11, 14, "official"), (13, 14, "official"), (15, 15, "assumed")])
def test_an_official_end_before_a_moved_event_is_not_its_end(day: int, at: int, origin: str) -> None:
    ends = anchor("D", official=[{"year": 2025, "at": "2025-11-14", "source": "notice"}])
    (found,) = plan_of(book(anchors={"ends": ends}), date(2025, 11, day)).anchors
    assert (found.at, found.origin) == (date(2025, 11, at), origin)
