"""The steps of `diff`: since when, and what the plan was then."""

from promoplan.cli import running
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine.diffing import Diff, Since, at_day, at_init, before_command, diff
from promoplan.engine.fold import fold
from promoplan.engine.moving import compare
from promoplan.errors import PromoplanError, usage
from promoplan.workspace.versions import past


def differences(session: Session, word: str | None, name: str | None) -> list[tuple[Running, Diff]]:
    """What has changed in each campaign; a command's id means the campaign it was given in. Raises PromoplanError."""
    found = [(each, _since(each, word)) for each in running.active(session, name)]
    known = [(each, since) for each, since in found if since is not None]
    if not known:
        raise usage("unknown-since", name=word)
    return [(each, _diff(each, since)) for each, since in known]


def _since(each: Running, word: str | None) -> Since | None:
    """What was meant: a date first, else a command; nothing when it is neither in this campaign."""
    if word is None:
        return at_init()
    try:
        day = each.day(word)
    except PromoplanError:
        return before_command(each.campaign.events, word.strip())
    return at_day(each.campaign.events, day, each.plan.zone)


def _diff(each: Running, since: Since) -> Diff:
    campaign = each.campaign
    return diff(since, compare(*past(campaign.folder, fold(since.events), campaign.progress)))
