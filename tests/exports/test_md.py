"""Pages for the wall: what they say, and that a reader sees every word as it was typed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import ANNIVERSARIES, SHIPPED, SMALL, Program
from promoplan.engine.expand import expand
from promoplan.exports.markdown import escape
from promoplan.exports.md import render
from promoplan.exports.table import Job
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.options import Options
from promoplan.model.plan import Plan

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")

CLIMAX = """\
# 小促 · small-2024

开卖日: 2024-11-11 周一

## 预热高潮 · 11-01 周五 … 11-10 周日

### 这段时间的规矩

- **催付** · 业务员 (小李): 下单一小时未付款，1h 之内

### 11-02 周六 · D-9

- [ ] **推送 \\[预热\\] 消息** · 业务员 (小李) · 人数: 100 · `push@w1`

### 11-06 周三 · D-5

- [ ] **推送 \\[预热\\] 消息** · 业务员 (小李) · 人数: 200 · `push@w2`

### 11-09 周六 · D-2

- [ ] 01:00–04:00 (America/Los\\_Angeles 11-08 09:00–12:00) **守北美上班时间** · 业务员 (小李) · `buyers-online@d1`

### 11-10 周日 · D-1

- [ ] 01:00–04:00 (America/Los\\_Angeles 11-09 09:00–12:00) **守北美上班时间** · 业务员 (小李) · `buyers-online@d2`
- [ ] 20:00 **推送 \\[预热\\] 消息** · 业务员 (小李) · 人数: 300 · `push@w3`
"""

DAY = """\

## The day · 11-11 Mon

### 11-11 Mon · D

- [ ] 00:00 **Open the sale** · Operations · `open-shop`

### Red lines: never

- **Fake orders** → Choose goods that sell
"""


def test_one_phase_on_a_page(promoplan: Program) -> None:
    promoplan(*INIT, "--people", "sales=小李")
    ran = promoplan("export", "md", "--phase", "预热高潮", "-o", "-", lang="zh")
    assert ran == (0, CLIMAX, "")


def test_it_is_written_beside_the_campaign(promoplan: Program, shop: Path) -> None:
    promoplan(*INIT)
    assert promoplan("export", "md").out == "Wrote small-2024.md\n"
    text = (shop / "small-2024.md").read_text(encoding="utf-8")
    assert text.startswith("# Small sale · small-2024\n\nSale day: 2024-11-11 Mon\n\n## Prepare · ")
    assert DAY in text
    assert "> **Goal**: Goods and pictures ready\n" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Prepare · 09-22 Sun … 10-31 Thu",
        "## Climax · 11-01 Fri … 11-10 Sun",
        "## The day · 11-11 Mon",
        "## After · 11-12 Tue on",
    ]


def test_only_one_role(promoplan: Program) -> None:
    promoplan(*INIT)
    out = promoplan("export", "md", "--role", "美工", "-o", "-").out
    assert [line for line in out.splitlines() if line.startswith("- [")] == [
        "- [ ] **Finish the main image** · Design · `poster`"
    ]
    empty = promoplan("export", "md", "--role", "design", "--phase", "day", "-o", "-", lang="zh")
    assert empty == (0, "# 小促 · small-2024\n\n开卖日: 2024-11-11 周一\n\n没有符合条件的任务。\n", "")


def test_what_is_done_is_ticked_and_what_was_skipped_is_gone(promoplan: Program) -> None:
    promoplan(*INIT)
    promoplan("check", "choose-goods", "2")
    promoplan("done", "poster")
    promoplan("skip", "deposit-reminder")
    out = promoplan("export", "md", "--phase", "prepare", "-o", "-").out
    assert "- [ ] **Choose the goods** · Operations, Sales · `choose-goods`\n" in out
    assert "  - [ ] Enough stock\n  - [x] Margin worked out\n" in out
    assert "- [x] **Finish the main image**" in out
    assert "Remind" not in out


REPEATS = """\
  - id: watch
    title: {zh: 守点, en: Watch}
    phase: prepare
    board: service
    roles: sales
    when: {every: day, in: D-18..D-11, hours: ["09:00-12:00 America/Los_Angeles", "09:00-12:00"]}
  - id: data
    title: {zh: 看数据, en: Read the data}
    phase: prepare
    board: goods
    roles: ops
    when: {every: 4d, in: prepare}
    checklist: [{zh: 访客, en: Visitors}]
    amounts:
      - {title: {zh: 预算, en: Budget}, ramp: [100, 300]}
  - id: rota
    title: {zh: 轮班, en: Rota}
    phase: day
    board: service
    roles: sales
    when: {rota: [A, B], shift: 12h, in: D 00:00..D 24:00}
  - id: surge
    kind: standing
    title: {zh: 加价, en: Raise bids}
    phase: prepare
    board: goods
    roles: ops
    when: {every: day, in: D-18..D-11, hours: "09:00-12:00 America/Los_Angeles"}
