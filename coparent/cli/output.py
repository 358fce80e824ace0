"""Results on stdout: a reader that goes away, as `head` does, is no fault of the plans or of the run."""

import os
import sys
from pathlib import Path

import typer


def write_out(text: str, *, colour: bool = False) -> None:
    """Put text on stdout, with its colours if they are wanted."""
    try:
        typer.echo(text, nl=False, color=colour)
    except BrokenPipeError:
        hush()


def flush(code: int) -> int:
    """Send out what is still waiting, and hand the exit code on."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        hush()
    return code


def hush() -> None:
    """Let whatever is still to be written to stdout go nowhere."""
    sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - it stays open until the program ends.
