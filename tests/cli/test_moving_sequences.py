"""Whatever a team does in whatever order: the plan is the one of its last dates, and its calendar can be followed."""

import contextlib
import io
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from conftest import SMALL
from promoplan.cli.app import run
from promoplan.cli.exporting import job
from promoplan.cli.running import Running
from promoplan.exports import ics, plan_json
from promoplan.workspace.campaign import open_campaign

ITEMS = ("choose-goods", "poster", "deposit-reminder", "push@w2", "unpaid", "open-shop", "thank")
DAYS = st.integers(0, 40).map(lambda number: f"2024-{'10' if number < 12 else '11'}-{(number + 19) % 30 + 1:02}")
MOMENTS = st.one_of(st.just("none"), DAYS, DAYS.map(lambda day: f"{day}T20:00"), st.just("2024-10-14T20:00"))

MOVES = st.one_of(
    st.tuples(st.just("--date"), DAYS),
    st.tuples(st.just("--anchor"), MOMENTS.map(lambda at: f"presale={at}")),
    st.tuples(st.just("--date"), DAYS, st.just("--anchor"), MOMENTS.map(lambda at: f"presale={at}")),
).map(lambda words: ("move", *words, "--yes"))
ITEM_MOVES = st.tuples(st.sampled_from(ITEMS), DAYS).map(lambda pair: ("move", f"{pair[0]}={pair[1]}", "--yes"))
DEEDS = st.one_of(
    MOVES,
    ITEM_MOVES,
    st.tuples(st.sampled_from(("done", "skip", "start", "reopen", "pin", "unpin")), st.sampled_from(ITEMS)),
    st.integers(0, 9).map(lambda number: ("undo", number)),
)

SETTINGS = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Entry(NamedTuple):
    """What a calendar shows of an entry, and the number by which it knows a newer version."""

    shown: tuple[Any, ...]
    sequence: int


class Team:
    """A campaign in a folder of its own, and the commands given in it."""

    def __init__(self, *words: str) -> None:
        self.ids: list[str] = []
        self.do("init", str(SMALL), "--date", "2024-11-11", "--yes", "--name", "c", *words)

    def do(self, *words: str | int) -> int:
        """Give a command; its exit code. Undo counts the commands from the first."""
        line = [str(word) for word in words]
        if words[0] == "undo":
            self.ids = list(dict.fromkeys(event["batch"] for event in open_campaign(Path("c")).events))
            line = ["undo", self.ids[int(words[1]) % len(self.ids)]] if self.ids else ["undo"]
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(line)
        assert code in {0, 1, 2}, (line, err.getvalue())
        assert code != 1 or "nothing was changed" in err.getvalue()
        return code

    def running(self) -> Running:
        campaign = open_campaign(Path("c"))
        return Running(campaign, campaign.plan, campaign.plan.event)

    def plan(self) -> dict[str, Any]:
        """The whole plan, as other programs get it."""
        found: dict[str, Any] = json.loads(plan_json.render(job(self.running(), None, None, "en")))
        return found

    def calendar(self) -> dict[str, Entry]:
        parts = Calendar.from_ical(ics.render(job(self.running(), None, None, "en"))).walk()
        return {str(part["UID"]): _entry(part) for part in parts if part.name == "VEVENT"}


def _entry(part: Any) -> Entry:
    end = part.decoded("DTEND") if "DTEND" in part else None
    return Entry((part.decoded("DTSTART"), end, part.get("STATUS") == "CANCELLED"), int(part["SEQUENCE"]))


@contextlib.contextmanager
def team(*words: str) -> Iterator[Team]:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        settings_of_the_test = {"PROMOPLAN_NOW": "2024-10-20T09:30", "PROMOPLAN_LANG": "en", "PROMOPLAN_BY": "team"}
        with mock.patch.dict(os.environ, settings_of_the_test):
            yield Team(*words)


@SETTINGS
@given(st.lists(MOVES, min_size=1, max_size=5))
def test_moves_end_at_the_plan_that_init_makes_at_the_last_dates(moves: list[tuple[str, ...]]) -> None:
    with team() as mine:
        for words in moves:
            mine.do(*words)
        plan = mine.plan()
        given = {anchor["id"]: anchor["at"][:16] for anchor in plan["anchors"] if anchor["origin"] == "given"}
        given |= {entry["id"]: "none" for entry in plan["dropped"] if entry["kind"] == "anchor"}
        anchors = [word for name, at in given.items() for word in ("--anchor", f"{name}={at}")]
    with team("--date", plan["event"], *anchors) as fresh:
        assert fresh.plan() == plan


@SETTINGS
@given(st.lists(st.one_of(MOVES, ITEM_MOVES), min_size=1, max_size=5))
def test_the_way_back_leads_to_the_same_plan(moves: list[tuple[str, ...]]) -> None:
    with team() as mine:
        before = mine.plan()
        for words in moves:
            mine.do(*words)
        mine.do("move", "--date", "2024-11-11", "--anchor", "presale=2024-10-14T20:00", "--yes")
        items = {item["id"]: item["start"] for item in before["items"]}
        mine.do("move", *(f"{name}={items[name]}" for name in ITEMS), "--yes")
        assert mine.plan() == before


@SETTINGS
@given(st.lists(DEEDS, min_size=1, max_size=8))
def test_sequence_rises_by_one_where_a_calendar_shows_something_else_and_nowhere_else(
    deeds: list[tuple[str | int, ...]],
) -> None:
    with team() as mine:
        before = mine.calendar()
        for words in deeds:
            mine.do(*words)
            after = mine.calendar()
            assert set(before) <= set(after)
            for name, entry in before.items():
                rises = after[name].shown != entry.shown
                assert after[name].sequence == entry.sequence + rises, (words, name)
            before = after


@pytest.mark.parametrize("anchor", ["none", "2024-10-16T20:00"])
def test_what_was_closed_and_left_the_plan_and_was_opened_again_is_called_off(anchor: str) -> None:
    with team() as mine:
        mine.do("done", "deposit-reminder")
        mine.do("move", "--anchor", f"presale={anchor}", "--yes")
        before = {name.partition(".")[0]: entry for name, entry in mine.calendar().items()}["deposit-reminder"]
        mine.do("undo", 0)
        after = {name.partition(".")[0]: entry for name, entry in mine.calendar().items()}["deposit-reminder"]
        assert (before.sequence, after.sequence) == (0, 1)
        assert after.shown[2] == (anchor == "none")
