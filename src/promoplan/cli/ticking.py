"""Ticking off: the steps that `done`, `start`, `skip`, `block`, `reopen`, `note` and `check` share."""

from collections.abc import Iterable
from typing import NamedTuple
from zoneinfo import ZoneInfo

from promoplan.cli import parse, running, writing
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine.events import Command
from promoplan.engine.pick import pick
from promoplan.engine.telling import SAID
from promoplan.errors import usage
from promoplan.model.plan import Item
from promoplan.model.progress import STATUSES
from promoplan.text import Text

CHINA = ZoneInfo("Asia/Shanghai")
"""Whose calendar `--on 10-18` is read on, before the campaign is known."""


class Deed(NamedTuple):
    """What was asked for on the command line."""

    kind: str
    items: list[str]
    note: str = ""
    by: str | None = None
    on: str | None = None
    campaign: str | None = None


def tick(session: Session, deed: Deed) -> None:
    """Give items a status; those that have it already are only mentioned. Nothing is written if one is not found."""
    on = parse.day(deed.on, session.clock.today(CHINA), past=True) if deed.on else None
    each, items = _items(session, deed._replace(on=on.isoformat() if on else None))
    who = writing.author(session, each, deed.by, on)
    wanted = STATUSES[deed.kind]
    changed = [item for item in items if item.state.status != wanted or item.state.others or deed.note]
    if changed:
        write = writing.write_dates if deed.kind == "reopened" else writing.write
        write(each, who, lambda command: command.status(deed.kind, changed, deed.note))
    for item in items:
        session.show(_line(session, item, SAID[deed.kind], already=item not in changed))
    for item in changed:
        _warn_of_needs(session, each, item, deed.kind, {other.card.task for other in changed})


def _items(session: Session, deed: Deed) -> tuple[Running, list[Item]]:
    """The items meant, in one campaign; each once."""
    each = running.to_write(session, deed.campaign, deed.on)
    found = {item.id: item for item in (pick(each.plan, word, each.today) for word in deed.items)}
    return each, list(found.values())


def _line(session: Session, item: Item, said: Text, *, already: bool) -> str:
    before = session.say("早已", "already ") if already else ""
    return f"{before}{said.of(session.lang)}: {item.card.title.of(session.lang)} ({item.id})"


def _warn_of_needs(session: Session, each: Running, item: Item, kind: str, closed: set[str]) -> None:
    """Closing or starting something whose needs are open is allowed, and said."""
    from promoplan.engine.lateness import open_items

    if kind not in {"done", "started"}:
        return
    still_open = open_items(each.plan)
    missing = [need for need in item.card.needs if need in still_open and need not in closed]
    if missing:
        names = ", ".join(missing)
        session.show(session.say(f"  注意: 它要等的还没完成: {names}", f"  note: what it needs is still open: {names}"))


def note(session: Session, deed: Deed) -> None:
    """Write a note to an item."""
    if not deed.note.strip():
        raise usage("empty-note")
    each, items = _items(session, deed)
    writing.write(each, writing.author(session, each, deed.by), lambda command: command.note(items[0], deed.note))
    session.show(_line(session, items[0], Text("记下了", "noted"), already=False))


def check(session: Session, deed: Deed, numbers: Iterable[int], *, ticked: bool) -> None:
    """Tick or untick lines of a checklist, counted from 1."""
    each, items = _items(session, deed)
    item, lines = items[0], items[0].card.checklist
    wanted = list(numbers)
    wrong = next((number for number in wanted if not 1 <= number <= len(lines)), None)
    if wrong is not None:
        raise usage("no-line", name=item.id, number=wrong, count=len(lines))

    def fill(command: Command) -> None:
        for number in wanted:
            command.check(item, number, ticked=ticked)

    writing.write(each, writing.author(session, each, deed.by), fill)
    checked = item.state.checked | set(wanted) if ticked else item.state.checked - set(wanted)
    for number, text in enumerate(lines, 1):
        session.show(f"  [{'x' if number in checked else ' '}] {number}. {text.of(session.lang)}")
