"""The program as one group of commands, each imported when it is called, and the one door for errors."""

import sys
from collections.abc import Sequence
from errno import ENAMETOOLONG
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup, TyperOption
from typer.exceptions import TyperException

from promoplan.cli import help as helping
from promoplan.cli import session
from promoplan.cli.commands import COMMANDS
from promoplan.errors import BUG, FAULT, INTERRUPTED, USAGE, Problem, PromoplanError, usage
from promoplan.errors.near import near

SHOWN = 40
"""Characters of a name that is too long, in what is said of it."""


class App(TyperGroup):
    """The commands of `COMMANDS`; every one also takes `--lang` and `--ascii`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's signature
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name].module)
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, **getattr(module, "SETTINGS", {}))(getattr(module, COMMANDS[cmd_name].function))
        command = typer.main.get_command(single)
        command.params += shared_options()
        vars(command)["format_help"] = helping.for_command(command)
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise usage("no-command", near=near(args[0], COMMANDS), name=args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(helping.overview(self, ctx))


def shared_options() -> list[Any]:
    """`--lang` and `--ascii` are read before the command is known; here they are named for help and checking."""
    return [
        TyperOption(
            param_decls=["--lang"], expose_value=False, help="语言 zh 或 en || Language, zh or en", metavar="LANG"
        ),
        TyperOption(
            param_decls=["--ascii"], is_flag=True, expose_value=False, help="只用 ASCII 画线 || Draw with ASCII only"
        ),
    ]


def run(argv: Sequence[str]) -> int:
    """Run one command line; the exit code."""
    words = list(argv)
    current: session.Session | None = None
    try:
        current = session.start(words)
        if session.is_lost() and words and "--help" not in words:
            raise usage("lost-folder")
        app = App(name="promoplan", params=shared_options(), no_args_is_help=True, rich_markup_mode=None)
        code = app.main(words, prog_name="promoplan", standalone_mode=False, obj=current)
        sys.stdout.flush()
        return (code if isinstance(code, int) else 0) or (FAULT if current.faults else 0)
    except PromoplanError as error:
        return _told(current, error.problems, error.exit_code)
    except TyperException as error:
        return _misused(current, error, words)
    except typer.Abort as error:
        return _stopped(current, error, words)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None
        return 0
    except OSError as error:
        return _refused(current, error, words)
    except Exception as error:  # the door: no traceback ever reaches a user
        return _failed(current, error, words)


def _told(current: session.Session | None, problems: Sequence[Problem], code: int) -> int:
    (current or session.Session("en", True, {}, Path())).report(tuple(problems))
    return code


def _misused(current: session.Session | None, error: TyperException, words: list[str]) -> int:
    """A mistake in the command line, in our own words."""
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message())
        return 0
    from promoplan.cli import misuse

    return _told(current, [misuse.told(error, words)], USAGE)


def _stopped(current: session.Session | None, error: typer.Abort, words: list[str]) -> int:
    """An interruption, unless the library took an error of ours for the end of the input."""
    if isinstance(error.__cause__, EOFError):
        return _failed(current, error.__cause__, words)
    print(file=sys.stderr)
    return INTERRUPTED


def _refused(current: session.Session | None, error: OSError, words: list[str]) -> int:
    """What the system will not do and no command has put in words."""
    if error.filename is None:
        return _unprinted(current, error)
    if error.errno == ENAMETOOLONG:  # whatever word of the line was looked for as a file
        return _told(current, [Problem("name-too-long", {"name": str(error.filename)[:SHOWN] + "…"})], USAGE)
    return _failed(current, error, words)


def _unprinted(current: session.Session | None, error: OSError) -> int:
    """The output takes no more: a full disk behind `>`. Files that we open have a name; only a stream has none."""
    sys.stdout = None
    return _told(current, [Problem("cannot-print", {"detail": error.strerror or str(error)})], FAULT)


def _failed(current: session.Session | None, error: Exception, words: list[str]) -> int:
    """Our own fault: a report for us, one line for the user."""
    from promoplan.cli.crash import write_report

    report = write_report(error, words)
    detail = f"{type(error).__name__}: {error}"
    return _told(current, [Problem("bug", {"detail": detail, "report": report})], BUG)
