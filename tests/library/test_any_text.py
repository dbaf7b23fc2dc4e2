"""No text, however broken, makes reading and checking raise anything but PromoplanError."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promoplan.engine.checks import check
from promoplan.errors import Problem, PromoplanError
from promoplan.library.load import load_source
from promoplan.library.source import Source, decode
from promoplan.text import Lang

SMALL = (Path(__file__).parents[1] / "small.yaml").read_text(encoding="utf-8")
"""A playbook with one of each thing."""

LANGS: tuple[Lang, ...] = ("zh", "en")
LINES = SMALL.splitlines()
WORDS = sorted({word.strip("[]{},'\"") for word in SMALL.split()})

NASTY = (
    "", "~", "[]", "{}", "[[]]", "{a: {b: c}}", "true", "off", "0", "-1", "1e999", "1e-999", ".nan", "9" * 400, "0x1F",
    "''", '"', "'", "- x", "? x", "a: b: c", "&a x", "*a", "*x", "!!str x", "!x {}", "|", ">-", "# x", "---", "...",
    "%YAML 9.9", "@", "`", "\t", " ", "\x00", "\x1b[2J", "\ufeff", "\u2028", "\u202e", "双11", "🎉", "é" * 3,
    "D", "month", "month.end", "D-3661", "D+3660w", "D+3660w+3660w+3660w", "D..", "..D", "D..D-9", "D-0wd", "D 24:00",
    "D-1 20:00..19:00", "D 02:30 America/New_York", "D 00:00 Etc/GMT+12", "2099-12-31 24:00", "2000-01-01 00:00",
    "2024-02-30", "0001-01-01", "9999-12-31", "2000-01-01..2099-12-31", "after day", "before prepare", "after.end",
    "after choose-goods +2d", "presale", "presale-3000d", "presale.end+1min", "{every: day}", "{every: month, in: D}",
    "{every: 999w, in: D-3000..D}", "{waves: 9-99, gap: 1-9d, last: D}", "{waves: 1, gap: 9999d, last: D..}",
    "{rota: [a], shift: 1h, in: D}", "{rota: [a], shift: 24h, in: D, peaks: {in: D-1, hours: ['00:00-00:00']}}",
    "[{if: presale, then: D}, D-1]", "[{if: venue in [rts, open], then: {every: day}}]", "venue == rts and not (a)",
    "((((a))))", "not not not a", "1 / 0", "0 / 0 * 1e308 * 1e308", "sales_target ** 2", "a.b", "ceil()",
    "visitors + visitors", "__import__('os')", "{zh: x}", "{en: x}", "{zh: x, en: }", "刷单", "{unknown}", "{event}}",
)  # fmt: skip
"""Values that have hurt somebody, or might."""

tried = settings(
    derandomize=True,
    deadline=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow],
)


def told(source: Source) -> list[Problem]:
    """Every fault of a text, said in both languages."""
    try:
        loaded = load_source(source)
        found = loaded.located(check(loaded.playbook))
    except PromoplanError as error:
        found = list(error.problems)
    assert all(problem.place for problem in found)
    assert all(problem.message(lang) and isinstance(problem.hint(lang), str) for problem in found for lang in LANGS)
    return found


def survives(text: str) -> None:
    """As the text of a file, and as bytes on the way to one."""
    told(Source("f", text))
    survives_as_bytes(text.encode())


def survives_as_bytes(raw: bytes) -> None:
    try:
        source = decode(raw, "f")
    except PromoplanError as error:
        assert all(problem.message("zh") and problem.place for problem in error.problems)
    else:
        assert all(found.place and found.place.line <= len(source.lines) for found in told(source))


def test_the_playbook_that_is_broken_below_is_whole() -> None:
    assert told(Source("f", SMALL)) == []


@tried
@given(st.text())
def test_any_text(text: str) -> None:
    survives(text)


@tried
@given(st.binary())
def test_any_bytes(raw: bytes) -> None:
    survives_as_bytes(raw)


@tried
@given(st.lists(st.sampled_from([*"[]{}:,-?*&!|>'\"%@`#\n ", "a", "zh", "\n  ", ": ", "- ", "\r", "\t", "&a ", "*a"])))
def test_any_punctuation_of_yaml(parts: list[str]) -> None:
    survives("".join(parts))


@st.composite
def edited(draw: st.DrawFn) -> str:
    """The playbook after a few slips of the hand: lines and characters lost, doubled, moved, typed."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        line = lines[at]
        column = draw(st.integers(0, len(line)))
        match draw(st.sampled_from(("delete", "double", "move", "indent", "cut", "type", "swap", "join"))):
            case "delete":
                del lines[at : at + draw(st.integers(1, 3))]
                lines = lines or [""]
            case "double":
                lines.insert(other, line)
            case "move":
                lines.insert(min(other, len(lines) - 1), lines.pop(at))
            case "indent":
                lines[at] = " " * draw(st.integers(0, 8)) + line.lstrip()
            case "cut":
                lines[at] = line[:column] + line[column + draw(st.integers(1, 9)) :]
            case "type":
                lines[at] = line[:column] + draw(st.text(max_size=3) | st.sampled_from(NASTY)) + line[column:]
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "join":
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
    return "\n".join(lines)


@tried
@given(edited())
def test_any_slip_of_the_hand(text: str) -> None:
    survives(text)


@st.composite
def replaced(draw: st.DrawFn) -> str:
    """The playbook with some words exchanged for others of its own, or for nasty ones."""
    text = SMALL
    for _ in range(draw(st.integers(1, 3))):
        word = draw(st.sampled_from([word for word in WORDS if word]))
        text = text.replace(
            word, draw(st.sampled_from(WORDS) | st.sampled_from(NASTY)), draw(st.sampled_from((1, 2, -1)))
        )
    return text


@tried
@given(replaced())
def test_any_word_in_the_place_of_another(text: str) -> None:
    survives(text)


VALUES = [
    (number, line.index(": ") + 2) for number, line in enumerate(LINES) if ": " in line and not line.startswith("#")
]
"""Where the value behind the first key of a line begins."""


@tried
@given(st.sampled_from(VALUES), st.sampled_from(NASTY))
def test_any_nasty_value_of_any_key(spot: tuple[int, int], value: str) -> None:
    number, column = spot
    survives("\n".join([*LINES[:number], LINES[number][:column] + value, *LINES[number + 1 :]]))
