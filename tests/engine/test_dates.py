"""What rules may ask while a plan is being dated."""

from datetime import date
from typing import Any

import pytest
from small_books import DOUBLE_11, SHANGHAI, anchor, at, book

from promoplan.engine.dates import Calendar, Owner, Part, parts
from promoplan.model.options import Options
from promoplan.model.playbook import Playbook
from promoplan.rules.base import Missing, NoDate, Slot
from promoplan.rules.stamp import Reach
from promoplan.workdays import WEEKENDS

BOOK = book(
    ["faq: D-3", {"id": "ads", "phase": "surge", "when": "D-2", "if": "budget >= 500"}],
    ["preheat: D-34..D-11", {"id": "surge", "when": "D-10..D-1", "in": "preheat", "if": "presale"}],
    anchors={"presale": anchor("D-28", optional=True)},
)


def calendar(playbook: Playbook = BOOK, event: date = DOUBLE_11, **more: Any) -> Calendar:
    return Calendar(playbook, Options(event), SHANGHAI, WEEKENDS, more.pop("inputs", {}), **more)


def reached(*slots: Slot) -> Reach:
    found = calendar()
    found.remember("faq", list(slots))
    return found.reach("faq")


def test_everything_that_gets_dates_is_a_part_in_the_order_of_the_file() -> None:
    assert [(p.id, p.kind, p.path, p.inside, p.condition) for p in parts(BOOK)] == [
        ("presale", "anchor", ("anchors", "presale", "at"), None, None),
        ("preheat", "phase", ("phases", 0, "when"), None, None),
        ("surge", "phase", ("phases", 1, "when"), "preheat", "presale"),
        ("faq", "task", ("tasks", 0, "when"), "preheat", None),
        ("ads", "task", ("tasks", 1, "when"), "surge", "budget >= 500"),
    ]


@pytest.mark.parametrize(
    ("event", "month"),
    [
        (date(2024, 2, 10), Reach(date(2024, 2, 1), date(2024, 2, 29))),
        (date(2023, 2, 28), Reach(date(2023, 2, 1), date(2023, 2, 28))),
        (date(2024, 12, 31), Reach(date(2024, 12, 1), date(2024, 12, 31))),
    ],
)
def test_the_event_and_its_month_are_always_known(event: date, month: Reach) -> None:
    assert calendar(event=event).reach("D") == Reach(event, event)
    assert calendar(event=event).reach("month") == month


def test_a_name_without_dates_is_unknown_and_one_that_is_left_out_missing() -> None:
    with pytest.raises(NoDate) as caught:
        calendar().reach("faq")
    assert (caught.value.code, caught.value.args_of) == ("unknown-anchor", {"name": "faq"})
    with pytest.raises(Missing, match="faq"):
        calendar(missing={"faq"}).reach("faq")


def test_a_reach_runs_from_the_first_start_to_the_last_end() -> None:
    slots = [Slot("d2", at("2024-11-04"), at("2024-11-06")), Slot("d1", at("2024-11-02"), at("2024-11-03"))]
    assert reached(*slots) == Reach(at("2024-11-02"), at("2024-11-06"))


def test_days_and_moments_are_compared_on_the_plan_s_clock() -> None:
    day, evening = (
        Slot("w1", at("2024-11-10"), at("2024-11-10")),
        Slot("w2", at("2024-11-10 20:00"), at("2024-11-10 20:00")),
    )
    assert reached(evening, day) == Reach(at("2024-11-10"), at("2024-11-10"))


def test_a_reach_is_open_when_one_of_its_slots_is() -> None:
    assert reached(Slot("a", at("2024-11-04"), None), Slot("b", at("2024-11-02"), at("2024-11-30"))) == Reach(
        at("2024-11-02"), None
    )


def test_conditions_see_inputs_and_the_anchors_that_are_held() -> None:
    asked = calendar(inputs={"budget": 500.0}, reaches={"presale": Reach(DOUBLE_11, DOUBLE_11)})
    assert asked.holds("budget >= 500 and presale")
    assert not calendar(inputs={"budget": 500.0}).holds("presale")
    assert calendar().holds(None)


def test_an_owner_knows_the_phase_of_its_part() -> None:
    surge = Reach(at("2024-11-01"), at("2024-11-10"))
    known = calendar(reaches={"surge": surge})
    *_, ads = parts(BOOK)
    preheat = list(parts(BOOK))[1]
    assert Owner(known, ads).home() == surge
    assert Owner(known, preheat).home() == Reach(DOUBLE_11, DOUBLE_11)


def test_an_owner_answers_for_the_whole_calendar() -> None:
    owner = Owner(calendar(), next(parts(BOOK)))
    assert (owner.zone, owner.workdays, owner.event) == (SHANGHAI, WEEKENDS, DOUBLE_11)
    assert owner.reach("D") == Reach(DOUBLE_11, DOUBLE_11)
    assert not owner.holds("presale")


def test_a_warning_names_its_part() -> None:
    known = calendar()
    faq = Part("faq", "task", BOOK.tasks[0], ("tasks", 0, "when"))
    Owner(known, faq).warn("waves-do-not-fit", waves="3-4", fit=2)
    [problem] = known.problems
    assert (problem.code, dict(problem.args), problem.path) == (
        "waves-do-not-fit", {"name": "faq", "waves": "3-4", "fit": 2}, ("tasks", 0, "when"),
    )  # fmt: skip
