"""The campaigns of a workspace for `campaigns`, one that cannot be read included; and `archive`."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from promoplan.cli import running, writing
from promoplan.cli.session import Session
from promoplan.engine.briefs import Brief, brief
from promoplan.errors import PromoplanError
from promoplan.workspace import find
from promoplan.workspace.campaign import open_campaign


def campaigns(session: Session, *, archived: bool) -> list[Brief]:
    """The campaigns of the workspace, the next event first; raises PromoplanError when there is none."""
    around = find.workspace(session.folder)
    session.report(find.adrift(around))
    folders = find.children(around) or find.chosen(around, None, session.clock.today(ZoneInfo("Asia/Shanghai")))
    found = [_brief(session, folder) for folder in folders]
    kept = [each for each in found if archived or not each.standing or not each.standing.is_archived]
    return sorted(kept, key=lambda each: each.standing.plan.event if each.standing else date.max)


def _brief(session: Session, folder: Path) -> Brief:
    try:
        (each,) = running.warned(session, [running.read(open_campaign(folder), session)])
    except PromoplanError as error:
        return Brief(folder.name, None, tuple(error.problems))
    return brief(folder.name, each.plan, each.today, is_archived=each.campaign.progress.is_archived)


def archive(session: Session, name: str, by: str | None, *, archived: bool) -> None:
    """Put a campaign away, or take it out again; raises PromoplanError."""
    (each,) = running.load(session, name)
    name = each.campaign.name
    if each.campaign.progress.is_archived == archived:
        already = session.say(f"{name} 早就归档了", f"{name} is archived already")
        session.show(already if archived else session.say(f"{name} 没有归档", f"{name} is not archived"))
        return
    writing.write(each, writing.author(session, each, by), lambda command: command.archive(archived=archived))
    if archived:
        back = f"promoplan archive {name} --undo"
        session.show(session.say(f"已归档: {name}  拿回来: {back}", f"archived: {name}  bring it back: {back}"))
    else:
        session.show(session.say(f"拿回来了: {name}", f"back again: {name}"))
