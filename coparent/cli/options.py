"""Options that several verbs share, and what they come to."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from coparent.documents.tree import PlanTree

_AS_AT_VARIABLE = "COPARENT_AS_AT"
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
        envvar=_AS_AT_VARIABLE,
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
        is_set = os.environ.get(_AS_AT_VARIABLE) == written
        name, before = (_AS_AT_VARIABLE, f"{_AS_AT_VARIABLE}=") if is_set else ("--as-at", "--as-at ")
        days = [offer for offer in fault.offers if _is_day(offer)]
        offer = f'write  {before}"{days[0]}"' if days else f"write a day, such as  {before}2026-03-31"
        raise CoparentError(f"{name}: {fault.message}", offer) from None


def _is_day(offer: str) -> bool:
    from coparent.timescales import NotATimescale, parse_day

    try:
        parse_day(offer)
    except NotATimescale:
        return False
    return True


def open_tree(plans: Path | None, named: Sequence[Path] = ()) -> "PlanTree":
    """The plan files to read: those of `plans`, else those nearest to a path that was named, else to this folder.

    Raises CoparentError if there is no folder, or nothing in it.
    """
    from coparent.documents.tree import PlanTree
    from coparent.errors import CoparentError

    if plans is not None and not plans.is_dir():
        raise CoparentError(f"--plans: there is no folder {plans}", "name the folder that holds the plan files")
    tree = PlanTree(_absolute(plans) if plans is not None else _find(named))
    if not tree:
        raise CoparentError(f"no plan files in {shorten(tree.plans)}", "add a file  strategy.yaml  to it")
    return tree


def _find(named: Sequence[Path]) -> Path:
    from coparent.documents.tree import find_plans
    from coparent.errors import CoparentError

    for path in map(_absolute, named):
        try:
            return find_plans(path if path.is_dir() else path.parent)
        except CoparentError:
            continue
    return find_plans(Path.cwd())


def _absolute(path: Path) -> Path:
    """The path from the top, with no .. in it that would hide a folder's name."""
    return path.resolve() if ".." in path.parts else path.absolute()


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
