"""The name a person may have meant."""

from collections.abc import Iterable


def near(name: str, known: Iterable[str]) -> list[str]:
    """At most two names that look like `name`, whatever the case of their letters."""
    from difflib import get_close_matches

    cased: dict[str, str] = {}
    for word in known:
        cased.setdefault(word.lower(), word)
    return [cased[word] for word in get_close_matches(name.lower(), list(cased), 2, 0.6)]
