"""Strict YAML: scalars of YAML 1.2, keys as they were typed, and bounds on everything."""

from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml

from promoplan.errors import Problem, PromoplanError
from promoplan.library import strict
from promoplan.library.source import Source
from promoplan.library.strict import DEEPEST, LONGEST_NUMBER, MOST_NODES, parse

LOADERS = [yaml.SafeLoader, strict.Loader]
"""PyYAML's own and, where it was built with it, libyaml's."""

QUICK = 2.0
"""Seconds of this processor that a text of a few kilobytes may take; it takes a hundredth of it."""


def data(text: str) -> Any:
    return parse(Source("f", text))


def problems(text: str) -> list[Problem]:
    with pytest.raises(PromoplanError) as caught:
        data(text)
    return list(caught.value.problems)


def faults(text: str) -> list[tuple[str, str]]:
    """Code and place of each fault."""
    return [(found.code, str(found.place).removeprefix("f:")) for found in problems(text)]


@pytest.mark.parametrize("text", ["~", "null", "Null", "NULL", "", "# only a comment"])
def test_nothing(text: str) -> None:
    assert data(f"a: {text}") == {"a": None}


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)],
)
def test_there_are_two_truth_values(text: str, value: bool) -> None:
    assert data(f"- {text}") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("42", 42),
        ("-7", -7),
        ("+7", 7),
        ("010", 10),
        ("9" * LONGEST_NUMBER, 10**LONGEST_NUMBER - 1),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("1.5E-2", 0.015),
    ],
)
def test_a_number_is_a_number(text: str, value: float) -> None:
    found = data(f"- {text}")
    assert found == [value]
    assert type(found[0]) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "off", "on", "yes", "no", "y", "N", "tRue", "nULL",
        "10:30", "1:30:00", "2024-11-11", "2024-11-11 20:00", "2024-11-11T20:00:00Z", "11-11",
        "0x1F", "0o17", "0b1", "1_000", "1,000", "4%", "1e", "e3", ".", "+.", "1.2.3",
        ".inf", "-.inf", ".nan", "1e999", "-1e999", "9" * (LONGEST_NUMBER + 1), "１２",
        "D-34..D-11", "双11", "=", "<<",
    ],
)  # fmt: skip
def test_everything_else_is_a_text(text: str) -> None:
    assert data(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"true"', "true"),
        ("'42'", "42"),
        ('""', ""),
        ("'~'", "~"),
        ("|\n  42", "42"),
        (">-\n  a\n  b", "a b"),
        ("! 5", 5),
    ],
)
def test_quotes_make_a_text(text: str, value: object) -> None:
    assert data(f"a: {text}") == {"a": value}


@pytest.mark.parametrize(
    "key", ["off", "no", "true", "null", "~", "1", "01", "1e3", "10:30", "2024-11-11", "<<", "=", "双11"]
)
def test_a_key_is_what_was_typed(key: str) -> None:
    assert data(f"{key}: 1\n'{key}x': 2") == {key: 1, f"{key}x": 2}


def test_keys_keep_their_order_and_their_places() -> None:
    found = data("b: 1\na:\n  - x\n  - {c: 2}\n")
    assert list(found) == ["b", "a"]
    assert (found.keys_at, found.values_at) == ({"b": (0, 0), "a": (1, 0)}, {"b": (0, 3), "a": (2, 2)})
    assert found["a"].values_at == [(2, 4), (3, 4)]
    assert found["a"][1].keys_at == {"c": (3, 5)}


def test_places_count_characters_as_an_editor_does() -> None:
    assert data("标题: 双11\n🎉🎉: {预热: x}\n").values_at == {"标题": (0, 4), "🎉🎉": (1, 4)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: 2\na: 3", "3:1"),
        ("a: {b: 1, b: 2}", "1:11"),
        ("- x: 1\n  y: 2\n  x: 3", "3:3"),
        ("'a': 1\na: 2", "2:1"),
        ("~: 1\n'~': 2", "2:1"),
        ("1: a\n'1': b", "2:1"),
        ("&k a: 1\n*k : 2", "2:1"),
    ],
)
def test_a_key_stands_once(text: str, place: str) -> None:
    assert faults(text) == [("repeated-key", place)]


def test_every_repeated_key_is_told_by_name() -> None:
    found = problems("a: 1\na: 2\nb: {c: 1, c: 1, d: 1}\na: 3\n")
    assert [problem.message("en") for problem in found] == [f"{key} is written twice" for key in "aca"]


