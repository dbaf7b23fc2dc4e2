"""What a command did, in words: `done Finish the main image, Choose the goods (2 tasks)`."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from promoplan.engine.story import Entry, Story, by_type, root
from promoplan.engine.words import Words
from promoplan.model.plan import Plan
from promoplan.model.progress import Event
from promoplan.text import Text

SAID = {
    "done": Text("完成", "done"),
    "started": Text("开始", "started"),
    "skipped": Text("跳过", "skipped"),
    "blocked": Text("卡住", "blocked"),
    "reopened": Text("重新打开", "reopened"),
}

MOST_TITLES = 8
"""Items that are named; of more only the number."""


class Teller(NamedTuple):
    """Who puts a log into words: with the titles of which plan, in which language."""

    story: Story
    plan: Plan
    titles: Mapping[str, Text]
    words: Words

    def tell(self, entry: Entry) -> str:
        """One command in a line; of an undo what it took back, of its undo what is back."""
        about, steps = root(self.story, entry)
        if about is None:
            return self.words.say("撤销了: 这份记录里没有的一步", "undid: a step that is not in this log")
        told = "; ".join(self._kind(kind, events) for kind, events in by_type(about).items())
        if steps == 0:
            return told
        return self.words.say(f"撤销了: {told}", f"undid: {told}") if steps % 2 else self._again(told)

    def _again(self, told: str) -> str:
        return self.words.say(f"恢复了: {told}", f"restored: {told}")

    def _kind(self, kind: str, events: list[Event]) -> str:
        if kind in SAID:
            return self._status(SAID[kind], events)
        if kind in TELLERS:
            return TELLERS[kind](self, events)
        types = self.words.safe(", ".join(sorted({event["type"] for event in events})))
        return self.words.say(f"这个版本不认识的记录 ({types})", f"something this version does not know ({types})")

    def _status(self, said: Text, events: list[Event]) -> str:
        names = [event["key"].partition(":")[2] for event in events]
        note = next((value["note"] for event in events if (value := event.get("value")) and value.get("note")), "")
        count = self.words.say(f" ({len(names)} 个任务)", f" ({len(names)} tasks)") if len(names) > 1 else ""
        more = f" {self.words.dots}" if len(names) > MOST_TITLES else ""
        told = f"{self.words.of(said)} {self.words.listed(map(self._title, names[:MOST_TITLES]))}{more}{count}"
        return f"{told}: {self.words.safe(note)}" if note else told

    def _title(self, item: str) -> str:
        """The title of an item or task, which repeat it is; the id of one that the plan no longer has."""
        task, sign, _ = item.partition("@")
        if task not in self.titles:
            return self.words.safe(item)
        title = self.words.of(self.titles[task])
        return f"{title} ({self.words.safe(item)})" if sign else title

    def noted(self, events: list[Event]) -> str:
        return "; ".join(
            self.words.say(f"记了 {self._title(event['item'])}", f"noted {self._title(event['item'])}")
            + f": {self.words.safe(event['value'])}"
            for event in events
        )

    def checked(self, events: list[Event]) -> str:
        names = [event["key"].removeprefix("check:").rpartition(":") for event in events]
        title, numbers = self._title(names[0][0]), self.words.listed(number for _, _, number in names)
        lines = self.words.say(f"清单第 {numbers} 条", f"line{'s' if len(names) > 1 else ''} {numbers}")
        if events[0]["value"]:
            return self.words.say(f"勾了 {title} {lines}", f"ticked {lines} of {title}")
        return self.words.say(f"取消勾选 {title} {lines}", f"unticked {lines} of {title}")

    def ticked(self, events: list[Event]) -> str:
        names = [event["key"].removeprefix("tick:").split(":", 2) for event in events]
        card = self.plan.card(names[0][0].partition("@")[0])
        known = {line.of("zh"): line for line in card.checklist} if card else {}
        title = self._title(names[0][0])
        lines = self.words.listed(
            self.words.safe(self.words.of(known.get(text, Text.same(text)))) for _, _, text in names
        )
        if events[0]["value"]:
            return self.words.say(f"勾了 {title} 清单: {lines}", f"ticked on the list of {title}: {lines}")
        return self.words.say(f"取消勾选 {title} 清单: {lines}", f"unticked on the list of {title}: {lines}")

    def assigned(self, events: list[Event]) -> str:
        return "; ".join(map(self._assigned, events))

    def _assigned(self, event: Event) -> str:
        name, people = event["key"].removeprefix("who:"), self.words.listed(map(self.words.safe, event["value"]))
        if name.startswith("item:"):
            what = self._title(name.removeprefix("item:"))
        else:
            what = self.words.of(self.plan.roles.get(name)) or self.words.safe(name)
        if not people:
            return self.words.say(f"{what} 不再指定人", f"{what} is nobody's in particular")
        return self.words.say(f"{what} 交给 {people}", f"assigned {what} to {people}")

    def moved(self, events: list[Event]) -> str:
        told = "; ".join(map(self._moved, events))
        touched = {item for event in events for item in event.get("touched", ()) if not item.startswith("anchor.")}
        count = self.words.number(len(touched), "项", "item")
        return f"{told} ({count})" if touched else told

    def _moved(self, event: Event) -> str:
        name, to = event["key"].removeprefix("date:"), self._stamp(event["value"]["to"])
        titles = {left.id: left.title for left in self.plan.dropped if left.kind == "anchor"}
        titles |= {anchor.id: anchor.title for anchor in self.plan.anchors}
        what = self.words.of(self.plan.event_title if name == "D" else titles.get(name)) or self.words.safe(name)
        if event["value"]["to"] == "none":
            return self.words.say(f"去掉 {what}", f"dropped {what}")
        if not to:
            return self.words.say(f"{what} 改回原来的日期", f"moved {what} back to its own date")
        return self.words.say(f"{what} 移到 {to}", f"moved {what} to {to}")

    def _stamp(self, text: str) -> str:
        try:
            stamp = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
        except ValueError:
            return self.words.safe(text)
        if isinstance(stamp, datetime) and stamp.tzinfo:
            stamp = stamp.astimezone(self.plan.zone)
        return self.words.stamp(stamp, self.plan, year=True)

    def pinned(self, events: list[Event]) -> str:
        held = [self._pin(event) for event in events if (event.get("value") or {}).get("held")]
        free = [self._pin(event) for event in events if not event.get("value")]
        moved = [event for event in events if event.get("value") and not event["value"].get("held")]
        told = [self._put(event) for event in moved]
        if held:
            told.append(self.words.say("钉住 ", "pinned ") + self.words.listed(held))
        if free:
            told.append(self.words.say("放开 ", "unpinned ") + self.words.listed(free))
        return "; ".join(told)

    def _pin(self, event: Event) -> str:
        return self._title(event["key"].removeprefix("pin:"))

    def _put(self, event: Event) -> str:
        """An item that was moved by itself: the log keeps where it is."""
        what, to = self._pin(event), self._stamp(event["value"]["start"])
        return self.words.say(f"{what} 移到 {to}", f"moved {what} to {to}")

    def gated(self, events: list[Event]) -> str:
        event = events[0]
        phase = self.plan.phase(event["key"].removeprefix("gate:"))
        title = self.words.of(phase.title) if phase else self.words.safe(event["key"].removeprefix("gate:"))
        reason = self.words.safe(event["value"]["reason"])
        return self.words.say(f"放行 {title}: {reason}", f"let {title} begin: {reason}")

    def edited(self, events: list[Event]) -> str:
        """An edit by hand: which entries have other dates, which left, how many only say something else."""
        moved = [name for event in events for name in event.get("touched", ())]
        texts = sum(len(event.get("renewed", ())) for event in events)
        names = list(dict.fromkeys(map(self._entry, moved)))
        more = f" {self.words.dots}" if len(names) > MOST_TITLES else ""
        told = f" {self.words.listed(names[:MOST_TITLES])}{more}" if names else ""
        dates = self.words.say(f"{len(moved)} 项日期变了:{told}", f"{len(moved)} with other dates:{told}")
        others = self.words.say(f"{texts} 项内容变了", f"{texts} with other words")
        parts = [*([dates] if moved else ()), *([others] if texts else ())]
        said = "; ".join(parts) or self.words.say("日期没变", "no date changed")
        return self.words.say(f"手改了文件, {said}", f"edited the files by hand: {said}")

    def _entry(self, name: str) -> str:
        """An item or a key date."""
        anchor = next((each for each in self.plan.anchors if name == f"anchor.{each.id}"), None)
        return self.words.of(anchor.title) if anchor else self._title(name)

    def archived(self, events: list[Event]) -> str:
        if events[0]["value"]:
            return self.words.say("归档这个活动", "archived the campaign")
        return self.words.say("取消归档", "brought the campaign back")


def teller(told: Story, plan: Plan, words: Words) -> Teller:
    return Teller(told, plan, {item.card.task: item.card.title for item in plan.items}, words)


TELLERS: Mapping[str, Callable[[Teller, list[Event]], str]] = {
    "noted": Teller.noted,
    "checked": Teller.checked,
    "ticked": Teller.ticked,
    "assigned": Teller.assigned,
    "moved": Teller.moved,
    "pinned": Teller.pinned,
    "gated": Teller.gated,
    "archived": Teller.archived,
    "edited": Teller.edited,
}
