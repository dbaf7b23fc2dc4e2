"""VTIMEZONE: a reader that knows only the file comes to the same moments as one that knows the zone."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz
from icalendar import Calendar

from conftest import Program
from promoplan.exports.zones import timezone

RULES = {
    "America/Los_Angeles": {"FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"},
    "Europe/Berlin": {"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"},
    "Australia/Sydney": {"FREQ=YEARLY;BYDAY=1SU;BYMONTH=4", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=10"},
    "Asia/Shanghai": set(),
    "Asia/Kolkata": set(),
}
"""As the zones' laws have them: second Sunday of March to first of November in the States since 2007, last Sundays of
March and October in the European Union since 1996, first Sundays of October and April in New South Wales since 2008."""

ODD = ("Europe/Dublin", "Africa/Casablanca", "America/Santiago", "Asia/Jerusalem", "Pacific/Apia", "America/Sao_Paulo")
"""Winter time below the standard, changes at Ramadan, "Sunday from the 2nd", Fridays, a day left out, given up."""
YEARS = ((2024, 2024), (2006, 2008), (2010, 2013), (2018, 2020), (2027, 2028))


def written(name: str, first: int, last: int) -> str:
    return str(timezone(name, date(first, 1, 1), date(last, 12, 31)).to_ical(), "utf-8")


def every_six_hours(first: int, last: int) -> Iterator[datetime]:
    moment = datetime(first, 1, 1, 12, tzinfo=UTC)
    while moment.year <= last and (moment.month, moment.day) != (12, 31):
        yield moment
        moment += timedelta(hours=6)


@pytest.mark.parametrize("years", YEARS)
@pytest.mark.parametrize("name", [*RULES, *ODD])
def test_another_library_reads_the_zones_own_offsets(name: str, years: tuple[int, int]) -> None:
    read, zone = tz.tzical(StringIO(written(name, *years))).get(), ZoneInfo(name)
    for moment in every_six_hours(*years):
        local = moment.astimezone(zone)
        if not local.fold and local.utcoffset() == local.replace(fold=1).utcoffset():
            assert local.replace(tzinfo=read).utcoffset() == local.utcoffset(), local


@pytest.mark.parametrize("name", RULES)
def test_changes_are_rules_without_an_end(name: str) -> None:
    text = written(name, 2024, 2025)
    assert set(re.findall(r"RRULE:(\S+)", text)) == RULES[name]
    assert "RDATE" not in text


def test_a_rule_that_was_changed_has_an_end_and_what_has_no_rule_its_own_dates() -> None:
    text = written("America/Los_Angeles", 2006, 2008)
    assert "RRULE:FREQ=YEARLY;UNTIL=20060403T100000Z;BYDAY=1SU;BYMONTH=4" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in text
    casablanca = written("Africa/Casablanca", 2024, 2025)
    assert "RDATE" not in casablanca
    assert "DTSTART:20240310T030000" in casablanca


BOOK = """format: 1
playbook: t
version: "1"
title: Test
zone: {zone}
event: {{title: Day, date: 11-03, reference: 2024-11-03}}
roles: {{ops: Ops}}
boards: {{goods: Goods}}
phases: [{{id: all, title: All, when: D-240..D+130}}]
tasks:
{tasks}
"""


def exported(
    promoplan: Program, shop: Path, zone: str, event: str, *whens: str
) -> dict[str, tuple[datetime, datetime]]:
    """What a reader of the file makes of moments: the id of each entry with its first and last moment in UTC."""
    rows = "\n".join(
        f"  - {{id: a{n}, title: A, phase: all, board: goods, roles: ops, {when}}}" for n, when in enumerate(whens)
    )
    (shop / "t.yaml").write_text(BOOK.format(zone=zone, tasks=rows))
    assert promoplan("init", "t.yaml", "--date", event, "--name", "c", "--yes").code == 0
    data = promoplan("export", "ics", "-o", "-").out
    zones = tz.tzical(StringIO(re.sub(r"\r?\n[ \t]", "", data)))
    found = {}
    for part in Calendar.from_ical(data).walk("VEVENT"):
        ends = []
        for key in ("DTSTART", "DTEND"):
            name, value = part[key].params.get("TZID"), part.decoded(key)
            there = (value.replace(tzinfo=zones.get(name)) if name else value).astimezone(UTC)
            assert there == value.astimezone(UTC), (key, value)
            ends.append(there)
        found[str(part["UID"]).partition(".")[0]] = (ends[0], ends[1])
    return found


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "event", "when", "wanted"),
    [
        ("America/Los_Angeles", "2024-11-03", "when: D-1 20:00", ("2024-11-03 03:00", "2024-11-03 03:30")),
        ("America/Los_Angeles", "2024-11-03", "when: D+1 20:00", ("2024-11-05 04:00", "2024-11-05 04:30")),
        ("America/Los_Angeles", "2024-11-03", "when: D 00:30, effort: 1h", ("2024-11-03 07:30", "2024-11-03 08:30")),
        ("America/Los_Angeles", "2024-11-03", "when: D 01:30", ("2024-11-03 08:30", "2024-11-03 09:00")),
        ("America/Los_Angeles", "2024-11-03", "when: D 01:30, effort: 2h", ("2024-11-03 08:30", "2024-11-03 10:30")),
        ("America/Los_Angeles", "2024-11-03", "when: D 01:30, effort: 1d", ("2024-11-03 08:30", "2024-11-03 09:00")),
        ("America/Los_Angeles", "2024-03-10", "when: D 01:45", ("2024-03-10 09:45", "2024-03-10 10:15")),
        ("Europe/Berlin", "2024-10-27", "when: D 02:15, effort: 15min", ("2024-10-27 00:15", "2024-10-27 00:30")),
        ("Europe/Berlin", "2025-03-30", "when: D 01:00, effort: 90min", ("2025-03-30 00:00", "2025-03-30 01:30")),
        ("Asia/Shanghai", "2024-11-11", "when: D-3 20:00", ("2024-11-08 12:00", "2024-11-08 12:30")),
        ("Asia/Shanghai", "2024-11-11", "when: D 20:00..D+1 02:00", ("2024-11-11 12:00", "2024-11-11 18:00")),
        ("Asia/Shanghai", "2024-11-11", "when: D 20:00..D 20:00", ("2024-11-11 12:00", "2024-11-11 12:30")),
    ],
)
def test_moments_are_read_as_they_were_meant(
    promoplan: Program, shop: Path, zone: str, event: str, when: str, wanted: tuple[str, str]
) -> None:
    assert exported(promoplan, shop, zone, event, when)["a0"] == tuple(map(utc, wanted))


def test_hours_on_both_nights_of_a_clock_change_end_after_they_begin(promoplan: Program, shop: Path) -> None:
    hours = ("00:30-01:30", "01:15-01:45", "01:30-02:30", "02:15-02:45", "02:00-03:00", "23:00-01:00")
    spans = ("D-239..D-237", "D-1..D+1")
    whens = [f"when: {{every: day, in: {span}, hours: '{each}'}}" for span in spans for each in hours]
    found = exported(promoplan, shop, "America/Los_Angeles", "2024-11-03", *whens)
    assert len(found) > 30
    assert all(start < end for start, end in found.values())
