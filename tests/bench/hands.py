"""What a log costs as it grows, and what a campaign costs among many: the cost of one must stay flat."""

import json
import os
import shutil
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import big_books
from pairs import Work
from rows import Bench, Compare
from startup import ITEMS, program, run

from promoplan.engine.fold import fold
from promoplan.workspace import log

EVENTS = (10, 1_000, 100_000)
CAMPAIGNS = (1, 10, 100, 1_000)
FEW = {10: 1_000, 1_000: 20, 100_000: 1}
"""Calls in a round, so that a short log is timed as long as a long one."""


def logs(_folder: Path) -> Bench:
    """Reading and folding a log against `json.loads` over its lines."""
    works: dict[str, Work] = {}
    for count in EVENTS:
        lines = [json.dumps(event(n), ensure_ascii=False).encode() for n in range(count)]
        data = b"\n".join(lines) + b"\n"
        works |= {
            f"json.loads {count:,}": Work(partial(_loads, lines), count, FEW[count]),
            f"fold {count:,}": Work(partial(_folded, data), count, FEW[count]),
        }
    against = tuple(Compare(f"fold {count:,}", f"json.loads {count:,}", 2) for count in EVENTS)
    flat = tuple(Compare(f"fold {count:,}", f"fold {EVENTS[1]:,}", 1.5) for count in EVENTS[2:])
    return Bench("Log: cost per event", works, (*against, *flat), 5, process_time)


def event(number: int) -> dict[str, Any]:
    """An event as commands write them: most tick an item, some replace an earlier word."""
    item = f"task-{number % 5_000}"
    return {
        "v": 1,
        "id": f"{number:012x}",
        "at": "2024-10-20T01:30:00+00:00",
        "by": "小李",
        "batch": f"{number // 2:012x}",
        "type": ("done", "reopened", "started")[number % 3],
        "key": f"item:{item}",
        "value": {"start": "2024-10-20", "end": "2024-10-21"},
        "after": [f"{number - 5_000:012x}"] if number >= 5_000 else [],
    }


def _loads(lines: list[bytes]) -> None:
    for line in lines:
        json.loads(line)


def _folded(data: bytes) -> None:
    fold(log.parse(data, "bench").events)


def campaigns(folder: Path) -> Bench:
    """`today` in a folder of many campaigns of 200 items each, whole processes."""
    first = folder / "first"
    first.mkdir()
    (first / "bench.yaml").write_text(big_books.text(ITEMS), encoding="utf-8")
    run(first, *program(), "init", "bench.yaml", "--date", big_books.EVENT, "--name", "c", "--yes")
    run(first, *program(), "today")
    works = {}
    for count in CAMPAIGNS:
        shop = folder / f"shop-{count}"
        for number in range(count):
            shutil.copytree(first / "c", shop / f"c{number}", copy_function=os.link)
        works[f"today, {count:,}"] = Work(partial(run, shop, *program(), "today"), count)
    lines = tuple(Compare(f"today, {count:,}", "today, 10", 1.5 if count == 1_000 else None) for count in CAMPAIGNS[2:])
    more = (Compare("today, 10", "today, 1"),)
    return Bench("Many campaigns: cost per campaign", works, (*more, *lines), 2, perf_counter)
