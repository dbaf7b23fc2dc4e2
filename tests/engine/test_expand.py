"""A playbook and a date give a plan: what is dated, in which order, and what is left out."""

from datetime import date
from typing import Any

import pytest
from small_books import Entry, anchor, book, dropped, items, phases, plan_of, problems

from promoplan.model.plan import Dropped, PhaseSpan
from promoplan.rules.stamp import Step
from promoplan.text import Text
from promoplan.workdays import WEEKENDS, Workdays

PRESALE = anchor("D-28 20:00", optional=True)


def test_phases_and_tasks_get_their_dates() -> None:
    plan = plan_of(
        book(["poster: D-20..D-14", "faq: before surge", "call: D 20:00", {"id": "watch", "phase": "after-sale"}])
    )
    assert phases(plan) == [
        "preheat 2024-10-08..2024-10-31", "surge 2024-11-01..2024-11-10", "burst 2024-11-11", "after-sale 2024-11-12..",
    ]  # fmt: skip
    assert items(plan) == [
        "poster 2024-10-22..2024-10-28", "faq 2024-10-31", "call 2024-11-11 20:00:00+08:00", "watch 2024-11-12..",
    ]  # fmt: skip
    assert problems(plan) == []


def test_a_march_expo_on_pacific_time_shows_on_beijing_s_clock() -> None:
    expo = book(["stay: D"], ["expo: D 00:00..D+30 23:59:59 America/Los_Angeles"])
    assert phases(plan_of(expo, date(2022, 3, 1))) == ["expo 2022-03-01 16:00:00+08:00..2022-04-01 14:59:59+08:00"]


def test_the_same_expo_on_a_plan_of_pacific_time_keeps_its_own_clock() -> None:
    expo = book(["stay: D"], ["expo: D 00:00..D+30 23:59:59"], zone="America/Los_Angeles")
    assert phases(plan_of(expo, date(2022, 3, 1))) == ["expo 2022-03-01 00:00:00-08:00..2022-03-31 23:59:59-07:00"]


def test_the_month_of_the_event_is_a_span() -> None:
    september = book(["report: month.end"], ["month-long: month"])
    assert phases(plan_of(september, date(2024, 2, 10))) == ["month-long 2024-02-01..2024-02-29"]
    assert items(plan_of(september, date(2024, 12, 2))) == ["report 2024-12-31"]


@pytest.mark.parametrize(
    ("event", "start"),
    [
        (date(2024, 3, 1), "2024-01-27"),
        (date(2024, 2, 29), "2024-01-26"),
        (date(2025, 1, 10), "2024-12-07"),
        (date(2023, 3, 1), "2023-01-26"),
    ],
)
def test_dates_run_over_leap_days_and_year_ends(event: date, start: str) -> None:
    assert items(plan_of(book(["faq: D-34"]), event)) == [f"faq {start}"]


def test_working_days_know_national_day_and_its_make_up_days() -> None:
    plan = plan_of(book(["count: D-30wd", "pack: D-40"]))
    assert items(plan) == ["count 2024-09-25", "pack 2024-10-02"]


def test_rolling_takes_a_task_off_a_rest_day() -> None:
    rolled = [{"id": f"roll-{way}", "when": "D-40", "roll": way} for way in ("back", "none", "forward")]
    plan = plan_of(book(rolled))
    assert items(plan) == ["roll-back 2024-09-30", "roll-none 2024-10-02", "roll-forward 2024-10-08"]
    assert plan.items[0].steps[-1] == Step("roll", date(2024, 9, 30), ("back", date(2024, 10, 2)))


def test_what_follows_a_task_counts_from_where_it_was_rolled_to() -> None:
    chain = book([{"id": "brief", "when": "D-40", "roll": "forward"}, "draw: after brief +2d", "check: after draw"])
    assert items(plan_of(chain)) == ["brief 2024-10-08", "draw 2024-10-10", "check 2024-10-11"]


