"""Coverage laid out: for a person, for a paper, for a spreadsheet and for other programs."""

from collections.abc import Mapping
from typing import Protocol

from coparent.coverage import Survey
from coparent.tables.coverage import exports, markdown, text
from coparent.tables.coverage.wording import CoverageRequest
from coparent.tables.style import TableStyle


class _Writer(Protocol):
    def __call__(self, survey: Survey, request: CoverageRequest, style: TableStyle) -> str: ...


_WRITERS: Mapping[str, _Writer] = {
    "text": text.write,
    "json": exports.write_json,
    "markdown": markdown.write,
    "csv": exports.write_csv,
}
FORMATS = tuple(_WRITERS)


def write(survey: Survey, format_: str, request: CoverageRequest, style: TableStyle) -> str:
    """A survey in a format. JSON always holds all of it, whatever was asked for."""
    return _WRITERS[format_](survey, request, style)
