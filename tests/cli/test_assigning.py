"""Who has what: roles and tasks by any of their names, several people, taken off again."""

import json
from pathlib import Path

import pytest

from conftest import OWN, SMALL, Program

INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes", "--people", "sales=Amy")


@pytest.fixture
def log(promoplan: Program, shop: Path) -> Path:
    promoplan(*INIT)
    return shop / "small-2024" / OWN


def people(promoplan: Program) -> dict[str, list[str]]:
    """Who has each item."""
    return {item["id"]: item["people"] for item in json.loads(promoplan("tasks", "--json").out)["items"]}


def test_without_words_it_says_who_has_what(promoplan: Program, log: Path) -> None:
    ran = promoplan("assign")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
Operations (ops) nobody
Sales (sales)    Amy
Design (design)  nobody
promoplan assign ROLE=NAME,NAME
"""
    )
    assert log.read_text() == ""


def test_roles_and_tasks_by_id_or_name_in_one_command(promoplan: Program, log: Path) -> None:
    ran = promoplan("assign", "业务员=小李,小王", "Design=小美", "定稿主图=小强", "push@w2=Bob", "--by", "老板")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
Sales (sales): 小李, 小王 (was: Amy)
Design (design): 小美
Finish the main image (poster): 小强
Send the [preheat] push (push@w2): Bob (was: Amy)
"""
    )
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [(event["type"], event["key"], event["value"]) for event in events] == [
        ("assigned", "who:sales", ["小李", "小王"]),
        ("assigned", "who:design", ["小美"]),
        ("assigned", "who:item:poster", ["小强"]),
        ("assigned", "who:item:push@w2", ["Bob"]),
    ]
    assert {event["by"] for event in events} == {"老板"}
    assert len({event["batch"] for event in events}) == 1
    found = people(promoplan)
    assert found["poster"] == ["小强"]
    assert [found[f"push@w{number}"] for number in (1, 2, 3)] == [["小李", "小王"], ["Bob"], ["小李", "小王"]]
    assert found["choose-goods"] == ["小李", "小王"]
    assert found["open-shop"] == []


def test_a_task_with_repeats_is_meant_whole(promoplan: Program, log: Path) -> None:
    assert promoplan("assign", "push=Zoe").out == "Send the [preheat] push (push): Zoe (was: Amy)\n"
    assert [people(promoplan)[f"push@w{number}"] for number in (1, 2, 3)] == [["Zoe"]] * 3
    assert '"who:item:push"' in log.read_text()


def test_a_role_changed_by_hand_since_goes_by_the_file(promoplan: Program, log: Path) -> None:
    promoplan("assign", "sales=Ben", "poster=Zoe")
    file = log.parent.with_name("campaign.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("sales: [Amy]", "sales: [Cyn]"), encoding="utf-8")
    assert people(promoplan)["thank"] == ["Cyn"]
    assert people(promoplan)["poster"] == ["Zoe"]
    assert promoplan("assign", "sales=Ben").out == "Sales (sales): Ben (was: Cyn)\n"
    assert people(promoplan)["thank"] == ["Ben"]


def test_nothing_after_the_sign_takes_people_off(promoplan: Program, log: Path) -> None:
    promoplan("assign", "poster=小强", "design=小美")
    ran = promoplan("assign", "poster=", "sales=", lang="zh")
    assert ran.out == "定稿主图 (poster): 小美 (按角色) (之前: 小强)\n业务员 (sales): 没有人 (之前: Amy)\n"
    assert people(promoplan)["poster"] == ["小美"]
    assert people(promoplan)["choose-goods"] == []
    assert len(log.read_text().splitlines()) == 4


def test_what_holds_already_is_only_mentioned(promoplan: Program, log: Path) -> None:
    ran = promoplan("assign", "sales=Amy", "poster=")
    assert (ran.code, ran.out) == (0, "already Sales (sales): Amy\nalready Finish the main image (poster): nobody\n")
    assert log.read_text() == ""


def test_the_same_role_twice_gets_everybody(promoplan: Program, log: Path) -> None:
    assert promoplan("assign", "ops=Ann", "运营=Ben，Ann").out == "Operations (ops): Ann, Ben\n"
    assert len(log.read_text().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (("sales=Ben", "desgin=Zoe"), "error: there is no role or task desgin\n  did you mean design?\n"),
        (
            ("没有=Zoe",),
            "error: there is no role or task 没有\n"
            "  did you mean Operations (ops) / Sales (sales) / Design (design)?\n",
        ),
        (("sales",), "error: cannot read sales\n  write ROLE=Amy,Ben\n"),
        (("=Amy",), "error: cannot read =Amy\n  write ROLE=Amy,Ben\n"),
        (
            ("the=Amy",),
            "error: there is no role or task the\n  one of: Operations (ops) / Sales (sales) / Design (design) / ",
        ),
    ],
)
def test_a_mistake_changes_nothing(promoplan: Program, log: Path, words: tuple[str, ...], err: str) -> None:
    ran = promoplan("assign", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(err)
    assert log.read_text() == ""


def test_names_steer_no_terminal_and_are_no_markup(promoplan: Program, log: Path) -> None:
    ran = promoplan("assign", "sales=[red]A[/],\x1b[31mB")
    assert ran.out == "Sales (sales): [red]A[/], �[31mB (was: Amy)\n"
    assert log.exists()


def test_the_same_as_json(promoplan: Program, log: Path) -> None:
    record = json.loads(promoplan("assign", "sales=Ann", "poster=Ben", "--json").out)
    posts = {post["id"]: post for post in record["posts"]}
    assert posts["sales"] == {"kind": "role", "id": "sales", "title": "Sales", "people": ["Ann"]}
    assert posts["poster"] == {"kind": "item", "id": "poster", "title": "Finish the main image", "people": ["Ben"]}
    assert len(log.read_text().splitlines()) == 2
    assert json.loads(promoplan("assign", "--json").out) == record
