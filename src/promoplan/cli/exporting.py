"""What `export` needs: the kind, the job, a safe write."""

import os
from datetime import UTC, datetime
from pathlib import Path

from promoplan.cli import running, writing
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine import select
from promoplan.engine.history import ANCHOR, Gone, gone
from promoplan.errors import PromoplanError, usage
from promoplan.errors.near import near
from promoplan.exports.table import EXPORTS, Export, Job
from promoplan.text import Lang, Text
from promoplan.workspace import files
from promoplan.workspace.campaign import open_campaign
from promoplan.workspace.layout import is_too_long, possible


def kind(name: str) -> Export:
    """An export by name; raises PromoplanError that lists them."""
    if name not in EXPORTS:
        raise usage("unknown-export", near(name, EXPORTS), name=name, known=", ".join(EXPORTS))
    return EXPORTS[name]


def noted(session: Session, each: Running) -> Running:
    """The campaign after an edit by hand was noted in its log, so that calendars see it; as it is where that fails."""
    if not each.campaign.is_edited:
        return each
    try:
        writing.write(each, writing.author(session, each), lambda _: None)
        return running.read(open_campaign(each.campaign.folder), session)
    except PromoplanError:
        return each


def job(each: Running, roles: list[str] | None, phases: list[str] | None, lang: Lang) -> Job:
    """Everything an export is made from; its time stamp is the plan's own, not the clock's."""
    wanted = select.Filter(roles=select.roles(each.plan, roles), phases=select.phases(each.plan, phases))
    return Job(
        plan=each.plan,
        items=select.keep(each.plan, wanted),
        name=each.campaign.name,
        identity=each.campaign.identity,
        revised=datetime.fromisoformat(each.campaign.created).astimezone(UTC),
        lang=lang,
        progress=each.campaign.progress,
        gone=tuple(left for left in gone(each.plan, each.campaign.progress) if _fits(left, wanted)),
    )


def _fits(each: Gone, wanted: select.Filter) -> bool:
    """Whether something that left the plan belongs to what is exported. Anchors always do."""
    if each.id.startswith(ANCHOR):
        return True
    fits_role = not wanted.roles or not each.roles or not wanted.roles.isdisjoint(each.roles)
    return fits_role and (not wanted.phases or each.phase in wanted.phases)


def file_name(running: Running, roles: list[str] | None, phases: list[str] | None, export: Export, lang: Lang) -> str:
    """The campaign's name and what of it is exported, so that a part never takes the place of the whole."""
    plan, name = running.plan, running.campaign.name
    titles = {phase.id: phase.title for phase in plan.phases}
    wanted = {select.one("unknown-phase", titles, word): None for word in phases or ()}
    chosen = {role: plan.roles[role] for role in plan.roles if role in select.roles(plan, roles)}
    chosen |= {f"phase {phase}": titles[phase] for phase in wanted}
    parts = [possible(title.of(lang)) for title in chosen.values()]
    if is_too_long("-".join([name, *parts])):
        parts = [id_.removeprefix("phase ") for id_ in chosen]
    return f"{'-'.join([name, *parts])}.{export.ending}"


def save_told(session: Session, target: Path, data: bytes) -> None:
    """The same, and say whether that took the place of an older file; raises PromoplanError."""
    is_there = os.path.isfile(target)  # noqa: PTH113 - a name that no file can have is refused below
    save(target, data)
    done = Text("已覆盖", "Replaced") if is_there else Text("已写好", "Wrote")
    session.show(f"{done.of(session.lang)}{session.say(': ', ' ')}{target.name}")


def save(target: Path, data: bytes) -> None:
    """Write a file whole; an older one is replaced. Raises PromoplanError."""
    try:
        if target.is_dir():
            raise usage("is-a-directory-name", name=str(target))
        if not target.parent.is_dir():
            raise usage("no-folder", name=str(target.parent))
    except (OSError, ValueError) as error:  # Python asks the system of names that no file can have
        raise usage("cannot-write", name=str(target), detail=getattr(error, "strerror", None) or str(error)) from None
    files.write(target, data)


def is_output(target: Path) -> bool:
    """Whether a file is our standard output by another name: `/dev/stdout`. Then only the file is written there."""
    try:
        return files.is_device(target) and os.path.samestat(target.stat(), os.fstat(1))
    except OSError:
        return False
