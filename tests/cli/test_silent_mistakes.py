"""What once went wrong in silence, as whole commands in both languages: refused, or told as it was understood."""

import json
from pathlib import Path

import pytest

from conftest import SMALL, Program
from terminal import talk

DOUBLE11 = ("init", "double11", "--date", "2024-11-11", "--name", "d11", "--yes")
INIT = ("init", str(SMALL), "--date", "2024-11-11", "--yes")
NOTHING: list[str] = []


@pytest.fixture
def sale(promoplan: Program) -> Program:
    assert promoplan(*INIT).code == 0
    return promoplan


@pytest.fixture
def double11(promoplan: Program) -> Program:
    assert promoplan(*DOUBLE11).code == 0
    return promoplan


def written(shop: Path) -> list[str]:
    """Every line of the logs."""
    return [line for log in shop.glob("*/log/*.jsonl") for line in log.read_text(encoding="utf-8").splitlines()]


def statuses(promoplan: Program) -> dict[str, str]:
    return {item["id"]: item["status"] for item in json.loads(promoplan("tasks", "--json").out)["items"]}


@pytest.mark.parametrize("verb", ["done", "start", "skip", "block", "reopen", "pin", "unpin"])
@pytest.mark.parametrize("word", ["all", "全部", "ALL", "standby-", "orders", "st", "急"])
def test_no_command_that_writes_takes_a_part_of_an_id_or_a_word_for_everything(
    double11: Program, shop: Path, verb: str, word: str
) -> None:
    ran = double11(verb, word)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith((f"error: there is no task {word}\n", f"error: {word} may be: "))
    assert written(shop) == NOTHING


@pytest.mark.parametrize(
    ("lang", "err"),
    [
        ("zh", "错误: 没有任务 all\n  promoplan tasks 列出全部任务\n"),
        ("en", "error: there is no task all\n  promoplan tasks lists them\n"),
    ],
)
def test_done_all_ticks_nothing(double11: Program, shop: Path, lang: str, err: str) -> None:
    assert double11("done", "all", lang=lang) == (2, "", err)
    assert written(shop) == NOTHING


@pytest.mark.parametrize(
    ("lang", "known"), [("zh", "test-orders (下测试单走全链路)"), ("en", "test-orders (Place test ")]
)
def test_done_test_asks_which(double11: Program, shop: Path, lang: str, known: str) -> None:
    ran = double11("done", "test", lang=lang)
    assert (ran.code, ran.out) == (2, "")
    assert known in ran.err
    assert written(shop) == NOTHING


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        (("done", "POSTER"), "poster"),
        (("done", "finish the MAIN image"), "poster"),
        (("done", "main image"), "poster"),
        (("done", "主图"), "poster"),
        (("skip", "选品"), "choose-goods"),
        (("done", "ｔｈａｎｋ"), "thank"),
    ],
)
def test_a_whole_name_or_whole_words_of_one_title_are_enough(sale: Program, words: tuple[str, ...], id_: str) -> None:
    ran = sale(*words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{words[0]}" if words[0] == "done" else "skipped")
    assert f"({id_})\n" in ran.out
    assert statuses(sale)[id_] in {"done", "skipped"}


@pytest.mark.parametrize("word", ["mage", "imag", "图", "g"])
def test_a_part_of_a_word_is_no_title(sale: Program, shop: Path, word: str) -> None:
    assert sale("done", word).code == 2
    assert sale("move", f"{word}=10-25", "--yes").code == 2
    assert sale("note", word, "x").code == 2
    assert written(shop) == NOTHING


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 130), ("\n", 130)])
def test_on_a_terminal_a_part_of_a_title_is_asked_for(sale: Program, shop: Path, answer: str, code: int) -> None:
    ended, shown = talk(shop, [answer], "done", "主图")
    assert ended == code
    assert "Is it Finish the main image (poster)? [y/N]" in shown
    assert (statuses(sale)["poster"] == "done") == (code == 0)


