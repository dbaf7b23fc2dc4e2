"""The items that a command which writes is about: named in full, or on a terminal asked for."""

from collections.abc import Iterable

import typer

from promoplan.cli.asking import confirmed
from promoplan.cli.running import Running, words_of
from promoplan.cli.session import Session
from promoplan.engine.calling import is_part
from promoplan.engine.pick import pick
from promoplan.errors import INTERRUPTED
from promoplan.model.plan import Item


def chosen(session: Session, each: Running, words: Iterable[str]) -> list[Item]:
    """The items meant, each once; raises PromoplanError when one is not found, and exits when one was not meant."""
    found: dict[str, Item] = {}
    for word in words:
        item = pick(each.plan, word, each.today)
        if item.id not in found and session.asks() and is_part([item], word):
            _ask(session, item)
        found[item.id] = item
    return list(found.values())


def _ask(session: Session, item: Item) -> None:
    """Go on only when somebody says that a part of a title means this task."""
    title = words_of(session).title(item)
    if not confirmed(session, session.say(f"是 {title} ({item.id})?", f"Is it {title} ({item.id})?")):
        session.show(session.say("已取消, 什么都没写。", "Cancelled, nothing was written."))
        raise typer.Exit(INTERRUPTED)
