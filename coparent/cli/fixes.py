"""`coparent check --fix` and `--diff`: the fixes there are for findings, made or shown."""

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

import typer

from coparent.authoring.fixes import FixedFile, fix_texts
from coparent.cli.loading import LoadedPlans
from coparent.cli.streams import write_out
from coparent.cli.terminal import Colour, shorten, wants_colour
from coparent.documents.snapshot import Snapshot
from coparent.errors import CoparentError
from coparent.schema.fields import Surroundings
from coparent.text.escaping import make_visible
from coparent.text.file_writing import refuse_changed, write_bytes
from coparent.text.sentences import count, listing

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_COLOURS = {"+": "32", "-": "31", "@": "36"}


def apply_fixes(plans: LoadedPlans, *, reads_stdin: bool) -> Snapshot:
    """Make the safe fixes in the plan files, every other byte unchanged; the texts as they are then.

    Raises CoparentError if a file cannot be written, or has been saved since it was read.
    """
    if reads_stdin:
        raise CoparentError("--fix cannot mend standard input", "save the file and name it, or use  --diff")
    fixed_files = _find_fixes(plans)
    contents = {fixed.path: _encode(fixed, plans.texts) for fixed in fixed_files}
    for path in contents:
        if plans.tree.has_changed(path):
            raise CoparentError(f"{plans.path(path)} was saved while it was being checked", "run it once more")
    written = _write_all(plans, contents)
    # A link among the plans leads to a text that is another now.
    paths_now = {path: written.get(plans.tree.file(path)) for path in plans.tree}
    mended = sum(len(fixed.mended) for fixed in fixed_files)
    files = count(len(fixed_files), "file")
    typer.echo(f"{mended} mended in {files}" if mended else "nothing could be mended safely", err=True)
    return plans.texts.replacing({path: content for path, content in paths_now.items() if content is not None})


def _write_all(plans: LoadedPlans, contents: Mapping[str, bytes]) -> Mapping[Path, bytes]:
    """Write the mended texts, none of them if one cannot be written; each by the file that it is in now."""
    expected = {path: read for path in contents if isinstance(read := plans.texts.content(path), bytes)}
    for path, read in expected.items():
        refuse_changed(plans.tree.file(path), read)
    written: dict[Path, bytes] = {}
    for path, read in expected.items():
        file = plans.tree.file(path)
        try:
            write_bytes(file, contents[path], expected=read)
        except CoparentError as error:
            before = f"; mended before: {listing(map(shorten, written))}" if written else ""
            raise CoparentError(f"{error.message}{before}", error.advice) from None
        written[file] = contents[path]
    return written


def show_fixes(plans: LoadedPlans, color: Colour) -> None:
    """Show as a diff what `--fix` would mend; no personal data is in it."""
    colour = wants_colour(color)
    for fixed in _find_fixes(plans):
        for line in _diff(plans, fixed):
            code = _COLOURS.get(line[:1]) if colour and not line.startswith(("+++", "---")) else None
            write_out(f"\x1b[{code}m{line}\x1b[0m\n" if code else f"{line}\n", colour=colour)


def _find_fixes(plans: LoadedPlans) -> tuple[FixedFile, ...]:
    surroundings = Surroundings(plans.workspace.settings.calendar(), plans.tree.find, plans.workspace.as_at)
    return fix_texts(plans.report, plans.texts, surroundings)


def _encode(fixed: FixedFile, texts: Snapshot) -> bytes:
    """A fixed text as bytes, with the byte order mark that the file began with."""
    original = texts.content(fixed.path)
    has_mark = isinstance(original, bytes) and original.startswith(_BYTE_ORDER_MARK)
    return (_BYTE_ORDER_MARK if has_mark else b"") + fixed.after.encode("utf-8")


def _diff(plans: LoadedPlans, fixed: FixedFile) -> Iterator[str]:
    name = plans.path(fixed.path)
    before, after = (plans.report.secrets.redact(text).splitlines() for text in (fixed.before, fixed.after))
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm=""):
        yield make_visible(line)
