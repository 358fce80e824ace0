"""Coverage laid out: for a person, for a paper, for a spreadsheet and for other programs."""

from collections.abc import Callable, Mapping
from importlib import import_module

from coparent.coverage import Survey
from coparent.tables.coverage.views import View
from coparent.tables.layout import Look

FORMATS = ("text", "json", "markdown", "csv")
"""Each is a module here that has `write`."""


def write(survey: Survey, format_: str, view: View, look: Look) -> str:
    """A survey in a format. JSON always holds all of it, whatever the view."""
    return WRITERS[format_](survey, view, look)


def _writer(module: str) -> Callable[[Survey, View, Look], str]:
    def write(survey: Survey, view: View, look: Look) -> str:
        written: str = import_module(f"coparent.tables.coverage.{module}").write(survey, view, look)
        return written

    return write


WRITERS: Mapping[str, Callable[[Survey, View, Look], str]] = {name: _writer(name) for name in FORMATS}
