"""The table of rule forms: which key of a mapping tells which rule it is. A string is a span."""

from collections.abc import Mapping
from typing import Annotated, Any, Union

from pydantic import BaseModel, Discriminator, Tag

from promoplan.rules.repeat import Repeat
from promoplan.rules.rota import Rota
from promoplan.rules.span import Span
from promoplan.rules.waves import Waves

RULES: dict[str, type[BaseModel]] = {"every": Repeat, "waves": Waves, "rota": Rota}

SPAN = "(span)"


def one_of(
    more: Mapping[str, Any], listed: Any = None, rules: Mapping[str, Any] = RULES, fault: str = "bad-form"
) -> Any:
    """The type of a rule: the forms of `rules`, a span, and `more`; `listed` is what a list stands for.

    The tags are in brackets so that they are never taken for a key when a fault is looked up in the file.
    """
    forms: dict[str, Any] = {**more, **rules}

    def tag(value: Any) -> str | None:
        if isinstance(value, str | Span):
            return SPAN
        if isinstance(value, list):
            return "(list)" if listed else None
        if isinstance(value, Mapping):
            return next((f"({key})" for key in forms if key in value), None)
        return next((f"({key})" for key, form in forms.items() if isinstance(value, form)), None)

    choices = [Annotated[Span, Tag(SPAN)], *(Annotated[form, Tag(f"({key})")] for key, form in forms.items())]
    if listed:
        choices.append(Annotated[listed, Tag("(list)")])
    discriminator = Discriminator(tag, custom_error_type=fault, custom_error_message=fault)
    return Annotated[Union[tuple(choices)], discriminator]  # noqa: UP007 - built from a table


Plain = one_of({})
"""One rule, without a choice."""
