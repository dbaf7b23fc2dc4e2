"""JSON of `assign`: who has what."""

from collections.abc import Iterable

from promoplan.engine.roster import ITEM, Post
from promoplan.exports.records import Record, Texts, dump_all


def roster_json(campaigns: Iterable[tuple[str, Iterable[Post]]], texts: Texts) -> str:
    """The roles that have something to do, then the items that somebody has by name."""
    return dump_all({"campaign": name, "posts": [_post(post, texts) for post in posts]} for name, posts in campaigns)


def _post(post: Post, texts: Texts) -> Record:
    return {
        "kind": "item" if post.name.startswith(ITEM) else "role",
        "id": post.id,
        "title": texts.of(post.title),
        "people": list(post.people),
    }
