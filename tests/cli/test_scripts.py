"""Message scripts: only the message on standard output, what is still blank on standard error."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from conftest import SHIPPED, SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")


def test_a_message_is_ready_to_paste(promoplan: Program) -> None:
    promoplan(*INIT)
    ran = promoplan("script", "wake-up", "--set", "shop=老王家", "--set", "link=t.cn/x", lang="zh")
    assert ran == (0, "【老王家】开卖日11月11日开始，回来看看：t.cn/x 退订回T\n", "")
    ran = promoplan("script", "wake-up", "--set", "shop=Wang's", "--set", "link=t.cn/x")
    assert ran == (0, "[Wang's] Sale day starts on 11 November, come and see: t.cn/x Reply T to opt out\n", "")


def test_what_is_blank_stays_visible_and_is_named_with_the_option_to_type(promoplan: Program) -> None:
    promoplan(*INIT)
    ran = promoplan("script", "wake-up", "--set", "link=t.cn/x", lang="zh")
    assert ran == (
        0,
        "【〔shop: 店铺名〕】开卖日11月11日开始，回来看看：t.cn/x 退订回T\n",
        "提醒: 还没填: 店铺名 (shop)\n  加上 --set shop=…\n",
    )
    ran = promoplan("script", "wake-up", "--set", "shop=")
    assert ran == (
        0,
        "[[shop: shop name]] Sale day starts on 11 November, come and see: [link: short link] Reply T to opt out\n",
        "warning: still blank: shop name (shop); short link (link)\n  add --set shop=… --set link=…\n",
    )


def test_inputs_figures_and_days_are_filled_from_the_campaign(promoplan: Program) -> None:
    promoplan(*INIT, "--set", "sales_target=20万", "--set", "venue=rts")
    assert promoplan("script", "goal", lang="zh") == (
        0, "10月20日：目标 200,000元，会场 现货\n转化 4%，要来 25,000人\n", "",
    )  # fmt: skip
    assert promoplan("script", "goal") == (
        0, "20 October: goal 200,000 CNY, venue Ready to ship\nConversion 4%, 25,000 visitors needed\n", "",
    )  # fmt: skip


def test_an_input_set_for_once_is_read_as_init_reads_it(promoplan: Program) -> None:
    promoplan(*INIT)
    assert promoplan("script", "stock-note").code == 2
    assert promoplan("script", "stock-note", "--set", "venue=现货").out == "In stock, shipped today.\n"
    assert "goal 300,000 CNY" in promoplan("script", "goal", "--set", "sales_target=30万").out
    ran = promoplan("script", "goal", "--set", "sales_target=lots")
    assert ran == (2, "", "error: sales_target: lots is not a number\n  write 100000 or 4%\n")


def test_an_anchor_is_a_moment_in_words(promoplan: Program) -> None:
    promoplan(*INIT)
    assert promoplan("script", "deposit").out == "Deposits open on 14 October, 20:00.\n"
    assert promoplan("script", "付定金", lang="zh").out == "10月14日20:00起付定金。\n"


@pytest.mark.parametrize("value", ["{link}", "{shop}", "{event}{", "}{link}{", "\\1", "{{link}}", "[bold]x[/]"])
def test_a_value_is_never_filled_again(promoplan: Program, value: str) -> None:
    promoplan(*INIT)
    ran = promoplan("script", "wake-up", "--set", f"shop={value}", "--set", "link=L")
    assert ran == (0, f"[{value}] Sale day starts on 11 November, come and see: L Reply T to opt out\n", "")


def test_nothing_steers_the_terminal(promoplan: Program) -> None:
    promoplan(*INIT)
    out = promoplan("script", "wake-up", "--set", "shop=a\x1b[2Jb\rc\x07", "--set", "link=L").out
    assert "\x1b" not in out
    assert "\r" not in out
    assert "\x07" not in out


LIST = """\
Small sale · small-2024 · 3 scripts

Prepare · 09-22 Sun … 10-31 Thu
Wake-up SMS    SMS           wake-up
Deposit notice Group message deposit-note

Climax · 11-01 Fri … 11-10 Sun
The goal Team chat goal-post

Not needed this time: Stock notice (venue == rts)

