"""Results on stdout: a reader that goes away, as `head` does, is no fault of the plans or of the run."""

import os
import sys
from pathlib import Path

import typer

from coparent.errors import CoparentError


def write_out(text: str, *, colour: bool = False) -> None:
    """Put text on stdout, with its colours if they are wanted. Raises CoparentError where there is no room for it."""
    try:
        typer.echo(text, nl=False, color=colour)
    except BrokenPipeError:
        hush()
    except OSError as error:
        hush()
        reason = (error.strerror or "unknown reason").lower()
        raise CoparentError(f"cannot write the results: {reason}", "make room, or send them elsewhere") from None


def flush(code: int) -> int:
    """Send out what is still waiting, and hand the exit code on: 2, if it cannot be sent."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        hush()
    except OSError:
        hush()
        return 2
    return code


def hush() -> None:
    """Let whatever is still to be written to stdout go nowhere."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it stays open until the program ends.


def ensure_streams() -> None:
    """Where the program was started with stdout or stderr closed, what it says goes nowhere."""
    if sys.stdout is None:
        hush()
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as above.
