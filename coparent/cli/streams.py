"""Results on stdout: a reader that goes away, as `head` does, is no fault of the plans or of the run."""

import os
import sys
from pathlib import Path
from typing import TextIO

import typer

from coparent.errors import CoparentError


def write_out(text: str, *, colour: bool = False) -> None:
    """Put text on stdout, with its colours if they are wanted. Raises CoparentError where there is no room for it."""
    try:
        typer.echo(text, nl=False, color=colour)
    except BrokenPipeError:
        discard_output()
    except OSError as error:
        discard_output()
        reason = (error.strerror or "unknown reason").lower()
        raise CoparentError(f"cannot write the results: {reason}", "make room, or send them elsewhere") from None


def flush(code: int) -> int:
    """Send out what is still waiting, and hand the exit code on: 2, if it cannot be sent."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        discard_output()
    except OSError:
        discard_output()
        return 2
    return code


def discard_output() -> None:
    """Let whatever is still to be written to stdout go nowhere."""
    sys.stdout = _open_nowhere()


def ensure_streams() -> None:
    """Where the program was started with stdout or stderr closed, what is written there goes nowhere."""
    sys.stdout = sys.stdout or _open_nowhere()
    sys.stderr = sys.stderr or _open_nowhere()


def _open_nowhere() -> TextIO:
    """A stream that swallows everything, open until the program ends."""
    return Path(os.devnull).open("w", encoding="utf-8")
