"""`move` on a real terminal: it writes when somebody says yes, and only then."""

from pathlib import Path

import pytest

from conftest import OWN, SMALL, Program
from terminal import talk


@pytest.fixture
def log(promoplan: Program, shop: Path) -> Path:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    return shop / "small-2024" / OWN


@pytest.mark.parametrize("answer", ["y\n", "Yes\n", "是\n"])
def test_a_yes_writes(shop: Path, log: Path, answer: str) -> None:
    code, shown = talk(shop, [answer], "move", "--date", "11-14")
    assert code == 0
    assert shown.index("moved 9") < shown.index("Write it? [y/N]") < shown.index("Moved. Take it back")
    assert '"to":"2024-11-14"' in log.read_text()


@pytest.mark.parametrize("answer", ["\n", "n\n", "perhaps\n"])
def test_anything_else_writes_nothing(shop: Path, log: Path, answer: str) -> None:
    code, shown = talk(shop, [answer], "move", "--date", "11-14")
    assert code == 130
    assert "Cancelled, nothing was written." in shown
    assert log.read_text() == ""


@pytest.mark.parametrize("stop", ["\x03", "\x04"])
def test_an_interruption_writes_nothing(shop: Path, log: Path, stop: str) -> None:
    code, shown = talk(shop, [stop], "move", "--date", "11-14")
    assert code == 130
    assert "Traceback" not in shown
    assert log.read_text() == ""


@pytest.mark.parametrize("word", ["--yes", "--dry-run"])
def test_neither_yes_nor_a_dry_run_asks(shop: Path, log: Path, word: str) -> None:
    code, shown = talk(shop, [], "move", "--date", "11-14", word)
    assert code == 0
    assert "[y/N]" not in shown
    assert bool(log.read_text()) == (word == "--yes")
