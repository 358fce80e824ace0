"""The formats a report can be written in, each imported only when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from coparent.checking import Report
    from coparent.reporters.style import Style

Reporter: TypeAlias = "Callable[[Report, Style], str]"


def _reporter(module: str) -> Reporter:
    def write(report: "Report", style: "Style") -> str:
        written: str = import_module(f"coparent.reporters.{module}").write(report, style)
        return written

    return write


FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown")
"""Each is a module here that has `write`."""

REPORTERS: dict[str, Reporter] = {name: _reporter(name) for name in FORMATS}
