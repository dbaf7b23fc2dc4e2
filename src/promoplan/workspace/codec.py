"""Plans as JSON and back: plain data of a closed set of classes, each written as `[name, field, …]`."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from promoplan.errors import Problem
from promoplan.model.plan import (
    AnchorDate,
    Card,
    Dropped,
    FigureValue,
    Item,
    PhaseSpan,
    Plan,
    Quantity,
    RedlineNote,
)
from promoplan.rules.stamp import Step
from promoplan.text import Text

CLASSES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        Plan,
        AnchorDate,
        PhaseSpan,
        Dropped,
        FigureValue,
        Quantity,
        RedlineNote,
        Card,
        Item,
        Step,
        Problem,
        Text,
    )
}
LEFT_OUT = {("Item", "state")}
"""What is worked out anew each time: progress is no part of a compiled plan."""

FIELDS: dict[str, tuple[str, ...]] = {
    name: tuple(
        field for field in getattr(kind, "_fields", None) or kind.__dataclass_fields__ if (name, field) not in LEFT_OUT
    )
    for name, kind in CLASSES.items()
}

SHAPE = str(FIELDS)
"""Changes when a class does, so that a plan written by another promoplan is not read."""


def encode(plan: Plan) -> list[Any]:
    """The cards, then the plan, whose items name their card by number."""
    cards: dict[int, int] = {}
    table: list[Any] = []
    for item in plan.items:
        if id(item.card) not in cards:
            cards[id(item.card)] = len(table)
            table.append(_plain(item.card, {}))
    return [table, _plain(plan, cards)]


def _plain(value: Any, cards: dict[int, int]) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if id(value) in cards:
        return ["#", cards[id(value)]]
    name = type(value).__name__
    if name in FIELDS:
        return [name, *(_plain(getattr(value, field), cards) for field in FIELDS[name])]
    match value:
        case datetime():
            return ["t", value.isoformat(), getattr(value.tzinfo, "key", "UTC")]
        case date():
            return ["d", value.isoformat()]
        case ZoneInfo():
            return ["z", value.key]
        case dict():
            return ["m", *([_plain(key, cards), _plain(entry, cards)] for key, entry in value.items())]
        case frozenset():
            return ["s", *(_plain(entry, cards) for entry in sorted(value))]
        case tuple() | list():
            return ["l", *(_plain(entry, cards) for entry in value)]
    raise TypeError(type(value))


def decode(data: list[Any]) -> Plan:
    """The plan; raises ValueError, KeyError or TypeError for data that `encode` did not write."""
    table, body = data
    cards = [_Decoder([]).value(card) for card in table]
    plan = _Decoder(cards).value(body)
    if not isinstance(plan, Plan):
        raise TypeError(type(plan))
    return plan


class _Decoder:
    """`_plain` backwards."""

    def __init__(self, cards: list[Any]) -> None:
        self.cards = cards
        self.makers: dict[str, Callable[[list[Any]], Any]] = {
            "#": lambda parts: self.cards[parts[1]],
            "t": lambda parts: datetime.fromisoformat(parts[1]).astimezone(ZoneInfo(parts[2])),
            "d": lambda parts: date.fromisoformat(parts[1]),
            "z": lambda parts: ZoneInfo(parts[1]),
            "m": lambda parts: {self.value(key): self.value(entry) for key, entry in parts[1:]},
            "s": lambda parts: frozenset(map(self.value, parts[1:])),
            "l": lambda parts: tuple(map(self.value, parts[1:])),
        }

    def value(self, data: Any) -> Any:
        if not isinstance(data, list):
            return data
        maker = self.makers.get(data[0])
        if maker is not None:
            return maker(data)
        return CLASSES[data[0]](*map(self.value, data[1:]))
