"""The program: `coparent` and `python -m coparent`."""

import gc
import sys


def main() -> None:
    """Run the command line. The version is told without importing anything else, since scripts ask for it often."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        from coparent import __version__

        sys.stdout.write(f"coparent {__version__}\n")
        return
    gc.disable()  # One short batch: nothing it makes is garbage before it ends.
    from coparent.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
