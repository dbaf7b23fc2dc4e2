"""Work under an id that is gone: what it may be called now, and when nothing is said."""

import pytest
from small_books import book, plan_of

from promoplan.engine.missed import missed
from promoplan.model.progress import Progress, State, Tick

PLAN = plan_of(
    book(
        [
            {"id": "pick-goods", "when": "D-3", "title": {"zh": "选品", "en": "Pick"}},
            {"id": "watch", "when": {"every": "day", "in": "D-3..D-2"}},
        ]
    )
)


def told(progress: Progress) -> str:
    """The ids as they are named; nothing where nothing is said."""
    problem = missed(PLAN, progress)
    return problem.args["names"].en if problem else ""


@pytest.mark.parametrize(
    ("progress", "names"),
    [
        (Progress(states={"pick-good": State("done")}), "pick-good (now pick-goods?)"),
        (Progress(ticks={"pick-good": (Tick("a", 1, "k"),)}), "pick-good (now pick-goods?)"),
        (Progress(checked={"pick-good": frozenset({1})}), "pick-good (now pick-goods?)"),
        (Progress(notes={"watching@D-3": ({},)}), "watching (now watch?)"),
        (Progress(states={"x1": State("done")}), "x1"),
        (Progress(states={f"x{n}": State("done") for n in range(1, 6)}), "x1, x2, x3 and 2 more"),
        (Progress(states={"pick-good": State("open")}), ""),
        (Progress(states={"pick-goods": State("done"), "watch@gone": State("done")}), ""),
        (Progress(states={"pick-good": State("done"), "pick-goods": State("done")}), "pick-good"),
        (Progress(states={"x1": State("done")}, cancelled={"x1": {"title": "Pick"}}), "x1 (now pick-goods?)"),
        (
            Progress(
                states={"x1": State("done")}, cancelled={"x1@1": {"title": {"zh": "选品 · 第 1 次", "en": "Old"}}}
            ),
            "x1 (now pick-goods?)",
        ),
        (Progress(states={"x1": State("done")}, cancelled={"x1": {"title": {"zh": "别的", "en": "Other"}}}), ""),
    ],
)
def test_what_is_missed(progress: Progress, names: str) -> None:
    assert told(progress) == names
