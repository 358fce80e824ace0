"""A report from which personal data is taken out: from every line, message and name that quotes it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from coparent.checking.placing import Layout
from coparent.checking.report import Report
from coparent.checking.secrecy import Secrets, blot
from coparent.diagnostics import Diagnostic, Related
from coparent.documents.lines import Lines


def conceal(report: Report, found: Iterable[Diagnostic], layouts: Mapping[str, Layout]) -> Report:
    """The report without a character of the secrets that were found, silenced findings among them."""
    telling = [diagnostic for diagnostic in found if diagnostic.secret]
    secrets = Secrets(diagnostic.secret for diagnostic in telling)
    return replace(
        report,
        diagnostics=tuple(_conceal(secrets, diagnostic) for diagnostic in report.diagnostics),
        unseen=tuple(_conceal(secrets, diagnostic) for diagnostic in report.unseen),
        sources={path: Lines(text) for path, text in _conceal_texts(secrets, telling, layouts).items()},
        secrets=secrets,
    )


def _conceal_texts(secrets: Secrets, telling: Iterable[Diagnostic], layouts: Mapping[str, Layout]) -> dict[str, str]:
    """Each file's text to show. A secret that is written with escapes hides the whole of its value."""
    texts = {path: secrets.hide(layout.lines.text) for path, layout in layouts.items()}
    for diagnostic in telling:
        if diagnostic.path in layouts:
            layout = layouts[diagnostic.path]
            start, end = layout.whole_region(diagnostic.spot)
            written = layout.lines.text[start:end]
            if Secrets([diagnostic.secret]).hide(written) == written:
                text = texts[diagnostic.path]
                texts[diagnostic.path] = text[:start] + blot(written) + text[end:]
    return texts


def _conceal(secrets: Secrets, diagnostic: Diagnostic) -> Diagnostic:
    record = diagnostic.record
    return replace(
        diagnostic,
        spot=replace(diagnostic.spot, words=None),
        message=secrets.hide(diagnostic.message),
        label=secrets.hide(diagnostic.label),
        fix=secrets.hide(diagnostic.fix),
        subject=secrets.hide(diagnostic.subject),
        related=tuple(_conceal_related(secrets, related) for related in diagnostic.related),
        record=None if record is None else replace(record, id=secrets.hide(record.id)),
        field=secrets.hide(diagnostic.field),
        secret="",
    )


def _conceal_related(secrets: Secrets, related: Related) -> Related:
    return replace(related, spot=replace(related.spot, words=None), message=secrets.hide(related.message))
