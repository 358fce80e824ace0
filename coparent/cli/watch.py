"""Doing something again at every save of the plans."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import typer

from coparent.cli.output import clear, say
from coparent.documents.stamps import Stamp, find_stamp
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError

PAUSE = 0.3
"""Seconds between two looks: soon enough after a save, and next to no work for the machine."""

_Look: TypeAlias = tuple[Mapping[str, Stamp], Mapping[Path, Stamp]] | str
"""When each file was last saved; or why that cannot be seen."""


def each_save(plans: Path, also: Callable[[], Iterable[Path]] = tuple) -> Iterator[None]:
    """Yield at once, and after each change of the plan files, until Ctrl+C; a terminal is cleared in between.

    `also` finds files that count too. While the folder is away it is waited for, and that is said once.
    """
    last_look: _Look | None = None
    while True:
        look = _look(plans, also)
        if look != last_look:
            last_look = look
            if isinstance(look, str):
                say(f"error: {look}; waiting until it can be read again")
            else:
                clear()
                yield
                say("watching for changes: Ctrl+C ends it")
        time.sleep(PAUSE)


def _look(plans: Path, also: Callable[[], Iterable[Path]]) -> _Look:
    try:
        return PlanTree(plans).stamps, {file: find_stamp(file) for file in also()}
    except CoparentError as error:
        return error.message


@contextmanager
def passing_over_errors() -> Iterator[None]:
    """Go on watching after what would end another run: the next save may mend it."""
    try:
        yield
    except CoparentError as error:
        say(f"error: {error.message}")
    except typer.Exit:  # The plans are faulty, and the findings are written.
        pass
