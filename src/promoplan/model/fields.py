"""Field types that several parts of the playbook share."""

import re
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from promoplan.rules.base import ID, refuse
from promoplan.rules.condition import WORD, WORDS
from promoplan.rules.point import Point, parse_point, parse_zone
from promoplan.rules.span import DOTS, parse_span
from promoplan.rules.stamp import FIRST_YEAR, LAST_YEAR, Reach, Stamp, instant, is_moment, real
from promoplan.rules.yearday import parse_year_day

EXPECTED = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d)|\s+(early|mid|late))?$")
ISO_T = re.compile(r"(?<=\d)T(?=\d)")
"""Between date and time; the T of `UTC` and `Asia/Tokyo` stays."""
DAY = re.compile(r"\d{4}-\d\d-\d\d$")
THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
"""上旬, 中旬, 下旬: how Chinese announcements date a launch."""


def _id(value: str) -> str:
    if not re.fullmatch(ID, value):
        refuse("bad-id", text=value)
    return value


def _name(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", value):
        refuse("bad-name", text=value)
    return value


def _choice(value: str) -> str:
    if not re.fullmatch(WORD, value) or value in {*WORDS, "true", "false"}:
        refuse("bad-choice-name", text=value)
    return value


Id = Annotated[str, AfterValidator(_id), Field(json_schema_extra={"pattern": f"^{ID}$"})]
"""Lower case, words joined by hyphens, each word starting with a letter."""

BOOK = rf"(?:[0-9]+|{ID})(?:-{ID})*"


def _book(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(BOOK, value):
        refuse("bad-id", text=str(value))
    return value


BookId = Annotated[str, AfterValidator(_book), Field(json_schema_extra={"pattern": f"^{BOOK}$"})]
"""The name of a playbook: an id that no rule refers to, so that it may be the number of a festival, as 618."""

Name = Annotated[str, AfterValidator(_name), Field(json_schema_extra={"pattern": "^[a-z][a-z0-9_]*$"})]
"""A name that a formula can use: no hyphens."""


Choice = Annotated[str, AfterValidator(_choice)]
"""What a condition can compare an input with: a word, no number."""


def _zone(value: str) -> str:
    return parse_zone(value) or refuse("unknown-zone", zone=value)


Zone = Annotated[str, AfterValidator(_zone)]


def parse_stamp(text: str, zone: str) -> Stamp:
    """`2024-10-14`, `2024-10-14 20:00`, `2022-03-01 00:00 America/Los_Angeles`; refuses with `bad-stamp`."""
    return _stamp(parse_point(ISO_T.sub(" ", text.strip())), text, zone)


def _stamp(point: Point, text: str, zone: str) -> Stamp:
    if not point.base[0].isdigit() or point.shifts or point.edge or point.weekday or point.later or point.key:
        refuse("bad-stamp", text=text)
    day = date.fromisoformat(point.base)
    if point.at is None:
        return day
    try:
        day += timedelta(days=point.next_day)
        return real(datetime.combine(day, point.at, ZoneInfo(point.zone or zone))).astimezone(ZoneInfo(zone))
    except OverflowError:
        refuse("bad-stamp", text=text)


def parse_when(text: str, zone: str) -> Stamp | Reach:
    """A stamp, or two as a window: `2020-05-25 00:00..2020-05-31 22:00`; refuses with `bad-stamp`."""
    if DOTS not in text:
        return parse_stamp(text, zone)
    span = parse_span(ISO_T.sub(" ", text.strip()))
    if span.last is None:
        refuse("bad-stamp", text=text)
    start, end = (_stamp(point, text, zone) for point in (span.start, span.last))
    if is_moment(start) and is_moment(end):
        is_right = instant(start) <= instant(end)
    else:
        is_right = not (is_moment(start) or is_moment(end)) and start <= end
    return Reach(start, end) if is_right else refuse("bad-stamp", text=text)


def _official(value: Any) -> str:
    text = str(value).strip()
    if text != "none":
        parse_when(text, "UTC")
    return text


OfficialStamp = Annotated[str, BeforeValidator(_official), WithJsonSchema({"type": "string"})]
"""A date, a moment or a window that a platform announced, or `none` in a year without it."""


def expected_days(text: str) -> tuple[date, date]:
    """The days between which a launch is expected; raises ValueError for a day that does not exist."""
    match = EXPECTED.match(text)
    if match is None:
        raise ValueError(text)
    year, month = int(match[1]), int(match[2])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)
    if match[3]:
        day = date(year, month, int(match[3]))
        return day, day
    first, last = THIRDS.get(match[4] or "", (1, 31))
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(year, month, first), min(date(year, month, 1) + timedelta(days=last - 1), end)


def _expected(value: Any) -> str:
    text = str(value).strip()
    try:
        expected_days(text)
    except ValueError:
        refuse("bad-expected", text=text)
    return text


Expected = Annotated[str, BeforeValidator(_expected), WithJsonSchema({"type": "string"})]
"""`2019-08-26`, `2019-09 early`, `2019-09 mid`, `2019-08 late` or `2019-09`."""


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        day = date.fromisoformat(str(value) if DAY.match(str(value)) else "")
    except ValueError:
        refuse("bad-stamp", text=str(value))
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        refuse("year-out-of-range", text=str(value), first=FIRST_YEAR, last=LAST_YEAR)
    return day


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]


def _scalar(value: Any) -> Any:
    if not isinstance(value, str | int | float):
        refuse("not-scalar")
    return value


Scalar = Annotated[str | int | float | bool, BeforeValidator(_scalar)]
"""A word, a number or a truth value."""


def _label(value: Any) -> str:
    return str(getattr(value, "written", None) or _scalar(value))


Label = Annotated[str, BeforeValidator(_label), WithJsonSchema({"type": ["string", "number"]})]
"""A short text that may look like a number: a version."""


def _month_day(value: Any) -> str:
    parse_year_day(value)
    return str(value).strip()


MonthDay = Annotated[str, BeforeValidator(_month_day), WithJsonSchema({"type": "string"})]
"""A day of every year: `11-11`, `lunar 07-07`, `lunar 01-01 -28d`, `4th thu of 11 +1d`."""
