"""The playbook that a campaign began with, where it is known: the shipped one that its own copy was taken from."""

from collections.abc import Mapping
from pathlib import Path

from promoplan.errors import PromoplanError
from promoplan.library import shipped
from promoplan.library.source import LARGEST
from promoplan.model.plan import Plan
from promoplan.text import Text
from promoplan.workspace import files
from promoplan.workspace.layout import PLAYBOOK

Checklists = Mapping[str, tuple[Text, ...]]


def first_checklists(folder: Path, plan: Plan) -> Checklists:
    """The checklist of each task as ticks by number were made on it; those of today where the first is not known."""
    now = {item.card.task: item.card.checklist for item in plan.items}
    path = shipped.path(plan.playbook)
    if path is None or _is_unchanged(folder, path):
        return now
    from promoplan.library.load import load

    try:
        book = load(path).playbook
    except PromoplanError:
        return now
    if book.version != plan.version:
        return now
    return {**now, **{task.id: task.checklist for task in book.tasks}}


def _is_unchanged(folder: Path, path: Path) -> bool:
    try:
        return files.plain(folder / PLAYBOOK, LARGEST) == path.read_bytes()
    except OSError:
        return True
