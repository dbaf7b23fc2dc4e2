"""`python -m promoplan`, and the `promoplan` command."""

import sys


def main() -> None:
    """Run the command line. `--version` answers before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from promoplan import __version__

        print(f"promoplan {__version__}")
        sys.exit(0)
    from promoplan.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
