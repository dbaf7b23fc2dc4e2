"""Ticking off: the steps that `done`, `start`, `skip`, `block`, `reopen`, `note` and `check` share."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple
from zoneinfo import ZoneInfo

from promoplan.cli import parse, running, writing
from promoplan.cli.choosing import chosen
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine.events import Command
from promoplan.engine.telling import SAID
from promoplan.errors import usage
from promoplan.model.plan import Item
from promoplan.model.progress import STATUSES
from promoplan.text import Text, typed

ALREADY: Mapping[str, Text] = {
    "done": Text("已经完成了", "already done"),
    "started": Text("已经开始了", "already started"),
    "skipped": Text("已经跳过了", "already skipped"),
    "blocked": Text("已经卡住了", "already blocked"),
    "reopened": Text("本来就开着", "already open"),
}

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
    each, items = _items(session, deed._replace(on=_on(session, deed.on) if deed.on else None))
    on = each.today if deed.on else None
    if on and on > session.clock.today(CHINA):
        raise usage("day-to-come", text=on)
    who = writing.author(session, each, deed.by, on)
    wanted = STATUSES[deed.kind]
    changed = [item for item in items if item.state.status != wanted or item.state.others or deed.note]
    if changed:
        write = writing.write_dates if deed.kind == "reopened" else writing.write
        write(each, who, lambda command: command.status(deed.kind, changed, deed.note))
    for item in items:
        done_on = f" {running.words_of(session).day(on, each.plan, year=True)}" if on and item in changed else ""
        session.show(_line(session, item, SAID[deed.kind] if item in changed else ALREADY[deed.kind]) + done_on)
    for item in changed:
        _warn_of_needs(session, each, item, deed.kind, {other.card.task for other in changed})
        _warn_of_lines(session, each, item, deed)


def _on(session: Session, text: str) -> str:
    """The day a deed was done; of a day without a year the campaign tells the year."""
    return text if parse.SHORT.match(text.strip()) else parse.day(text, session.clock.today(CHINA)).isoformat()


def _items(session: Session, deed: Deed) -> tuple[Running, list[Item]]:
    """The items meant, in one campaign; each once."""
    each = running.to_write(session, deed.campaign, deed.on)
    return each, chosen(session, each, deed.items)


def _line(session: Session, item: Item, said: Text) -> str:
    return f"{said.of(session.lang)}: {item.card.title.of(session.lang)} ({item.id})"


def _warn_of_needs(session: Session, each: Running, item: Item, kind: str, closed: set[str]) -> None:
    """Closing or starting something whose needs are open is allowed, and said."""
    from promoplan.engine.lateness import open_items

    if kind not in {"done", "started"}:
        return
    still_open = open_items(each.plan)
    missing = [need for need in item.card.needs if need in still_open and need not in closed]
    if missing:
        titles = [f"{still_open[need][0].card.title.of(session.lang)} ({need})" for need in missing]
        names = running.words_of(session).listed(titles)
        session.show(session.say(f"  注意: 它要等的还没完成: {names}", f"  note: what it needs is still open: {names}"))


def _warn_of_lines(session: Session, each: Running, item: Item, deed: Deed) -> None:
    """A gate asks for the whole checklist of what is done."""
    card = item.card
    left = [str(number) for number in range(1, len(card.checklist) + 1) if number not in item.state.checked]
    if deed.kind == "done" and left and any(card.task in phase.gate for phase in each.plan.phases):
        where = f" -c {typed(deed.campaign)}" if deed.campaign else ""
        how = f"promoplan check {item.id} {' '.join(left)}{where}"
        count = len(left)
        lines = f"{count} line{'s' if count > 1 else ''}"
        session.show(
            session.say(
                f"  注意: 清单还有 {count} 条没勾, 不勾完过不了关口: {how}",
                f"  note: a gate asks for {lines} more of its checklist: {how}",
            )
        )


def note(session: Session, deed: Deed) -> None:
    """Write a note to an item."""
    if not deed.note.strip():
        raise usage("empty-note")
    each, items = _items(session, deed)
    writing.write(each, writing.author(session, each, deed.by), lambda command: command.note(items[0], deed.note))
    session.show(_line(session, items[0], Text("记下了", "noted")))


def check(session: Session, deed: Deed, numbers: Iterable[int], *, ticked: bool) -> None:
    """Tick or untick lines of a checklist, counted from 1."""
    from promoplan.engine.ticks import resolve
    from promoplan.views import progress
    from promoplan.views.table import pairs

    each, items = _items(session, deed)
    item, count = items[0], len(items[0].card.checklist)
    if not count:
        raise usage("nothing-to-tick", name=item.card.title)
    wanted = list(numbers)
    wrong = next((number for number in wanted if not 1 <= number <= count), None)
    if wrong is not None:
        raise usage("no-line", name=item.id, number=wrong, count=count)

    keys = resolve(item.card.checklist, each.campaign.progress.ticks.get(item.id, ())).keys

    def fill(command: Command) -> None:
        for number in dict.fromkeys(wanted):
            if ticked and number not in keys:
                command.tick(item, number)
            for key in () if ticked else keys.get(number, ()):
                command.untick(key)

    writing.write(each, writing.author(session, each, deed.by), fill)
    checked = item.state.checked | set(wanted) if ticked else item.state.checked - set(wanted)
    now = replace(item, state=item.state._replace(checked=checked))
    words = running.words_of(session)
    session.show(f"{item.card.title.of(session.lang)} ({item.id})")
    session.show(pairs(progress.checklist([now], running.seen(session, each))), *progress.lost([now], words))
