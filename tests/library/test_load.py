"""Playbook text → Playbook: what is read, and where each fault of the format is shown."""

from datetime import date
from pathlib import Path

import pytest

from promoplan.errors import Place, Problem, PromoplanError
from promoplan.library.load import Loaded, load, load_source, validated
from promoplan.library.source import Source
from promoplan.library.strict import parse
from promoplan.model.campaign import CampaignFile
from promoplan.text import Text

HEAD = """\
format: 1
playbook: small
version: "1"
title: Small
event: {title: The day, reference: 2024-11-11}
roles: {ops: Operations}
boards: {goods: Goods}
"""
PHASES = """\
phases:
  - {id: prep, title: Prepare, when: D-7..D}
"""
TASKS = """\
tasks:
  - {id: choose, title: Choose, phase: prep, board: goods, roles: ops, when: D-3}
"""
SMALL = HEAD + PHASES + TASKS


def read(text: str) -> Loaded:
    return load_source(Source("f", text))


def problems(text: str) -> list[Problem]:
    with pytest.raises(PromoplanError) as caught:
        read(text)
    assert caught.value.exit_code == 1
    return list(caught.value.problems)


def only(text: str) -> Problem:
    (found,) = problems(text)
    return found


def under_caret(problem: Problem) -> str:
    """The user's line from the caret on."""
    assert problem.place is not None
    return problem.place.source[problem.place.column - 1 :]


def task(rest: str) -> str:
    """The small playbook with other words in its task."""
    return SMALL.replace("when: D-3", rest)


def part(section: str) -> str:
    """The small playbook with another section."""
    return HEAD + section + PHASES + TASKS


def test_a_playbook_is_read() -> None:
    playbook = read(SMALL).playbook
    assert (playbook.playbook, playbook.version, playbook.title) == ("small", "1", Text("Small", "Small"))
    assert playbook.event.reference == date(2024, 11, 11)
    assert [(phase.id, str(phase.when)) for phase in playbook.phases] == [("prep", "D-7..D")]
    assert [(task.id, task.roles, str(task.when)) for task in playbook.tasks] == [("choose", ("ops",), "D-3")]
    assert playbook.zone == "Asia/Shanghai"


def test_a_file_is_read_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    loaded = load(path, "shown.yaml")
    assert (loaded.playbook, loaded.source) == (read(SMALL).playbook, Source("shown.yaml", SMALL))


def test_words_that_yaml_1_1_would_change_stay_words() -> None:
    playbook = read(
        part("inputs: {live: {type: text, title: off, default: no}}\n").replace(
            "{goods: Goods}", "{off: 10:30, goods: 1e}"
        )
    ).playbook
    assert playbook.boards == {"off": Text.same("10:30"), "goods": Text.same("1e")}
    assert (playbook.inputs["live"].title, playbook.inputs["live"].default) == (Text.same("off"), "no")


def test_aliases_are_taken_for_what_they_name() -> None:
    text = SMALL.replace("title: Prepare", "title: &name {zh: 备货, en: Stock}").replace(
        "title: Choose", "title: *name"
    )
    assert read(text).playbook.tasks[0].title == Text("备货", "Stock")


@pytest.mark.parametrize(
    ("section", "key", "near"),
    [
        ("rolse: {ops: Operations}\n", "rolse", ["roles"]),
        ("Zone: UTC\n", "Zone", ["zone"]),
        ("colour: red\n", "colour", []),
        ("<<: {zone: UTC}\n", "<<", []),
        ("sources: {guide: {title: Guide, ulr: x}}\n", "ulr", ["url"]),
        ("anchors: {a: {title: A, at: D, offical: []}}\n", "offical", ["official"]),
        ("anchors: {a: {title: A, at: D, official: [{year: 2024, at: none, source: x, nots: y}]}}\n", "nots", ["note"]),
        ("inputs: {a: {type: number, title: A, default: 1, mim: 0}}\n", "mim", ["min"]),
        ("features: {a: {title: A, expcted: 2024-10, expected: 2024-10}}\n", "expcted", ["expected"]),
    ],
)
def test_an_unknown_key_is_compared_with_the_keys_of_its_place(section: str, key: str, near: list[str]) -> None:
    found = only(part(section))
    assert (found.code, found.args, found.near) == ("unknown-key", {"key": key}, near)
    assert under_caret(found) == section[section.index(f"{key}:") :].rstrip("\n")


