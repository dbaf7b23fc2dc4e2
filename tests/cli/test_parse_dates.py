"""Dates as people type them when they move something: the year that is near, a time, a zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from promoplan.cli import parse
from promoplan.errors import PromoplanError
from promoplan.rules.stamp import Stamp

SHANGHAI = ZoneInfo("Asia/Shanghai")
TODAY = date(2024, 12, 20)


@pytest.mark.parametrize(
    ("text", "near", "wanted"),
    [
        ("11-08", date(2024, 11, 11), date(2024, 11, 8)),
        ("01-05", date(2024, 12, 28), date(2025, 1, 5)),
        ("12-30", date(2025, 1, 3), date(2024, 12, 30)),
        ("11月8日", date(2030, 11, 11), date(2030, 11, 8)),
        ("2024-11-08", date(2030, 11, 11), date(2024, 11, 8)),
        ("明天", date(2030, 11, 11), date(2024, 12, 21)),
        ("02-29", date(2025, 3, 1), date(2024, 2, 29)),
        ("02-29", date(2026, 3, 1), date(2028, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_one(text: str, near: date, wanted: date) -> None:
    assert parse.nearest(text, TODAY, near) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10-20", date(2024, 10, 20)),
        (" 2024/10/20 ", date(2024, 10, 20)),
        ("10-20 20:00", datetime(2024, 10, 20, 20, tzinfo=SHANGHAI)),
        ("2024-10-20T20:00", datetime(2024, 10, 20, 20, tzinfo=SHANGHAI)),
        ("2024年10月20日  20:00:30", datetime(2024, 10, 20, 20, 0, 30, tzinfo=SHANGHAI)),
        ("2024-10-20 24:00", datetime(2024, 10, 21, tzinfo=SHANGHAI)),
        ("2024-10-20T20:00:00+08:00", datetime(2024, 10, 20, 20, tzinfo=SHANGHAI)),
        ("2024-10-20T12:00:00Z", datetime(2024, 10, 20, 20, tzinfo=SHANGHAI)),
        ("2024-10-20 05:00 America/Los_Angeles", datetime(2024, 10, 20, 20, tzinfo=SHANGHAI)),
        ("today 20:00", datetime(2024, 12, 20, 20, tzinfo=SHANGHAI)),
    ],
)
def test_a_day_and_a_time(text: str, wanted: Stamp) -> None:
    found = parse.stamp(text, TODAY, date(2024, 11, 11), SHANGHAI)
    assert (found, type(found)) == (wanted, type(wanted))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "bad-day"),
        ("20:00", "bad-day"),
        ("13-01", "no-such-day"),
        ("02-30 20:00", "no-such-day"),
        ("soon 20:00", "bad-day"),
        ("10-20 25:00", "bad-stamp"),
        ("10-20 20:00 Mars/Base", "bad-stamp"),
        ("10-20 America/Los_Angeles", "bad-stamp"),
        ("10-20T20:00+99:00", "bad-stamp"),
        ("10-20 20:00 20:00", "bad-stamp"),
        ("1999-10-20", "year-out-of-range"),
        ("2100-10-20 20:00", "year-out-of-range"),
    ],
)
def test_what_cannot_be_read_is_a_mistake_of_its_own(text: str, code: str) -> None:
    with pytest.raises(PromoplanError) as caught:
        parse.stamp(text, TODAY, date(2024, 11, 11), SHANGHAI)
    assert [problem.code for problem in caught.value.problems] == [code]
