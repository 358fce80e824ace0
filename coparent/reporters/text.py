"""Diagnostics as a person reads them: the sentence, the line it is about, and what to type."""

from collections.abc import Iterator, Sequence

from coparent.checking import Report
from coparent.diagnostics import Diagnostic
from coparent.reporters import concise
from coparent.reporters.footer import footer
from coparent.reporters.snippets import bar, beside, draw_places, margin
from coparent.reporters.style import COLOURS, ReportStyle, location_of, shown
from coparent.text.cells import wrap
from coparent.text.terminal_style import BOLD

MOST_IN_FULL = 20


def write(report: Report, style: ReportStyle) -> str:
    """The findings in full, or one line each where there are too many to read, and a footer."""
    findings = shown(report, style)
    is_full = style.full or len(findings) <= MOST_IN_FULL
    rows: list[str] = []
    for found in findings:
        rows += _in_full(found, report, style) if is_full else [concise.line(found, style)]
    if findings and not is_full:
        rows.append("")
    hints = [] if is_full else [_hint(findings, style)]
    for sentence in [*footer(report, findings, style), *hints]:
        rows += wrap(sentence, style.columns)
    return "\n".join([*rows, ""])


def _in_full(diagnostic: Diagnostic, report: Report, style: ReportStyle) -> Iterator[str]:
    gutter = margin(diagnostic)
    yield from _headline(diagnostic, style)
    yield from draw_places(diagnostic, report.sources, style)
    advice = {"fix": diagnostic.help, "more": f"coparent explain {diagnostic.rule}"}
    if any(advice.values()):
        yield bar(gutter, style)
    for name, text in advice.items():
        if text:
            yield from beside(gutter, style, name, text)
    yield ""


def _headline(diagnostic: Diagnostic, style: ReportStyle) -> Iterator[str]:
    name = f"{diagnostic.level}[{diagnostic.rule}]"
    first, *rest = wrap(style.visible(diagnostic.message), style.columns, hanging=2, first=len(name) + 2)
    yield f"{style.paint(name, COLOURS[diagnostic.level])}: {style.paint(first, BOLD)}".rstrip()
    for row in rest:
        yield style.paint(row, BOLD)


def _hint(findings: Sequence[Diagnostic], style: ReportStyle) -> str:
    path = style.path(location_of(findings[0]).path)
    quoted = f'"{path}"' if " " in path else path
    return f"To see them in full: coparent check -v, or one file at a time: coparent check {quoted}"
