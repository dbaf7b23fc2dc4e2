"""A compiled plan is the plan."""

import json
from datetime import date

import pytest

from conftest import ANNIVERSARIES, SHIPPED, SMALL
from promoplan.engine.expand import expand
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.model.options import Options
from promoplan.workspace.codec import decode, encode


@pytest.mark.parametrize("event", ANNIVERSARIES)
@pytest.mark.parametrize("name", ["small", *SHIPPED])
def test_encoding_and_decoding_gives_an_equal_plan(name: str, event: date) -> None:
    plan = expand(load(shipped.path(name) or SMALL).playbook, Options(event))
    assert decode(json.loads(json.dumps(encode(plan)))) == plan


@pytest.mark.parametrize("broken", [[], [[], None], [[], ["Plan"]], [[["Card"]], ["l"]], [[], ["?", 1]], {}, [[], 3]])
def test_anything_else_is_refused(broken: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, IndexError)):
        decode(broken)  # type: ignore[arg-type]
