"""What `log` and `undo` share: the commands of a campaign, and the words for them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from promoplan.cli import running, writing
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine import select
from promoplan.engine.events import Command
from promoplan.engine.fold import fold
from promoplan.engine.story import Entry, Story, echoes, items_of, root, seen, story, together, undoable
from promoplan.engine.telling import Teller, teller
from promoplan.engine.words import moment_of


class Asked(NamedTuple):
    """Which commands of the log are wanted."""

    item: str | None = None
    since: str | None = None


class Remembered(NamedTuple):
    """The commands that were asked for, and the words for them."""

    entries: list[Entry]
    teller: Teller


def remembered(session: Session, each: Running, asked: Asked) -> Remembered:
    """What was asked for, in the order it was written; raises PromoplanError for an unknown item."""
    told = story(each.campaign.events)
    return Remembered(_asked(each, told, asked), teller(told, each.plan, running.words_of(session)))


def _asked(each: Running, told: Story, asked: Asked) -> list[Entry]:
    since = each.day(asked.since) if asked.since else None
    entries = [entry for entry in seen(told) if since is None or _is_since(entry, since, each)]
    if asked.item is None:
        return entries
    wanted = _items(each, told, asked.item)
    return [entry for entry in entries if not wanted.isdisjoint(items_of(told, entry))]


def _is_since(entry: Entry, since: date, each: Running) -> bool:
    moment = moment_of(entry.at, each.plan.zone)
    return moment is None or moment.date() >= since


def _items(each: Running, told: Story, word: str) -> set[str]:
    """The items of a task; one that the plan no longer has is known from the log."""
    known = {item for entry in told.entries for item in items_of(told, entry)}
    if word.strip() in known:
        return {word.strip()}
    return {name for item in select.find(each.plan, word) for name in (item.id, item.card.task)}


def undo(session: Session, word: str | None, by: str | None, name: str | None) -> None:
    """Take back a command and say what that was; raises PromoplanError when there is nothing to take back."""
    each = running.to_write(session, name)
    before = story(each.campaign.events)
    target = undoable(before, word)

    def fill(command: Command) -> None:
        for batch in together(before, target):
            command.undo(batch)

    written = writing.write_dates(each, writing.author(session, each, by), fill)
    events = (*each.campaign.events, *written)
    told = teller(story(events), each.plan, running.words_of(session))
    entry = told.story.by_id[written[0]["batch"]]
    session.show(told.tell(entry))
    _tell_echoes(session, told, entry, fold(events).heads)
    touched = [name for name in written[0].get("touched", ()) if not name.startswith("anchor.")]
    if touched:
        count = session.say(f"{len(touched)} 项", f"{len(touched)} item{'s' if len(touched) > 1 else ''}")
        session.show(
            session.say(
                f"  {count}的日期跟着变了; 日历: promoplan export ics",
                f"  {count} changed dates; calendar: promoplan export ics",
            )
        )


def _tell_echoes(session: Session, told: Teller, entry: Entry, standing: Mapping[str, tuple[str, ...]]) -> None:
    """Say so where what was taken back stands all the same, by the word of others who said it too."""
    about, steps = root(told.story, entry)
    if about is not None and steps % 2 and (names := echoes(told.story, about, standing)):
        who = told.words.listed(map(told.words.safe, names))
        session.show(session.say(f"  {who} 也这样记过, 所以仍然算数", f"  {who} said the same, so it still holds"))
