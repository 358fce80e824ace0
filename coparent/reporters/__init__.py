"""The formats a report can be written in, each imported only when it is asked for."""

from collections.abc import Callable
from typing import TypeAlias

from coparent.checking import Report
from coparent.reporters.style import Style

Reporter: TypeAlias = Callable[[Report, Style], str]


def _write_text(report: Report, style: Style) -> str:
    from coparent.reporters import text

    return text.write(report, style)


def _write_concise(report: Report, style: Style) -> str:
    from coparent.reporters import concise

    return concise.write(report, style)


def _write_json(report: Report, style: Style) -> str:
    from coparent.reporters import json

    return json.write(report, style)


REPORTERS: dict[str, Reporter] = {
    "text": _write_text,
    "concise": _write_concise,
    "json": _write_json,
}
