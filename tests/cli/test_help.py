"""Every command and option says what it does, in both languages, and the README knows it."""

import re
from pathlib import Path

import pytest
import typer

from conftest import Program
from promoplan.cli.app import App
from promoplan.cli.commands import COMMANDS
from promoplan.cli.help import SEPARATOR
from promoplan.errors.messages import MESSAGES

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help_in_both_languages(name: str) -> None:
    command = App(name="promoplan").get_command(None, name)
    assert isinstance(command, typer.core.TyperCommand)
    for text in (command.help, *(param.help for param in command.params)):  # type: ignore[attr-defined]
        zh, separator, en = (text or "").partition(SEPARATOR)
        assert separator, text
        assert not zh.isascii(), text
        assert en.isascii(), text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_in_one_language(promoplan: Program, name: str, lang: str) -> None:
    ran = promoplan(name, "--help", lang=lang)
    assert (ran.code, ran.err) == (0, "")
    assert SEPARATOR not in ran.out
    assert ran.out.isascii() == (lang == "en")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert f"promoplan {name}" in README.read_text(encoding="utf-8")


def test_every_message_is_in_both_languages_with_the_same_fields() -> None:
    for code, message in MESSAGES.items():
        for text in (message.text, message.hint):
            assert bool(text.zh) == bool(text.en), code
            fields = [sorted(part.split("}")[0].split("!")[0] for part in words.split("{")[1:]) for words in text]
            assert fields[0] == fields[1], code


def test_every_command_of_the_readme_exists() -> None:
    named = set(re.findall(r"`promoplan ([a-z]+)", README.read_text(encoding="utf-8")))
    assert named <= set(COMMANDS)
