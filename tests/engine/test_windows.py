"""Anchors that last: by rule, by case, as announced, as set by hand; and how long a span is in a formula."""

from datetime import date
from typing import Any

import pytest
from small_books import anchor, at, book, dropped, items, plan_of, problems, window

from promoplan.engine.checks import check
from promoplan.model.playbook import Playbook
from promoplan.rules.stamp import Reach

DEPOSIT = anchor("D-24 00:00..D-18 22:00")
TASKS = ("watch: deposit", "count: deposit.end+1h", "eve: before deposit")


def windowed(tasks: Any = TASKS, **changes: Any) -> Playbook:
    return book(
        tasks,
        anchors={"deposit": {**DEPOSIT, **changes}},
        event={"title": "618", "reference": "2020-06-18", "date": "06-18"},
    )


def held(playbook: Playbook, event: date, **options: Any) -> list[tuple[str, str]]:
    return [(window(a.at, a.last), a.origin) for a in plan_of(playbook, event, **options).anchors]


@pytest.mark.parametrize(
    ("event", "watch", "count", "eve"),
    [
        (
            date(2020, 6, 18),
            "2020-05-25 00:00:00+08:00..2020-05-31 22:00:00+08:00",
            "2020-05-31 23:00:00+08:00",
            "2020-05-24",
        ),
        (
            date(2021, 1, 20),
            "2020-12-27 00:00:00+08:00..2021-01-02 22:00:00+08:00",
            "2021-01-02 23:00:00+08:00",
            "2020-12-26",
        ),
    ],
)
def test_what_hangs_on_a_window_hangs_on_its_ends(event: date, watch: str, count: str, eve: str) -> None:
    assert items(plan_of(windowed(), event)) == [f"eve {eve}", f"watch {watch}", f"count {count}"]


@pytest.mark.parametrize(
    ("official", "found"),
    [
        ("2020-05-25 00:00..2020-05-31 22:00", "2020-05-25 00:00:00+08:00..2020-05-31 22:00:00+08:00"),
        ("2020-05-26 20:00..23:00", "2020-05-26 20:00:00+08:00..2020-05-26 23:00:00+08:00"),
        ("2020-05-25..2020-05-31", "2020-05-25..2020-05-31"),
        ("2020-05-26 01:00", "2020-05-26 01:00:00+08:00..2020-06-01 23:00:00+08:00"),
        ("2020-05-26", "2020-05-26..2020-06-01"),
    ],
)
def test_what_was_announced_is_a_pair_or_a_start_with_the_usual_length(official: str, found: str) -> None:
    playbook = windowed(official=[{"year": 2020, "at": official, "source": "notice"}])
    assert held(playbook, date(2020, 6, 18)) == [(found, "official")]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (at("2020-05-20 10:00"), "2020-05-20 10:00:00+08:00..2020-05-27 08:00:00+08:00"),
        (Reach(at("2020-05-20"), at("2020-05-22")), "2020-05-20..2020-05-22"),
    ],
)
def test_what_is_set_by_hand_wins(given: Any, found: str) -> None:
    assert held(windowed(), date(2020, 6, 18), anchors={"deposit": given}) == [(found, "given")]


def test_a_window_of_days_that_is_set_to_an_hour_ends_with_its_last_day() -> None:
    playbook = windowed(at="D-24..D-18")
    found = held(playbook, date(2020, 6, 18), anchors={"deposit": at("2020-05-20 10:00")})
    assert found == [("2020-05-20 10:00:00+08:00..2020-05-26 23:59:59+08:00", "given")]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, "2020-06-01 00:00:00+08:00..2020-06-17 23:59:59+08:00"),
        ({"category": "home"}, "2020-06-07 00:00:00+08:00..2020-06-17 23:59:59+08:00"),
        ({"category": "fresh"}, "2020-06-05 00:00:00+08:00..2020-06-15 23:59:59+08:00"),
    ],
)
def test_the_first_case_that_holds_dates_an_anchor(chosen: dict[str, Any], found: str) -> None:
    cases = [
        {"if": "category == home", "then": "D-11 00:00..D-1 23:59:59"},
        {"if": "category == fresh", "then": "D-13 00:00..D-3 23:59:59"},
        "D-17 00:00..D-1 23:59:59",
    ]
    choices = {"home": "Home", "fresh": "Fresh", "kitchen": "Kitchen"}
    asked = {"category": {"type": "choice", "title": "Category", "default": "kitchen", "choices": choices}}
    playbook = book(["watch: deposit"], anchors={"deposit": {"title": "Deposits", "at": cases}}, inputs=asked)
    assert held(playbook, date(2020, 6, 18), inputs=chosen) == [(found, "assumed")]
    assert problems(plan_of(playbook, date(2020, 6, 18), inputs=chosen)) == []