@pytest.mark.parametrize(
    ("rest", "key", "near"),
    [
        ("when: D-3, role: ops", "role", ["roles"]),
        ("when: D-3, require: x", "require", []),
        ("when: D-3, goal: x", "goal", []),
        ("when: {every: day, hour: '09:00-10:00'}", "hour", ["hours"]),
        ("when: {waves: 3, gap: 2d, last: D, form: x}", "form", []),
        ("when: {rota: [A], shift: 8h, in: D, peak: x}", "peak", ["peaks"]),
        ("when: {rota: [A], shift: 8h, in: D, peaks: {in: D, hours: ['09:00-10:00'], hour: 1}}", "hour", ["hours"]),
        ("when: [{if: live, than: D, then: D}]", "than", ["then"]),
        ("when: D, amounts: [{title: A, value: 1, unti: x}]", "unti", ["unit"]),
    ],
)
def test_an_unknown_key_of_a_task_or_its_rule(rest: str, key: str, near: list[str]) -> None:
    found = only(task(rest))
    assert (found.code, found.args, found.near) == ("unknown-key", {"key": key}, near)


@pytest.mark.parametrize(
    ("text", "key", "caret"),
    [
        (SMALL.replace('version: "1"\n', ""), "version", "format: 1"),
        (SMALL.replace("title: The day, ", ""), "title", "event: {reference: 2024-11-11}"),
        (SMALL.replace(", when: D-7..D", ""), "when", "{id: prep, title: Prepare}"),
        (SMALL.replace(" phase: prep,", ""), "phase", "{id: choose,"),
        (task("when: {waves: 3, last: D}"), "gap", "{waves: 3, last: D}}"),
        (task("when: [{if: live}]"), "then", "{if: live}]}"),
        (task("when: {rota: [A], shift: 8h, in: D, peaks: {in: D}}"), "hours", "{in: D}}}"),
    ],
)
def test_a_missing_key_is_shown_at_the_mapping_that_lacks_it(text: str, key: str, caret: str) -> None:
    found = only(text)
    assert (found.code, found.args) == ("missing-key", {"key": key})
    assert under_caret(found).startswith(caret)


@pytest.mark.parametrize(
    ("when", "code", "caret"),
    [
        ("D-7..latr on", "bad-when", "latr on"),
        ("D-7 .. prep.middle", "bad-edge", "middle"),
        ("'D-7..D-1 25:00'", "bad-time", "25:00'"),
        ('"D-1 20:00 Asia/Peking"', "unknown-zone", 'Asia/Peking"'),
        ("D-7..2024-02-30", "bad-date", "2024-02-30"),
        ("D-7..1924-02-29", "year-out-of-range", "1924-02-29"),
        ("D-1..D+9999", "too-far", "+9999"),
        ("D-7..D UTC", "zone-without-time", "UTC"),
        ("before prep.end", "bad-edge", "end"),
    ],
)
def test_the_caret_stands_inside_a_rule(when: str, code: str, caret: str) -> None:
    """On a line of its own, in braces, and inside an alternative."""
    own_line = SMALL.replace(", when: D-7..D}", f"}}\n  - id: other\n    title: Other\n    when: {when}").replace(
        "title: Prepare}", "title: Prepare, when: D}"
    )
    braces = task(f"when: {when}")
    nested = task(f"when: [{{if: live, then: {when}}}, D]")
    found = [only(text) for text in (own_line, braces, nested)]
    assert [problem.code for problem in found] == [code] * 3
    assert [under_caret(found[0])] == [caret]
    assert all(under_caret(problem).startswith(caret) for problem in found[1:])


@pytest.mark.parametrize(
    ("condition", "caret"),
    [
        ("venue = rts", "= rts"),
        ("(venue == rts", ""),
        ("venue == rts and", ""),
        ("a or & b", "& b"),
        ("in [a]", '"in [a]'),
    ],
)
def test_the_caret_stands_inside_a_condition(condition: str, caret: str) -> None:
    found = only(SMALL.replace("roles: ops, when: D-3}", f'roles: ops, when: D-3, if: "{condition}"}}'))
    assert (found.code, under_caret(found)) == ("bad-condition", caret + '"}')


@pytest.mark.parametrize("zone", ["''", "localtime", "Asia/Peking", "asia/shanghai", "'../UTC'"])
def test_a_zone_is_one_of_the_iana_list(zone: str) -> None:
    found = only(part(f"zone: {zone}\n"))
    assert (found.code, under_caret(found)) == ("unknown-zone", zone)


