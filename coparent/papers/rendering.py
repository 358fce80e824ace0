"""From a view to the text of a paper."""

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from coparent.errors import CoparentError
from coparent.papers.limits import run_limited
from coparent.papers.paper_forms import TooMuchError, join_bounded, mark_escaped
from coparent.papers.sandbox import open_sandbox
from coparent.papers.template_errors import translate_error
from coparent.papers.template_folders import FOLDER, THEME, UNPRINTABLE, read_file, shipped_folder
from coparent.papers.templates import TemplateFile, find_file
from coparent.text.escaping import join_lines
from coparent.text.patterns import compile_later

_POLICY = "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may do with a page: show it, with exactly this style, and load nothing."""

_ESCAPE = compile_later(r"\\(?:([0-9A-Fa-f]{1,6})[ \t\n\f]?|(.))", re.DOTALL)
_LOADS = compile_later(
    r"@import|</|(?:url|src)\(\s*+[\"']?+\s*+(?!data:|#|[\"']?\))|image(?:-set)?\(|cross-fade\(", re.IGNORECASE
)
_FENCE = compile_later(r" {0,3}(```+|~~~+)")


class View(Protocol):
    """The one fact of a paper that rendering itself needs; the others are between the view and its template."""

    @property
    def running(self) -> str:
        """The text at the foot of every printed page."""
        ...


def render(view: View, template: str, form: str, own: Path | None = None) -> str:
    """A paper as HTML or Markdown (form: html or md), the same for the same view and templates, with \\n at each end.

    `own` is the folder of the user's templates. A template is given `paper`, and in HTML `style` (all that goes into
    its one <style>, and nothing besides) and `policy` (for the meta element that forbids everything else).
    Raises CoparentError for an unknown template, a fault in one of the user's own, and a paper too long to be read.
    """
    file = find_file(template, form, own)
    context: dict[str, object] = {"paper": view}
    if form == "html":
        style = style_of(view.running, own)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
        context |= {"style": mark_escaped(style), "policy": mark_escaped(_POLICY.format(digest))}
    return _fill(file, context, own) if own is None else _fill_limited(file, context, own)


def _fill(file: TemplateFile, context: Mapping[str, object], own: Path | None) -> str:
    """The text that a template makes of its context, tidied."""
    sandbox = open_sandbox(file.form, own)
    sandbox.start()
    try:
        text = join_bounded(sandbox.get_template(f"{file.name}.{file.form}.j2").generate(context))
        if own is not None:  # |safe  lets anything through.
            text = UNPRINTABLE.sub("", text)
        return f"{text.strip()}\n" if file.form == "html" else _tidy(text.split("\n"))
    except Exception as error:
        raise translate_error(error, file, own) from error


def _fill_limited(file: TemplateFile, context: Mapping[str, object], own: Path) -> str:
    """The same in a process that can be stopped, for the user's own templates may never end."""
    try:
        return run_limited(lambda: _fill(file, context, own))
    except (TooMuchError, MemoryError) as error:
        raise translate_error(error, file, own) from error


def style_of(running: str, own: Path | None) -> str:
    """The shipped theme, the user's own after it, and the foot of printed pages.

    Raises CoparentError if the user's own would load anything.
    """
    shipped = shipped_folder()
    sheets = [read_file(shipped / THEME, f"{FOLDER}/{THEME}", shipped)]
    if own is not None and os.path.lexists(own / THEME):
        sheets.append(_check_sheet(read_file(own / THEME, f"{FOLDER}/{THEME}", own)))
    return "\n".join([*(sheet.strip() for sheet in sheets), f'@page{{@bottom-left{{content:"{_css_text(running)}"}}}}'])


def _check_sheet(sheet: str) -> str:
    """The style sheet itself. Raises CoparentError if it would load anything, or end its element."""
    plain = _ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)) if match[1] else match[2], sheet)
    for text in (sheet, plain):
        if match := _LOADS.search(text):
            line = text.count("\n", 0, match.start()) + 1
            raise CoparentError(
                f"{FOLDER}/{THEME}:{line}: a paper loads nothing, so {match[0].strip()} cannot stay",
                "put pictures into it as  url(data:…),  and take out what brings in other files",
            )
    return sheet


def _css_text(text: str) -> str:
    """Text between the quotes of a style sheet: every sign that could mean something there by its number."""
    return re.sub(r"[^\w ]", lambda match: f"\\{ord(match[0]):x} ", join_lines(text))


def _tidy(lines: Iterable[str]) -> str:
    """Markdown without spaces at the ends of lines, and with one empty line where a template left several.

    What stands in a fence is left as it is.
    """
    tidied: list[str] = []
    fence = ""
    for line in lines:
        if not fence:
            line = line.rstrip()
            if not line and (not tidied or not tidied[-1]):
                continue
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
        elif match and match[1].startswith(fence) and not line.strip(" `~"):
            fence = ""
        tidied.append(line)
    return "\n".join(tidied).rstrip() + "\n"
