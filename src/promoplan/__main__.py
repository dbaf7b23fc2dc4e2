"""`python -m promoplan`, and the `promoplan` command."""

import gc
import sys


def main() -> None:
    """Run the command line. `--version` answers before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.exit(version())
    gc.disable()  # a run is short and leaves few cycles; looking for them would take twice as long in a large plan
    from promoplan.cli.app import run

    sys.exit(run(sys.argv[1:]))


def version() -> int:
    """Say which promoplan this is; the exit code."""
    from promoplan import __version__

    try:
        print(f"promoplan {__version__}", flush=True)
    except BrokenPipeError:
        sys.stdout = None
    except OSError as error:
        sys.stdout = None
        print(f"error: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    main()
