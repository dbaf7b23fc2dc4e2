"""Questions on a real terminal: defaults, a wrong answer asked again, an interruption that leaves nothing."""

from pathlib import Path

import pytest

from conftest import SMALL
from terminal import talk

INIT = ("init", str(SMALL), "--date", "2024-11-11")


def test_enter_takes_the_defaults(shop: Path) -> None:
    code, shown = talk(shop, ["\n"] * 4, *INIT)
    assert code == 0
    assert "Sales target (CNY) [100000] " in shown
    assert "conversion: 4%" in (shop / "small-2024" / "campaign.yaml").read_text()


def test_a_wrong_answer_is_explained_and_asked_again(shop: Path) -> None:
    code, shown = talk(shop, ["lots\n", "20万\n", "\n", "\n", "rts\n"], *INIT)
    assert code == 0
    assert "lots is not a number" in shown
    text = (shop / "small-2024" / "campaign.yaml").read_text()
    assert "sales_target: 20万" in text or 'sales_target: "20万"' in text
    assert "venue: rts" in text


def test_choices_stand_above_their_default_and_yes_is_no_word_of_ours(shop: Path) -> None:
    """`True` is Python's word; people answer yes or no."""
    text = SMALL.read_text(encoding="utf-8").replace(
        "  venue:\n", "  ads: {type: flag, title: {zh: 推广, en: Ads}, default: true}\n  venue:\n"
    )
    (shop / "ads.yaml").write_text(text, encoding="utf-8")
    code, shown = talk(shop, ["\n", "\n", "\n", "perhaps\n", "n\n", "\n"], "init", "ads.yaml", "--date", "2024-11-11")
    assert code == 0
    assert "Ads [yes] perhaps" in shown
    assert "perhaps is neither yes nor no" in shown
    assert "\n  [open] " in shown.replace("\r", "")


@pytest.mark.parametrize("stop", ["\x03", "\x04"])
def test_an_interruption_leaves_nothing(shop: Path, stop: str) -> None:
    code, shown = talk(shop, ["\n", "\n", stop], *INIT)
    assert code == 130
    assert "Traceback" not in shown
    assert list(shop.iterdir()) == []


def test_yes_asks_nothing(shop: Path) -> None:
    code, shown = talk(shop, [], *INIT, "--yes")
    assert code == 0
    assert "[100000]" not in shown
