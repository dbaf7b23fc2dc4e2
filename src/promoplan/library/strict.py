"""Strict YAML: parser events → plain data that remembers where each part stands.

YAML 1.2 core scalars only, so that `off` stays a word and `10:30` a text; repeated keys, tags and
documents after the first are faults; depth, size and alias growth are bounded.
"""

import math
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from promoplan.errors import Problem
from promoplan.library.lookalikes import guilty
from promoplan.library.source import Source, refusal
from promoplan.text import Text

DEEPEST = 60
MOST_NODES = 1_500_000
"""About what an 8 MB playbook holds; aliases count each time they are used."""

NULL = {"", "~", "null", "Null", "NULL"}
TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
INTEGER = re.compile(r"[-+]?[0-9]+$")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
LONGEST_NUMBER = 18

DETAILS = {
    "mapping values are not allowed in this context": Text("这里不该有冒号", "there cannot be a colon here"),
    "could not find expected ':'": Text("少了冒号", "a colon is missing"),
    "did not find expected key": Text("这里应是 键: 值", "a key and its value are expected here"),
    "did not find expected ',' or '}'": Text("少了逗号或 }", "a comma or } is missing"),
    "did not find expected ',' or ']'": Text("少了逗号或 ]", "a comma or ] is missing"),
    "did not find expected '-' indicator": Text("这里应是以 - 开头的一项", "an entry starting with - is expected here"),
    "did not find expected node content": Text("这里少了内容", "a value is missing here"),
    "did not find expected alphabetic or numeric character": Text(
        "* 和 & 后面要跟名字, 以它们开头的文字要加引号", "a name must follow * and &; quote a text that starts with one"
    ),
    "block sequence entries are not allowed in this context": Text(
        "这里不能有以 - 开头的一项", "there cannot be an entry here"
    ),
    "found character that cannot start any token": Text(
        "以这个字符开头的文字要加引号", "a text that starts with this character must be quoted"
    ),
    "found unexpected end of stream": Text("引号没有配对", "a quote is not closed"),
}
"""What libyaml says most often, in words."""


def _in_words(told: str) -> Text:
    """A sentence of the library's; one we do not know stands in a sentence of ours."""
    return DETAILS.get(told) or Text(
        f"从这里起看不懂了 (原话是: {told})" if told else "从这里起看不懂了", told or "it cannot be read on from here"
    )


