"""Dates that a source states are exact at the source's own year: the September festival of 2019, Double 11 of 2017."""

from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from promoplan.engine.anchors import usual_day
from promoplan.engine.checks import strays
from promoplan.engine.expand import expand
from promoplan.errors import is_error
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.options import Options, Value
from promoplan.model.plan import Plan
from promoplan.rules.stamp import Stamp, last_day, opening

BEIJING = ZoneInfo("Asia/Shanghai")


def plan_of(name: str, event: date, **inputs: Value) -> Plan:
    path = shipped.path(name)
    assert path is not None
    return expand(load(path).playbook, Options(event, inputs=inputs))


def days(plan: Plan, name: str) -> str:
    """From the first to the last day of a phase or a task, `08-26..09-01`."""
    spans: list[tuple[Stamp, Stamp | None]] = [(phase.start, phase.end) for phase in plan.phases if phase.id == name]
    spans += [(item.start, item.end) for item in plan.items if item.card.task == name]
    assert spans, name
    first = min(opening(start, plan.zone).date() for start, _ in spans)
    if any(end is None for _, end in spans):
        return f"{first:%m-%d}.."
    last = max(last_day(start, end, plan.zone) for start, end in spans if end is not None)
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d}..{last:%m-%d}"


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("prepare", "08-19..08-25"),
        ("preheat", "08-26..09-01"),
        ("burst", "09-02..09-30"),
        ("stage-review-early", "09-10"),
        ("fans-result", "09-30"),
        ("first-peak", "09-02..09-07"),
        ("second-active", "09-18..09-22"),
        ("third-tense", "09-28..09-30"),
        ("last-three-days", "09-28"),
        ("post-heat", "10-01..10-06"),
        ("layout-freeze", "08-15"),
    ],
)
def test_the_september_of_the_battle_map_is_that_of_2019(name: str, stated: str) -> None:
    assert days(plan_of("september", date(2019, 9, 2)), name) == stated


def test_the_strategy_warms_up_for_17_days_and_pushes_last_on_the_eve() -> None:
    plan = plan_of("september", date(2019, 9, 2), rhythm="strategy")
    assert days(plan, "preheat") == "08-16..09-01"
    waves = [item.start for item in plan.items if item.card.task == "push-waves"]
    assert len(waves) == 4
    assert waves[-1] == datetime(2019, 9, 1, 20, tzinfo=BEIJING)
    assert {(opening(b, BEIJING).date() - opening(a, BEIJING).date()).days for a, b in pairwise(waves)} <= {4, 5}


@pytest.mark.parametrize(
    ("task", "hours"),
    [("window-north-america", "00:00-03:00"), ("window-asia", "09:00-12:00"), ("window-europe", "14:00-18:00")],
)
def test_the_hours_of_the_strategy_are_beijing_time(task: str, hours: str) -> None:
    plan = plan_of("september", date(2019, 9, 2))
    found = {
        f"{item.start.astimezone(BEIJING):%H:%M}-{item.end.astimezone(BEIJING):%H:%M}"
        for item in plan.items
        if item.card.task == task and isinstance(item.start, datetime) and isinstance(item.end, datetime)
    }
    assert found == {hours}


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("preheat-early", "10-08..10-31"),
        ("climax", "11-01..11-10"),
        ("burst", "11-11"),
        ("selling", "11-11"),
        ("after", "11-12.."),
        ("password-live", "11-05..11-10"),
        ("cash-in", "11-11"),
    ],
)
def test_the_double_11_of_the_guide_is_that_of_2017(name: str, stated: str) -> None:
    assert days(plan_of("double11", date(2017, 11, 11)), name) == stated


def test_the_search_password_opens_and_closes_at_the_hours_of_the_guide() -> None:
    plan = plan_of("double11", date(2017, 11, 11))
    (item,) = (item for item in plan.items if item.card.task == "password-live")
    assert (item.start, item.end) == (
        datetime(2017, 11, 5, tzinfo=BEIJING),
        datetime(2017, 11, 10, 21, tzinfo=BEIJING),
    )


