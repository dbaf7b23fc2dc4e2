"""What a file may write at `when:`."""

from typing import Any

from promoplan.rules.cases import Cases
from promoplan.rules.plain import one_of

When: Any = one_of({}, listed=Cases)
"""A rule, or a list of alternatives."""
