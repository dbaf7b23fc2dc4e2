"""Where the items of one task stand, for `show`: who said what and when, ticked lines, notes."""

from collections.abc import Iterator

from rich.text import Text as Line

from promoplan.engine.lateness import days_late
from promoplan.engine.words import Words, lost_ticks
from promoplan.model.plan import Item
from promoplan.model.progress import STATUSES, Event
from promoplan.text import Text
from promoplan.views.sight import Sight, mark, waits

SAID = {
    "open": Text("重新打开", "reopened"),
    "started": Text("进行中", "started"),
    "done": Text("完成", "done"),
    "skipped": Text("跳过", "skipped"),
    "blocked": Text("卡住", "blocked"),
}


def status(item: Item, seen: Sight) -> str:
    """`done 10-20 Sun 09:30, lin: sent to the factory`, how late it is, and whom it waits for; a line each."""
    lines = [_said(item.state.status, item.state.at, item.state.by, item.state.note, seen)] if item.state.at else []
    lines += [_other(event, seen) for event in item.state.others]
    if late := days_late(item, seen.plan, seen.today):
        lines.append(seen.words.late(late))
    return "\n".join((*lines, *waits(item, seen)))


def _said(kind: str, at: str, by: str, note: str, seen: Sight) -> str:
    words = seen.words
    told = f"{words.of(SAID[kind])} {words.told(at, seen.plan)}, {words.safe(by)}"
    return f"{told}: {words.safe(note)}" if note else told


def _other(event: Event, seen: Sight) -> str:
    """What somebody said who did not know of the first."""
    told = _said(STATUSES.get(event["type"], "open"), event["at"], event["by"], "", seen)
    return f"{seen.words.say('也有人说', 'others said')}: {told}"


def short(item: Item, seen: Sight) -> str:
    """How one repeat stands, in a word behind its date."""
    late = days_late(item, seen.plan, seen.today)
    told = [seen.words.late(late) if late else "", mark(item, seen.words).strip()]
    return "".join(f"  {word}" for word in told if word)


def checklist(items: list[Item], seen: Sight) -> Iterator[tuple[str, str]]:
    """The lines of the checklist, ticked ones marked; those of several repeats are nobody's in particular."""
    checked = items[0].state.checked if len(items) == 1 else frozenset()
    ticked, unticked = ("[x]", "[ ]") if seen.words.plain else ("☑", "☐")
    for number, line in enumerate(items[0].card.checklist, 1):
        box = "" if len(items) > 1 else f"{ticked if number in checked else unticked} "
        yield f"{box}{number}.", seen.words.of(line)


def lost(items: list[Item], words: Words) -> Iterator[Line]:
    """Ticks of lines that the checklist has no more; people decide what becomes of them."""
    for item in items:
        if item.state.lost:
            which = f" ({item.id})" if len(items) > 1 else ""
            yield Line(lost_ticks(item, words) + which, style="yellow")


def notes(items: list[Item], seen: Sight) -> Iterator[Line]:
    """What people wrote, oldest first."""
    words = seen.words
    for item in items:
        for event in item.state.notes:
            line = Line(f"{words.told(event['at'], seen.plan)} {words.safe(event['by'])}: ", style="dim")
            line.append(words.safe(event["value"]), style="not dim")
            if len(items) > 1:
                line.append(f"  {item.id}")
            yield line
