"""The exports: a name, the file's ending, and where the code is; imported when it is asked for."""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import NamedTuple

from promoplan.engine.history import Gone
from promoplan.model.plan import Item, Plan
from promoplan.model.progress import Progress
from promoplan.text import Lang, Text


class Job(NamedTuple):
    """What an export is made from."""

    plan: Plan
    items: list[Item]
    name: str
    identity: str
    revised: datetime
    """When the campaign was made; the log tells of later changes. Never "now": equal campaigns give equal bytes."""
    lang: Lang
    progress: Progress = Progress()
    """How often entries of the calendar have changed, and when."""
    gone: tuple[Gone, ...] = ()
    """What the calendar once showed and must call off."""


class Export(NamedTuple):
    """One kind of file."""

    ending: str
    line: Text
    module: str

    def render(self, job: Job) -> bytes:
        function: Callable[[Job], bytes] = import_module(self.module).render
        return function(job)


EXPORTS: dict[str, Export] = {
    "ics": Export("ics", Text("日历文件", "Calendar file"), "promoplan.exports.ics"),
    "md": Export("md", Text("打印稿", "To print"), "promoplan.exports.md"),
    "json": Export("json", Text("全部数据", "All data"), "promoplan.exports.plan_json"),
}
