"""Times taken side by side: each round runs every work once, so that a busy machine slows all of them alike."""

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Work(NamedTuple):
    """Something to time."""

    do: Callable[[], object]
    units: int = 1
    """How many items or events one call handles; times are per unit."""
    calls: int = 1
    """Calls in one round, for what is too short to be timed once."""
    before: Callable[[], object] | None = None
    """Done ahead of each round, not timed."""

    def seconds(self, clock: Callable[[], float]) -> float:
        """One round: seconds per unit."""
        if self.before:
            self.before()
        start = clock()
        for _ in range(self.calls):
            self.do()
        return (clock() - start) / self.calls / self.units


class Ratio(NamedTuple):
    """How many times as long, over all rounds."""

    middle: float
    low: float
    high: float


class Times:
    """The rounds of several works, in seconds per unit, every other round backwards."""

    def __init__(self, works: Mapping[str, Work], rounds: int, clock: Callable[[], float] = perf_counter) -> None:
        self.of: dict[str, list[float]] = {name: [] for name in works}
        gc.collect()
        gc.freeze()  # what was prepared is not searched again after each round
        for number in range(rounds):
            names = list(works)
            for name in reversed(names) if number % 2 else names:
                self.of[name].append(works[name].seconds(clock))
            gc.collect()

    def middle(self, name: str) -> float:
        return median(self.of[name])

    def ratio(self, name: str, against: str) -> Ratio:
        """Round by round, so that what slowed both counts for neither."""
        ratios = [mine / other for mine, other in zip(self.of[name], self.of[against], strict=True)]
        return Ratio(median(ratios), min(ratios), max(ratios))
