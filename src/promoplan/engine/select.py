"""Choosing items: by role, phase, board and dates; names may be ids or titles in either language."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from promoplan.engine.lateness import days_late
from promoplan.errors import usage
from promoplan.errors.near import near
from promoplan.model.plan import Item, Plan
from promoplan.text import Text, alike

MOST_LISTED = 16
"""Things to choose from that are listed."""


@dataclass(frozen=True)
class Filter:
    """What to keep; an empty field keeps everything."""

    roles: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    boards: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    """Of `STATUSES`."""
    first: date | None = None
    last: date | None = None


STATUSES = {
    "open": Text("没完", "open"),
    "started": Text("进行中", "started"),
    "blocked": Text("卡住", "blocked"),
    "late": Text("晚了", "late"),
    "done": Text("完成", "done"),
    "skipped": Text("跳过", "skipped"),
}
"""What `tasks --status` takes; `open` is everything that is not closed."""


def keep(plan: Plan, wanted: Filter, today: date | None = None) -> list[Item]:
    """The plan's items that fit, in the plan's order; which of them are late only a day can tell."""
    found = [item for item in plan.items if _fits(item, plan, wanted)]
    return [item for item in found if _stands(item, plan, wanted.statuses, today)] if wanted.statuses else found


def _stands(item: Item, plan: Plan, statuses: frozenset[str], today: date | None) -> bool:
    is_late = today is not None and days_late(item, plan, today) > 0
    return (
        item.state.status in statuses
        or ("open" in statuses and not item.state.is_closed)
        or ("late" in statuses and is_late)
    )


def _fits(item: Item, plan: Plan, wanted: Filter) -> bool:
    card = item.card
    return (
        (not wanted.roles or not wanted.roles.isdisjoint(card.roles))
        and (not wanted.phases or card.phase in wanted.phases)
        and (not wanted.boards or card.board in wanted.boards)
        and (not wanted.people or not wanted.people.isdisjoint(item.state.people))
        and (wanted.first is None or item.last_day(plan.zone) >= wanted.first)
        and (wanted.last is None or item.first_day(plan.zone) <= wanted.last)
    )


def roles(plan: Plan, words: Iterable[str] | None) -> frozenset[str]:
    """The roles a person named; raises PromoplanError with the nearest one."""
    return frozenset(one("unknown-role", plan.roles, word) for word in words or ())


def people(known: Iterable[str], words: Iterable[str] | None) -> frozenset[str]:
    """The persons that were named, among those who have anything to do; raises PromoplanError with the nearest one."""
    titles = {name: Text.same(name) for name in known}
    meant = {alike(one("unknown-person", titles, word)) for word in words or ()}
    return frozenset(name for name in titles if alike(name) in meant)


def statuses(words: Iterable[str] | None) -> frozenset[str]:
    """Ways an item can stand, by name in either language; raises PromoplanError with the nearest one."""
    return frozenset(one("unknown-status", STATUSES, word) for word in words or ())


def boards(plan: Plan, words: Iterable[str] | None) -> frozenset[str]:
    return frozenset(one("unknown-board", plan.boards, word) for word in words or ())


def phases(plan: Plan, words: Iterable[str] | None) -> frozenset[str]:
    """The phases a person named, with the phases inside them."""
    titles = {phase.id: phase.title for phase in plan.phases}
    found = {one("unknown-phase", titles, word) for word in words or ()}
    while True:
        inner = {phase.id for phase in plan.phases if phase.inside in found} - found
        if not inner:
            return frozenset(found)
        found |= inner


def one(code: str, titles: Mapping[str, Text], word: str) -> str:
    """The id of a thing by its id or its title in either language; a part of a title is enough if only one has it."""
    wanted = alike(word)
    for name, title in titles.items():
        if wanted in {name.lower(), alike(name), alike(title.zh), alike(title.en)}:
            return name
    partly = [name for name, title in titles.items() if wanted and wanted in alike(f"{title.zh}\n{title.en}")]
    if len(partly) == 1:
        return partly[0]
    close = [] if partly else near(wanted, _words(titles))
    raise usage(code, close or listed(titles, partly), name=word)


def listed(titles: Mapping[str, Text], names: Iterable[str] = ()) -> list[Text]:
    """Things to choose from, each by its title and the id to type: the ones named, or the first of all."""
    chosen = list(names) or list(titles)
    found = [titles[name] if titles[name] == Text.same(name) else _titled(name, titles[name]) for name in chosen]
    return [*found[:MOST_LISTED], Text.same("…")] if len(found) > MOST_LISTED else found


def _titled(name: str, title: Text) -> Text:
    return Text(f"{title.of('zh')} ({name})", f"{title.of('en')} ({name})")


def matching(kind: str, titles: Mapping[str, Text], word: str) -> list[str]:
    """The ids that a word means: an id or title, else the start of ids, else part of titles; raises `no-KIND`."""
    wanted = word.strip().lower()
    found = [name for name, title in titles.items() if wanted in {name.lower(), title.zh.lower(), title.en.lower()}]
    found = found or [name for name in titles if name.startswith(wanted)]
    found = found or [name for name, title in titles.items() if wanted in f"{title.zh}\n{title.en}".lower()]
    if not wanted or not found:
        raise usage(f"no-{kind}", near(wanted, _words(titles)), name=word)
    return found


def called(kind: str, titles: Mapping[str, Text], word: str) -> str:
    """The one id that `matching` finds; raises PromoplanError."""
    found = matching(kind, titles, word)
    if len(found) > 1:
        known = Text(*("; ".join(f"{name} ({titles[name][lang]})" for name in found) for lang in (0, 1)))
        raise usage("ambiguous-item", name=word, known=known)
    return found[0]


def _words(titles: Mapping[str, Text]) -> Collection[str]:
    return [*titles, *(title.zh for title in titles.values()), *(title.en for title in titles.values())]


def find(plan: Plan, word: str) -> list[Item]:
    """The items of one task or slot, by id, unique start of an id, or part of a title; raises PromoplanError."""
    wanted = word.strip().lower()
    exact = [item for item in plan.items if wanted in {item.id.lower(), item.card.task.lower()}]
    if exact:
        return exact
    starts = [item for item in plan.items if item.id.lower().startswith(wanted)]
    parts = [item for item in plan.items if wanted in f"{item.card.title.zh}\n{item.card.title.en}".lower()]
    found = starts or parts
    if not wanted or not found:
        raise usage("unknown-item", near(wanted, [item.card.task for item in plan.items]), name=word)
    return of_one_task(found, word)


def of_one_task(found: list[Item], word: str) -> list[Item]:
    """The items, if they are all of one task; raises PromoplanError with the tasks."""
    tasks = {item.card.task: item.card.title for item in found}
    if len(tasks) > 1:
        zh = "; ".join(f"{task} ({title.zh})" for task, title in tasks.items())
        en = "; ".join(f"{task} ({title.en})" for task, title in tasks.items())
        raise usage("ambiguous-item", name=word, known=Text(zh, en))
    return found


def todays(plan: Plan, items: list[Item], today: date) -> list[Item]:
    """Of a repeat the one of that day, if there is just one; otherwise all of them."""
    here = [item for item in items if item.first_day(plan.zone) <= today <= item.last_day(plan.zone)]
    return here if len(here) == 1 else items
