"""Killed at any moment: what was called done is there, and the next command starts clean."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import OWN
from promoplan.engine.fold import fold
from promoplan.workspace import log

KILLS = 40
"""For each seed; a few hundred in all."""

WRITER = """\
import itertools, os, sys
from pathlib import Path
from promoplan.workspace import log
folder, start = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
for number in itertools.count(start):
    name = f"task-{number}"
    event = {"v": 1, "id": f"e{number}", "at": "2024-11-01T00:00:00+00:00", "by": "小李", "batch": f"b{number}",
             "type": "done", "key": f"item:{name}", "value": {"note": "好" * (number % 2000)}, "after": []}
    log.append(folder, lambda found: [event, {**event, "id": f"f{number}", "key": f"item:{name}-more"}])
    os.write(1, f"{name}\\n".encode())
"""


@pytest.mark.parametrize("seed", range(5))
def test_nothing_that_was_called_done_is_lost(seed: int, tmp_path: Path) -> None:
    (tmp_path / OWN).parent.mkdir()
    luck = random.Random(seed)
    said: list[str] = []
    for kill in range(KILLS):
        words = [sys.executable, "-c", WRITER, str(tmp_path), str(kill * 1000)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            for _ in range(luck.randrange(4)):
                said.append(writer.stdout.readline().strip())
            writer.kill()
            said += writer.stdout.read().split()
        found = log.read(tmp_path)
        assert all(problem.code in {"torn-line", "bad-log-line"} for problem in found.problems)
        assert set(said) <= set(fold(found.events).states)
    assert len(said) >= KILLS


def test_a_torn_last_line_is_told_kept_and_closed_by_the_next_append(tmp_path: Path) -> None:
    event = {
        "v": 1,
        "id": "a",
        "at": "2024-11-01T00:00:00+00:00",
        "by": "",
        "batch": "b",
        "type": "done",
        "key": "item:x",
        "value": {},
        "after": [],
    }
    whole = json.dumps(event).encode() + b"\n"
    (tmp_path / OWN).parent.mkdir()
    (tmp_path / OWN).write_bytes(whole + whole[:40])
    assert [problem.code for problem in log.read(tmp_path).problems] == ["torn-line"]
    log.append(tmp_path, lambda _: [{**event, "id": "c", "key": "item:y"}])
    found = log.read(tmp_path)
    assert [each["id"] for each in found.events] == ["a", "c"]
    assert [problem.code for problem in found.problems] == ["bad-log-line"]
    assert (tmp_path / OWN).read_bytes().startswith(whole + whole[:40] + b"\n")


def test_a_full_disk_leaves_the_log_as_it_was(tmp_path: Path) -> None:
    (tmp_path / OWN).parent.mkdir()
    (tmp_path / OWN).write_bytes(b"")
    code = """\
import resource, signal, sys
from pathlib import Path
from promoplan.errors import PromoplanError
from promoplan.workspace import log
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
event = {"v": 1, "id": "a", "at": "2024-11-01T00:00:00+00:00", "by": "", "batch": "b", "type": "noted",
         "value": "x" * 3000, "item": "t"}
log.append(Path(sys.argv[1]), lambda _: [event])
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    log.append(Path(sys.argv[1]), lambda _: [{**event, "id": "b"}])
except PromoplanError as error:
    print(error.problems[0].code)
"""
    ran = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert ran.stdout == "cannot-write\n"
    found = log.read(tmp_path)
    assert ([event["id"] for event in found.events], found.problems) == (["a"], [])
