"""Logs of several machines, copies that sync programs make, the lock, the order within a second."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import OWN, SMALL, Program
from promoplan.errors import PromoplanError
from promoplan.workspace import locking, log, writer
from promoplan.workspace.campaign import open_campaign

COPIES = (
    "log (小李的冲突副本 2024-11-05).jsonl",
    "log-DESKTOP-X.jsonl",
    "log.sync-conflict-20241105-101010-ABCDEFG.jsonl",
    "log(1).jsonl",
    "log_副本.jsonl",
    "log/0a1b2c3d (小李的冲突副本).jsonl",
    "log/0a1b2c3d.sync-conflict-20241105-101010-ABCDEFG.jsonl",
)


@pytest.fixture
def sale(promoplan: Program, shop: Path) -> Path:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "sale", "--yes")
    return shop / "sale"


def on_machine(name: str, own_folders: Path) -> None:
    (own_folders / "state" / "promoplan" / "writer").write_text(f"{name}\n")


def done(folder: Path) -> set[str]:
    return {item for item, state in open_campaign(folder).progress.states.items() if state.status == "done"}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_counts_once_and_doctor_takes_it_in(promoplan: Program, sale: Path, name: str) -> None:
    """The copy has one event that the log has, and one that it does not have."""
    promoplan("done", "poster", "--by", "lin")
    promoplan("note", "poster", "sent", "--by", "lin")
    promoplan("done", "choose-goods", "--by", "lin")
    own = sale / OWN
    whole = own.read_bytes()
    lines = whole.splitlines(keepends=True)
    own.write_bytes(lines[0] + lines[1])
    copy = b"<<<<<<< torn\n" + lines[1] + lines[2]
    (sale / name).write_bytes(copy)
    assert done(sale) == {"poster", "choose-goods"}
    assert promoplan("show", "poster").out.count("sent") == 1
    ran = promoplan("doctor", lang="zh")
    assert (ran.code, f"sale/{name} 是同步软件另存的冲突副本" in ran.out) == (1, True)
    assert promoplan("doctor", "--yes").code == 0
    assert own.read_bytes() == whole
    assert (sale / f"{name}.merged").read_bytes() == copy
    assert done(sale) == {"poster", "choose-goods"}
    assert promoplan("doctor").out.endswith("All is well\n")


def test_lines_that_were_moved_aside_are_no_log(promoplan: Program, sale: Path) -> None:
    (sale / "log.rejected.jsonl").write_text("nonsense\n")
    (sale / "logistics.jsonl").write_text("nonsense\n")
    assert (promoplan("today").err, promoplan("doctor").code) == ("", 0)


def test_two_machines_write_two_files_and_read_both(promoplan: Program, sale: Path, own_folders: Path) -> None:
    promoplan("done", "poster", "--by", "lin")
    before = (sale / OWN).read_bytes()
    on_machine("ffff0000", own_folders)
    promoplan("done", "choose-goods", "--by", "wang")
    promoplan("reopen", "poster", "--by", "wang")
    assert (sale / OWN).read_bytes() == before
    assert len((sale / "log" / "ffff0000.jsonl").read_bytes().splitlines()) == 2
    assert done(sale) == {"choose-goods"}


def test_a_campaign_of_before_goes_on_without_a_step(promoplan: Program, sale: Path) -> None:
    """Its one log stays as it is, in its order, whatever its clocks said."""
    promoplan("done", "poster", now="2024-10-20T12:00")
    promoplan("reopen", "poster", now="2024-10-01T08:00")
    old = [json.loads(line) for line in (sale / OWN).read_bytes().splitlines()]
    for event in old:
        del event["n"]
    text = "".join(json.dumps(event) + "\n" for event in old)
    (sale / "log.jsonl").write_text(text)
    shutil.rmtree(sale / "log")
    assert done(sale) == set()
    assert promoplan("undo", now="2024-10-01T07:00").out.startswith("undid: reopened")
    assert done(sale) == {"poster"}
    assert promoplan("undo", now="2024-10-01T06:00").out.startswith("restored: reopened")
    assert (sale / "log.jsonl").read_text() == text
    assert len((sale / OWN).read_bytes().splitlines()) == 2


def test_what_is_said_within_a_second_is_shown_as_it_was_said(promoplan: Program, sale: Path) -> None:
    for number in range(9):
        promoplan("note", "poster", f"word {number}")
    shown = promoplan("show", "poster").out
    assert sorted(range(9), key=lambda number: shown.index(f"word {number}")) == list(range(9))
    lines = (sale / OWN).read_bytes().splitlines(keepends=True)
    (sale / OWN).write_bytes(b"".join(reversed(lines)))
    assert promoplan("show", "poster").out == shown


def test_a_counter_beyond_reason_is_not_counted_on_from(promoplan: Program, sale: Path) -> None:
    promoplan("note", "poster", "one")
    event = json.loads((sale / OWN).read_bytes())
    (sale / OWN).write_text(json.dumps({**event, "n": 10**15 - 1}) + "\n")
    promoplan("note", "poster", "two")
    assert "two" in promoplan("show", "poster").out
    assert log.read(sale).problems == []


def test_the_name_of_a_machine_is_made_once_and_elsewhere(own_folders: Path) -> None:
    file = own_folders / "state" / "promoplan" / "writer"
    file.unlink()
    made = writer.name()
    assert (writer.NAME.fullmatch(made) is not None, writer.name(), file.read_text()) == (True, made, f"{made}\n")
    file.write_text("no name")
    assert writer.NAME.fullmatch(writer.name())
    file.unlink()
    file.mkdir()
    assert writer.name() == writer.name()


def test_a_machine_without_locks_and_a_lock_that_another_left(
    process: Callable[..., "subprocess.CompletedProcess[bytes]"], sale: Path
) -> None:
    (sale / ".cache").mkdir()
    (sale / ".cache" / "log.lock").write_text("another machine")
    broken = "import fcntl\ndef no(*_):\n    raise OSError(38, 'no locks here')\nfcntl.flock = fcntl.lockf = no\n"
    (sale.parent / "sitecustomize.py").write_text(broken)
    ran = process("note", "poster", "two", PYTHONPATH=str(sale.parent))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "two" in (sale / OWN).read_text()
    assert process("doctor", "--yes").returncode == 0
    assert not (sale / ".cache").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name there")
def test_what_is_no_file_is_told_and_set_aside(promoplan: Program, sale: Path) -> None:

    os.mkfifo(sale / "log (1).jsonl")
    (sale / "log" / "deadbeef.jsonl").symlink_to("/dev/zero")
    (sale / "log-2.jsonl").mkdir()
    assert (promoplan("today").code, promoplan("done", "poster").code) == (1, 1)
    assert promoplan("doctor", "--yes").code == 0
    assert sorted(path.name for path in sale.rglob("*.aside")) == [
        "deadbeef.jsonl.aside", "log (1).jsonl.aside", "log-2.jsonl.aside",
    ]  # fmt: skip
    assert promoplan("done", "poster").code == 0


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_log_that_powershell_wrote_is_named_and_turned_back(promoplan: Program, sale: Path, codec: str) -> None:
    promoplan("note", "poster", "好")
    text = (sale / OWN).read_text(encoding="utf-8")
    (sale / OWN).write_bytes(text.replace("\n", "\r\n").encode(codec))
    assert f"sale/{OWN}: error: the log was saved as UTF-16" in promoplan("today").err
    assert promoplan("doctor", "--yes").code == 0
    assert (sale / OWN).read_text(encoding="utf-8") == text
    assert (sale / f"{OWN}.utf-16").read_bytes() == text.replace("\n", "\r\n").encode(codec)


@pytest.mark.parametrize("name", ["campaign(1).yaml", "campaign (小李的冲突副本).yaml", "campaign-DESKTOP-X.yaml"])
def test_a_copy_of_a_file_is_named_with_what_differs(promoplan: Program, sale: Path, name: str) -> None:
    text = (sale / "campaign.yaml").read_text(encoding="utf-8")
    number = text.split("\n").index("event: 2024-11-11") + 1
    (sale / name).write_text(text.replace("event: 2024-11-11", "event: 2024-11-15"), encoding="utf-8")
    told = (
        f"warning: sale/{name} is a copy of campaign.yaml that a sync program made, in which 1 line differs; "
        f"line {number} is “event: 2024-11-11” here and “event: 2024-11-15” there\n"
    )
    assert told in promoplan("today").err
    assert " ".join(told.split()) in " ".join(promoplan("doctor").out.split())
    zh = f"sale/{name} 是 campaign.yaml 的冲突副本, 1 行不同, 第 {number} 行这里是"
    assert zh in promoplan("today", lang="zh").err
    assert promoplan("tasks").err == ""
    (sale / name).unlink()
    (sale / "playbook.sync-conflict-20241105-101010-ABC.yaml").write_bytes((sale / "playbook.yaml").read_bytes())
    assert "a copy of playbook.yaml that a sync program made, with the same content\n" in promoplan("today").err


def test_a_command_says_that_it_succeeded_only_when_the_disk_has_it(
    promoplan: Program, sale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Flushed after the last byte was written, and not only the file of the first event."""
    before = (sale / OWN).stat().st_size
    flushed: list[tuple[int, int]] = []

    def flush(file: int) -> None:
        flushed.append((os.fstat(file).st_ino, os.fstat(file).st_size))

    monkeypatch.setattr("promoplan.workspace.log.os.fsync", flush)
    promoplan("done", "poster")
    now = (sale / OWN).stat()
    assert now.st_size > before
    assert (now.st_ino, now.st_size) in flushed


