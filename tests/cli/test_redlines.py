"""Red lines: the list, one by name, those of a playbook, and the warnings of `show` and `today`."""

import json
from pathlib import Path

import pytest

from conftest import SHIPPED, SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")

FAKE_ORDERS = """\
Small sale · small-2024 · 1 red line

Fake orders  fake-orders
Guides say Buy a batch of your own orders first
Why not    Invented deals are unlawful
Lawful way Choose goods that sell
Do instead Choose the goods  choose-goods
           Check ready stock  stock-check (not in this plan)
Beware in  The day
"""


@pytest.mark.parametrize("word", ["fake-orders", "fake", "刷单", "FAKE ORD"])
def test_one_red_line_by_id_start_or_title(promoplan: Program, word: str) -> None:
    promoplan(*INIT)
    ran = promoplan("redlines", word)
    assert (ran.code, ran.out, ran.err) == (0, FAKE_ORDERS, "")


def test_all_red_lines_of_the_campaign(promoplan: Program) -> None:
    promoplan(*INIT, "--set", "venue=rts")
    ran = promoplan("redlines", lang="zh")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
小促 · small-2024 · 2 条红线

刷单  fake-orders
有人教     先补一批单冲销量
为什么不行 虚构交易违法
正经做法   选好品再卖
对应任务   选品  choose-goods
           核现货  stock-check
何时留神   当天

好评返现  paid-reviews
有人教     好评就返钱
为什么不行 误导别的客户
正经做法   谢谢每个人，不问评价
对应任务   致谢  thank
何时留神   之后
"""
    )


def test_a_playbook_needs_no_campaign(promoplan: Program) -> None:
    ran = promoplan("redlines", "--playbook", str(SMALL), "paid")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Small sale · small · 1 red line\n\nPaid reviews  paid-reviews\n")
    assert "Say thank you  thank\n" in ran.out


def test_without_a_campaign_the_shipped_playbooks_are_listed_each_with_its_own(promoplan: Program) -> None:
    ran = promoplan("redlines", "--json")
    assert (ran.code, ran.err) == (0, "")
    groups = json.loads(ran.out)["groups"]
    assert [(group["campaign"], group["playbook"]) for group in groups] == [(None, name) for name in SHIPPED]
    assert all(group["redlines"] for group in groups)


def test_json_has_every_part_of_a_red_line(promoplan: Program) -> None:
    promoplan(*INIT)
    record = json.loads(promoplan("redlines", "fake-orders", "--json").out)
    assert record == {
        "schema_version": 1,
        "campaign": "small-2024",
        "playbook": "small",
        "redlines": [
            {
                "id": "fake-orders",
                "title": "Fake orders",
                "says": "Buy a batch of your own orders first",
                "why": "Invented deals are unlawful",
                "lawful": "Choose goods that sell",
                "instead": [
                    {"task": "choose-goods", "title": "Choose the goods", "planned": True},
                    {"task": "stock-check", "title": "Check ready stock", "planned": False},
                ],
                "phases": ["day"],
                "source": ["guide"],
            }
        ],
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("q",), "error: there is no red line q\n  promoplan redlines lists them\n"),
        (("",), "error: there is no red line \n  promoplan redlines lists them\n"),
        (("--playbook", str(SMALL), "-c", "small-2024"), "error: use either -c or --playbook\n"),
    ],
)
def test_mistakes_say_what_to_do(promoplan: Program, words: tuple[str, ...], told: str) -> None:
    promoplan(*INIT)
    assert promoplan("redlines", *words) == (2, "", told)


def test_a_slip_of_the_pen_is_met_with_the_nearest(promoplan: Program) -> None:
    ran = promoplan("redlines", "--playbook", str(SMALL), "fake-order5")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no red line fake-order5\n  did you mean ")


def tempting(shop: Path, phases: str) -> str:
    """The small playbook with a task that avoids a red line, and red lines in other phases."""
    text = SMALL.read_text()
    text = text.replace("    note: {zh: 十一", "    avoids: fake-orders\n    note: {zh: 十一")
    text = text.replace("phases: [day]", f"phases: {phases}").replace("phases: [after]", f"phases: {phases}")
    assert text.count("avoids") == 1
    (shop / "tempting.yaml").write_text(text)
    return "tempting.yaml"


def test_show_tells_the_lawful_way_of_what_a_task_avoids(promoplan: Program, shop: Path) -> None:
    promoplan("init", tempting(shop, "[day]"), "--date", "2024-11-11", "--yes")
    shown = promoplan("show", "poster")
    assert "Red lines Fake orders (fake-orders) → Choose goods that sell\n" in shown.out
    assert "红线 刷单 (fake-orders) → 选好品再卖\n" in promoplan("show", "poster", lang="zh").out
    assert "Red lines" not in promoplan("show", "push").out


def test_today_warns_in_the_phases_of_temptation_below_the_lists(promoplan: Program) -> None:
    promoplan(*INIT)
    assert "Red line" not in promoplan("today", "--on", "2024-11-06").out
    assert promoplan("today", "--on", "2024-11-11").out.endswith(
        "\n\nRed line: Fake orders → promoplan redlines fake-orders\n"
    )
    assert promoplan("today", "--on", "2024-11-12", lang="zh").out.endswith(
        "\n\n红线: 好评返现 → promoplan redlines paid-reviews\n"
    )
    record = json.loads(promoplan("today", "--on", "2024-11-11", "--json").out)
    assert record["redlines"] == [{"id": "fake-orders", "title": "Fake orders"}]


def test_today_puts_what_its_tasks_avoid_first_and_shows_three_at_most(promoplan: Program, shop: Path) -> None:
    name = tempting(shop, "[prepare]")
    text = (shop / name).read_text().replace("avoids: fake-orders", "avoids: paid-reviews")
    one = text[text.index("  paid-reviews:") :]
    for more in ("a", "b", "c"):
        text += one.replace("paid-reviews:", f"more-{more}:")
    (shop / name).write_text(text)
    promoplan("init", name, "--date", "2024-11-11", "--yes")
    lines = [line for line in promoplan("today", "--on", "2024-09-30").out.splitlines() if "Red line" in line]
    assert [line.split()[-1] for line in lines] == ["paid-reviews", "fake-orders", "more-a"]


def test_a_phase_inside_the_tempting_one_counts(promoplan: Program, shop: Path) -> None:
    name = tempting(shop, "[prepare]")
    text = (shop / name).read_text()
    inner = "  - {id: late, title: {zh: 后段, en: Late}, when: D-20..D-11, in: prepare}\n"
    text = text.replace("  - {id: climax,", f"{inner}  - {{id: climax,")
    stock = text.index("  - id: stock-check")
    text = text[:stock] + text[stock:].replace("phase: prepare", "phase: late", 1).replace(
        "    if: venue == rts\n", "", 1
    )
    (shop / name).write_text(text)
    promoplan("init", name, "--date", "2024-11-11", "--yes")
    shown = promoplan("today", "--on", "2024-10-25").out
    assert "Phase: Late" in shown
    assert "Red line: Fake orders" in shown


def test_a_playbook_without_any_says_so(promoplan: Program, shop: Path) -> None:
    text = SMALL.read_text()
    (shop / "bare.yaml").write_text(text[: text.index("scripts:\n")])
    promoplan("init", "bare.yaml", "--date", "2024-11-11", "--yes")
    assert promoplan("redlines", lang="zh") == (0, "小促 · small-2024 · 0 条红线\n这份剧本没写红线。\n", "")