@pytest.mark.parametrize("word", ["poster", "Finish the main image"])
def test_on_a_terminal_a_whole_name_is_not(sale: Program, shop: Path, word: str) -> None:
    code, shown = talk(shop, [], "done", word)
    assert (code, "[y/N]" in shown) == (0, False)
    assert statuses(sale)["poster"] == "done"


@pytest.mark.parametrize(
    ("lang", "first", "role"),
    [
        ("zh", "错误: 没有角色或任务 销售\n  可以是: ", "售前客服 (sales)"),
        ("en", "error: there is no role or task 销售\n  one of: ", "Sales (sales)"),
    ],
)
def test_the_name_of_a_role_that_is_not_here_is_no_task(
    double11: Program, shop: Path, lang: str, first: str, role: str
) -> None:
    ran = double11("assign", "销售=小李", lang=lang)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(first)
    assert role in ran.err
    assert written(shop) == NOTHING


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("客服", "  did you mean Sales (sales) / After-sales"),
        ("主图", " / Finish the main image (poster)\n"),
    ],
)
def test_a_word_for_several_roles_or_a_part_of_a_task_assigns_nothing(
    promoplan: Program, shop: Path, word: str, told: str
) -> None:
    promoplan(*(DOUBLE11 if word == "客服" else INIT))
    ran = promoplan("assign", f"{word}=小李")
    assert (ran.code, ran.out) == (2, "")
    assert "(sales)" in ran.err if word == "客服" else told in ran.err
    assert written(shop) == NOTHING


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("zh", "0.8", "错误: conversion: 0.8 说不清是 0.8% 还是 80%\n  写成 0.8% 或 80%\n"),
        ("en", "0.8", "error: conversion: 0.8 may be 0.8% or 80%\n  write 0.8% or 80%\n"),
        ("en", "1", "error: conversion: 1 may be 1% or 100%\n  write 1% or 100%\n"),
        ("zh", "0.10", "错误: conversion: 0.10 说不清是 0.1% 还是 10%\n  写成 0.1% 或 10%\n"),
    ],
)
def test_a_percentage_that_may_be_a_fraction_is_refused(
    promoplan: Program, shop: Path, lang: str, text: str, told: str
) -> None:
    assert promoplan(*INIT, "--set", f"conversion={text}", lang=lang) == (2, "", told)
    assert not (shop / "small-2024").exists()


@pytest.mark.parametrize(("text", "shown"), [("4", "4%"), ("0.8%", "0.8%"), ("80%", "80%"), ("0.04", "4%")])
@pytest.mark.parametrize(("lang", "heading"), [("zh", "你填的\n转化率 "), ("en", "As you set it\nConversion ")])
def test_what_was_understood_is_printed(promoplan: Program, text: str, shown: str, lang: str, heading: str) -> None:
    ran = promoplan(*INIT, "--dry-run", "--set", f"conversion={text}", lang=lang)
    assert (ran.code, ran.err) == (0, "")
    assert f"{heading}{shown}\n" in ran.out


@pytest.mark.parametrize(
    ("lang", "warning"),
    [
        ("zh", "提醒: inputs 里的 conversion: 0.8 按 80% 算 [bare-percent-read]\n  写成 0.8% 或 80%\n"),
        ("en", "warning: inputs: conversion: 0.8 is taken as 80% [bare-percent-read]\n  write 0.8% or 80%\n"),
    ],
)
def test_a_campaign_file_with_such_a_percentage_goes_on_and_says_so(
    sale: Program, shop: Path, lang: str, warning: str
) -> None:
    file = shop / "small-2024" / "campaign.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("conversion: 4%", "conversion: 0.8"), encoding="utf-8")
    ran = sale("today", lang=lang)
    assert ran.code == 0
    assert ran.err.startswith("small-2024/campaign.yaml: ")
    assert ran.err.endswith(warning)


