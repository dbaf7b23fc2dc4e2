"""`promoplan playbooks new`: what a newcomer gets, and what is said about names that cannot be."""

from pathlib import Path

import pytest

from conftest import Program
from promoplan.library.schema import schema_text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_playbook_is_whole_and_dates_itself(promoplan: Program, shop: Path, lang: str) -> None:
    made = promoplan("playbooks", "new", "my-sale", lang=lang)
    assert (made.code, made.err) == (0, "")
    text = (shop / "my-sale.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=playbook.schema.json\n")
    assert text.isascii() == (lang == "en")
    assert max(map(len, text.splitlines())) <= 100
    checked = promoplan("validate", "my-sale.yaml")
    assert (checked.code, checked.out, checked.err) == (0, "my-sale.yaml: no faults (4 tasks, 3 phases)\n", "")
    assert promoplan("init", "my-sale.yaml", "--date", "2025-06-18", "--dry-run").code == 0


def test_the_schema_comes_with_it_once(promoplan: Program, shop: Path) -> None:
    first = promoplan("playbooks", "new", "my-sale")
    assert first.out.startswith("Wrote my-sale.yaml, playbook.schema.json (for your editor)  Change it, then try:\n")
    schema = shop / "playbook.schema.json"
    assert schema.read_text(encoding="utf-8") == schema_text()
    schema.write_text("mine", encoding="utf-8")
    second = promoplan("playbooks", "new", "other")
    assert second.out.startswith("Wrote other.yaml  Change it, then try:\n")
    assert schema.read_text(encoding="utf-8") == "mine"


def test_new_never_writes_over_a_file(promoplan: Program, shop: Path) -> None:
    (shop / "my-sale.yaml").write_text("mine", encoding="utf-8")
    ran = promoplan("playbooks", "new", "my-sale.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("  take another name, or rename that file first\n")
    assert [(path.name, path.read_text()) for path in shop.iterdir()] == [("my-sale.yaml", "mine")]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("my-618", "did you mean my618?"),
        ("My Sale", "did you mean my-sale?"),
        ("../x", "did you mean x?"),
        ("双11", "lower case, words joined by -, each starting with a letter: faq-scripts"),
        ("618", "lower case, words joined by -, each starting with a letter: faq-scripts"),
    ],
)
def test_a_name_that_cannot_be_gets_one_that_can(promoplan: Program, shop: Path, name: str, hint: str) -> None:
    ran = promoplan("playbooks", "new", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"error: {name} cannot be an id\n  {hint}\n"
    assert list(shop.iterdir()) == []


def test_init_with_the_ending_left_out_names_the_file(promoplan: Program) -> None:
    promoplan("playbooks", "new", "my-sale")
    ran = promoplan("init", "my-sale", "--date", "2025-06-18")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: there is no playbook my-sale\n  did you mean my-sale.yaml?\n"


def test_a_small_d_is_told_from_the_event(promoplan: Program, shop: Path) -> None:
    promoplan("playbooks", "new", "my-sale")
    path = shop / "my-sale.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("when: D 00:00", "when: d 00:00"), encoding="utf-8")
    ran = promoplan("validate", "my-sale.yaml")
    assert ran.code == 1
    assert ran.err.endswith("  did you mean D?\n")


@pytest.mark.parametrize("name", ["true", "null", "yes", "on"])
def test_a_name_that_means_something_in_yaml_is_a_name(promoplan: Program, name: str) -> None:
    assert promoplan("playbooks", "new", name).code == 0
    assert promoplan("validate", f"{name}.yaml").code == 0
    assert promoplan("init", f"{name}.yaml", "--date", "2025-06-18", "--yes").code == 0
    assert promoplan("today").code == 0