def anchor_dates(name: str, event: date, **anchors: Stamp | None) -> dict[str, str]:
    """Each anchor as `10-21 20:00 official`; one that is not held this time is not there."""
    path = shipped.path(name)
    assert path is not None
    plan = expand(load(path).playbook, Options(event, anchors))
    return {anchor.id: f"{_short(anchor.at)} {anchor.origin}" for anchor in plan.anchors}


def _short(at: Stamp) -> str:
    return f"{at.astimezone(BEIJING):%m-%d %H:%M}" if isinstance(at, datetime) else f"{at:%m-%d}"


PRESALE_TO_END = ("presale", "wave-one", "final-payment", "wave-two", "ends")


@pytest.mark.parametrize(
    ("year", "dates"),
    [
        (2016, ("10-21 00:00 official", None, "11-11 01:00 official", None, "11-11 assumed")),
        (2017, ("10-14 20:00 assumed", None, None, None, "11-11 official")),
        (2018, ("10-20 00:00 official", None, None, None, "11-11 official")),
        (2019, ("10-21 official", None, None, None, "11-11 official")),
        (2020, ("10-21 00:00 official", "11-01 00:00 official", "11-01 00:30 official", None, "11-11 assumed")),
        (2021, ("10-20 20:00 official", "11-01 00:00 official", "11-01 00:30 official", None, "11-11 assumed")),
        (2022, ("10-24 20:00 official", "10-31 20:00 official", "10-31 20:00 official", None, "11-11 assumed")),
        (2023, ("10-24 20:00 official", "10-31 20:00 assumed", "10-31 official", None, "11-11 assumed")),
        (
            2024,
            (
                "10-14 20:00 official", "10-21 20:00 official", "10-21 20:00 official", "10-31 20:00 official",
                "11-11 official",
            ),
        ),
        (
            2025,
            (
                "10-15 20:00 official", "10-20 20:00 official", "10-20 20:00 official", "10-31 20:00 assumed",
                "11-14 official",
            ),
        ),
        *(
            (
                year,
                (
                    "10-14 20:00 assumed", "10-21 20:00 assumed", "10-21 20:00 assumed", "10-31 20:00 assumed",
                    "11-11 assumed",
                ),
            )
            for year in (2026, 2027)
        ),
    ],
)  # fmt: skip
def test_double_11_has_the_rhythm_of_its_year(year: int, dates: tuple[str | None, ...]) -> None:
    found = anchor_dates("double11", date(year, 11, 11))
    assert tuple(found.get(name) for name in PRESALE_TO_END) == dates


@pytest.mark.parametrize(
    ("task", "in_2017", "in_2024", "in_2025"),
    [
        ("purchase-orders", "09-15", "08-27", "08-26"),
        ("goods-arrive", "10-17..10-22", "09-26..10-01", "09-25..09-30"),
        ("stock-count", "10-29..10-31", "10-08..10-10", "10-07..10-09"),
        ("coupon-setup", "10-29..10-31", "10-08..10-10", "10-07..10-09"),
        ("price-lock", "10-30..10-31", "10-09..10-10", "10-08..10-09"),
        ("rota-publish", "11-03", "10-13", "10-12"),
        ("price-protection", "11-11..11-26", "10-21..11-26", "10-20..11-29"),
        ("returns-summary", "11-25..11-26", "11-25..11-26", "11-28..11-29"),
        ("team-reward", "12-06..12-09", "12-06..12-09", "12-09..12-12"),
    ],
)
def test_preparation_counts_back_from_the_first_sale_and_what_follows_from_the_end(
    task: str, in_2017: str, in_2024: str, in_2025: str
) -> None:
    found = [days(plan_of("double11", date(year, 11, 11)), task) for year in (2017, 2024, 2025)]
    assert found == [in_2017, in_2024, in_2025]


@pytest.mark.parametrize(("supply", "ordered"), [(15, "08-27"), (30, "08-27"), (45, "08-12"), (60, "07-26")])
def test_the_first_order_is_counted_back_by_what_supply_takes(supply: int, ordered: str) -> None:
    assert days(plan_of("double11", date(2024, 11, 11), supply_days=supply), "purchase-orders") == ordered