@pytest.mark.parametrize(
    ("event", "now", "words", "shown"),
    [
        ("2026-11-11", "2026-11-20", ("tasks", "--from", "11月20日"), "from 2026-11-20 Fri"),
        (
            "2026-11-11",
            "2026-12-20",
            ("tasks", "--from", "11月20日", "--to", "12-01"),
            "from 2026-11-20 Fri to 2026-12-01",
        ),
        ("2026-11-11", "2026-12-20", ("today", "--on", "11-20"), "2026-11-20 Fri"),
        ("2027-01-05", "2026-12-20", ("today", "--on", "1月3日"), "2027-01-03 Sun"),
        ("2027-01-05", "2027-01-08", ("today", "--on", "12-30"), "2026-12-30 Wed"),
        ("2027-01-05", "2027-01-08", ("status", "--on", "12.30"), "2026-12-30 Wed"),
        ("2026-11-11", "2026-11-20", ("log", "--since", "11-10"), "since 2026-11-10 Tue"),
        ("2027-01-05", "2027-01-08", ("diff", "12-30"), "since 2026-12-30 Wed"),
    ],
)
def test_a_day_without_a_year_is_the_campaign_s_and_is_shown(
    promoplan: Program, event: str, now: str, words: tuple[str, ...], shown: str
) -> None:
    promoplan("init", str(SMALL), "--date", event, "--yes", now=now)
    ran = promoplan(*words, now=now)
    assert ran.code == 0
    assert shown in ran.out.partition("\n")[0]


@pytest.mark.parametrize(
    ("lang", "range_"),
    [("zh", " · 从 2024-11-13 周三 到 2024-11-30 周六\n"), ("en", " · from 2024-11-13 Wed to 2024-11-30 Sat\n")],
)
def test_the_days_of_tasks_are_shown_in_both_languages(sale: Program, lang: str, range_: str) -> None:
    ran = sale("tasks", "--from", "11月13日", "--to", "11-30", now="2024-12-10", lang=lang)
    assert (ran.code, ran.err) == (0, "")
    assert range_ in ran.out


@pytest.mark.parametrize(
    ("lang", "err"),
    [
        ("zh", "错误: 2026-11-30 还没到\n  --on 写实际做的那天, 不写就是今天\n"),
        ("en", "error: 2026-11-30 is a day to come\n  --on is the day it was done; left out, it is today\n"),
    ],
)
def test_a_deed_is_never_put_a_year_back(promoplan: Program, shop: Path, lang: str, err: str) -> None:
    promoplan("init", str(SMALL), "--date", "2026-11-11", "--yes", now="2026-11-27")
    assert promoplan("done", "thank", "--on", "11月30日", now="2026-11-27", lang=lang) == (2, "", err)
    assert written(shop) == NOTHING
    told = promoplan("done", "thank", "--on", "11月15日", now="2027-01-02", lang=lang).out
    assert "2026-11-15" in told


@pytest.mark.parametrize(
    ("lang", "words", "name"),
    [
        ("zh", ("--role", "美工"), "small-2024-美工"),
        ("en", ("--role", "design"), "small-2024-Design"),
        ("zh", ("--phase", "prepare"), "small-2024-准备"),
        ("en", ("--role", "ops", "--role", "sales", "--phase", "climax"), "small-2024-Operations-Sales-Climax"),
    ],
)
@pytest.mark.parametrize("kind", ["ics", "md", "json"])
def test_a_part_of_the_plan_is_exported_beside_the_whole(
    sale: Program, shop: Path, kind: str, lang: str, words: tuple[str, ...], name: str
) -> None:
    wrote, replaced = ("已写好: ", "已覆盖: ") if lang == "zh" else ("Wrote ", "Replaced ")
    assert sale("export", kind, lang=lang) == (0, f"{wrote}small-2024.{kind}\n", "")
    whole = (shop / f"small-2024.{kind}").read_bytes()
    assert sale("export", kind, *words, lang=lang) == (0, f"{wrote}{name}.{kind}\n", "")
    assert (shop / f"small-2024.{kind}").read_bytes() == whole
    assert (shop / f"{name}.{kind}").read_bytes() != whole
    assert sale("export", kind, *words, lang=lang) == (0, f"{replaced}{name}.{kind}\n", "")
    assert sale("export", kind, "-o", f"{name}.{kind}", lang=lang) == (0, f"{replaced}{name}.{kind}\n", "")


