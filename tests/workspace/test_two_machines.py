"""Two machines on one campaign, and between them a tool that copies, delays, doubles and renames their files.

Whatever it does, nothing typed is lost and in the end both read the same. `PROMOPLAN_TEST_STEPS=2000` goes on longer.
"""

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import SMALL, Program
from promoplan.engine.story import story
from promoplan.workspace import log
from promoplan.workspace.campaign import open_campaign
from promoplan.workspace.layout import is_copy, logs

STEPS = int(os.environ.get("PROMOPLAN_TEST_STEPS", "200"))
SEEDS = 2
MACHINES = ("aaaa1111", "bbbb2222")
ITEMS = ("poster", "choose-goods", "open-shop", "thank", "push@w1")


class World:
    """Both machines, what was typed, and what the tool has taken and not brought yet."""

    def __init__(self, shop: Path, promoplan: Program, own_folders: Path, seed: int) -> None:
        self.shop, self.promoplan, self.own = shop, promoplan, own_folders
        self.chance = random.Random(seed)
        self.typed: list[str] = []
        self.waiting: list[tuple[Path, str, bytes]] = []
        self.minute = 0

    def folder(self, machine: str) -> Path:
        return self.shop / machine / "sale"

    def run(self, machine: str, *words: str) -> int:
        """A command on a machine, by its own clock, which is wrong."""
        (self.own / "state" / "promoplan" / "writer").write_text(machine)
        self.minute += 1
        ahead = 13 * (machine == MACHINES[1])
        now = f"2024-10-{20 + self.minute // 1440:02}T{self.minute // 60 % 24:02}:{self.minute % 60:02}:{ahead:02}"
        return self.promoplan(*words, "-c", str(self.folder(machine)), "--lang", "en", now=now).code

    def type(self) -> None:
        """One command of many kinds; a note's text is how we know it again."""
        machine, item = self.chance.choice(MACHINES), self.chance.choice(ITEMS)
        text = f"word {len(self.typed)} of {machine}"
        words: tuple[str, ...] = self.chance.choice(
            (
                ("note", item, text), ("note", item, text), ("done", item, "--note", text), ("reopen", item),
                ("skip", item, "--note", text), ("check", "choose-goods", "1"), ("assign", f"{item}=小李"),
                ("undo",), ("move", "--date", f"2024-11-1{self.chance.randint(1, 5)}", "--yes"),
            )
        )  # fmt: skip
        before = len(log.read(self.folder(machine)).events)
        code = self.run(machine, *words)
        assert code in {0, 2}
        if text in words and len(log.read(self.folder(machine)).events) > before:
            self.typed.append(text)

    def take(self) -> None:
        """Pick up a file as it is now, to be brought sooner or later."""
        here, there = self.chance.sample(MACHINES, 2)
        name = self.chance.choice(logs(self.folder(here)))
        self.waiting.append((self.folder(there), name, (self.folder(here) / name).read_bytes()))

    def bring(self) -> None:
        if self.waiting:
            self.put(*self.waiting.pop(self.chance.randrange(len(self.waiting))))

    def put(self, folder: Path, name: str, data: bytes) -> None:
        """Write a file, or a copy beside it where the two went apart; a machine's own file is not written over."""
        path = folder / name
        there = path.read_bytes() if path.exists() else b""
        if data == there or (there.startswith(data) and folder.parent.name in name):
            return
        if data.startswith(there) or there.startswith(data):
            path.write_bytes(data)
        else:
            self.free(path).write_bytes(data)

    def free(self, path: Path) -> Path:
        """A name such as sync programs give, in the folder of the logs or above it."""
        number = 1
        while True:
            name = self.chance.choice((f"{path.stem} (冲突副本 {number}).jsonl", f"{path.stem}-DESKTOP-{number}.jsonl"))
            new = path.with_name(name) if path.parent.name == "log" else path.with_name(f"log ({number}).jsonl")
            if not new.exists():
                return new
            number += 1

    def double(self) -> None:
        folder = self.folder(self.chance.choice(MACHINES))
        path = folder / self.chance.choice(logs(folder))
        shutil.copy(path, self.free(path))

    def rename(self) -> None:
        folder = self.folder(self.chance.choice(MACHINES))
        path = folder / self.chance.choice(logs(folder))
        path.rename(self.free(path))

    def tidy(self) -> None:
        machine = self.chance.choice(MACHINES)
        assert self.run(machine, "doctor", "--yes") == 0
        assert not any(map(is_copy, logs(self.folder(machine))))

    def settle(self) -> None:
        """The tool has all the time it wants."""
        while self.waiting:
            self.bring()
        for _ in range(2):
            for here, there in (MACHINES, MACHINES[::-1]):
                for name in logs(self.folder(here)):
                    self.put(self.folder(there), name, (self.folder(here) / name).read_bytes())


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_typed_is_lost_and_both_read_the_same(
    shop: Path, promoplan: Program, own_folders: Path, seed: int
) -> None:
    promoplan("init", str(SMALL), "--date", "2024-11-11", "--name", "sale", "--yes")
    for machine in MACHINES:
        shutil.copytree(shop / "sale", shop / machine / "sale")
    world = World(shop, promoplan, own_folders, seed)
    steps: list[Callable[[], None]] = [
        *[world.type] * 10, *[world.take] * 6, *[world.bring] * 6, world.double, world.rename, world.tidy,
    ]  # fmt: skip
    for _ in range(STEPS):
        world.chance.choice(steps)()
    world.settle()
    campaigns = [open_campaign(world.folder(machine)) for machine in MACHINES]
    assert campaigns[0].progress == campaigns[1].progress
    told = [[(entry.id, entry.is_gone) for entry in story(each.events).entries] for each in campaigns]
    assert told[0] == told[1]
    for each in campaigns:
        whole = json.dumps(each.events, ensure_ascii=False)
        assert [text for text in world.typed if f'"{text}"' not in whole] == []
        assert not [problem for problem in each.problems if problem.code != "conflict"]
    assert len(world.typed) > STEPS / 10