Mark = tuple[int, int]
"""Line and column, from 0."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Map(dict[str, Any]):
    """A mapping that knows where each key and value stands."""

    keys_at: dict[str, Mark]
    values_at: dict[str, Mark]
    size: int


class Seq(list[Any]):
    """A sequence that knows where each entry stands."""

    values_at: list[Mark]
    size: int


def parse(source: Source) -> Any:
    """The data of a YAML text; raises PromoplanError with every fault that could be found."""
    reader = _Reader(source)
    try:
        data = reader.read(source.text)
    except yaml.MarkedYAMLError as error:
        deep = _too_deep_before(error, source)
        if deep:
            reader.problems = deep
        elif signs := guilty(source, _stop):
            reader.problems += signs
        else:
            reader.fault(
                "yaml-syntax", _stopped_at(error, source), detail=_in_words(error.problem or error.context or "")
            )
    except yaml.YAMLError as error:
        reader.fault("yaml-syntax", (0, 0), detail=_in_words(str(error).partition("\n")[0]))
    if reader.problems:
        raise refusal(source.file, reader.problems, len(reader.problems))
    return data


def _stop(text: str) -> Mark | None:
    """Where a text is no longer YAML."""
    try:
        for _ in yaml.parse(text, Loader=Loader):
            pass
    except yaml.MarkedYAMLError as error:
        return _stopped_at(error, Source("", text))
    except yaml.YAMLError:
        return (0, 0)
    return None


def _too_deep_before(error: yaml.MarkedYAMLError, source: Source) -> list[Problem]:
    """What is said of the text before a fault if it nests too deep.

    The scanner runs up to a thousand characters ahead of its events, and since PyYAML 6.0.4 it counts
    brackets itself: its fault may stand behind the place where we would have stopped.
    """
    if error.problem_mark is None:
        return []
    reader = _Reader(source)
    with suppress(yaml.YAMLError):
        reader.read(source.text[: error.problem_mark.index])
    deep = any(problem.code == "too-deep" for problem in reader.problems)
    return reader.problems if deep else []


def _stopped_at(error: yaml.MarkedYAMLError, source: Source) -> Mark:
    """Where YAML cannot be read on; at the end of the text that is where a quote was opened, or the last word."""
    for mark in (error.problem_mark, error.context_mark):
        if mark and "".join(source.lines[mark.line :])[mark.column :].strip():
            return mark.line, mark.column
    last = max((number for number, line in enumerate(source.lines) if line.strip()), default=0)
    return last, len(source.lines[last].rstrip())


class _Stop(Exception):
    """Reading on makes no sense."""


class _Reader:
    """One pass over the events, with a stack of its own: deep nesting cannot exhaust Python's."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.named: dict[str, Any] = {}
        self.nodes = 0

    def fault(self, code: str, mark: Mark, **args: Any) -> None:
        self.problems.append(Problem(code, args, place=self.source.place(*mark)))

    def read(self, text: str) -> Any:
        try:
            return self._read(yaml.parse(text, Loader=Loader))
        except _Stop:
            return None

    def _read(self, events: Iterator[Any]) -> Any:
        root: list[Any] = []
        stack: list[_Frame] = []
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    self._place(stack, root, self._scalar(event, is_key=bool(stack) and stack[-1].wants_key()), event)
                case yaml.AliasEvent():
                    self._place(stack, root, self._alias(event), event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._open(stack, event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    frame = stack.pop()
                    self._place(stack, root, frame.close(self.named), frame.event)
                case yaml.DocumentStartEvent() if root:
                    self._stop("two-documents", event)
        return root[0] if root else None

    def _open(self, stack: list["_Frame"], event: Any) -> None:
        if len(stack) >= DEEPEST:
            self._stop("too-deep", event, deepest=DEEPEST)
        self._tag(event)
        stack.append(_Frame(event))

    def _place(self, stack: list["_Frame"], root: list[Any], value: Any, event: Any) -> None:
        """Put a finished value into what is being built."""
        size = getattr(value, "size", 1)
        self.nodes += size if isinstance(event, yaml.AliasEvent) else 1
        if self.nodes > MOST_NODES:
            self._stop("too-large", event, most=MOST_NODES)
        mark = (event.start_mark.line, event.start_mark.column)
        if not stack:
            root.append(value)
        elif (wrong := stack[-1].add(value, mark, size)) is not None:
            self.fault(wrong, mark, key=value)

    def _scalar(self, event: Any, *, is_key: bool) -> Any:
        """A key is what its author typed: `true`, `01` and `1e3` are words there."""
        self._tag(event)
        value = event.value if event.style or is_key else _plain(event.value)
        if event.anchor:
            self.named[event.anchor] = value
        return value

    def _alias(self, event: Any) -> Any:
        if event.anchor not in self.named:
            self._stop("unknown-alias", event, name=event.anchor)
        return self.named[event.anchor]

    def _tag(self, event: Any) -> None:
        if event.tag not in {None, "!"}:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.fault("yaml-tag", (event.start_mark.line, event.start_mark.column), tag=written)

    def _stop(self, code: str, event: Any, **args: Any) -> None:
        self.fault(code, (event.start_mark.line, event.start_mark.column), **args)
        raise _Stop


class _Frame:
    """A mapping or sequence that is still being read."""

    def __init__(self, event: Any) -> None:
        self.event = event
        self.size = 1
        self.key: str | None = None
        self.value: Map | Seq
        if isinstance(event, yaml.MappingStartEvent):
            self.value = Map()
            self.value.keys_at, self.value.values_at = {}, {}
        else:
            self.value = Seq()
            self.value.values_at = []

    def wants_key(self) -> bool:
        return isinstance(self.value, Map) and self.key is None

    def add(self, value: Any, mark: Mark, size: int) -> str | None:
        """Add a value, or a key; the code of what is wrong with it."""
        self.size += size
        if isinstance(self.value, Seq):
            self.value.append(value)
            self.value.values_at.append(mark)
            return None
        if self.key is None:
            return self._take_key(value, mark)
        if self.key not in self.value:
            self.value[self.key] = value
            self.value.values_at[self.key] = mark
        self.key = None
        return None

    def _take_key(self, value: Any, mark: Mark) -> str | None:
        self.key = value if isinstance(value, str) else str(value)
        if isinstance(value, Map | Seq):
            return "key-not-text"
        if self.key in self.value:
            return "repeated-key"
        self.value.keys_at[self.key] = mark  # type: ignore[union-attr]
        return None

    def close(self, named: dict[str, Any]) -> Any:
        self.value.size = self.size
        if self.event.anchor:
            named[self.event.anchor] = self.value
        return self.value


class Written(float):
    """A number that knows how it was written: as a version 1.10 is not 1.1."""

    written: str


def _number(text: str) -> float:
    number = float(text)
    if not text.endswith("0") or "e" in text.lower():
        return number
    found = Written(number)
    found.written = text
    return found


def _plain(text: str) -> Any:
    """A scalar without quotes, by the YAML 1.2 core schema; numbers of absurd length stay text."""
    if text in NULL:
        return None
    if text in TRUTH:
        return TRUTH[text]
    if len(text) <= LONGEST_NUMBER:
        if INTEGER.match(text):
            return int(text)
        if FLOAT.match(text) and math.isfinite(number := _number(text)):
            return number
    return text
