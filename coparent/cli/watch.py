"""Doing something again at every save of the plans."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import typer

from coparent.cli.output import clear, say
from coparent.documents.stamps import Stamp, find_stamp
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError

PAUSE = 0.3
"""Seconds between two looks: soon enough after a save, and next to no work for the machine."""


def each_save(plans: Path, also: Path | None = None) -> Iterator[None]:
    """Yield at once, and after each change of the plan files, until Ctrl+C; a terminal is cleared in between.

    `also` is a folder whose files count too.
    """
    last_stamps: tuple[Mapping[str, Stamp], Mapping[Path, Stamp]] | None = None
    while True:
        also_stamps = {file: find_stamp(file) for file in also.rglob("*")} if also is not None else {}
        stamps = PlanTree(plans).stamps, also_stamps
        if stamps != last_stamps:
            last_stamps = stamps
            clear()
            yield
            say("watching for changes: Ctrl+C ends it")
        time.sleep(PAUSE)


@contextmanager
def passing_over_errors() -> Iterator[None]:
    """Go on watching after what would end another run: the next save may mend it."""
    try:
        yield
    except CoparentError as error:
        say(f"error: {error.message}")
    except typer.Exit:  # The plans are faulty, and the findings are written.
        pass
