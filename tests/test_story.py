"""A whole Double 11 as a team would live it, from init in September to the review in November.

The transcript is the README's tour: `tests/golden/tour.md`. Read it after `--update-golden`.
"""

import json
import shlex
from collections.abc import Callable
from hashlib import sha256
from itertools import count
from typing import NamedTuple

import pytest

from conftest import Program

HEAD = """\
# 一次双11, 从九月到十一月 · One Double 11, from September to November

小李 (运营)、小王 (售前客服)、小陈 (美工) 是示例人物。每一步都由测试真的跑过, 输出照录。
The people are examples. Every step is run by a test, and what it prints is shown as it is.
"""


class Step(NamedTuple):
    """A line typed at a moment, and why."""

    now: str
    why: str
    line: str
    code: int = 0
    but: tuple[str, ...] | None = None
    """First the team ticks all that was due before, but for these; not at all without it."""


STORY = (
    Step(
        "2024-09-02T09:00",
        "九月第一天, 运营建计划。\nOperations starts the campaign.",
        "init double11 --date 2024-11-11 --yes --people ops=小李 --people sales=小王 --people design=小陈",
    ),
    Step("2024-09-04T09:10", "小李看今天做什么。\nWhat is there for 小李 today?", "today --person 小李"),
    Step(
        "2024-09-06T17:40",
        "做完两件, 一起打勾。\nTwo done, ticked together.",
        "done review-last-year set-sales-target --by 小李",
    ),
    Step("2024-09-06T17:42", "手快了, 撤回。\nToo quick: take it back.", "undo --by 小李"),
    Step("2024-09-06T17:43", "再撤一次就恢复。\nUndo of the undo restores it.", "undo --by 小李"),
    Step("2024-09-09T10:00", "每个日期都说得清来历。\nEvery date can explain itself.", "why faq-scripts"),
    Step(
        "2024-09-20T11:00",
        "到这天为止的都打了勾, 只有详情页需求还没出, 美工卡住了。\n"
        "All is ticked so far but the brief; design is stuck and says so.",
        'block detail-pages --by 小陈 --note "等详情页需求"',
        but=("detail-brief",),
    ),
    Step("2024-09-23T09:00", "谁在等谁, 一眼看见。\nWho waits for whom.", "today --person 小陈"),
    Step("2024-09-23T10:30", "需求出了。\nThe brief is out.", "done detail-brief --by 小李"),
    Step(
        "2024-09-30T16:00",
        "放假前看进度。\nProgress before the holiday.",
        "status --by phase",
        but=("training-resit", "prepare-check"),
    ),
    Step("2024-10-07T20:00", "预热能开始吗?\nMay the preheat begin?", "gate preheat-early", 3),
    Step(
        "2024-10-08T09:00",
        "补齐以后, 平台改了预售时间: 先看会动什么。\n"
        "That mended, the platform moves the presale: first see what it does.",
        "move --anchor presale=2024-10-13T20:00 --dry-run",
        but=(),
    ),
    Step("2024-10-08T09:05", "确认改期。\nThen do it.", "move --anchor presale=2024-10-13T20:00 --yes --by 小李"),
    Step(
        "2024-11-05T08:55",
        "大促前一周, 售前客服的一天。\nA week before: a day in sales.",
        "today --role sales",
        but=("faq-refresh@d15",),
    ),
    Step("2024-11-11T20:30", "当天晚上。\nOn the evening of the day.", "today --role boss", but=()),
    Step("2024-12-27T15:00", "复盘: 一共做成什么样。\nThe review: what came of it.", "status --by phase", but=()),
    Step("2024-12-27T15:05", "最后几天谁做了什么。\nWho did what in the last days.", "log --since 2024-12-27"),
    Step("2024-12-27T15:10", "收起来。\nPut it away.", "archive double11-2024"),
    Step("2024-12-27T15:11", "全部活动。\nAll campaigns.", "campaigns --all"),
)


def catch_up(promoplan: Program, now: str, but: tuple[str, ...]) -> None:
    """The team ticks everything that was due before today, but for a few."""
    record = json.loads(promoplan("tasks", "--to", now[:10], "--json", now=now).out)
    due = [
        item["id"]
        for item in record["items"]
        if item["kind"] == "task" and item["status"] != "done" and (item["end"] or "9")[:10] < now[:10]
    ]
    wanted = [item for item in due if item not in but]
    assert not wanted or promoplan("done", *wanted, "--by", "大家", now=now).code == 0


def test_a_whole_double_11(
    promoplan: Program, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids are drawn from a list, so that the log looks the same every time."""
    ids = (sha256(str(number).encode()).hexdigest()[:12] for number in count())
    monkeypatch.setattr("promoplan.cli.writing.secrets.token_hex", lambda _: next(ids))
    pages = [HEAD]
    day = ""
    for step in STORY:
        if step.but is not None:
            catch_up(promoplan, step.now, step.but)
        ran = promoplan(*shlex.split(step.line), now=step.now, lang="zh")
        assert ran.code == step.code, (step.line, ran)
        if step.now[:10] != day:
            day = step.now[:10]
            pages.append(f"\n## {day}\n")
        pages.append(f"\n{step.why}\n\n```\n$ promoplan {step.line}\n{ran.out}{ran.err}```\n")
    golden("tour.md", "".join(pages))
