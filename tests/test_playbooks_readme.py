"""The guide to writing playbooks: its examples are playbooks, its dates and messages are what promoplan says.

A comment before a block says what it is: `whole`, the playbook that all fragments are added to; `example at DATE`, a
fragment and its dates; `valid`, a fragment without dates; `table when at DATE`, `table mistakes`, `table keys`;
`session`, commands and what they print.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from conftest import Program
from promoplan.engine import choices
from promoplan.engine.checks import check, dated
from promoplan.engine.expand import expand
from promoplan.engine.words import Words
from promoplan.errors import Problem, PromoplanError, is_error
from promoplan.library import shipped
from promoplan.library.load import load_source
from promoplan.library.source import Source
from promoplan.library.strict import parse
from promoplan.model.plan import Item, Plan
from promoplan.model.playbook import Playbook
from promoplan.rules.plain import RULES
from promoplan.views.summary import ORIGINS

GUIDE = Path(__file__).parents[1] / "playbooks" / "README.md"
TEXT = GUIDE.read_text(encoding="utf-8")

MARK = re.compile(r"^<!-- (?P<kind>whole|example|valid|table|session)\b ?(?P<args>.*?) ?-->$", re.MULTILINE)
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (.*) \|$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
COPY = re.compile(r'cp "\$\((.*)\)" (\S+)')

WORDS = Words("zh")
TASK = {"title": "例子", "phase": "prepare", "board": "goods", "roles": "ops"}
"""What a task needs besides an id and the lines of a fragment."""

SECTIONS = {
    "最外层": "Playbook", "event": "EventDay", "official": "Official", "anchors": "Anchor", "inputs": "Input",
    "figures": "Figure", "phases": "Phase", "tasks": "Task", "amounts": "Amount", "segments": "Segment",
    "metrics": "Metric", "features": "Feature", "scripts": "Script", "redlines": "Redline", "sources": "Source",
    "earlier": "Earlier", "merged": "Merged", "if": "Case", "at": "MomentCase", "every": "Repeat",
    "waves": "Waves", "rota": "Rota", "peaks": "Peaks",
}  # fmt: skip
"""The rows of the guide's last table and the parts of the format they list."""


class Block(NamedTuple):
    """What stands between one marking comment and the next."""

    kind: str
    args: str
    body: str

    def fences(self) -> list[tuple[str, str]]:
        return FENCE.findall(self.body)

    def rows(self) -> list[list[str]]:
        """The rows of the first table, without its head."""
        table = re.split(r"\n(?!\|)", self.body.lstrip("\n"))[0]
        return [row.split(" | ") for row in ROW.findall(table)[1:]]


def _blocks() -> Iterator[Block]:
    marks = [*MARK.finditer(TEXT), None]
    for mark, following in pairwise(marks):
        assert mark is not None
        yield Block(mark["kind"], mark["args"], TEXT[mark.end() : following.start() if following else len(TEXT)])


BLOCKS = tuple(_blocks())
EXAMPLES = [block for block in BLOCKS if block.kind in {"whole", "example"}]
SESSIONS = [block for block in BLOCKS if block.kind == "session"]


def table(name: str) -> list[tuple[str, list[str]]]:
    """The rows of every table of a name, with what the comment says besides."""
    found = [block for block in BLOCKS if block.kind == "table" and block.args.split()[0] == name]
    assert found
    return [(block.args, row) for block in found for row in block.rows()]


def plain(text: str) -> Any:
    """YAML as promoplan reads it, without places."""
    return _plain(parse(Source("README.md", text)))


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(value) for value in data] if isinstance(data, list) else data


FRAME = next(block.fences()[0][1] for block in BLOCKS if block.kind == "whole")
"""The guide's complete playbook, which its reader has before their eyes."""


def joined(part: Any, event: str) -> str:
    """A fragment as the text of a playbook: a list is tasks; sections join those of the frame."""
    whole = plain(FRAME)
    whole["event"]["reference"] = event
    for section, entries in (part if isinstance(part, dict) else {"tasks": part}).items():
        if isinstance(entries, list) and section in {"tasks", "phases"}:
            whole[section] += [{**TASK, **entry} if section == "tasks" else entry for entry in entries]
        elif isinstance(entries, dict):
            whole[section] = {**whole.get(section, {}), **entries}
        else:
            whole[section] = entries
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)


def completed(part: Any, event: str) -> Playbook:
    """A fragment as a playbook without a fault at the event's date."""
    book = load_source(Source("README.md", joined(part, event))).playbook
    assert [problem.message("zh") for problem in check(book) if is_error(problem)] == []
    return book


