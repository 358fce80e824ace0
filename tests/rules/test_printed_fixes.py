"""What a `fix:` line says, typed in literally, clears its finding and brings no other: for every case of every rule.

A rule of FOR_A_PERSON is one that only a person can mend; the reason stands beside it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

import pytest

from coparent.checking import Report
from coparent.diagnostics import Diagnostic
from coparent.rules import RULES
from tests.printed_fixes import Step, alternatives, apply, normalise
from tests.printed_lines import CannotBeDone
from tests.rules.test_rules import ALL, Case
from tests.workspaces import judge_texts

FOR_A_PERSON: Mapping[str, str] = {
    "moves-out-of-order": "an item has to be moved up, or its day is wrong: only a person knows which",
    "updates-out-of-order": "an item has to be moved up, or its day is wrong: only a person knows which",
    "readings-out-of-order": "an item has to be moved up, or its period is wrong: only a person knows which",
    "repeated-update": "only a person knows which of the two is true",
    "repeated-period": "only a person knows which of the two is true",
    "moved-again": "no line makes a date that has moved three times one that has not",
    "target-already-met": "only a board sets a target",
    "plan-ended-with-live-actions": "each of its actions ends in its own way",
    "lead-overloaded": "only the lead knows which dates can move, or who else can answer",
    "long-title": "only the writer knows what of it matters",
    "hard-to-read": "only the writer can make two thoughts of one",
    "no-strategy": "a whole file has to be written",
    "second-strategy": "only a person knows which of the two holds",
    "second-settings": "only a person knows which of the two holds",
}
FORMS = ("reading", "shape")
"""The families of what is wrong with the writing: once it is mended the other rules speak, and that is no fault."""
SPOKEN_OF_ONCE = ("near-duplicate-name", "preferred-words", "promise-in-plain")
"""Rules that find the first of many places: what they print is typed in at each."""
HIDING = ("unreadable-file", "merge-conflict", "yaml-syntax", "not-read")
"""The rules that hide a whole file: nothing else in it is judged until they are silent."""
FAMILIES_OF_READING = ("reading", "shape", "references")


def _key(finding: Diagnostic) -> tuple[str, str, object, str]:
    return finding.rule, finding.path, finding.record, finding.field


def _count(report: Report, rules: Iterable[str]) -> Counter[tuple[str, str, object, str]]:
    return Counter(_key(finding) for finding in report.diagnostics if finding.rule in rules)


def _may_bring(finding: Diagnostic) -> frozenset[str]:
    """The rules that may speak only once this finding is gone."""
    rule = finding.rule
    if rule in HIDING:
        return frozenset(name for name, other in RULES.items() if other.family != "reading")
    if rule == "unknown-kind" or (
        rule == "missing-field" and finding.field in ("", "kind")
    ):  # A whole file is judged now.
        return frozenset(RULES)
    # A record with an id of its own is judged by itself, and the record that is meant by what names it.
    if rule in ("duplicate-id", "unknown-reference"):
        return frozenset(name for name, other in RULES.items() if other.family not in FORMS)
    if rule == "outcome-without-action":  # Once something serves it, it may still need more.
        return frozenset({"outcome-below-needs"})
    if RULES[rule].family in FORMS:
        return frozenset(
            name
            for name, other in RULES.items()
            if other.family not in FAMILIES_OF_READING or getattr(other, "concludes_from_absence", False)
        )
    return frozenset()


def _do(steps: tuple[Step, ...], finding: Diagnostic, files: Mapping[str, str]) -> dict[str, str]:
    done = dict(files)
    for step in steps:
        done = apply(step, finding, done)
    return done


def _next_place(finding: Diagnostic, after: Report) -> Diagnostic | None:
    """Where a rule that speaks once speaks now, of the same thing."""
    if finding.rule not in SPOKEN_OF_ONCE:
        return None
    same = (other for other in after.diagnostics if other.rule == finding.rule)
    return next((other for other in same if other.help.lower() == finding.help.lower()), None)


def faults_of(finding: Diagnostic, files: Mapping[str, str], before: Report, as_at: date) -> list[str]:
    """What is wrong with what a finding offers, tried on the files it was found in."""
    faults = []
    for steps in alternatives(finding.help):
        try:
            done = _do(steps, finding, files)
            after = judge_texts(done, as_at)
            while again := _next_place(finding, after):
                done = _do(steps, again, done)
                after = judge_texts(done, as_at)
        except (CannotBeDone, ValueError, IndexError) as error:
            faults.append(f"{finding.help!r}: {error}")
            continue
        was, now = _count(before, RULES), _count(after, RULES.keys() - _may_bring(finding))
        if _count(after, RULES)[_key(finding)] >= was[_key(finding)]:
            faults.append(f"{finding.help!r} does not clear it: {steps}")
        if brought := now - was:
            faults.append(f"{finding.help!r} brings {sorted(map(str, brought))}")
    return faults or ([] if list(alternatives(finding.help)) else [f"{finding.help!r} says nothing to type"])


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in FOR_A_PERSON])
def test_every_printed_fix_typed_in_clears_its_finding_and_brings_no_other(rule: str) -> None:
    faults = [f"{case.says}: {fault}" for case in ALL if case.rule == rule for fault in _faults(case)]
    assert faults == []


def _faults(case: Case) -> list[str]:
    texts = {path: text for path, text in case.texts.items() if isinstance(text, str)}
    if len(texts) != len(case.texts):
        return []
    if RULES[case.rule].family not in ("reading", "tool", "personal-data"):
        texts = normalise(texts)
    before = judge_texts(texts, case.as_at)
    return [
        fault
        for finding in before.diagnostics
        if finding.rule == case.rule and (finding.spot.place.route or finding.spot.region)  # A whole file is rewritten.
        for fault in faults_of(finding, texts, before, case.as_at)
    ]
