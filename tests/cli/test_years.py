"""Days and clocks of another century: refused at the door, by every command."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import SMALL, Program
from promoplan import clock

DAYS = ("9999-12-31", "2500-01-01", "2100-01-01", "1999-12-31", "0001-01-01")
LINES = (
    "today --on",
    "tasks --from",
    "tasks --to",
    "done poster --on",
    "log --since",
    "date",
    "init double11 --dry-run --date",
    "move --date",
)


@pytest.mark.parametrize("line", LINES)
def test_no_command_takes_a_day_of_another_century(promoplan: Program, line: str) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    for day in DAYS:
        ran = promoplan(*line.split(), day)
        assert (ran.code, ran.out) == (2, ""), ran
        assert ran.err == f"error: {day} is not between 2000 and 2099\n"


@pytest.mark.parametrize("now", [*DAYS, "9999-12-31T23:59-12:00", "soon", "2024-13-01"])
@pytest.mark.parametrize("line", ["today", "timeline", "log", "calendar", "export ics", "date today", "done poster"])
def test_a_clock_of_another_century_is_told(promoplan: Program, line: str, now: str) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    ran = promoplan(*line.split(), now=now)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == f"error: PROMOPLAN_NOW is {now}, which is no date between 2000 and 2099"
    told = promoplan(*line.split(), now=now, lang="zh")
    assert told.err.splitlines()[0] == f"错误: PROMOPLAN_NOW 是 {now}, 不是 2000 到 2099 年的日期"


@pytest.mark.parametrize("moment", [datetime(9999, 12, 31, 23, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC)])
def test_so_is_the_clock_of_the_machine(promoplan: Program, monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "read", lambda _environ: clock.Clock(moment))
    ran = promoplan("date", "today", now="")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: this machine's clock is {moment:%Y-%m-%d}, which is no date between")


def changed(shop: Path, old: str, new: str) -> None:
    file = shop / "small-2024" / "campaign.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "created",
    ["2024-13-01T00:00:00+00:00", "9999-12-31T23:59:59-12:00", "2024-10-20T01:30:00", "soon", "1999-01-01T00:00Z"],
)
def test_a_campaign_s_own_time_stamp_has_its_place(promoplan: Program, shop: Path, created: str) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    changed(shop, "2024-10-20T01:30:00+00:00", created)
    for line in ("today", "export ics", "doctor"):
        ran = promoplan(*line.split())
        assert ran.code == 1
        assert f"cannot read when it was made: {created}" in ran.out + ran.err
        assert "small-2024/campaign.yaml:" in ran.out + ran.err


@pytest.mark.parametrize("anchor", ["9998-12-31", "9999-12-31 20:00", "0001-01-01"])
def test_an_anchor_of_another_century_has_its_place(promoplan: Program, shop: Path, anchor: str) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--anchor", "presale=2024-10-14", "--yes")
    changed(shop, "2024-10-14", anchor)
    for line in ("today", "export ics"):
        ran = promoplan(*line.split())
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("small-2024/campaign.yaml:")
        assert f"{anchor[:10]} is not between 2000 and 2099" in ran.err


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "zh",
            "small-2024/campaign.yaml: 提醒: calendar 里 2024-11-07 既在 off 又在 work, "
            "按上班算 [off-and-work]\n  删掉一处\n",
        ),
        (
            "en",
            "small-2024/campaign.yaml: warning: 2024-11-07: both under off and under work in calendar; "
            "counted as worked [off-and-work]\n  take one of them out\n",
        ),
    ],
)
def test_a_day_that_is_off_and_worked_warns(promoplan: Program, shop: Path, lang: str, told: str) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    file = shop / "small-2024" / "campaign.yaml"
    days = "calendar: {off: [2024-11-06, 2024-11-07], work: [2024-11-07, 2024-11-09]}\n"
    text = "".join(
        line for line in file.read_text(encoding="utf-8").splitlines(True) if not line.startswith("calendar")
    )
    file.write_text(text + days, encoding="utf-8")
    for _ in range(2):  # the second time from the plan that was kept
        ran = promoplan("timeline", lang=lang)
        assert (ran.code, ran.err) == (0, told)
