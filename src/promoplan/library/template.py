"""The small playbook that `promoplan playbooks new` writes: one of each common part, with comments."""

import re

from promoplan.errors import usage
from promoplan.rules.base import ID
from promoplan.text import Lang

TEMPLATE = """\
# {head}
format: 1
playbook: {name}
version: "1"
title: {title}
event:
  title: {event}
  reference: 2025-06-18
roles:
  ops: {ops}
  design: {design}
boards:
  goods: {goods}
phases:
  - {{id: prepare, title: {prepare}, when: D-14..D-8}}
  - {{id: preheat, title: {preheat}, when: D-7..D-1}}
  - {{id: event-day, title: {event}, when: D}}
tasks:
  - id: choose-goods
    title: {choose}
    phase: prepare
    board: goods
    roles: ops
    when: D-14..D-12          # {span}
    checklist: [{check_one}, {check_two}]
  - id: poster
    title: {poster}
    phase: prepare
    board: goods
    roles: [design, ops]
    when: after choose-goods +2d   # {after}
    roll: back                # {roll}
    needs: choose-goods
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
    when: D 00:00
"""

WORDS: dict[Lang, dict[str, str]] = {
    "zh": {
        "head": "我的剧本。D 是活动当天; 改完用 promoplan validate 检查。",
        "title": "我的活动", "event": "活动当天", "ops": "运营", "design": "美工", "goods": "商品",
        "prepare": "准备", "preheat": "预热", "choose": "选品", "poster": "出主图", "push": "发预热消息",
        "open": "开卖", "check_one": "库存够", "check_two": "利润算过", "span": "从哪天到哪天",
        "after": "选品结束后两天", "roll": "遇休息日提前", "every": "阶段内每周一、四",
    },
    "en": {
        "head": "My playbook. D is the day of the event; check it with promoplan validate.",
        "title": "My campaign", "event": "The day", "ops": "Operations", "design": "Design", "goods": "Goods",
        "prepare": "Prepare", "preheat": "Preheat", "choose": "Choose the goods", "poster": "Make the main image",
        "push": "Send the preheat message", "open": "Open the sale", "check_one": "Enough stock",
        "check_two": "Margin worked out", "span": "from one day to another", "after": "two days after it ends",
        "roll": "earlier if it falls on a day off", "every": "Mondays and Thursdays of the phase",
    },
}  # fmt: skip


def template(name: str, lang: Lang) -> str:
    """The text of a new playbook; raises PromoplanError for a name that no playbook can have."""
    if not re.fullmatch(ID, name):
        raise usage("bad-id", text=name)
    return TEMPLATE.format(name=name, **WORDS[lang])
