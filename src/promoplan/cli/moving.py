"""The steps of `move`: find the new dates, show what they do, ask, write."""

from typing import NamedTuple

import typer

from promoplan.cli import running, writing
from promoplan.cli.asking import confirmed
from promoplan.cli.redating import Request, Target, target
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine.checks import strays
from promoplan.engine.events import Command
from promoplan.engine.moving import Comparison, Version, compare
from promoplan.engine.placing import placed
from promoplan.errors import INTERRUPTED, usage
from promoplan.model.playbook import Playbook
from promoplan.text import Text
from promoplan.workspace.campaign import plan_of
from promoplan.workspace.reading import read_files
from promoplan.workspace.versions import version


class Manner(NamedTuple):
    """How a move is to be made."""

    dry_run: bool
    quiet: bool
    """Without a question."""
    by: str | None


def move(session: Session, request: Request, name: str | None, manner: Manner) -> None:
    """Show what other dates do and write them once that is confirmed; raises PromoplanError and changes nothing."""
    if request.day is None and not request.anchors and not request.items:
        raise usage("nothing-to-move")
    each = running.to_write(session, name)
    folder, progress = each.campaign.folder, each.campaign.progress
    files = read_files(folder, progress.dates)
    wanted = target(each, files, request)
    _say_already(session, wanted.already)
    if wanted.is_empty:
        return
    before = version(plan_of(folder, progress), progress)
    people = {role: tuple(names) for role, names in files.decided.people.items()}
    found = compare(before, Version(wanted.plan, placed(wanted.plan, wanted.progress, people)))
    _show(session, each, found, files.loaded.playbook)
    if manner.dry_run:
        session.show(session.say("试运行, 什么都没写。", "Dry run: nothing was written."))
        return
    confirm(session, quiet=manner.quiet)
    _write(session, each, wanted, manner)


def _say_already(session: Session, titles: tuple[Text, ...]) -> None:
    for title in titles:
        there = title.of(session.lang)
        session.show(session.say(f"本来就在那天: {there}", f"already there: {there}"))


def _show(session: Session, each: Running, found: Comparison, playbook: Playbook) -> None:
    """The table and the count, and what the new dates warn of that the old ones did not."""
    from promoplan.views import moves

    session.show(*moves.render(found, each.today, running.words_of(session)))
    known = {(problem.code, str(problem.args)) for problem in (*found.before.problems, *strays(playbook, found.before))}
    now = (*found.after.problems, *strays(playbook, found.after))
    session.report([problem for problem in now if (problem.code, str(problem.args)) not in known])


def confirm(session: Session, *, quiet: bool) -> None:
    """Go on only when somebody says so: `--yes`, or an answer on a terminal."""
    if quiet:
        return
    if not session.asks():
        raise usage("not-confirmed")
    if not confirmed(session, session.say("写入?", "Write it?")):
        session.show(session.say("已取消, 什么都没写。", "Cancelled, nothing was written."))
        raise typer.Exit(INTERRUPTED)


def _write(session: Session, each: Running, wanted: Target, manner: Manner) -> None:
    """Write what was shown, unless somebody has moved dates since."""
    seen = each.campaign.progress

    def fill(command: Command) -> None:
        if (command.progress.dates, command.progress.pins) != (seen.dates, seen.pins):
            raise usage("moved-meanwhile")
        for name, date in wanted.dates.items():
            command.move(name, date["to"], date["base"])
        for name, pin in wanted.pins.items():
            command.pin(name, pin)

    writing.write_dates(each, writing.author(session, each, manner.by), fill)
    session.show(
        session.say(
            "已移动。反悔: promoplan undo; 日历: promoplan export ics",
            "Moved. Take it back: promoplan undo; calendar: promoplan export ics",
        )
    )
