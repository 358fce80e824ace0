"""A report from which personal data is taken out: from every line, message and name that quotes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from coparent.checking.locating import SourceMap
from coparent.checking.redaction import Secrets, mask
from coparent.checking.report import Report
from coparent.diagnostics import Diagnostic, Location, Related
from coparent.documents.lines import Lines
from coparent.values import frozen


@frozen
class _FoundSecrets:
    """The secrets of a whole report, and their words by the lines of the values that hold them."""

    all: Secrets
    words_at: Mapping[tuple[str, int], Sequence[str]]

    def near(self, location: Location | None) -> Secrets:
        """The secrets on the lines of a finding: its message may be made of parts of them."""
        if location is None:
            return Secrets()
        lines = range(location.line, location.end_line + 1)
        return Secrets(words for line in lines for words in self.words_at.get((location.path, line), ()))


def redact_report(report: Report, findings: Iterable[Diagnostic], sources: Mapping[str, SourceMap]) -> Report:
    """The report without a character of the secrets in any of these findings, silenced ones among them."""
    secret_findings = [finding for finding in findings if finding.secret]
    located = [finding for finding in secret_findings if finding.path in sources]
    words_at: dict[tuple[str, int], list[str]] = defaultdict(list)
    for finding in located:
        source = sources[finding.path]
        first, last = (source.lines.position(index)[0] for index in source.whole_region(finding.spot))
        for line in range(first, last + 1):
            words_at[finding.path, line].append(finding.secret)
    secrets = _FoundSecrets(Secrets(finding.secret for finding in secret_findings), words_at)
    return replace(
        report,
        diagnostics=tuple(_redact(finding, secrets) for finding in report.diagnostics),
        unlocated=tuple(_redact(finding, secrets) for finding in report.unlocated),
        sources={path: Lines(text) for path, text in _redact_texts(secrets.all, located, sources).items()},
        secrets=secrets.all,
    )


def _redact_texts(secrets: Secrets, located: Iterable[Diagnostic], sources: Mapping[str, SourceMap]) -> dict[str, str]:
    """Each file's text to show. Of a secret that is written with escapes, the whole value is masked."""
    texts = {path: secrets.redact(source.lines.text) for path, source in sources.items()}
    for finding in located:
        source, text = sources[finding.path], texts[finding.path]
        start, end = source.whole_region(finding.spot)
        written = source.lines.text[start:end]
        if Secrets([finding.secret]).redact(written) == written:
            texts[finding.path] = text[:start] + mask(written) + text[end:]
    return texts


def _redact(finding: Diagnostic, secrets: _FoundSecrets) -> Diagnostic:
    # What finds a secret does not quote it, and may say what kind of number it is.
    nearby = Secrets() if finding.secret else secrets.near(finding.location)
    redact, record = secrets.all.redact, finding.record
    return replace(
        finding,
        spot=replace(finding.spot, words=None),
        message=redact(nearby.redact_parts(finding.message)),
        label=redact(nearby.redact_parts(finding.label)),
        help=redact(nearby.redact_parts(finding.help)),
        subject=redact(finding.subject),
        related=tuple(_redact_related(related, secrets) for related in finding.related),
        record=None if record is None else replace(record, kind=redact(record.kind), id=redact(record.id)),
        field=redact(finding.field),
        secret="",
    )


def _redact_related(related: Related, secrets: _FoundSecrets) -> Related:
    message = secrets.near(related.location).redact_parts(related.message)
    return replace(related, spot=replace(related.spot, words=None), message=secrets.all.redact(message))
