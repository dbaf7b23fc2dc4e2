"""What `log` and `undo` share: the commands of a campaign, and the words for them."""

from datetime import date
from typing import NamedTuple

from promoplan.cli import parse, running, writing
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine import select
from promoplan.engine.story import Entry, Story, items_of, story, undoable
from promoplan.engine.telling import Teller, teller
from promoplan.engine.words import moment_of


class Asked(NamedTuple):
    """Which commands of the log are wanted."""

    item: str | None = None
    since: str | None = None


def remembered(each: Running, asked: Asked) -> list[Entry]:
    """The commands that were asked for, in the order of the file; raises PromoplanError for an unknown item."""
    told = story(each.campaign.events)
    since = parse.day(asked.since, each.today, past=True) if asked.since else None
    entries = [entry for entry in told.entries if since is None or _is_since(entry, since, each)]
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


def words_for(session: Session, each: Running) -> Teller:
    return teller(story(each.campaign.events), each.plan, running.words_of(session))


def undo(session: Session, word: str | None, by: str | None, name: str | None) -> None:
    """Take back a command and say what that was; raises PromoplanError when there is nothing to take back."""
    each = running.to_write(session, name)
    target = undoable(story(each.campaign.events), word)
    written = writing.write_dates(each, writing.author(session, each, by), lambda command: command.undo(target.id))
    told = teller(story((*each.campaign.events, *written)), each.plan, running.words_of(session))
    session.show(told.tell(told.story.by_id[written[0]["batch"]]))
    touched = [name for name in written[0].get("touched", ()) if not name.startswith("anchor.")]
    if touched:
        count = session.say(f"{len(touched)} 项", f"{len(touched)} item{'s' if len(touched) > 1 else ''}")
        session.show(
            session.say(
                f"  {count}的日期跟着变了; 日历: promoplan export ics",
                f"  {count} changed dates; calendar: promoplan export ics",
            )
        )
