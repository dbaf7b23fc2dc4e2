"""The verbs: one module each, found by this table. A command is load, compute, show."""

from typing import NamedTuple

from promoplan.text import Text


class Verb(NamedTuple):
    """A command: where it lives and what it does, in a line."""

    name: str
    group: str
    line: Text
    home: str = ""
    """The module, where several verbs share one; each is then a function of its own name."""

    @property
    def module(self) -> str:
        return f"promoplan.cli.commands.{self.home or self.name}"

    @property
    def function(self) -> str:
        return self.name if self.home else "run"


GROUPS = {
    "plan": Text("计划", "Plan"),
    "progress": Text("进度", "Progress"),
    "change": Text("分工和改期", "People and dates"),
    "workspace": Text("活动文件夹", "Campaigns"),
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
        Verb("checklist", "plan", Text("一个任务的清单, 可打印可粘贴", "A task's checklist, to print or paste")),
        Verb("why", "plan", Text("一个日期是怎么来的", "Explain how a date came about")),
        Verb("script", "plan", Text("话术, 填好就能发", "Messages ready to paste")),
        Verb("redlines", "plan", Text("红线: 别人教但不能做的, 和正经做法", "Tactics to avoid, and the lawful way")),
        Verb("calendar", "plan", Text("一年的大促, 哪天该动手", "The year's promotions, and when to begin")),
        Verb("date", "plan", Text("按天或工作日推算日期", "Count days or working days from a date")),
        Verb("done", "progress", Text("完成任务", "Tick tasks off"), "progress"),
        Verb("start", "progress", Text("开始做", "Say that work has begun"), "progress"),
        Verb("skip", "progress", Text("这次不做", "Leave tasks out this time"), "progress"),
        Verb("block", "progress", Text("卡住了", "Say that tasks are stuck"), "progress"),
        Verb("reopen", "progress", Text("重新打开", "Open tasks again"), "progress"),
        Verb("note", "progress", Text("给任务记一句", "Write a note to a task"), "progress"),
        Verb("check", "progress", Text("勾清单", "Tick lines of a checklist"), "progress"),
        Verb("status", "progress", Text("进度: 完成多少, 快了还是慢了", "How the campaign stands")),
        Verb("gate", "progress", Text("阶段能不能开始", "May a phase begin")),
        Verb("log", "progress", Text("发生过什么", "Show what happened")),
        Verb("undo", "progress", Text("撤销一步", "Take back a command")),
        Verb("assign", "change", Text("分工: 谁负责什么", "Say who has a role or a task")),
        Verb("move", "change", Text("改期: 活动, 关键时间或一个任务", "Move the event, a key date or a task"), "move"),
        Verb("pin", "change", Text("钉住任务, 改期也不动", "Fix tasks where they are"), "move"),
        Verb("unpin", "change", Text("放开钉住的任务", "Let pinned tasks go"), "move"),
        Verb("campaigns", "workspace", Text("这里的所有活动", "List the campaigns here")),
        Verb("archive", "workspace", Text("收起一个活动", "Put a campaign away")),
        Verb("doctor", "workspace", Text("检查和修复活动文件夹", "Find and mend damage")),
        Verb("diff", "change", Text("和建计划时或某天比, 变了什么", "What has changed since")),
        Verb("export", "export", Text("导出日历或数据", "Write a calendar or data file")),
        Verb("playbooks", "playbook", Text("自带的剧本, 新写一份", "The shipped playbooks, or a new one")),
        Verb("validate", "playbook", Text("检查剧本文件", "Check playbook files")),
        Verb("schema", "playbook", Text("打印剧本格式的 JSON Schema", "Print the JSON Schema of the format")),
    )
}
