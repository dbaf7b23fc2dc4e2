"""Asking for a playbook's inputs on a terminal, each with its default."""

from promoplan.cli.session import Session
from promoplan.engine import inputs
from promoplan.errors import Problem
from promoplan.model.playbook import Input, Playbook
from promoplan.text import Lang


def ask(playbook: Playbook, values: dict[str, str], given: set[str], session: Session) -> dict[str, str]:
    """The inputs as answered; a wrong answer is explained and asked for again."""
    open_names = [name for name in playbook.inputs if name not in given]
    if open_names:
        session.show(session.say("直接回车用括号里的默认值。", "Press Enter to take the default in brackets."))
    return values | {name: _one(playbook.inputs[name], values[name], session) for name in open_names}


YES = frozenset({"y", "yes", "是", "好", "确认"})


def confirmed(session: Session, question: str) -> bool:
    """A yes on the terminal; anything else, an empty line included, is a no."""
    session.out.print(f"{question} [y/N] ", end="")
    return session.answer().lower() in YES


def _one(field: Input, default: str, session: Session) -> str:
    while True:
        session.out.print(_question(field, default, session.lang), end="")
        answer = session.answer() or default
        value = inputs.read(field, answer)
        if not isinstance(value, Problem):
            return answer
        session.report([value])


def _question(field: Input, default: str, lang: Lang) -> str:
    """`Sales target (CNY) [100000] `; choices stand below, a line each, and the default below them."""
    if field.type == "flag" and isinstance(usual := inputs.read(field, default), bool):
        default = inputs.shown(field, usual).of(lang)
    unit = f" ({field.unit.of(lang)})" if field.unit else ""
    if not field.choices:
        return f"{field.title.of(lang)}{unit} [{default}] "
    options = "".join(f"\n    {key}: {title.of(lang)}" for key, title in field.choices.items())
    return f"{field.title.of(lang)}{unit}{options}\n  [{default}] "
