"""One campaign as commands see it: its name, its people, its plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from promoplan.model.plan import Plan
from promoplan.workspace import compiled


@dataclass(frozen=True)
class Campaign:
    """A campaign that was read."""

    folder: Path
    identity: str
    """Part of every calendar UID; stays when the folder is renamed."""
    created: str
    """When `init` ran, ISO date-time in UTC."""
    people: Mapping[str, tuple[str, ...]]
    plan: Plan

    @property
    def name(self) -> str:
        return self.folder.name


def open_campaign(folder: Path) -> Campaign:
    """Read a campaign folder, from its compiled plan where that is current; raises PromoplanError."""
    key = compiled.key(folder)
    known = compiled.read(folder, key)
    if known is None:
        known = _compile(folder)
        compiled.write(folder, key, known)
    return Campaign(folder, *known)


def _compile(folder: Path) -> compiled.Compiled:
    from promoplan.workspace.reading import read_files

    files = read_files(folder)
    return compiled.Compiled(files.decided.id, files.decided.created, dict(files.decided.people), files.plan())
