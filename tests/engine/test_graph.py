"""What hangs on what: orders and loops."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_books import anchor, book, dropped, items, plan_of

from promoplan.engine.graph import dates_graph, loops, needs_graph, order

LONG = 20_000


def names(count: int) -> list[str]:
    return [f"n{number}" for number in range(count)]


def chain(count: int) -> dict[str, list[str]]:
    """Each name hangs on the next one."""
    return {name: [later] for name, later in zip(names(count), [*names(count)[1:], "end"], strict=True)}


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ({}, []),
        ({"a": [], "b": []}, ["a", "b"]),
        ({"a": ["b"], "b": []}, ["b", "a"]),
        ({"a": ["b", "c"], "b": ["c"], "c": []}, ["c", "b", "a"]),
        ({"a": ["c", "b"], "b": ["d"], "c": ["d"], "d": []}, ["d", "c", "b", "a"]),
        ({"a": ["unknown"], "b": ["a"]}, ["a", "b"]),
        ({"a": ["a"], "b": ["a"]}, ["a", "b"]),
        ({"a": ["b"], "b": ["a"], "c": ["a"]}, ["b", "a", "c"]),
        ({"a": ["b", "b"], "b": []}, ["b", "a"]),
    ],
)
def test_every_name_comes_after_those_it_hangs_on(graph: dict[str, list[str]], found: list[str]) -> None:
    assert order(graph) == found


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["unknown"]}, []),
        ({"a": ["b", "c"], "b": ["c"], "c": []}, []),
        ({"a": ["a"]}, [["a", "a"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b", "a"]]),
        ({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, [["a", "b", "c", "a"]]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [["a", "b", "a"], ["c", "d", "c"]]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [["a", "b", "a"], ["a", "c", "a"]]),
    ],
)
def test_each_loop_is_found_once(graph: dict[str, list[str]], found: list[list[str]]) -> None:
    assert list(loops(graph)) == found


def test_a_chain_of_twenty_thousand_is_no_matter() -> None:
    assert order(chain(LONG)) == names(LONG)[::-1]
    assert list(loops(chain(LONG))) == []


def test_a_loop_of_twenty_thousand_is_found() -> None:
    ring = {**chain(LONG), names(LONG)[-1]: ["n0"]}
    assert list(loops(ring)) == [[*names(LONG), "n0"]]
    assert order(ring) == names(LONG)[::-1]


def test_a_plan_of_a_long_chain_is_dated() -> None:
    tasks = [f"t{n}: after t{n - 1} +1min" if n else "t0: D 00:00" for n in range(2000)]
    plan = plan_of(book(tasks[::-1]))
    assert [item.id for item in plan.items] == [f"t{n}" for n in range(2000)]
    assert str(plan.items[-1].start) == "2024-11-12 09:19:00+08:00"


GRAPHS = st.integers(1, 8).flatmap(
    lambda size: st.fixed_dictionaries(
        {name: st.lists(st.sampled_from([*names(size), "unknown"]), max_size=4) for name in names(size)}
    )
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(graph=GRAPHS)
def test_every_name_comes_once_and_after_all_it_hangs_on_unless_there_is_a_loop(
    graph: Mapping[str, Sequence[str]],
) -> None:
    found = order(graph)
    assert sorted(found) == sorted(graph)
    late = [
        ref for name, refs in graph.items() for ref in refs if ref in graph and found.index(ref) >= found.index(name)
    ]
    assert bool(late) <= bool(list(loops(graph)))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(graph=GRAPHS)
def test_every_loop_is_one(graph: Mapping[str, Sequence[str]]) -> None:
    for loop in loops(graph):
        assert loop[0] == loop[-1]
        assert all(later in graph[name] for name, later in pairwise(loop))
        assert len(set(loop)) == len(loop) - 1


def test_dates_hang_on_anchors_phases_and_tasks() -> None:
    playbook = book(
        [
            "faq: after brief +1d",
            {"id": "brief", "phase": "early"},
            ("push", {"every": "mon", "in": "presale..surge.end"}),
            ("pick", [{"if": "presale", "then": "before faq"}, "month"]),
            "fixed: 2024-11-01..D",
        ],
        ["surge: D-10..before end", {"id": "early", "when": "surge.start..surge.start+2d", "in": "surge"}],
        anchors={
            "presale": anchor("D-28"),
            "end": anchor("presale+30d", **{"if": "presale"}),
            "day": anchor("2024-11-01"),
        },
    )
    assert dates_graph(playbook) == {
        "presale": [],
        "end": ["presale", "presale"],
        "day": [],
        "surge": ["end"],
        "early": ["surge", "surge", "surge"],
        "faq": ["surge", "brief"],
        "brief": ["early"],
        "push": ["surge", "presale", "surge"],
        "pick": ["surge", "faq"],
        "fixed": ["surge"],
    }


def test_tasks_wait_for_what_they_need_and_for_what_their_dates_hang_on() -> None:
    faq = {"id": "faq", "when": "after brief", "needs": ["train", "nowhere"]}
    assert needs_graph(book([faq, "brief: D-3", "train: before surge"])) == {
        "faq": ["train", "brief"],
        "brief": [],
        "train": [],
    }


def test_tasks_in_a_loop_have_no_dates_and_take_the_rest_with_them() -> None:
    plan = plan_of(book(["a: after b", "b: after a", "c: after a", "d: D"]))
    assert items(plan) == ["d 2024-11-11"]
    assert {problem.code for problem in plan.problems} == {"unknown-anchor"}
    assert dropped(plan) == ["task a: anchor b", "task c: anchor a"]