def test_tasks_may_follow_tasks_written_further_down() -> None:
    chain = book(["check: after draw +1wd", "draw: after brief +2h", "brief: D-3 18:00"])
    assert items(plan_of(chain)) == [
        "brief 2024-11-08 18:00:00+08:00", "draw 2024-11-08 20:00:00+08:00", "check 2024-11-11",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("after brief", "2024-11-09"),
        ("after brief +2d", "2024-11-10"),
        ("after brief +2wd", "2024-11-12"),
        ("after brief +2h", "2024-11-09 02:00:00+08:00"),
        ("before brief", "2024-11-05"),
        ("before brief -2d", "2024-11-04"),
        ("before brief -1wd", "2024-11-05"),
        ("before brief -2h", "2024-11-05 22:00:00+08:00"),
    ],
)
def test_before_and_after_a_task_in_days_working_days_and_hours(rule: str, start: str) -> None:
    plan = plan_of(book(["brief: D-5..D-3", f"next: {rule}"]))
    assert f"next {start}" in items(plan)


def test_after_a_repeat_is_after_its_last_day() -> None:
    plan = plan_of(book([("push", {"every": "mon, thu", "in": "surge"}), "count: after push", "plan: before push"]))
    assert items(plan) == ["plan 2024-11-03", "push@mon1 2024-11-04", "push@thu1 2024-11-07", "count 2024-11-08"]


def test_items_stand_in_the_order_of_time_and_then_of_the_file() -> None:
    plan = plan_of(book(["open: D..", "late: D 20:00", "long: D..D+3", "second: D", "moment: D 00:00", "first: D-1"]))
    assert items(plan) == [
        "first 2024-11-10", "moment 2024-11-11 00:00:00+08:00", "second 2024-11-11", "long 2024-11-11..2024-11-14",
        "open 2024-11-11..", "late 2024-11-11 20:00:00+08:00",
    ]  # fmt: skip


def test_a_task_without_a_rule_lasts_as_long_as_its_phase() -> None:
    [item] = plan_of(book(["watch"])).items
    assert (item.start, item.end) == (date(2024, 10, 8), date(2024, 10, 31))
    assert item.steps == (Step("phase", date(2024, 10, 8), ("preheat", date(2024, 10, 31))),)
    assert item.card.rule == "preheat"


def test_a_repeat_without_a_span_is_within_its_phase() -> None:
    plan = plan_of(book([{"id": "push", "when": {"every": "week"}, "phase": "surge"}]))
    assert items(plan) == ["push@d1 2024-11-01", "push@d8 2024-11-08"]


def test_a_sub_phase_keeps_the_phase_it_is_in() -> None:
    plan = plan_of(
        book(["any: D"], ["surge: D-10..D-1", {"id": "early", "when": "surge.start..surge.start+3d", "in": "surge"}])
    )
    assert plan.phases == (
        PhaseSpan("surge", Text.same("Surge"), date(2024, 11, 1), date(2024, 11, 10)),
        PhaseSpan("early", Text.same("Early"), date(2024, 11, 1), date(2024, 11, 4), inside="surge"),
    )


def test_an_item_carries_the_words_of_its_task() -> None:
    task = {
        "id": "faq", "when": "D-3", "title": {"zh": "话术", "en": "Scripts"},
        "roles": ["sales", "ops"], "needs": "brief",
        "tools": "Qianniu", "checklist": ["a", "b"], "why": "fast", "effort": "1d", "source": "book, 3",
    }  # fmt: skip
    [_, item] = plan_of(book(["brief: D-9", task])).items
    card = item.card
    assert (item.id, card.title, card.roles, card.needs) == (
        "faq",
        Text("话术", "Scripts"),
        ("sales", "ops"),
        ("brief",),
    )
    assert (card.tools, card.checklist) == ((Text.same("Qianniu"),), (Text.same("a"), Text.same("b")))
    assert (card.why, card.effort, card.source, card.rule) == (Text.same("fast"), "1d", ("book, 3",), "D-3")


def test_the_items_of_a_repeat_share_one_card() -> None:
    one, two = plan_of(book([{"id": "push", "when": {"every": "week", "in": "surge"}}])).items
    assert one.card is two.card


