"""The playbooks that come with promoplan: inside the package when it is installed, beside `src` in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SUFFIX = ".yaml"


def folder() -> Path:
    """Where the shipped playbooks are."""
    installed = PACKAGE / "playbooks"
    return installed if installed.is_dir() else PACKAGE.parent.parent / "playbooks"


def names() -> list[str]:
    """The names that `init` takes."""
    return sorted(path.stem for path in folder().glob(f"*{SUFFIX}"))


def path(name: str) -> Path | None:
    """The file of a shipped playbook."""
    found = folder() / f"{name}{SUFFIX}"
    return found if name in names() else None
