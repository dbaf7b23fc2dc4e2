"""The small playbook that `promoplan playbooks new` writes: one of each common part, with comments."""

import re

from promoplan.errors import usage
from promoplan.rules.base import ID
from promoplan.text import Lang

SCHEMA = "playbook.schema.json"
"""The file that the first line of a playbook points an editor at."""

CONSTANTS = frozenset({"true", "false", "null"})
"""Words that YAML would not take for a name unless they are quoted."""

TEMPLATE = """\
# yaml-language-server: $schema={schema}
# {head}
# {guide}
format: 1                   # {format}
playbook: {name}
version: "1"
title: {title}
event:
  title: {event}
  # date: 06-18             # {date}
  reference: 2025-06-18     # {reference}
roles:                      # {roles}
  ops: {ops}
  design: {design}
boards:                     # {boards}
  goods: {goods}
phases:                     # {phases}
  - {{id: prepare, title: {prepare}, when: D-14..D-8}}
  - {{id: preheat, title: {preheat}, when: D-7..D-1}}
  - {{id: event-day, title: {event}, when: D}}
tasks:                      # {tasks}
  - id: choose-goods
    title: {choose}
    phase: prepare
    board: goods
    roles: ops
    when: D-14..D-12        # {span}
    checklist: [{check_one}, {check_two}]
  - id: poster
    title: {poster}
    phase: prepare
    board: goods
    roles: [design, ops]
    when: after choose-goods +2d   # {after}
    roll: back              # {roll}
    needs: choose-goods     # {needs}
  - id: push
    title: {push}
    phase: preheat
    board: goods
    roles: ops
    when: {{every: "mon, thu"}}   # {every}
  - id: open-shop
    title: {open}
    phase: event-day
    board: goods
    roles: ops
    when: D 00:00           # {moment}
"""

WORDS: dict[Lang, dict[str, str]] = {
    "zh": {
        "head": "我的剧本。D 是活动当天; 改完用 promoplan validate 检查。",
        "guide": "写法: promoplan playbooks path 说的文件夹里, README.md 每种写法都有例子。",
        "format": "格式版本, 固定写 1", "date": "每年固定的日子; 写上以后 init 可以不带 --date",
        "reference": "拿哪一天试算; validate 按它查一遍日期", "roles": "谁来做; 左边是编号, 下面的任务用编号",
        "boards": "哪一摊事", "phases": "分几段; D-7 是活动前七天", "tasks": "一条一件事",
        "title": "我的活动", "event": "活动当天", "ops": "运营", "design": "美工", "goods": "商品",
        "prepare": "准备", "preheat": "预热", "choose": "选品", "poster": "出主图", "push": "发预热消息",
        "open": "开卖", "check_one": "库存够", "check_two": "利润算过", "span": "从哪天到哪天",
        "after": "选品结束后两天", "roll": "遇休息日提前", "needs": "等谁做完", "every": "阶段内每周一、四",
        "moment": "当天零点",
    },
    "en": {
        "head": "My playbook. D is the day of the event; check it with promoplan validate.",
        "guide": "Every form by example: README.md in the folder that promoplan playbooks path names.",
        "format": "version of the format, always 1",
        "date": "its day in every year, if it has one: then init needs no --date",
        "reference": "a date to try it at; validate checks the dates there",
        "roles": "who does it; tasks use the id on the left", "boards": "kinds of work",
        "phases": "the stages; D-7 is seven days before the event", "tasks": "one entry, one job",
        "title": "My campaign", "event": "The day", "ops": "Operations", "design": "Design", "goods": "Goods",
        "prepare": "Prepare", "preheat": "Preheat", "choose": "Choose the goods", "poster": "Make the main image",
        "push": "Send the preheat message", "open": "Open the sale", "check_one": "Enough stock",
        "check_two": "Margin worked out", "span": "from one day to another", "after": "two days after it ends",
        "roll": "earlier if it falls on a day off", "needs": "what must be finished before",
        "every": "Mondays and Thursdays of the phase", "moment": "midnight, as the day begins",
    },
}  # fmt: skip


def template(name: str, lang: Lang) -> str:
    """The text of a new playbook; raises PromoplanError for a name that no playbook can have."""
    if not re.fullmatch(ID, name):
        near = tidied(name)
        raise usage("bad-id", [near] if near else [], text=name)
    return TEMPLATE.format(name=f'"{name}"' if name in CONSTANTS else name, schema=SCHEMA, **WORDS[lang])


def tidied(name: str) -> str:
    """The nearest name that a playbook can have: `My Sale` → `my-sale`, `my-618` → `my618`; or the empty string."""
    words = "-".join(re.findall("[a-z][a-z0-9_]*|[0-9]+", name.lower()))
    found = re.sub("-(?=[0-9])", "", words)
    return found if re.fullmatch(ID, found) else ""
