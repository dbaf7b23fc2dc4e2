"""A text in two languages."""

import pytest

from promoplan.text import Lang, Text


@pytest.mark.parametrize(("lang", "words"), [("zh", "快递"), ("en", "Courier")])
def test_a_text_is_asked_for_in_one_language(lang: Lang, words: str) -> None:
    assert Text("快递", "Courier").of(lang) == words


@pytest.mark.parametrize("text", [Text("快递", ""), Text("", "快递")])
def test_a_language_that_is_missing_is_the_other(text: Text) -> None:
    assert (text.of("zh"), text.of("en")) == ("快递", "快递")


def test_one_word_may_stand_for_both_languages() -> None:
    assert Text.same("Qianniu") == Text("Qianniu", "Qianniu")
