"""The shipped promotions file: whole, bilingual, sourced, and in step with the playbooks."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from promoplan.engine import choices
from promoplan.errors import PromoplanError
from promoplan.library import promotions as shipped_promotions
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.promotions import Promotion
from promoplan.rules.yearday import YearDay
from promoplan.text import Text

KNOWN = shipped_promotions.promotions()

WANTED = {
    "new-year-goods", "spring-open", "valentine", "queens-day", "march-expo", "mid-year", "qixi", "autumn-arrivals",
    "ideal-life", "september", "double11", "double12", "year-end",
}  # fmt: skip


def texts(value: Any) -> Iterator[Text]:
    """Every text below a model."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, tuple) and not isinstance(value, YearDay):
        for each in value:
            yield from texts(each)
    elif hasattr(value, "model_fields_set"):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))


def test_the_promotions_a_shop_plans_for_are_there_once() -> None:
    ids = [promotion.id for promotion in KNOWN.promotions]
    assert len(ids) == len(set(ids))
    assert set(ids) == WANTED


def test_every_text_is_in_both_languages() -> None:
    found = list(texts(KNOWN))
    assert len(found) > 45
    for text in found:
        assert text.zh, text
        assert text.en, text
        assert text.en.isascii(), text
        assert text.zh.encode("gbk"), text


@pytest.mark.parametrize("promotion", KNOWN.promotions, ids=lambda promotion: promotion.id)
def test_every_date_has_a_source(promotion: Promotion) -> None:
    assert promotion.source in KNOWN.sources
    assert all(schedule.source for schedule in promotion.official)
    years = [schedule.year for schedule in promotion.official]
    assert years == sorted(set(years))
    assert all(promotion.is_held(year) for year in years)
    assert promotion.confirm is not None


@pytest.mark.parametrize("promotion", KNOWN.promotions, ids=lambda promotion: promotion.id)
def test_the_playbook_exists_and_takes_what_the_calendar_gives_it(promotion: Promotion) -> None:
    serving = promotion.playbook
    assert serving is not None
    path = shipped.path(serving.name)
    assert path is not None, f"no playbook {serving.name}"
    playbook = load(path).playbook
    assert serving.opens_at is None or serving.opens_at in playbook.anchors
    for schedule in promotion.official:
        chosen = choices.Choices(playbook.event.reference, schedule.anchors, serving.inputs)
        assert choices.options(playbook, chosen)[1] == []
    assert choices.options(playbook, choices.Choices(playbook.event.reference, {}, serving.inputs))[1] == []


def test_a_playbook_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "path", lambda _name: None)
    with pytest.raises(PromoplanError) as raised:
        shipped_promotions.playbooks_of(KNOWN)
    assert raised.value.problems[0].code == "unknown-playbook"


GOOD = {
    "id": "fair", "title": "Fair", "market": "tmall", "day": "05-20", "set_by": "calendar", "source": "press",
    "playbook": {"name": "winback"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"day": "5-20"}, "bad-month-day"),
        ({"day": "13-01"}, "bad-month-day"),
        ({"day": "lunar 01-31"}, "bad-month-day"),
        ({"day": "lunar 01-01 -25"}, "bad-month-day"),
        ({"playbook": None}, "missing-key"),
        ({"lead": {"days": 9, "reason": "x"}}, "missing-key"),
        ({"set_by": "platform"}, "missing-key"),
        ({"market": "jd"}, "literal_error"),
        ({"dayy": "05-20"}, "extra_forbidden"),
        ({"source": ""}, "string_too_short"),
    ],
)
def test_faults_of_the_file_are_refused(change: dict[str, object], code: str) -> None:
    Promotion.model_validate(GOOD)
    with pytest.raises(ValidationError) as raised:
        Promotion.model_validate(GOOD | change)
    assert [error["type"] for error in raised.value.errors()] == [code]


def test_lunar_days_are_looked_up_only_for_the_calendar() -> None:
    code = "import sys; import promoplan.engine.yearbook; assert not [m for m in sys.modules if m.startswith('borax')]"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_the_file_lies_inside_the_package() -> None:
    package = Path(shipped_promotions.__file__).parent
    assert package / "promotions.yaml" == shipped_promotions.FILE
    assert shipped_promotions.FILE.is_file()
