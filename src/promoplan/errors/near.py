"""The name a person may have meant."""

from collections.abc import Iterable


def near(name: str, known: Iterable[str]) -> list[str]:
    """At most two names that look like `name`."""
    from difflib import get_close_matches

    return get_close_matches(name, list(known), 2, 0.6)
