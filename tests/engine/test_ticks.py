"""Ticks that hang on the text of a line: what keeps them, and what loses them."""

import pytest

from promoplan.engine.ticks import beside_of, lines_of, resolve, with_texts
from promoplan.model.progress import Progress, Tick
from promoplan.text import Text

TWELVE = [
    *("核对库存", "打印面单", "备好胶带", "核对价格", "核对主图", "核对赠品"),
    *("1号店上架", "2号店上架", "贴A仓标签", "贴B仓标签", "通知客服", "通知仓库"),
]


def texts(lines: list[str]) -> list[Text]:
    return list(map(Text.same, lines))


def tick(lines: list[str], number: int) -> Tick:
    known = lines_of(texts(lines))
    text, which = known[number - 1]
    return Tick(text, which, f"tick:a:{which}:{text}", beside_of(known, number))


def ticked(before: list[str], numbers: list[int], after: list[str]) -> tuple[set[int], tuple[str, ...]]:
    found = resolve(texts(after), [tick(before, number) for number in numbers])
    return set(found.numbers), found.lost


@pytest.mark.parametrize("number", range(1, 13))
def test_each_of_twelve_short_lines_keeps_its_own_tick(number: int) -> None:
    line = TWELVE[number - 1]
    assert ticked(TWELVE, [number], ["新的一行", *TWELVE]) == ({number + 1}, ())
    assert ticked(TWELVE, [number], TWELVE[::-1]) == ({13 - number}, ())
    without = [each for each in TWELVE if each != line]
    assert ticked(TWELVE, [number], without) == (set(), (line,))
    reworded = [f"{each}吧" if each == line else each for each in TWELVE]
    assert ticked(TWELVE, [number], ["新的一行", *reworded]) == ({number + 1}, ())


@pytest.mark.parametrize(
    ("then", "now", "kept"),
    [
        ("打印面单", "打印好面单", True),
        ("打印面单", "打印 面单", True),
        ("打印面单", "核对库存", False),
        ("核对库存", "核对价格", False),
        ("1号店核对价格", "2号店核对价格", False),
        ("Print the labels", "Print all the labels", True),
        ("Print the labels", "Pack the boxes", False),
    ],
)
def test_a_line_that_is_nearly_the_same_keeps_its_tick(then: str, now: str, kept: bool) -> None:
    assert ticked([then], [1], [now]) == (({1}, ()) if kept else (set(), (then,)))


def test_one_tick_never_counts_for_two_lines_and_equal_lines_have_each_their_own() -> None:
    assert ticked(["打印面单"], [1], ["打印面单吧", "打印面单了"]) == ({1}, ())
    assert ticked(["复查", "称重", "复查"], [3], ["称重", "复查", "复查"]) == ({3}, ())
    assert ticked(["复查", "称重", "复查"], [1, 3], ["称重", "复查", "复查"]) == ({2, 3}, ())
    assert ticked(["复查", "复查"], [1], ["复查", "复查"]) == ({1}, ())


def test_a_line_ticked_again_after_it_was_reworded_is_unticked_by_both_keys() -> None:
    found = resolve(texts(["打印好面单"]), [tick(["打印面单"], 1), tick(["打印好面单"], 1)])
    assert found.keys == {1: ("tick:a:1:打印好面单", "tick:a:1:打印面单")}
    assert found.lost == ()


def test_a_number_means_the_line_of_the_first_playbook() -> None:
    old = Progress(checked={"a": frozenset({2, 9}), "b@d1": frozenset({1})})
    known = with_texts(old, {"a": texts(["核对库存", "打印面单"]), "b": texts(["称重"])})
    assert known.checked == {}
    found = resolve(texts(["备胶带", "核对库存", "打印面单"]), known.ticks["a"])
    assert found.keys == {3: ("check:a:2",)}
    assert found.lost == ("#9",)
    assert resolve(texts(["称重"]), known.ticks["b@d1"]).keys == {1: ("check:b@d1:1",)}
