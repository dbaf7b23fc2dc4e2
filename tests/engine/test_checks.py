"""Checks of a whole playbook: what each says, in both languages, and what it lets pass."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_books import FREE, books
from small_books import PHASES, Entry, anchor, book

from promoplan.engine.checks import CHECKS, DATED, check
from promoplan.errors import Path, Problem
from promoplan.model.playbook import Playbook

EVERY_PHASE: list[Entry] = [
    {"id": f"in-{name}", "phase": name, "when": name} for name in ("surge", "burst", "after-sale")
]
"""A task for each phase but the first, so that none is empty."""

VENUE = {"type": "choice", "title": "Venue", "default": "open", "choices": {"rts": "Ready to ship", "open": "Open"}}
SCRIPT = {"title": "Hello", "phase": "preheat", "channel": "SMS", "text": "Hello"}
REDLINE = {"title": "Spam", "says": "Write to all", "why": "Unlawful", "lawful": "Ask first", "instead": "faq"}


def whole(tasks: Sequence[Entry] = (), phases: Sequence[Entry] = PHASES, **more: Any) -> Playbook:
    """A playbook without a fault but those of the test: `faq` and the tasks given lie in the first phase."""
    return book(["faq: D-20", *tasks, *EVERY_PHASE], phases, **more)


def told(playbook: Playbook) -> list[tuple[str, str, str]]:
    """Code, Chinese and English message."""
    return [(found.code, found.message("zh"), found.message("en")) for found in check(playbook)]


def only(playbook: Playbook) -> Problem:
    (found,) = check(playbook)
    return found


def codes(playbook: Playbook) -> list[str]:
    return [found.code for found in check(playbook)]


def task(**more: Any) -> Playbook:
    """The whole playbook with a task more."""
    return whole([{"id": "poster", "when": "D-15", **more}])


def test_a_whole_playbook_has_no_fault() -> None:
    assert check(whole()) == []


def test_checks_have_names_of_their_own_and_say_what_they_look_for() -> None:
    names = [one.__name__ for one in (*CHECKS, *DATED)]
    assert len(set(names)) == len(names)
    assert all(one.__doc__ for one in (*CHECKS, *DATED))


@pytest.mark.parametrize(
    ("playbook", "code", "zh", "en", "near"),
    [
        (task(roles=["ops", "saels"]), "role", "没有角色 'saels'", "unknown role 'saels'", ["sales"]),
        (task(roles="desgin"), "role", "没有角色 'desgin'", "unknown role 'desgin'", []),
        (task(roles="Sales"), "role", "没有角色 'Sales'", "unknown role 'Sales'", ["sales"]),
        (task(phase="preheet"), "phase", "没有阶段 'preheet'", "unknown phase 'preheet'", ["preheat"]),
        (task(board="servcie"), "board", "没有板块 'servcie'", "unknown board 'servcie'", ["service"]),
        (task(needs="fqa"), "task", "没有任务 'fqa'", "unknown task 'fqa'", ["faq"]),
        (task(features="chat"), "feature", "没有平台功能 'chat'", "unknown feature 'chat'", []),
        (task(segments="vip"), "segment", "没有人群 'vip'", "unknown segment 'vip'", []),
        (task(scripts="hello"), "script", "没有话术 'hello'", "unknown script 'hello'", []),
        (task(metrics="clicks"), "metric", "没有指标 'clicks'", "unknown metric 'clicks'", []),
        (task(avoids="spam"), "redline", "没有红线 'spam'", "unknown red line 'spam'", []),
        (task(source="guide, 第二章"), "source", "没有出处 'guide'", "unknown source 'guide'", []),
        (
            task(when="after fqa +2d"),
            "anchor", "没有锚点、阶段或任务叫 'fqa'", "no anchor, phase or task is called 'fqa'", ["faq"],
        ),
        (task(when="eve-3d"), "anchor", "没有锚点、阶段或任务叫 'eve'", "no anchor, phase or task is called 'eve'", []),
        (task(**{"if": "venue == rts"}), "input", "没有输入项 'venue'", "unknown input 'venue'", []),
    ],
)  # fmt: skip
def test_an_unknown_name_is_said_with_the_nearest(
    playbook: Playbook, code: str, zh: str, en: str, near: list[str]
) -> None:
    found = only(playbook)
    assert (found.code, found.message("zh"), found.message("en")) == (f"unknown-{code}", zh, en)
    assert found.near == near


def test_the_nearest_name_is_the_hint() -> None:
    roles = {"ops": "Operations", "design": "Design", "designer": "Designer"}
    found = only(whole([{"id": "poster", "when": "D-15", "roles": "desgin"}], roles=roles))
    assert (found.message("zh"), found.hint("zh")) == ("没有角色 'desgin'", "是不是 design / designer?")
    assert (found.message("en"), found.hint("en")) == ("unknown role 'desgin'", "did you mean design / designer?")


@pytest.mark.parametrize(
    ("more", "code", "path"),
    [
        ({"phases": [*PHASES, {"id": "early", "when": "D-9", "in": "surg"}]}, "unknown-phase", ("phases", 4, "in")),
        (
            {"phases": [*PHASES[:3], {"id": "after-sale", "when": "D+1..", "gate": "fqa"}]},
            "unknown-task", ("phases", 3, "gate"),
        ),
        ({"scripts": {"hello": {**SCRIPT, "phase": "x"}}}, "unknown-phase", ("scripts", "hello", "phase")),
        ({"scripts": {"hello": {**SCRIPT, "segments": ["x"]}}}, "unknown-segment", ("scripts", "hello", "segments", 0)),
        ({"scripts": {"hello": {**SCRIPT, "if": "x"}}}, "unknown-input", ("scripts", "hello", "if")),
        ({"redlines": {"spam": {**REDLINE, "instead": "x"}}}, "unknown-task", ("redlines", "spam", "instead", 0)),
        ({"redlines": {"spam": {**REDLINE, "phases": "x"}}}, "unknown-phase", ("redlines", "spam", "phases", 0)),
        ({"inputs": {"venue": {**VENUE, "source": "x"}}}, "unknown-source", ("inputs", "venue", "source", 0)),
        (
            {"figures": {"a": {"title": "A", "formula": "1", "source": ["x"]}}},
            "unknown-source", ("figures", "a", "source", 0),
        ),
        (
            {"features": {"chat": {"title": "Chat", "expected": "2024-01", "source": "x"}}},
            "unknown-source", ("features", "chat", "source", 0),
        ),
        ({"anchors": {"presale": anchor("D-28", **{"if": "x"})}}, "unknown-input", ("anchors", "presale", "if")),
    ],
)  # fmt: skip
def test_names_are_looked_up_wherever_they_stand(more: dict[str, Any], code: str, path: Path) -> None:
    found = [problem for problem in check(whole(**more)) if problem.code == code]
    assert [problem.path[: len(path)] for problem in found] == [path]


@pytest.mark.parametrize("source", ["guide", "guide, chapter 2", "guide，第二章", "  guide , 2"])
def test_a_source_may_be_followed_by_the_place_in_it(source: str) -> None:
    assert (
        check(whole([{"id": "poster", "when": "D-15", "source": source}], sources={"guide": {"title": "Guide"}})) == []
    )


@pytest.mark.parametrize(
    ("playbook", "path"),
    [
        (whole(["faq: D-15"]), ("tasks", 1, "id")),
        (whole(["surge: D-15"]), ("tasks", 1, "id")),
        (whole(["month: D-15"]), ("tasks", 1, "id")),
        (whole(anchors={"faq": anchor("D")}), ("tasks", 0, "id")),
        (whole(anchors={"month": anchor("D")}), ("anchors", "month")),
    ],
)
def test_a_name_is_taken_once(playbook: Playbook, path: Path) -> None:
    found = only(playbook)
    assert (found.code, found.path) == ("repeated-id", path)
    assert found.message("en") == f"{found.args['name']} is already taken"


@pytest.mark.parametrize(
    ("tasks", "chains"),
    [
        (["a: after b", "b: after a"], ["a → b → a"]),
        (["a: a.end"], ["a → a"]),
        (["a: after b", "b: after c", "c: after a", "d: after a"], ["a → b → c → a"]),
        ([{"id": "a", "when": "D-20", "needs": "b"}, {"id": "b", "when": "D-20", "needs": ["a"]}], ["a → b → a"]),
        ([{"id": "a", "when": "D-20", "needs": "a"}], ["a → a"]),
        ([{"id": "a", "when": "D-20", "needs": "b"}, "b: after a"], ["a → b → a"]),
        (["a: after b", "b: after a", "c: after d", "d: after c"], ["a → b → a", "c → d → c"]),
        ([("a", [{"if": "presale", "then": "after b"}, "D-20"]), "b: a.start"], ["a → b → a"]),
        ([("a", {"waves": 2, "gap": "1d", "last": "b.end"}), ("b", {"every": "day", "in": "a"})], ["a → b → a"]),
    ],
)
def test_what_waits_for_itself_is_shown_as_a_chain(tasks: list[Entry], chains: list[str]) -> None:
    playbook = whole(tasks, anchors={"presale": anchor("D-28")})
    assert told(playbook) == [("loop", f"互相等待: {chain}", f"they wait for each other: {chain}") for chain in chains]


@pytest.mark.parametrize(
    ("more", "chain"),
    [
        ({"anchors": {"a": anchor("b-1d"), "b": anchor("a+1d")}}, "a → b → a"),
        ({"anchors": {"a": anchor("D", **{"if": "b"}), "b": anchor("D", **{"if": "not a"})}}, "a → b → a"),
        (
            {"phases": [*PHASES, {"id": "a", "when": "surge", "in": "b"}, {"id": "b", "when": "burst", "in": "a"}]},
            "a → b → a",
        ),
        ({"phases": ["preheat: faq.end..D-11", *PHASES[1:]]}, "preheat → faq → preheat"),
    ],
)
def test_anchors_and_phases_wait_too(more: dict[str, Any], chain: str) -> None:
    assert told(whole(**more)) == [("loop", f"互相等待: {chain}", f"they wait for each other: {chain}")]


def test_a_name_with_two_owners_is_no_loop() -> None:
    assert codes(whole([{"id": "preheat", "when": "D-15"}])) == ["repeated-id"]


@pytest.mark.parametrize(
    "when",
    [
        "faq", "surge", "surge.start", "surge.end-1d", "before surge", "after faq", "presale-3d", "presale..D",
        "month.start..D",
        {"every": "day", "in": "surge"}, {"waves": 2, "gap": "1d", "last": "burst", "in": "surge"},
        {"rota": ["A"], "shift": "8h", "in": "surge", "peaks": {"in": "burst", "hours": ["09:00-10:00"]}},
        [{"if": "presale", "then": "surge"}, {"every": "day", "in": "faq"}],
    ],
)  # fmt: skip
def test_a_rule_may_name_anchors_edges_and_whole_spans(when: Any) -> None:
    playbook = whole([{"id": "poster", "when": when, "outside": True}], anchors={"presale": anchor("D-28")})
    assert check(playbook) == []


@pytest.mark.parametrize(
    ("when", "name", "offset"),
    [
        ("surge+1d", "surge", 0),
        ("faq 20:00", "faq", 0),
        ("D-20..surge", "surge", 6),
        ("surge..", "surge", 0),
        ("month-3d", "month", 0),
        ({"every": "day", "in": "surge..D"}, "surge", 0),
        ([{"if": "presale", "then": "surge+1d"}, "D"], "surge", 0),
    ],
)
def test_a_span_that_stands_for_a_point_must_say_which_end(when: Any, name: str, offset: int) -> None:
    playbook = whole([{"id": "poster", "when": when}], anchors={"presale": anchor("D-28")})
    found = only(playbook)
    assert (found.code, found.offset, found.path) == ("needs-edge", offset, ("tasks", 1, "when"))
    assert found.message("zh") == f"{name} 是一段时间, 要说清从哪头算"
    assert found.hint("zh") == f"写 {name}.start 或 {name}.end"
    assert found.message("en") == f"{name} is a span; say which end"
    assert found.hint("en") == f"write {name}.start or {name}.end"


@pytest.mark.parametrize(("at", "near"), [("surge.start", []), ("faq.end", []), ("presael-1d", ["presale"])])
def test_an_anchor_hangs_on_the_event_or_on_anchors(at: str, near: list[str]) -> None:
    found = only(whole(anchors={"presale": anchor("D-28"), "wave": anchor(at)}))
    assert (found.code, found.path, found.near) == ("anchor-base", ("anchors", "wave", "at"), near)
    assert found.message("en") == f"an anchor cannot hang on {found.args['name']}"


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("presale", []),
        ("not presale or venue == rts", []),
        ("venue in [rts, open]", []),
        ("live", []),
        ("budget >= 500", []),
        ("venue == custom", [("unknown-choice", {"name": "venue", "value": "custom"}, 0)]),
        ("live and venue != opne", [("unknown-choice", {"name": "venue", "value": "opne"}, 9)]),
        (
            "venue in [rts, custom, none]",
            [("unknown-choice", {"name": "venue", "value": v}, 0) for v in ("custom", "none")],
        ),
        ("presale == rts", [("unknown-input", {"name": "presale"}, 0)]),
        ("live and surge", [("unknown-input", {"name": "surge"}, 9)]),
    ],
)
def test_a_condition_asks_for_inputs_and_anchors(condition: str, found: list[tuple[str, dict[str, str], int]]) -> None:
    inputs = {
        "venue": VENUE,
        "live": {"type": "flag", "title": "Live", "default": True},
        "budget": {"type": "money", "title": "Budget", "default": 500},
    }
    playbook = whole(
        [{"id": "poster", "when": "D-15", "if": condition}], inputs=inputs, anchors={"presale": anchor("D-28")}
    )
    assert [(problem.code, problem.args, problem.offset) for problem in check(playbook)] == found


def test_conditions_inside_a_rule_and_of_a_phase_are_read_too() -> None:
    when = ["D-15", {"if": "a", "then": "D-15"}, {"if": "b", "then": "D-15"}]
    playbook = whole(
        [("poster", when)], ["preheat: D-34..D-11", {"id": "surge", "when": "D-10..D-1", "if": "c"}, *PHASES[2:]]
    )
    assert [(found.args["name"], found.path) for found in check(playbook)] == [
        ("c", ("phases", 1, "if")),
        ("a", ("tasks", 1, "when", 1, "if")),
        ("b", ("tasks", 1, "when", 2, "if")),
    ]


def test_a_formula_sees_inputs_and_the_figures_above_it() -> None:
    figures = {
        "first": {"title": "First", "formula": "sales / 2"},
        "second": {"title": "Second", "formula": "first + third"},
        "third": {"title": "Third", "formula": "max(first, sale)"},
    }
    inputs = {"sales": {"type": "money", "title": "Sales", "default": 100}}
    amounts = [{"title": "Mails", "value": "third", "to": "fourth"}, {"title": "A", "ramp": ["1", "2 * fifth"]}]
    playbook = whole([{"id": "poster", "when": "D-15", "amounts": amounts}], figures=figures, inputs=inputs)
    assert [(found.args["name"], found.path, found.offset, found.near) for found in check(playbook)] == [
        ("third", ("figures", "second", "formula"), 8, []),
        ("sale", ("figures", "third", "formula"), 11, ["sales"]),
        ("fourth", ("tasks", 1, "amounts", 0, "to"), 0, []),
        ("fifth", ("tasks", 1, "amounts", 1, "ramp", 1), 4, ["first"]),
    ]


def test_the_name_is_found_behind_a_longer_one() -> None:
    figures = {"a": {"title": "A", "formula": "sales * sale"}}
    inputs = {"sales": {"type": "money", "title": "Sales", "default": 100}}
    assert only(whole(figures=figures, inputs=inputs)).offset == 8


@pytest.mark.parametrize(
    ("amount", "is_right"),
    [
        ({"value": 5}, True), ({"ramp": [1, 5]}, True), ({"value": 5, "to": 9}, True),
        ({}, False), ({"value": 5, "ramp": [1, 5]}, False),
    ],
)  # fmt: skip
def test_an_amount_has_a_value_or_a_ramp(amount: dict[str, Any], is_right: bool) -> None:
    playbook = task(amounts=[{"title": "Mails", **amount}])
    wrong = ("value-or-ramp", "数量要写 value 或 ramp, 二选一", "an amount has either a value or a ramp")
    assert told(playbook) == ([] if is_right else [wrong])


def test_placeholders_are_filled_by_inputs_figures_blanks_anchors_and_the_event() -> None:
    text = {"zh": "{event}{event_date}{today}{shop}{sales}{half}{pre_sale}", "en": "{custmer}{{shop}} {} {shop }"}
    playbook = whole(
        scripts={"hello": {**SCRIPT, "text": text}},
        blanks={"shop": "The shop", "customer": "Her name"},
        inputs={"sales": {"type": "money", "title": "Sales", "default": 100}},
        figures={"half": {"title": "Half", "formula": "sales / 2"}},
        anchors={"pre-sale": anchor("D-28")},
    )
    found = check(playbook)
    assert [(problem.code, problem.args["name"], problem.near) for problem in found] == [
        ("unknown-blank", "custmer", ["customer"]),
        ("unknown-blank", "", []),
        ("unknown-blank", "shop ", ["shop"]),
    ]
    assert found[0].message("zh") == "占位符 {custmer} 没有来源"
    assert found[0].message("en") == "nothing fills the placeholder {custmer}"


@pytest.mark.parametrize(
    ("field", "zh", "en"),
    [
        ({"type": "number", "default": "many"}, "many 不是数", "many is not a number"),
        ({"type": "integer", "default": 1.5}, "1.5 不是整数", "1.5 is not a whole number"),
        ({"type": "flag", "default": "maybe"}, "maybe 不是“是”或“否”", "maybe is neither yes nor no"),
        ({"type": "money", "default": 5, "min": 10, "max": 20}, "5 不在 10 到 20 之间", "5 is not between 10 and 20"),
        ({"type": "choice", "default": "rts"}, "缺 choices", "choices is missing"),
        (
            {"type": "choice", "default": "rtz", "choices": {"rts": {"zh": "现货", "en": "Ready"}}},
            "没有 rtz 这个选项, 可选: rts (现货)", "rtz is no choice; take one of rts (Ready)",
        ),
    ],
)  # fmt: skip
def test_a_default_is_a_value_its_input_takes(field: dict[str, Any], zh: str, en: str) -> None:
    playbook = whole(inputs={"a": {"title": "A", **field}})
    assert told(playbook) == [("bad-default", f"默认值不合规矩: {zh}", f"the default does not fit: {en}")]


@pytest.mark.parametrize(
    ("text", "languages", "missing"),
    [
        ({"zh": "选品"}, ["zh", "en"], ["英文"]),
        ({"en": "Choose"}, ["zh", "en"], ["中文"]),
        ("选品", ["zh", "en"], ["英文"]),
        ("选品", ["zh"], []),
        ("Qianniu", ["zh", "en"], []),
        ({"zh": "千牛", "en": "千牛"}, ["zh", "en"], ["英文"]),
        ({"zh": "选品"}, [], []),
        ({"zh": "选品"}, ["en"], ["英文"]),
    ],
)
def test_every_text_speaks_the_languages_promised(text: Any, languages: list[str], missing: list[str]) -> None:
    playbook = whole([{"id": "poster", "when": "D-15", "checklist": ["A", text]}], languages=languages)
    found = check(playbook)
    assert [(problem.code, problem.message("zh")) for problem in found] == [
        ("missing-language", f"缺 {m} 文字") for m in missing
    ]
    assert [problem.path for problem in found] == [("tasks", 1, "checklist", 1)] * len(missing)


@pytest.mark.parametrize(
    ("title", "word", "redline"),
    [
        ("找人刷单冲销量", "刷单", "fake-orders"),
        ("Pay for FAKE ORDERS", "fake order", "fake-orders"),
        ({"zh": "客服", "en": "Cash for reviews"}, "cash for review", "paid-reviews"),
        ("Scrape emails of buyers", "scrape e", "harvested-addresses"),
        ("Send a Mail Bomb", "mail bomb", "spam"),
        ("刷单, fake stock", "刷单", "fake-orders"),
    ],
)
def test_a_red_line_is_never_a_task(title: Any, word: str, redline: str) -> None:
    playbook = whole(
        [{"id": "poster", "when": "D-15", "title": title}], redlines={"spam": {**REDLINE, "words": ["mail bomb"]}}
    )
    zh = f"任务里有红线做法: {word} ({redline})"
    assert told(playbook) == [("red-line-task", zh, f"this task is a red-line tactic: {word} ({redline})")]


@pytest.mark.parametrize("title", ["Watch for scarcity", "Answer reviews", "订单复盘", "Order samples"])
def test_honest_words_pass(title: str) -> None:
    assert check(task(title=title)) == []


def test_a_red_line_may_be_spoken_of_where_nobody_is_told_to_do_it() -> None:
    assert check(task(why="竞店刷单也不跟", note="no fake orders", checklist=["没有刷单"])) == []


def test_a_phase_without_a_task_is_empty_unless_it_holds_a_phase() -> None:
    phases: list[Entry] = [*PHASES, {"id": "early", "when": "D-10..D-6", "in": "surge"}, "loose: D"]
    playbook = book(["faq: D-20", *EVERY_PHASE[1:]], phases)
    assert told(playbook) == [
        ("empty-phase", "阶段 early 里没有任务", "phase early has no task"),
        ("empty-phase", "阶段 loose 里没有任务", "phase loose has no task"),
    ]


@pytest.mark.parametrize(
    ("entry", "stray"),
    [
        ({"when": "D-34"}, None),
        ({"when": "D-11 23:59"}, None),
        ({"when": "D-11 20:00..D-11 24:00"}, None),
        ({"when": "D-35"}, "2024-10-07 … 2024-10-07"),
        ({"when": "D-12..D-10"}, "2024-10-30 … 2024-11-01"),
        ({"when": "D-10 00:30"}, "2024-11-01 00:30 … 2024-11-01 00:30"),
        ({"when": "D-12.."}, "2024-10-30 … …"),
        ({"when": "D-40", "outside": True}, None),
        ({"when": "D+3", "phase": "after-sale"}, None),
        ({"when": "D+3..", "phase": "after-sale"}, None),
    ],
)
def test_a_task_lies_in_its_phase(entry: dict[str, Any], stray: str | None) -> None:
    playbook = whole([{"id": "poster", **entry}])
    zh = f"任务 poster ({stray}) 不在阶段 preheat (2024-10-08 … 2024-10-31) 里"
    en = f"task poster ({stray}) lies outside its phase preheat (2024-10-08 … 2024-10-31)"
    assert told(playbook) == ([("outside-phase", zh, en)] if stray else [])


def test_the_first_stray_item_of_a_repeat_stands_for_all() -> None:
    found = only(whole([("push", {"every": "week", "in": "D-34..D"})]))
    assert (found.code, found.args["name"]) == ("outside-phase", "push@d29")


@pytest.mark.parametrize(
    ("when", "is_right"),
    [("D-18", True), ("D-19", False), ("D-20..D-15", False), ("D-18 00:00", True), ("D-17..D-15", True)],
)
def test_a_task_starts_when_what_it_needs_is_finished(when: str, is_right: bool) -> None:
    playbook = whole(["photos: D-25..D-18", {"id": "print", "when": when, "needs": ["faq", "photos"]}])
    found = check(playbook)
    assert [(problem.code, problem.path) for problem in found if problem.args["need"] == "photos"] == (
        [] if is_right else [("before-needs", ("tasks", 2, "needs", 1))]
    )


def test_too_early_a_start_says_what_it_waits_for() -> None:
    found = only(whole(["photos: D-25..D-18", {"id": "print", "when": "D-20", "needs": "photos"}]))
    assert found.message("zh") == "任务 print 在 2024-10-22 开始, 它要等的 photos 到 2024-10-24 才完成"
    assert (
        found.message("en") == "task print starts on 2024-10-22, but photos, which it needs, is finished on 2024-10-24"
    )
    assert found.hint("zh") == "推后开始, 或写 after photos"
    assert found.hint("en") == "start later, or write after photos"


def test_the_last_of_many_items_is_what_is_waited_for() -> None:
    mail = ("mail", {"every": "week", "in": "D-34..D-13"})
    early, late = ({"id": "count", "when": when, "needs": "mail"} for when in ("D-20", "D-13"))
    assert codes(whole([mail, early])) == ["before-needs"]
    assert codes(whole([mail, late])) == []


def test_what_is_left_out_is_not_waited_for() -> None:
    gone = {"id": "photos", "when": "D-15", "if": "presale"}
    anchors = {"presale": anchor("D-28", **{"if": "live"})}
    inputs = {"live": {"type": "flag", "title": "Live", "default": "no"}}
    found = check(whole([gone, {"id": "print", "when": "D-20", "needs": "photos"}], anchors=anchors, inputs=inputs))
    assert [(problem.code, problem.under) for problem in found] == [("before-needs", "live=yes")]


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("2024-10-22", []),
        ("2024-10 mid", []),
        (
            "2024-10",
            [("feature-unsure",
              "任务 chat 2024-10-22 开始, 它用的功能 Chat card 只说 2024-10-01 到 2024-10-31 之间上线",
              "task chat starts on 2024-10-22, but its feature Chat card is only promised between "
              "2024-10-01 and 2024-10-31")],
        ),
        (
            "2024-10-28",
            [("before-feature",
              "任务 chat 想在 2024-10-22 开始, 它用的功能 Chat card 预计 2024-10-28 才上线",
              "task chat wants to start on 2024-10-22, but the feature Chat card is expected on 2024-10-28")],
        ),
        (
            "2024-10-31",
            [("after-end",
              "任务 chat 的功能 Chat card 在任务结束 (2024-10-30) 之后才上线 (2024-10-31)",
              "task chat ends on 2024-10-30, before its feature Chat card is live (2024-10-31)")],
        ),
        (
            "2024-11 mid",
            [("after-phase",
              "任务 chat 的功能 Chat card 到阶段结束还没上线 (2024-11-11), 这次不排",
              "the feature Chat card of task chat is live (2024-11-11) only after its phase; the task is left out")],
        ),
    ],
)  # fmt: skip
def test_a_feature_that_is_not_live_yet_is_a_warning(expected: str, found: list[tuple[str, str, str]]) -> None:
    features = {"chat-card": {"title": "Chat card", "expected": expected}}
    playbook = whole([{"id": "chat", "when": "D-20..D-12", "features": "chat-card"}], features=features)
    assert told(playbook) == found
    assert {problem.severity for problem in check(playbook)} <= {"warning"}


@pytest.mark.parametrize(
    ("when", "zh", "en"),
    [
        (
            "D-15..D-18",
            "poster: 结束 2024-10-24 早于开始 2024-10-27", "poster: the end 2024-10-24 is before the start 2024-10-27",
        ),
        (
            "D-15 20:00..D-15 19:30",
            "poster: 结束 2024-10-27 19:30 早于开始 2024-10-27 20:00",
            "poster: the end 2024-10-27 19:30 is before the start 2024-10-27 20:00",
        ),
    ],
)  # fmt: skip
def test_a_window_ends_after_it_starts(when: str, zh: str, en: str) -> None:
    assert told(task(when=when)) == [("ends-before-start", zh, en)]


def test_waves_that_do_not_fit_say_how_many_would() -> None:
    playbook = task(when={"waves": "3-4", "gap": "4-5d", "last": "D-12", "in": "D-18..D-12"})
    zh = "poster: 3-4 波、间隔 4-5 天, 7 天里放不下, 只排 2 波"
    en = "poster: 3-4 waves 4-5 days apart do not fit into 7 days; 2 are planned"
    assert told(playbook) == [("waves-do-not-fit", zh, en)]
    assert [problem.severity for problem in check(playbook)] == ["warning"]


def test_a_year_without_holidays_names_the_tasks_that_count_on_them() -> None:
    event = {"title": "The day", "reference": "2044-11-11"}
    (found,) = check(whole(["count: D-15wd", {"id": "rolled", "when": "D-15", "roll": "back"}], event=event))
    assert (found.code, found.severity, found.path) == ("unknown-year", "warning", ("event", "reference"))
    assert found.message("en").startswith("no holiday data for 2044: only weekends count, ")
    assert "Count" in found.message("zh").rpartition(": ")[2].split("、")


def test_dates_are_looked_at_once_the_names_are_right() -> None:
    assert codes(whole(["late: D", {"id": "poster", "when": "D-15", "roles": "x"}])) == ["unknown-role"]
    assert codes(whole(["late: D"])) == ["outside-phase"]


def test_what_hangs_on_a_fault_is_not_told_again() -> None:
    phases = ["preheat: D-34..D-11", "surge: D-1..D-10", *PHASES[2:]]
    assert codes(whole(["next: after surge", "then: after next"], phases)) == ["ends-before-start"]


tried = settings(derandomize=True, deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])


@tried
@given(books(FREE))
def test_no_playbook_that_is_read_makes_the_checks_fail(playbook: Playbook) -> None:
    found = check(playbook)
    assert check(playbook) == found
    assert all(problem.message(lang) and problem.path for problem in found for lang in ("zh", "en"))


NAMES: st.SearchStrategy[str] = st.sampled_from(("faq", "poster", "surge", "preheat", "presale", "month", "D", "other"))


@tried
@given(
    needs=st.lists(NAMES, max_size=3),
    when=st.sampled_from(("{}", "after {}", "{}.end+1d", "D-20..{}.start", "{} 20:00", "before {} -3d")),
    name=NAMES,
    more=st.fixed_dictionaries({"phase": NAMES, "id": NAMES}),
)
def test_no_tangle_of_names_makes_the_checks_fail(needs: list[str], when: str, name: str, more: dict[str, str]) -> None:
    entry = {"when": when.format(name), "needs": needs, **more, "id": more["id"].lower()}
    playbook = whole([entry], anchors={"presale": anchor("D-28")})
    assert all(problem.message("en") and problem.path for problem in check(playbook))


def test_a_choice_that_gives_no_plan_is_named_with_it() -> None:
    """Each choice is looked at, one at a time; what is wrong whatever is chosen is told once."""
    inputs = {
        "rhythm": {"type": "choice", "title": "Rhythm", "default": "calm", "choices": {"calm": "Calm", "rush": "Rush"}},
        "live": {"type": "flag", "title": "Live", "default": "no"},
    }
    whens = [
        {"if": "rhythm == rush", "then": "D-12..D-18"},
        {"if": "live", "then": {"waves": 3, "gap": "3d", "last": "D-12", "in": "D-15..D-12"}},
        "D-15",
    ]
    playbook = whole([{"id": "poster", "when": whens}, "late: D"], inputs=inputs, anchors={"live-show": anchor("D-28")})
    assert [(problem.code, problem.under) for problem in check(playbook)] == [
        ("outside-phase", ""),
        ("ends-before-start", "rhythm=rush"),
        ("waves-do-not-fit", "live=yes"),
    ]
    rush, live = check(playbook)[1:]
    assert rush.message("zh") == "poster: 结束 2024-10-24 早于开始 2024-10-30 (选 rhythm=rush 时)"
    assert live.message("en").endswith("; 2 are planned (with live=yes)")


def test_a_year_without_an_optional_anchor_is_looked_at_too() -> None:
    tasks = [{"id": "poster", "when": [{"if": "presale", "then": "presale"}, "D-12..D-18"]}]
    found = check(whole(tasks, anchors={"presale": anchor("D-15", optional=True)}))
    assert [(problem.code, problem.under) for problem in found] == [("ends-before-start", "presale=none")]
