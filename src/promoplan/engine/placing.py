"""Progress put on a plan: moved dates before it is expanded, pinned and closed items after."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from promoplan.engine.ticks import Found, resolve
from promoplan.model.plan import Item, Plan
from promoplan.model.progress import Progress
from promoplan.rules.stamp import Stamp, Step, closing, instant, opening
from promoplan.text import alike, listed_names, once


def stamp_of(text: str, zone: ZoneInfo) -> Stamp:
    """A day or a moment as the log writes it; raises ValueError."""
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).astimezone(zone)


People = Mapping[str, tuple[str, ...]]
NONE = Found({}, ())
CLOSED, PINNED = Step("closed"), Step("pinned")


def placed(plan: Plan, progress: Progress, roles: People) -> Plan:
    """The plan with where each item stands: closed ones where they were closed, pinned ones where they were pinned."""
    people = people_now(roles, progress)
    items = [_placed(item, plan, progress, people) for item in plan.items]
    places = {id(new): number for number, new in enumerate(items)}
    far = datetime.max.replace(tzinfo=UTC)

    def key(item: Item) -> tuple[datetime, datetime, int]:
        end = instant(closing(item.end, plan.zone)) if item.end is not None else far
        return instant(opening(item.start, plan.zone)), end, places[id(item)]

    return replace(plan, items=tuple(sorted(items, key=key)))


def _placed(item: Item, plan: Plan, progress: Progress, people: People) -> Item:
    told = progress.state(item.id)
    pin = progress.pins.get(item.id)
    ticked = resolve(item.card.checklist, ticks) if (ticks := progress.ticks.get(item.id)) else NONE
    state = told._replace(
        checked=ticked.numbers,
        lost=ticked.lost,
        notes=progress.notes.get(item.id, ()),
        people=people_of(item, people),
        is_pinned=pin is not None,
    )
    item = replace(item, state=state)
    if state.is_closed and state.start:
        return _at(item, {"start": state.start, "end": state.end}, CLOSED, plan)
    return _at(item, pin, PINNED, plan) if pin else item


def people_now(roles: People, progress: Progress) -> People:
    """Who has what: as the log says, unless `campaign.yaml` was changed by hand since."""
    told = {
        name: people
        for name, people in progress.people.items()
        if name not in progress.bases or _listed(progress.bases[name]) == _listed(roles.get(name, ()))
    }
    return _spelt({**roles, **told})


def _listed(people: Iterable[str]) -> list[str]:
    """The names in a list; an older promoplan took `小李，小王` for one."""
    return [name for each in people for name in listed_names(each)]


def _spelt(people: People) -> People:
    """Each person by one name, the first: names that differ only in case or width are one person's."""
    first: dict[str, str] = {}
    return {role: tuple(once(first.setdefault(alike(name), name) for name in names)) for role, names in people.items()}


def people_of(item: Item, people: People) -> tuple[str, ...]:
    """Who does an item: named for it, else for its task, else for its roles; each once."""
    for name in (f"item:{item.id}", f"item:{item.card.task}"):
        if people.get(name):
            return people[name]
    return tuple(dict.fromkeys(person for role in item.card.roles for person in people.get(role, ())))


def _at(item: Item, dates: Mapping[str, str | None], step: Step, plan: Plan) -> Item:
    start = stamp_of(str(dates["start"]), plan.zone)
    end = stamp_of(str(dates["end"]), plan.zone) if dates["end"] else None
    if (start, end) == (item.start, item.end):
        return item
    return replace(item, start=start, end=end, steps=(*item.steps, step._replace(stamp=start)))
