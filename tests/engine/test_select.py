"""Choosing items, and the names by which people call things."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from small_books import book, ids, plan_of

from promoplan.engine.select import Filter, boards, called, find, keep, matching, one, phases, roles
from promoplan.errors import USAGE, PromoplanError
from promoplan.model.plan import Plan
from promoplan.text import Text

PLAN: Plan = plan_of(
    book(
        [
            {"id": "brief", "when": "D-34..D-30", "title": {"zh": "写需求", "en": "Write the brief"}},
            {
                "id": "poster",
                "when": "D-20",
                "roles": ["ops", "sales"],
                "title": {"zh": "出海报", "en": "Draw the poster"},
            },
            {
                "id": "push",
                "phase": "surge",
                "when": {"every": "mon"},
                "board": "service",
                "title": {"zh": "推送", "en": "Push"},
            },
            {
                "id": "push-more",
                "phase": "early",
                "board": "service",
                "roles": "sales",
                "title": {"zh": "加推", "en": "Push again"},
            },
            {
                "id": "open",
                "phase": "burst",
                "when": "D 22:00..D+1 02:00",
                "title": {"zh": "开卖", "en": "Open the sale"},
            },
            {"id": "watch", "phase": "burst", "when": "D..", "title": {"zh": "盯盘", "en": "Watch the numbers"}},
        ],
        [
            "preheat: D-34..D-11",
            "surge: D-10..D-1",
            {"id": "early", "when": "D-10..D-8", "in": "surge"},
            "burst: D..D+1",
        ],
    )
)
TITLES = {
    "faq": Text("常见问题", "Questions"),
    "faq-scripts": Text("话术", "Scripts"),
    "Poster": Text("海报", "Poster of the sale"),
    "sale": Text("开卖", "Open the sale"),
}


def fault(call: Callable[[], object]) -> tuple[str, dict[str, Any], list[str]]:
    """Code, data and near names, in English, of what stops a command."""
    with pytest.raises(PromoplanError) as caught:
        call()
    assert caught.value.exit_code == USAGE
    [problem] = caught.value.problems
    return problem.code, dict(problem.args), [each.en if isinstance(each, Text) else each for each in problem.near]


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Filter(), ["brief", "poster", "push-more", "push@mon1", "watch", "open"]),
        (Filter(roles=frozenset({"sales"})), ["poster", "push-more"]),
        (Filter(roles=frozenset({"sales", "ops"})), ["brief", "poster", "push-more", "push@mon1", "watch", "open"]),
        (Filter(phases=frozenset({"surge"})), ["push@mon1"]),
        (Filter(boards=frozenset({"service"})), ["push-more", "push@mon1"]),
        (Filter(roles=frozenset({"sales"}), boards=frozenset({"service"})), ["push-more"]),
        (Filter(first=date(2024, 11, 5)), ["watch", "open"]),
        (Filter(first=date(2024, 11, 4)), ["push@mon1", "watch", "open"]),
        (Filter(first=date(2024, 11, 12)), ["watch", "open"]),
        (Filter(first=date(2024, 11, 13)), ["watch"]),
        (Filter(last=date(2024, 10, 21)), ["brief"]),
        (Filter(last=date(2024, 10, 22)), ["brief", "poster"]),
        (Filter(first=date(2024, 10, 12), last=date(2024, 10, 12)), ["brief"]),
        (Filter(first=date(2024, 10, 13), last=date(2024, 10, 21)), []),
        (Filter(roles=frozenset({"nobody"})), []),
    ],
)
def test_items_are_kept_by_role_phase_board_and_dates_in_the_plan_s_order(wanted: Filter, kept: list[str]) -> None:
    assert ids(keep(PLAN, wanted)) == kept


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (None, set()), ([], set()), (["ops"], {"ops"}), (["业务员"], {"sales"}), (["SALES", "运营"], {"sales", "ops"}),
        (["业务"], {"sales"}), ([" operat "], {"ops"}),
    ],
)  # fmt: skip
def test_roles_are_called_by_id_title_or_part_of_it(words: list[str] | None, found: set[str]) -> None:
    assert roles(PLAN, words) == found


def test_boards_are_called_the_same_way() -> None:
    assert boards(PLAN, ["客服"]) == {"service"}


@pytest.mark.parametrize(
    ("words", "found"),
    [(["surge"], {"surge", "early"}), (["early"], {"early"}), (["burst", "Preheat"], {"burst", "preheat"})],
)
def test_a_phase_brings_the_phases_inside_it(words: list[str], found: set[str]) -> None:
    assert phases(PLAN, words) == found


def test_phases_inside_phases_inside_a_phase_come_too() -> None:
    nested = [{"id": "a", "when": "D"}, {"id": "b", "when": "D", "in": "a"}, {"id": "c", "when": "D", "in": "b"}]
    assert phases(plan_of(book(["any: D"], nested)), ["a"]) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: roles(PLAN, ["saels"]), ("unknown-role", {"name": "saels"}, ["sales"])),
        (lambda: roles(PLAN, ["boss"]), ("unknown-role", {"name": "boss"}, ["Operations (ops)", "Sales (sales)"])),
        (lambda: roles(PLAN, [""]), ("unknown-role", {"name": ""}, ["Operations (ops)", "Sales (sales)"])),
        (lambda: boards(PLAN, ["god"]), ("unknown-board", {"name": "god"}, ["goods"])),
        (lambda: phases(PLAN, ["surg e"]), ("unknown-phase", {"name": "surg e"}, ["surge"])),
        (lambda: one("unknown-task", TITLES, "sale s"), ("unknown-task", {"name": "sale s"}, ["sale"])),
        (
            lambda: one("unknown-task", TITLES, "the sale"),
            ("unknown-task", {"name": "the sale"}, ["Poster of the sale (Poster)", "Open the sale (sale)"]),
        ),
    ],
)
def test_a_wrong_name_gets_the_nearest_right_ones(
    call: Callable[[], object], problem: tuple[str, dict[str, Any], list[str]]
) -> None:
    assert fault(call) == problem


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("faq", ["faq"]), ("常见问题", ["faq"]), ("poster", ["Poster"]), ("fa", ["faq", "faq-scripts"]),
        ("faq-", ["faq-scripts"]), ("sale", ["sale"]), ("the sale", ["Poster", "sale"]),
        ("话", ["faq-scripts"]), (" SCRIPTS ", ["faq-scripts"]),
    ],
)  # fmt: skip
def test_a_word_means_an_id_or_title_or_the_start_of_ids_or_part_of_titles(word: str, found: list[str]) -> None:
    assert matching("task", TITLES, word) == found


@pytest.mark.parametrize("word", ["", " ", "nothing"])
def test_a_word_that_means_nothing_is_named(word: str) -> None:
    assert fault(lambda: matching("task", TITLES, word))[:2] == ("no-task", {"name": word})


def test_one_thing_is_called_by_a_word_that_means_one() -> None:
    assert called("task", TITLES, "questions") == "faq"
    known = Text("faq (常见问题); faq-scripts (话术)", "faq (Questions); faq-scripts (Scripts)")
    assert fault(lambda: called("task", TITLES, "fa")) == ("ambiguous-item", {"name": "fa", "known": known}, [])


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("poster", ["poster"]),
        ("POSTER", ["poster"]),
        ("post", ["poster"]),
        ("push", ["push@mon1"]),
        ("push@mon1", ["push@mon1"]),
        ("push-", ["push-more"]),
        ("海报", ["poster"]),
        ("the brief", ["brief"]),
        ("write", ["brief"]),
    ],
)
def test_an_item_is_found_by_id_start_of_id_or_part_of_its_title(word: str, found: list[str]) -> None:
    assert ids(find(PLAN, word)) == found


def test_all_repeats_of_a_task_are_found() -> None:
    plan = plan_of(book([("push", {"every": "week", "in": "surge"})]))
    assert ids(find(plan, "push")) == ["push@d1", "push@d8"]
    assert ids(find(plan, "push@d8")) == ["push@d8"]


def test_a_word_for_several_tasks_lists_them() -> None:
    known = Text(
        "brief (写需求); poster (出海报); watch (盯盘); open (开卖)",
        "brief (Write the brief); poster (Draw the poster); watch (Watch the numbers); open (Open the sale)",
    )
    assert fault(lambda: find(PLAN, "the")) == ("ambiguous-item", {"name": "the", "known": known}, [])


@pytest.mark.parametrize(("word", "near"), [("poter", ["poster"]), ("", []), ("zzz", [])])
def test_an_item_that_is_not_there_gets_the_nearest(word: str, near: list[str]) -> None:
    assert fault(lambda: find(PLAN, word)) == ("unknown-item", {"name": word}, near)
