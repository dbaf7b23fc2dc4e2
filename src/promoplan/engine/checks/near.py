"""The name a person may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def near(name: str, known: Iterable[str]) -> list[str]:
    """At most two names that look like `name`."""
    return get_close_matches(name, list(known), 2, 0.6)
