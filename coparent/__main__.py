"""The program: `coparent` and `python -m coparent`."""

import gc
import os
import sys
from types import ModuleType


def run_program() -> int:
    """Run the command line. The version is told without importing anything else, since scripts ask for it often."""
    if sys.argv[1:] == ["--version"]:
        return _print_version()
    gc.disable()  # One short batch: nothing it makes is garbage before it ends.
    _spare_search_for_plugins()
    from coparent.cli import run

    return run()


def _print_version() -> int:
    from coparent import __version__

    try:
        if sys.stdout is not None:
            sys.stdout.write(f"coparent {__version__}\n")
            sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = None
    except OSError as error:
        sys.stdout = None
        if sys.stderr is not None:
            reason = (error.strerror or "unknown reason").lower()
            sys.stderr.write(f"error: cannot write the results: {reason}\n  = fix: make room, or send them elsewhere\n")
        return 2
    return 0


def _spare_search_for_plugins() -> None:
    """Have pydantic use no plugins: looking for them reads every package there is, and imports what reads packages."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def main() -> None:
    """Run the program, and leave at once: taking every record apart would take a sixth of the time of a small check."""
    try:
        code = run_program()
    except KeyboardInterrupt:  # Twice, or before there was anything to stop.
        code = 2
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            code = code or 2
    os._exit(code)


if __name__ == "__main__":
    main()
