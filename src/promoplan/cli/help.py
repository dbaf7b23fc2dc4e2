"""Help in the reader's language. A help text in the code is `中文 || English`."""

from collections.abc import Callable, Iterable
from typing import Any

from promoplan.cli.commands import COMMANDS, GROUPS
from promoplan.text import Lang, Text

SEPARATOR = " || "


def pick(text: str | None, lang: Lang) -> str:
    """One language of a help text."""
    zh, _, en = (text or "").partition(SEPARATOR)
    return zh.strip() if lang == "zh" else (en or zh).strip()


def overview(app: Any, ctx: Any) -> str:
    """All commands by group, for `promoplan --help`."""
    lang: Lang = ctx.obj.lang
    lines = [
        Text(
            "活动计划: 剧本 + 活动日 = 每个人每天做什么",
            "Plan a campaign: a playbook and a date give everybody's tasks",
        ).of(lang)
    ]
    lines += ["", Text("用法", "Usage").of(lang) + ": promoplan COMMAND [OPTIONS]"]
    for group, title in GROUPS.items():
        rows = [(verb.name, verb.line.of(lang)) for verb in COMMANDS.values() if verb.group == group]
        lines += ["", f"{title.of(lang)}:", *_table(rows)]
    lines += ["", *_options(app.params, lang, version=True)]
    return "\n".join(lines) + "\n"


def for_command(command: Any) -> Callable[[Any, Any], None]:
    """How one command writes its help."""

    def write(ctx: Any, formatter: Any) -> None:
        lang: Lang = ctx.obj.lang
        usage = Text("用法", "Usage").of(lang)
        words = [ctx.command_path, *(_argument(p) for p in command.params if p.param_type_name == "argument")]
        lines = [pick(command.help, lang), "", f"{usage}: {' '.join(words)} [OPTIONS]", ""]
        arguments = [(param_name(p), pick(p.help, lang)) for p in command.params if p.param_type_name == "argument"]
        if arguments:
            lines += [Text("参数", "Arguments").of(lang) + ":", *_table(arguments), ""]
        formatter.write("\n".join(lines + _options(command.params, lang)) + "\n")

    return write


def param_name(param: Any) -> str:
    """What a parameter is called on the command line."""
    if param is None:
        return "?"
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper())
    return " / ".join(param.opts)


def _argument(param: Any) -> str:
    name = f"{param_name(param)}{'...' if param.nargs == -1 else ''}"
    return name if param.required else f"[{name}]"


def _options(params: Iterable[Any], lang: Lang, *, version: bool = False) -> list[str]:
    rows = [(_option(p), pick(p.help, lang)) for p in params if p.param_type_name == "option" and not p.hidden]
    if version:
        rows.append(("--version", Text("版本", "The version").of(lang)))
    rows.append(("--help", Text("这份说明", "This help").of(lang)))
    return [Text("选项", "Options").of(lang) + ":", *_table(rows)]


def _option(param: Any) -> str:
    name = ", ".join(reversed(param.opts))
    return name if param.is_flag else f"{name} {param.metavar or param.name.upper()}"


def _table(rows: list[tuple[str, str]]) -> list[str]:
    """Names in a column as wide as the longest; names are ASCII, so cells are characters."""
    width = max(len(name) for name, _ in rows)
    return [f"  {name:<{width}}  {line}".rstrip() for name, line in rows]
