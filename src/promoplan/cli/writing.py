"""Writing to a campaign's log: one command, one batch of events, under the lock."""

import getpass
import os
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine.events import Author, Command
from promoplan.engine.fold import fold
from promoplan.engine.moving import Version, compare
from promoplan.engine.renamed import renamed
from promoplan.errors import Problem, PromoplanError
from promoplan.model.progress import Event, Progress
from promoplan.workspace import log
from promoplan.workspace.edits import note
from promoplan.workspace.versions import versions

WHO = "PROMOPLAN_BY"


def author(session: Session, running: Running, by: str | None = None, on: date | None = None) -> Author:
    """Who acts and when: `--by`, `PROMOPLAN_BY`, the login; `--on` puts the deed on another day."""
    now = session.clock.now(running.plan.zone)
    at = datetime.combine(on, now.timetz()) if on else now
    name, wrote = by or session.environ.get(WHO) or _login(), now if on else None
    return Author(name, at.astimezone(UTC), lambda: secrets.token_hex(6), wrote)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return str(os.getpid())


def write(running: Running, who: Author, fill: Callable[[Command], None]) -> list[Event]:
    """Append what `fill` adds, on top of what others have written meanwhile; raises PromoplanError."""

    def make(known: list[Event]) -> list[Event]:
        command = Command(who, fold(known))
        fill(command)
        return command.events

    return _append(running, who, make)


def _append(running: Running, who: Author, make: Callable[[list[Event]], list[Event]]) -> list[Event]:
    """Append what `make` adds to the log as it is, an edit by hand noted first; what `make` added."""
    made: list[Event] = []

    def whole(found: log.Log) -> list[Event]:
        known = list(renamed(found.events, running.plan.formerly))
        edits = note(running.campaign.folder, fold(known), who)
        made.extend(make([*known, *edits]))
        return [*edits, *made]

    written = log.append(running.campaign.folder, whole)
    return written[len(written) - len(made) :]


def write_dates(running: Running, who: Author, fill: Callable[[Command], None]) -> list[Event]:
    """The same for a command that may give items other dates: its first event says which, for the calendar."""
    from promoplan.engine.history import renewed, shown, touched

    def make(known: list[Event]) -> list[Event]:
        before = fold(known)
        command = Command(who, before)
        fill(command)
        if command.events:
            after = fold([*known, *command.events])
            was, now = _versions(running, before, after)
            dropped = compare(was, now).dropped()
            after = replace(after, cancelled={**after.cancelled, **dropped})
            command.tell_dates(
                touched(shown(was.placed, before), shown(now.placed, after)), dropped, renewed(was.placed, now.placed)
            )
        return command.events

    return _append(running, who, make)


def _versions(running: Running, before: Progress, after: Progress) -> tuple[Version, Version]:
    """The plan before and after; raises PromoplanError that says that nothing was written."""
    try:
        return versions(running.campaign.folder, before, after)
    except PromoplanError as error:
        raise PromoplanError(*error.problems, Problem("not-moved")) from None