def test_two_events_on_one_line_are_no_event() -> None:
    """Even where another event stands on two lines, so that there are as many events as lines."""
    one = json.dumps({"v": 1, "id": "a", "at": "2024-10-20T01:30:00+00:00", "by": "x", "batch": "b", "type": "x"})
    data = f'{one},{one}\n{one[:-1]}\n"more":1}}\n{one}\n'
    found = log.parse(data.encode(), "log")
    assert [problem.place.line for problem in found.problems if problem.place] == [1, 2, 3]
    assert len(found.events) == 1
    assert log.parse(f"{one},{one}\n".encode(), "log").events == []


@pytest.mark.skipif(sys.platform == "win32", reason="another lock there")
def test_a_lock_that_others_hold_for_too_long_is_told(
    promoplan: Program, sale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.05)
    with locking.held(os.path.realpath(sale)):
        ran = promoplan("done", "poster")
    assert (ran.code, ran.err.splitlines()[0]) == (1, "error: other commands keep writing to sale")
    assert promoplan("done", "poster").code == 0


CROWD = """\
import sys
from pathlib import Path
from promoplan.workspace import log
print("ready", flush=True)
sys.stdin.readline()
for number in range(20):
    name = f"{sys.argv[2]}-{number}"
    event = {"v": 1, "id": name, "at": "2024-11-01T00:00:00+00:00", "by": "x", "batch": name, "type": "noted"}
    log.append(Path(sys.argv[1]), lambda _: [{**event, "item": "poster", "value": name}])
"""


