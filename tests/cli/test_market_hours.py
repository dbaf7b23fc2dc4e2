"""The market's own clock beside ours: in today, tasks, show and JSON; windows in the order of the day."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from rich.cells import cell_len

from conftest import SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")


def three_markets(shop: Path) -> str:
    text = SMALL.read_text()
    wanted = 'hours: "09:00-12:00 America/Los_Angeles"'
    assert wanted in text
    several = 'hours: ["09:00-12:00 Europe/Berlin", "09:00-12:00", "09:00-12:00 America/Los_Angeles"]'
    (shop / "three.yaml").write_text(text.replace(wanted, several))
    return "three.yaml"


def test_today_has_the_windows_in_the_order_of_the_day(promoplan: Program, shop: Path) -> None:
    promoplan("init", three_markets(shop), "--date", "2024-11-11", "--yes")
    out = promoplan("today", "--on", "2024-11-09", lang="zh").out
    due = out[out.index("今天到期") : out.index("这段时间的规矩")]
    assert [" ".join(line.split()) for line in due.splitlines()] == [
        "今天到期 (3)",
        "D-2 11-09 周六 01:00–04:00 守北美上班时间 业务员 buyers-online@d1-h3",
        "(Los Angeles 11-08",
        "09:00–12:00)",
        "D-2 11-09 周六 09:00–12:00 守北美上班时间 业务员 buyers-online@d1-h2",
        "D-2 11-09 周六 16:00–19:00 守北美上班时间 业务员 buyers-online@d1-h1",
        "(Berlin 09:00–12:00)",
        "",
    ]


def test_tasks_and_show_have_it_too(promoplan: Program) -> None:
    promoplan(*INIT)
    assert "(Los Angeles 11-08\n" in promoplan("tasks", "--all").out
    assert "(Los Angeles" not in promoplan("tasks").out
    assert "2024-11-10 Sun 01:00–04:00 (America/Los_Angeles 11-09 09:00–12:00) (D-1)" in (
        promoplan("show", "buyers-online").out
    )


def test_json_has_the_zone_and_the_same_moments(promoplan: Program) -> None:
    promoplan(*INIT)
    for words in (("tasks", "--json"), ("today", "--on", "2024-11-09", "--json"), ("show", "buyers-online", "--json")):
        items = {item["id"]: item for item in json.loads(promoplan(*words).out)["items"]}
        assert items["buyers-online@d1"]["start"] == "2024-11-09T01:00:00+08:00"
        assert items["buyers-online@d1"]["market"] == {
            "zone": "America/Los_Angeles",
            "start": "2024-11-08T09:00:00-08:00",
            "end": "2024-11-08T12:00:00-08:00",
        }
        assert all(item["market"] is None for name, item in items.items() if not name.startswith("buyers-online"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_at_60_columns_no_word_is_lost(
    process: Callable[..., "CompletedProcess[bytes]"], shop: Path, lang: str
) -> None:
    process("init", three_markets(shop), "--date", "2024-11-11", "--yes")
    for words in (("today", "--on", "2024-11-09"), ("tasks", "--all"), ("show", "buyers-online")):
        text = process(*words, COLUMNS="60", PROMOPLAN_LANG=lang).stdout.decode()
        assert max(map(cell_len, text.splitlines())) <= 60
        assert "09:00–12:00)" in text
        assert "11-08" in text
        assert text.isascii() is False
