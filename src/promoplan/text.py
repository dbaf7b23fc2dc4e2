"""A text in the two languages promoplan speaks."""

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


def typed(name: str) -> str:
    """A name as one word of a command line, quoted as every shell takes it where it has spaces."""
    return f'"{name}"' if " " in name else name


def clean(text: str) -> str:
    """Text without control characters: a file must not steer the reader's terminal."""
    return "".join(char if char >= " " and char != "\x7f" else "�" for char in text)


def clean_lines(text: str) -> str:
    """The same for a text of several lines, which stay lines."""
    return "\n".join(clean(line.expandtabs()) for line in text.splitlines())
