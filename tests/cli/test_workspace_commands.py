"""Many campaigns in one folder: `campaigns`, `archive`; and `doctor`, which shows first and never deletes a word."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import OWN, SMALL, Program

INIT = ("init", str(SMALL), "--yes")


@pytest.fixture
def shelf(promoplan: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Two campaigns: autumn in 2024, and one a year earlier that is over."""
    monkeypatch.setenv("PROMOPLAN_BY", "lin")
    assert promoplan(*INIT, "--date", "2024-11-11", "--name", "autumn").code == 0
    assert promoplan(*INIT, "--date", "2023-11-11", "--name", "before").code == 0
    return promoplan


@pytest.fixture
def sale(promoplan: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """One campaign."""
    monkeypatch.setenv("PROMOPLAN_BY", "lin")
    assert promoplan(*INIT, "--date", "2024-11-11", "--name", "sale").code == 0
    return promoplan


def dead_process() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def names(ran: Any) -> list[str]:
    return [each["campaign"] for each in json.loads(ran.out)["campaigns"]]


def codes(sale: Program) -> dict[str, bool]:
    """What doctor finds, and whether it can be mended."""
    return {each["code"]: each["mendable"] for each in json.loads(sale("doctor", "--json").out)["problems"]}


def test_campaigns_are_listed_with_progress_the_next_event_last(shelf: Program) -> None:
    shelf("done", "poster", "-c", "autumn")
    shelf("skip", "thank", "-c", "autumn")
    assert shelf("campaigns") == (
        0,
        """\
before small 2023-11-11 Sat 344 days ago ▓▓▓▓▓▓▓▓▓▓ 0/9 9 late
autumn small 2024-11-11 Mon in 22 days   █▓▓░░░░░░░ 1/9 2 late
""",
        "",
    )
    assert shelf("campaigns", "--ascii", lang="zh").out.splitlines()[1] == (
        "autumn small 2024-11-11 周一 还有 22 天  #!!....... 1/9 晚了 2"
    )


def test_the_json_of_campaigns_keeps_its_promise(shelf: Program) -> None:
    shelf("done", "poster", "-c", "autumn")
    record = json.loads(shelf("campaigns", "--json").out)
    assert record["schema_version"] == 1
    assert record["campaigns"][1] == {
        "campaign": "autumn", "playbook": "small", "title": "Small sale", "event": "2024-11-11", "to_go": 22, "done": 1,
        "total": 10, "late": 2, "skipped": 0, "over": False, "archived": False, "problems": [],
    }  # fmt: skip


def test_inside_a_campaign_its_neighbours_are_listed_too(
    shelf: Program, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shop / "autumn")
    assert names(shelf("campaigns", "--json")) == ["before", "autumn"]


def test_no_campaign_shows_the_line_to_type(promoplan: Program) -> None:
    for command in ("campaigns", "doctor", "status", "log", "undo"):
        ran = promoplan(command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "error: there is no campaign here\n  start one: promoplan init double11 --date 2024-11-11\n"


def test_one_that_cannot_be_read_does_not_hide_the_others(shelf: Program, shop: Path) -> None:
    file = shop / "before" / "campaign.yaml"
    file.write_text(file.read_text().replace("venue: open", "venue: opn"))
    ran = shelf("campaigns")
    assert ran.code == 1
    assert [line.split()[0] for line in ran.out.splitlines()] == ["autumn", "before"]
    assert "cannot be read" in ran.out
    assert ran.err.startswith("before/campaign.yaml:14:10: error: venue: opn is no choice")
    assert json.loads(shelf("campaigns", "--json").out)["campaigns"][1]["problems"][0]["code"] == "bad-input"


def test_an_archived_campaign_is_left_out_and_reached_by_name(shelf: Program, shop: Path) -> None:
    ran = shelf("archive", "before")
    assert ran == (0, "archived: before  bring it back: promoplan archive before --undo\n", "")
    assert names(shelf("campaigns", "--json")) == ["autumn"]
    assert names(shelf("campaigns", "--json", "--all")) == ["before", "autumn"]
    assert "archived" in shelf("campaigns", "--all").out
    for words in (("tasks", "--json"), ("today", "--json"), ("status", "--json"), ("export", "json", "-o", "-")):
        assert json.loads(shelf(*words).out)["campaign"] == "autumn", words
        assert json.loads(shelf(*words, "-c", "before").out)["campaign"] == "before", words
    assert shelf("log").out == "autumn\nNothing has happened yet.\n"
    assert shelf("show", "poster").code == 0
    event = json.loads((shop / "before" / OWN).read_text())
    assert (event["type"], event["key"], event["value"]) == ("archived", "archive:", True)


def test_archiving_can_be_taken_back(shelf: Program) -> None:
    shelf("archive", "before")
    assert shelf("archive", "before").out == "before is archived already\n"
    assert shelf("archive", "before", "--undo") == (0, "back again: before\n", "")
    assert shelf("archive", "before", "--undo").out == "before is not archived\n"
    shelf("archive", "before")
    assert shelf("undo", "-c", "before").out == "undid: archived the campaign\n"
    assert names(shelf("campaigns", "--json")) == ["before", "autumn"]


def test_when_all_are_archived_it_says_how_to_see_them(shelf: Program) -> None:
    shelf("archive", "before")
    shelf("archive", "autumn")
    assert shelf("today") == (
        2, "", "error: all campaigns here are archived: autumn, before\n"
        "  look at one with -c, or promoplan archive NAME --undo\n",
    )  # fmt: skip
    assert shelf("campaigns").out == "No campaign is running; archived ones: promoplan campaigns --all\n"
    assert shelf("today", "-c", "autumn").code == 0


def test_inside_an_archived_campaign_it_is_the_one_meant(
    shelf: Program, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf("archive", "autumn")
    monkeypatch.chdir(shop / "autumn")
    assert shelf("today").out.startswith("autumn ·")


def test_archive_of_a_stranger(shelf: Program) -> None:
    assert shelf("archive", "nope").err == "error: there is no campaign nope\n  there are: autumn, before\n"


def test_doctor_of_a_sound_folder(shelf: Program) -> None:
    shelf("done", "poster", "-c", "autumn")
    assert shelf("doctor") == (0, "Examined 2 campaigns: autumn, before\nAll is well\n", "")
    assert shelf("doctor", lang="zh").out == "检查了 2 个活动: autumn、before\n一切正常\n"
    assert shelf("doctor", "-c", "autumn").out == "Examined 1 campaign: autumn\nAll is well\n"
    assert shelf("doctor", "-c", "nope").code == 2


def test_doctor_shows_bad_lines_and_changes_nothing_unasked(sale: Program, shop: Path) -> None:
    sale("done", "poster")
    log = shop / "sale" / OWN
    good = log.read_text()
    log.write_text(f"<<<<<<< HEAD\n{good}=======\n>>>>>>> theirs\n[half]\n" + '{"v":1,"id"', encoding="utf-8")
    before = log.read_bytes()
    ran = sale("doctor", "--ascii")
    assert (ran.code, ran.err) == (1, "")
    assert (
        ran.out
        == """\
Examined 1 campaign: sale
sale/log/0a1b2c3d.jsonl:1:1: error: this line cannot be read [line-to-reject]
  | <<<<<<< HEAD
  | ^
  it can be moved to log.rejected.jsonl; nothing is deleted
sale/log/0a1b2c3d.jsonl:3:1: error: this line cannot be read [line-to-reject]
  | =======
  | ^
  it can be moved to log.rejected.jsonl; nothing is deleted
sale/log/0a1b2c3d.jsonl:4:1: error: this line cannot be read [line-to-reject]
  | >>>>>>> theirs
  | ^
  it can be moved to log.rejected.jsonl; nothing is deleted
sale/log/0a1b2c3d.jsonl:5:1: error: this line cannot be read [line-to-reject]
  | [half]
  | ^
  it can be moved to log.rejected.jsonl; nothing is deleted
sale/log/0a1b2c3d.jsonl:6:1: error: this line cannot be read [line-to-reject]
  | {"v":1,"id"
  | ^
  it can be moved to log.rejected.jsonl; nothing is deleted

5 can be mended: promoplan doctor --yes
"""
    )
    assert log.read_bytes() == before
    assert not (shop / "sale" / "log.rejected.jsonl").exists()


@pytest.mark.parametrize("flag", ["--yes", "--fix", "-y"])
def test_doctor_moves_bad_lines_and_loses_no_word(sale: Program, shop: Path, flag: str) -> None:
    sale("done", "poster")
    log, rejected = shop / "sale" / OWN, shop / "sale" / "log.rejected.jsonl"
    good = log.read_bytes()
    log.write_bytes(b"\xff\xfe half\n" + good + b"<<<<<<< HEAD\n" + b'{"v":1,"id"')
    rejected.write_bytes(b"an older one\n")
    ran = sale("doctor", flag)
    assert ran.code == 0
    assert ran.out.endswith("\nMended 3\n")
    assert log.read_bytes() == good
    assert rejected.read_bytes() == b'an older one\n\xff\xfe half\n<<<<<<< HEAD\n{"v":1,"id"\n'
    assert sale("doctor").out == "Examined 1 campaign: sale\nAll is well\n"
    assert json.loads(sale("tasks", "--json", "--status", "done").out)["items"][0]["id"] == "poster"


def test_of_very_many_bad_lines_twenty_are_shown_and_all_are_moved(sale: Program, shop: Path) -> None:
    log = shop / "sale" / OWN
    log.write_bytes(b"nonsense\n" * 50)
    ran = sale("doctor")
    assert ran.out.count("this line cannot be read") == 20
    assert "error: 30 more such lines\n" in ran.out
    assert sale("doctor", "--yes").code == 0
    assert log.read_bytes() == b""
    assert (shop / "sale" / "log.rejected.jsonl").read_bytes() == b"nonsense\n" * 50


def test_entries_of_items_that_are_gone_are_reported_and_kept(sale: Program, shop: Path) -> None:
    log = shop / "sale" / OWN
    sale("done", "poster")
    sale("note", "poster", "sent")
    sale("done", "thank")
    sale("undo")
    sale("done", "deposit-reminder")
    before = log.read_bytes()
    for file in ("playbook.yaml",):
        path = shop / "sale" / file
        text = path.read_text(encoding="utf-8").replace("id: poster", "id: artwork").replace("id: thank", "id: thanks")
        path.write_text(text.replace("[thank]", "[thanks]"), encoding="utf-8")
    ran = sale("doctor", "--yes")
    assert (ran.code, log.read_bytes()) == (0, before)
    assert ran.out == (
        "Examined 1 campaign: sale\n"
        "warning: poster is not in the plan; its 2 entries are kept\n"
        "  promoplan log --item poster -c sale shows them\n"
    )
    assert sale("log", "--item", "poster", "-c", "sale").out.count("poster") == 2


def test_what_the_plan_leaves_out_on_purpose_is_no_orphan(sale: Program, shop: Path) -> None:
    sale("note", "deposit-reminder", "x")
    file = shop / "sale" / "campaign.yaml"
    file.write_text(file.read_text().replace("anchors: {}", "anchors: {presale: none}"))
    assert "deposit-reminder" not in sale("tasks", "--json").out
    assert sale("doctor").out == "Examined 1 campaign: sale\nAll is well\n"


def test_a_copied_folder_is_found_and_left_to_people(sale: Program, shop: Path) -> None:
    shutil.copytree(shop / "sale", shop / "copy")
    ran = sale("doctor", "--yes")
    assert ran.code == 1
    assert ran.out == (
        "Examined 2 campaigns: copy, sale\n"
        "error: copy, sale are copies with one id: their calendars would replace each other\n"
        "  give one of them another id in its campaign.yaml, any letters and digits\n"
    )
    file = shop / "copy" / "campaign.yaml"
    text = file.read_text()
    identity = next(line for line in text.splitlines() if line.startswith("id: "))
    file.write_text(text.replace(identity, "id: another1"))
    assert sale("doctor").code == 0


def test_a_renamed_folder_is_the_same_campaign(sale: Program, shop: Path) -> None:
    sale("done", "poster")
    (shop / "sale").rename(shop / "autumn sale")
    assert json.loads(sale("tasks", "--json", "--status", "done").out)["campaign"] == "autumn sale"
    assert sale("doctor").code == 0


def test_what_a_killed_command_left_is_cleared_away(sale: Program, shop: Path) -> None:
    dead = dead_process()
    left = [shop / f".new.{dead}.new", shop / "sale" / "log" / f".{dead}.{dead}.tmp", shop / f".plan.ics.{dead}.tmp"]
    left[0].mkdir()
    (left[0] / "campaign.yaml").write_text("half")
    left[1].write_text("half")
    left[2].write_text("half")
    left.append(shop / "sale" / f".campaign.yaml.{dead}.tmp")
    left[3].write_text("half")
    kept = [shop / f".mine.{os.getpid()}.tmp", shop / ".notes.tmp", shop / "sale" / "a.1.tmp"]
    for path in kept:
        path.write_text("mine")
    assert codes(sale) == {"unfinished": True}
    ran = sale("doctor", "--yes")
    assert (ran.code, ran.out.count("was never finished")) == (0, 4)
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in kept)


def test_a_broken_compiled_plan_is_worked_out_anew_in_silence(sale: Program, own_folders: Path) -> None:
    before = sale("today", "--json")
    (plan,) = own_folders.rglob("plans/*.json")
    good = plan.read_bytes()
    for broken in (b"half a pl", good.replace(b"poster", b"p0ster"), b"[" * 200_000, good[:-9], b"", good + b"x"):
        plan.write_bytes(broken)
        assert sale("today", "--json") == before
        assert plan.read_bytes() == good
        assert sale("doctor").out.endswith("All is well\n")


def test_missing_files(sale: Program, shop: Path) -> None:
    folder = shop / "sale"
    (folder / OWN).unlink()
    (folder / ".gitattributes").write_text("*.yaml text")
    assert codes(sale) == {"missing-log": True, "no-merge-rule": True}
    assert sale("doctor", "--yes").code == 0
    assert (folder / OWN).read_bytes() == b""
    assert (folder / ".gitattributes").read_text() == (
        "*.yaml text\nlog.jsonl merge=union text eol=lf\nlog/*.jsonl merge=union text eol=lf\n"
    )
    (folder / "playbook.yaml").unlink()
    assert sale("doctor", "--yes").out == (
        "Examined 1 campaign: sale\nerror: sale/playbook.yaml is missing\n  bring it back from a backup or from git\n"
    )
    assert codes(sale) == {"missing-file": False}


def test_a_folder_without_its_campaign_file_is_found(sale: Program, shop: Path) -> None:
    (shop / "sale" / "campaign.yaml").unlink()
    ran = sale("doctor")
    assert ran.code == 1
    assert "error: sale/campaign.yaml is missing\n" in ran.out


def test_faults_of_the_files_are_among_what_is_found(sale: Program, shop: Path) -> None:
    file = shop / "sale" / "campaign.yaml"
    file.write_text(file.read_text().replace("venue: open", "venue: opn"))
    ran = sale("doctor", "--yes")
    assert ran.code == 1
    assert "sale/campaign.yaml:14:10: error: venue: opn is no choice" in ran.out


def test_entries_from_the_future_and_conflicts_are_told(sale: Program) -> None:
    sale("done", "poster", now="2025-03-01")
    ran = sale("doctor")
    assert ran.code == 0
    assert "warning: sale: there are entries dated in the future, the last on 2025-03-01 00:00\n" in ran.out


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    sale: Program, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full when the bad lines are to be written."""
    log = shop / "sale" / OWN
    log.write_bytes(b"nonsense\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("promoplan.workspace.log.os.fsync", full)
    ran = sale("doctor", "--yes")
    assert ran.code == 1
    assert "error: cannot write log/0a1b2c3d.jsonl: No space left on device\n" in ran.err
    assert log.read_bytes() == b"nonsense\n"


@pytest.mark.parametrize(
    ("answer", "code", "left"), [(b"y\n", 0, b""), (b"\n", 1, b"nonsense\n"), (b"n\n", 1, b"nonsense\n")]
)
def test_on_a_terminal_doctor_asks_first(sale: Program, shop: Path, answer: bytes, code: int, left: bytes) -> None:
    assert sale("doctor").code == 0
    log = shop / "sale" / OWN
    log.write_bytes(b"nonsense\n")
    master, slave = pty.openpty()
    env = {**os.environ, "PROMOPLAN_LANG": "en", "TERM": "dumb", "PYTHONUTF8": "1"}
    words = [sys.executable, "-m", "promoplan", "doctor"]
    process = subprocess.Popen(words, cwd=shop, env=env, stdin=slave, stdout=slave, stderr=slave)
    os.write(master, answer)
    assert process.wait(timeout=60) == code
    os.close(slave)
    told = os.read(master, 10_000).decode()
    os.close(master)
    assert "Mend this 1? [y/N]" in told
    assert log.read_bytes() == left


def test_one_campaign_that_cannot_be_read_does_not_hide_the_others(promoplan: Program, shop: Path) -> None:
    for name in ("good", "bad"):
        promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", name, "--yes")
    (shop / "bad" / "campaign.yaml").write_text("format: 1\n")
    ran = promoplan("today")
    assert ran.code == 1
    assert ran.out.startswith("good · ")
    assert ran.err.startswith("bad/campaign.yaml:1:1: error: name is missing")
    done = promoplan("done", "poster")
    assert (done.code, done.out) == (1, "")
    assert "one campaign cannot be read" in done.err
    assert promoplan("done", "poster", "-c", "good").code == 0
    (shop / "good" / "campaign.yaml").write_text("format: 1\n")
    both = promoplan("today")
    assert (both.code, both.out) == (1, "")


def test_the_beginning_of_a_name_is_enough_where_only_one_begins_so(shelf: Program) -> None:
    assert json.loads(shelf("tasks", "--json", "-c", "aut").out)["campaign"] == "autumn"
    shelf(*INIT, "--date", "2025-11-11", "--name", "autumn-2025")
    assert json.loads(shelf("tasks", "--json", "-c", "autumn").out)["campaign"] == "autumn"
    assert shelf("tasks", "-c", "aut").err.startswith("error: there is no campaign aut\n")
