"""The wording of a problem, and how the tables write it down."""

from typing import Final, NamedTuple

from promoplan.text import Text

WARNING: Final = "warning"


class Message(NamedTuple):
    """The wording of a code; the fields in braces are the problem's `args`."""

    text: Text
    hint: Text = Text("", "")
    severity: str = "error"


def say(zh: str, en: str, hint_zh: str = "", hint_en: str = "", *, severity: str = "error") -> Message:
    """A sentence and what to do about it, in both languages."""
    return Message(Text(zh, en), Text(hint_zh, hint_en), severity)
