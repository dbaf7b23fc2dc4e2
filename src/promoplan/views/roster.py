"""Who has what."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text as Line

from promoplan.engine.roster import Post
from promoplan.engine.words import Words
from promoplan.text import clean
from promoplan.views.table import pairs


def render(posts: Iterable[Post], words: Words) -> Iterator[RenderableType]:
    """All roles and the items that somebody has by name."""
    yield pairs((_name(post, words), _people(post, words)) for post in posts)
    yield Line(words.say("promoplan assign 角色=名字,名字", "promoplan assign ROLE=NAME,NAME"), style="dim")


def line(now: Post, before: Post, words: Words, *, already: bool) -> Line:
    """One role or item after a change, and who had it until now."""
    told = f"{_name(now, words)}: {_people(now, words)}"
    if already:
        return Line(words.say(f"早已是 {told}", f"already {told}"))
    if before.people and before.people != now.people:
        was = _listed(before.people, words)
        told += words.say(f" (之前: {was})", f" (was: {was})")
    return Line(told)


def _name(post: Post, words: Words) -> str:
    return f"{words.of(post.title)} ({post.id})"


def _people(post: Post, words: Words) -> str:
    if not post.people:
        return words.say("没有人", "nobody")
    through_roles = "" if post.is_own else words.say(" (按角色)", " (by role)")
    return _listed(post.people, words) + through_roles


def _listed(people: Iterable[str], words: Words) -> str:
    return words.listed(clean(person) for person in people)
