"""Doing something again at every save of the plans."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError

PAUSE = 0.3
"""Seconds between two looks: soon enough after a save, and next to no work for the machine."""


def each_save(plans: Path, also: Path | None = None) -> Iterator[None]:
    """Yield at once, and after each change of the plan files, until Ctrl+C; a terminal is cleared in between.

    `also` is a folder whose files count too.
    """
    last_signature: tuple[tuple[str, int, int], ...] | None = None
    while True:
        own_files = sorted(also.rglob("*")) if also is not None else ()
        signature = _sign([*PlanTree(plans).files.values(), *own_files])
        if signature != last_signature:
            last_signature = signature
            if sys.stdout.isatty():
                typer.echo("\x1b[2J\x1b[H", nl=False, color=True)
            yield
            sys.stdout.flush()
            typer.echo("watching for changes: Ctrl+C ends it", err=True)
        time.sleep(PAUSE)


@contextmanager
def passing_over_errors() -> Iterator[None]:
    """Go on watching after what would end another run: the next save may mend it."""
    try:
        yield
    except CoparentError as error:
        typer.echo(f"error: {error.message}", err=True)
    except typer.Exit:  # The plans are faulty, and the findings are written.
        pass


def _sign(files: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Each of these files with the time of its last save and its size: another signature after each save."""
    signed: list[tuple[str, int, int]] = []
    for file in files:
        try:
            status = file.stat()
        except OSError:  # It went away in between.
            continue
        signed.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(signed)
