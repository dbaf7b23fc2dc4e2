"""The promotions of a shop's year, as `library/promotions.yaml` lists them: validated, frozen."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from promoplan.model.fields import BookId, Id, OfficialStamp, Zone
from promoplan.model.playbook import Source
from promoplan.rules.base import Strict, refuse
from promoplan.rules.texts import TextField
from promoplan.rules.yearday import YearDay, parse_year_day
from promoplan.text import Text

Market = Literal["tmall", "alibaba"]

MARKETS: dict[Market, Text] = {
    "tmall": Text("天猫淘宝", "Tmall and Taobao"),
    "alibaba": Text("阿里国际站", "Alibaba.com"),
}

YearDayField = Annotated[YearDay, BeforeValidator(parse_year_day), WithJsonSchema({"type": "string"})]

Year = Annotated[int, Field(ge=2000, le=2099)]


class Schedule(Strict):
    """What is on record for one year; a missing end is the promotion's usual one."""

    year: Year
    opens: OfficialStamp | None = Field(default=None, alias="from")
    closes: OfficialStamp | None = Field(default=None, alias="to")
    anchors: dict[Id, OfficialStamp] = Field(default_factory=dict)
    """The same dates as anchors of the playbook that serves, for `init --anchor`."""
    source: str
    note: TextField | None = None


class Serving(Strict):
    """The playbook that serves a promotion, and how `init` is to be called."""

    name: BookId
    inputs: dict[str, str] = Field(default_factory=dict, alias="set")
    event: Literal["opens", "day"] = "opens"
    """What the playbook calls D: the first day of the promotion or its main day."""
    opens_at: Id | None = None
    """The playbook's anchor at which the promotion opens, in years for which its date is on record."""
    note: TextField | None = None


class Lead(Strict):
    """Preparation without a playbook: so many days before, and why so many."""

    days: Annotated[int, Field(ge=1, le=366)]
    reason: TextField


class Promotion(Strict):
    """One promotion of the year. Without `day` the platform sets a date that nothing is known about."""

    id: Id
    title: TextField
    market: Market
    day: YearDayField | None = None
    to: YearDayField | None = None
    """Its last day, when it is longer than one."""
    after: YearDayField | None = None
    before: YearDayField | None = None
    """Between which days it lies, when only that is known."""
    zone: Zone = "Asia/Shanghai"
    """The clock on which its days begin and end."""
    set_by: Literal["calendar", "platform"]
    """Whether the calendar fixes its day, or the platform does, so that a date from a rule must be confirmed."""
    first_year: Year | None = None
    last_year: Year | None = None
    confirm: TextField | None = None
    """What the year's own notice must confirm."""
    official: tuple[Schedule, ...] = ()
    playbook: Serving | None = None
    lead: Lead | None = None
    note: TextField | None = None
    source: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _is_whole(self) -> "Promotion":
        if (self.playbook is None) == (self.lead is None):
            refuse("missing-key", key="playbook")
        if self.set_by == "platform" and self.confirm is None:
            refuse("missing-key", key="confirm")
        return self

    def is_held(self, year: int) -> bool:
        return (self.first_year or year) <= year <= (self.last_year or year)


class Festival(Strict):
    """A day that shops plan around without a promotion of its own."""

    title: TextField
    day: YearDayField
    source: str


class Promotions(Strict):
    """The whole file."""

    format: Literal[1]
    sources: dict[Id, Source]
    promotions: tuple[Promotion, ...]
    festivals: tuple[Festival, ...]
