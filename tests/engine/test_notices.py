"""Public notices of seven kinds, said with the forms of the format: windows, cases, hours, several choices."""

from typing import Any

import pytest
from small_books import anchor, book, items, plan_of, window

from promoplan.model.playbook import Playbook


def at_date(playbook: Playbook, **chosen: Any) -> list[str]:
    return items(plan_of(playbook, playbook.event.reference, inputs=chosen))


def event(reference: str, usual: str | None = None) -> dict[str, Any]:
    return {"title": "The day", "reference": reference, **({"date": usual} if usual else {})}


def test_a_sale_in_pacific_time_watched_from_beijing() -> None:
    found = book(
        ["night: D 00:00 for 4h"],
        ["all: D-14..D+1"],
        event=event("2021-11-11", "11-11"),
        zone="America/Los_Angeles",
        anchors={"sale": anchor("D 00:00..D+1 23:59:59"), "warm-up": anchor("D-14 00:00")},
    )
    plan = plan_of(found, found.event.reference)
    assert [window(a.at, a.last) for a in plan.anchors] == [
        "2021-10-28 00:00:00-07:00",
        "2021-11-11 00:00:00-08:00..2021-11-12 23:59:59-08:00",
    ]
    assert items(plan) == ["night 2021-11-11 00:00:00-08:00..2021-11-11 04:00:00-08:00"]


def test_black_friday_is_the_day_after_the_fourth_thursday() -> None:
    tasks = ["cyber-monday: mon after D", "forecast: D-12w", "returns: D+2mo"]
    found = book(tasks, ["all: D-12w..D+3mo"], event=event("2024-11-29", "4th thu of 11 +1d"))
    assert at_date(found) == ["forecast 2024-09-06", "cyber-monday 2024-12-02", "returns 2025-01-29"]


@pytest.mark.parametrize(
    ("tier", "kickoff"),
    [("t1", "2025-12-18..2025-12-24"), ("t2", "2026-01-29..2026-02-04"), ("t3", "2026-02-26..2026-03-04")],
)
def test_a_launch_begins_by_its_tier(tier: str, kickoff: str) -> None:
    cases = [{"if": "tier == t1", "then": "D-12w for 1w"}, {"if": "tier == t2", "then": "D-6w for 1w"}, "D-2w for 1w"]
    tiers = {"type": "choice", "title": "Tier", "default": "t1", "choices": {"t1": "1", "t2": "2", "t3": "3"}}
    found = book(["brief: kickoff"], [("kickoff", cases)], event=event("2026-03-12"), inputs={"tier": tiers})
    assert at_date(found, tier=tier) == [f"brief {kickoff}"]


@pytest.mark.parametrize(
    ("site", "found"),
    [
        (("us",), ["us 2023-04-11"]),
        (("us", "jp"), ["us 2023-04-11", "jp 2023-05-16"]),
        (("jp", "eu"), ["jp 2023-05-16", "eu 2023-05-16"]),
    ],
)
def test_two_marketplaces_at_once(site: tuple[str, ...], found: list[str]) -> None:
    sites = {"type": "choices", "title": "Sites", "default": "us", "choices": {"us": "US", "jp": "JP", "eu": "EU"}}
    known = {"us": ("D-90", "2023-04-12"), "jp": ("D-55", "2023-05-17"), "eu": ("D-55", "2023-05-17")}
    deals = {
        f"deal-{name}": anchor(at, **{"if": f"site == {name}"}, official=[{"year": 2023, "at": day, "source": "page"}])
        for name, (at, day) in known.items()
    }
    tasks = [f"{name}: before deal-{name}" for name in known]
    prime = book(
        tasks, ["all: D-120..D"], event=event("2023-07-11", "2nd tue of 7"), inputs={"site": sites}, anchors=deals
    )
    assert at_date(prime, site=site) == found


@pytest.mark.parametrize(
    ("category", "found"),
    [
        ("home", "2018-06-07 00:00:00+08:00..2018-06-17 23:59:59+08:00"),
        ("fresh", "2018-06-05 00:00:00+08:00..2018-06-15 23:59:59+08:00"),
        ("kitchen", "2018-06-01 00:00:00+08:00..2018-06-17 23:59:59+08:00"),
    ],
)
def test_each_category_has_its_own_window_of_deposits(category: str, found: str) -> None:
    cases = [
        {"if": "category == home", "then": "D-11 00:00..D-1 23:59:59"},
        {"if": "category == fresh", "then": "D-13 00:00..D-3 23:59:59"},
        "D-17 00:00..D-1 23:59:59",
    ]
    kinds = {"home": "Home", "fresh": "Fresh", "kitchen": "Kitchen"}
    asked = {"category": {"type": "choice", "title": "Category", "default": "home", "choices": kinds}}
    deposit = {"title": "Deposits", "at": cases}
    sale = book(["watch: deposit"], event=event("2018-06-18", "06-18"), inputs=asked, anchors={"deposit": deposit})
    assert at_date(sale, category=category) == [f"watch {found}"]


def test_three_waves_with_windows_as_they_were_announced() -> None:
    def notice(at: str) -> list[dict[str, Any]]:
        return [{"year": 2020, "at": at, "source": "notice"}]

    anchors = {
        "deposit": anchor("D-24 00:00..D-18 22:00", official=notice("2020-05-25 00:00..2020-05-31 22:00")),
        "balance": anchor("D-17 01:00..D-15 23:59:59", official=notice("2020-06-01 01:00..2020-06-03 23:59:59")),
    }
    tasks = ["watch: deposit", "no-balance-yet: D-17 00:00..balance.start", "remind: balance"]
    sale = book(tasks, ["warm: D-24..D", "quiet: D-5..D-3"], event=event("2020-06-18", "06-18"), anchors=anchors)
    assert at_date(sale) == [
        "watch 2020-05-25 00:00:00+08:00..2020-05-31 22:00:00+08:00",
        "no-balance-yet 2020-06-01 00:00:00+08:00..2020-06-01 01:00:00+08:00",
        "remind 2020-06-01 01:00:00+08:00..2020-06-03 23:59:59+08:00",
    ]


def test_the_rhythm_of_a_platform_s_weeks_and_months() -> None:
    tasks: list[Any] = [
        "drop: thu before D 10:00",
        "settle: month.end+5d",
        ("report", {"every": "10th, 20th", "in": "month"}),
        "live: D-1 20:00..02:00",
        "first-hours: D 00:00 for 4h",
    ]
    assert at_date(book(tasks, ["all: D-40..D+20"], event=event("2024-06-18"))) == [
        "report@m1-10th 2024-06-10",
        "drop 2024-06-13 10:00:00+08:00",
        "live 2024-06-17 20:00:00+08:00..2024-06-18 02:00:00+08:00",
        "first-hours 2024-06-18 00:00:00+08:00..2024-06-18 04:00:00+08:00",
        "report@m1-20th 2024-06-20",
        "settle 2024-07-05",
    ]
