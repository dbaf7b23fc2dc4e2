"""The user's own folders, outside every campaign: nobody else writes there, and no synced folder carries them away."""

from pathlib import Path

APP = "promoplan"


def state() -> Path | None:
    """What this machine must remember of itself; nothing where the user has no home."""
    from platformdirs import user_state_path

    return _whole(user_state_path(APP, appauthor=False))


def cache() -> Path | None:
    """What may be deleted at any time; nothing where the user has no home."""
    from platformdirs import user_cache_path

    return _whole(user_cache_path(APP, appauthor=False))


def _whole(path: Path) -> Path | None:
    """A home that nobody knows stays a `~`, which would be a folder wherever we stand."""
    return path if path.is_absolute() else None
