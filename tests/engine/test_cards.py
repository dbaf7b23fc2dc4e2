"""The words of a playbook as plain data."""

from small_books import book

from promoplan.engine.cards import KINDS, card_of, names_of, redlines_of
from promoplan.model.plan import Card, RedlineNote
from promoplan.text import Text

TASK = {
    "id": "faq", "kind": "standing", "when": "D-3..D-1", "title": {"zh": "话术", "en": "Scripts"}, "board": "service",
    "roles": ["sales", "ops"], "why": "fast", "effort": "1d", "trigger": "unpaid", "within": "1h", "needs": "brief",
    "features": "card", "tools": ["Qianniu"], "checklist": ["a", "b"], "segments": "vip", "scripts": "hello",
    "metrics": "replies", "avoids": "spam", "note": "n", "source": ["doc, 3"],
}  # fmt: skip


def test_a_card_has_all_words_of_its_task() -> None:
    assert card_of(book([TASK]).tasks[0], {}) == Card(
        task="faq", title=Text("话术", "Scripts"), kind="standing", phase="preheat", board="service",
        roles=("sales", "ops"), why=Text.same("fast"), effort="1d", trigger=Text.same("unpaid"), within="1h",
        needs=("brief",), features=("card",), tools=(Text.same("Qianniu"),),
        checklist=(Text.same("a"), Text.same("b")), segments=("vip",), scripts=("hello",), metrics=("replies",),
        avoids=("spam",), note=Text.same("n"), source=("doc, 3",), rule="D-3..D-1",
    )  # fmt: skip


def test_the_rule_of_a_task_without_one_is_its_phase() -> None:
    assert card_of(book(["faq"]).tasks[0], {}).rule == "preheat"


def test_names_are_the_titles_that_cards_refer_to() -> None:
    redline = {"title": "Spam", "says": "x", "why": "x", "lawful": "Ask first", "instead": "faq", "phases": ["surge"]}
    note = {"zh": "看现在叫什么。", "en": "Check its name."}
    playbook = book(
        [TASK],
        segments={"vip": {"title": "VIP", "who": "x"}},
        metrics={"replies": {"title": "Replies"}},
        features={"card": {"title": "Card", "expected": "2019-09 late", "note": note}},
        scripts={"hello": {"title": "Hello", "phase": "preheat", "channel": "SMS", "text": "Hi"}},
        redlines={"spam": redline},
        sources={"doc": {"title": "Document"}},
    )
    assert names_of(playbook) == {
        "segments:vip": Text.same("VIP"), "metrics:replies": Text.same("Replies"), "features:card": Text.same("Card"),
        "scripts:hello": Text.same("Hello"), "sources:doc": Text.same("Document"),
        "announced:card": Text("预告 2019-09 下旬上线。看现在叫什么。", "announced for late 2019-09. Check its name."),
    }  # fmt: skip
    assert {name.partition(":")[0] for name in names_of(playbook)} == {*KINDS, "announced"}
    assert redlines_of(playbook) == (RedlineNote("spam", Text.same("Spam"), Text.same("Ask first"), ("surge",)),)
