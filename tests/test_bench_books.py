"""The playbook that `tests/bench` measures with is a sound one, of the size it says."""

from pathlib import Path
from runpy import run_path

from promoplan.engine.checks import CHECKS
from promoplan.engine.expand import expand
from promoplan.library.load import load_source
from promoplan.library.source import Source
from promoplan.model.options import Options

BOOKS = run_path(str(Path(__file__).parent / "bench" / "big_books.py"))


def test_two_hundred_items_without_a_fault() -> None:
    playbook = load_source(Source("bench.yaml", BOOKS["text"](200))).playbook
    plan = expand(playbook, Options(event=playbook.event.reference))
    assert len(plan.items) == 200
    assert (plan.problems, plan.dropped) == ((), ())
    assert [problem for check in CHECKS for problem in check(playbook)] == []
    assert f"{plan.event}" == BOOKS["EVENT"]