"""


def test_hours_repeats_and_shifts_are_one_entry_each(promoplan: Program, shop: Path) -> None:
    (shop / "more.yaml").write_text(SMALL.read_text().replace("scripts:\n", f"{REPEATS}scripts:\n", 1))
    promoplan("init", "more.yaml", "--date", "2024-11-11", "--yes")
    out = promoplan("export", "md", "-o", "-", lang="zh").out
    assert (
        """\
### 这段时间的规矩

- **加价** · 运营

### 每天的时段

| 时段 | 对方时间 | 做什么 | 谁 | 哪几天 |
| --- | --- | --- | --- | --- |
| 00:00–03:00 | America/Los\\_Angeles 09:00–12:00 | 守点 | 业务员 | 10-24 周四 … 10-31 周四 |
| 00:00–03:00 | America/Los\\_Angeles 09:00–12:00 | 加价 | 运营 | 10-24 周四 … 10-31 周四 |
| 09:00–12:00 |  | 守点 | 业务员 | 10-24 周四 … 10-31 周四 |

### 反复做

- **看数据** · 运营 · 09-22 周日、09-26 周四、09-30 周一、10-04 周五休、10-08 周二、10-12 周六班、\
10-16 周三、10-20 周日、10-24 周四、10-28 周一 · 预算: 100 → 预算: 300
  - 访客
"""
        in out
    )
    assert (
        """\
### 排班

| 时间 | 班次 | 谁 |
| --- | --- | --- |
| 11-11 周一 00:00–12:00 | 轮班 · A | 业务员 |
| 11-11 周一 12:00–24:00 | 轮班 · B | 业务员 |
"""
        in out
    )


NASTY = (
    "a|b", "*stars*", "snake_case_", "`code`", "# head", "1. one", "- dash", "<b>bold</b>", "&lt;", "[x](http://y)",
    "\\", "a\\|b", "~~gone~~", "> quote", "+ plus", "=== line", "$1$", "{x}", "![i](u)", "two\nlines", "```", "12) x",
)  # fmt: skip


def job(plan: Plan, **changes: Any) -> Job:
    stamp = datetime(2024, 9, 1, tzinfo=UTC)
    return Job(plan, list(plan.items), "test", "abc", stamp, "zh")._replace(**changes)


def plain(html: str) -> str:
    """The text of a page as a reader sees it."""
    from html.parser import HTMLParser

    words: list[str] = []
    parser = HTMLParser(convert_charrefs=True)
    parser.handle_data = words.append  # type: ignore[method-assign, assignment]
    parser.feed(html)
    return " ".join("".join(words).split())


@pytest.fixture(scope="session")
def markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize("text", NASTY)
def test_user_text_shows_as_it_was_typed(small: Any, markdown: MarkdownIt, text: str) -> None:
    task = small.tasks[0]
    title = task.title._replace(zh=text)
    changed = task.model_copy(update={"title": title, "checklist": (title,)})
    rota = small.tasks[5].model_copy(update={"title": title})
    book = small.model_copy(update={"tasks": (changed, *small.tasks[1:5], rota, *small.tasks[6:])})
    plan = expand(book, Options(date(2024, 11, 11)))
    html = markdown.render(render(job(plan, name=text)).decode())
    assert plain(html).count(" ".join(text.split())) >= 3
    assert html.count("<h1>") == 1
    assert html.count("<h2>") == 4
    assert not any(tag in html for tag in ("<b>", "<em>", "<a ", "<img", "<s>", "<hr", "<pre>", "<ol"))


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from("\\`*_{}[]<>|~#&$-+=.)1 \n"), min_size=1))
def test_any_text_shows_as_it_was_typed(text: str) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    typed = " ".join(text.split())
    if not typed:
        return
    assert plain(reader.render(f"- {escape(text)}")) == typed
    cell = reader.render(f"| a | b |\n| --- | --- |\n| {escape(text)} | end |")
    assert plain(cell) == f"a b {typed} end"


@pytest.mark.parametrize("event", ANNIVERSARIES)
@pytest.mark.parametrize("name", ["small", *SHIPPED])
def test_every_item_of_a_playbook_has_its_place(name: str, event: date, markdown: MarkdownIt) -> None:
    plan = expand(load(shipped.path(name) or SMALL).playbook, Options(event))
    for lang in ("zh", "en"):
        text = render(job(plan, lang=lang)).decode()
        seen = plain(markdown.render(text))
        for title in titles(plan, lang):
            assert " ".join(title.split()) in seen


def titles(plan: Plan, lang: Any) -> Iterator[str]:
    return (item.card.title.of(lang) for item in plan.items)


def test_equal_plans_give_equal_bytes(small: Any) -> None:
    plan = expand(small, Options(date(2024, 11, 11)))
    assert render(job(plan)) == render(job(replace(plan), revised=datetime(2030, 1, 1, tzinfo=UTC)))


def test_phase_narrows_the_other_exports_too(promoplan: Program) -> None:
    promoplan(*INIT)
    out = promoplan("export", "ics", "-o", "-", "--phase", "day").out
    assert "UID:open-shop." in out
    assert "UID:poster." not in out
    ran = promoplan("export", "md", "--phase", "dya")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: unknown phase 'dya'\n  did you mean ")
