"""The report that is left behind when promoplan itself fails."""

import platform
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from promoplan import __version__
from promoplan.text import clean_output


def write_report(error: Exception, words: Sequence[str]) -> str:
    """Write what happened to the temporary folder; the file's path, or the last line if nothing can be written."""
    trace = "".join(traceback.format_exception(error))
    head = f"promoplan {__version__}, Python {platform.python_version()}, {platform.system()}\n{list(words)}\n\n"
    try:
        folder = Path(tempfile.gettempdir())
        with tempfile.NamedTemporaryFile(
            "w", prefix="promoplan-", suffix=".txt", dir=folder, delete=False, encoding="utf-8"
        ) as file:
            file.write(clean_output(head + trace))
        return file.name
    except OSError:
        return clean_output(trace).strip().splitlines()[-1]
