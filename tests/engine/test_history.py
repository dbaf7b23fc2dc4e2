"""What a calendar has shown, shows no more, and must show anew."""

from datetime import UTC, datetime

import pytest
from small_books import anchor, at, book, plan_of

from promoplan.engine.history import Gone, changed, gone, shown, touched
from promoplan.model.progress import Progress, State
from promoplan.text import Text

BOOK = book(["poster: D-20", "remind: presale+1h"], anchors={"presale": anchor("D-28 20:00", optional=True)})
HELD = plan_of(BOOK)
NONE = plan_of(BOOK, anchors={"presale": None})
RECORD = {"start": "2024-10-14T21:00:00+08:00", "end": None, "title": {"zh": "提醒", "en": "Remind"}, "roles": ["ops"]}
DROPPED = Progress(cancelled={"remind": {**RECORD, "phase": "preheat"}})
DONE = State("done", "2024-10-15T02:00:00+00:00")
MADE = datetime(2024, 9, 1, tzinfo=UTC)


def test_what_left_the_plan_is_known_from_the_log() -> None:
    start = at("2024-10-14 21:00")
    assert gone(NONE, DROPPED) == [
        Gone("remind", Text("提醒", "Remind"), start, None, frozenset({"ops"}), "preheat", State())
    ]
    assert gone(HELD, DROPPED) == []


@pytest.mark.parametrize(
    ("title", "told"),
    [("Remind", Text.same("Remind")), (None, Text.same("presale")), ({"zh": "提醒"}, Text.same("presale"))],
)
def test_a_log_that_tells_little_is_enough(title: object, told: Text) -> None:
    progress = Progress(cancelled={"anchor.presale": {"start": "2024-10-14", "title": title}})
    assert gone(NONE, progress) == [
        Gone("anchor.presale", told, at("2024-10-14"), None, frozenset(), "", State())
    ]  # fmt: skip


def test_a_calendar_is_touched_by_dates_and_by_coming_and_going() -> None:
    before = shown(HELD, Progress())
    assert touched(before, before) == []
    assert touched(before, shown(plan_of(BOOK, anchors={"presale": at("2024-10-15 20:00")}), Progress())) == [
        "remind", "anchor.presale",
    ]  # fmt: skip
    assert touched(before, shown(NONE, DROPPED)) == ["remind", "anchor.presale"]
    assert touched(shown(NONE, DROPPED), before) == ["remind", "anchor.presale"]


def test_what_was_closed_before_it_left_has_happened() -> None:
    records = {"remind": {**RECORD, "end": "2024-10-14T21:00:00+08:00"}}
    closed = Progress(states={"remind": DONE}, cancelled=records)
    assert touched(shown(HELD, closed), shown(NONE, closed)) == ["anchor.presale"]
    assert touched(shown(NONE, closed), shown(NONE, Progress(cancelled=records))) == ["remind"]


@pytest.mark.parametrize(
    ("revised", "state", "wanted"),
    [
        ("", State(), MADE),
        ("2024-10-20T01:30:00+00:00", State(), datetime(2024, 10, 20, 1, 30, tzinfo=UTC)),
        ("2024-10-20T01:30:00+00:00", DONE, datetime(2024, 10, 20, 1, 30, tzinfo=UTC)),
        ("", DONE, datetime(2024, 10, 15, 2, tzinfo=UTC)),
        ("2024-08-01T00:00:00+00:00", State(), MADE),
        ("yesterday", State(at="2024-10-20"), MADE),
    ],
)
def test_an_entry_changed_when_the_log_last_says_so(revised: str, state: State, wanted: datetime) -> None:
    progress = Progress(revised={"remind": revised} if revised else {})
    assert changed(["remind"], state, progress, MADE) == wanted