@pytest.mark.parametrize("text", ["? [a, b]\n: 1", "? {a: b}\n: 1", "a: &x [1]\n*x : 2", "{[a]: 1}"])
def test_a_list_is_no_key(text: str) -> None:
    assert [code for code, _ in faults(text)] == ["key-not-text"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("!!python/object/apply:os.system [echo]", "!!python/object/apply:os.system"),
        ("!!python/name:os.system", "!!python/name:os.system"),
        ("!!str 5", "!!str"),
        ("!!binary aGk=", "!!binary"),
        ("!!omap [a: 1]", "!!omap"),
        ("!custom {a: 1}", "!custom"),
        ("!<tag:example.com,2000:x> 5", "tag:example.com,2000:x"),
    ],
)
def test_a_tag_is_never_followed(text: str, tag: str) -> None:
    (found,) = problems(f"a: {text}")
    assert (found.code, str(found.place), found.args["tag"]) == ("yaml-tag", "f:1:4", tag)


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2", "---\na: 1\n---\n", "a: 1\n...\n---\nb: 2", "---\n---\na: 1"])
def test_one_file_holds_one_document(text: str) -> None:
    assert [code for code, _ in faults(text)] == ["two-documents"]


@pytest.mark.parametrize("text", ["---\na: 1", "%YAML 1.1\n---\na: 1", "# x\n---\na: 1\n...\n", "\ufeff\na: 1"])
def test_the_marks_of_one_document_are_no_fault(text: str) -> None:
    assert data(text) == {"a": 1}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n...\n", "~"])
def test_no_document_is_nothing(text: str) -> None:
    assert data(text) is None


def test_an_alias_is_what_it_names() -> None:
    assert data("a: &x [1, 2]\nb: *x\nc: &y text\nd: [*y, *x]\n") == {
        "a": [1, 2],
        "b": [1, 2],
        "c": "text",
        "d": ["text", [1, 2]],
    }


@pytest.mark.parametrize(
    ("text", "place"), [("a: *x", "1:4"), ("a: *x\nb: &x 1", "1:4"), ("a: &x [*x]", "1:8"), ("a: &x\n  b: *x", "2:6")]
)
def test_an_alias_of_nothing_and_of_itself(text: str, place: str) -> None:
    assert faults(text) == [("unknown-alias", place)]


def laughs(levels: int) -> str:
    """Each level is ten of the one before."""
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]", *lines])


@pytest.mark.parametrize("levels", [7, 9, 30, 500])
def test_a_billion_laughs_are_refused_at_once(levels: int) -> None:
    started = process_time()
    (found,) = problems(laughs(levels))
    assert process_time() - started < QUICK
    assert (found.code, found.args) == ("too-large", {"most": MOST_NODES})


def test_a_hundred_thousand_laughs_are_none_too_many() -> None:
    assert len(data(laughs(5))["a4"]) == 10


def test_keys_may_not_multiply_either() -> None:
    lines = [f"a{n}: &a{n} {{{', '.join(f'k{k}: *a{n - 1}' for k in range(10))}}}" for n in range(1, 9)]
    text = "\n".join(["a0: &a0 {x: 1}", *lines])
    assert [code for code, _ in faults(text)] == ["too-large"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "\n".join(" " * depth + "a:" for depth in range(500)),
        "\n".join(" " * depth + "-" for depth in range(500)),
        "[" * 500 + "]" * 500,
        "a: 1\nb: " + "[" * 200 + "@",
        "标题: " + "[{" * 2000,
    ],
    ids=["lists", "maps", "closed", "json", "entries", "keys", "block maps", "block lists", "500", "then @", "后"],
)
@pytest.mark.parametrize("loader", LOADERS)
def test_deep_nesting_is_refused_at_once(text: str, loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict, "Loader", loader)
    started = process_time()
    found = problems(text)
    assert process_time() - started < QUICK
    assert [(problem.code, problem.args) for problem in found] == [("too-deep", {"deepest": DEEPEST})]


def test_the_place_is_where_it_first_nests_too_deep() -> None:
    assert faults("a: 1\nb: " + "[" * 5000) == [("too-deep", f"2:{DEEPEST + 3}")]


