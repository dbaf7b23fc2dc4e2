"""The campaigns a command acts on, each read, dated and put beside its own today."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from promoplan.cli import parse
from promoplan.cli.session import Session
from promoplan.engine import agenda
from promoplan.engine import missed as work
from promoplan.engine.words import Words
from promoplan.errors import Place, Problem, PromoplanError, usage
from promoplan.model.plan import Plan
from promoplan.rules.stamp import Stamp
from promoplan.workspace import find
from promoplan.workspace.campaign import Campaign, open_campaign
from promoplan.workspace.copies import copies
from promoplan.workspace.find import chosen, standing_in
from promoplan.workspace.layout import PLAYBOOK

if TYPE_CHECKING:
    from promoplan.views.sight import Sight


class Running(NamedTuple):
    """A campaign with its plan and the day it is looked at."""

    campaign: Campaign
    plan: Plan
    today: date

    @property
    def is_over(self) -> bool:
        return self.today > agenda.last_day(self.plan)

    def day(self, text: str) -> date:
        """A day as it is typed; without a year that one of the campaign. The one rule of all commands about it."""
        return parse.nearest(text, self.today, self.plan.event, agenda.extent(self.plan))

    def stamp(self, text: str) -> Stamp:
        """The same with a time, if there is one."""
        return parse.stamp(text, self.today, self.plan.event, self.plan.zone, agenda.extent(self.plan))


def load(session: Session, name: str | None, on: str | None = None) -> list[Running]:
    """Every campaign here but archived ones, or the one that was named or that we stand in; raises PromoplanError."""
    return warned(session, _found(session, name, on))


def active(session: Session, name: str | None, on: str | None = None) -> list[Running]:
    """Of these the ones that are not over; all of them when every one is."""
    return warned(session, _active(_found(session, name, on)))


def single(session: Session, name: str | None, on: str | None = None) -> Running:
    """The one campaign that a command is about; raises PromoplanError when several could be meant."""
    return warned(session, [to_write(session, name, on)])[0]


def to_write(session: Session, name: str | None, on: str | None = None) -> Running:
    """The same for a command that writes: it may be about to settle what a reader would be warned of.

    Raises PromoplanError also when one campaign cannot be read: it might be the one that is meant.
    """
    found = _active(_found(session, name, on))
    if session.faults:
        raise PromoplanError(Problem("one-unreadable"))
    if len(found) > 1:
        raise usage("which-campaign", known=", ".join(running.campaign.name for running in found))
    return found[0]


def _found(session: Session, name: str | None, on: str | None) -> list[Running]:
    from zoneinfo import ZoneInfo

    here = session.clock.today(ZoneInfo("Asia/Shanghai"))
    found = _readable(session, chosen(session.folder, name, here), on)
    if name is not None or standing_in(session.folder):
        return found
    kept = [each for each in found if not each.campaign.progress.is_archived]
    if not kept:
        raise usage("all-archived", known=", ".join(each.campaign.name for each in found))
    return kept


def _readable(session: Session, folders: list[Path], on: str | None) -> list[Running]:
    """The campaigns that can be read; the faults of the others are told, unless none is left: then they are raised."""
    found: list[Running] = []
    faults: list[Problem] = []
    for folder in folders:
        try:
            campaign = open_campaign(folder)
        except PromoplanError as error:
            if len(folders) == 1:
                raise
            faults += error.problems
        else:
            found.append(read(campaign, session, on))
    if not found:
        raise PromoplanError(*faults)
    session.report(faults)
    session.faults.extend(faults)
    return found


def read(campaign: Campaign, session: Session, on: str | None = None) -> Running:
    """A campaign beside its own today."""
    each = Running(campaign, campaign.plan, session.clock.today(campaign.plan.zone))
    return each._replace(today=each.day(on)) if on else each


def _active(found: list[Running]) -> list[Running]:
    return [running for running in found if not running.is_over] or found


def people(found: Iterable[Running], names: list[str] | None) -> frozenset[str]:
    """The persons that were named, in whichever campaign they are; raises PromoplanError for a stranger."""
    from promoplan.engine import select

    known: dict[str, None] = {}
    for each in found:
        for group in (*each.campaign.people.values(), *each.campaign.progress.people.values()):
            known.update(dict.fromkeys(group))
    return select.people(known, names)


def warned(session: Session, found: list[Running]) -> list[Running]:
    """Say once what is wrong with the logs, and which moves no longer hold."""
    for each in found:
        session.report([*each.campaign.problems, *each.campaign.moves_set_aside()])
    return found


def copied(session: Session, found: list[Running]) -> None:
    """Name the copies that a sync program made of the campaigns' files."""
    for each in found:
        session.report(copies(each.campaign.folder))


def adrift(session: Session) -> None:
    """Name the links here that lead to nothing, since no list shows what was behind them."""
    if not standing_in(session.folder):
        session.report(find.adrift(session.folder))


def missed(session: Session, found: list[Running]) -> None:
    """Name the work whose task is no longer in the playbook under that id; a line for each campaign."""
    for each in found:
        if problem := work.missed(each.plan, each.campaign.progress):
            session.report([problem.at(Place(f"{each.campaign.name}/{PLAYBOOK}"))])


def words_of(session: Session) -> Words:
    return Words(session.lang, session.plain)


def seen(session: Session, each: Running) -> "Sight":
    """A campaign as this reader sees it on its day."""
    from promoplan.views.sight import sight

    return sight(each.plan, each.today, words_of(session))
