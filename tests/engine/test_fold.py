"""What a log comes to: tables by hand, and random histories of two clones that fold alike in every order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promoplan.engine.events import Author, Command
from promoplan.engine.fold import fold
from promoplan.engine.registers import undone_batches
from promoplan.model.progress import STATUSES, Event, Progress

START = datetime(2024, 10, 20, 1, 30, tzinfo=UTC)


def event(name: str, kind: str, key: str = "", value: Any = None, after: tuple[str, ...] = (), **more: Any) -> Event:
    """An event of its own command; the clock goes on with the letters of its name."""
    at = (START + timedelta(minutes=ord(name[0]) - ord("a"))).isoformat()
    made = {"v": 1, "id": name, "at": at, "by": "lin", "batch": f"of-{name}", "type": kind, "value": value}
    return {**made, **({"key": key, "after": list(after)} if key else {}), **more}


DONE = event("a", "done", "item:poster", {"start": "2024-09-30", "end": "2024-09-30"})
SKIPPED = event("b", "skipped", "item:poster", {"note": "no need"})
REOPENED = event("c", "reopened", "item:poster", {}, after=("a",))
UNDONE = event("d", "undone", value="of-a")
TWICE = event("e", "done", "item:poster", {"note": "me too"})
TICKED = event("f", "checked", "check:poster:2", True)
UNTICKED = event("g", "checked", "check:poster:2", False)
MOVED = event("h", "moved", "date:D", {"to": "2024-11-08", "base": "2024-11-11"}, touched=["poster"])
LATER = event("i", "moved", "date:D", {"to": "2024-11-15", "base": "2024-11-11"}, touched=["poster"])


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([], "open"),
        ([DONE], "done"),
        ([DONE, DONE], "done"),
        ([DONE, REOPENED], "open"),
        ([DONE, UNDONE], "open"),
        ([DONE, UNDONE, event("z", "undone", value="of-d")], "done"),
        ([DONE, REOPENED, event("z", "undone", value="of-c")], "done"),
        ([DONE, TWICE], "done"),
        ([REOPENED], "open"),
        ([event("k", "started", "item:poster")], "started"),
        ([event("k", "blocked", "item:poster")], "blocked"),
    ],
)
def test_where_an_item_stands_does_not_depend_on_the_order(events: list[Event], status: str) -> None:
    for order in permutations(events):
        assert fold(order).state("poster").status == status


def test_the_dates_and_words_of_a_deed_are_kept() -> None:
    state = fold([DONE]).state("poster")
    assert (state.by, state.at, state.start, state.end) == ("lin", DONE["at"], "2024-09-30", "2024-09-30")
    assert fold([SKIPPED]).state("poster").note == "no need"


def test_the_same_twice_is_once_and_the_first_time_counts() -> None:
    for order in permutations([DONE, TWICE]):
        state = fold(order).state("poster")
        assert (state.at, state.note, state.others) == (DONE["at"], "", ())


def test_two_who_did_not_know_of_each_other_are_a_conflict() -> None:
    for order in permutations([DONE, SKIPPED]):
        progress = fold(order)
        assert progress.conflicts == {"item:poster": (DONE, SKIPPED)}
        assert progress.state("poster").others == (SKIPPED,)
        assert progress.heads["item:poster"] == ("a", "b")


def test_saying_it_once_more_settles_a_conflict() -> None:
    settled = event("j", "skipped", "item:poster", {}, after=("a", "b"))
    for order in permutations([DONE, SKIPPED, settled]):
        assert fold(order).state("poster").status == "skipped"
        assert fold(order).conflicts == {}


def test_of_a_tick_and_an_untick_side_by_side_the_tick_stands() -> None:
    for order in permutations([TICKED, UNTICKED]):
        assert fold(order).checked == {"poster": frozenset({2})}
    assert fold([TICKED, {**UNTICKED, "after": ["f"]}]).checked == {}


def test_of_two_moves_side_by_side_the_later_one_holds_and_both_count() -> None:
    for order in permutations([MOVED, LATER]):
        progress = fold(order)
        assert progress.dates["D"]["to"] == "2024-11-15"
        assert progress.conflicts == {"date:D": (LATER, MOVED)}
        assert progress.shifts == {"poster": 2}
        assert progress.revised == {"poster": LATER["at"]}


def test_a_move_taken_back_still_counts_as_a_change() -> None:
    """The calendar's SEQUENCE only ever rises."""
    progress = fold([MOVED, event("j", "undone", value="of-h", touched=["poster"])])
    assert progress.dates == {}
    assert progress.shifts == {"poster": 2}


def test_what_a_later_promoplan_wrote_is_named_and_left_alone() -> None:
    unknown = event("k", "handed-over", "shift:poster", {})
    newer = {**event("l", "done", "item:poster"), "v": 2, "after": None}
    progress = fold([unknown, newer])
    assert progress.unknown == {"handed-over", "done"}
    assert progress.states == {}


def test_two_lines_of_one_id_that_differ_give_one_result() -> None:
    other = {**DONE, "by": "wang"}
    assert fold([DONE, other]) == fold([other, DONE])


