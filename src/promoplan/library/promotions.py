"""The promotions file that comes with the package, and the playbooks it names."""

from pathlib import Path

from promoplan.errors import Problem, PromoplanError
from promoplan.library import shipped
from promoplan.library.load import load, validated
from promoplan.library.source import read
from promoplan.library.strict import parse
from promoplan.model.playbook import Playbook
from promoplan.model.promotions import Promotions

FILE = Path(__file__).with_suffix(".yaml")


def promotions() -> Promotions:
    """Read and validate the file; raises PromoplanError."""
    source = read(FILE, FILE.name)
    return validated(Promotions, parse(source), source)


def playbooks_of(known: Promotions) -> dict[str, Playbook]:
    """The shipped playbooks that serve promotions; raises PromoplanError for one that is not there."""
    names = sorted({promotion.playbook.name for promotion in known.promotions if promotion.playbook})
    return {name: _playbook(name) for name in names}


def _playbook(name: str) -> Playbook:
    path = shipped.path(name)
    if path is None:
        known = ", ".join(shipped.names())
        raise PromoplanError(Problem("unknown-playbook", {"name": name, "known": known}))
    return load(path).playbook