@pytest.mark.parametrize(
    "text", ["D" + "+1 " * 90 + "x", "D" + " +1" * 90 + " 99", "D" + "-1d" * 90 + "?", "D" + " " * 290 + "x"]
)
def test_a_rule_full_of_shifts_is_refused_at_once(text: str) -> None:
    assert only(task(f'when: "{text}"')).code == "bad-when"
    assert only(part(f'anchors: {{a: {{title: A, at: "{text}"}}}}\n')).code == "bad-when"


def test_the_caret_counts_characters_not_bytes() -> None:
    found = only(task("why: 双11开卖前, when: D-3..晚些"))
    assert under_caret(found) == "晚些}"
    assert found.place is not None
    assert found.place.column == found.place.source.index("晚些") + 1


@pytest.mark.parametrize(
    ("text", "code", "caret"),
    [
        ("tasks", "not-mapping", "tasks"),
        ("- a\n- b\n", "not-mapping", "- a"),
        ("# nothing\n", "not-mapping", "# nothing"),
        ("~", "not-mapping", "~"),
        (HEAD + "phases: prep\n" + TASKS, "not-list", "prep"),
        (HEAD + "phases: {prep: D}\n" + TASKS, "not-list", "phases: {prep: D}"),
        (HEAD + "phases:\n" + TASKS, "not-list", ""),
        (HEAD + PHASES + "tasks: 7\n", "not-list", "7"),
        (HEAD + PHASES + "tasks: []\n", "too-few", "tasks: []"),
        (HEAD + PHASES + "tasks: [choose]\n", "not-mapping", "choose]"),
        (HEAD + PHASES + "tasks: [[]]\n", "not-mapping", "[]]"),
        (SMALL.replace("{ops: Operations}", "[ops]"), "not-mapping", "roles: [ops]"),
        (SMALL.replace("{ops: Operations}", "{}"), "too-few", "roles: {}"),
        (SMALL.replace("{ops: Operations}", "{ops: 5}"), "bad-text", "5}"),
        (SMALL.replace("{ops: Operations}", "{ops: [Operations]}"), "bad-text", "ops: [Operations]}"),
        (SMALL.replace("title: Small", "title: {zh: 小, en: 5}"), "bad-text", "title: {zh: 小, en: 5}"),
        (SMALL.replace("playbook: small", "playbook: {a: 1}"), "not-text", "playbook: {a: 1}"),
        (SMALL.replace("playbook: small", "playbook: ~"), "not-text", "~"),
        (SMALL.replace('"1"', "~"), "not-scalar", "~"),
        (SMALL.replace("2024-11-11", "[2024, 11, 11]"), "bad-stamp", "reference: [2024, 11, 11]}"),
        (SMALL.replace("2024-11-11", "20241111"), "bad-stamp", "20241111}"),
        (SMALL.replace("roles: ops", "roles: {ops: 1}"), "not-list", "roles: {ops: 1}"),
        (SMALL.replace("roles: ops", "roles: [[ops]]"), "not-text", "[ops]]"),
        (task("when: D, outside: 1"), "not-true-false", "1}"),
        (task("when: D, effort: [1d]"), "bad-duration", "effort: [1d]}"),
        (task("when: D, tools: 5"), "bad-text", "5}"),
        (task("when: D, checklist: {a: 1}"), "bad-text", "{a: 1}"),
        (task("when: D, amounts: [5]"), "not-mapping", "5]}"),
        (task("when: D, amounts: {title: A}"), "not-list", "amounts: {title: A}"),
        (task("when: D, amounts: [{title: A, ramp: [1]}]"), "missing-key", "ramp: [1]"),
        (task("when: 5"), "bad-form", "5}"),
        (task("when: [D, 5]"), "bad-form", "5]}"),
        (task("when: {every: 5}"), "not-text", "5}"),
        (task("when: {every: day, in: [D]}"), "bad-when", "in: [D]"),
        (task("when: {every: day, hours: {a: 1}}"), "bad-hours", "{a: 1}"),
        (task("when: {waves: [3], gap: 2d, last: D}"), "bad-count", "waves: [3]"),
        (part("sources: [guide]\n"), "not-mapping", "sources: [guide]"),
        (part("sources: {guide: A guide}\n"), "not-mapping", "A guide}"),
        (part("anchors: {a: D-3}\n"), "not-mapping", "D-3}"),
        (part("inputs: {a: {type: 5, title: A, default: 1}}\n"), "not-one-of", "5, title"),
        (part("figures: {a: {title: A, formula: [1]}}\n"), "bad-formula", "formula: [1]"),
        (part("blanks: {a: 5}\n"), "bad-text", "5}"),
        (part("features: {a: {title: A, expected: {a: 1}}}\n"), "bad-expected", "expected: {a: 1}"),
        (part("redlines: {a: []}\n"), "not-mapping", "a: []"),
        (part("languages: {zh: 1}\n"), "not-list", "languages: {zh: 1}"),
    ],
)
def test_a_wrong_type_is_shown_where_it_stands(text: str, code: str, caret: str) -> None:
    found = problems(text)
    assert (found[0].code, len({problem.code for problem in found})) == (code, 1)
    assert under_caret(found[0]).startswith(caret)


