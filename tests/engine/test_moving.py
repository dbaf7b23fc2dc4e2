"""Two states of a plan compared: what moves, what stays though its rule moves, what comes and goes."""

from datetime import date, timedelta
from typing import Any

import pytest
from small_books import DOUBLE_11, anchor, at, book, plan_of

from promoplan.engine.moving import Change, Comparison, Version, compare
from promoplan.engine.placing import placed
from promoplan.model.playbook import Playbook
from promoplan.model.progress import Progress, State
from promoplan.rules.stamp import Reach
from promoplan.workdays import WEEKENDS

PLAYBOOK = book(
    ["poster: D-20..D-18", "call: D-1 20:00", "remind: presale+1h", ("push", {"waves": 3, "gap": "3d", "last": "D-1"})],
    anchors={"presale": anchor("D-28 20:00", optional=True)},
)
LATER = DOUBLE_11 + timedelta(days=3)
DONE = Progress(states={"poster": State("done", start="2024-10-22", end="2024-10-24")})


def version(playbook: Playbook, event: date, progress: Progress | None = None, **options: Any) -> Version:
    raw = plan_of(playbook, event, workdays=WEEKENDS, **options)
    return Version(raw, placed(raw, progress or Progress(), {}))


def moved(progress: Progress | None = None, event: date = LATER, **options: Any) -> Comparison:
    return compare(version(PLAYBOOK, DOUBLE_11, progress), version(PLAYBOOK, event, progress, **options))


def told(found: Comparison) -> list[str]:
    """`moved poster +3`: what happens to each item, in the order of the plan."""
    return [f"{change.kind} {change.item.id} {_days(change)}".rstrip() for change in found.changes]


def _days(change: Change) -> str:
    shift = change.shift()
    return f"{shift.days:+d}" if shift is not None else ""


def test_everything_that_hangs_on_the_event_moves_with_it() -> None:
    found = moved()
    assert told(found) == [
        "moved remind +3", "moved poster +3", "moved push@w1 +3", "moved push@w2 +3", "moved push@w3 +3",
        "moved call +3",
    ]  # fmt: skip
    assert found.of("moved")[1].was == Reach(at("2024-10-22"), at("2024-10-24"))
    assert found.of("moved")[1].now == Reach(at("2024-10-25"), at("2024-10-27"))
    assert found.dropped() == {}


def test_only_what_hangs_on_a_moved_anchor_moves() -> None:
    found = moved(event=DOUBLE_11, anchors={"presale": at("2024-10-13 20:00")})
    assert told(found) == ["moved remind -1"]
    assert [(a.id, a.was, a.now) for a in found.anchors] == [
        ("presale", Reach(*[at("2024-10-14 20:00")] * 2), Reach(*[at("2024-10-13 20:00")] * 2))
    ]


def test_what_is_closed_or_pinned_stays_and_is_counted() -> None:
    skipped = State("skipped", start="2024-11-10T20:00:00+08:00", end="2024-11-10T20:00:00+08:00")
    states = {**DONE.states, "call": skipped}
    pins = {"remind": {"start": "2024-10-14T21:00:00+08:00", "end": "2024-10-14T21:00:00+08:00"}}
    found = moved(Progress(states=states, pins=pins))
    assert told(found) == [
        "pinned remind +0", "done poster +0", "moved push@w1 +3", "moved push@w2 +3", "skipped call +0",
        "moved push@w3 +3",
    ]  # fmt: skip


def test_an_item_that_nothing_moves_is_not_told_of_even_when_it_is_done() -> None:
    assert told(moved(DONE, event=DOUBLE_11, anchors={"presale": at("2024-10-13 20:00")})) == ["moved remind -1"]


def test_a_dropped_anchor_takes_its_items_out_and_the_log_keeps_what_a_calendar_needs() -> None:
    found = moved(event=DOUBLE_11, anchors={"presale": None})
    assert told(found) == ["dropped remind"]
    assert found.dropped() == {
        "remind": {
            "start": "2024-10-14T21:00:00+08:00",
            "end": "2024-10-14T21:00:00+08:00",
            "title": {"zh": "Remind", "en": "Remind"},
            "roles": ["ops"],
            "phase": "preheat",
        },
        "anchor.presale": {
            "start": "2024-10-14T20:00:00+08:00",
            "end": "2024-10-14T20:00:00+08:00",
            "title": {"zh": "D-28 20:00", "en": "D-28 20:00"},
        },
    }


def test_an_anchor_that_comes_back_brings_its_items() -> None:
    without = version(PLAYBOOK, DOUBLE_11, anchors={"presale": None})
    found = compare(without, version(PLAYBOOK, DOUBLE_11))
    assert told(found) == ["new remind"]


def test_no_move_changes_nothing() -> None:
    found = moved(DONE, event=DOUBLE_11)
    assert (found.changes, found.anchors, found.dropped(), found.is_empty()) == ((), (), {}, True)
    assert not moved().is_empty()


@pytest.mark.parametrize(
    ("today", "late"),
    [
        (date(2024, 10, 20), []),
        (date(2024, 10, 22), ["poster"]),
        (date(2024, 10, 24), ["poster"]),
        (date(2024, 10, 25), []),  # it was late before
    ],
)
def test_newly_overdue_is_what_was_still_in_time(today: date, late: list[str]) -> None:
    only = book(["poster: D-20..D-18"])
    found = compare(version(only, DOUBLE_11), version(only, DOUBLE_11 - timedelta(days=3)))
    assert [item.id for item in found.newly_overdue(today)] == late


def test_a_rule_of_the_day_is_never_overdue() -> None:
    rule = book([{"id": "reply", "when": "D-20..D-18", "kind": "standing", "trigger": "Asked", "within": "1h"}])
    found = compare(version(rule, DOUBLE_11), version(rule, DOUBLE_11 - timedelta(days=9)))
    assert found.newly_overdue(date(2024, 10, 22)) == []


@pytest.mark.parametrize(
    ("was", "now", "shift"),
    [
        (("2024-10-22", "2024-10-24"), ("2024-10-22", "2024-10-26"), timedelta(days=2)),
        (("2024-10-22", "2024-10-24"), ("2024-10-20", "2024-10-24"), timedelta(days=-2)),
        (("2021-10-21 00:00", "2021-10-21 00:00"), ("2021-10-20 20:00", "2021-10-20 20:00"), timedelta(days=-1)),
        (("2024-10-14 20:00", "2024-10-14 20:00"), ("2024-10-14 21:30", "2024-10-14 21:30"), timedelta(hours=1.5)),
        (("2024-10-14", "2024-10-14"), ("2024-10-15 20:00", "2024-10-15 20:00"), timedelta(days=1)),
    ],
)
def test_the_distance_is_in_days_of_the_calendar(was: tuple[str, str], now: tuple[str, str], shift: timedelta) -> None:
    item = plan_of(PLAYBOOK).items[0]
    change = Change("moved", item, Reach(*map(at, was)), Reach(*map(at, now)))
    assert change.shift() == shift
