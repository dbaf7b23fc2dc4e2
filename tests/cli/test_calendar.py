"""`promoplan calendar`: the whole output, its exit codes, its JSON, and that it holds on any terminal."""

import json
import shlex
import subprocess
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from conftest import Program

Process = Callable[..., "subprocess.CompletedProcess[bytes]"]

NOW = {2024: "2024-10-20T09:30", 2025: "2026-03-10", 2026: "2026-03-10"}
"""In the middle of the year, after it, and early in it."""

PROMISED = {
    "id", "promotion", "title", "market", "start", "end", "between", "zone", "certainty", "confirm", "source", "note",
    "prepare", "playbook", "playbook_note", "command",
}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("year", NOW)
def test_a_year(year: int, lang: str, promoplan: Program, golden: Callable[[str, str], None]) -> None:
    ran = promoplan("calendar", str(year), now=NOW[year], lang=lang)
    assert ran.code == 0
    golden(f"calendar/{year}.{lang}.txt", ran.out + ran.err)


def test_the_calendar_of_one_market_in_ascii(promoplan: Program, golden: Callable[[str, str], None]) -> None:
    ran = promoplan("calendar", "2025", "--market", "alibaba", "--ascii")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    golden("calendar/2025.alibaba.en.txt", ran.out)


def test_this_year_is_the_one_meant(promoplan: Program) -> None:
    ran = promoplan("calendar", now="2025-12-31T23:30")
    assert ran.out.startswith("Promotions of 2025 · 12 promotions\n")
    assert promoplan("calendar", now="2025-12-31T16:30:00+00:00").out.startswith("Promotions of 2026")
    assert promoplan("calendar", "2024年", lang="zh").out.startswith("2024 年大促日历")


def test_what_to_begin_next_is_said_only_in_the_year_itself(promoplan: Program) -> None:
    ran = promoplan("calendar", "2026", now="2026-01-11")
    assert "Now in preparation: New Year goods, Valentine's Day, March Expo\n" in ran.out
    assert "Next: prepare Open over New Year from 01-12 Mon, tomorrow\n" in ran.out
    assert "Running now: March Expo\n" in promoplan("calendar", "2026", now="2026-03-31").out
    other = promoplan("calendar", "2026", now="2025-12-20").out
    assert "Next: " not in other
    assert "│" not in other


@pytest.mark.parametrize("year", ["1999", "2100", "abc", "-1", "２０２６x", "20266"])
def test_a_year_that_is_none_is_a_usage_error(promoplan: Program, year: str) -> None:
    ran = promoplan("calendar", "--", year)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"error: {year} is not between 2000 and 2099\n"


def test_an_unknown_market_is_a_usage_error(promoplan: Program) -> None:
    ran = promoplan("calendar", "--market", "jd")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: --market / -m is one of: tmall, alibaba\n  see promoplan calendar --help\n"


def test_a_year_without_holidays_warns_and_still_shows(promoplan: Program) -> None:
    ran = promoplan("calendar", "2027", lang="zh")
    assert ran.code == 0
    assert ran.err.startswith("提醒: 2027, 2028 年的放假安排还没有数据")


def test_the_json_keeps_its_promise(promoplan: Program) -> None:
    ran = promoplan("calendar", "2026", "--json", lang="zh")
    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    assert {key: record[key] for key in ("schema_version", "year", "market", "unknown_holidays")} == {
        "schema_version": 1, "year": 2026, "market": None, "unknown_holidays": [2027],
    }  # fmt: skip
    found = {each["promotion"]: each for each in record["promotions"]}
    assert all(set(each) == PROMISED for each in [*found.values(), *record["next_year"]])
    expo, arrivals = found["march-expo"], found["autumn-arrivals"]
    assert (expo["start"], expo["end"]) == ("2026-03-01T16:00:00+08:00", "2026-04-01T14:59:59+08:00")
    assert (expo["certainty"], expo["source"]) == ("confirm", "press")
    assert (arrivals["start"], arrivals["end"], arrivals["between"]) == (None, None, ["2026-08-20", "2026-11-10"])
    assert found["valentine"]["prepare"]["start"] == "2026-01-09"
    assert found["qixi"]["title"] == "七夕"
    assert {
        "promotions": ["valentine-2026", "spring-open-2026"], "start": "2026-01-12", "end": "2026-02-13", "days": 33,
    } in record["overlaps"]  # fmt: skip
    assert [each["id"] for each in record["next_year"]] == ["new-year-goods-2027", "march-expo-2027"]


def test_the_json_of_a_market_has_only_its_promotions(promoplan: Program) -> None:
    record = json.loads(promoplan("calendar", "2022", "--json", "--market", "alibaba").out)
    assert [each["id"] for each in record["promotions"]] == ["march-expo-2022", "september-2022"]
    assert (record["overlaps"], record["market"]) == ([], "alibaba")


@pytest.mark.parametrize("year", [2024, 2027])
def test_every_line_to_type_makes_a_plan(promoplan: Program, year: int) -> None:
    """As printed. A borrowed playbook may not fit to the day and then says so; a playbook of its own must."""
    for each in json.loads(promoplan("calendar", str(year), "--json").out)["promotions"]:
        if "YYYY" in each["command"]:
            assert each["start"] is None
            continue
        ran = promoplan(*shlex.split(each["command"])[1:], "--dry-run", "--yes")
        assert ran.code == 0, each["command"]
        assert each["playbook_note"] or "error" not in ran.err, ran.err


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("marks", [(), ("--ascii",)])
def test_no_line_is_wider_than_the_terminal(process: Process, columns: int, lang: str, marks: tuple[str, ...]) -> None:
    ran = process("calendar", "2026", *marks, COLUMNS=str(columns), PROMOPLAN_LANG=lang)
    text = ran.stdout.decode()
    assert ran.returncode == 0
    assert max(map(cell_len, text.splitlines())) <= columns
    joined = "".join(text.split()).replace("\\", "")
    for piece in ("promoplaninitwinback--date2026-02-14--namevalentine-2026--setserves=valentine", "2027-01-09"):
        assert piece in joined
    drawn = [line for line in text.splitlines() if "▒▒▒" in line or "---" in line]
    assert len(drawn) >= 10


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_gbk_console_gets_every_word(process: Process, lang: str) -> None:
    ran = process("calendar", "2024", PYTHONIOENCODING="gbk", PROMOPLAN_LANG=lang)
    text = ran.stdout.decode("gbk")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert not set("█▒◆░…·│") & set(text)
    assert text.count("?") == process("calendar", "2024", "--ascii", PROMOPLAN_LANG=lang).stdout.count(b"?")


def test_the_output_is_the_same_in_every_zone(process: Process) -> None:
    zones = ("UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati")
    assert len({process("calendar", "2022", TZ=zone).stdout for zone in zones}) == 1
