"""Command lines put together from a seed: an exit code of the documented ones, and who only reads writes nothing.

`PROMOPLAN_TEST_LINES=3000` tries more of them.
"""

import os
import random
from pathlib import Path

import pytest

from conftest import SMALL, Program
from promoplan.cli.commands import COMMANDS

COUNT = int(os.environ.get("PROMOPLAN_TEST_LINES", "300"))
CHUNKS = 10
DOCUMENTED = {0, 1, 2, 3, 130}
READING = {
    "today", "tasks", "timeline", "show", "why", "log", "status", "diff", "campaigns", "script", "checklist",
    "redlines", "calendar", "date", "validate", "schema",
}  # fmt: skip
WORDS = (
    "poster", "choose-goods", "faq-scripts", "small", "small-2024", "double11", "presale", "preheat", "sales", "运营",
    "D", "D-3", "D-3 25:00", "2024-11-11", "2024-02-30", "11月30日", "明天", "昨日", "9999-12-31", "0001-01-01",
    "-30wd", "+9999999d", "1", "0", "-1", "99999999999999999999", "1e9", "", " ", "--", "-", "*", "?", "a=b", "=",
    "sales=小李，小王", "sales_target=十万", "sales_target=1e999", "presale=none", "poster=2024-11-12", "ics", "md",
    "json", "new", "show", "path", "2024", "99999", "双" * 300, "x" * 4000, "\u202e", "\x1b[31m", "\u2028", "\udc80",
    "a/b", "..", ".", "book.yaml",
)  # fmt: skip
OPTIONS = (
    "--on", "--role", "--phase", "--board", "--from", "--to", "--all", "--json", "--lang", "--ascii", "--width", "--by",
    "--note", "--person", "-c", "-o", "--date", "--anchor", "--set", "--people", "--yes", "--dry-run", "--name",
    "--list", "--roll", "--market", "--since", "--item", "--reason", "--fail-on", "--playbook", "--help", "--zzz",
    "--all=3", "-",
)  # fmt: skip


def line(chance: random.Random) -> list[str]:
    """A command with up to five words and options after it."""
    words = [chance.choice(WORDS if chance.random() < 0.6 else OPTIONS) for _ in range(chance.randint(0, 5))]
    return [chance.choice([*COMMANDS, *COMMANDS, "tdoay", ""]), *words]


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a campaign but the compiled plan, which is no part of it."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_any_line_ends_in_a_documented_way(promoplan: Program, shop: Path, chunk: int) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--yes", "--name", "small-2024")
    folder = shop / "small-2024"
    for number in range(chunk, COUNT, CHUNKS):
        chance = random.Random(number)
        words = line(chance)
        before = contents(folder)
        ran = promoplan(*words, lang=chance.choice(("zh", "en")))
        assert ran.code in DOCUMENTED, (number, words, ran)
        assert "Traceback" not in ran.err
        if words[0] in READING:
            assert contents(folder) == before, words
