"""Doing something again whenever the plans have changed."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import typer

from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError

PAUSE = 0.3
"""Seconds between two looks: soon enough after a save, and next to no work for the machine."""


def watch_plans(plans: Path, do: Callable[[], object], also: Path | None = None) -> None:
    """Do it, and once more after each change of the plan files, until Ctrl+C; a terminal is cleared in between.

    `also` is a folder whose files count too.
    """
    seen: object = None
    while True:
        now = PlanTree(plans).signature(), _signature(also) if also is not None else ()
        if now != seen:
            seen = now
            if sys.stdout.isatty():
                typer.echo("\x1b[2J\x1b[H", nl=False, color=True)
            try:
                do()
            except CoparentError as error:
                typer.echo(f"error: {error.message}", err=True)
            sys.stdout.flush()
            typer.echo("watching for changes: Ctrl+C ends it", err=True)
        time.sleep(PAUSE)


def _signature(folder: Path) -> tuple[tuple[str, int], ...]:
    """Every file below a folder with the time it was last written; nothing if there is no such folder."""
    found: list[tuple[str, int]] = []
    for path in sorted(folder.rglob("*")):
        try:
            found.append((str(path), path.stat().st_mtime_ns))
        except OSError:  # It went away in between.
            continue
    return tuple(found)
