"""How quick promoplan is, side by side in one run: `python tests/bench/run.py [PART]…`

Every figure is a ratio of two things timed in the same rounds, so that it means the same on a quick machine and a
slow one. MISS says that an aim is not met on this run; nothing fails by it, and the exit code is 0. pytest does not
collect this folder. Parts: startup, expand, ics, codec, logs, campaigns; without a name, all of them, in some three
minutes.

To measure more, write a function that gives a `Bench` and add its line to `BENCHES`.
"""

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import hands
import startup
import throughput
from rows import COLUMNS, HEADINGS, Bench

PART = "--part"

BENCHES: dict[str, Callable[[Path], Bench]] = {
    "startup": startup.bench,
    "expand": throughput.expanding,
    "ics": throughput.calendars,
    "codec": throughput.compiled,
    "logs": hands.logs,
    "campaigns": hands.campaigns,
}


def main(wanted: list[str]) -> None:
    """Print the table, part by part, each measured by a process of its own: none finds the memory another left."""
    started = perf_counter()
    print(f"Python {sys.version.split()[0]}, {sys.platform}. Times as long, median of the rounds.", flush=True)
    for name in wanted or BENCHES:
        subprocess.run([sys.executable, __file__, PART, name], check=False)
    print(f"\n{perf_counter() - started:.0f} s")


def measure(name: str) -> None:
    """Print one part; one that cannot be measured says so."""
    gc.disable()  # as the program does; each round collects before it starts
    with TemporaryDirectory() as folder:
        try:
            bench = BENCHES[name](Path(folder))
            print(f"\n{bench.title}\n{COLUMNS.format(*HEADINGS)}", flush=True)
            for row in bench.rows():
                print(row, flush=True)
        except Exception as error:
            print(f"\n{name}: not measured, {type(error).__name__}: {error}")


if __name__ == "__main__":
    if sys.argv[1:2] == [PART]:
        measure(sys.argv[2])
    else:
        main(sys.argv[1:])
