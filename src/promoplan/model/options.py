"""What a team decides about a plan, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from promoplan.rules.stamp import Reach, Stamp
from promoplan.workdays import Workdays

Value = str | float | bool | tuple[str, ...]
"""A typed input: a word, a number (percent as a fraction), a flag, or several choices."""


@dataclass(frozen=True)
class Options:
    """The dates and inputs that turn a playbook into a plan."""

    event: date
    anchors: Mapping[str, Stamp | Reach | None] = field(default_factory=dict)
    """Anchors set by hand; `None` drops an optional one."""
    inputs: Mapping[str, Value] = field(default_factory=dict)
    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    """Days off and days worked that the team entered itself."""
    workdays: Workdays | None = None
    """A calendar to use instead of mainland China's."""
