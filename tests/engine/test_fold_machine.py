"""A state machine of two copies of a campaign: teams do, move, undo and merge as they like; every order folds alike."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from promoplan.engine.events import Author, Command
from promoplan.engine.fold import fold
from promoplan.model.progress import STATUSES, Event, Progress

SIDES = st.sampled_from(["here", "there"])
ITEMS = st.sampled_from(["poster", "push@w1", "push@w2"])
KINDS = st.sampled_from(sorted(STATUSES))
DAYS = st.sampled_from(["2024-11-08", "2024-11-11", "2024-11-18"])
BOARD = ("states", "dates", "checked", "pins", "people", "conflicts")
"""What an undo brings back; the history of changes only ever grows."""


class TwoCopies(RuleBasedStateMachine):
    """Each side has its own log; ids and minutes are counted."""

    def __init__(self) -> None:
        super().__init__()
        self.logs: dict[str, list[Event]] = {"here": [], "there": []}
        self.count = 0
        self.shifts: dict[str, dict[str, int]] = {"here": {}, "there": {}}

    def _id(self) -> str:
        self.count += 1
        return f"e{self.count:04d}"

    def _command(self, side: str) -> Command:
        at = datetime(2024, 10, 20, tzinfo=UTC) + timedelta(minutes=self.count)
        return Command(Author(side, at, self._id), fold(self.logs[side]))

    def _board(self, side: str) -> list[object]:
        progress = fold(self.logs[side])
        return [getattr(progress, name) for name in BOARD]

    @rule(side=SIDES, item=ITEMS, kind=KINDS)
    def do(self, side: str, item: str, kind: str) -> None:
        command = self._command(side)
        command.add(kind, f"item:{item}", {})
        self.logs[side] += command.events
        assert fold(self.logs[side]).state(item).status == STATUSES[kind]

    @rule(side=SIDES, day=DAYS)
    def move(self, side: str, day: str) -> None:
        command = self._command(side)
        command.add("moved", "date:D", {"to": day, "base": "2024-11-11"}, touched=["poster"])
        self.logs[side] += command.events
        assert fold(self.logs[side]).dates["D"]["to"] == day

    @precondition(lambda self: self.logs["here"])
    @rule()
    def undo_and_undo_again(self) -> None:
        before = self._board("here")
        for _ in range(2):
            command = self._command("here")
            command.undo(self.logs["here"][-1]["batch"])
            self.logs["here"] += command.events
        assert self._board("here") == before

    @rule(item=ITEMS, kind=KINDS)
    def do_and_undo(self, item: str, kind: str) -> None:
        before = self._board("there")
        self.do("there", item, kind)
        command = self._command("there")
        command.undo(self.logs["there"][-1]["batch"])
        self.logs["there"] += command.events
        assert self._board("there") == before

    @rule()
    def merge(self) -> None:
        self.logs = {"here": self.logs["here"] + self.logs["there"], "there": self.logs["there"] + self.logs["here"]}
        assert fold(self.logs["here"]) == fold(self.logs["there"])

    @invariant()
    def every_order_folds_alike(self) -> None:
        for events in self.logs.values():
            mixed = random.Random(len(events)).sample(events, len(events))
            assert fold(mixed) == fold(events) == fold([*events, *mixed])

    @invariant()
    def what_a_calendar_counts_only_grows(self) -> None:
        for side, events in self.logs.items():
            progress: Progress = fold(events)
            assert all(progress.shifts.get(item, 0) >= count for item, count in self.shifts[side].items())
            self.shifts[side] = dict(progress.shifts)


TwoCopies.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None, derandomize=True)
TestTwoCopies = TwoCopies.TestCase
