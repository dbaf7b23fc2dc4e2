"""Entries of a log that its plan knows nothing of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from promoplan.engine.registers import undone_batches, undos
from promoplan.engine.story import about
from promoplan.engine.words import moment_of
from promoplan.model.plan import Plan
from promoplan.model.progress import LOG_FORMAT, Event, Progress


def orphans(events: Iterable[Event], plan: Plan, progress: Progress) -> Mapping[str, int]:
    """Items that are in the log but not in the plan, with how often; what the plan leaves out on purpose is none."""
    known = {item.id for item in plan.items} | {item.card.task for item in plan.items} | set(progress.cancelled)
    left_out = {entry.id for entry in plan.dropped}
    readable = [event for event in events if event["v"] <= LOG_FORMAT]
    gone = undone_batches(undos(readable))
    named = Counter(item for event in readable if event["batch"] not in gone for item in about(event))
    return {
        name: count for name, count in named.items() if name not in known and name.partition("@")[0] not in left_out
    }


def future(events: Iterable[Event], plan: Plan, after: datetime) -> datetime | None:
    """The latest entry that is dated beyond a moment."""
    moments = [moment for event in events if (moment := moment_of(event["at"], plan.zone)) and moment > after]
    return max(moments) if moments else None
