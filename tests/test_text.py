"""A text in two languages."""

import pytest

from promoplan.text import Lang, Text


@pytest.mark.parametrize(("lang", "words"), [("zh", "快递"), ("en", "Courier")])
def test_a_text_is_asked_for_in_one_language(lang: Lang, words: str) -> None:
    assert Text("快递", "Courier").of(lang) == words


def test_one_word_may_stand_for_both_languages() -> None:
    assert Text.same("Qianniu") == Text("Qianniu", "Qianniu")
