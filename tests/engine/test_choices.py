"""What a person chose, as options of a plan."""

from datetime import date
from typing import Any

import pytest
from small_books import DOUBLE_11, anchor, at, book, shown

from promoplan.engine.choices import Choices, options
from promoplan.model.options import Options
from promoplan.rules.stamp import Reach
from promoplan.text import Text

BOOK = book(
    anchors={"presale": anchor("D-28 20:00", optional=True), "wave1": anchor("D-11")},
    inputs={
        "target": {"type": "money", "title": "Target", "default": 100000},
        "venue": {"type": "choice", "title": "Venue", "default": "rts", "choices": {"rts": "Ready", "open": "Open"}},
    },
)


def chosen(event: date = DOUBLE_11, anchors: dict[str, str] | None = None, **inputs: str) -> tuple[Options, list[Any]]:
    found, problems = options(BOOK, Choices(event, anchors or {}, inputs))
    return found, [(p.code, dict(p.args), p.path, list(p.near)) for p in problems]


def test_texts_become_dates_and_values() -> None:
    found, problems = options(
        BOOK,
        Choices(
            DOUBLE_11, {"presale": "2024-10-14T20:00", "wave1": "2024-10-31"}, {"target": "10万", "venue": "Open"},
            [date(2024, 11, 12)], [date(2024, 11, 16)],
        ),
    )  # fmt: skip
    assert problems == []
    assert found == Options(
        DOUBLE_11,
        {"presale": at("2024-10-14 20:00"), "wave1": date(2024, 10, 31)},
        {"target": 100000.0, "venue": "open"},
        frozenset({date(2024, 11, 12)}),
        frozenset({date(2024, 11, 16)}),
    )


def test_nothing_chosen_is_nothing_set() -> None:
    assert chosen() == (Options(DOUBLE_11), [])


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-10-14", "2024-10-14"),
        (" 2024-10-14 20:00 ", "2024-10-14 20:00:00+08:00"),
        ("2024-10-14T20:00:30", "2024-10-14 20:00:30+08:00"),
        ("2024-10-14 24:00", "2024-10-15 00:00:00+08:00"),
        ("2024-10-14 20:00 UTC", "2024-10-15 04:00:00+08:00"),
        ("2024-10-14T20:00 Asia/Tokyo", "2024-10-14 19:00:00+08:00"),
        ("2024-11-03 00:00 America/Los_Angeles", "2024-11-03 15:00:00+08:00"),
        ("2024-11-04 00:00 America/Los_Angeles", "2024-11-04 16:00:00+08:00"),
        ("2024-12-31 24:00", "2025-01-01 00:00:00+08:00"),
    ],
)
def test_an_anchor_is_a_day_or_a_moment(text: str, moment: str) -> None:
    found, problems = chosen(anchors={"presale": text})
    stamp = found.anchors["presale"]
    assert not isinstance(stamp, Reach)
    assert (stamp and shown(stamp), problems) == (moment, [])


@pytest.mark.parametrize(
    "text",
    ["", "soon", "D-28", "10-14", "2024-02-30", "2024-10-14 25:00", "2024-10-14+1d", "presale", "2024-10-14 20:00 X/Y"],
)
def test_no_other_text_is_a_date(text: str) -> None:
    _, problems = chosen(anchors={"presale": text})
    assert problems == [("bad-stamp", {"text": text}, ("anchors", "presale"), [])]


def test_an_optional_anchor_may_be_dropped() -> None:
    found, problems = chosen(anchors={"presale": "none"})
    assert (found.anchors, problems) == ({"presale": None}, [])


def test_other_anchors_may_not() -> None:
    assert chosen(anchors={"wave1": "none"})[1] == [("not-optional", {"name": "wave1"}, ("anchors", "wave1"), [])]


def test_names_that_are_not_there_get_the_nearest() -> None:
    _, problems = chosen(anchors={"presael": "none"}, traget="1")
    assert problems == [
        ("no-anchor", {"name": "presael"}, ("anchors", "presael"), ["presale"]),
        ("unknown-input", {"name": "traget"}, ("inputs", "traget"), ["target"]),
    ]


def test_a_wrong_value_says_what_is_right_in_both_languages() -> None:
    _, [(code, args, path, _)] = chosen(venue="rst")
    assert (code, args["name"], path) == ("bad-input", "venue", ("inputs", "venue"))
    assert args["detail"] == Text(
        "没有 rst 这个选项, 可选: rts (Ready), open (Open)", "rst is no choice; take one of rts (Ready), open (Open)"
    )


def test_every_wrong_choice_is_named_at_once() -> None:
    _, problems = chosen(date(1999, 2, 28), {"presale": "x", "wave1": "none"}, target="many", venue="rst")
    assert [code for code, *_ in problems] == [
        "year-out-of-range",
        "bad-stamp",
        "not-optional",
        "bad-input",
        "bad-input",
    ]


@pytest.mark.parametrize(
    ("event", "instead"),
    [
        (date(1999, 12, 31), date(2000, 12, 28)),
        (date(2100, 2, 28), date(2000, 2, 28)),
        (date(9999, 12, 31), date(2000, 12, 28)),
    ],
)
def test_a_year_too_far_away_is_named(event: date, instead: date) -> None:
    found, problems = chosen(event)
    assert problems == [("year-out-of-range", {"text": event, "first": 2000, "last": 2099}, ("event",), [])]
    assert found.event == instead


@pytest.mark.parametrize("event", [date(2000, 1, 1), date(2099, 12, 31), date(2024, 2, 29)])
def test_a_year_of_this_century_is_fine(event: date) -> None:
    assert chosen(event) == (Options(event), [])
