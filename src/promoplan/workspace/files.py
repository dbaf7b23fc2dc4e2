"""Writing so that a crash leaves the old file or the new one, never half of either."""

import os
from pathlib import Path

from promoplan.errors import Problem, PromoplanError


def write(path: Path, data: bytes) -> None:
    """Write to a temporary file beside the target, flush it to disk, then rename; raises PromoplanError."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise cannot_write(path, error) from None


def cannot_write(path: Path, error: OSError) -> PromoplanError:
    """Why a file could not be written."""
    return PromoplanError(Problem("cannot-write", {"name": path.name, "detail": error.strerror or str(error)}))