def test_of_a_crowd_of_writers_every_word_is_there(sale: Path) -> None:
    """And each has seen those before it."""
    pipe = subprocess.PIPE
    crowd = [
        subprocess.Popen([sys.executable, "-c", CROWD, str(sale), str(who)], stdin=pipe, stdout=pipe)
        for who in range(8)
    ]
    for writing in crowd:
        assert writing.stdout is not None
        assert writing.stdout.readline() == b"ready\n"
    for writing in crowd:
        assert writing.stdin is not None
        writing.stdin.write(b"go\n")
        writing.stdin.close()
    assert [writing.wait() for writing in crowd] == [0] * 8
    for writing in crowd:
        assert writing.stdout is not None
        writing.stdout.close()
    names = [event["id"] for event in log.read(sale).events]
    assert len(set(names)) == 8 * 20
    assert [event["n"] for event in log.read(sale).events] == sorted({e["n"] for e in log.read(sale).events})


def test_a_log_that_cannot_be_read_is_written_to_by_nobody(promoplan: Program, sale: Path) -> None:
    (sale / "log-2.jsonl").mkdir()
    before = (sale / OWN).read_bytes()
    assert promoplan("done", "poster").code == 1
    assert (sale / OWN).read_bytes() == before
    with pytest.raises(PromoplanError):
        log.read(sale)
