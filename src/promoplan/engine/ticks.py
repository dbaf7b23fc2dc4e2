"""Ticks of a checklist: each hangs on the text of its line, so that lines may be added, moved and reworded by hand.

A line is known by its text and, where a checklist has it several times, by which of them it is. Other lines that
stood beside it when it was ticked never take the tick over.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from promoplan.model.progress import Progress, Tick
from promoplan.text import Text

Line = tuple[str, int]
"""The text of a line, and which of those with that text it is, from 1."""

NEARLY = 0.8
"""How alike a line must be to what was ticked: one sign more or less in a word of four."""
DIGEST = 8
TOKEN = re.compile(r"[A-Za-z0-9]+")
"""What tells two lines apart though all else is alike: the second of 1号店 and 2号店."""


class Found(NamedTuple):
    """What the ticks of an item come to."""

    keys: Mapping[int, tuple[str, ...]]
    """Ticked lines from 1, with the keys of the log that say so."""
    lost: tuple[str, ...]
    """Texts of ticked lines that the checklist has no more."""

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(self.keys)


def lines_of(checklist: Iterable[Text]) -> list[Line]:
    """The lines as ticks know them: in one language, whatever the reader's."""
    seen: dict[str, int] = defaultdict(int)
    found = []
    for line in checklist:
        text = line.of("zh")
        seen[text] += 1
        found.append((text, seen[text]))
    return found


def digest(text: str) -> str:
    """A line that stood beside a ticked one, in few letters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST]


def resolve(checklist: Iterable[Text], ticks: Iterable[Tick]) -> Found:
    """Which lines are ticked: those of the very text first, then those that are nearly the same; each tick once."""
    lines = lines_of(checklist)
    wanted: dict[Line, list[Tick]] = defaultdict(list)
    for tick in sorted(ticks):
        wanted[tick.text, tick.which].append(tick)
    at = {line: number for number, line in enumerate(lines, 1)}
    found = {at[line]: ticked for line, ticked in wanted.items() if line in at}
    rest = {line: ticked for line, ticked in wanted.items() if line not in at}
    free = {number: line for number, line in enumerate(lines, 1) if number not in found}
    for number, line in _nearest(free, rest):
        found[number] = rest.pop(line)
    keys = {number: [tick.key for tick in ticked] for number, ticked in sorted(found.items())}
    for number, line in _doubled(found, lines, rest):
        keys[number] += [tick.key for tick in rest.pop(line)]
    return Found({number: tuple(names) for number, names in keys.items()}, tuple(text for text, _ in rest))


def _nearest(free: Mapping[int, Line], rest: Mapping[Line, Sequence[Tick]]) -> list[tuple[int, Line]]:
    """Pairs of a line and a tick that are nearly the same, the most alike first; none of either twice."""
    pairs = [(likeness(text, line[0], ticks), number, line) for number, (text, _) in free.items()
             for line, ticks in rest.items()]  # fmt: skip
    found: dict[int, Line] = {}
    for alike, number, line in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if alike >= NEARLY and number not in found and line not in found.values():
            found[number] = line
    return list(found.items())


def _doubled(
    found: Mapping[int, object], lines: Sequence[Line], rest: Mapping[Line, Sequence[Tick]]
) -> list[tuple[int, Line]]:
    """Ticks of a line that was ticked once more after it was reworded."""
    known = [(line, max(found, key=lambda n: likeness(lines[n - 1][0], line[0], rest[line]))) for line in rest if found]
    return [(n, line) for line, n in known if likeness(lines[n - 1][0], line[0], rest[line]) >= NEARLY]


def likeness(now: str, then: str, ticks: Iterable[Tick] = ()) -> float:
    """From 0 to 1; nothing where the line was there beside the ticked one, or a number or word of Latin differs."""
    now_plain, then_plain = "".join(now.split()).casefold(), "".join(then.split()).casefold()
    if now_plain == then_plain:
        return 1.0
    mark = digest(now)
    differs = TOKEN.findall(now_plain) != TOKEN.findall(then_plain) and not now.isascii()
    if differs or any(mark in tick.beside for tick in ticks):
        return 0.0
    return SequenceMatcher(None, now_plain, then_plain, autojunk=False).ratio()


def with_texts(progress: Progress, checklists: Mapping[str, Sequence[Text]]) -> Progress:
    """Ticks of old logs, which know their line by number only, hung on the texts that they were made on.

    `checklists` has those of each task. A number beyond the list is a tick that is lost.
    """
    ticks = {item: list(known) for item, known in progress.ticks.items()}
    for item, numbers in progress.checked.items():
        lines = lines_of(checklists.get(item.partition("@")[0], ()))
        for number in sorted(numbers):
            ticks.setdefault(item, []).append(_numbered(item, number, lines))
    return replace(progress, checked={}, ticks={item: tuple(known) for item, known in ticks.items()})


def _numbered(item: str, number: int, lines: Sequence[Line]) -> Tick:
    key = f"check:{item}:{number}"
    if not 1 <= number <= len(lines):
        return Tick(f"#{number}", 0, key)
    text, which = lines[number - 1]
    return Tick(text, which, key, beside_of(lines, number))


def beside_of(lines: Sequence[Line], number: int) -> frozenset[str]:
    """The other lines of a checklist, as a tick of one of them remembers them."""
    mine = lines[number - 1][0]
    return frozenset(digest(text) for text, _ in lines if text != mine)