BY_HAND: list[dict[str, Stamp | None]] = [
    {"presale": presale, "wave-one": first, "final-payment": first, "ends": end}
    for presale in (None, *(datetime(2027, 10, day, 20, tzinfo=BEIJING) for day in (9, 12, 15, 20, 24)))
    for first in (
        None,
        *(datetime(2027, *day, 20, tzinfo=BEIJING) for day in ((10, 16), (10, 20), (10, 25), (10, 31), (11, 3))),
    )
    for end in (date(2027, 11, 11), date(2027, 11, 14))
]


@pytest.mark.parametrize("anchors", BY_HAND, ids=str)
def test_whatever_the_rhythm_nothing_is_prepared_after_what_needs_it_without_a_word(
    anchors: dict[str, Stamp | None],
) -> None:
    """A need that ends after the task that waits for it is named, whichever anchors are entered by hand."""
    path = shipped.path("double11")
    assert path is not None
    playbook = load(path).playbook
    plan = expand(playbook, Options(date(2027, 11, 11), anchors))
    presale, balance = anchors["presale"], anchors["final-payment"]
    absurd = presale and balance and balance < presale  # balances before deposits: refused by name, at the phase
    faults = [problem.args["name"] for problem in plan.problems if is_error(problem)]
    assert faults == (["deposits"] if absurd else [])
    named = {
        (problem.args["name"], problem.args["need"])
        for problem in strays(playbook, plan)
        if problem.code == "stray-early"
    }
    last = {item.card.task: item for item in plan.items}
    late = set()
    for item in plan.items:
        for need in item.card.needs:
            if need in last and last[need].last_day(plan.zone) > item.first_day(plan.zone):
                late.add((item.card.task, need))
    assert late == {(name.split("@")[0], need) for name, need in named}
    goods = {"goods-arrive", "stock-count", "pre-pack", "offers-setup", "coupon-setup", "price-lock", "rota-publish"}
    assert not [pair for pair in late if pair[1] in goods]


@pytest.mark.parametrize(
    ("year", "presale", "first", "second"),
    [
        (2019, None, "06-01 official", None),
        (2020, "05-25 00:00 official", "06-01 00:00 official", "06-16 official"),
        (2021, "05-24 20:00 official", "06-01 official", None),
        (2022, "05-26 official", "05-31 20:00 official", None),
        (2023, "05-26 official", "05-31 official", None),
        (2024, None, "05-20 20:00 official", "05-31 20:00 official"),
        (2025, "05-13 20:00 official", "05-16 20:00 official", "05-28 official"),
        (2026, "05-13 20:00 assumed", "05-21 official", "05-31 20:00 assumed"),
        (2027, "05-13 20:00 assumed", "05-16 20:00 assumed", "05-31 20:00 assumed"),
    ],
)
def test_618_has_the_rhythm_of_its_year(year: int, presale: str | None, first: str, second: str | None) -> None:
    found = anchor_dates("618", date(year, 6, 18))
    assert [found.get(name) for name in ("presale", "wave-one", "wave-two")] == [presale, first, second]


@pytest.mark.parametrize(("year", "day"), [(2018, 4), (2019, 2), (2020, 1), (2022, 1), (2026, 1), (2027, 1)])
def test_the_september_festival_opens_on_the_day_of_its_year(year: int, day: int) -> None:
    path = shipped.path("september")
    assert path is not None
    assert usual_day(load(path).playbook, year) == date(year, 9, day)


@pytest.mark.parametrize(
    ("day", "messages", "ads"), [(2, 2900, 18_700), (1, 3000, 19_200), (4, 2700, 17_700), (10, 2100, 14_700)]
)
def test_september_s_quantities_follow_its_days(day: int, messages: int, ads: int) -> None:
    figures = {figure.id: figure.value for figure in plan_of("september", date(2024, 9, day)).figures}
    assert (figures["onsite_total"], figures["ads_burst_low"]) == (messages, ads)
