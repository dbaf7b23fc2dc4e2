"""The checklist of a task, ready to paste."""

import json
from pathlib import Path

from conftest import SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")


def test_a_checklist_under_its_title_time_and_roles(promoplan: Program) -> None:
    promoplan(*INIT, "--people", "ops=小李,小王")
    assert promoplan("checklist", "选品", lang="zh") == (
        0, "## 选品\n\n09-25 周三 · D-47 · 运营、业务员 (小李、小王)\n\n- [ ] 库存够\n- [ ] 利润算过\n", "",
    )  # fmt: skip
    assert promoplan("checklist", "choose").out == (
        "## Choose the goods\n\n09-25 Wed · D-47 · Operations, Sales (小李, 小王)\n\n"
        "- [ ] Enough stock\n- [ ] Margin worked out\n"
    )


def test_what_is_ticked_stays_ticked(promoplan: Program) -> None:
    promoplan(*INIT)
    promoplan("check", "choose-goods", "1")
    assert promoplan("checklist", "choose-goods").out.endswith("\n\n- [x] Enough stock\n- [ ] Margin worked out\n")


def listed(shop: Path) -> str:
    text = SMALL.read_text()
    ramp = "    amounts:\n      - {title: {zh: 人数, en: People}"
    assert ramp in text
    (shop / "listed.yaml").write_text(text.replace(ramp, f"    checklist: ['a|b *c*', '# d']\n{ramp}"))
    return "listed.yaml"


def test_of_a_repeat_it_is_todays_else_the_general_one(promoplan: Program, shop: Path) -> None:
    promoplan("init", listed(shop), "--date", "2024-11-11", "--yes")
    lines = "- [ ] a\\|b \\*c\\*\n- [ ] \\# d\n"
    title = "## Send the \\[preheat\\] push\n\n"
    assert promoplan("checklist", "push", "--on", "11-06").out == f"{title}11-06 Wed · D-5 · Sales\n\n{lines}"
    assert promoplan("checklist", "push@w3").out == f"{title}11-10 Sun 20:00 · D-1 · Sales\n\n{lines}"
    assert promoplan("checklist", "push").out == f"{title}11-02 Sat, 11-06 Wed, 11-10 Sun · Sales\n\n{lines}"


def test_a_task_without_one_says_so(promoplan: Program) -> None:
    promoplan(*INIT)
    assert promoplan("checklist", "poster", lang="zh") == (
        0,
        "## 定稿主图\n\n09-30 周一 · D-42 · 美工\n",
        "提醒: “定稿主图”没有清单\n  promoplan show poster 看全部内容\n",
    )


def test_a_market_shows_its_own_clock(promoplan: Program) -> None:
    promoplan(*INIT)
    assert promoplan("checklist", "buyers-online@d1").out == (
        "## Watch North American office hours\n\n"
        "11-09 Sat 01:00–04:00 (America/Los\\_Angeles 11-08 09:00–12:00) · D-2 · Sales\n"
    )


def test_json_and_mistakes(promoplan: Program) -> None:
    promoplan(*INIT)
    (item,) = json.loads(promoplan("checklist", "choose", "--json").out)["items"]
    assert item["checklist"] == ["Enough stock", "Margin worked out"]
    ran = promoplan("checklist", "zzz")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no task zzz\n")
    assert promoplan("checklist").err.startswith("error: ITEM is missing\n")
