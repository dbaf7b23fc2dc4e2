"""The verbs: one module each, found by this table. A command is load, compute, show."""

from typing import NamedTuple

from promoplan.text import Text


class Verb(NamedTuple):
    """A command: where it lives and what it does, in a line."""

    name: str
    group: str
    line: Text

    @property
    def module(self) -> str:
        return f"promoplan.cli.commands.{self.name}"


GROUPS = {
    "plan": Text("计划", "Plan"),
    "export": Text("导出", "Export"),
    "playbook": Text("剧本", "Playbooks"),
}

COMMANDS = {
    verb.name: verb
    for verb in (
        Verb("init", "plan", Text("用剧本和日期建一个活动计划", "Start a campaign from a playbook and a date")),
        Verb("today", "plan", Text("今天做什么, 什么晚了", "What to do today, and what is late")),
        Verb("tasks", "plan", Text("列出任务", "List the tasks")),
        Verb("timeline", "plan", Text("时间轴", "Show the timeline")),
        Verb("show", "plan", Text("一个任务的全部内容", "Show all of one task")),
        Verb("why", "plan", Text("一个日期是怎么来的", "Explain how a date came about")),
        Verb("redlines", "plan", Text("红线: 别人教但不能做的, 和正经做法", "Tactics to avoid, and the lawful way")),
        Verb("date", "plan", Text("按天或工作日推算日期", "Count days or working days from a date")),
        Verb("export", "export", Text("导出日历或数据", "Write a calendar or data file")),
        Verb("playbooks", "playbook", Text("自带的剧本, 新写一份", "The shipped playbooks, or a new one")),
        Verb("validate", "playbook", Text("检查剧本文件", "Check playbook files")),
        Verb("schema", "playbook", Text("打印剧本格式的 JSON Schema", "Print the JSON Schema of the format")),
    )
}
