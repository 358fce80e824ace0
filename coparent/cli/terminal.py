"""What stdout can show: how wide, in colour or not, in ASCII only; and paths as people see them."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size

NARROWEST_PIPE = 120
"""The least width for output that no terminal shows: logs wrap lines themselves."""


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


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
    columns = get_terminal_size().columns
    return columns if sys.stdout.isatty() else max(columns, NARROWEST_PIPE)


def is_ascii_only() -> bool:
    """Whether the output can hold nothing but ASCII."""
    return "utf" not in (sys.stdout.encoding or "ascii").lower()


def shorten(path: Path) -> str:
    """A path as people see it: from the working directory, with forward slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except (OSError, ValueError):  # The working directory is gone; another drive, on Windows.
        return path.as_posix()
