"""A text in the two languages promoplan speaks."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]


class Text(NamedTuple):
    """One text, Chinese and English; a plain string of a user's file stands for both."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """The text in one language; in the other when a file has only that one."""
        return (self.zh if lang == "zh" else self.en) or self.en or self.zh

    @classmethod
    def same(cls, text: str) -> "Text":
        """The same words in both languages: names, codes, what a user typed once."""
        return cls(text, text)


COMMAS = re.compile("[,\uff0c\u3001;\uff1b]")


def listed_names(text: str) -> list[str]:
    """Names of people separated by commas, Chinese or Western; one that differs only in case or width comes once."""
    return once(" ".join(name.split()) for name in COMMAS.split(text) if name.strip())


def once(names: Iterable[str]) -> list[str]:
    """Each name once, as it is written first, whatever the case and width of its letters."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(alike(name), name)
    return list(found.values())


def alike(name: str) -> str:
    """What names have in common that differ only in the case or width of their letters: `Ａmy` and `amy`."""
    return name.strip().lower() if name.isascii() else unicodedata.normalize("NFKC", name).strip().casefold()


def typed(name: str) -> str:
    """A name as one word of a command line, quoted as every shell takes it where it has spaces."""
    return f'"{name}"' if " " in name else name


# Written as escapes: none of it can be seen. C0, DEL and C1; soft hyphen, Arabic and Mongolian marks; zero width and
# bidi marks; line and paragraph separators; half a surrogate pair; byte order mark, annotations; tags.
_STEERING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
_BARE_JOINER = "(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d"
"""A joiner that joins no emoji."""

STEERING = re.compile(f"[{_STEERING}]|{_BARE_JOINER}")
"""What steers a terminal or cannot be seen, line ends and tabs left out. Unicode 16, categories Cc, Cf, Cs, Zl, Zp."""
_OFF_LINE = re.compile(f"[\t\n{_STEERING}]|{_BARE_JOINER}")

REPLACED = "\ufffd"


def clean(text: str) -> str:
    """Text of one line without control characters: a file must not steer the reader's terminal."""
    return text if text.isascii() and text.isprintable() else _OFF_LINE.sub(REPLACED, text)


def clean_lines(text: str) -> str:
    """The same for a text of several lines, which stay lines."""
    return "\n".join(clean(line.expandtabs()) for line in re.split("\r\n|[\r\n]", text.rstrip("\r\n")))


def clean_output(text: str) -> str:
    """What is printed, whoever wrote it: only its line ends and tabs control anything."""
    return text if text.isascii() and text.isprintable() else STEERING.sub(REPLACED, text)


def one_line(text: str) -> str:
    """A title or a name: its spaces and line ends are one space each, and it controls nothing."""
    return clean(" ".join(text.split()))
