"""A calendar laid on a row of cells: several cells a day, or several days a cell."""

from datetime import date, timedelta
from typing import NamedTuple

WEEKDAY_GAP = 3
"""Cells that a week's day number needs, with a space before the next."""


class Scale(NamedTuple):
    """Which day a cell shows. `per_cell` days share a cell, or a day takes `per_day` cells; one of them is 1."""

    first: date
    days: int
    per_cell: int
    per_day: int

    @property
    def cells(self) -> int:
        return -(-self.days // self.per_cell) * self.per_day

    def day(self, cell: int) -> date:
        """The first day of a cell."""
        return self.first + timedelta(days=cell // self.per_day * self.per_cell)

    def cell(self, day: date) -> int:
        """The first cell of a day."""
        return (day - self.first).days // self.per_cell * self.per_day

    def covers(self, day: date) -> range:
        """All cells of a day."""
        return range(self.cell(day), self.cell(day) + self.per_day)

    def span(self, start: date, end: date) -> range:
        """The cells from one day to another, cut to what is shown."""
        first = max(self.cell(max(start, self.first)), 0)
        last = min(self.cell(min(end, self.first + timedelta(days=self.days - 1))) + self.per_day, self.cells)
        return range(first, last)

    def shows(self, day: date) -> bool:
        return 0 <= (day - self.first).days < self.days

    def days_of(self, cell: int) -> list[date]:
        return [self.day(cell) + timedelta(days=n) for n in range(self.per_cell)]


def fit(first: date, last: date, cells: int) -> Scale:
    """The widest scale on which the days from `first` to `last` take at most `cells` cells."""
    days = (last - first).days + 1
    if days <= cells:
        return Scale(first, days, 1, min(cells // days, 3))
    return Scale(first, days, -(-days // cells), 1)


def month_row(scale: Scale, names: list[str], widths: list[int]) -> str:
    """The months, each at its first day; a name that has no room is left out.

    The last days of a month before the first whole one leave their place to it.
    """
    labels = [(day, names[day.month - 1], widths[day.month - 1]) for day in _month_starts(scale)]
    if len(labels) > 1 and scale.cell(labels[1][0]) <= labels[0][2]:
        labels = labels[1:]
    return _labels(scale, labels)


def week_row(scale: Scale) -> str:
    """The day of the month of each Monday, as far as there is room."""
    first = scale.first + timedelta(days=-scale.first.weekday() % 7)
    mondays = [first + timedelta(weeks=n) for n in range(scale.days // 7 + 1)]
    return _labels(scale, [(day, str(day.day), len(str(day.day))) for day in mondays if scale.shows(day)])


def _month_starts(scale: Scale) -> list[date]:
    days = [scale.first]
    last = scale.first + timedelta(days=scale.days - 1)
    while (day := (days[-1].replace(day=1) + timedelta(days=32)).replace(day=1)) <= last:
        days.append(day)
    return days


def _labels(scale: Scale, labels: list[tuple[date, str, int]]) -> str:
    """Labels at the cells of their days, never touching; widths are in cells."""
    row, at = "", 0
    for day, label, width in labels:
        cell = scale.cell(day)
        if cell < at + (1 if at else 0) or cell + width > scale.cells:
            continue
        row += " " * (cell - at) + label
        at = cell + width
    return row