def test_an_optional_anchor_that_is_not_held_drops_what_hangs_on_it() -> None:
    playbook = book(
        [
            "pay: presale.start..presale.start+7d",
            "remind: after pay",
            {"id": "deposit", "phase": "deposits"},
            {"id": "bonus", "phase": "deposits", "when": "D"},
            "thank: after deposit",
            {"id": "only", "when": "D", "if": "presale"},
            {"id": "instead", "when": "D", "if": "not presale"},
            "other: D",
        ],
        ["preheat: D-34..D-11", "deposits: presale..D-11", {"id": "late", "when": "D-12..D-11", "in": "deposits"}],
        anchors={"presale": PRESALE, "final-payment": anchor("presale+14d", optional=True)},
    )
    plan = plan_of(playbook, anchors={"presale": None})
    assert items(plan) == ["instead 2024-11-11", "other 2024-11-11"]
    assert phases(plan) == ["preheat 2024-10-08..2024-10-31"]
    assert plan.anchors == ()
    assert problems(plan) == []
    assert [line.split(": ")[0] for line in dropped(plan)] == [
        "anchor presale", "anchor final-payment", "phase deposits", "phase late", "task pay", "task remind",
        "task deposit", "task bonus", "task thank", "task only",
    ]  # fmt: skip


def test_what_is_dropped_says_why() -> None:
    playbook = book(
        [
            "pay: presale.start+1d",
            "remind: after pay",
            {"id": "bonus", "phase": "deposits"},
            {"id": "own", "if": "shop"},
        ],
        [*("preheat: D-34..D-11", "deposits: presale..D-11")],
        anchors={"presale": PRESALE},
        inputs={"shop": {"type": "flag", "title": "Shop", "default": "no"}},
    )
    plan = plan_of(playbook, anchors={"presale": None})
    assert dropped(plan) == [
        "anchor presale: anchor presale", "phase deposits: anchor presale", "task pay: anchor presale",
        "task remind: anchor pay", "task bonus: phase deposits", "task own: condition shop",
    ]  # fmt: skip
    assert plan.dropped[2] == Dropped("pay", Text.same("Pay"), "task", "anchor", "presale")


def test_an_anchor_that_is_held_drops_nothing() -> None:
    playbook = book(["pay: presale", {"id": "only", "when": "D", "if": "presale"}], anchors={"presale": PRESALE})
    plan = plan_of(playbook)
    assert (items(plan), dropped(plan)) == (["pay 2024-10-14 20:00:00+08:00", "only 2024-11-11"], [])


def test_a_phase_whose_condition_is_false_drops_its_tasks_and_what_follows_them() -> None:
    playbook = book(
        [{"id": "ads", "phase": "paid", "when": "D-3"}, "count: after ads", "other: D"],
        ["preheat: D-34..D-11", {"id": "paid", "when": "D-10..D-1", "if": "budget >= 500"}],
        inputs={"budget": {"type": "money", "title": "Budget", "default": 100}},
    )
    assert dropped(plan_of(playbook)) == [
        "phase paid: condition budget >= 500",
        "task ads: phase paid",
        "task count: anchor ads",
    ]
    assert items(plan_of(playbook, inputs={"budget": 500.0})) == [
        "ads 2024-11-08",
        "count 2024-11-09",
        "other 2024-11-11",
    ]


@pytest.mark.parametrize(
    ("venue", "starts"),
    [
        ("rts", ["2024-10-25..2024-11-10"]),
        ("semi-custom", ["2024-11-04", "2024-11-11"]),
        ("none", ["2024-11-10 20:00:00+08:00"]),
    ],
)
def test_the_first_case_whose_condition_holds_gives_the_dates(venue: str, starts: list[str]) -> None:
    when: list[Any] = [
        {"if": "venue == rts", "then": "D-17..D-1"},
        {"if": "venue in [custom, semi-custom]", "then": {"every": "mon", "in": "D-10..D"}},
        "D-1 20:00",
    ]
    inputs = {
        "venue": {
            "type": "choice",
            "title": "Venue",
            "default": "none",
            "choices": dict.fromkeys(("rts", "semi-custom", "none"), "x"),
        }
    }
    plan = plan_of(book([("enrol", when)], inputs=inputs), inputs={"venue": venue})
    assert [line.split(maxsplit=1)[1] for line in items(plan)] == starts


