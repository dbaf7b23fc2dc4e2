"""A full disk, a folder that is read-only: whole commands say so, lose nothing and leave nothing half made."""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import OWN, SMALL

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and capabilities of Linux")

WRITES = (
    ("done", "poster"),
    ("start", "poster"),
    ("skip", "poster"),
    ("block", "poster"),
    ("reopen", "choose-goods"),
    ("note", "poster", "sent"),
    ("check", "choose-goods", "1"),
    ("assign", "sales=Ann"),
    ("move", "--date", "2024-11-12", "--yes"),
    ("move", "poster=2024-10-08", "--yes"),
    ("pin", "poster"),
    ("gate", "climax", "--reason", "late goods"),
    ("archive", "sale"),
    ("undo",),
)
READS = (
    ("today",),
    ("tasks",),
    ("timeline",),
    ("status",),
    ("show", "poster"),
    ("why", "poster"),
    ("log",),
    ("diff",),
    ("campaigns",),
    ("doctor",),
    ("export", "json", "-o", "-"),
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def no_file_beyond(size: int) -> Callable[[], None]:
    """A disk that is full, as far as a single file can tell: no file may grow beyond so many bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def bound_by_permissions() -> None:
    """Root may write where it likes, and tests often run as root; this takes that right away from what runs next."""
    if os.geteuid() == 0:
        drop_from_bounding_set, dac_override = 24, 1  # linux/prctl.h, linux/capability.h
        if ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0):
            raise OSError("root cannot be bound")


@pytest.fixture
def run(shop: Path) -> Run:
    """The program as a process, after something has happened to the process."""

    def call(
        *words: str, before: Callable[[], None] | None = None, out: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        env = {k: v for k, v in os.environ.items() if not k.startswith("PROMOPLAN_")}
        env["PYTHONDONTWRITEBYTECODE"] = "1"  # Python itself would leave half a file in __pycache__ on a full disk
        env |= {"PROMOPLAN_NOW": "2024-10-20T09:30", "PROMOPLAN_LANG": "en", "PROMOPLAN_BY": "lin", "TMPDIR": str(shop)}
        command = [sys.executable, "-m", "promoplan", *words]
        if out:
            command = ["sh", "-c", f'"$@" >{out}', "sh", *command]
        return subprocess.run(
            command, cwd=shop, env=env, capture_output=True, text=True, check=False, timeout=60, preexec_fn=before
        )

    return call


@pytest.fixture
def sale(run: Run, shop: Path) -> Path:
    """A campaign in which something has happened already."""
    text = SMALL.read_text(encoding="utf-8").replace("when: D-10..D-1}", "when: D-10..D-1, gate: [poster]}")
    (shop / "gated.yaml").write_text(text, encoding="utf-8")
    assert run("init", "gated.yaml", "--date", "2024-11-11", "--name", "sale", "--yes").returncode == 0
    assert run("done", "choose-goods").returncode == 0
    return shop / "sale"


def everything(folder: Path) -> dict[str, bytes]:
    """Every file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_a_full_disk_is_told_and_the_log_is_as_it_was(run: Run, sale: Path, words: tuple[str, ...]) -> None:
    before = everything(sale.parent)
    room = len(before[f"sale/{OWN}"]) + 20
    ran = run(*words, before=no_file_beyond(room))
    assert ran.returncode == 1
    assert ran.stderr.startswith("error: cannot write log/0a1b2c3d.jsonl: File too large\n  check disk space")
    assert everything(sale.parent) == before
    well = run(*words)
    assert well.returncode in {0, 3}
    assert well.stdout.startswith(ran.stdout)
    assert well.stdout != ran.stdout, "success is said only when it is one"
    assert everything(sale.parent)[f"sale/{OWN}"].startswith(before[f"sale/{OWN}"])


@pytest.mark.parametrize("room", [0, 100, 2000])
def test_a_disk_that_fills_up_during_init_leaves_nothing(run: Run, shop: Path, room: int) -> None:
    ran = run("init", str(SMALL), "--date", "2024-11-11", "--name", "sale", "--yes", before=no_file_beyond(room))
    assert (ran.returncode, "Created" in ran.stdout) == (1, False)
    assert "error: cannot write " in ran.stderr
    assert ": File too large\n  check disk space" in ran.stderr
    assert list(shop.iterdir()) == []


def test_a_disk_with_no_room_for_the_compiled_plan_does_without(run: Run, own_folders: Path) -> None:
    room = SMALL.stat().st_size + 100
    words = ("init", str(SMALL), "--date", "2024-11-11", "--name", "sale", "--yes")
    assert run(*words, before=no_file_beyond(room)).returncode == 0
    assert not list(own_folders.rglob("*.json"))
    ran = run("today", before=no_file_beyond(room))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == run("today").stdout


def test_an_older_export_stays_when_there_is_no_room_for_the_new_one(run: Run, sale: Path) -> None:
    assert run("export", "ics").returncode == 0
    run("move", "--date", "2024-11-15", "--yes")
    before = everything(sale.parent)
    (calendar,) = [name for name in before if name.endswith(".ics")]
    ran = run("export", "ics", before=no_file_beyond(1000))
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"error: cannot write {Path(calendar).name}: File too large\n")
    assert everything(sale.parent) == before


