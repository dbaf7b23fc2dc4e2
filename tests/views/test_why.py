"""Why a date is as it is, in words."""

from datetime import date

import pytest

from promoplan.engine.expand import expand
from promoplan.engine.words import Words
from promoplan.model.options import Options
from promoplan.model.playbook import Playbook
from promoplan.rules.stamp import Step
from promoplan.views.why import sentence


@pytest.mark.parametrize(
    ("every", "zh", "en"),
    [
        ("day", "每天重复, 第 2 次", "every day, number 2"),
        ("workday", "每个工作日重复, 第 2 次", "every workday, number 2"),
        ("week", "每周重复, 第 2 次", "every week, number 2"),
        ("month", "每个月重复, 第 2 次", "every month, number 2"),
        ("4d", "每 4 天重复, 第 2 次", "every 4d, number 2"),
        ("2 w", "每 2 周重复, 第 2 次", "every 2 w, number 2"),
        ("mon", "每周一重复, 第 2 次", "every mon, number 2"),
        ("mon,  thu", "每周一、周四重复, 第 2 次", "every mon,  thu, number 2"),
    ],
)
def test_a_repeat_is_told_in_the_reader_s_language(small: Playbook, every: str, zh: str, en: str) -> None:
    plan = expand(small, Options(date(2024, 11, 11)))
    step = Step("repeat", None, (every, 2))
    assert sentence(step, plan, Words("zh")) == zh
    assert sentence(step, plan, Words("en")) == en
