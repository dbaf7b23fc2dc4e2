"""Every problem promoplan can name: its code, its sentence and its hint in both languages.

A code is stable once released: scripts and `tests/bad` lean on it.
"""

from promoplan.errors.messages.checks import CHECKS
from promoplan.errors.messages.commands import COMMANDS, INPUTS
from promoplan.errors.messages.files import FILES
from promoplan.errors.messages.format import FORMAT
from promoplan.errors.messages.logs import DOCTOR, LOGS
from promoplan.errors.messages.message import Message

__all__ = ["CHECKS", "FILES", "FORMAT", "MESSAGES", "Message"]

MESSAGES: dict[str, Message] = {**FILES, **FORMAT, **CHECKS, **INPUTS, **LOGS, **DOCTOR, **COMMANDS}
