"""Every step on the way to a date can be put into words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import promoplan
from promoplan.views.why import STEPS

SOURCE = Path(promoplan.__file__).parent


def made() -> Iterator[tuple[str, ast.expr]]:
    """Each place of the source that makes a step, with the kind it gives it."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Step":
                yield f"{path.name}:{node.lineno}", node.args[0]


def test_every_kind_of_step_is_written_out_where_it_is_made() -> None:
    assert [place for place, kind in made() if not isinstance(kind, ast.Constant)] == []


def test_why_explains_every_kind_of_step_and_no_other() -> None:
    assert {kind.value for _, kind in made() if isinstance(kind, ast.Constant)} == set(STEPS)
