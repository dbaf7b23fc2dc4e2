"""The keys that a mapping of a file may have."""

import pytest

from promoplan.errors import Path
from promoplan.library.keys import Keys
from promoplan.model.campaign import CampaignFile
from promoplan.model.playbook import Playbook

KEYS = Keys(Playbook)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("event",), ["date", "official", "reference", "title"]),
        (("sources", "guide"), ["file", "title", "url", "year"]),
        (("anchors", "presale", "official", 3), ["at", "note", "source", "year"]),
        (("tasks", 7, "amounts", 0), ["if", "per", "ramp", "title", "to", "unit", "value"]),
        (("roles", "ops"), ["en", "zh"]),
        (("tasks", 7, "roles"), []),
    ],
)
def test_the_keys_follow_the_path(path: Path, found: list[str]) -> None:
    assert KEYS.at(path) == found


def test_at_the_top_they_are_those_of_the_file() -> None:
    assert KEYS.at(()) == sorted(field.alias or name for name, field in Playbook.model_fields.items())


def test_of_a_rule_they_are_those_of_all_forms() -> None:
    forms = ["every", "gap", "hours", "in", "last", "peaks", "rota", "shift", "waves"]
    assert KEYS.at(("tasks", 7, "when", "(every)")) == forms
    assert KEYS.at(("tasks", 7, "when", "(list)", 0, "(if)")) == sorted([*forms, "if", "then"])


def test_a_step_that_is_only_the_name_of_a_form_stays_where_it_is() -> None:
    assert KEYS.at(("phases", 0, "(form)")) == KEYS.at(("phases", 0))


def test_each_kind_of_file_has_its_own() -> None:
    assert Keys(CampaignFile).at(("calendar",)) == ["off", "work"]
