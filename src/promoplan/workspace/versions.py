"""A campaign before and after a change of its log that nobody has written yet. Nothing is written here either."""

from pathlib import Path

from promoplan.engine.moving import Version
from promoplan.engine.placing import placed
from promoplan.model.progress import Progress
from promoplan.workspace.campaign import compile_plan, compiled_plan
from promoplan.workspace.compiled import Compiled


def versions(folder: Path, before: Progress, after: Progress) -> tuple[Version, Version]:
    """The plan in two states of progress; raises PromoplanError when the second has dates that give no plan."""
    was = compiled_plan(folder, before.dates)
    now = was if after.dates == before.dates else compile_plan(folder, after.dates)
    return version(was, before), version(now, after)


def past(folder: Path, then: Progress, now: Progress) -> tuple[Version, Version]:
    """The plan as it was and as it is, by what the files say today; the compiled copy stays the one of today."""
    after, before = versions(folder, now, then)
    return before, after


def version(known: Compiled, progress: Progress) -> Version:
    """A compiled plan with where each item stands."""
    return Version(known.plan, placed(known.plan, progress, known.people))
