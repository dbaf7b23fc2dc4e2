"""A campaign before and after a change of its log that nobody has written yet. Nothing is written here either."""

from pathlib import Path

from promoplan.engine.keeping import with_keys
from promoplan.engine.moving import Version
from promoplan.engine.placing import placed
from promoplan.model.progress import Progress
from promoplan.workspace import snapshots
from promoplan.workspace.campaign import compile_plan, plan_of, with_kept
from promoplan.workspace.compiled import Compiled
from promoplan.workspace.edits import files_of


def versions(folder: Path, before: Progress, after: Progress) -> tuple[Version, Version]:
    """The plan in two states of progress; raises PromoplanError when the second has dates that give no plan."""
    was = plan_of(folder, before)
    now = was if after.dates == before.dates else with_kept(folder, after, compile_plan(folder, after.dates))
    return version(was, before), version(now, after)


def past(folder: Path, then: Progress, now: Progress) -> tuple[Version, Version]:
    """The plan as it was, by the files of then where they are kept, and as it is."""
    files = files_of(folder, now)
    name = then.files or now.first_files or files.told
    snapshot = snapshots.path(folder, name) if name != files.now else None
    after = version(plan_of(folder, now, files), now)
    if snapshot is not None:
        known = compile_plan(snapshot, then.dates)
        return version(known._replace(plan=with_keys(known.plan, then.keys)), then), after
    known = plan_of(folder, now, files) if then.dates == now.dates else compile_plan(folder, then.dates)
    return version(known._replace(plan=with_keys(known.plan, now.keys)), then), after


def version(known: Compiled, progress: Progress) -> Version:
    """A compiled plan with where each item stands."""
    return Version(known.plan, placed(known.plan, progress, known.people))
