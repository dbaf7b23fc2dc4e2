"""Which lines of a log are events; the rest is reported and left where it is."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from promoplan.engine.clashing import told
from promoplan.engine.fold import fold
from promoplan.rules import point
from promoplan.workspace import shapes
from promoplan.workspace.log import parse

HEAD = {"v": 1, "id": "a", "at": "2024-10-20T01:30:00+00:00", "by": "lin", "batch": "b"}
DATES = {"start": "2024-11-01", "end": "2024-11-02T10:00:00+08:00"}


def event(kind: str, **more: Any) -> dict[str, Any]:
    return {**HEAD, "type": kind, **more}


def keyed(kind: str, key: str, value: Any, **more: Any) -> dict[str, Any]:
    return event(kind, key=key, value=value, after=[], **more)


GOOD = [
    keyed("done", "item:a", {**DATES, "note": "x"}),
    keyed("done", "item:a", None),
    keyed("checked", "check:a:2", True),
    keyed("checked", "check:push@w1:12", False),
    keyed("assigned", "who:sales", ["小李"]),
    keyed("moved", "date:D", {"to": "2024-11-08", "base": "2024-11-11"}, touched=["a"], dropped={"b": DATES}),
    keyed("moved", "date:presale", {"to": "none", "base": ""}, touched=[]),
    keyed("pinned", "pin:a", DATES),
    keyed("pinned", "pin:a", None),
    keyed("gated", "gate:day", {"reason": "x", "missing": ["a"]}),
    keyed("archived", "archive:", True),
    event("noted", item="a", value="x"),
    event("undone", value="b"),
    event("handed-over", to="wang"),
    keyed("handed-over", "shift:a", 7),
    {**HEAD, "type": "done", "v": 2, "key": 7},
]

BAD: list[Any] = [
    7,
    None,
    [],
    {},
    {**HEAD, "type": None},
    {**HEAD, "type": "done", "v": "1"},
    event("done", key="item:a", value={}),
    event("done", key="item:a", value={}, after=[["a"]]),
    event("done", key=["item:a"], value={}, after=[]),
    keyed("done", "item:a", "yes"),
    keyed("done", "item:a", {"note": 7}),
    keyed("done", "item:a", {"start": "11-01"}),
    keyed("done", "item:a", {"start": "2024-11-01T10:00:00"}),
    keyed("done", "item:a", {"start": "9999-12-31"}),
    keyed("done", "item:a", {"start": None, "end": "2024-11-01"}),
    keyed("checked", "check:a:x", True),
    keyed("checked", "check:a:1", "x"),
    keyed("assigned", "who:sales", "小李"),
    keyed("moved", "date:D", {"to": "none", "base": ""}),
    keyed("moved", "date:D", {"to": "2024-11-08"}),
    keyed("moved", "date:presale", None),
    keyed("moved", "date:D", {"to": "2024-11-08", "base": ""}, touched=[7]),
    keyed("moved", "date:D", {"to": "2024-11-08", "base": ""}, touched=[], dropped={"b": 7}),
    keyed("pinned", "pin:a", {"end": "2024-11-01"}),
    keyed("gated", "gate:day", "x"),
    keyed("archived", "archive:", None),
    event("noted", item="a"),
    event("noted", value="x"),
    event("undone"),
    event("undone", value="b", n="7"),
    keyed("moved", "date:presale", {"to": "9999-12-31T23:59:59+00:00", "base": ""}),
    keyed("moved", "date:presale", {"to": "2024-11-01 20:00..9999-12-31", "base": ""}),
    keyed("moved", "date:presale", {"to": "none", "base": "\ud800"}),
    keyed("assigned", "pin:poster", None),
    event("assigned", value=["x"]),
    keyed("pinned", "pin:a", {"start": "2024-11-01"}),
    keyed("checked", "check:a:" + "9" * 5000, True),
    keyed("done", "item:a", None) | {"at": "9999-12-31T23:59:59+00:00"},
    keyed("done", "item:a", None) | {"at": "2024-10-20"},
    event("undone", value="b", n=True),
    event("undone", value="b", n=-1),
    event("undone", value="b", n=10**400),
    event("undone", value="b", n=None),
]


@pytest.mark.parametrize("value", GOOD)
def test_an_event_is_one(value: Any) -> None:
    assert shapes.is_event(value)
    fold([value])


@pytest.mark.parametrize("value", BAD)
def test_what_is_no_event_is_a_bad_line(value: Any) -> None:
    """Among good lines it does no harm, wherever it stands."""
    lines = [json.dumps(GOOD[0]), json.dumps(value), json.dumps(GOOD[2]), ""]
    found = parse("\n".join(lines).encode(), "x/log.jsonl")
    assert found.events == [GOOD[0], GOOD[2]]
    assert [(problem.code, problem.place.line) for problem in found.problems if problem.place] == [("bad-log-line", 2)]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", []),
        (b"\n\r\n", []),
        (b"[" * 100_000, ["torn-line"]),
        (b'{"v":1,"id"', ["torn-line"]),
        (b'{"v":1,"id"\n', ["bad-log-line"]),
        (b"\xff\xfe\n", ["bad-log-line"]),
        (b"<<<<<<< HEAD\n=======\n>>>>>>> theirs\n", ["conflict-marker"] * 3),
        (b"9" * 10_000 + b"\n", ["bad-log-line"]),
    ],
)
def test_lines_that_are_no_json(data: bytes, codes: list[str]) -> None:
    assert [problem.code for problem in parse(data, "x/log.jsonl").problems] == codes


def test_both_know_the_event_by_the_same_name() -> None:
    assert shapes.EVENT == point.EVENT


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "a", "2024-11-01", "none", "x:1"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["start", "end", "note", "to", "base", "reason", "missing"]), inner, max_size=3
        )
    ),
    max_leaves=4,
)
KINDS = ("item", "check", "who", "date", "pin", "gate", "archive", "other")
EVENTS = st.fixed_dictionaries(
    {
        **{key: st.just(value) for key, value in HEAD.items()},
        "type": st.sampled_from(["done", "noted", "undone", "moved", "checked", "x"]),
    },
    optional={
        "key": st.builds("{}:{}".format, st.sampled_from(KINDS), st.sampled_from(["", "a", "D", "a:1"])),
        "after": VALUES,
        "value": VALUES,
        "item": VALUES,
        "touched": VALUES,
        "dropped": VALUES,
    },
)


@given(st.lists(EVENTS, max_size=4))
@example(
    [
        {**HEAD, "type": "done", "key": "pin:a", "after": []},
        {**HEAD, "type": "x", "key": "pin:a", "after": [], "value": {"start": "2024-11-01"}},
    ]
)
@settings(deadline=None, max_examples=400)
def test_whatever_passes_can_be_folded_and_told(events: list[dict[str, Any]]) -> None:
    progress = fold([{**event, "id": str(number)} for number, event in enumerate(events) if shapes.is_event(event)])
    for key, clash in progress.conflicts.items():
        assert told(key, clash, {}, "c").message("zh")