def test_what_hangs_on_a_repeat_without_a_day_is_left_out_with_it() -> None:
    plan = plan_of(book([("push", {"every": "wed", "in": "D-1..D"}), "count: after push", "cheer: after count"]))
    assert (items(plan), problems(plan)) == ([], [])
    assert dropped(plan) == ["task count: anchor push", "task cheer: anchor count"]


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("D..D-3", ("ends-before-start", {"name": "bad", "start": date(2024, 11, 11), "end": date(2024, 11, 8)})),
        ("after nowhere", ("unknown-anchor", {"name": "nowhere"})),
        ("after after-sale", ("open-end", {"name": "after-sale"})),
        ({"every": "day", "in": "after-sale"}, ("open-end", {"name": "after-sale"})),
        ([{"if": "never", "then": "D"}], ("no-case", {"name": "bad"})),
    ],
)
def test_what_cannot_be_dated_is_a_problem_and_what_hangs_on_it_is_left_out(
    rule: Any, problem: tuple[str, dict[str, Any]]
) -> None:
    plan = plan_of(book([("bad", rule), "next: after bad", "other: D"]))
    assert items(plan) == ["other 2024-11-11"]
    assert problems(plan) == [problem]
    assert [found.path for found in plan.problems] == [("tasks", 0, "when")]
    assert dropped(plan) == ["task next: anchor bad"]


def test_a_date_beyond_the_calendar_is_a_problem() -> None:
    far = "+3660w"
    plan = plan_of(
        book([f"far: D{far}", f"further: after far {far}", f"furthest: after further {far}", "next: after furthest"])
    )
    assert [item.card.task for item in plan.items] == ["far", "further"]
    assert ("date-out-of-range", {"name": "furthest"}) in problems(plan)
    assert dropped(plan) == ["task next: anchor furthest"]


def test_a_phase_that_cannot_be_dated_takes_its_tasks_with_it() -> None:
    plan = plan_of(book(["any: D", {"id": "inner", "phase": "broken", "when": "D"}], ["fine: D", "broken: D..D-1"]))
    assert (items(plan), phases(plan)) == (["any 2024-11-11"], ["fine 2024-11-11"])
    assert [code for code, _ in problems(plan)] == ["ends-before-start"]
    assert dropped(plan) == ["task inner: phase broken"]


def test_waves_that_do_not_fit_are_planned_and_named() -> None:
    form = {"waves": "3-4", "gap": "4-5d", "last": "D-1", "in": "D-7..D-1"}
    plan = plan_of(book([("mail", form)]))
    assert items(plan) == ["mail@w1 2024-11-06", "mail@w2 2024-11-10"]
    args = {"name": "mail", "waves": "3-4", "gap": "4-5", "days": 7, "fit": 2}
    assert [(p.code, dict(p.args), p.path) for p in plan.problems] == [("waves-do-not-fit", args, ("tasks", 0, "when"))]


def test_a_rota_of_three_teams_covers_39_hours() -> None:
    form = {
        "rota": ["A", "B", "C"], "shift": "8h", "in": "D-1 09:00..D 24:00",
        "peaks": {"in": "D", "hours": ["00:00-02:00", "09:00-10:00"]},
    }  # fmt: skip
    plan = plan_of(book([("duty", form)]))
    assert [(item.id, item.label and item.label.en) for item in plan.items] == [
        ("duty@s1", "A"), ("duty@s2", "B"), ("duty@p1", "Peak, extra people"), ("duty@s3", "C"),
        ("duty@p2", "Peak, extra people"), ("duty@s4", "A"), ("duty@s5", "B"),
    ]  # fmt: skip
    assert {item.last_day(plan.zone) for item in plan.items} == {date(2024, 11, 10), date(2024, 11, 11)}


def test_a_standing_rule_is_an_item_of_its_kind() -> None:
    rule = {"id": "unpaid", "kind": "standing", "phase": "surge", "trigger": "Unpaid for an hour", "within": "1h"}
    [item] = plan_of(book([rule])).items
    assert (item.card.kind, item.card.trigger, item.card.within) == ("standing", Text.same("Unpaid for an hour"), "1h")
    assert (item.start, item.end) == (date(2024, 11, 1), date(2024, 11, 10))


def test_holidays_and_make_up_days_are_those_of_the_plan_and_a_week_around_it() -> None:
    plan = plan_of(book(["any: D"], ["short: 2024-10-12..2024-10-13"]), date(2024, 10, 12))
    assert list(plan.holidays) == [date(2024, 10, 5), date(2024, 10, 6), date(2024, 10, 7)]
    assert plan.makeup == {date(2024, 10, 12)}
    assert plan.is_rest(date(2024, 10, 13))
    assert not plan.is_rest(date(2024, 10, 12))