def planned(book: Playbook, asked: str) -> Plan:
    """The plan that `promoplan init` makes with these options."""
    words = shlex.split(asked)
    given = [(word, *value.split("=", 1)) for word, value in zip(words[::2], words[1::2], strict=True)]
    event = next(value for word, value, *_ in given if word == "--date")
    anchors = {pair[0]: pair[1] for word, *pair in given if word == "--anchor"}
    inputs = {pair[0]: pair[1] for word, *pair in given if word == "--set"}
    options, problems = choices.options(book, choices.Choices(date.fromisoformat(event), anchors, inputs))
    assert not problems
    return expand(book, options)


def told(book: Playbook, plan: Plan, ids: set[str]) -> Iterator[str]:
    """What the guide says of these anchors, figures, phases and tasks, a line each."""
    for anchor in plan.anchors:
        if anchor.id in ids:
            source = f" ({anchor.source})" if anchor.source else ""
            yield f"{anchor.id}: {WORDS.window(anchor.at, anchor.last, plan)} {ORIGINS[anchor.origin][0]}{source}"
    yield from (
        f"{figure.id}: {figure.value:,.10g} {WORDS.of(figure.unit)}" for figure in plan.figures if figure.id in ids
    )
    yield from (f"{p.id}: {WORDS.window(p.start, p.end, plan)}" for p in plan.phases if p.id in ids)
    yield from (_item(item, plan) for item in plan.items if item.card.task in ids)
    yield from (f"{dropped.id}: 去掉" for dropped in plan.dropped if dropped.id in ids)
    for problem in (*plan.problems, *dated(book, plan)):
        assert not is_error(problem)
        yield f"提醒: {problem.message('zh')}"


def _item(item: Item, plan: Plan) -> str:
    more = [WORDS.of(item.label)] if item.label else []
    more += [WORDS.quantity(amount) for amount in item.amounts]
    return "  ".join([f"{item.id}: {WORDS.window(item.start, item.end, plan)}", *more])


def names(part: Any) -> set[str]:
    """The ids that a fragment brings."""
    if isinstance(part, list):
        return {entry["id"] for entry in part}
    listed = {entry["id"] for section in ("phases", "tasks") for entry in part.get(section, ())}
    return listed | {name for section in ("anchors", "figures") for name in part.get(section, ())}


def rendered(block: Block) -> str:
    """What the text below an example must be."""
    part = {} if block.kind == "whole" else plain(block.fences()[0][1])
    ids = names(plain(FRAME) if block.kind == "whole" else part)
    shown = block.fences()[1][1].splitlines()
    asked = [line for line in shown if line.startswith("--date ")] or [f"--date {block.args.removeprefix('at ')}"]
    book = completed(part, asked[0].split()[1])
    lines: list[str] = []
    for options in asked:
        found = list(told(book, planned(book, options), ids))
        lines += [options, *(f"  {line}" for line in found)] if options in shown else found
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.fences()[0][1].strip().splitlines()[-1][:40])
def test_an_example_gives_the_dates_below_it(block: Block) -> None:
    assert [name for name, _ in block.fences()] == ["yaml", "text"]
    assert rendered(block) == block.fences()[1][1]


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.kind == "valid"])
def test_a_fragment_without_dates_is_valid(block: Block) -> None:
    assert [name for name, _ in block.fences()] == ["yaml"]
    completed(plain(block.fences()[0][1]), "2024-11-11")


def dates_of(args: str, cell: str) -> str:
    """The dates of a rule that stands in a table."""
    rule = cell.strip("`")
    part = [{"id": "example", "outside": True, "when": plain(rule) if rule.startswith("{") else rule}]
    event = args.rsplit(maxsplit=1)[-1]
    plan = planned(completed(part, event), f"--date {event}")
    assert not plan.problems
    return "、".join(
        WORDS.window(item.start, item.end, plan) for item in plan.items if item.card.task == "example"
    )  # fmt: skip


@pytest.mark.parametrize(("args", "row"), table("when"), ids=lambda value: value[0] if isinstance(value, list) else "")
def test_a_rule_in_a_table_gives_the_dates_beside_it(args: str, row: list[str]) -> None:
    rule, _, shown = row
    assert dates_of(args, rule) == shown


def problems_of(line: str, key: str) -> list[Problem]:
    """The faults of the frame with one more task in which this line stands for a key."""
    lines = {"id": "id: example", **{name: f"{name}: {value}" for name, value in TASK.items()}, "when": "when: D-2"}
    lines = {**lines, "phase": "phase: preheat", key: line}
    text = FRAME + "  - " + "\n    ".join(lines.values()) + "\n"
    try:
        loaded = load_source(Source("my.yaml", text))
    except PromoplanError as error:
        return list(error.problems)
    return loaded.located(check(loaded.playbook))


def said_of(wrong: str, right: str) -> list[str]:
    """What promoplan says of a wrong line."""
    key = right.partition(":")[0]
    return [f"{problem.message('zh')} [{problem.code}]" for problem in problems_of(wrong, key)]