@pytest.mark.parametrize(
    ("text", "zh", "en", "hint_zh", "hint_en"),
    [
        (
            SMALL.replace("format: 1", "format: 2"),
            "剧本格式是 2, 这个 promoplan 只懂 1", "the format is 2; this promoplan reads 1",
            "写 format: 1, 或升级 promoplan", "write format: 1, or update promoplan",
        ),
        (
            SMALL.replace("roles: {", "rolez: {a: B}\nroles: {"),
            "没有 rolez 这个键", "unknown key rolez", "是不是 roles?", "did you mean roles?",
        ),
        (SMALL.replace(" board: goods,", ""), "缺 board", "board is missing", "", ""),
        (
            task("when: D, roll: backwards"),
            "backwards 不在可选的 none, back, forward 里", "backwards is not one of none, back, forward",
            "是不是 back?", "did you mean back?",
        ),
        (
            SMALL.replace("2024-11-11", "1924-11-11"),
            "1924-11-11 不在 2000 到 2099 年之间", "1924-11-11 is not between 2000 and 2099", "", "",
        ),
        (
            SMALL.replace("title: Small", 'title: ""'),
            "文字写成 {zh: …, en: …}, 或一句通用的话", "a text is {zh: …, en: …} or one plain string",
            "花括号里的文字如有半角逗号或冒号, 要加引号", "inside braces, quote a text that has a comma or a colon",
        ),
        (
            task("when: {evry: day}"),
            "看不懂这种时间规则", "this is no known form of rule",
            "写一段时间, 或 {every: …}, {waves: …}, {rota: …}", "write a span, or {every: …}, {waves: …}, {rota: …}",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_said_in_both_languages(text: str, zh: str, en: str, hint_zh: str, hint_en: str) -> None:
    found = only(text)
    assert (found.message("zh"), found.message("en")) == (zh, en)
    assert (found.hint("zh"), found.hint("en")) == (hint_zh, hint_en)


def test_a_very_long_word_is_cut_in_the_message() -> None:
    found = only(part(f"? {'k' * 5000}\n: 1\n"))
    assert found.message("en") == f"unknown key {'k' * 1000}…"


def test_warnings_and_faults_of_the_checks_get_their_places_in_the_order_of_the_file() -> None:
    loaded = read(SMALL)
    found = loaded.located([Problem("loop", path=("tasks", 0, "when")), Problem("loop", path=("phases", 0, "id"))])
    assert [problem.place for problem in found] == [
        Place("f", 9, 10, "  - {id: prep, title: Prepare, when: D-7..D}"),
        Place("f", 11, 78, "  - {id: choose, title: Choose, phase: prep, board: goods, roles: ops, when: D-3}"),
    ]


def test_a_campaign_file_is_read_the_same_way() -> None:
    source = Source(
        "campaign.yaml", "format: 1\nname: 双11\nid: x\ncreated: now\nplaybok: {name: a, version: 1}\nevent: D\n"
    )
    with pytest.raises(PromoplanError) as caught:
        validated(CampaignFile, parse(source), source)
    assert [(found.code, str(found.place), found.near) for found in caught.value.problems] == [
        ("missing-key", "campaign.yaml:1:1", ()),
        ("bad-created", "campaign.yaml:4:10", ()),
        ("unknown-key", "campaign.yaml:5:1", ["playbook"]),
        ("bad-stamp", "campaign.yaml:6:8", ()),
    ]
