"""A campaign of the version before, with its one log: it is read, ticked, moved, taken back and exported as it was."""

import json
import re
import shutil
from pathlib import Path

import pytest

from conftest import OWN, Program

OLD = Path(__file__).with_name("old") / "sale"
"""Made by that version in October 2024: ticks, notes, a move, a pin, undos, people."""
NOW = "2024-10-07T09:00"


@pytest.fixture(autouse=True)
def sale(shop: Path) -> Path:
    shutil.copytree(OLD, shop / "sale")
    (shop / "sale" / ".cache").mkdir()
    (shop / "sale" / ".cache" / "plan.json").write_text('{"key": "believed", "plan": 7}')
    return shop / "sale"


def items(promoplan: Program) -> dict[str, tuple[str, str]]:
    found = json.loads(promoplan("tasks", "--all", "--json", now=NOW).out)
    return {item["id"]: (item["start"], item["status"]) for item in found["items"]}


def test_it_reads_as_it_did(promoplan: Program) -> None:
    """By what the version before said of it."""
    found = json.loads(promoplan("tasks", "--all", "--json", now=NOW).out)
    assert found["event"] == "2024-11-13"
    by_id = {item["id"]: item for item in found["items"]}
    assert {name: by_id[name]["status"] for name in ("poster", "deposit-reminder", "thank", "open-shop")} == {
        "poster": "done", "deposit-reminder": "open", "thank": "started", "open-shop": "open",
    }  # fmt: skip
    assert (by_id["open-shop"]["start"], by_id["open-shop"]["pinned"]) == ("2024-11-12T00:00:00+08:00", True)
    assert by_id["choose-goods"]["checked"] == [1]
    assert by_id["thank"]["people"] == ["小李", "小王"]
    assert [len(promoplan("log", "--item", "poster").out.splitlines()), promoplan("today").err] == [4, ""]
    shown = promoplan("show", "poster").out
    assert all(note in shown for note in ("发给印厂了", "印厂收到"))


def test_it_is_written_on_in_a_log_of_this_machine(promoplan: Program, sale: Path) -> None:
    before = (sale / "log.jsonl").read_bytes()
    was = items(promoplan)
    assert promoplan("undo", now=NOW).out == "undid: started Say thank you\n"
    assert promoplan("undo", now=NOW).out == "restored: started Say thank you\n"
    assert promoplan("done", "choose-goods", now=NOW).code == 0
    assert promoplan("check", "choose-goods", "2", now=NOW).code == 0
    assert promoplan("move", "--date", "2024-11-15", "--yes", now=NOW).code == 0
    assert items(promoplan)["poster"] == was["poster"]
    assert items(promoplan)["push@w1"] != was["push@w1"]
    assert promoplan("undo", now=NOW).out.startswith("undid: moved Sale day to 2024-11-15")
    assert items(promoplan) == was | {"choose-goods": (was["choose-goods"][0], "done")}
    assert (sale / "log.jsonl").read_bytes() == before
    assert len((sale / OWN).read_bytes().splitlines()) == 6


def test_its_calendar_goes_on(promoplan: Program, sale: Path) -> None:
    """UIDs and SEQUENCE as that version sent them."""
    assert promoplan("export", "ics", "-o", "now.ics", now=NOW).code == 0
    text = (sale.parent / "now.ics").read_text(encoding="utf-8").replace("\r\n ", "")
    sent = dict(re.findall(r"UID:(\S+)\.8b3b6fcba880@promoplan.*?SEQUENCE:(\d+)", text, re.DOTALL))
    assert sent == {
        "anchor.presale": "0", "choose-goods": "1", "poster": "0", "deposit-reminder": "0", "unpaid": "1",
        "push@w1": "1", "push@w2": "1", "push@w3": "1", "buyers-online@d1": "1", "buyers-online@d2": "1",
        "open-shop": "2", "thank": "1",
    }  # fmt: skip


def test_doctor_tidies_it_and_changes_nothing_that_was_said(promoplan: Program, sale: Path) -> None:
    was, log = items(promoplan), (sale / "log.jsonl").read_bytes()
    assert promoplan("doctor", "--yes").code == 0
    assert not (sale / ".cache").exists()
    assert "log/*.jsonl merge=union" in (sale / ".gitattributes").read_text()
    assert (items(promoplan), (sale / "log.jsonl").read_bytes()) == (was, log)
    assert promoplan("doctor").out.endswith("All is well\n")
