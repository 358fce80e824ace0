"""Comments that silence a finding where it stands, and findings about such comments."""

import pytest

from coparent.checking import Report, check
from coparent.diagnostics import Level
from coparent.workspace import assemble
from tests.workspaces import AS_AT, judge_texts, lay_over

REPEATED = "actions:\n  - id: a1\n    title: Open two homes\n    lead: Head of placements\n    partners: [icb]\n"


def report_on(lines: str, rules: str = "") -> Report:
    """The report on the smallest plan, with an action whose outcomes are written as given."""
    texts = lay_over({})
    before_actions, _ = texts["plans/plan.yaml"].split("actions:\n", 1)
    texts["plans/plan.yaml"] = f"{before_actions}{rules}{REPEATED}{lines}"
    return judge_texts(texts)


def names(report: Report) -> list[str]:
    return [finding.rule for finding in report.diagnostics if finding.rule in OURS]


OURS = ("repeated-reference", "unused-ignore", "ignore-without-reason", "unknown-rule", "unknown-value")


@pytest.mark.parametrize(
    "lines",
    [
        "    outcomes: [o1, o1]  # coparent: ignore[repeated-reference] agreed by the panel in May\n",
        "    # coparent: ignore[repeated-reference] agreed by the panel in May\n    outcomes: [o1, o1]\n",
        "    # coparent: ignore[repeated-reference] agreed in May\n    # and in June\n    outcomes: [o1, o1]\n",
        "    outcomes:  # coparent: ignore[repeated-reference] agreed by the panel in May\n      - o1\n      - o1\n",
        "    outcomes:\n      - o1\n      - o1  # Coparent: Ignore [repeated-reference] agreed in May\n",
        "    outcomes: [o1, o1]  # coparent: ignore[bad-id, repeated-reference] agreed in May\n",
    ],
    ids=["on its line", "alone above", "a comment between", "on the key's line", "on the item's line", "one of two"],
)
def test_an_ignore_silences_the_finding_it_stands_by(lines: str) -> None:
    report = report_on(lines)
    assert "repeated-reference" not in names(report)
    assert report.ignored == 1


def test_an_ignore_two_lines_away_silences_nothing_and_is_reported() -> None:
    report = report_on(
        "    # coparent: ignore[repeated-reference] agreed in May\n    who_for: Everyone\n    outcomes: [o1, o1]\n"
    )
    assert names(report) == ["unused-ignore", "repeated-reference"]


def test_an_ignore_without_a_reason_still_silences_and_is_reported() -> None:
    report = report_on("    outcomes: [o1, o1]  # coparent: ignore[repeated-reference]\n")
    assert names(report) == ["ignore-without-reason"]


def test_an_unused_ignore_is_shown_at_the_rules_name() -> None:
    report = report_on("    outcomes: [o1]  # coparent: ignore[repeated-reference] agreed in May\n")
    (found,) = [finding for finding in report.diagnostics if finding.rule == "unused-ignore"]
    line = report.sources[found.path][found.location.line if found.location else 0]
    assert found.location is not None
    assert line[found.location.column - 1 : found.location.end_column - 1] == "repeated-reference"


@pytest.mark.parametrize("name", ["repeated-refrence", "all", "nothing-like-it"])
def test_an_unknown_name_in_an_ignore_is_reported(name: str) -> None:
    report = report_on(f"    outcomes: [o1]  # coparent: ignore[{name}] agreed in May\n")
    assert names(report) == ["unknown-rule"]


def test_an_ignore_of_a_rule_that_waits_is_not_called_unused() -> None:
    """While a record is broken, rules that conclude from absence keep silent: the ignore may be of use again."""
    report = report_on(
        "    outcomes: [o1]  # coparent: ignore[unknown-reference] the outcome is on its way\n  - id: a2\n"
    )
    assert "unused-ignore" not in names(report)


def test_a_rule_in_the_settings_that_there_is_not_is_reported_at_its_name() -> None:
    report = judge_texts(lay_over({"settings": "levels: {repeated-refrence: off}"}))
    (found,) = [finding for finding in report.diagnostics if finding.rule == "unknown-rule"]
    assert (found.path, found.label) == ("plans/settings.yaml", "did you mean repeated-reference?")


def test_words_about_ignoring_in_a_value_ignore_nothing() -> None:
    report = report_on('    outcomes: [o1, o1]\n    who_for: "# coparent: ignore[repeated-reference] not a comment"\n')
    assert names(report) == ["repeated-reference"]


def test_an_ignore_of_what_nobody_asked_to_see_is_of_use_and_its_finding_does_not_count() -> None:
    texts = lay_over({})
    texts["plans/plan.yaml"] += "reports_to: [board, board]  # coparent: ignore[repeated-reference] agreed in May\n"
    report = check(assemble(texts, AS_AT), texts, least=Level.ERROR)
    everything = [finding.rule for finding in (*report.diagnostics, *report.unlocated)]
    assert "repeated-reference" not in everything
    assert "unused-ignore" not in everything
    assert report.ignored == 1