Print one: promoplan script wake-up
"""


def test_the_list_is_by_phase_and_says_what_is_left_out(promoplan: Program) -> None:
    promoplan(*INIT)
    assert promoplan("script", "--list") == promoplan("script") == (0, LIST, "")


def test_a_dropped_anchor_leaves_its_message_out(promoplan: Program) -> None:
    promoplan(*INIT, "--anchor", "presale=none")
    assert "付定金通知 (presale)" in promoplan("script", lang="zh").out
    ran = promoplan("script", "deposit-note", lang="zh")
    assert ran == (2, "", "错误: 这次用不上“付定金通知” (presale)\n")


def test_a_playbook_needs_no_campaign(promoplan: Program, shop: Path) -> None:
    ran = promoplan("script", "--playbook", str(SMALL), "deposit", now="2024-03-01")
    assert ran == (0, "Deposits open on 14 October, 20:00.\n", "")
    ran = promoplan("script", "--playbook", str(SMALL), "deposit", "--date", "2026-11-11")
    assert ran.out == "Deposits open on 14 October, 20:00.\n"
    assert promoplan("script", "--playbook", str(SMALL), "deposit", "--date", "2023-11-11").code == 2
    assert promoplan("script", "--playbook", str(SMALL)).out.endswith(
        f"Print one: promoplan script --playbook {SMALL} wake-up\n"
    )
    assert list(shop.iterdir()) == []


def test_a_market_sees_its_own_clock(promoplan: Program, shop: Path) -> None:
    text = SMALL.read_text().replace("at: D-28 20:00", "at: D-28 00:00 America/Los_Angeles")
    official = text[text.index("    official:") : text.index("inputs:")]
    (shop / "west.yaml").write_text(text.replace(official, ""))
    ran = promoplan("script", "--playbook", "west.yaml", "deposit")
    assert ran.out == "Deposits open on 14 October, 00:00 (America/Los_Angeles).\n"


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_shipped_message_is_filled_but_for_its_blanks(promoplan: Program, name: str, lang: str) -> None:
    words = ("script", "--playbook", name, "--date", "2025-11-11", "--json")
    record = json.loads(promoplan(*words, lang=lang).out)
    assert record["scripts"]
    for script in record["scripts"]:
        assert script["text"].strip()
        assert not set("{}") & set(script["text"]), script["id"]
        for blank in script["missing"]:
            told = f"{blank['name']}: {blank['title']}"
            assert (f"〔{told}〕" if lang == "zh" else f"[{told}]") in script["text"]


def test_json_tells_text_and_blanks(promoplan: Program) -> None:
    promoplan(*INIT)
    record = json.loads(promoplan("script", "wake-up", "--set", "shop=W", "--json").out)
    assert record == {
        "schema_version": 1,
        "campaign": "small-2024",
        "playbook": "small",
        "event": "2024-11-11",
        "today": "2024-10-20",
        "scripts": [
            {
                "id": "wake-up",
                "title": "Wake-up SMS",
                "phase": "prepare",
                "channel": "SMS",
                "text": "[W] Sale day starts on 11 November, come and see: [link: short link] Reply T to opt out",
                "missing": [{"name": "link", "title": "short link"}],
                "segments": [],
                "note": None,
                "source": [],
            }
        ],
        "left_out": [],
    }
    left_out = json.loads(promoplan("script", "--json").out)["left_out"]
    assert left_out == [{"id": "stock-note", "title": "Stock notice", "cause": "venue == rts"}]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("q",), "error: there is no script q\n  promoplan script --list lists them\n"),
        (
            ("notice",),
            "error: notice may be: deposit-note (Deposit notice); stock-note (Stock notice)\n  write more of it\n",
        ),
        (("wake", "--set", "zzz=1"), "error: no script has a blank zzz\n  promoplan script --list lists the scripts\n"),
        (("wake", "--set", "shop"), "error: shop must be name=value\n"),
        (("--date", "2024-11-11"), "error: --date goes with --playbook\n  a campaign has its own date\n"),
        (("--playbook", "small", "-c", "small-2024"), "error: use either -c or --playbook\n"),
    ],
)
def test_mistakes_say_what_to_do(promoplan: Program, words: tuple[str, ...], told: str) -> None:
    promoplan(*INIT)
    assert promoplan("script", *words) == (2, "", told)


def test_without_a_campaign_it_says_how_to_start(promoplan: Program) -> None:
    ran = promoplan("script", "wake-up")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no campaign here\n")


def test_a_playbook_without_a_usual_date_asks_for_one(promoplan: Program, shop: Path) -> None:
    (shop / "undated.yaml").write_text(SMALL.read_text().replace("  date: 11-11\n", ""))
    ran = promoplan("script", "--playbook", "undated.yaml", "wake-up")
    assert ran == (2, "", "error: small has no usual date\n  add --date 2024-11-11\n")
    assert promoplan("script", "--playbook", "undated.yaml").code == 0


def test_a_gbk_console_pastes_the_same_words(process: Callable[..., "CompletedProcess[bytes]"]) -> None:
    process(*INIT)
    ran = process("script", "wake-up", PYTHONIOENCODING="gbk", PROMOPLAN_LANG="zh", COLUMNS="60")
    assert ran.returncode == 0
    assert ran.stdout.decode("gbk") == "【〔shop: 店铺名〕】开卖日11月11日开始，回来看看：〔link: 短链〕 退订回T\n"
    assert "?" not in ran.stderr.decode("gbk")


def test_a_playbook_without_any_says_so(promoplan: Program, shop: Path) -> None:
    text = SMALL.read_text()
    (shop / "bare.yaml").write_text(text[: text.index("scripts:\n")])
    promoplan("init", "bare.yaml", "--date", "2024-11-11", "--yes")
    assert promoplan("script", lang="zh") == (0, "小促 · small-2024 · 0 条话术\n这份剧本没写话术。\n", "")
