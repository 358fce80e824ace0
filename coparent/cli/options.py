"""Options that several verbs share, and what is typed for them read."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer
from typer.models import OptionInfo

from coparent.cli.terminal import Colour
from coparent.errors import CoparentError
from coparent.text.suggestions import nearest

_AS_AT_VARIABLE = "COPARENT_AS_AT"


def option(name: str, metavar: str, help: str, *, short: str = "", variable: str | None = None) -> OptionInfo:
    """An option that takes a value, or several if it is a list's, and has no default to show."""
    names = filter(None, (short, name))
    made: OptionInfo = typer.Option(*names, metavar=metavar, help=help, envvar=variable, show_default=False)
    return made


PlansOption: TypeAlias = Annotated[
    Path | None,
    option("--plans", "DIR", "The folder of plans. Otherwise: the nearest plans/, here or above."),
]
AsAtOption: TypeAlias = Annotated[
    str | None,
    option("--as-at", "DATE", "The day to judge things for: today if left out.", variable=_AS_AT_VARIABLE),
]
ColourOption: TypeAlias = Annotated[
    Colour, typer.Option("--color", help="Colour; NO_COLOR and FORCE_COLOR are minded.", show_default=True)
]
DraftOption: TypeAlias = Annotated[
    bool, typer.Option("--draft", help="Go on with what is sound where plans are faulty, and say so.")
]
VerboseOption: TypeAlias = Annotated[bool, typer.Option("-v", "--verbose", help="Say what was read.")]


def choose(name: str, typed: str, known: Sequence[str]) -> str:
    """The one of a few words that was typed. Raises CoparentError, with the nearest, for one that is not known."""
    wanted = typed.strip().lower()
    if wanted in known:
        return wanted
    near = nearest(typed, known, cutoff=0.5)
    written = f"{name} {near[0]}" if near and name.startswith("-") else "".join(near)
    raise CoparentError(
        f'{name}: "{typed}" is none of {", ".join(known)}',
        f"did you mean  {written}?" if near else f"write  {known[0]}",
    )


def read_as_at(written: str | None) -> date:
    """The day to judge for, in any written form of a day; today, if none is. Raises CoparentError if it is none."""
    if not written:
        return date.today()
    from coparent.timescales import NotATimescale, parse_day  # Not needed for the help of any verb.

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
