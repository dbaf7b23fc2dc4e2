"""Undos of undos of undos: what stands in the end, and that a long chain takes no longer than its length."""

import random
from typing import Any

import pytest

from promoplan.engine.fold import fold
from promoplan.engine.registers import roots, undone_batches
from promoplan.engine.story import root, story

LONG = 100_000


def undo(number: int, of: str) -> dict[str, Any]:
    head = {"v": 1, "id": f"e{number}", "at": "2024-10-20T01:30:00+00:00", "by": "x", "batch": f"b{number}"}
    return {**head, "type": "undone", "value": of}


@pytest.mark.parametrize("length", [LONG, 1001])
def test_a_chain_of_a_hundred_thousand(length: int) -> None:
    first = {**undo(0, ""), "type": "done", "key": "item:a", "value": {}, "after": []}
    events = [first, *(undo(number, f"b{number - 1}") for number in range(1, length + 1))]
    random.Random(7).shuffle(events)
    assert fold(events).state("a").status == ("done" if length % 2 == 0 else "open")
    told = story(events)
    about, steps = root(told, told.by_id[f"b{length}"])
    assert (about, steps) == (told.by_id["b0"], length)


def test_circles_end() -> None:
    assert undone_batches([undo(1, "b2"), undo(2, "b1")]) == undone_batches([undo(2, "b1"), undo(1, "b2")])
    assert roots({"a": "b", "b": "a", "c": "a", "d": "d", "e": "x"}) == {
        "a": ("", 2), "b": ("", 1), "c": ("", 3), "d": ("", 1), "e": ("x", 1),
    }  # fmt: skip


def test_an_item_that_was_dropped_twice_has_the_dates_of_the_later_drop() -> None:
    def dropped(number: int, at: str, start: str) -> dict[str, Any]:
        event = {**undo(number, ""), "at": at, "type": "moved", "key": f"date:{number}", "after": []}
        gone = {"a": {"start": start, "end": None}}
        return {**event, "value": {"to": "none", "base": ""}, "touched": ["a"], "dropped": gone}

    early = dropped(9, "2024-10-20T01:30:00+00:00", "2024-11-01")
    late = dropped(1, "2024-10-21T01:30:00+00:00", "2024-11-05")
    for events in ([early, late], [late, early]):
        assert fold(events).cancelled["a"]["start"] == "2024-11-05"
