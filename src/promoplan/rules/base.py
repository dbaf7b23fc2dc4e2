"""What every rule is, what it is given, and what it gives back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, NamedTuple, NoReturn, Protocol
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

from promoplan.rules.stamp import Reach, Stamp, Steps
from promoplan.text import Text
from promoplan.workdays import Workdays

ID = r"[a-z][a-z0-9_]*(?:-[a-z][a-z0-9_]*)*"
"""An id: each part between hyphens starts with a letter, so that `presale-3d` is three days before `presale`."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One dated time that a rule gives. The key does not depend on the date; `None` is a rule's only slot."""

    key: str | None
    start: Stamp
    end: Stamp | None
    label: Text | None = None
    steps: Steps = ()


class Dates(Protocol):
    """What a rule may ask while it looks for its dates."""

    @property
    def zone(self) -> ZoneInfo: ...

    @property
    def workdays(self) -> Workdays: ...

    @property
    def event(self) -> date:
        """Day `D`."""
        ...

    def reach(self, name: str) -> Reach:
        """When an anchor, a phase or another task is; raises `Missing` when this plan has none of it."""
        ...

    def home(self) -> Reach:
        """The phase of the task that is being dated."""
        ...

    def holds(self, condition: str) -> bool:
        """Whether a condition on the campaign's inputs is true."""
        ...

    def warn(self, code: str, **args: Any) -> None:
        """Say that a rule could not be followed to the letter."""
        ...


class Missing(Exception):
    """A rule hangs on something that this plan does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoDate(Exception):
    """A rule that leads to no date; the code and data of the problem."""

    def __init__(self, code: str, **args: Any) -> None:
        super().__init__(code)
        self.code = code
        self.args_of = args


class Ref(NamedTuple):
    """A name that a rule uses, and how far into the rule's text it stands."""

    name: str
    edge: str
    offset: int


MOST = 4000
"""Items of one task: ten years of days, or four months of hourly shifts. More are a slip of the pen."""


def at_most(slots: Iterable[Slot]) -> list[Slot]:
    """All slots of a rule, made one by one; raises `NoDate` once they are too many for one task."""
    found = list(islice(slots, MOST + 1))
    if len(found) > MOST:
        raise NoDate("too-many-items", most=MOST)
    return found


class Rule(Protocol):
    """One form of `when`."""

    def slots(self, dates: Dates) -> list[Slot]: ...

    def refs(self) -> Iterator[Ref]: ...

    def __str__(self) -> str:
        """The rule as its author wrote it."""
        ...


class Strict(BaseModel):
    """A mapping of the format: frozen, no unknown keys, no silent conversions."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class OneOrMany:
    """Marks a list that may also be written as its only entry: an editor that knows the schema must not object."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


def refuse(code: str, offset: int = 0, **args: Any) -> NoReturn:
    """Tell pydantic that a value is wrong, by a code of `errors.MESSAGES`."""
    raise PydanticCustomError(code, code, {**args, "offset": offset})