def test_doctor_on_a_full_disk_loses_no_line(run: Run, sale: Path) -> None:
    log = sale / OWN
    log.write_bytes(log.read_bytes() + b"<<<<<<< HEAD\n" * 100)
    before = everything(sale)
    ran = run("doctor", "--yes", before=no_file_beyond(500))
    assert ran.returncode == 1
    assert "cannot write" in ran.stderr
    assert everything(sale)[OWN] == before[OWN]


@pytest.mark.parametrize("words", [("today",), ("tasks", "--json"), ("done", "poster"), ("--help",), ("--version",)])
def test_output_that_nothing_takes_is_told(run: Run, sale: Path, words: tuple[str, ...]) -> None:
    ran = run(*words, out="/dev/full")
    assert ran.returncode == 1
    assert "No space left on device\n" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr
    noted = b'"key":"item:poster"' in (sale / OWN).read_bytes()
    assert noted == ("done" in words)


def test_output_that_is_closed_is_no_error(run: Run, sale: Path) -> None:
    ran = run("done", "poster", out="&-")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert b'"key":"item:poster"' in (sale / OWN).read_bytes()


@pytest.fixture
def sealed(run: Run, sale: Path, own_folders: Path) -> Path:
    """The campaign's folder and all in it read-only, without a compiled plan."""
    run("today")
    forget(own_folders)
    for path in [*sale.rglob("*"), sale, sale.parent]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    return sale


def forget(own_folders: Path) -> None:
    """Delete the compiled plans."""
    for plan in own_folders.rglob("*.json"):
        plan.unlink()


def unseal(folder: Path) -> None:
    """So that the folder can be deleted after the test."""
    for path in [folder.parent, folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_read_only_folder_can_be_read(run: Run, sealed: Path, own_folders: Path) -> None:
    before = everything(sealed)
    for words in READS:
        bound, free = run(*words, before=bound_by_permissions), run(*words)
        assert (bound.returncode, bound.stdout, bound.stderr) == (0, free.stdout, ""), words
        forget(own_folders)
    assert everything(sealed) == before
    unseal(sealed)


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_a_read_only_folder_is_told(run: Run, sealed: Path, words: tuple[str, ...]) -> None:
    before = everything(sealed)
    ran = run(*words, before=bound_by_permissions)
    assert ran.returncode == 1
    assert (
        ran.stderr == f"error: cannot write {OWN}: Permission denied\n  check disk space and the folder's permissions\n"
    )
    assert everything(sealed) == before
    unseal(sealed)


@pytest.mark.parametrize(
    "words", [("init", str(SMALL), "--date", "2025-11-11"), ("export", "ics"), ("playbooks", "new", "mine")]
)
def test_nothing_new_in_a_read_only_folder(run: Run, sealed: Path, words: tuple[str, ...]) -> None:
    before = sorted(path.name for path in sealed.parent.iterdir())
    ran = run(*words, before=bound_by_permissions)
    assert ran.returncode == 1
    assert ran.stderr.endswith(": Permission denied\n  check disk space and the folder's permissions\n")
    assert sorted(path.name for path in sealed.parent.iterdir()) == before
    unseal(sealed)