def test_a_team_s_own_days_are_the_plan_s() -> None:
    playbook = book(["count: D-1wd", {"id": "pack", "when": "D-3", "roll": "forward"}])
    plan = plan_of(playbook, off=frozenset({date(2024, 11, 8)}), work=frozenset({date(2024, 11, 9)}))
    assert items(plan) == ["count 2024-11-09", "pack 2024-11-09"]
    assert plan.holidays[date(2024, 11, 8)] == Text("休息日", "day off")
    assert plan.makeup == {date(2024, 10, 12), date(2024, 11, 9)}


def test_a_year_without_holiday_data_names_the_tasks_that_counted_on_it() -> None:
    tasks: list[Entry] = [
        "count: D-5wd",
        {"id": "pack", "when": "D-2", "roll": "forward"},
        ("push", {"every": "workday", "in": "D-1..D"}),
        "plain: D-3",
        {"id": "stays", "when": "D-4", "roll": "back"},
    ]
    plan = plan_of(book(tasks), date(2027, 11, 16))
    assert [(p.code, dict(p.args), p.severity) for p in plan.problems] == [
        ("unknown-year", {"years": "2027", "tasks": Text("Count、Pack、Push", "Count, Pack, Push")}, "warning")
    ]


def test_of_many_tasks_in_a_year_without_holiday_data_the_first_are_named() -> None:
    plan = plan_of(book([f"count-{name}: D-5wd" for name in "abcdefghij"]), date(2027, 11, 16))
    (problem,) = plan.problems
    assert problem.args["tasks"] == Text(
        "Count-A、Count-B、Count-C、Count-D 等 10 个任务", "Count-A, Count-B, Count-C, Count-D and 6 more tasks"
    )


def test_a_known_year_with_a_margin_into_an_unknown_one_warns_of_nothing() -> None:
    assert problems(plan_of(book(["any: D"], ["short: D"]), date(2026, 12, 31))) == []
    assert problems(plan_of(book(["any: D"], ["short: D"]), date(2027, 1, 1))) == [
        ("unknown-year-date", {"years": "2027"})
    ]


def test_working_days_counted_through_a_year_without_data_are_named_where_they_lead_out_of_it() -> None:
    plan = plan_of(book(["back: D-5wd", "plain: D-10", "short: D-1wd"]), date(2027, 1, 4))
    assert problems(plan)[0] == ("unknown-year", {"years": "2027", "tasks": Text("Back、Short", "Back, Short")})


LAST_KNOWN = Workdays(
    frozenset(), frozenset(), (), frozenset({2026}), frozenset({date(2026, 12, 29), date(2026, 12, 31)})
)
"""A calendar whose last days wait for the notice of the next year."""


def test_the_last_days_of_the_last_known_year_may_still_be_moved() -> None:
    tasks: list[Entry] = [
        "counted: D-1wd",
        "through: D+1-3wd",
        "before: D-3-3wd",
        {"id": "rolls", "when": "D+1", "roll": "back"},
        {"id": "away", "when": "D-9", "roll": "forward"},
        ("daily", {"every": "workday", "in": "D-1..D"}),
        "plain: D+1",
    ]
    plan = plan_of(book(tasks, ["all: D-30..D+1"]), date(2026, 12, 30), workdays=LAST_KNOWN)
    names = Text("Counted、Through、Rolls、Daily", "Counted, Through, Rolls, Daily")
    assert problems(plan) == [
        ("unsettled-days", {"first": date(2026, 12, 29), "last": "12-31", "year": 2027, "tasks": names})
    ]


@pytest.mark.parametrize(
    ("tasks", "own"),
    [
        (["plain: D", "early: D-3-3wd"], {}),
        (["counted: D-1wd"], {"work": frozenset({date(2027, 1, 2)})}),
        (["counted: D-1wd"], {"off": frozenset({date(2026, 12, 29), date(2026, 12, 31)})}),
    ],
)
def test_what_does_not_count_on_them_or_knows_the_notice_is_not_warned(tasks: list[Entry], own: dict[str, Any]) -> None:
    assert problems(plan_of(book(tasks, ["all: D-30..D"]), date(2026, 12, 30), workdays=LAST_KNOWN, **own)) == []


