"""Options that several verbs share, and what they come to."""

import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from coparent.documents.tree import PlanTree

NARROWEST_PIPE = 120
"""The least width for output that no terminal shows: logs wrap lines themselves."""


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


PlansOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--plans",
        metavar="DIR",
        help="The folder of plans. Otherwise: the nearest plans/, here or above.",
        show_default=False,
    ),
]
AsAtOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--as-at",
        metavar="DATE",
        envvar="COPARENT_AS_AT",
        help="The day to judge things for: today if left out.",
        show_default=False,
    ),
]
ColourOption: TypeAlias = Annotated[
    Colour, typer.Option("--color", help="Colour; NO_COLOR and FORCE_COLOR are minded.", show_default=True)
]


def read_as_at(written: str | None) -> date:
    """The day to judge for, in any written form of a day. Raises CoparentError if it is none."""
    if not written:
        return date.today()
    from coparent.errors import CoparentError
    from coparent.timescales import NotATimescale, parse_day

    try:
        return parse_day(written)
    except NotATimescale as fault:
        offer = f"write  --as-at {fault.offers[0]!r}" if fault.offers else "write a day, such as  --as-at 2026-03-31"
        raise CoparentError(f"--as-at: {fault.message}", offer) from None


def open_tree(plans: Path | None, start: Path | None = None) -> "PlanTree":
    """The plan files to read. Raises CoparentError if there is no folder, or nothing in it."""
    from coparent.documents.tree import PlanTree, find_plans
    from coparent.errors import CoparentError

    if plans is not None and not plans.is_dir():
        raise CoparentError(f"--plans: there is no folder {plans}", "name the folder that holds the plan files")
    tree = PlanTree(plans.absolute() if plans is not None else find_plans((start or Path.cwd()).absolute()))
    if not tree:
        raise CoparentError(f"no plan files in {shorten(tree.plans)}", "add a file  strategy.yaml  to it")
    return tree


def shorten(path: Path) -> str:
    """A path as people see it: from the working directory, with forward slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # Another drive, on Windows.
        return path.as_posix()


def wants_colour(option: Colour) -> bool:
    """NO_COLOR first, then the option, then FORCE_COLOR, then whether anyone is looking."""
    if os.environ.get("NO_COLOR"):
        return False
    if option is not Colour.AUTO:
        return option is Colour.ALWAYS
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """How wide to lay out text."""
    from shutil import get_terminal_size

    columns = get_terminal_size().columns
    return columns if sys.stdout.isatty() else max(columns, NARROWEST_PIPE)


def is_ascii_only() -> bool:
    """Whether the output can hold nothing but ASCII."""
    return "utf" not in (sys.stdout.encoding or "ascii").lower()
