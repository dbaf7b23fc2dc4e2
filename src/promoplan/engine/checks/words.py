"""What the words of a playbook say, or fail to say."""

from collections.abc import Iterator
from typing import Any

from promoplan.engine.checks.names import default_of
from promoplan.errors import Path, Problem
from promoplan.model.playbook import Playbook
from promoplan.text import Text

BANNED = {
    "fake-orders": ("刷单", "补单", "刷手", "炒信", "fake order", "brush order", "brushing order"),
    "paid-reviews": ("好评返现", "返现好评", "晒单返现", "paid review", "buy review", "cash for review"),
    "sock-puppets": ("水军", "马甲号", "sock puppet", "sock-puppet"),
    "harvested-addresses": ("爬取邮箱", "采集邮箱", "买邮箱", "harvest e", "scrape e"),
    "false-scarcity": ("假库存", "虚假库存", "虚构原价", "fake scarcity", "fake stock", "false scarcity"),
}  # fmt: skip
"""Tactics that no playbook may schedule, whoever wrote it: E-commerce Law of the PRC art. 17 (invented deals and
reviews), Anti-Unfair Competition Law art. 8, Personal Information Protection Law art. 10, Price Law art. 14."""

NAMES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


def red_line_tasks(playbook: Playbook) -> Iterator[Problem]:
    """Tasks whose title is a red-line tactic, by this playbook's own words or the common ones."""
    banned = dict(BANNED)
    for name, redline in playbook.redlines.items():
        banned[name] = (*banned.get(name, ()), *redline.words)
    for number, task in enumerate(playbook.tasks):
        for name, word in _found(f"{task.title.zh}\n{task.title.en}".lower(), banned):
            yield Problem("red-line-task", {"word": word, "redline": name}, ("tasks", number, "title"))
            break


def _found(title: str, banned: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((name, word) for name, words in banned.items() for word in words if word.lower() in title)


def empty_phases(playbook: Playbook) -> Iterator[Problem]:
    """Phases that hold neither a task nor another phase."""
    filled = {task.phase for task in playbook.tasks} | {phase.inside for phase in playbook.phases}
    for number, phase in enumerate(playbook.phases):
        if phase.id not in filled:
            yield Problem("empty-phase", {"name": phase.id}, ("phases", number, "id"))


def defaults(playbook: Playbook) -> Iterator[Problem]:
    """Inputs whose default is not a value they take."""
    for name, field in playbook.inputs.items():
        if wrong := default_of(field):
            yield Problem(
                "bad-default", {"detail": Text(wrong.message("zh"), wrong.message("en"))}, ("inputs", name, "default")
            )


def languages(playbook: Playbook) -> Iterator[Problem]:
    """Texts without a language that the playbook promises in `languages`."""
    wanted = playbook.languages
    for path, text in texts(playbook, ()):
        for lang, words in zip(Text._fields, text, strict=True):
            copied = lang == "en" and words == text.zh and not words.isascii()
            if lang in wanted and (not words or copied):
                yield Problem("missing-language", {"language": NAMES[lang]}, path)


def texts(value: Any, path: Path) -> Iterator[tuple[Path, Text]]:
    """Every text of a playbook with its path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from texts(inner, (*path, number))
    elif hasattr(type(value), "model_fields"):
        for name, field in type(value).model_fields.items():
            yield from texts(getattr(value, name), (*path, field.alias or name))