def test_a_case_may_ask_for_another_anchor_wherever_that_stands() -> None:
    late = {"title": "Late", "at": [{"if": "early", "then": "early+3d"}, "D-9"]}
    playbook = book(["go: late"], anchors={"late": late, "early": anchor("D-30", optional=True)})
    assert items(plan_of(playbook)) == ["go 2024-10-15"]
    assert items(plan_of(playbook, anchors={"early": None})) == ["go 2024-11-02"]


def test_faults_stand_at_their_place() -> None:
    cases = [{"if": "nobody", "then": "D-3"}, "preheat.start"]
    playbook = book(["bare: deposit-3d"], anchors={"deposit": DEPOSIT, "odd": {"title": "Odd", "at": cases}})
    assert {(each.code, each.path) for each in check(playbook)} == {
        ("needs-edge", ("tasks", 0, "when")),
        ("unknown-input", ("anchors", "odd", "at", 0, "if")),
        ("anchor-base", ("anchors", "odd", "at")),
        ("empty-phase", ("phases", 1, "id")),
        ("empty-phase", ("phases", 2, "id")),
        ("empty-phase", ("phases", 3, "id")),
    }


def test_an_anchor_has_an_end() -> None:
    assert problems(plan_of(windowed(at="D-24 00:00.."), date(2020, 6, 18)))[0] == ("open-end", {"name": "deposit"})


SIZES = {"total": "days(preheat) * 100 + days(surge) + days(deposit)"}


@pytest.mark.parametrize(("anchors", "total"), [({}, 2400 + 10 + 7), ({"deposit": None}, 2400 + 10)])
def test_a_formula_may_ask_how_many_days_a_span_has(anchors: dict[str, Any], total: float) -> None:
    figures = {name: {"title": name, "formula": text} for name, text in SIZES.items()}
    playbook = book(anchors={"deposit": {**DEPOSIT, "optional": True}}, figures=figures)
    [figure] = plan_of(playbook, anchors=anchors).figures
    assert figure.value == total


def test_a_span_without_an_end_has_no_length() -> None:
    playbook = book(figures={"total": {"title": "T", "formula": "days(after-sale)"}})
    [(code, args)] = problems(plan_of(playbook))
    assert (code, args["name"], args["detail"].en) == (
        "no-figure",
        "total",
        "days(after-sale) has a span without an end",
    )


def test_the_length_of_what_is_not_there_is_a_fault() -> None:
    playbook = book(
        [{"id": "t", "when": "D", "amounts": [{"title": "A", "value": "2 * days(pre-heat)"}]}],
        phases=["preheat: D-9..D"],
        figures={"total": {"title": "T", "formula": "days(perheat)"}},
    )
    assert [(each.code, each.path, each.offset) for each in check(playbook)] == [
        ("unknown-anchor", ("figures", "total", "formula"), 5),
        ("unknown-anchor", ("tasks", 0, "amounts", 0, "value"), 9),
    ]


def test_quantities_and_peaks_may_have_a_condition() -> None:
    peaks = [{"in": "D", "hours": ["00:00-02:00"], "if": "live"}, {"in": "D", "hours": ["20:00-22:00"]}]
    task = {
        "id": "duty",
        "when": {"rota": ["A"], "shift": "24h", "in": "D", "peaks": peaks},
        "amounts": [{"title": "Hosts", "value": 2, "if": "live"}, {"title": "Desks", "value": 1}],
    }
    playbook = book([task], inputs={"live": {"type": "flag", "title": "Live", "default": "no"}})
    usual, live = plan_of(playbook), plan_of(playbook, inputs={"live": True})
    assert [item.id for item in usual.items] == ["duty@s1", "duty@p2-1"]
    assert [item.id for item in live.items] == ["duty@p1", "duty@s1", "duty@p2-1"]
    assert [[each.title.en for each in plan.items[0].amounts] for plan in (usual, live)] == [
        ["Desks"],
        ["Hosts", "Desks"],
    ]
    assert dropped(usual) == []