def test_a_title_that_no_file_can_have_still_names_an_export(promoplan: Program, shop: Path) -> None:
    text = SMALL.read_text(encoding="utf-8").replace("{zh: 美工, en: Design}", "{zh: 美工/摄影, en: 'a: b?'}")
    (shop / "own.yaml").write_text(
        text.replace("{zh: 运营, en: Operations}", f"{{zh: {'运' * 80}, en: Operations}}"), "utf-8"
    )
    promoplan("init", "own.yaml", "--date", "2024-11-11", "--name", "活动", "--yes")
    assert promoplan("export", "md", "--role", "design", lang="zh").out == "已写好: 活动-美工-摄影.md\n"
    assert promoplan("export", "md", "--role", "design").out == "Wrote 活动-a- b.md\n"
    assert promoplan("export", "md", "--role", "ops", lang="zh").out == "已写好: 活动-ops.md\n"


@pytest.mark.parametrize("written_", ["小李，小王", "小李、小王", "[小李，小王]", "小李；小王", "[小李, 小王, 小李]"])
def test_people_of_a_file_are_separated_as_on_the_command_line(sale: Program, shop: Path, written_: str) -> None:
    file = shop / "small-2024" / "campaign.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("people: {}", f"people: {{sales: {written_}}}"), "utf-8")
    assert "Sales (sales)    小李, 小王\n" in sale("assign").out
    assert "业务员 (sales) 小李、小王\n" in sale("assign", lang="zh").out
    assert sale("today", "--person", "小王").code == 0


def test_an_assignment_made_while_a_list_was_taken_for_one_person_still_holds(sale: Program, shop: Path) -> None:
    file = shop / "small-2024" / "campaign.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("people: {}", "people: {sales: 小李，小王}"), "utf-8")
    sale("assign", "sales=Amy")
    (log,) = (shop / "small-2024" / "log").glob("*.jsonl")
    log.write_text(log.read_text(encoding="utf-8").replace('["小李","小王"]', '["小李，小王"]'), "utf-8")
    assert "Sales (sales)    Amy\n" in sale("assign").out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_names_that_differ_only_in_case_or_width_are_one_person(sale: Program, lang: str) -> None:
    sale("assign", "ops=Amy", "sales=ａｍｙ,AMY,Ben")
    people = {item["id"]: item["people"] for item in json.loads(sale("tasks", "--json").out)["items"]}
    assert people["choose-goods"] == ["Amy", "Ben"]
    listed = {name: sale("tasks", "--person", name, lang=lang) for name in ("Amy", "amy", "Ａmy")}
    assert {ran.code for ran in listed.values()} == {0}
    assert len({ran.out for ran in listed.values()}) == 1


