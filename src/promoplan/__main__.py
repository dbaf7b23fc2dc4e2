"""`python -m promoplan`, and the `promoplan` command."""

import gc
import sys


def main() -> None:
    """Run the command line. `--version` answers before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from promoplan import __version__

        print(f"promoplan {__version__}")
        sys.exit(0)
    gc.disable()  # a run is short and leaves few cycles; looking for them would take twice as long in a large plan
    from promoplan.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
