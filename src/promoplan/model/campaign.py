"""`campaign.yaml`: what a team decided at `init`, and may change by hand."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from promoplan.model.fields import Day, Label, OfficialStamp, parse_when
from promoplan.rules.base import Strict, refuse
from promoplan.rules.span import DOTS
from promoplan.rules.stamp import FIRST_YEAR, LAST_YEAR, Reach, is_moment
from promoplan.rules.texts import flat
from promoplan.text import listed_names, once


def _word(value: Any) -> str:
    """A list is several choices."""
    if isinstance(value, list):
        return ", ".join(map(_word, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


Word = Annotated[str, BeforeValidator(_word)]
"""An input as it was written; the playbook says of which type it is."""


Person = Annotated[str, AfterValidator(flat)]


def _people(value: Any) -> Any:
    """One name, several in one text as on the command line, or a list of such texts."""
    if isinstance(value, str):
        return listed_names(value)
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return once(name for each in value for name in listed_names(each))
    return value


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


LONGEST = 366
"""Days of one range."""


def _spread(value: Any) -> Any:
    """Ranges as their days: `2027-02-01..2027-02-20`."""
    if not isinstance(value, list | tuple):
        return value
    return [day for entry in value for day in _range(entry)]


def _range(entry: Any) -> list[Any]:
    if not isinstance(entry, str) or DOTS not in entry:
        return [entry]
    reach = parse_when(entry, "UTC")
    if not isinstance(reach, Reach) or is_moment(reach.start) or reach.end is None:
        refuse("bad-stamp", text=entry)
    count = (reach.end - reach.start).days + 1
    if count > LONGEST:
        refuse("bad-stamp", text=entry)
    return [reach.start + timedelta(days=number) for number in range(count)]


class DaysOff(Strict):
    """Days off and days worked, as a notice or the team's own rule says."""

    off: Annotated[tuple[Day, ...], BeforeValidator(_spread)] = ()
    work: Annotated[tuple[Day, ...], BeforeValidator(_spread)] = ()


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
