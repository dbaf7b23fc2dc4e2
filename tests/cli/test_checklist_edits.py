"""Checklists that people edit: no tick moves to another line, in either language, on logs old and new."""

import json
import re
from pathlib import Path

import pytest

from conftest import SMALL, Program
from promoplan.library import shipped


@pytest.fixture
def sale(promoplan: Program, shop: Path) -> Path:
    assert promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "c", "--yes").code == 0
    return shop / "c"


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "playbook.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def ticked(promoplan: Program, item: str, lang: str = "en") -> list[str]:
    return re.findall(r"- \[x\] (.+)", promoplan("checklist", item, lang=lang).out)


LINE = "      - {zh: 库存够, en: Enough stock}\n"


def test_a_tick_made_in_chinese_is_seen_in_english_and_stays_on_its_line(promoplan: Program, sale: Path) -> None:
    ran = promoplan("check", "choose", "2", lang="zh")
    assert (ran.code, ran.err) == (0, "")
    edit(sale, LINE, "      - {zh: 先开会, en: Meet first}\n" + LINE)
    assert ticked(promoplan, "choose") == ["Margin worked out"]
    assert ticked(promoplan, "choose", "zh") == ["利润算过"]
    assert promoplan("check", "choose", "3", "--undo").code == 0
    assert ticked(promoplan, "choose") == []
    assert promoplan("undo").out == "undid: unticked on the list of Choose the goods: Margin worked out\n"
    assert ticked(promoplan, "choose") == ["Margin worked out"]


def test_a_tick_whose_line_is_gone_is_named(promoplan: Program, sale: Path) -> None:
    promoplan("check", "choose", "1", "2")
    edit(sale, LINE, "")
    assert ticked(promoplan, "choose") == ["Margin worked out"]
    told = "the checklist has changed; ticked lines it has no more: 库存够"
    assert told in promoplan("show", "choose").out
    assert f"> {told}" in promoplan("checklist", "choose").out
    assert "清单改过, 勾过的这几条找不到了: 库存够" in promoplan("show", "choose", lang="zh").out
    assert "ticked lines it has no more: 库存够" in promoplan("doctor").out + promoplan("doctor").err


def old(number: int, *, ticked: bool = True) -> str:
    event = {"v": 1, "id": f"a{number}", "at": "2024-10-18T01:00:00+00:00", "by": "小李", "batch": f"b{number}",
             "type": "checked", "key": f"check:ITEM:{number}", "value": ticked, "after": []}  # fmt: skip
    return json.dumps(event) + "\n"


def test_an_old_log_is_read_by_number(promoplan: Program, sale: Path) -> None:
    (sale / "log.jsonl").write_text((old(1) + old(2)).replace("ITEM", "choose-goods"))
    assert ticked(promoplan, "choose") == ["Enough stock", "Margin worked out"]
    assert promoplan("check", "choose", "1", "--undo").code == 0
    assert ticked(promoplan, "choose") == ["Margin worked out"]


def test_an_old_log_is_read_by_the_shipped_playbook_it_began_with(promoplan: Program, shop: Path) -> None:
    assert promoplan("init", "double11", "--date", "2024-11-11", "--name", "c", "--yes").code == 0
    text = shipped.path("double11").read_text() if shipped.path("double11") else ""  # type: ignore[union-attr]
    block = re.search(r"  - id: ([\w-]+)\n(?:    .*\n)*?    checklist:\n((?:      - .*\n){2,})", text)
    assert block
    lines = block[2].splitlines()
    (shop / "c" / "log.jsonl").write_text(old(2).replace("ITEM", block[1]))
    before = ticked(promoplan, block[1])
    assert len(before) == 1
    edit(shop / "c", block[2], "      - {zh: 放在最上面, en: On top}\n" + block[2])
    assert ticked(promoplan, block[1]) == before
    assert lines[1] in text
