"""A baseline: the findings a workspace already has, so that only new ones are reported."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from coparent.checking.ignores import NEVER_IGNORED
from coparent.checking.redaction import Secrets
from coparent.checking.report import Report
from coparent.diagnostics import Diagnostic
from coparent.errors import CoparentError
from coparent.text.file_reading import read_ordinary

FORMAT = 1
NO_SECRETS = Secrets()
LARGEST = 8 << 20
"""How many bytes a baseline may have: many more than its findings take, were every plan at fault."""
_LONGEST = 10_000
"""How many letters a key may have: a path and the name of a field are shorter."""


def identify(diagnostics: Iterable[Diagnostic], secrets: Secrets = NO_SECRETS) -> Iterator[tuple[str, Diagnostic]]:
    """Give each finding a key that outlives other edits: no path, line or index, and no word of its text.

    It is the rule, the nearest record with an id (else the file), the names of the fields, and for a reference the id
    it names. Equal keys are numbered in the order of the report.
    """
    counts: Counter[str] = Counter()
    for diagnostic in diagnostics:
        record = diagnostic.record
        holder = f"{record.kind}/{record.id}" if record is not None else diagnostic.path
        key = " ".join(filter(None, (diagnostic.rule, holder, diagnostic.field, diagnostic.subject)))
        key = secrets.redact(key)
        counts[key] += 1
        yield (key if counts[key] == 1 else f"{key} #{counts[key]}"), diagnostic


def write_baseline(report: Report) -> str:
    """A report's findings as the text of a baseline; personal data is never in one."""
    keys = [
        key for key, diagnostic in identify(report.diagnostics, report.secrets) if diagnostic.rule not in NEVER_IGNORED
    ]
    return json.dumps({"format": FORMAT, "findings": sorted(keys)}, indent=2, ensure_ascii=False) + "\n"


def read_baseline(path: Path) -> frozenset[str]:
    """The keys of a baseline file. Raises CoparentError if it is none."""
    advice = f"write it anew:  coparent check --write-baseline {path.as_posix()}"
    try:
        text = read_ordinary(path, LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CoparentError(f"--baseline: cannot read {path.as_posix()}: {reason}", advice) from None
    if len(text) > LARGEST:
        raise CoparentError(f"--baseline: {path.as_posix()} is too large: {LARGEST >> 20} MiB is the most", advice)
    try:
        content = json.loads(text.decode("utf-8-sig"), object_pairs_hook=_refuse_repeats)
    except (ValueError, RecursionError):  # Lists in lists without end are no baseline either.
        raise CoparentError(f"--baseline: {path.as_posix()} is not a baseline", advice) from None
    findings = content.get("findings") if isinstance(content, dict) and content.get("format") == FORMAT else None
    if not isinstance(findings, list) or not all(isinstance(key, str) and len(key) <= _LONGEST for key in findings):
        raise CoparentError(f"--baseline: {path.as_posix()} is not a baseline of format {FORMAT}", advice)
    return frozenset(findings)


def _refuse_repeats(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """The fields of a baseline. Raises ValueError if one stands there twice: nothing says which of them counts."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError
    return fields


def leave_out(report: Report, known_keys: frozenset[str]) -> Report:
    """The report without what a baseline knows, and with the keys of the baseline that match nothing any more."""
    identified = list(identify(report.diagnostics, report.secrets))
    known_keys = frozenset(map(report.secrets.redact, known_keys))  # Others may have written it.
    new = tuple(finding for key, finding in identified if key not in known_keys or finding.rule in NEVER_IGNORED)
    return replace(
        report,
        diagnostics=new,
        ignored=report.ignored + len(report.diagnostics) - len(new),
        outdated_keys=tuple(sorted(known_keys.difference(key for key, _ in identified))),
    )
