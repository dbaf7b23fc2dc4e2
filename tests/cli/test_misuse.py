"""Mistakes in a command line: said in the reader's language, with the line that helps; nothing is done."""

from pathlib import Path

import pytest
from typer.exceptions import TyperException

from conftest import SMALL, Program
from promoplan.cli import misuse

MISTAKES = (
    ("status --by x", "--by 只能是: phase, board, role", "--by is one of: phase, board, role", "status --help"),
    ("check poster x", "N 要写数字", "N takes a number", "check --help"),
    ("timeline --width 5", "--width / -w 要 40 到 400 的整数", "--width / -w takes a whole number from 40 to 400",
     "timeline --help"),
    ("today extra more", "多写了 extra more", "extra more: one word too many", "today --help"),
    ("tasks --all=3", "--all 后面不用写内容", "--all takes no value", "tasks --help"),
    ("today --on", "--on 后面少了内容", "--on needs a value", "today --help"),
    ("check poster", "少写了 N", "N is missing", "check --help"),
    ("playbooks new", "少写了 NAME", "NAME is missing", "playbooks --help"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "zh", "en", "helps"), MISTAKES)
def test_a_mistake_is_told_in_both_languages(promoplan: Program, line: str, zh: str, en: str, helps: str) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    told = promoplan(*line.split(), lang="zh")
    assert (told.code, told.out) == (2, "")
    assert told.err == f"错误: {zh}\n  看看 promoplan {helps}\n"
    assert promoplan(*line.split()).err == f"error: {en}\n  see promoplan {helps}\n"


@pytest.mark.parametrize(
    ("line", "en"),
    [
        ("tasks --rol ops", "there is no option --rol\n  did you mean --role?\n"),
        ("tdoay", "there is no command tdoay\n  did you mean today?\n"),
        ("tasks --zzzz", "there is no option --zzzz\n  promoplan tasks --help lists them\n"),
    ],
)
def test_a_slip_is_met_with_the_nearest_word(promoplan: Program, line: str, en: str) -> None:
    ran = promoplan(*line.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"error: {en}")


def test_a_wrong_input_says_how_to_write_it(promoplan: Program) -> None:
    ran = promoplan("init", str(SMALL), "--date", "2024-11-11", "--set", "sales_target=十万", lang="zh")
    assert (ran.code, ran.err) == (2, "错误: sales_target: 十万 不是数\n  写成 100000, 10万 或 4%\n")


@pytest.mark.parametrize(("word", "year"), [("今年", "2024"), ("明年", "2025"), ("去年", "2023")])
def test_years_and_days_in_words(promoplan: Program, word: str, year: str) -> None:
    assert promoplan("calendar", word, lang="zh").out == promoplan("calendar", year, lang="zh").out
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    assert promoplan("today", "--on", "昨日").out == promoplan("today", "--on", "2024-10-19").out


@pytest.mark.parametrize("name", ["长" * 90, "x" * 256, "y" * 4000])
@pytest.mark.parametrize(
    "line",
    [
        "init {}",
        "init double11 --date 2024-11-11 --yes --name {}",
        "today -c {}",
        "done poster -c {}",
        "export md -o {}",
    ],
)
def test_a_name_too_long_for_a_file_is_a_mistake_of_the_line(promoplan: Program, line: str, name: str) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    ran = promoplan(*line.format(name).split(), lang="zh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("错误: ")
    assert len(ran.err) < 6000


SEEN_IN = {"0.27.2", "0.27.3", "0.28.0"}
"""The releases of typer whose sentences `cli/misuse.py` knows; a new pin is tried, then added."""


def test_the_sentences_were_seen_in_the_release_that_is_pinned() -> None:
    pins = (Path(__file__).parents[2] / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert {pin.removeprefix("typer==") for pin in pins if pin.startswith("typer==")} <= SEEN_IN


def test_a_mistake_nobody_has_seen_is_still_told_in_words() -> None:
    told = misuse.told(TyperException("A brand-new sentence."), ["today", "--on"])
    assert told.message("zh") == "这一行的用法不对 (原话是: A brand-new sentence.)"
    assert told.message("en") == "A brand-new sentence."
    assert told.code == "bad-usage"
