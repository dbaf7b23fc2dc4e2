"""What an item costs, in plans of 200, 2,000 and 20,000: reading, dating, calendar files, compiled plans.

In processor time: what else the machine does meanwhile hardly counts.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from time import process_time

import big_books
from pairs import Work
from rows import Bench, Compare

from promoplan.engine.expand import expand
from promoplan.exports import ics
from promoplan.exports.table import Job
from promoplan.library.load import load_source
from promoplan.library.source import Source
from promoplan.library.strict import parse
from promoplan.model.options import Options
from promoplan.model.plan import Plan
from promoplan.model.playbook import Playbook
from promoplan.workspace import codec

SIZES = (200, 2_000, 20_000)
ROUNDS = 3
FLAT = 1.5
"""Times the cost of an item among 200: what an item among 20,000 may cost."""
OPTIONS = Options(event=date.fromisoformat(big_books.EVENT))


def expanding(_folder: Path) -> Bench:
    """Dating a playbook against parsing its YAML, and against all of loading it."""
    works: dict[str, Work] = {}
    for size in SIZES:
        source = text(size)
        works |= {
            named("parse", size): sized(partial(parse, source), size),
            named("load", size): sized(partial(load_source, source), size),
            named("expand", size): sized(partial(expand, playbook(size), OPTIONS), size),
        }
    lines = [
        Compare(named("expand", size), named(other, size), 1 if (other, size) == ("parse", SIZES[-1]) else None)
        for other in ("parse", "load")
        for size in SIZES
    ]
    return Bench("Expanding: cost per item", works, (*lines, *flat("expand", "parse", "load")), ROUNDS, process_time)


def calendars(_folder: Path) -> Bench:
    """The calendar file of a plan."""
    works = {named("ics", size): sized(partial(ics.render, job(size)), size) for size in SIZES}
    return Bench("Calendar file: cost per event", works, flat("ics"), ROUNDS, process_time)


def compiled(_folder: Path) -> Bench:
    """Writing and reading a compiled plan, JSON included, against the JSON alone."""
    works: dict[str, Work] = {}
    for size in SIZES:
        data = codec.encode(plan(size))
        written = dumped(data)
        works |= {
            named("dumps", size): sized(partial(dumped, data), size),
            named("encode", size): sized(partial(encoded, plan(size)), size),
            named("loads", size): sized(partial(json.loads, written), size),
            named("decode", size): sized(partial(decoded, written), size),
        }
    pairs = (("encode", "dumps"), ("decode", "loads"))
    lines = [Compare(named(name, SIZES[-1]), named(other, SIZES[-1])) for name, other in pairs]
    return Bench("Compiled plan: cost per item", works, (*lines, *flat("encode", "decode")), ROUNDS, process_time)


def flat(*names: str) -> tuple[Compare, ...]:
    """An item among many against an item among few."""
    few = SIZES[0]
    return tuple(
        Compare(named(name, size), named(name, few), FLAT if size == SIZES[-1] else None)
        for name in names
        for size in SIZES[1:]
    )


def named(name: str, size: int) -> str:
    return f"{name} {size:,}"


def sized(do: Callable[[], object], size: int) -> Work:
    """Small plans are done several times, so that a round of them is long enough to be timed."""
    return Work(do, units=size, calls=max(1, 2_000 // size))


def text(size: int) -> Source:
    return Source(f"bench-{size}.yaml", big_books.text(size))


@cache
def playbook(size: int) -> Playbook:
    return load_source(text(size)).playbook


@cache
def plan(size: int) -> Plan:
    return expand(playbook(size), OPTIONS)


def job(size: int) -> Job:
    made = plan(size)
    return Job(made, list(made.items), "bench", "bench", revised=datetime(2024, 9, 1, tzinfo=UTC), lang="zh")


def dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def encoded(made: Plan) -> str:
    return dumped(codec.encode(made))


def decoded(written: str) -> Plan:
    return codec.decode(json.loads(written))
