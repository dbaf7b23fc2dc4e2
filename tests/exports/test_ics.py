"""Calendar files: legal, the same everywhere, and telling the dates of the plan."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from conftest import ANNIVERSARIES, SHIPPED, SMALL, Program
from promoplan.engine.expand import expand
from promoplan.exports.ics import render
from promoplan.exports.table import Job
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.options import Options
from promoplan.model.plan import Plan
from promoplan.rules.stamp import Stamp

REVISED = datetime(2024, 9, 1, 2, 3, 4, tzinfo=UTC)


def job(plan: Plan) -> Job:
    return Job(plan, list(plan.items), "test", "abc123", REVISED, "zh")


def plan_of(name: str, event: date) -> Plan:
    path = shipped.path(name)
    return expand(load(path if path else SMALL).playbook, Options(event))


def events(data: bytes) -> Iterator[Any]:
    return (part for part in Calendar.from_ical(data).walk() if part.name == "VEVENT")


def reach(event: Any) -> tuple[Stamp, Stamp]:
    start, end = event.decoded("DTSTART"), event.decoded("DTEND")
    return start, end if isinstance(end, datetime) else end - timedelta(days=1)


def shown(start: Stamp, end: Stamp | None, effort: str | None = None) -> tuple[Stamp, Stamp]:
    """What a calendar is told: a moment lasts as long as the work at it, else half an hour."""
    if isinstance(start, datetime) and end in (None, start):
        return start, start + timedelta(minutes=LENGTHS.get(effort or "", 30))
    return start, start if end is None else end


LENGTHS = {"15min": 15, "20min": 20, "30min": 30, "1h": 60, "2h": 120, "3h": 180, "4h": 240}


@pytest.mark.parametrize("event", ANNIVERSARIES)
@pytest.mark.parametrize("name", ["small", *SHIPPED])
def test_read_back_the_file_tells_the_same_dates(name: str, event: date) -> None:
    plan = plan_of(name, event)
    wanted = {f"{item.id}.abc123@promoplan": shown(item.start, item.end, item.card.effort) for item in plan.items}
    wanted |= {f"anchor.{anchor.id}.abc123@promoplan": shown(anchor.at, None) for anchor in plan.anchors}
    assert {str(each["UID"]): reach(each) for each in events(render(job(plan)))} == wanted


@pytest.mark.parametrize("name", ["small", *SHIPPED])
def test_the_file_is_legal(name: str) -> None:
    data = render(job(plan_of(name, date(2024, 11, 11))))
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut by a fold
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
    assert b"METHOD" not in data
    assert b"VTODO" not in data
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    zones = {str(part["TZID"]) for part in Calendar.from_ical(data).walk() if part.name == "VTIMEZONE"}
    assert zones == {"Asia/Shanghai"}
    uids = [str(each["UID"]) for each in events(data)]
    assert len(uids) == len(set(uids))
    for each in events(data):
        start, end = each.decoded("DTSTART"), each.decoded("DTEND")
        assert end > start
        assert type(end) is type(start)
        assert each.decoded("DTSTAMP") == REVISED == each.decoded("LAST-MODIFIED")


def test_bytes_do_not_depend_on_zone_hash_seed_or_clock(promoplan: Program, shop: Path, process: Any) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    outputs = {
        process("export", "ics", "-o", "-", TZ=zone, PYTHONHASHSEED=seed, PROMOPLAN_NOW=now).stdout
        for zone, seed, now in (
            ("UTC", "0", "2024-10-20"),
            ("America/Los_Angeles", "1", "2025-01-01T03:04:05"),
            ("Asia/Shanghai", "2", "2030-06-07"),
        )
    }
    assert len(outputs) == 1
    assert promoplan("export", "ics").out == "Wrote small-2024.ics\n"
    assert (shop / "small-2024.ics").read_bytes() == outputs.pop()


def test_only_the_items_of_a_role(promoplan: Program) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes")
    out = promoplan("export", "ics", "-o", "-", "--role", "美工").out
    assert re.findall(r"UID:([a-z.-]+)\.[0-9a-f]", out) == ["anchor.presale", "poster"]


def test_control_characters_and_commas_are_made_safe(small: Any) -> None:
    title = small.tasks[0].title._replace(zh="选品,\x07;\\ 一\n二")
    tasks = (small.tasks[0].model_copy(update={"title": title}), *small.tasks[1:])
    data = render(job(expand(small.model_copy(update={"tasks": tasks}), Options(date(2024, 11, 11)))))
    assert "SUMMARY:选品\\,\\;\\\\ 一\\n二".encode() in data


def test_an_unknown_export_lists_what_there_is(promoplan: Program) -> None:
    ran = promoplan("export", "icss")
    assert (ran.code, ran.err) == (2, "error: there is no export icss\n  did you mean ics?\n")
