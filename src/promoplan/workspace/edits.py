"""Edits by hand: what has changed in a campaign's files since its log last spoke of them, and how the log notes it."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from promoplan.engine.events import Author, Command
from promoplan.engine.history import renewed, shown, touched
from promoplan.engine.keeping import Keys, keys_kept, with_keys
from promoplan.engine.moving import Version, compare
from promoplan.engine.placing import People, people_now, placed
from promoplan.errors import PromoplanError
from promoplan.model.plan import Plan
from promoplan.model.progress import Event, Progress
from promoplan.workspace import snapshots
from promoplan.workspace.compiled import Compiled


class Files(NamedTuple):
    """Two states of a campaign's files, by digest."""

    told: str
    """What the log last spoke of; nothing in a campaign of before that has written nothing since."""
    now: str

    @property
    def is_edited(self) -> bool:
        return self.told != self.now


def files_of(folder: Path, progress: Progress) -> Files:
    """What the files were when the log last spoke of them, and what they are."""
    now = snapshots.digest(folder)
    return Files(progress.files or snapshots.first(folder, now), now)


def before_edit(folder: Path, progress: Progress, told: str) -> Compiled | None:
    """The plan by the files that the log last spoke of, at the dates of today; nothing where they give none now."""
    from promoplan.workspace.campaign import compiled_plan

    snapshot = snapshots.path(folder, told)
    if snapshot is None:
        return None
    try:
        known = compiled_plan(snapshot, progress.dates)
    except PromoplanError:
        return None
    return known._replace(plan=with_keys(known.plan, progress.keys))


def keys_now(folder: Path, progress: Progress, plan: Plan, found: Files) -> Keys:
    """The keys that repeats keep: as the log says, or as an edit that nobody has noted yet asks for."""
    if not found.told or not found.is_edited:
        return progress.keys
    before = before_edit(folder, progress, found.told)
    kept = keys_kept(before.plan, plan, {*progress.states, *progress.cancelled}) if before else None
    return progress.keys if kept is None else kept


def note(folder: Path, progress: Progress, who: Author) -> list[Event]:
    """The event that notes an edit by hand, as `move` would; none where the files are as the log knows them.

    Raises PromoplanError when today's files cannot be kept.
    """
    found = files_of(folder, progress)
    if not found.is_edited:
        return []
    snapshots.keep(folder)
    if not found.told:
        return []
    from promoplan.workspace.campaign import compiled_plan

    now = compiled_plan(folder, progress.dates)
    keys = keys_now(folder, progress, now.plan, found)
    command = Command(who._replace(at=who.wrote or who.at, wrote=None), progress)
    command.edit(found.told, found.now, keys)
    before = before_edit(folder, progress, found.told)
    if before is not None:
        after = now._replace(plan=with_keys(now.plan, keys))
        _tell(command, progress, _version(before, progress), _version(after, progress))
        _tell_texts(command, progress, before, after)
    return command.events


def _version(known: Compiled, progress: Progress) -> Version:
    return Version(known.plan, placed(known.plan, progress, known.people))


def _tell(command: Command, progress: Progress, was: Version, now: Version) -> None:
    """Which entries of the calendar have other dates, which are gone."""
    dropped = compare(was, now).dropped()
    after = replace(progress, cancelled={**progress.cancelled, **dropped})
    texts = renewed(was.placed, now.placed)
    command.tell_dates(touched(shown(was.placed, progress), shown(now.placed, after)), dropped, texts)


def _tell_texts(command: Command, progress: Progress, before: Compiled, after: Compiled) -> None:
    """Which entries only say something else: another title, checklist or person."""
    was, now = (people_now(known.people, progress) for known in (before, after))
    cards = {item.id: item.card for item in before.plan.items}
    texts = [item.id for item in after.plan.items if item.id in cards and _says(item.card, cards[item.id], was, now)]
    event = command.events[0]
    known = {*event.get("touched", ()), *event.get("dropped", ()), *event.get("renewed", ())}
    more = [name for name in texts if name not in known]
    if more:
        command.events[0] = {**event, "renewed": [*event.get("renewed", ()), *more]}


def _says(card: object, before: object, was: People, now: People) -> bool:
    roles = getattr(card, "roles", ())
    return card != before or any(was.get(role) != now.get(role) for role in roles)