@pytest.mark.parametrize(
    ("args", "row"), table("mistakes"), ids=lambda value: value[0] if isinstance(value, list) else ""
)
def test_a_mistake_gets_the_message_beside_it(args: str, row: list[str]) -> None:
    assert args == "mistakes"
    wrong, shown, right = row[0].strip("`"), row[1], row[2].strip("`")
    assert shown in said_of(wrong, right)
    assert [problem.message("zh") for problem in problems_of(right, right.partition(":")[0])] == []


def ran(line: str, promoplan: Program) -> list[str]:
    """Run a line of a session; what it prints, problems first."""
    if copying := COPY.fullmatch(line):
        (original,) = ran(copying[1], promoplan)
        shutil.copy(original, copying[2])
        assert promoplan("validate", copying[2]).code == 0
        return []
    program, *words = shlex.split(line)
    assert program == "promoplan"
    done = promoplan(*words, now="2025-05-01T09:00", lang="zh")
    return (done.err + done.out).splitlines()


def prepared(block: Block, shop: Path, promoplan: Program) -> None:
    """`session with A => B ; C => D` starts with the template in which A was changed to B and C to D."""
    if block.args == "on the example above":
        above = BLOCKS[BLOCKS.index(block) - 1]
        (shop / "shop-day.yaml").write_text(joined(plain(above.fences()[0][1]), "2024-11-11"), encoding="utf-8")
        return
    if not block.args:
        return
    promoplan("playbooks", "new", "my-sale", lang="zh")
    path = shop / "my-sale.yaml"
    for change in block.args.removeprefix("with ").split(" ; "):
        old, _, new = change.partition(" => ")
        assert old in path.read_text(encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def replayed(block: Block, promoplan: Program) -> str:
    """The session with what the commands print now; a path shown from `…` on is any path that ends so."""
    shown = block.fences()[0][1].splitlines()
    lines: list[str] = []
    for line in shown:
        if line.startswith("$ "):
            lines += [line, *ran(line.removeprefix("$ "), promoplan)]
    ends = [line.removeprefix("…") for line in shown if line.startswith("…/")]
    lines = [next((f"…{end}" for end in ends if line.endswith(end)), line) for line in lines]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("block", SESSIONS)
def test_a_session_prints_what_it_shows(block: Block, shop: Path, promoplan: Program) -> None:
    assert [name for name, _ in block.fences()] == ["console"]
    prepared(block, shop, promoplan)
    assert replayed(block, promoplan) == block.fences()[0][1]


def test_every_block_is_tested() -> None:
    assert len(FENCE.findall(TEXT)) == sum(len(block.fences()) for block in BLOCKS)
    assert TEXT.count("```") == 2 * len(FENCE.findall(TEXT))
    assert TEXT.count("<!--") == len(BLOCKS)


def parts() -> dict[str, dict[str, Any]]:
    """Every part of the format that has keys, as its JSON Schema tells them."""
    schema = Playbook.model_json_schema(by_alias=True)
    defs = {name: part for name, part in schema["$defs"].items() if part.get("type") == "object"}
    return {"Playbook": schema, **defs}


def test_the_last_table_lists_every_part_of_the_format() -> None:
    listed = [SECTIONS[row[0].split()[0].strip("`")] for _, row in table("keys")]
    assert sorted(listed) == sorted(parts())


@pytest.mark.parametrize(("args", "row"), table("keys"), ids=lambda value: value[0] if isinstance(value, list) else "")
def test_the_last_table_lists_every_key(args: str, row: list[str]) -> None:
    assert args == "keys"
    part = parts()[SECTIONS[row[0].split()[0].strip("`")]]
    required = part.get("required", [])
    assert CODE.findall(row[1]) == required
    assert CODE.findall(row[2]) == [key for key in part["properties"] if key not in required]


def test_every_key_stands_in_an_example_or_is_explained() -> None:
    """The last table alone explains nothing."""
    explained = TEXT[: TEXT.index("<!-- table keys -->")]
    code = "\n".join([*(body for _, body in FENCE.findall(explained)), *CODE.findall(FENCE.sub("", explained))])
    keys = {key for part in parts().values() for key in part["properties"]} | set(RULES)
    assert [key for key in sorted(keys) if not re.search(rf"(?<![\w-]){key}(?![\w-])", code)] == []


def test_every_word_that_a_key_may_take_is_named() -> None:
    words = {word for word in _enums(Playbook.model_json_schema(by_alias=True)) if isinstance(word, str)}
    assert words
    assert [word for word in sorted(words) if not re.search(rf"(?<![\w-]){word}(?![\w-])", TEXT)] == []


def _enums(schema: Any) -> Iterator[Any]:
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        if "const" in schema:
            yield schema["const"]
        for inner in schema.values():
            yield from _enums(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _enums(inner)


def test_the_guide_lies_beside_the_playbooks_and_is_none() -> None:
    assert GUIDE.parent == shipped.folder()
    assert "README" not in shipped.names()
