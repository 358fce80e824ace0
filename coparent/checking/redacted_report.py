"""A report from which personal data is taken out: from every line, message and name that quotes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from coparent.checking.locating import SourceMap
from coparent.checking.redaction import Secrets, mask
from coparent.checking.report import Report
from coparent.diagnostics import Diagnostic, Location, Related
from coparent.documents.lines import Lines


class _Values:
    """Which lines of which files hold the values that secrets stand in: what is said there may be made of them."""

    def __init__(self, telling: Iterable[Diagnostic], layouts: Mapping[str, SourceMap]) -> None:
        self.secrets: dict[tuple[str, int], list[str]] = defaultdict(list)
        for diagnostic in telling:
            if diagnostic.path in layouts:
                layout = layouts[diagnostic.path]
                first, last = (layout.lines.position(index)[0] for index in layout.whole_region(diagnostic.spot))
                for line in range(first, last + 1):
                    self.secrets[diagnostic.path, line].append(diagnostic.secret)

    def at(self, location: Location | None) -> Secrets | None:
        """The secrets of a place; None if it has none."""
        if location is None:
            return None
        lines = range(location.line, location.end_line + 1)
        there = [secret for line in lines for secret in self.secrets.get((location.path, line), ())]
        return Secrets(there) if there else None


def redact_report(report: Report, found: Iterable[Diagnostic], layouts: Mapping[str, SourceMap]) -> Report:
    """The report without a character of the secrets that were found, silenced findings among them."""
    telling = [diagnostic for diagnostic in found if diagnostic.secret]
    secrets = Secrets(diagnostic.secret for diagnostic in telling)
    values = _Values(telling, layouts)
    return replace(
        report,
        diagnostics=tuple(_conceal(secrets, values, diagnostic) for diagnostic in report.diagnostics),
        unseen=tuple(_conceal(secrets, values, diagnostic) for diagnostic in report.unseen),
        sources={path: Lines(text) for path, text in _conceal_texts(secrets, telling, layouts).items()},
        secrets=secrets,
    )


def _conceal_texts(secrets: Secrets, telling: Iterable[Diagnostic], layouts: Mapping[str, SourceMap]) -> dict[str, str]:
    """Each file's text to show. A secret that is written with escapes hides the whole of its value."""
    texts = {path: secrets.redact(layout.lines.text) for path, layout in layouts.items()}
    for diagnostic in telling:
        if diagnostic.path in layouts:
            layout = layouts[diagnostic.path]
            start, end = layout.whole_region(diagnostic.spot)
            written = layout.lines.text[start:end]
            if Secrets([diagnostic.secret]).redact(written) == written:
                text = texts[diagnostic.path]
                texts[diagnostic.path] = text[:start] + mask(written) + text[end:]
    return texts


def _conceal(secrets: Secrets, values: _Values, diagnostic: Diagnostic) -> Diagnostic:
    there = None if diagnostic.secret else values.at(diagnostic.location)
    record = diagnostic.record

    def hide(text: str) -> str:
        return secrets.redact(text if there is None else there.redact_parts(text))

    return replace(
        diagnostic,
        spot=replace(diagnostic.spot, words=None),
        message=hide(diagnostic.message),
        label=hide(diagnostic.label),
        help=hide(diagnostic.help),
        subject=secrets.redact(diagnostic.subject),
        related=tuple(_conceal_related(secrets, values, related) for related in diagnostic.related),
        record=None if record is None else replace(record, id=secrets.redact(record.id)),
        field=secrets.redact(diagnostic.field),
        secret="",
    )


def _conceal_related(secrets: Secrets, values: _Values, related: Related) -> Related:
    there = values.at(related.location)
    message = related.message if there is None else there.redact_parts(related.message)
    return replace(related, spot=replace(related.spot, words=None), message=secrets.redact(message))
