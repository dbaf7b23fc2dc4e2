"""The steps of `init`: find the playbook, ask, check, expand, show, write."""

import os
import secrets
from dataclasses import dataclass
from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

from promoplan.cli import parse
from promoplan.cli.checking import checked
from promoplan.cli.session import Session
from promoplan.engine import anchors, choices, select
from promoplan.engine.checks import strays
from promoplan.engine.expand import expand
from promoplan.engine.inputs import default_text, shown
from promoplan.errors import USAGE, Problem, PromoplanError, is_error, usage
from promoplan.errors.near import near
from promoplan.library import shipped
from promoplan.library.load import Loaded
from promoplan.library.source import Source
from promoplan.model.options import Options
from promoplan.model.plan import Plan
from promoplan.model.playbook import Playbook
from promoplan.text import Text, listed_names, typed
from promoplan.workspace import creating
from promoplan.workspace import draft as drafting
from promoplan.workspace.campaign import open_campaign


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    playbook: str
    day: str | None
    name: str | None
    inputs: dict[str, str]
    anchors: dict[str, str]
    people: dict[str, str]
    quiet: bool


@dataclass(frozen=True)
class Draft:
    """A campaign that is not written yet."""

    name: str
    plan: Plan
    source: Source
    """The playbook's text, which the campaign gets a copy of."""
    problems: list[Problem]
    text: str
    given: list[tuple[Text, Text]]
    """The inputs that somebody wrote: title, and what was understood."""


def find(name: str) -> tuple[Path, str]:
    """The file of a playbook by shipped name or path, and what to call it."""
    path = shipped.path(name)
    if path is not None:
        return path, f"{name}.yaml"
    # Asked by os.path: a name that no file can have is none, not an error.
    if os.path.exists(name) or Path(name).suffix in {".yaml", ".yml"}:  # noqa: PTH110
        return Path(name), name
    known = shipped.names()
    own = [f"{name}.yaml"] if os.path.isfile(f"{name}.yaml") else []  # noqa: PTH113
    raise usage("unknown-playbook", own or near(name, known), name=name, known=", ".join(known))


def draft(request: Request, session: Session) -> Draft:
    """Everything but the writing; raises PromoplanError with every mistake in the request."""
    loaded = checked(*find(request.playbook))
    playbook = loaded.playbook
    event = event_of(playbook, request.day, session)
    inputs = {key: default_text(field, event.year) for key, field in playbook.inputs.items()} | request.inputs
    if session.asks() and not request.quiet:
        from promoplan.cli.asking import ask

        inputs = ask(playbook, inputs, set(request.inputs), session)
    options, problems = choices.options(playbook, choices.Choices(event, request.anchors, inputs))
    if problems:
        raise PromoplanError(*problems, exit_code=USAGE)
    plan = _planned(loaded, options)
    given = [
        (field.title, shown(field, options.inputs[key]))
        for key, field in playbook.inputs.items()
        if key in request.inputs or inputs[key] != default_text(field, event.year)
    ]
    name = request.name or f"{playbook.playbook}-{event.year}"
    creating.refuse_name(name)
    creating.refuse_taken(session.folder / name)
    people = {select.one("unknown-role", playbook.roles, key): listed_names(who) for key, who in request.people.items()}
    text = drafting.text(
        playbook,
        name=name,
        identity=secrets.token_hex(6),
        created=session.clock.now(ZoneInfo(playbook.zone)).astimezone(UTC),
        event=event,
        anchors=request.anchors,
        inputs=inputs,
        people=people,
        lang=session.lang,
    )
    creating.read_back(
        text,
        {
            "name": name,
            "event": event,
            "anchors": request.anchors,
            "inputs": inputs,
            "people": {role: tuple(names) for role, names in people.items()},
        },
    )
    return Draft(name, plan, loaded.source, [*plan.problems, *strays(playbook, plan)], text, given)


def _planned(loaded: Loaded, options: Options) -> Plan:
    """The plan at the chosen date; raises PromoplanError, with the lines of the file, when it has none there."""
    plan = expand(loaded.playbook, options)
    errors = [problem for problem in plan.problems if is_error(problem)]
    if errors:
        raise PromoplanError(*loaded.located(errors), Problem("no-plan", {"date": options.event}))
    return plan


def event_of(playbook: Playbook, text: str | None, session: Session) -> date:
    """The date that was typed, else the event's next usual one; raises PromoplanError when there is none."""
    today = session.clock.today(ZoneInfo(playbook.zone))
    if text is not None:
        return parse.day(text, today)
    found = anchors.next_day(playbook, today)
    if found is None:
        raise usage("needs-date", name=playbook.playbook)
    return found


def show(made: Draft, session: Session) -> None:
    """The summary, and what to look out for."""
    from promoplan.engine.words import Words
    from promoplan.views import summary

    words = Words(session.lang, session.plain)
    session.show(*summary.render(made.plan, made.name, session.clock.today(made.plan.zone), words, made.given))
    session.report(made.problems)


def create(made: Draft, session: Session) -> None:
    """Write the folder, and say what to type next."""
    folder = session.folder / made.name
    creating.create(folder, made.text, made.source)
    open_campaign(folder)  # so that the first command finds the plan compiled
    session.show(
        "",
        session.say(f"已建好: {made.name}/  接下来:", f"Created {made.name}/  Next:"),
        f"  promoplan today -c {typed(made.name)}",
        f"  promoplan timeline -c {typed(made.name)}",
    )
