"""`campaign.yaml`: what a team decided at `init`, and may change by hand."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from promoplan.model.fields import Day, Label, OfficialStamp
from promoplan.rules.base import Strict, refuse
from promoplan.rules.stamp import FIRST_YEAR, LAST_YEAR
from promoplan.rules.texts import flat

Word = Annotated[str, BeforeValidator(lambda value: str(value).lower() if isinstance(value, bool) else str(value))]
"""An input as it was written; the playbook says of which type it is."""


Person = Annotated[str, AfterValidator(flat)]


def _people(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _moment(text: str) -> str:
    """A date-time with its offset: without one it is another moment on each machine."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        refuse("bad-created", text=text)
    return text


class PlaybookName(Strict):
    """Which playbook the campaign's own copy was taken from."""

    name: str
    version: Label


class DaysOff(Strict):
    """Days off and days worked, as a notice or the team's own rule says."""

    off: tuple[Day, ...] = ()
    work: tuple[Day, ...] = ()


class CampaignFile(Strict):
    """The file itself."""

    format: Literal[1]
    name: str
    id: str
    """Part of every calendar UID; stays when the folder is renamed."""
    created: Annotated[str, AfterValidator(_moment)]
    """When `init` ran, ISO date-time in UTC; the time stamp of calendar entries nobody has changed."""
    playbook: PlaybookName
    event: Day
    anchors: dict[str, OfficialStamp] = Field(default_factory=dict)
    inputs: dict[str, Word] = Field(default_factory=dict)
    people: dict[str, Annotated[tuple[Person, ...], BeforeValidator(_people)]] = Field(default_factory=dict)
    calendar: DaysOff = DaysOff()
