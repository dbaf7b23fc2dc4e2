"""The steps of `assign`: who is meant, what changes, who has what now."""

from collections.abc import Iterable
from typing import NamedTuple

from promoplan.cli import running, several, writing
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine.events import Command
from promoplan.engine.placing import People, people_now
from promoplan.engine.roster import ITEM, Post, meant, roster
from promoplan.errors import usage
from promoplan.text import listed_names, once


class Wish(NamedTuple):
    """Who shall have a role or an item."""

    post: Post
    people: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        return self.post.people != self.people if self.people else self.post.is_own


def assign(session: Session, words: Iterable[str], by: str | None, name: str | None, *, as_json: bool) -> None:
    """Write who has what, in one command. Nothing is written if one word is not found."""
    each = running.to_write(session, name)
    wishes = _wishes(each, words)
    disputed = each.campaign.progress.is_disputed
    changed = [wish for wish in wishes if wish.is_new or disputed(f"who:{wish.post.name}")]

    def fill(command: Command) -> None:
        for wish in changed:
            base = None if wish.post.name.startswith(ITEM) else each.campaign.people.get(wish.post.name, ())
            command.assign(wish.post.name, wish.people, base)

    if changed:
        writing.write(each, writing.author(session, each, by), fill)
    if as_json:
        tell(session, each.campaign.name, as_json=True)
        return
    from promoplan.views import roster as view

    words_of = running.words_of(session)
    after = {**_people(each), **{wish.post.name: wish.people for wish in wishes}}
    for wish in wishes:
        now = meant(each.plan, wish.post.id, after)
        session.show(view.line(now, wish.post, words_of, already=wish not in changed))


def tell(session: Session, name: str | None, *, as_json: bool) -> None:
    """Say who has what."""
    found = running.active(session, name)
    if as_json:
        from promoplan.exports.records import Texts
        from promoplan.exports.roster import roster_json

        posts = [(each.campaign.name, roster(each.plan, _people(each))) for each in found]
        session.write(roster_json(posts, Texts(session.lang)))
        return
    from promoplan.views import roster as view

    words = running.words_of(session)
    several.show_named(session, [(each, view.render(roster(each.plan, _people(each)), words)) for each in found])


def _people(each: Running) -> People:
    return people_now(each.campaign.people, each.campaign.progress)


def _wishes(each: Running, words: Iterable[str]) -> list[Wish]:
    """Each role or item once; people that are named for it in several places are taken together."""
    found: dict[str, Wish] = {}
    for word in words:
        who, sign, names = word.rpartition("=")
        if not sign or not who.strip():
            raise usage("bad-assign", text=word)
        post = meant(each.plan, who, _people(each))
        before = found[post.name].people if post.name in found else ()
        found[post.name] = Wish(post, tuple(once([*before, *listed_names(names)])))
    return list(found.values())
