"""The playbooks a command reads in full: of the campaigns here, one by name, or all that are shipped."""

from typing import NamedTuple

from promoplan.cli.checking import checked
from promoplan.cli.running import Running, active
from promoplan.cli.session import Session
from promoplan.cli.starting import find
from promoplan.engine.redlines import Group
from promoplan.engine.select import matching
from promoplan.errors import usage
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.playbook import Playbook
from promoplan.text import Text
from promoplan.workspace.find import folders
from promoplan.workspace.reading import read_files


class Recipe(NamedTuple):
    """A playbook, and the campaign that runs on it if there is one."""

    playbook: Playbook
    running: Running | None = None

    @property
    def name(self) -> str:
        return self.running.campaign.name if self.running else self.playbook.playbook


def meant(session: Session, campaign: str | None, playbook: str | None) -> list[Recipe]:
    """What the options name: a playbook, a campaign, all campaigns here, or without any the shipped playbooks."""
    if playbook is not None:
        return [named(playbook, campaign)]
    if campaign is None and not folders(session.folder):
        return [Recipe(load(path).playbook) for name in shipped.names() if (path := shipped.path(name))]
    found = active(session, campaign)
    return [
        Recipe(read_files(each.campaign.folder, each.campaign.progress.dates).loaded.playbook, each) for each in found
    ]


def named(playbook: str, campaign: str | None) -> Recipe:
    """A shipped playbook or a file; raises PromoplanError, also when a campaign was named beside it."""
    if campaign is not None:
        raise usage("campaign-or-playbook")
    return Recipe(checked(*find(playbook)).playbook)


def redlines(recipes: list[Recipe], word: str | None) -> list[Group]:
    """The red lines of each playbook, or those that a word means, wherever they are; raises PromoplanError for none."""
    wanted = None if word is None else _matching(recipes, word)
    groups = [
        Group(
            recipe.name,
            recipe.playbook,
            {key: redline for key, redline in recipe.playbook.redlines.items() if wanted is None or key in wanted},
            recipe.running.plan if recipe.running else None,
        )
        for recipe in recipes
    ]
    return [group for group in groups if group.redlines or word is None]


def _matching(recipes: list[Recipe], word: str) -> list[str]:
    """Ids of red lines in any of the playbooks, each of which may give the same one a title of its own."""
    titles: dict[str, Text] = {}
    for recipe in recipes:
        for name, redline in recipe.playbook.redlines.items():
            zh, en = titles.get(name, Text("", ""))
            titles[name] = Text(f"{zh}\n{redline.title.zh}".strip(), f"{en}\n{redline.title.en}".strip())
    return matching("redline", titles, word)
