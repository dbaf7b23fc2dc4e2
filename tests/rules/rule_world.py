"""What the tests of the rules share: a world that answers what a rule may ask, and slots as lines of text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from promoplan.rules.base import Missing, NoDate, Rule, Slot
from promoplan.rules.stamp import Reach, Stamp
from promoplan.rules.when import When
from promoplan.workdays import Workdays, china

SHANGHAI = ZoneInfo("Asia/Shanghai")
DOUBLE_11 = date(2024, 11, 11)


@dataclass
class World:
    """A `Dates` whose answers stand in the test."""

    event: date = DOUBLE_11
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    phase: str = "phase"
    """The phase of the task that is being dated."""
    true: tuple[str, ...] = ()
    """The conditions that hold."""
    left_out: tuple[str, ...] = ()
    zone: ZoneInfo = SHANGHAI
    workdays: Workdays = field(default_factory=lambda: china(2019, 2026))
    warned: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def reach(self, name: str) -> Reach:
        if name in self.left_out:
            raise Missing(name)
        return {"D": Reach(self.event, self.event), **self.reaches}[name]

    def home(self) -> Reach:
        return self.reaches[self.phase]

    def holds(self, condition: str) -> bool:
        return condition in self.true

    def warn(self, code: str, **args: Any) -> None:
        self.warned.append((code, args))


def reach(text: str, zone: ZoneInfo = SHANGHAI) -> Reach:
    """`2024-11-01..2024-11-10`, `2024-10-14 20:00`, `2024-11-12..` as a reach."""
    first, dots, last = text.partition("..")
    start = at(first, zone)
    return Reach(start, at(last, zone) if last else None if dots else start)


def at(text: str, zone: ZoneInfo = SHANGHAI) -> Stamp:
    """A day, or a moment on the clock of `zone`."""
    return datetime.fromisoformat(text).replace(tzinfo=zone) if " " in text else date.fromisoformat(text)


def rule(form: Any) -> Rule:
    """What a file writes at `when:`, read."""
    read: Rule = TypeAdapter(When).validate_python(form)
    return read


def dated(form: Any, world: World | None = None) -> list[str]:
    """The slots of a rule as lines: `mon2 2024-11-11`, `- 2024-11-01..2024-11-10`."""
    return lines(rule(form).slots(world or World()))


def lines(slots: Iterable[Slot]) -> list[str]:
    return [f"{slot.key or '-'} {window(slot.start, slot.end)}" for slot in slots]


def window(start: Stamp, end: Stamp | None) -> str:
    if start == end:
        return shown(start)
    return f"{shown(start)}..{shown(end) if end is not None else ''}"


def shown(stamp: Stamp) -> str:
    return stamp.isoformat(" ") if isinstance(stamp, datetime) else stamp.isoformat()


def refused(form: Any) -> list[tuple[str, int]]:
    """Code and offset of each fault that pydantic finds in a rule."""
    with pytest.raises(ValidationError) as caught:
        rule(form)
    return [(error["type"], error.get("ctx", {}).get("offset", 0)) for error in caught.value.errors()]


def refusal(read: Callable[[Any], object], value: Any) -> tuple[str, int]:
    """Code and offset with which a reader refuses a value."""
    with pytest.raises(PydanticCustomError) as caught:
        read(value)
    return caught.value.type, (caught.value.context or {})["offset"]


def undated(form: Any, world: World | None = None) -> tuple[str, dict[str, Any]]:
    """Code and data of the problem for a rule that leads to no date."""
    with pytest.raises(NoDate) as caught:
        rule(form).slots(world or World())
    return caught.value.code, caught.value.args_of
