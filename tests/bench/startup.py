"""How long a command takes from Enter to the prompt, against a Python that does nothing."""

import os
import shutil
import subprocess
import sys
import sysconfig
from functools import partial
from pathlib import Path
from time import perf_counter

import big_books
from pairs import Work
from rows import Bench, Compare

ITEMS = 200
BARE = "python -c pass"
ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith(("PROMOPLAN_", "PYTHON"))} | {
    "PROMOPLAN_NOW": "2024-10-20T09:30",
    "PROMOPLAN_LANG": "zh",
    "PYTHONUTF8": "1",
}
"""Without PYTHONDONTWRITEBYTECODE: nobody's daily run compiles every module anew."""


def bench(folder: Path) -> Bench:
    """`--version`, `--help`, and `today` in a folder with one campaign, its plan compiled or not."""
    ENVIRON.update(XDG_STATE_HOME=str(folder / "own"), XDG_CACHE_HOME=str(folder / "own" / "cache"))
    (folder / "bench.yaml").write_text(big_books.text(ITEMS), encoding="utf-8")
    run(folder, *program(), "init", "bench.yaml", "--date", big_books.EVENT, "--name", "bench", "--yes")
    run(folder, *program(), "today")  # the bytecode of every module is there from now on
    forget = partial(shutil.rmtree, folder / "own" / "cache")
    work = {words: partial(run, folder, *program(), *words.split()) for words in ("--version", "--help", "today")}
    return Bench(
        f"Start-up: whole processes; today on a campaign of {ITEMS} items",
        {
            BARE: Work(partial(run, folder, sys.executable, "-c", "pass")),
            "--version": Work(work["--version"]),
            "--help": Work(work["--help"]),
            "today, plan not compiled": Work(work["today"], before=forget),
            "today": Work(work["today"]),
        },
        lines=(
            Compare("--version", BARE, 7),
            Compare("--help", BARE, 7),
            Compare("today", BARE, 20),
            Compare("today, plan not compiled", BARE, 20),
        ),
        rounds=15,
        clock=perf_counter,
    )


def run(folder: Path, *words: str) -> None:
    """One process, its output thrown away; raises CalledProcessError when it fails."""
    subprocess.run(words, cwd=folder, env=ENVIRON, check=True, stdout=subprocess.DEVNULL)


def program() -> list[str]:
    """promoplan as a user starts it."""
    script = shutil.which("promoplan", path=sysconfig.get_path("scripts"))
    return [script] if script else [sys.executable, "-m", "promoplan"]
