"""What an anchor may write at `at:`: a moment, a window, or a choice between them.

at: D-28 20:00
at: D-24 00:00..D-18 22:00
at: [{if: category == fresh, then: D-13 00:00..D-3 23:59:59}, D-17 00:00..D-1 23:59:59]
"""

from collections.abc import Iterator
from typing import Any

from promoplan.rules.cases import Case, Cases
from promoplan.rules.plain import one_of
from promoplan.rules.span import Span


class MomentCase(Case):
    """A moment or a window that applies if a condition holds."""

    then: Span


class MomentCases(Cases):
    """The alternatives in order; one without a condition always applies."""

    root: tuple[one_of({"if": MomentCase}, rules={}, fault="bad-at"), ...]  # type: ignore[valid-type]


At: Any = one_of({}, listed=MomentCases, rules={}, fault="bad-at")
"""A moment, a window, or a list of alternatives."""


def spans(at: Any) -> Iterator[Span]:
    """Each moment or window that it may be."""
    if isinstance(at, Span):
        yield at
    else:
        yield from (option.then if isinstance(option, Case) else option for option in at.root)


def is_window(at: Any) -> bool:
    """Whether it lasts: another date that hangs on it must say which end."""
    return any(span.last is not None for span in spans(at))
