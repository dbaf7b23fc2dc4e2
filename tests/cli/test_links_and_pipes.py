"""A link that leads to nothing is told, and a pipe in a campaign keeps no command waiting."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")
TOLD = {
    "zh": "提醒: old 是链接, 它指向的 gone/old 不在了; 如果是活动, 现在读不到: 接上那个盘, 不要了就删掉链接\n",
    "en": "warning: old is a link to gone/old, which is not there; a campaign behind it is left out: "
    "connect that drive, or delete the link\n",
}


@pytest.fixture
def linked(promoplan: Program, shop: Path) -> Program:
    assert promoplan(*INIT).code == 0
    (shop / "old").symlink_to("gone/old")
    return promoplan


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["today", "campaigns"])
def test_a_link_to_a_campaign_that_is_not_there_is_told(linked: Program, command: str, lang: str) -> None:
    ran = linked(command, lang=lang)
    assert (ran.code, ran.err) == (0, TOLD[lang])
    assert "small-2024" in ran.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_doctor_names_it_too(linked: Program, lang: str) -> None:
    ran = linked("doctor", lang=lang)
    assert (ran.code, ran.err) == (0, "")
    assert "".join(TOLD[lang].split()) in "".join(ran.out.split())


def test_it_is_told_where_it_is_all_there_is(promoplan: Program, shop: Path) -> None:
    (shop / "old").symlink_to("gone/old")
    ran = promoplan("today", lang="en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{TOLD['en']}error: there is no campaign here\n")


def test_links_that_lead_somewhere_or_to_files_are_no_matter(promoplan: Program, shop: Path) -> None:
    promoplan(*INIT)
    (shop / "again").symlink_to("small-2024")
    (shop / "plan.ics").symlink_to("gone/plan.ics")
    (shop / ".hidden").symlink_to("gone")
    assert promoplan("campaigns").err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes that lie in folders")
@pytest.mark.parametrize("name", ["playbook.yaml", "campaign.yaml"])
@pytest.mark.parametrize("command", ["today", "tasks", "status", "campaigns", "doctor", "log", "done poster"])
def test_a_pipe_in_a_campaign_keeps_no_command_waiting(promoplan: Program, shop: Path, name: str, command: str) -> None:
    assert promoplan(*INIT).code == 0
    path = shop / "small-2024" / name
    path.unlink()
    os.mkfifo(path)
    words = [sys.executable, "-m", "promoplan", "--lang", "en", *command.split()]
    ran = subprocess.run(
        words, cwd=shop, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60, check=False
    )
    assert ran.returncode in {1, 2}
    assert "Traceback" not in ran.stderr
    if name == "playbook.yaml":
        assert "small-2024/playbook.yaml" in ran.stdout + ran.stderr
        assert "this is a pipe or a device, no plain file" in ran.stdout + ran.stderr
