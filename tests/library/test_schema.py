"""The JSON Schema that editors use: what promoplan reads it allows, and it lies where the playbooks point."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from conftest import SHIPPED, SMALL
from promoplan.errors import PromoplanError
from promoplan.library import shipped
from promoplan.library.load import load_source
from promoplan.library.schema import schema_text
from promoplan.library.source import Source, read
from promoplan.library.strict import parse
from promoplan.library.template import SCHEMA, template
from promoplan.text import Lang

VALIDATOR = Draft202012Validator(json.loads(schema_text()))

TASK = """\
format: 1
playbook: small
version: 1
title: {zh: 小, en: Small}
event: {title: The day, reference: 2024-11-11, date: 11-11}
inputs: {live: {type: flag, title: Live, default: yes}}
roles: {ops: Operations}
boards: {goods: Goods}
phases: [{id: prep, title: Prepare, when: D-7..D}]
tasks: [{id: choose, title: Choose, phase: prep, board: goods, REST}]
"""


def objections(text: str) -> list[str]:
    """What an editor would underline."""
    return [error.message for error in VALIDATOR.iter_errors(parse(Source("f", text)))]


def is_read(text: str) -> bool:
    try:
        load_source(Source("f", text))
    except PromoplanError:
        return False
    return True


def test_the_copy_beside_the_playbooks_is_current() -> None:
    path = shipped.folder() / SCHEMA
    assert path.read_text(encoding="utf-8") == schema_text(), f"promoplan schema > {path.name}"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize(
    "path", [SMALL, *(shipped.folder() / f"{name}.yaml" for name in SHIPPED)], ids=lambda p: p.stem
)
def test_an_editor_has_nothing_against_a_good_playbook(path: Path) -> None:
    assert objections(read(path).text) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_editor_has_nothing_against_a_new_playbook(lang: Lang) -> None:
    assert objections(template("mine", lang)) == []


@pytest.mark.parametrize(
    "rest",
    [
        "roles: ops",
        "roles: [ops]",
        "roles: ops, when: D-3, tools: Qianniu, checklist: [{zh: 货, en: Goods}, Price], effort: 1d",
        "roles: ops, when: D-3, outside: true, roll: back, kind: standing, within: 1h, if: live",
        "roles: ops, when: {every: day, hours: '09:00-12:00'}",
        "roles: ops, when: {every: '4d', in: D-9..D, hours: ['09:00-12:00', '13:00-14:00 UTC']}",
        "roles: ops, when: {waves: 3, gap: 4d, last: D-1 20:00}",
        "roles: ops, when: {waves: 3-4, gap: 4-5d, last: D-1 20:00, in: prep}",
        "roles: ops, when: {rota: [A, {zh: 乙, en: B}], shift: 8h, in: D, peaks: {in: D, hours: ['00:00-02:00']}}",
        "roles: ops, when: [{if: live, then: {every: day}}, {if: not live, then: D-3}, D-2]",
        "roles: ops, amounts: [{title: A, value: 20, to: 30.5, per: {zh: 天, en: day}}, {title: B, ramp: [1, 2 * 3]}]",
    ],
)
def test_what_is_read_is_not_objected_to(rest: str) -> None:
    text = TASK.replace("REST", rest)
    assert is_read(text)
    assert objections(text) == []


@pytest.mark.parametrize(
    "rest",
    [
        "when: D-3",
        "roles: {ops: 1}",
        "roles: ops, rolls: back",
        "roles: ops, roll: backwards",
        "roles: ops, outside: maybe",
        "roles: ops, when: 5",
        "roles: ops, when: {evry: day}",
        "roles: ops, when: {every: day, until: D}",
        "roles: ops, when: {waves: 3}",
        "roles: ops, when: [{if: live}]",
        "roles: ops, checklist: [{fr: Prix}]",
        "roles: ops, amounts: [{value: 5}]",
        "roles: ops, amounts: [{title: A, ramp: [1]}]",
        "roles: ops, id: Choose Goods",
    ],
)
def test_an_editor_sees_the_plain_mistakes_too(rest: str) -> None:
    text = TASK.replace("id: choose, ", "" if "id: " in rest else "id: choose, ").replace("REST", rest)
    assert not is_read(text)
    assert objections(text) != []


def words(part: Any) -> list[str]:
    """The keys of everything in the schema that is a mapping of fixed keys."""
    if isinstance(part, dict):
        found = [*part.get("properties", {})] if part.get("type") == "object" else []
        return found + [word for inner in part.values() for word in words(inner)]
    return [word for inner in part for word in words(inner)] if isinstance(part, list) else []


def test_keys_stand_in_the_schema_as_the_file_writes_them() -> None:
    found = set(words(json.loads(schema_text())))
    assert {"if", "in", "min", "max", "date"} <= found
    assert found.isdisjoint({"condition", "inside", "span", "low", "high", "usual"})
