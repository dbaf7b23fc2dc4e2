"""What `doctor` does: look, show, ask, mend, look again."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from promoplan.cli.asking import confirmed
from promoplan.cli.running import words_of
from promoplan.cli.session import Session
from promoplan.errors import Problem
from promoplan.workspace import find
from promoplan.workspace.doctor import Finding, examine, examine_workspace

CHINA = ZoneInfo("Asia/Shanghai")


class Examined(NamedTuple):
    """The campaigns that were looked at, what is wrong with them and between them, and how much was mended before."""

    names: list[str]
    findings: list[Finding]
    cured: int = 0

    @property
    def is_clean(self) -> bool:
        return not any(finding.is_fault for finding in self.findings)

    @property
    def curable(self) -> int:
        return sum(finding.mend is not None for finding in self.findings)

    def problems(self) -> list[tuple[Problem, bool]]:
        """Each with whether it can be mended."""
        return [(finding.problem, finding.mend is not None) for finding in self.findings]


def look(session: Session, name: str | None) -> Examined:
    """Examine every campaign here or one; raises PromoplanError where there is nothing to examine."""
    now = session.clock.now(CHINA)
    folders = find.folders(session.folder) if name is None else find.chosen(session.folder, name, now.date())
    findings = [finding for folder in folders for finding in examine(folder, now)]
    if name is None:
        around = find.workspace(session.folder)
        findings += examine_workspace(around, find.children(around))
        if not folders and not findings:
            find.chosen(session.folder, None, now.date())
    return Examined([folder.name for folder in folders], findings)


def mended(session: Session, examined: Examined, name: str | None) -> Examined:
    """Mend what can be, then look again; raises PromoplanError when that cannot be written."""
    for finding in examined.findings:
        if finding.mend:
            finding.mend()
    return look(session, name)._replace(cured=examined.curable)


def consult(session: Session, examined: Examined, name: str | None, *, yes: bool) -> Examined:
    """Show what is wrong; mend it if that is wanted, and show what is left."""
    from promoplan.views import doctor

    words = words_of(session)
    session.show(*doctor.render(examined.names, examined.problems(), words))
    if not examined.curable:
        return examined
    if not yes and not _wants(session, examined.curable):
        session.show(*doctor.advice(examined.curable, words))
        return examined
    left = mended(session, examined, name)
    session.show(*doctor.cured(left.cured, left.problems(), words))
    return left


def _wants(session: Session, count: int) -> bool:
    question = session.say(f"修这 {count} 处吗?", f"Mend {'these ' if count > 1 else 'this '}{count}?")
    return session.asks() and confirmed(session, question)
