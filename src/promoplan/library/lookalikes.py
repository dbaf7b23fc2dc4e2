"""Signs that look like those of YAML and are none: odd spaces, full-width colons, quotes of word processors.

Only a file that cannot be read is searched, and only what is proved guilty is named: with the sign put right, the file
can be read further. In a title such signs are as good as any.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple

from promoplan.errors import Problem
from promoplan.library.source import Source
from promoplan.text import Text

Mark = tuple[int, int]
Stop = Callable[[str], Mark | None]
"""Where a text cannot be read on, line and column from 0; nothing where it can."""

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0f\ufeff"
SIGNS = {
    ":": ("：﹕∶︰꞉", "冒号"),
    ",": ("，﹐、､", "逗号"),
    "[": ("［【〔〖", "方括号"),
    "]": ("］】〕〗", "方括号"),
    "{": ("｛﹛", "花括号"),
    "}": ("｝﹜", "花括号"),
    '"': ("“”„‟＂〝〞「」", "引号"),
    "'": ("‘’‚‛＇", "引号"),
    "#": ("＃﹟", "井号"),
    "-": ("－–—―−‐‑‒﹣", "减号"),
    "|": ("｜︱", "竖线"),
    ">": ("＞﹥", "大于号"),
    "&": ("＆", "和号"),
    "*": ("＊﹡", "星号"),
}  # fmt: skip
"""Each sign of YAML, what is taken for it, and its Chinese name."""
MEANT = {sign: meant for meant, (signs, _) in SIGNS.items() for sign in signs}
"""The sign of YAML that a character looks like."""
SPACE = re.compile(f"[{SPACES}]")
ANY = re.compile(f"[{SPACES}{INVISIBLE}{re.escape(''.join(MEANT))}]")
NAMES = {"\u00a0": "不间断空格", "\u3000": "全角空格", "\u200b": "零宽空格", "\ufeff": "零宽空格 (BOM)"}
WIDE = "\uff00"
"""From here on Unicode has the full-width forms."""
NOTHING = Text("删掉它", "delete it")

ENTRY = re.compile("[{,，、｛\\[［【]|(?:^|(?<=[ \u00a0\u3000]))[-－–—−][ \u00a0\u3000]")
"""What a key or an entry of a list may stand behind."""
WORD = re.compile(f"\\s*[\"'“”‘’]?[\\w.{INVISIBLE}-]+[\"'“”‘’]?\\s*")
BEGIN = re.compile("(?:^|[:：,，、{｛\\[［【-]|[:,-][ \u00a0\u3000])\\s*$")
"""What a value, a quote or a bracket may stand behind."""
KEY_FOLLOWS = re.compile("[\\w-]*\\s*[:：](?:\\s|$)")
MOST_TRIES, MOST_LINES, FARTHEST_BACK, FARTHEST = 24, 3, 60, 1_000_000
"""How often a text is read again, how many lines are tried singly and how many at once, how far into a text we look."""


class Sign(NamedTuple):
    """A character that looks like another, and where it stands."""

    line: int
    column: int
    char: str

    def right(self, after: str) -> str:
        """What to write in its place; a colon and a comma are followed by a space."""
        meant = MEANT.get(self.char, " " if SPACE.match(self.char) else "")
        return f"{meant} " if meant in {":", ","} and after[:1].strip() else meant

    def problem(self, source: Source) -> Problem:
        meant = MEANT.get(self.char, "")
        blank = SPACE.match(self.char)
        shown = f" {self.char} " if meant else " "
        args = {
            "name": Text(f"{self._chinese(meant)}{shown}", f"{unicodedata.name(self.char, 'unnamed').lower()}{shown}"),
            "char": f"U+{ord(self.char):04X}",
            "how": Text(f"改成半角 {meant}", f"write {meant} instead") if meant else _spacing(is_space=bool(blank)),
        }
        return Problem("look-alike", args, place=source.place(self.line, self.column))

    def _chinese(self, meant: str) -> str:
        if not meant:
            return NAMES.get(self.char) or ("特殊的空格" if SPACE.match(self.char) else "看不见的字符")
        return f"全角{SIGNS[meant][1]}" if self.char >= WIDE else f"像 {meant} 的{SIGNS[meant][1]}"


def _spacing(*, is_space: bool) -> Text:
    return Text("改成普通的半角空格", "write a plain space instead") if is_space else NOTHING


def guilty(source: Source, stop: Stop) -> list[Problem]:
    """The signs for which a text cannot be read, each proved by putting it right; in the order of the text."""
    lines, found, tries = list(source.lines), list[Sign](), count(1)
    where = stop(source.text)
    while where and sum(map(len, lines[: where[0] + 1])) < FARTHEST:
        step = _step(lines, where, stop, tries)
        if step is None:
            found += () if found else _indents(lines, where[0])
            break
        signs, lines, where = step
        found += [_original(sign, source, found) for sign in signs]
    return _told(found, source)


Step = tuple[list[Sign], list[str], Mark | None]


def _step(lines: list[str], where: Mark, stop: Stop, tries: Iterator[int]) -> Step | None:
    """The signs without which a text can be read further, the text so, and where it ends then."""
    for signs, mended in _suspects(lines, where[0]):
        if next(tries) > MOST_TRIES:
            return None
        then = stop("\n".join(mended))
        if then is None or then > (where[0], where[1] + len(mended[where[0]]) - len(lines[where[0]])):
            return signs, mended, then
    return None


def _told(found: list[Sign], source: Source) -> list[Problem]:
    """Each sign; of several that are the same and stand side by side the first."""
    beside = {sign._replace(column=sign.column + 1) for sign in found}
    return [sign.problem(source) for sign in sorted(found) if sign not in beside]


SUSPECT = {"unknown-key", "bad-id", "bad-name", "bad-choice-name", "not-mapping", "not-list", "bad-text"}
"""Faults of a format that such a sign may be at the bottom of: it made one word of a key and its value."""
WHOLE = re.compile(r".*?(?=,\s|[,\s]*[}\]]\s*$|$)")


def named(problem: Problem, source: Source) -> Problem:
    """The sign that is to blame for a fault of the format; the fault itself where none is."""
    if problem.code not in SUSPECT or problem.place is None or not problem.place.line:
        return problem
    first, line = problem.place.column - 1, problem.place.source
    word = problem.args.get("key") if problem.code == "unknown-key" else None
    about = word if isinstance(word, str) else getattr(WHOLE.match(line[first:]), "group", str)()
    for sign in structural(problem.place.line - 1, line):
        if first <= sign.column < first + len(about) and MEANT.get(sign.char) not in {'"', "'"}:
            return sign.problem(source)
    return problem


def _indents(lines: list[str], last: int) -> list[Sign]:
    """The odd spaces that a line begins with, where nobody can tell how many were meant."""
    near = [sign for number in (last, last - 1) if number >= 0 for sign in structural(number, lines[number])]
    return [sign for sign in near if sign.char not in MEANT and not lines[sign.line][: sign.column].strip()]


def _original(sign: Sign, source: Source, found: list[Sign]) -> Sign:
    """Where a sign stood before those in front of it on its line were put right, which may change its column."""
    earlier = sum(1 for other in found if other.line == sign.line and other.char == sign.char)
    columns = [at for at, char in enumerate(source.lines[sign.line]) if char == sign.char]
    later = [at for at in columns if at >= sign.column - earlier]
    taken = {other.column for other in found if other.line == sign.line}
    return sign._replace(column=next((at for at in later if at not in taken), sign.column))


def _suspects(lines: list[str], last: int) -> Iterator[tuple[list[Sign], list[str]]]:
    """What may be put right and how the text is then: each sign alone, all of a line, all of the lines before."""
    near = [
        signs for number in range(last, -1, -1)[:FARTHEST_BACK] if (signs := list(structural(number, lines[number])))
    ]
    for signs in near[:MOST_LINES]:
        yield from (([sign], _mended(lines, [sign])) for sign in signs)
        yield signs, _mended(lines, signs)
        yield signs, _mended(lines, signs, wide="  ")
    together = [sign for signs in near for sign in signs if MEANT.get(sign.char) not in {'"', "'"}]
    if together:
        yield together, _mended(lines, together)


def _mended(lines: list[str], signs: list[Sign], wide: str = " ") -> list[str]:
    """The text with signs put right; a full-width space looks like two."""
    mended = list(lines)
    for sign in sorted(signs, reverse=True):
        line = mended[sign.line]
        after = line[sign.column + 1 :]
        right = wide if sign.char == "\u3000" else sign.right(after)
        mended[sign.line] = line[: sign.column] + right + after
    return mended


def structural(number: int, line: str) -> Iterator[Sign]:
    """The signs of a line that stand where YAML has signs of its own; what is quoted or a comment has none."""
    for match in ANY.finditer(line):
        before, after = line[: match.start()], line[match.end() :]
        if not _is_quoted(before) and _is_structural(match[0], before, after):
            yield Sign(number, match.start(), match[0])


def _is_quoted(before: str) -> bool:
    """Whether a quote or a comment has begun, as far as one line tells."""
    bare = re.sub(r"(?:(?<=[:,\[{\s-])|^)(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')", "", before)
    return bool(re.search(r"(?:^|[:,\[{\s])[\"']|(?:^|\s)#", bare))


def _is_structural(char: str, before: str, after: str) -> bool:
    match MEANT.get(char):
        case None:
            if not before.strip() or BEGIN.search(before) or re.match(r"\s*[:：,，\]}］｝]", after):
                return True
            return bool(KEY_FOLLOWS.match(after) and WORD.fullmatch(ENTRY.split(before)[-1] + char))
        case ":":
            return bool(WORD.fullmatch(ENTRY.split(before)[-1]))
        case "," | "]" | "}":
            return bool(re.search("[{\\[｛［【]", before))
        case '"' | "'":
            return True
        case "#":
            return not before.strip() or before[-1].isspace()
    return bool(BEGIN.search(before))
