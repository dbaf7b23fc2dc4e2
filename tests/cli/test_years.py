"""Days and clocks of another century: refused at the door, by every command."""

from datetime import UTC, datetime

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