@pytest.mark.parametrize("name", ["SMALL-2024", "Ｓmall-2024", "Small", "small-2024"])
def test_a_campaign_is_called_whatever_the_case_and_width(sale: Program, name: str) -> None:
    ran = sale("today", "-c", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("small-2024 ")


def test_the_case_counts_where_it_tells_two_campaigns_apart(promoplan: Program) -> None:
    promoplan(*INIT, "--name", "sale")
    promoplan(*INIT, "--name", "SALE")
    assert promoplan("today", "-c", "SALE").out.startswith("SALE ")
    assert promoplan("today", "-c", "Sale") == (2, "", "error: there is no campaign Sale\n  there are: SALE, sale\n")


def test_what_was_skipped_counts_the_same_for_people_and_programs(sale: Program) -> None:
    sale("done", "choose-goods")
    sale("skip", "poster")
    phases = {phase["id"]: phase for phase in json.loads(sale("timeline", "--json").out)["phases"]}
    assert (phases["prepare"]["done"], phases["prepare"]["total"]) == (1, 2)
    assert "Prepare 1/2" in sale("timeline").out
    assert "准备 1/2" in sale("timeline", lang="zh").out


NAMES = [
    ("2024/双11", "2024-双11"), ("a\\b", "a-b"), ("../x", "x"), ("a?", "a"), ("aux.txt", "x-aux.txt"),
    ("COM¹", "x-COM¹"), ("lpt3.tar.gz", "x-lpt3.tar.gz"), ("nul .md", "x-nul .md"), ("con", "x-con"),
    (".hid", "hid"), ("x.", "x"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "like"), NAMES)
def test_a_name_that_no_folder_can_have_is_refused_with_one_that_works(
    promoplan: Program, shop: Path, name: str, like: str
) -> None:
    zh, en = promoplan(*INIT, "--name", name, lang="zh"), promoplan(*INIT, "--name", name)
    assert zh == (2, "", f"错误: {name} 不能当文件夹名\n  写成 {like} 就可以\n")
    assert en == (2, "", f"error: {name} cannot be a folder name\n  write {like} instead\n")
    assert list(shop.iterdir()) == []
    assert promoplan(*INIT, "--name", like).code == 0


@pytest.mark.parametrize("name", ["长" * 67, "长" * 86, "x" * 201, "x" * 4000, "😀" * 1000])
@pytest.mark.parametrize(
    ("lang", "told"), [("zh", " 太长\n  短一点, 最长写到 "), ("en", " is too long\n  make it shorter; ")]
)
def test_a_name_that_is_too_long_is_a_mistake(promoplan: Program, shop: Path, name: str, lang: str, told: str) -> None:
    ran = promoplan(*INIT, "--name", name, lang=lang)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert list(shop.iterdir()) == []
    promoplan(*INIT, "--name", "c")
    for words in (("today", "-c"), ("playbooks", "show"), ("init",), ("archive",), ("done",)):
        ran = promoplan(*words, name, lang=lang)
        assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("name", ["长" * 66, "x" * 200])
def test_the_longest_name_works(promoplan: Program, name: str) -> None:
    assert promoplan(*INIT, "--name", name).code == 0
    assert promoplan("export", "ics", "--role", "ops").code == 0


@pytest.mark.parametrize(("lang", "told"), [("zh", "double11.yaml: 没有错误"), ("en", "double11.yaml: no faults")])
def test_a_folder_of_that_name_hides_no_shipped_playbook(promoplan: Program, shop: Path, lang: str, told: str) -> None:
    (shop / "double11").mkdir()
    ran = promoplan("validate", "double11", lang=lang)
    assert ran.code == 0
    assert ran.out.startswith(told)
    (shop / "double11").rmdir()
    (shop / "double11").write_text("x: [", encoding="utf-8")
    assert promoplan("validate", "double11", lang=lang).code == 1


@pytest.mark.parametrize(
    ("lang", "err", "out"),
    [
        (
            "zh",
            "提醒: “准备”没有什么要放行的, 理由没有记\n  要留句话: promoplan note 任务 内容\n",
            "这个阶段没有设关口\n",
        ),
        (
            "en",
            "warning: nothing keeps Prepare from beginning; the reason was not noted\n"
            "  to leave a word: promoplan note TASK TEXT\n",
            "This phase has no gate\n",
        ),
    ],
)
def test_a_reason_without_a_gate_is_not_dropped_in_silence(
    sale: Program, shop: Path, lang: str, err: str, out: str
) -> None:
    ran = sale("gate", "prepare", "--reason", "x", lang=lang)
    assert (ran.code, ran.err) == (0, err)
    assert ran.out.endswith(out)
    assert written(shop) == NOTHING
    assert sale("gate", "prepare", lang=lang).err == ""


@pytest.mark.parametrize("version", ["1.10", "2.0", "1.100", "2026.1", "3"])
def test_a_version_is_kept_as_it_is_written(promoplan: Program, shop: Path, version: str) -> None:
    text = SMALL.read_text(encoding="utf-8").replace("version: 1.0\n", f"version: {version}\n")
    (shop / "own.yaml").write_text(text, encoding="utf-8")
    assert promoplan("init", "own.yaml", "--date", "2024-11-11", "--name", "c", "--yes").code == 0
    assert f'version: "{version}"' in (shop / "c" / "campaign.yaml").read_text(encoding="utf-8")
