"""Names in the log under today's ids."""

from typing import Any

import pytest

from promoplan.engine.renamed import renamed

KNOWN = {"faq": "answers", "presale": "deposits", "warm": "preheat", "sales": "wrong"}


@pytest.mark.parametrize(
    ("event", "now"),
    [
        ({"key": "item:faq"}, {"key": "item:answers"}),
        ({"key": "item:faq@mon1"}, {"key": "item:answers@mon1"}),
        ({"key": "item:faq-more"}, {"key": "item:faq-more"}),
        ({"key": "check:faq:2"}, {"key": "check:answers:2"}),
        ({"key": "tick:faq@w1:1:faq: faq"}, {"key": "tick:answers@w1:1:faq: faq"}),
        ({"key": "pin:faq@w2"}, {"key": "pin:answers@w2"}),
        ({"key": "who:item:faq"}, {"key": "who:item:answers"}),
        ({"key": "who:sales"}, {"key": "who:sales"}),
        ({"key": "date:presale"}, {"key": "date:deposits"}),
        ({"key": "gate:warm"}, {"key": "gate:preheat"}),
        ({"key": "archive:"}, {"key": "archive:"}),
        ({"item": "faq@d3", "value": "faq"}, {"item": "answers@d3", "value": "faq"}),
        ({"touched": ["faq", "anchor.presale", 7]}, {"touched": ["answers", "anchor.deposits", 7]}),
        ({"dropped": {"faq@w3": {"title": "faq"}}}, {"dropped": {"answers@w3": {"title": "faq"}}}),
        (
            {"key": 7, "item": None, "touched": "faq", "dropped": []},
            {"key": 7, "item": None, "touched": "faq", "dropped": []},
        ),
    ],
)
def test_ids_and_nothing_else_are_renamed(event: dict[str, Any], now: dict[str, Any]) -> None:
    assert list(renamed([event], KNOWN)) == [now]
