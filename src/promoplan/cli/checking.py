"""A playbook file, read and checked: what `validate` and `init` both need."""

import os
from pathlib import Path
from typing import NamedTuple

from promoplan.engine.checks import check
from promoplan.engine.words import Words
from promoplan.errors import Problem, PromoplanError, is_error
from promoplan.library import shipped
from promoplan.library.load import Loaded, load


class Report(NamedTuple):
    """What was found in one file."""

    file: str
    loaded: Loaded | None
    problems: list[Problem]

    def line(self, words: Words) -> str:
        """The result in one line."""
        errors = sum(map(is_error, self.problems))
        if errors or self.loaded is None:
            return f"{self.file}: {words.number(errors, '处错误', 'fault')}"
        book = self.loaded.playbook
        counts = [words.number(len(book.tasks), "个任务", "task"), words.number(len(book.phases), "个阶段", "phase")]
        if warnings := len(self.problems):
            counts.append(words.number(warnings, "条提醒", "warning"))
        return f"{self.file}: {words.say('没有错误', 'no faults')} ({', '.join(counts)})"


def meant(name: str) -> tuple[Path, str]:
    """A file, or the shipped playbook of that name where there is no such file; and what to call it."""
    path = shipped.path(name)
    return (Path(name), name) if path is None or os.path.isfile(name) else (path, f"{name}.yaml")  # noqa: PTH113


def report(path: Path, shown: str) -> Report:
    """Read and check one file; faults come back as values."""
    try:
        loaded = load(path, shown)
    except PromoplanError as error:
        return Report(shown, None, list(error.problems))
    return Report(shown, loaded, loaded.located(check(loaded.playbook)))


def checked(path: Path, shown: str) -> Loaded:
    """Read a file that is to be used now, with choices that come later; raises PromoplanError when it has errors."""
    loaded = load(path, shown)
    problems = check(loaded.playbook, every_choice=False)
    if any(map(is_error, problems)):
        raise PromoplanError(*loaded.located(problems))
    return loaded
