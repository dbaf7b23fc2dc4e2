"""The steps of `pin` and `unpin`."""

from collections.abc import Iterable

from promoplan.cli import running, writing
from promoplan.cli.choosing import chosen
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine.events import Command, dates
from promoplan.model.plan import Item
from promoplan.text import Text
from promoplan.workspace.campaign import plan_of


def pin(session: Session, words: Iterable[str], by: str | None, name: str | None) -> None:
    """Fix items at the dates they have; those that are fixed already are only mentioned."""
    each, items = _items(session, words, name)
    new = [item for item in items if not item.state.is_pinned or _is_disputed(each, item)]

    def fill(command: Command) -> None:
        for item in new:
            command.pin(item.id, {**dates(item), "held": True})

    if new:
        writing.write(each, writing.author(session, each, by), fill)
    for item in items:
        said = Text("已钉住", "pinned") if item in new else Text("早已钉住", "already pinned")
        _told(session, each, item, said)


def unpin(session: Session, words: Iterable[str], by: str | None, name: str | None) -> None:
    """Let items go where their rule puts them."""
    each, items = _items(session, words, name)
    pinned = [item for item in items if item.state.is_pinned or _is_disputed(each, item)]

    def fill(command: Command) -> None:
        for item in pinned:
            command.pin(item.id, None)

    if pinned:
        writing.write_dates(each, writing.author(session, each, by), fill)
    rules = {item.id: item for item in plan_of(each.campaign.folder, each.campaign.progress).plan.items}
    for item in items:
        now = item if item.state.is_closed else rules[item.id]
        said = Text("已放开", "unpinned") if item in pinned else Text("本来就没钉住", "not pinned")
        _told(session, each, now, said)


def _is_disputed(each: Running, item: Item) -> bool:
    return each.campaign.progress.is_disputed(f"pin:{item.id}")


def _items(session: Session, words: Iterable[str], name: str | None) -> tuple[Running, list[Item]]:
    """The items meant, each once; nothing is written if one is not found."""
    each = running.to_write(session, name)
    return each, chosen(session, each, words)


def _told(session: Session, each: Running, item: Item, said: Text) -> None:
    words = running.words_of(session)
    dated = words.window(item.start, item.end, each.plan)
    session.show(f"{words.of(said)}: {words.title(item)} ({item.id}) {dated}")
