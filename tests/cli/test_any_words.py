"""Whatever words `init` is given, it refuses them as a mistake of the command line or makes what can be read back."""

import shutil
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conftest import Program
from promoplan.library.load import load, validated
from promoplan.library.source import read
from promoplan.library.strict import parse
from promoplan.model.campaign import CampaignFile
from promoplan.text import listed_names
from promoplan.workspace.draft import quoted

PIECES = (
    "a", "李", "0", "1.50", "2024-11-11", "true", "~", "null", ":", ": ", "#", " #", "- ", "-", "?", "*", "&", "!", "|",
    ">", "{", "}", "[", "]", ",", "，", "、", '"', "'", "\\", "%", "@", "`", "=", "/", "..", ".", "$", "<<", "---",
    "CON", "\t", "\n", "\r", " ", "\x00", "\x1b[2J", "\x7f", "\x85", "\x9b", "\xa0", "\u200b", "\u200d", "\u2028",
    "\u202e", "\u3000", "\ufeff", "\uffff", "🎉", "Ａ", "é", "e\u0301", "x" * 70,
)  # fmt: skip
"""What has meant something to YAML, a file system, a shell or a terminal."""

words = st.one_of(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), st.text(max_size=12))
argument = st.one_of(words, st.lists(st.sampled_from((*PIECES, "\ud800")), max_size=3).map("".join))
title = words.filter(lambda text: text.strip() and not any("\ud800" <= char <= "\udfff" for char in text))

BOOK = """\
format: 1
playbook: t
version: "1"
title: {0}
event: {{title: {1}, date: 11-11, reference: 2024-11-11}}
roles: {{ops: {2}}}
boards: {{goods: {0}}}
inputs: {{n: {{type: text, title: {3}, default: {4}}}}}
phases:
  - {{id: all, title: {1}, when: D-60..D+30}}
tasks:
  - {{id: a, title: {2}, phase: all, board: goods, roles: ops, when: D-20}}
"""

tried = settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def decided(folder: Path) -> CampaignFile:
    source = read(folder / "campaign.yaml")
    return validated(CampaignFile, parse(source), source)


@tried
@given(st.lists(title, min_size=5, max_size=5), argument, argument, argument)
def test_any_words_are_refused_or_read_back(
    promoplan: Program, shop: Path, titles: list[str], name: str, person: str, value: str
) -> None:
    (shop / "t.yaml").write_text(BOOK.format(*map(quoted, titles)), encoding="utf-8")
    assume(promoplan("validate", "t.yaml").code == 0)
    given_words = (f"--name={name}", f"--people=ops={person}", f"--set=n={value}")
    ran = promoplan("init", "t.yaml", "--date", "2024-11-11", *given_words, "--yes")
    made = [entry.name for entry in shop.iterdir() if entry.name != "t.yaml"]
    try:
        assert ran.code in {0, 2}, ran.err
        if ran.code == 2:
            assert made == []
            assert ran.err.startswith("error: ")
            return
        (only,) = made
        found = decided(shop / only)
        assert found.name == only == (name or "t-2024")
        assert found.people.get("ops", []) in (listed_names(person), tuple(listed_names(person)))
        assert found.inputs["n"].strip() == value.strip()
        assert load(shop / only / "playbook.yaml").playbook == load(shop / "t.yaml").playbook
        assert promoplan("today").code == 0
    finally:
        for entry in made:
            shutil.rmtree(shop / entry)