@pytest.mark.parametrize("text", ["[" * DEEPEST + "]" * DEEPEST, "\n".join(" " * n + "a:" for n in range(DEEPEST))])
def test_the_deepest_nesting_is_read(text: str) -> None:
    found = data(text)
    for _ in range(DEEPEST - 1):
        found = found[0] if isinstance(found, list) else found["a"]
    assert found in ([], {"a": None})


def test_very_long_lines_are_read() -> None:
    words = ", ".join(["word"] * 50_000)
    assert data(f"a: [{words}]\nb: {'x' * 1_000_000}")["b"] == "x" * 1_000_000


def test_a_key_longer_than_yaml_allows_is_a_fault_and_no_crash() -> None:
    assert faults(f"a: 1\n{'k' * 2000}: 1\n") == [("yaml-syntax", "2:2001")]
    assert data(f"? {'k' * 2000}\n: 1\n") == {"k" * 2000: 1}


@pytest.mark.parametrize(
    ("text", "place", "zh", "en"),
    [
        ("a: b: c", "1:5", "这里不该有冒号", "there cannot be a colon here"),
        ("a: 1\n标题x\nb: 2", "3:1", "少了冒号", "a colon is missing"),
        ("a: {b: 1", "1:4", "少了逗号或 }", "a comma or } is missing"),
        ("a: [b\n\n", "1:4", "少了逗号或 ]", "a comma or ] is missing"),
        ("- a\nb: 1", "2:1", "这里应是以 - 开头的一项", "an entry starting with - is expected here"),
        ('a: "b\n  c\n', "1:4", "引号没有配对", "a quote is not closed"),
        ("a: @b", "1:4", "以这个字符开头的文字要加引号", "a text that starts with this character must be quoted"),
        ("a: 1\n b: 2", "2:3", "这里不该有冒号", "there cannot be a colon here"),
        ("a: b\n- c", "2:1", "这里应是 键: 值", "a key and its value are expected here"),
        ("a: - b", "1:4", "这里不能有以 - 开头的一项", "there cannot be an entry here"),
        ("a: [\n\n", "1:5", "这里少了内容", "a value is missing here"),
        ("a: ]", "1:4", "这里少了内容", "a value is missing here"),
        (
            "a: *", "1:4", "* 和 & 后面要跟名字, 以它们开头的文字要加引号",
            "a name must follow * and &; quote a text that starts with one",
        ),
        ("%FOO", "1:1", "从这里起看不懂了 (原话是: found unknown directive name)", "found unknown directive name"),
        (
            'a: "\\ud83d"', "1:7", "从这里起看不懂了 (原话是: found invalid Unicode character escape code)",
            "found invalid Unicode character escape code",
        ),
    ],
)  # fmt: skip
def test_what_is_not_yaml_is_said_in_words(text: str, place: str, zh: str, en: str) -> None:
    (found,) = problems(text)
    assert (found.code, str(found.place)) == ("yaml-syntax", f"f:{place}")
    assert found.message("zh") == f"YAML 写法有误: {zh}"
    assert found.message("en") == f"this is not YAML: {en}"


SEEN_IN = {"6.0.2", "6.0.3", "6.0.4"}
"""The releases of PyYAML that say the sentences of `strict.DETAILS`; a new pin is tried, then added."""


def test_the_sentences_were_seen_in_the_release_that_is_pinned() -> None:
    pins = (Path(__file__).parents[2] / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert {pin.removeprefix("pyyaml==") for pin in pins if pin.startswith("pyyaml==")} <= SEEN_IN


@pytest.mark.parametrize("problem", ["a brand-new sentence", "", None])
def test_a_sentence_nobody_has_seen_is_still_told_in_words(
    problem: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise yaml.scanner.ScannerError(None, None, problem, None)

    monkeypatch.setattr(yaml, "parse", fail)
    (found,) = problems("a: 1")
    aside = f" (原话是: {problem})" if problem else ""
    assert found.message("zh") == f"YAML 写法有误: 从这里起看不懂了{aside}"
    assert found.message("en") == f"this is not YAML: {problem or 'it cannot be read on from here'}"


def test_faults_before_the_place_where_yaml_ends_are_told_too() -> None:
    assert faults("a: 1\na: !!str 2\nb: ]\n") == [("repeated-key", "2:1"), ("yaml-tag", "2:4"), ("yaml-syntax", "3:4")]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x7f", "\x80", "\ufffe"])
def test_characters_that_yaml_refuses_are_a_fault(char: str) -> None:
    assert [code for code, _ in faults(f"a: x{char}y")] == ["yaml-syntax"]
