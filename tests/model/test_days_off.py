"""Days off of `campaign.yaml`: single days and ranges."""

from datetime import date

import pytest
from pydantic import ValidationError

from promoplan.model.campaign import DaysOff


def test_a_range_is_all_its_days() -> None:
    found = DaysOff.model_validate(
        {"off": ["2027-02-01..2027-02-03", "2026-12-31..2027-01-01", "2027-05-01"], "work": ["2027-02-06..2027-02-06"]}
    )
    assert [day.isoformat() for day in found.off] == [
        "2027-02-01", "2027-02-02", "2027-02-03", "2026-12-31", "2027-01-01", "2027-05-01"
    ]  # fmt: skip
    assert found.work == (date(2027, 2, 6),)


@pytest.mark.parametrize(
    "text",
    ["2027-02-03..2027-02-01", "2027-02-01..", "2027-02-01..2029-02-01", "2027-02-01 10:00..2027-02-02 11:00", "a..b"],
)
def test_what_is_no_range_of_days_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        DaysOff.model_validate({"off": [text]})