def test_undos_in_a_ring_end() -> None:
    ring = [event("a", "undone", value="of-b"), event("b", "undone", value="of-a"), event("c", "undone", value="of-c")]
    assert len({frozenset(undone_batches(order)) for order in permutations(ring)}) == 1


def test_a_long_chain_of_undos_needs_no_recursion() -> None:
    chain = [{**DONE, "id": "e0", "batch": "b0"}]
    chain += [{**UNDONE, "id": f"e{n}", "batch": f"b{n}", "value": f"b{n - 1}"} for n in range(1, 3000)]
    assert fold(chain).state("poster").status == "open"
    assert fold(chain[:-1]).state("poster").status == "done"


ITEMS = ("poster", "push@w1")
KINDS = sorted(STATUSES)


class Clone:
    """A copy of a campaign's log that somebody works on."""

    ids: Iterator[int]

    def __init__(self, ids: Iterator[int], events: list[Event]) -> None:
        self.ids = ids
        self.events = list(events)

    def do(self, deed: tuple[Any, ...], minute: int) -> None:
        """One command, written on top of what this clone knows."""
        author = Author("lin", START + timedelta(minutes=minute), lambda: f"{next(self.ids):06}")
        command = Command(author, fold(self.events))
        name, *words = deed
        match name:
            case "status":
                command.add(words[0], f"item:{words[1]}", {"start": "2024-09-30", "end": None})
            case "check":
                command.add("checked", f"check:{words[0]}:{words[1]}", words[2])
            case "note":
                command.add("noted", value=words[1], item=words[0])
            case "assign":
                command.assign(words[0], words[1])
            case "move":
                command.move("D", words[0], "2024-11-11")
                command.tell_dates(ITEMS, {})
            case "gate":
                command.gate("day", words[0], ITEMS)
            case "archive":
                command.archive(archived=words[0])
            case "undo" if self.events:
                command.undo(self.events[words[0] % len(self.events)]["batch"])
        self.events += command.events


item = st.sampled_from(ITEMS)
DEEDS = st.one_of(
    st.tuples(st.just("status"), st.sampled_from(KINDS), item),
    st.tuples(st.just("check"), item, st.integers(1, 3), st.booleans()),
    st.tuples(st.just("note"), item, st.text(max_size=3)),
    st.tuples(
        st.just("assign"), st.sampled_from(["sales", "item:poster"]), st.lists(st.sampled_from("ab"), max_size=2)
    ),
    st.tuples(st.just("move"), st.sampled_from(["2024-11-08", "2024-11-15"])),
    st.tuples(st.just("gate"), st.sampled_from(["boss said so", "later"])),
    st.tuples(st.just("archive"), st.booleans()),
    st.tuples(st.just("undo"), st.integers(0, 20)),
)
STORIES = st.lists(st.tuples(st.sampled_from(["ours", "theirs", "merge"]), DEEDS, st.integers(0, 90)), max_size=12)


def played(story: list[tuple[str, tuple[Any, ...], int]]) -> tuple[list[Event], list[Event]]:
    """Two clones after a story; their clocks may go backwards. A merge leaves both with every line."""
    ids = iter(range(10**6))
    clones = {"ours": Clone(ids, []), "theirs": Clone(ids, [])}
    for who, deed, minute in story:
        if who == "merge":
            ours, theirs = clones["ours"].events, clones["theirs"].events
            clones["ours"].events = ours + [each for each in theirs if each not in ours]
            clones["theirs"].events = theirs + [each for each in ours if each not in theirs]
        else:
            clones[who].do(deed, minute)
    return clones["ours"].events, clones["theirs"].events


@given(STORIES, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=150)
def test_any_order_and_any_doubling_of_events_folds_equally(story: Any, random: Any) -> None:
    ours, theirs = played(story)
    events = [*ours, *theirs]
    shuffled = events + random.choices(events, k=len(events) // 2) if events else []
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(events)


@given(STORIES)
@settings(deadline=None, max_examples=150)
def test_merging_either_way_gives_equal_progress(story: Any) -> None:
    ours, theirs = played(story)
    assert fold([*ours, *theirs]) == fold([*theirs, *ours])


def settled(progress: Progress) -> Progress:
    """Without what only ever grows."""
    return replace(progress, shifts={}, revised={}, cancelled={})


@given(STORIES, DEEDS, st.integers(0, 90))
@settings(deadline=None, max_examples=150)
def test_a_deed_and_its_undo_leave_what_was_before(story: Any, deed: Any, minute: int) -> None:
    events, _ = played(story)
    clone = Clone(iter(range(10**6, 2 * 10**6)), events)
    clone.do(deed, minute)
    after = fold(clone.events)
    if len(clone.events) > len(events):
        clone.do(("undo", len(clone.events) - 1), minute)
        assert settled(fold(clone.events)) == settled(fold(events))
        clone.do(("undo", len(clone.events) - 1), minute)
        assert settled(fold(clone.events)) == settled(after)
