"""JSON of `campaigns` and `doctor`."""

from collections.abc import Iterable

from promoplan.engine.briefs import Brief
from promoplan.errors import Problem
from promoplan.exports.records import Record, Texts, dump, problem_record
from promoplan.text import Lang


def campaigns_json(briefs: Iterable[Brief], texts: Texts) -> str:
    return dump({"campaigns": [_campaign(brief, texts) for brief in briefs]})


def _campaign(brief: Brief, texts: Texts) -> Record:
    """A campaign that cannot be read has only its name and its problems."""
    standing = brief.standing
    if standing is None:
        problems = [problem_record(problem, texts.lang or "en") for problem in brief.problems]
        return {"campaign": brief.name, "problems": problems}
    plan, tally = standing.plan, standing.tally
    return {
        "campaign": brief.name,
        "playbook": plan.playbook,
        "title": texts.of(plan.title),
        "event": plan.event.isoformat(),
        "to_go": standing.to_go,
        "done": tally.done,
        "total": tally.total,
        "late": tally.late,
        "skipped": tally.skipped,
        "over": standing.is_over,
        "archived": standing.is_archived,
        "problems": [],
    }


def doctor_json(names: list[str], found: Iterable[tuple[Problem, bool]], cured: int, lang: Lang) -> str:
    """What is wrong, and whether it can be mended; `mended` counts what was."""
    problems = [{**problem_record(problem, lang), "mendable": can} for problem, can in found]
    return dump({"campaigns": names, "mended": cured, "problems": problems})
