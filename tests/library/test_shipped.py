"""Every playbook that ships: whole, in both languages, at home in an editor."""

import re
from calendar import monthrange
from datetime import date, timedelta

import pytest

from conftest import SHIPPED
from promoplan.engine.checks import check
from promoplan.engine.expand import expand
from promoplan.errors import is_error
from promoplan.library import shipped
from promoplan.library.load import Loaded, load
from promoplan.library.template import SCHEMA
from promoplan.model.options import Options

FIRST_LINE = f"# yaml-language-server: $schema={SCHEMA}\n"

each_shipped = pytest.mark.parametrize("name", SHIPPED)


def playbook(name: str) -> Loaded:
    path = shipped.path(name)
    assert path is not None
    return load(path, path.name)


def test_the_two_of_the_first_release_are_there() -> None:
    assert {"double11", "september"} <= set(SHIPPED)


INFEASIBLE = {
    "september": {
        "push-waves": "waves-do-not-fit",
        "detail-modules": "feature-unsure",
        "exchange-cards": "feature-unsure",
        "recommend-products": "feature-unsure",
        "inquiry-follow": "feature-unsure",
        "edm-fans": "feature-unsure",
        "feed-topics": "before-feature",
        "stage-targets": "after-end",
    }
}
"""Where a source's own plan cannot be kept in its own year: more waves than days, features later than their tasks."""


@each_shipped
def test_it_has_no_fault_and_warns_of_what_its_source_cannot_keep(name: str) -> None:
    """Whatever a team chooses; at its own reference date the holidays are known."""
    found = check(playbook(name).playbook)
    assert {problem.args["name"]: problem.code for problem in found} == INFEASIBLE.get(name, {})
    assert {problem.severity for problem in found} <= {"warning"}
    assert [problem.under for problem in found if problem.under] == ["edition=industry"] * (name == "september")


@each_shipped
def test_it_is_named_like_its_file_and_speaks_both_languages(name: str) -> None:
    found = playbook(name).playbook
    assert (found.playbook, found.languages) == (name, ("zh", "en"))


@each_shipped
def test_its_first_line_tells_an_editor_the_format(name: str) -> None:
    assert playbook(name).source.text.startswith(FIRST_LINE)


@each_shipped
def test_it_is_plain_utf_8_for_every_editor(name: str) -> None:
    path = shipped.path(name)
    assert path is not None
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


@each_shipped
def test_each_task_names_its_source_and_its_reason(name: str) -> None:
    tasks = playbook(name).playbook.tasks
    assert [task.id for task in tasks if not task.source] == []
    assert [task.id for task in tasks if task.why is None] == []


@pytest.mark.parametrize("name", ["double11", "september"])
def test_there_are_at_least_sixty_tasks(name: str) -> None:
    assert len(playbook(name).playbook.tasks) >= 60


@each_shipped
def test_no_text_holds_what_a_terminal_would_obey(name: str) -> None:
    assert (
        re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\ufeff]", playbook(name).source.text)
        is None
    )


def test_the_names_are_those_of_the_files() -> None:
    assert shipped.names() == sorted(path.stem for path in shipped.folder().glob("*.yaml"))
    assert [shipped.path(name) for name in SHIPPED] == [shipped.folder() / f"{name}.yaml" for name in SHIPPED]


@pytest.mark.parametrize("name", ["nothing", "", "playbook.schema", "README", "../playbooks/double11", "double11.yaml"])
def test_what_does_not_ship_has_no_path(name: str) -> None:
    assert shipped.path(name) is None


@pytest.mark.parametrize("year", [2024, 2025, 2026])
@pytest.mark.parametrize("name", ["618", "double11", "launch", "winback"])
def test_any_event_day_gives_a_plan(name: str, year: int) -> None:
    """Neither working days around a holiday nor the end of a month squeeze a task to nothing. September goes by its own
    month."""
    found = playbook(name).playbook
    days = [date(year, 1, 1) + timedelta(days=3 * number) for number in range(122)]
    days += [date(year, month, monthrange(year, month)[1]) for month in range(1, 13)]
    for event in days:
        assert [problem for problem in expand(found, Options(event)).problems if is_error(problem)] == [], event


@pytest.mark.parametrize("year", [2024, 2025, 2027])
def test_any_day_of_the_month_gives_a_september(year: int) -> None:
    """A late opening leaves out the part of the month that is over, and says so."""
    found = playbook("september").playbook
    for day in range(1, 31):
        plan = expand(found, Options(date(year, 9, day)))
        assert [problem for problem in plan.problems if is_error(problem)] == [], day
        over = {entry.id for entry in plan.dropped if entry.cause == "over"}
        assert ("early" in over) == (day > 10), day
        assert ("mid" in over) == (day > 20), day
