"""The program as a process: encodings, zones, widths, pipes, and what a broken run leaves behind."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from conftest import SMALL

Process = Callable[..., "subprocess.CompletedProcess[bytes]"]

INIT = ("init", str(SMALL), "--date", "2024-11-11")
EVERYTHING = (
    ("today", "--on", "2024-11-09"),
    ("tasks", "--all"),
    ("timeline",),
    ("timeline", "--by", "role"),
    ("show", "push"),
    ("why", "poster"),
    ("redlines",),
    ("script", "--list"),
    ("checklist", "choose-goods"),
    ("date", "2024-11-11", "-40d", "--roll", "back"),
    ("playbooks",),
    ("validate", str(SMALL)),
    ("status",),
    ("gate", "climax"),
    ("log",),
    ("campaigns",),
    ("doctor",),
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_gbk_console_gets_every_word_and_no_crash(process: Process, lang: str) -> None:
    process(*INIT)
    for words in EVERYTHING:
        ran = process(*words, PYTHONIOENCODING="gbk", PROMOPLAN_LANG=lang)
        assert (ran.returncode, ran.stderr) == (0, b""), words
        text = ran.stdout.decode("gbk")
        assert "?" not in text
        assert not set("█▁│◆░…–·→") & set(text)


def test_output_is_the_same_in_every_zone(process: Process) -> None:
    process(*INIT)
    for words in EVERYTHING:
        outputs = {
            process(*words, TZ=zone).stdout
            for zone in ("UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati")
        }
        assert len(outputs) == 1, words


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_real_clock_tells_the_day_of_the_plan_not_of_the_machine(process: Process, zone: str) -> None:
    process(*INIT)
    moment = "2024-11-10T16:30:00+00:00"
    record = json.loads(process("today", "--json", PROMOPLAN_NOW=moment, TZ=zone).stdout)
    assert record["today"] == "2024-11-11"


def test_the_zone_of_the_far_zone_jobs_is_really_set() -> None:
    wanted = os.environ.get("PROMOPLAN_TEST_ZONE")
    if wanted:
        code = "import time; print(time.timezone // 3600)"
        hours = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
        assert hours.strip() == {"Pacific/Kiritimati": "-14", "America/Los_Angeles": "8"}[wanted]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(process: Process, columns: int, lang: str) -> None:
    process(*INIT)
    for words in EVERYTHING[:8]:
        text = process(*words, COLUMNS=str(columns), PROMOPLAN_LANG=lang).stdout.decode()
        assert max(map(cell_len, text.splitlines())) <= columns, words
        assert "".join(text.split()) != ""
    narrow = "".join(process("tasks", COLUMNS="60", PROMOPLAN_LANG=lang).stdout.decode().split())
    for item in ("choose-goods", "deposit-reminder", "open-shop"):
        assert set(item) <= set(narrow)


def test_help_needs_no_rich_and_no_pydantic() -> None:
    code = """\
import sys
sys.argv = ["promoplan", "--help"]
from promoplan.__main__ import main
try:
    main()
except SystemExit:
    pass
heavy = {"rich", "pydantic", "yaml", "icalendar", "chinese_calendar", "dateutil"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_today_from_a_compiled_plan_needs_no_pydantic(process: Process, shop: Path) -> None:
    process(*INIT)
    process("today")
    code = """\
import sys
sys.argv = ["promoplan", "today"]
from promoplan.__main__ import main
try:
    main()
except SystemExit:
    pass
heavy = {"pydantic", "yaml", "icalendar", "chinese_calendar", "dateutil"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=shop)


def test_a_closed_pipe_is_no_error(process: Process, shop: Path) -> None:
    process(*INIT)
    line = f"'{sys.executable}' -m promoplan tasks --json | head -n 1"
    ran = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], cwd=shop, capture_output=True, check=False)
    assert (ran.stdout, ran.stderr) == (b"{\n", b"")


def test_our_own_fault_leaves_a_report_and_no_traceback(process: Process, shop: Path) -> None:
    process(*INIT)
    code = """\
import sys
from promoplan.engine import agenda
agenda.agenda = lambda *_: 1 / 0
from promoplan.cli.app import run
sys.exit(run(["today"]))
"""
    env = os.environ | {"TMPDIR": str(shop), "PROMOPLAN_LANG": "en"}
    ran = subprocess.run([sys.executable, "-c", code], cwd=shop, env=env, capture_output=True, check=False, text=True)
    assert (ran.returncode, ran.stdout) == (4, "")
    assert ran.stderr.startswith("error: promoplan itself failed: ZeroDivisionError: division by zero\n")
    assert "Traceback" not in ran.stderr
    (report,) = shop.glob("promoplan-*.txt")
    assert "ZeroDivisionError" in report.read_text()


def test_our_own_end_of_file_is_no_interruption(process: Process, shop: Path) -> None:
    """As Python raises it for a broken file of its own."""
    process(*INIT)
    code = """\
import sys
from promoplan.engine import agenda
def broken(*_):
    raise EOFError("marshal data too short")
agenda.agenda = broken
from promoplan.cli.app import run
sys.exit(run(["today"]))
"""
    env = os.environ | {"TMPDIR": str(shop), "PROMOPLAN_LANG": "en"}
    ran = subprocess.run([sys.executable, "-c", code], cwd=shop, env=env, capture_output=True, check=False, text=True)
    assert (ran.returncode, ran.stdout) == (4, "")
    assert "error: promoplan itself failed: EOFError: marshal data too short\n" in ran.stderr


def test_a_file_in_the_way_is_told_and_nothing_half_made_remains(process: Process, shop: Path) -> None:
    blocked = shop / "file"
    blocked.write_text("")
    ran = process("init", str(SMALL), "--date", "2024-11-11", "--name", "file")
    assert ran.returncode == 2
    assert [path.name for path in shop.iterdir()] == ["file"]


def test_version_is_quick_to_say() -> None:
    code = "import sys; from promoplan import __main__; assert 'typer' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
    ran = subprocess.run([sys.executable, "-m", "promoplan", "--version"], capture_output=True, check=True, text=True)
    assert ran.stdout.startswith("promoplan ")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_character_is_there_at_every_width(process: Process, lang: str) -> None:
    process(*INIT)
    for words in (("today", "--on", "2024-11-09"), ("tasks", "--all"), ("tasks",)):
        told = {
            len("".join(process(*words, COLUMNS=str(columns), PROMOPLAN_LANG=lang).stdout.decode().split()))
            for columns in (60, 72, 80, 100, 120, 200)
        }
        assert len(told) == 1, words
