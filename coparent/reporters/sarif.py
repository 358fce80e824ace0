"""Diagnostics as SARIF 2.1.0, the parts of it that GitHub code scanning reads."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from urllib.parse import quote

from coparent import __version__
from coparent.checking import Report
from coparent.checking.baseline import identify
from coparent.diagnostics import Diagnostic, Level, Location, Related
from coparent.reporters.manual import WIDEST, write_page
from coparent.reporters.style import ReportStyle, advise, location_of
from coparent.rules import RULES, LevelByStatus, Rule
from coparent.text.escaping import make_visible
from coparent.text.json_text import JsonObject, encode_json
from coparent.text.sentences import listing

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 5000
"""GitHub shows no more, and the least serious are the ones to go."""

_LONGEST_DESCRIPTION = 1024
_SEVERITIES = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "recommendation"}
_BRACKETS = re.compile(r"[\\\[\]]")
_ESCAPED = r"\\\g<0>"


def write(report: Report, style: ReportStyle) -> str:
    """Every finding, up to the limit, and every rule there is, so that the rules do not vary from run to run."""
    rules = sorted(RULES.values(), key=lambda rule: rule.name)
    indices = {rule.name: index for index, rule in enumerate(rules)}
    run: JsonObject = {
        "tool": {
            "driver": {"name": "coparent", "version": __version__, "rules": [_describe(rule) for rule in rules]},
        },
        "automationDetails": {"id": "coparent/check/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "warning", "message": {"text": text}} for text in _notify(report)
                ],
            }
        ],
        "properties": {"asAt": report.as_at.isoformat()},
        "results": [_result(key, found, report, style, indices) for key, found in _most_serious(report)],
    }
    document: JsonObject = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return encode_json(document, only_ascii=style.ascii) + "\n"


def _describe(rule: Rule) -> JsonObject:
    page = rule.page
    level = rule.level.most if isinstance(rule.level, LevelByStatus) else rule.level
    full = f"{page.what} Why it matters: {page.why}" if page.why else page.what
    return {
        "id": rule.name,
        "shortDescription": {"text": _clip(rule.summary or rule.name)},
        "fullDescription": {"text": _clip(full or rule.name)},
        "help": {"text": write_page(rule, "text", WIDEST), "markdown": write_page(rule, "markdown", WIDEST)},
        "defaultConfiguration": {"level": level.value},
        "properties": {"tags": [rule.family], "problem.severity": _SEVERITIES[level]},
    }


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST_DESCRIPTION else f"{text[: _LONGEST_DESCRIPTION - 1]}\N{HORIZONTAL ELLIPSIS}"


def _notify(report: Report) -> Iterator[str]:
    """What a reader of the results should know of the run."""
    if len(report.diagnostics) > MOST_RESULTS:
        yield f"Only the {MOST_RESULTS} most serious of {len(report.diagnostics)} findings are here."
    if report.skipped.rules:
        yield f"These rules wait until every file is mended: {', '.join(report.skipped.rules)}."


def _most_serious(report: Report) -> Sequence[tuple[str, Diagnostic]]:
    """As many findings as there is room for, with their keys, in the order of the report."""
    identified = list(identify(report.diagnostics, report.secrets))
    by_level = sorted(range(len(identified)), key=lambda index: identified[index][1].level.rank)
    return [identified[index] for index in sorted(by_level[:MOST_RESULTS])]


def _result(key: str, found: Diagnostic, report: Report, style: ReportStyle, indices: Mapping[str, int]) -> JsonObject:
    related = [
        {**_locate(other, report, style), "id": number, "message": {"text": _related_in_words(other)}}
        for number, other in enumerate(found.related, start=1)
    ]
    return {
        "ruleId": found.rule,
        **({"ruleIndex": indices[found.rule]} if found.rule in indices else {}),
        "level": found.level.value,
        "message": {"text": _message(found)},
        "locations": [_locate(found, report, style)],
        **({"relatedLocations": related} if related else {}),
        # primaryLocationLineHash is left to the upload, which works it out and objects to any other.
        "partialFingerprints": {"coparentIdentity/v1": sha256(key.encode(errors="replace")).hexdigest()},
    }


def _message(found: Diagnostic) -> str:
    """The finding in one line; other places show only where the text links to them."""
    links = [
        f"[{_BRACKETS.sub(_ESCAPED, _related_in_words(other))}]({number})"
        for number, other in enumerate(found.related, start=1)
    ]
    # What a plan says must not become a link.
    plain = replace(found, message=found.message.replace("](", "] ("), help=found.help.replace("](", "] ("))
    return advise(plain, see=listing(links))


def _related_in_words(related: Related) -> str:
    return make_visible(related.message) or "the other place"


def _locate(found: Diagnostic | Related, report: Report, style: ReportStyle) -> JsonObject:
    location = location_of(found)
    uri = quote(style.paths(location.path).encode(errors="replace"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": _region(location, report)}}


def _region(location: Location, report: Report) -> JsonObject:
    """The part of a stretch that is in its first line: GitHub shows a region only if all its lines have changed."""
    end = location.end_column
    if location.end_line > location.line:
        lines = report.sources.get(location.path)
        end = len(lines[location.line]) + 1 if lines is not None and location.line <= len(lines) else location.column
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.line,
        "endColumn": max(location.column, end),
    }
