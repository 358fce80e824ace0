"""`coparent check --fix` and `--diff`: what can be mended, mended or shown."""

import difflib
from typing import TYPE_CHECKING

import typer

from coparent.authoring.fixing import FixedFile, fix_texts
from coparent.cli.examining import Examined
from coparent.cli.options import Colour, shorten, wants_colour
from coparent.cli.output import write_out
from coparent.errors import CoparentError
from coparent.schema.fields import Surroundings
from coparent.text.escaping import make_visible
from coparent.text.files import write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_COLOURS = {"+": "32", "-": "31", "@": "36"}


def _fixes(examined: Examined, *, even_unsafe: bool) -> tuple[FixedFile, ...]:
    surroundings = Surroundings(examined.workspace.settings.calendar(), examined.tree.exists)
    return fix_texts(examined.report, examined.texts, surroundings, even_unsafe=even_unsafe)


def mend(examined: Examined, *, reads_stdin: bool) -> None:
    """Mend the plan files; every byte that need not change stays. Raises CoparentError if a file cannot be written."""
    if reads_stdin:
        raise CoparentError("--fix cannot mend standard input", "save the file and name it, or use  --diff")
    fixes = _fixes(examined, even_unsafe=False)
    for fixed in fixes:
        original = examined.tree.original(fixed.path)
        mark = _BYTE_ORDER_MARK if original.startswith(_BYTE_ORDER_MARK) else b""
        write_bytes(examined.tree.file(fixed.path), mark + fixed.after.encode("utf-8"))
    count = sum(len(fixed.mended) for fixed in fixes)
    files = "1 file" if len(fixes) == 1 else f"{len(fixes)} files"
    typer.echo(f"{count} mended in {files}" if count else "nothing could be mended safely", err=True)


def show_difference(examined: Examined, color: Colour) -> None:
    """Show as a diff what could be mended, with what only a person should decide; no personal data is in it."""
    colour = wants_colour(color)
    for fixed in _fixes(examined, even_unsafe=True):
        for line in _difference(examined, fixed):
            code = _COLOURS.get(line[:1]) if colour and not line.startswith(("+++", "---")) else None
            write_out(f"\x1b[{code}m{line}\x1b[0m\n" if code else f"{line}\n", colour=colour)
        for diagnostic in fixed.mended:
            if not diagnostic.is_fixable:
                typer.echo(f"not for --fix, since other plans may hang on it: {diagnostic.message}", err=True)


def _difference(examined: Examined, fixed: FixedFile) -> "Iterator[str]":
    name = shorten(examined.tree.plans.parent / fixed.path)
    before, after = (examined.report.secrets.redact(text).splitlines() for text in (fixed.before, fixed.after))
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm=""):
        yield make_visible(line)
