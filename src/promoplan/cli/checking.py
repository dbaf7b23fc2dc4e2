"""A playbook file, read and checked: what `validate` and `init` both need."""

from pathlib import Path
from typing import NamedTuple

from promoplan.engine.checks import check
from promoplan.errors import Problem, PromoplanError, is_error
from promoplan.library.load import Loaded, load
from promoplan.text import Lang


class Report(NamedTuple):
    """What was found in one file."""

    file: str
    loaded: Loaded | None
    problems: list[Problem]

    def line(self, lang: Lang) -> str:
        """The result in one line."""
        errors = sum(map(is_error, self.problems))
        warnings = len(self.problems) - errors
        if self.loaded and not errors:
            book = self.loaded.playbook
            counts = (
                f"{len(book.tasks)} 个任务, {len(book.phases)} 个阶段"
                if lang == "zh"
                else (f"{len(book.tasks)} tasks, {len(book.phases)} phases")
            )
            told = "没有错误" if lang == "zh" else "no faults"
            more = "" if not warnings else f", {warnings} 条提醒" if lang == "zh" else f", {warnings} warnings"
            return f"{self.file}: {told} ({counts}{more})"
        return f"{self.file}: {errors} 处错误" if lang == "zh" else f"{self.file}: {errors} faults"


def report(path: Path, shown: str) -> Report:
    """Read and check one file; faults come back as values."""
    try:
        loaded = load(path, shown)
    except PromoplanError as error:
        return Report(shown, None, list(error.problems))
    return Report(shown, loaded, loaded.located(check(loaded.playbook)))


def checked(path: Path, shown: str) -> Report:
    """Read and check one file; raises PromoplanError when it has errors."""
    found = report(path, shown)
    if any(map(is_error, found.problems)):
        raise PromoplanError(*found.problems)
    return found
