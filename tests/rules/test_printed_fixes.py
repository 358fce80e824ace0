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
from tests.printed_fixes import CannotBeDone, Step, alternatives, apply, normalise
from tests.rules.test_rules import ALL, Case
from tests.workspaces import judge_texts

FOR_A_PERSON: Mapping[str, str] = {}
NOT_YET = {
    "unknown-reference",
    "unreadable-file",
    "merge-conflict",
    "yaml-syntax",
    "duplicate-field",
    "not-supported-yaml",
    "text-cut-by-hash",
    "folded-list",
    "missing-field",
    "bad-id",
    "bad-date",
    "bad-timescale",
    "bad-link",
    "no-strategy",
    "second-strategy",
    "second-settings",
    "duplicate-id",
    "repeated-reference",
    "dependency-cycle",
    "unused-measure",
    "unused-organisation",
    "priority-mismatch",
    "due-before-start",
    "milestone-after-due",
    "depends-on-later-action",
    "ends-before-it-starts",
    "outside-plan-period",
    "plan-outside-strategy",
    "no-due-date",
    "ambiguous-year",
    "no-milestone",
    "ongoing-without-review",
    "review-overdue",
    "overdue",
    "milestone-overdue",
    "accepted-gap-expired",
    "moved-again",
    "date-in-future",
    "no-lead",
    "lead-is-a-person",
    "lead-overloaded",
    "partner-without-action",
    "near-duplicate-name",
    "update-owed",
    "updates-out-of-order",
    "repeated-update",
    "stage-goes-backwards",
    "same-words-again",
    "rating-without-reason",
    "rating-without-next",
    "red-without-forecast",
    "red-without-impact",
    "rating-disagrees",
    "unfunded-but-green",
    "complete-without-evidence",
    "complete-with-open-milestones",
    "closed-without-successor",
    "approval-not-recorded",
    "plan-ended-with-live-actions",
    "no-measure",
    "incomplete-measure",
    "target-not-an-improvement",
    "target-already-met",
    "missed-target-without-note",
    "impossible-value",
    "readings-out-of-order",
    "repeated-period",
    "stale-measure",
    "long-title",
    "hard-to-read",
    "promise-in-plain",
    "preferred-words",
    "outcome-without-action",
    "priority-without-action",
    "promise-without-action",
    "recommendation-without-action",
    "outcome-below-needs",
    "action-without-outcome",
    "no-young-voice",
    "asked-but-not-answered",
    "unused-ignore",
    "ignore-without-reason",
    "unknown-rule",
}
FORMS = ("reading", "shape")
"""The families of what is wrong with the writing: once it is mended the other rules speak, and that is no fault."""
FAMILIES_OF_READING = ("reading", "shape", "references")


def _key(finding: Diagnostic) -> tuple[str, str, object, str]:
    return finding.rule, finding.path, finding.record, finding.field


def _count(report: Report, rules: Iterable[str]) -> Counter[tuple[str, str, object, str]]:
    return Counter(_key(finding) for finding in report.diagnostics if finding.rule in rules)


def _may_bring(rule: str) -> frozenset[str]:
    """The rules that may speak only once this one is silent."""
    if rule == "unknown-kind":
        return frozenset(RULES)
    if RULES[rule].family in FORMS:
        return frozenset(name for name, other in RULES.items() if other.family not in FAMILIES_OF_READING)
    return frozenset()


def _do(steps: tuple[Step, ...], finding: Diagnostic, files: Mapping[str, str]) -> dict[str, str]:
    done = dict(files)
    for step in steps:
        done = apply(step, finding, done)
    return done


def faults_of(finding: Diagnostic, files: Mapping[str, str], before: Report, as_at: date) -> list[str]:
    """What is wrong with what a finding offers, tried on the files it was found in."""
    faults = []
    for steps in alternatives(finding.help):
        try:
            after = judge_texts(_do(steps, finding, files), as_at)
        except (CannotBeDone, ValueError, IndexError) as error:
            faults.append(f"{finding.help!r}: {error}")
            continue
        was, now = _count(before, RULES), _count(after, RULES.keys() - _may_bring(finding.rule))
        if _count(after, RULES)[_key(finding)] >= was[_key(finding)]:
            faults.append(f"{finding.help!r} does not clear it: {steps}")
        if brought := now - was:
            faults.append(f"{finding.help!r} brings {sorted(map(str, brought))}")
    return faults or ([] if list(alternatives(finding.help)) else [f"{finding.help!r} says nothing to type"])


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in FOR_A_PERSON and rule not in NOT_YET])
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
