"""A command over several campaigns: what each of them has, and one after the other on the screen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.errors import PromoplanError
from promoplan.model.plan import Item, Plan

Where = TypeVar("Where")
Found = TypeVar("Found")

ABSENT = frozenset(
    {"unknown-item", "unknown-role", "unknown-phase", "unknown-board", "no-script", "script-left-out", "no-blank"}
)
"""Faults that only say that one campaign does not have a thing; another may."""


def wherever(places: Iterable[Where], look: Callable[[Where], Found]) -> list[tuple[Where, Found]]:
    """What `look` finds in each campaign that has it.

    Raises PromoplanError when none has it, or when in one of them it stays open what is meant.
    """
    there: list[tuple[Where, Found]] = []
    missing: list[PromoplanError] = []
    for each in places:
        try:
            there.append((each, look(each)))
        except PromoplanError as error:
            if any(problem.code not in ABSENT for problem in error.problems):
                raise
            missing.append(error)
    if not there:
        raise missing[0]
    return there


def listed(found: Iterable[tuple[Running, list[Item]]]) -> list[tuple[str, Plan, date, list[Item]]]:
    """Items of several campaigns as exports take them: each with whose they are and which day it is."""
    return [(each.campaign.name, each.plan, each.today, items) for each, items in found]


def show_blocks(session: Session, blocks: Iterable[Iterable[object]]) -> None:
    """Several campaigns, an empty line between them."""
    for number, block in enumerate(blocks):
        if number:
            session.show("")
        session.show(*block)


def show_named(session: Session, blocks: Sequence[tuple[Running, Iterable[object]]]) -> None:
    """The same for blocks that do not say themselves whose they are: of several, each under its campaign's name."""
    if len(blocks) == 1:
        session.show(*blocks[0][1])
        return
    show_blocks(session, ([f"[ {each.campaign.name} ]", *block] for each, block in blocks))