def test_holidays_are_kept_for_the_plan_s_days_and_a_week_around_them() -> None:
    """Two days just outside and two just inside, on either side."""
    off = {date(2024, 10, 27): 0, date(2024, 10, 28): 1, date(2024, 11, 18): 1, date(2024, 11, 19): 0}
    work = {date(2024, 10, 26): 0, date(2024, 11, 3): 1, date(2024, 11, 17): 1, date(2024, 11, 23): 0}
    playbook = book(["any: D"], ["short: D-7..D"])
    plan = plan_of(playbook, workdays=WEEKENDS, off=frozenset(off), work=frozenset(work))
    assert set(plan.holidays) == {day for day, kept in off.items() if kept}
    assert plan.makeup == {day for day, kept in work.items() if kept}
    worked = plan_of(playbook, workdays=WEEKENDS, work=frozenset(off))
    assert worked.makeup == {day for day, kept in off.items() if kept}


def test_another_calendar_may_be_given() -> None:
    plan = plan_of(book(["count: D-30wd"]), workdays=WEEKENDS)
    assert items(plan) == ["count 2024-09-30"]


def test_the_plan_keeps_the_words_it_needs() -> None:
    plan = plan_of(
        book(
            features={"card": {"title": "Card", "expected": "2019-09"}},
            sources={"doc": {"title": "Document"}},
            segments={"vip": {"title": "VIP", "who": "Many orders"}},
        )
    )
    assert (plan.playbook, plan.version, plan.title, plan.event_title) == (
        "small",
        "1",
        Text.same("Small"),
        Text.same("The day"),
    )
    assert plan.names == {
        "segments:vip": Text.same("VIP"), "features:card": Text.same("Card"), "sources:doc": Text.same("Document"),
        "announced:card": Text("预告 2019-09 上线。", "announced for 2019-09."),
    }  # fmt: skip
    assert (plan.roles["sales"], plan.boards["goods"]) == (Text("业务员", "Sales"), Text("商品", "Goods"))


def test_a_plan_finds_its_cards_and_phases_by_name() -> None:
    plan = plan_of(book(["faq: D-3"]))
    card, phase = plan.card("faq"), plan.phase("surge")
    assert card is plan.items[0].card
    assert phase is plan.phases[1]
    assert (plan.card("none"), plan.phase("none")) == (None, None)


def test_moving_the_event_keeps_the_ids() -> None:
    playbook = book(
        [
            "faq: D-3",
            ("push", {"every": "2d", "in": "surge"}),
            ("mail", {"waves": 2, "gap": "3d", "last": "D", "in": "surge"}),
        ]
    )
    assert sorted(i.id for i in plan_of(playbook).items) == sorted(
        i.id for i in plan_of(playbook, date(2025, 1, 2)).items
    )


def test_literal_dates_stay_when_the_event_moves() -> None:
    playbook = book(["sign: 2024-09-20..2024-09-27 18:00"])
    line = ["sign 2024-09-20 00:00:00+08:00..2024-09-27 18:00:00+08:00"]
    assert items(plan_of(playbook)) == items(plan_of(playbook, date(2024, 12, 12))) == line


def test_hours_of_another_market_are_an_hour_later_here_in_winter() -> None:
    form = {"every": "day", "in": "D-9..D-6", "hours": "09:00-12:00 America/Los_Angeles"}
    assert [str(item.start)[5:16] for item in plan_of(book([("chat", form)])).items] == [
        "11-02 00:00", "11-03 00:00", "11-04 01:00", "11-05 01:00",
    ]  # fmt: skip


def test_the_plan_is_about_the_event_that_was_asked_for() -> None:
    plan = plan_of(book(), date(2025, 11, 11))
    assert (plan.event, plan.zone.key) == (date(2025, 11, 11), "Asia/Shanghai")


@pytest.mark.parametrize(
    ("small", "roles", "titles"), [(True, ("ops",), ["ops"]), (False, ("ops", "design"), ["ops", "design"])]
)
def test_in_a_small_team_one_person_has_several_roles(small: bool, roles: tuple[str, ...], titles: list[str]) -> None:
    flag = {"small": {"type": "flag", "title": "Small", "default": False}}
    merged = [{"if": "small", "roles": ["design"], "to": "ops"}]
    made = book(
        [{"id": "poster", "roles": ["ops", "design"], "when": "D"}],
        inputs=flag,
        roles={"ops": "Operations", "design": "Design"},
        merged=merged,
    )
    plan = plan_of(made, inputs={"small": small})
    assert [item.card.roles for item in plan.items] == [roles]
    assert list(plan.roles) == titles
