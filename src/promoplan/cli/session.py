"""What one run of the program knows about its reader: language, terminal, clock, folder."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from promoplan import clock
from promoplan.errors import Problem, usage
from promoplan.text import Lang, Text, clean_output

if TYPE_CHECKING:
    from rich.console import Console

MACHINE = Text("电脑的时钟", "this machine's clock")

PIPED_WIDTH = 120
"""Columns when nobody's terminal tells; `COLUMNS` wins."""


@dataclass(frozen=True)
class Session:
    """Made once per run and handed to every command."""

    lang: Lang
    plain: bool
    """Only ASCII for lines, bars and marks: asked for, or all that the output's encoding can take."""
    environ: Mapping[str, str]
    folder: Path
    faults: list[Problem] = field(default_factory=list)
    """Faults of one campaign that did not stop a command over all of them; it ends with exit code 1."""

    @cached_property
    def clock(self) -> clock.Clock:
        """The moment of this run; raises PromoplanError when it is none, or none that can be planned."""
        from promoplan.rules.stamp import FIRST_YEAR, LAST_YEAR

        fixed = self.environ.get(clock.VARIABLE)
        name = Text.same(clock.VARIABLE) if fixed else MACHINE
        try:
            found = clock.read(self.environ)
        except ValueError:
            raise usage("bad-now", name=name, text=fixed, first=FIRST_YEAR, last=LAST_YEAR) from None
        if not FIRST_YEAR <= found.moment.year <= LAST_YEAR:
            text = fixed or f"{found.moment:%Y-%m-%d}"
            raise usage("bad-now", name=name, text=text, first=FIRST_YEAR, last=LAST_YEAR)
        return found

    @cached_property
    def out(self) -> "Console":
        return self._console(sys.stdout)

    @cached_property
    def err(self) -> "Console":
        return self._console(sys.stderr)

    def say(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    def show(self, *renderables: Any) -> None:
        """Print views to standard output; piped, without the spaces that pad a table's last column."""
        if self.out.is_terminal:
            for renderable in renderables:
                self.out.print(renderable)
            return
        with self.out.capture() as captured:
            for renderable in renderables:
                self.out.print(renderable)
        self.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))

    def write(self, text: str) -> None:
        """Print text for other programs; nobody's words in it steer the terminal."""
        sys.stdout.write(clean_output(text))

    def write_bytes(self, data: bytes) -> None:
        """Print a file as it is, whatever the terminal's encoding."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def report(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        """Print problems to standard error."""
        from promoplan.views.problems import render

        for problem in problems:
            self.err.print(render(problem, self.lang, plain=self.plain), soft_wrap=True)

    def asks(self) -> bool:
        """Whether a person sits at both ends."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()

    def answer(self) -> str:
        """What a person types; the end of the input interrupts as Ctrl-C does."""
        try:
            return input().strip()
        except EOFError:
            raise KeyboardInterrupt from None

    def _console(self, stream: TextIO) -> "Console":
        from promoplan.views.door import console

        width = None if stream.isatty() or "COLUMNS" in self.environ else PIPED_WIDTH
        return console(stream, width)


def start(argv: list[str], environ: Mapping[str, str] = os.environ) -> Session:
    """Look at arguments, environment and streams; raises PromoplanError for a language there is none of."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed with `>&-`
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as the process
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    plain = "--ascii" in argv or not _encodes(sys.stdout)
    return Session(language(argv, environ), plain, environ, Path() if is_lost() else Path.cwd())


def is_lost() -> bool:
    """Whether the folder we stand in was removed or renamed away, as a program that syncs folders may do."""
    try:
        Path.cwd()
    except OSError:
        return True
    return False


def language(argv: list[str], environ: Mapping[str, str]) -> Lang:
    """`--lang`, then `PROMOPLAN_LANG`, then the locale; English where it says nothing of Chinese."""
    asked = _option(argv, "--lang") or environ.get("PROMOPLAN_LANG") or ""
    if asked:
        word = asked.lower().replace("_", "-")
        if word.partition("-")[0] not in {"zh", "en"}:
            raise usage("bad-lang", text=asked)
        return "zh" if word.startswith("zh") else "en"
    return "zh" if _locale(environ).lower().startswith(("zh", "chinese")) else "en"


def _option(argv: list[str], name: str) -> str | None:
    for number, word in enumerate(argv):
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
        if word == name and number + 1 < len(argv):
            return argv[number + 1]
    return None


def _locale(environ: Mapping[str, str]) -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(variable):
            return environ[variable]
    if os.name == "nt":
        import locale

        return locale.getlocale()[0] or ""
    return ""


def _encodes(stream: TextIO | None) -> bool:
    """Whether the output takes the marks we draw with. A GBK console would draw them two cells wide."""
    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "").replace("_", "")
    return encoding in {"utf8", "utf16", "utf32", "cp65001"}
