"""What tests share: the program run in a shop's folder, and golden files."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from hypothesis import settings

from promoplan.cli.app import run
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.playbook import Playbook

settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")  # the same examples every time: a gate must not depend on luck

GOLDEN = Path(__file__).parent / "golden"
SMALL = Path(__file__).parent / "small.yaml"
"""A playbook with one of each thing, for tests that are not about the shipped ones."""


GIT = {
    "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.com", "GIT_COMMITTER_NAME": "x",
    "GIT_COMMITTER_EMAIL": "x@example.com", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip
"""A git that knows nobody and reads no settings of the developer's own."""


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


class Program(Protocol):
    def __call__(self, *words: str, now: str = ..., lang: str = ...) -> Ran: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files; then read the diff")
    parser.addoption("--in-process", action="store_true", help="leave out the tests that start processes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what starts processes, if asked: a fixture that does, or a module that has the means."""
    if not config.getoption("--in-process"):
        return
    starting = [item for item in items if _starts_processes(item)]
    config.hook.pytest_deselected(items=starting)
    items[:] = [item for item in items if item not in starting]


def _starts_processes(item: pytest.Item) -> bool:
    module = getattr(item, "module", None)
    return "process" in getattr(item, "fixturenames", ()) or hasattr(module, "subprocess")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the developer's own reaches a test."""
    for name in ("PROMOPLAN_NOW", "PROMOPLAN_LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


WRITER = "0a1b2c3d"
"""This machine, as far as the tests go."""
OWN = f"log/{WRITER}.jsonl"
"""Its log in every campaign."""


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders for state and cache, which are not the developer's, and whose writer is known."""
    home = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    (home / "state" / "promoplan").mkdir(parents=True)
    (home / "state" / "promoplan" / "writer").write_text(f"{WRITER}\n")
    return home


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def promoplan(shop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program in this process, at a fixed moment, 100 columns wide."""

    def call(*words: str, now: str = "2024-10-20T09:30", lang: str = "en") -> Ran:
        monkeypatch.setenv("PROMOPLAN_NOW", now)
        monkeypatch.setenv("PROMOPLAN_LANG", lang)
        monkeypatch.setenv("COLUMNS", "100")
        code = run(words)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    assert shop.is_dir()
    return call


@pytest.fixture
def process(shop: Path) -> Callable[..., "subprocess.CompletedProcess[bytes]"]:
    """The program as a process of its own, with what it prints as bytes."""

    def call(*words: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
        env = {k: v for k, v in os.environ.items() if not k.startswith(("PROMOPLAN_", "LC_", "LANG"))}
        env |= {"PROMOPLAN_NOW": "2024-10-20T09:30", "PROMOPLAN_LANG": "en", "PYTHONUTF8": "0", **environ}
        return subprocess.run(
            [sys.executable, "-m", "promoplan", *words], cwd=shop, env=env, capture_output=True, check=False, timeout=60
        )

    return call


@pytest.fixture
def small() -> Playbook:
    """The small playbook, read."""
    return load(SMALL).playbook


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], None]]:
    """Compare a text with a golden file; `--update-golden` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    yield compare


SHIPPED = shipped.names()

ANNIVERSARIES = (date(2019, 11, 11), date(2021, 11, 11), date(2024, 11, 11), date(2025, 11, 11), date(2027, 11, 11))
