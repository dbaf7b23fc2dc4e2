"""What `script` needs: the values of a campaign, or of a playbook at its next usual date, and what was typed."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from promoplan.cli import recipes, running, several, starting
from promoplan.cli.running import Running
from promoplan.cli.session import Session
from promoplan.engine import choices, inputs
from promoplan.engine.expand import expand
from promoplan.engine.scripts import Desk, applies, fill, placeholders
from promoplan.engine.select import called
from promoplan.errors import USAGE, Problem, PromoplanError, usage
from promoplan.errors.near import near
from promoplan.model.options import Options
from promoplan.model.playbook import Playbook, Script
from promoplan.text import Text
from promoplan.workspace.reading import read_files


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    words: dict[str, str]
    """`--set` as it was typed."""
    campaign: str | None = None
    playbook: str | None = None
    day: str | None = None


def desks(request: Request, session: Session, *, dated: bool) -> list[Desk]:
    """Everything messages are written from, for each campaign; raises PromoplanError.

    A playbook without a usual date asks for one if the texts are to be `dated`; a list does without.
    """
    if request.playbook is not None:
        return [_of_playbook(recipes.named(request.playbook, request.campaign).playbook, request, session, dated=dated)]
    if request.day is not None:
        raise usage("date-without-playbook")
    found = several.wherever(running.active(session, request.campaign), lambda each: _of_campaign(each, request))
    return [made for _, made in found]


def _of_campaign(each: Running, request: Request) -> Desk:
    files = read_files(each.campaign.folder, each.campaign.progress.dates)
    playbook = files.loaded.playbook
    typed = _options(playbook, each.plan.event, request.words).inputs
    known = {**inputs.defaults(playbook, each.plan.event.year), **files.options.inputs, **typed}
    return Desk(each.campaign.name, playbook, each.plan, known, each.today, _blanks(playbook, request.words))


def _of_playbook(playbook: Playbook, request: Request, session: Session, *, dated: bool) -> Desk:
    today = session.clock.today(ZoneInfo(playbook.zone))
    if request.day is None and playbook.event.usual is None and not dated:
        event = playbook.event.reference
    else:
        event = starting.event_of(playbook, request.day, session)
    options = _options(playbook, event, request.words)
    known = {**inputs.defaults(playbook, event.year), **options.inputs}
    return Desk(None, playbook, expand(playbook, options), known, today, _blanks(playbook, request.words))


def _options(playbook: Playbook, event: date, words: dict[str, str]) -> Options:
    """The inputs among the words, read; raises PromoplanError for a wrong value or a name no script has."""
    known = placeholders(playbook)
    for name in words:
        if name not in known:
            raise usage("no-blank", near(name, known), name=name)
    typed = {name: text for name, text in words.items() if name in playbook.inputs}
    options, problems = choices.options(playbook, choices.Choices(event, {}, typed))
    if problems:
        raise PromoplanError(*problems, exit_code=USAGE)
    return options


def _blanks(playbook: Playbook, words: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in words.items() if name not in playbook.inputs}


def find(made: Desk, word: str) -> tuple[str, Script]:
    """One script by id, start of an id or part of its title; raises PromoplanError, also for one that is left out."""
    scripts = made.playbook.scripts
    name = called("script", {key: script.title for key, script in scripts.items()}, word)
    if not applies(scripts[name], made):
        raise usage("script-left-out", name=scripts[name].title, cause=scripts[name].condition or scripts[name].phase)
    return name, scripts[name]


def write_messages(made: list[Desk], word: str, session: Session) -> None:
    """Only the message on standard output, of several each under its campaign; what is still open on standard error."""
    found = several.wherever(made, lambda each: find(each, word)[1])
    for number, (each, script) in enumerate(found):
        message = fill(script, each, session.lang)
        head = f"[ {each.campaign} ]\n" if len(found) > 1 else ""
        session.write("\n" * bool(number) + head + message.text + "\n")
        if message.missing:
            session.report([_left(message.missing)])


def _left(missing: dict[str, Text]) -> Problem:
    blanks = Text(*("; ".join(f"{title[lang]} ({name})" for name, title in missing.items()) for lang in (0, 1)))
    return Problem("blanks-left", {"blanks": blanks, "options": " ".join(f"--set {name}=…" for name in missing)})


def show_list(made: list[Desk], request: Request, session: Session) -> None:
    """The scripts by phase, and the line that prints one of them."""
    from promoplan.views import scripts

    where = f" --playbook {request.playbook}" if request.playbook else ""
    words = running.words_of(session)
    several.show_blocks(session, (scripts.render(each, f"promoplan script{where}", words) for each in made))


def write_json(made: list[Desk], word: str | None, session: Session) -> None:
    from promoplan.exports.recipes import scripts_json

    def names(each: Desk) -> list[str]:
        return [find(each, word)[0]] if word is not None else list(each.playbook.scripts)

    session.write(scripts_json(several.wherever(made, names), session.lang))
