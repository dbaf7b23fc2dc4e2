"""What a benchmark says: works, which of them to compare with which, and the aim of each comparison."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pairs import Times, Work

COLUMNS = "{:<25} {:<15} {:>7} {:>7} {:>7} {:>10}  {:<7}{}"
HEADINGS = ("", "against", "ratio", "min", "max", "cost", "aim", "")


class Compare(NamedTuple):
    """One line of the table: how many times as long `name` takes as `against`."""

    name: str
    against: str
    aim: float | None = None
    """The largest ratio that is well; none is a line for information."""


class Bench(NamedTuple):
    """One part of the table."""

    title: str
    works: Mapping[str, Work]
    lines: tuple[Compare, ...]
    rounds: int
    clock: Callable[[], float]

    def rows(self) -> Iterator[str]:
        """Measure, then give the lines of the table."""
        times = Times(self.works, self.rounds, self.clock)
        for line in self.lines:
            ratio = times.ratio(line.name, line.against)
            aim = f"<= {line.aim:g}" if line.aim else ""
            verdict = "" if not line.aim else "OK" if ratio.middle <= line.aim else "MISS"
            numbers = (f"{number:.2f}" for number in ratio)
            row = COLUMNS.format(line.name, line.against, *numbers, cost(times.middle(line.name)), aim, verdict)
            yield row.rstrip()


def cost(seconds: float) -> str:
    """Seconds per unit, as people read them."""
    return f"{seconds * 1000:.1f} ms" if seconds >= 0.001 else f"{seconds * 1_000_000:.1f} µs"
