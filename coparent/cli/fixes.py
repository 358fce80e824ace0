"""`coparent check --fix` and `--diff`: the fixes there are for findings, made or shown."""

import difflib
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from coparent.authoring.fixes import FixedFile, fix_texts
from coparent.cli.loading import LoadedPlans
from coparent.cli.output import say, write_out
from coparent.cli.terminal import Colour, shorten, wants_colour
from coparent.documents.snapshot import Snapshot
from coparent.errors import CoparentError
from coparent.schema.fields import Surroundings
from coparent.text.escaping import make_visible
from coparent.text.file_reading import find_status
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
    fixed_files = _leave_out_other_names(plans, _find_fixes(plans))
    contents = {fixed.path: _encode(fixed, plans.texts) for fixed in fixed_files}
    for path in contents:
        if plans.tree.has_changed(path):
            raise CoparentError(f"{plans.path(path)} was saved while it was being checked", "run it once more")
    written = _write_all(plans, contents)
    # What a link among the plans, or another name, leads to is another text now.
    paths_now = {path: written.get(_identify(plans.tree.file(path))) for path in (plans.tree if written else ())}
    mended = sum(len(fixed.mended) for fixed in fixed_files)
    files = count(len(fixed_files), "file")
    say(f"{mended} mended in {files}" if mended else "nothing could be mended safely")
    return plans.texts.replacing({path: content for path, content in paths_now.items() if content is not None})


def _write_all(plans: LoadedPlans, contents: Mapping[str, bytes]) -> Mapping[Hashable, bytes]:
    """Write the mended texts, none of them if one cannot be written; each by the file that holds it now."""
    expected = {path: read for path in contents if isinstance(read := plans.texts.content(path), bytes)}
    for path, read in expected.items():
        refuse_changed(plans.tree.file(path), read)
    written: list[Path] = []
    for path, read in expected.items():
        file = plans.tree.file(path)
        try:
            write_bytes(file, contents[path], expected=read)
        except CoparentError as error:
            before = f"; mended before: {listing(map(shorten, written))}" if written else ""
            raise CoparentError(f"{error.message}{before}", error.advice) from None
        written.append(file)
    return {_identify(file): contents[path] for file, path in zip(written, expected, strict=True)}


def show_fixes(plans: LoadedPlans, color: Colour) -> None:
    """Show as a diff what `--fix` would mend; no personal data is in it."""
    colour = wants_colour(color)
    for fixed in _find_fixes(plans):
        for line in _diff(plans, fixed):
            code = _COLOURS.get(line[:1]) if colour and not line.startswith(("+++", "---")) else None
            write_out(f"\x1b[{code}m{line}\x1b[0m\n" if code else f"{line}\n", colour=colour)


def _leave_out_other_names(plans: LoadedPlans, fixed_files: Iterable[FixedFile]) -> Sequence[FixedFile]:
    """Each file once, whatever links and names lead to it: mended by one of them it is mended by all."""
    return list({_identify(plans.tree.file(fixed.path)): fixed for fixed in fixed_files}.values())


def _identify(file: Path) -> Hashable:
    """What all names of a file have in common."""
    status = find_status(file)
    return (status.st_dev, status.st_ino) if status is not None else file


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
