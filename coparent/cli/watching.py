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


def watch_plans(plans: Path, do: Callable[[], object]) -> None:
    """Do it, and once more after each change of the plan files, until Ctrl+C; a terminal is cleared in between."""
    seen: object = None
    while True:
        now = PlanTree(plans).signature()
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
