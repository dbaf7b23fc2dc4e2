"""What a person does next after `init`, `today`, `show` and `export`: each leads on, and they agree."""

from pathlib import Path

import pytest

from conftest import Program


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ((), ""),
        (("--role", "售前客服"), "--role sales "),
        (("--person", "小 李"), '--person "小 李" '),
    ],
)
def test_what_is_late_and_not_shown_is_a_command_away(promoplan: Program, words: tuple[str, ...], chosen: str) -> None:
    promoplan("init", "double11", "--date", "2024-11-11", "--name", "秋 季", "--people", "sales=小 李", "--yes")
    ran = promoplan("today", *words, now="2024-11-05", lang="zh")
    told = [line for line in ran.out.splitlines() if "更早的还有" in line]
    assert [line.partition(": ")[2] for line in told] == [f'promoplan tasks --status late {chosen}-c "秋 季"']


def test_who_does_not_know_the_playbooks_is_led_to_them(promoplan: Program) -> None:
    assert "promoplan init --help" in promoplan("init").err
    assert "promoplan playbooks" in promoplan("init", "--help").out


def test_a_new_plan_with_spaces_in_its_name_can_be_pasted(promoplan: Program, shop: Path) -> None:
    ran = promoplan("init", "double11", "--date", "2024-11-11", "--name", "秋 季", "--yes")
    assert ran.out.endswith('  promoplan today -c "秋 季"\n  promoplan timeline -c "秋 季"\n')
    assert (shop / "秋 季").is_dir()


def test_show_and_why_count_to_the_same_day_as_the_lists(promoplan: Program) -> None:
    """A list shows how far off the day is when a task is due; all of a task tells both ends."""
    promoplan("init", "double11", "--date", "2024-11-11", "--yes")
    assert "D-61 09-09 Mon … 09-11 Wed Write the FAQ" in promoplan("tasks", "--role", "sales").out
    told = "2024-09-09 Mon … 2024-09-11 Wed (D-63 … D-61)\n"
    for command in ("show", "why"):
        assert told in promoplan(command, "faq-scripts").out
    assert "2024-10-14 Mon 20:00–22:00 (D-28)\n" in promoplan("show", "presale-live").out


def test_an_export_into_a_folder_that_is_not_there_says_which(promoplan: Program, shop: Path) -> None:
    promoplan("init", "double11", "--date", "2024-11-11", "--yes")
    ran = promoplan("export", "md", "-o", "plans/autumn.md", lang="zh")
    assert (ran.code, ran.err) == (2, "错误: 没有文件夹 plans\n  先建好它, 或写到别处\n")
    (shop / "plans").mkdir()
    assert promoplan("export", "md", "-o", "plans/autumn.md").code == 0
