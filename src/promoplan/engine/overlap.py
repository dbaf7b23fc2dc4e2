"""Which preparations fall on the same days, and how many at once."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import NamedTuple

from promoplan.engine.yearbook import Entry
from promoplan.rules.stamp import DAY


class Overlap(NamedTuple):
    """Two preparations and the days they share, both ends included."""

    first: Entry
    second: Entry
    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def overlaps(entries: Iterable[Entry]) -> list[Overlap]:
    """Every pair of dated preparations that share a day, in the order of the first shared day."""
    found = []
    for one, other in combinations(entries, 2):
        spans = [_span(one), _span(other)]
        if None in spans:
            continue
        (a, b), (c, d) = (span for span in spans if span)
        if max(a, c) <= min(b, d):
            found.append(Overlap(one, other, max(a, c), min(b, d)))
    return sorted(found, key=lambda overlap: (overlap.start, overlap.end))


def at_once(entries: Iterable[Entry]) -> Counter[date]:
    """How many preparations are under way on each day."""
    counts: Counter[date] = Counter()
    for span in filter(None, map(_span, entries)):
        day, last = span
        while day <= last:
            counts[day] += 1
            day += DAY
    return counts


def _span(entry: Entry) -> tuple[date, date] | None:
    prepare = entry.prepare
    return (prepare.start, prepare.end) if prepare.start and prepare.end else None
