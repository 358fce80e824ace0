"""The formats a report can be written in, each imported only when it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from coparent.checking import Report
    from coparent.reporters.style import ReportStyle


class Reporter(Protocol):
    """What writes a report in a format."""

    def __call__(self, report: "Report", style: "ReportStyle") -> str: ...


def _reporter(module: str) -> Reporter:
    def write(report: "Report", style: "ReportStyle") -> str:
        reporter: Reporter = import_module(f"coparent.reporters.{module}").write
        return reporter(report, style)

    return write


FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown")
"""Each is a module here that has `write`."""

FORMS: Mapping[str, str] = {
    **dict.fromkeys(("json", "jsonl", "sarif", "gitlab"), "json"),
    "junit": "xml",
    "markdown": "markdown",
    "github": "commands",
}
"""What each is written in that is not plain text."""

REPORTERS: Mapping[str, Reporter] = {name: _reporter(name) for name in FORMATS}
