"""The edges of checking: the last line, the second of two names, a secret cut short by one letter."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from coparent.checking import Report, check
from coparent.checking.baseline import identify, leave_out, write_baseline
from coparent.checking.redaction import DOT, Secrets
from coparent.diagnostics import Diagnostic, Level
from coparent.documents.reading import Unreadable
from coparent.rules import FAMILIES, Family
from coparent.workspace import Workspace, assemble
from tests.workspaces import AS_AT, Texts, judge_texts, lay_over

HEAD = "kind: plan\nid: p2\ntitle: A plan\norganisation: ecc\nstatus: draft\n"


def judge(plan: str, *, settings: str = "") -> Report:
    """The report on the smallest plans and another one."""
    return judge_texts({**lay_over({"settings": settings}), "plans/p2.yaml": plan})


def of_rules(report: Report, *rules: str) -> list[Diagnostic]:
    return [finding for finding in report.diagnostics if finding.rule in rules]


# Baselines.


def test_a_baseline_reads_as_it_always_did() -> None:
    report = judge_texts({"plans/größe.yaml": "{"})
    (key,) = {key for key, _ in identify(report.diagnostics)}
    assert write_baseline(report) == f'{{\n  "format": 1,\n  "findings": [\n    "{key}"\n  ]\n}}\n'
    assert "größe" in key


def test_only_what_the_baseline_knew_counts_as_ignored() -> None:
    report = judge_texts(lay_over({"plan": "partners: [icb, icb, icb]"}))
    first, *others = [key for key, _ in identify(report.diagnostics)]
    assert others
    left = leave_out(report, frozenset([first]))
    assert (len(left.diagnostics), left.ignored) == (len(others), 1)
    assert leave_out(replace(report, ignored=2), frozenset([first])).ignored == 3


# Ignores.


def test_no_comment_hides_personal_data() -> None:
    report = judge(f"{HEAD}summary: NHS number 999 000 0018  # coparent: ignore[personal-data] we know\n")
    assert len(of_rules(report, "personal-data")) == 1
    assert [finding.message for finding in of_rules(report, "unused-ignore")] == ["personal-data cannot be ignored"]


def test_an_ignore_on_the_last_line_silences_nothing() -> None:
    report = judge(f"{HEAD}# coparent: ignore[no-lead] agreed in May")
    assert [finding.rule for finding in of_rules(report, "unused-ignore")] == ["unused-ignore"]


def test_each_of_several_names_is_marked_where_it_stands() -> None:
    report = judge(f"{HEAD}summary: A word  # coparent: ignore[no-such, nor-this] agreed in May\n")
    places = [finding.location for finding in of_rules(report, "unknown-rule")]
    assert [(place.column, place.end_column) for place in places if place is not None] == [(37, 44), (46, 54)]


def test_an_ignore_of_a_rule_that_is_off_hides_no_fault_of_another() -> None:
    ignores = "summary: A word  # coparent: ignore[no-lead] agreed\nref: A1  # coparent: ignore[no-such] agreed\n"
    report = judge(f"{HEAD}{ignores}", settings="levels: {no-lead: off}")
    assert [finding.message for finding in of_rules(report, "unknown-rule")] == ['there is no rule "no-such"']


def test_a_finding_about_ignores_that_is_off_hides_no_other() -> None:
    ignores = "summary: A word  # coparent: ignore[no-lead] agreed\nref: A1  # coparent: ignore[no-such] agreed\n"
    report = judge(f"{HEAD}{ignores}", settings="levels: {unused-ignore: off}")
    assert [finding.message for finding in of_rules(report, "unknown-rule", "unused-ignore")] == [
        'there is no rule "no-such"'
    ]


def test_a_file_that_cannot_be_read_hides_no_personal_data_in_the_next() -> None:
    texts: Texts = {**lay_over({}), "plans/p2.yaml": f"{HEAD}summary: NHS number 999 000 0018\n"}
    texts["plans/a.yaml"] = Unreadable("it is not UTF-8", "save it again")
    assert len(of_rules(judge_texts(texts), "personal-data")) == 1


# Levels and precedence.


def flagging(*fields: str, level: Level = Level.WARNING) -> Family:
    """A family whose one rule flags these fields of every plan."""
    family = Family("made-up")

    @family.records("made-up-rule", level)
    def flag(workspace: Workspace) -> Iterator[Diagnostic]:
        for plan in workspace.plans:
            for field in fields:
                yield plan.at(field).says("flagged")

    return family


def test_a_fault_of_reading_hides_what_a_rule_finds_in_the_same_field() -> None:
    texts = lay_over({})
    texts["plans/plan.yaml"] += "title: Twice\n"
    report = check(assemble(texts, AS_AT), texts, (*FAMILIES, flagging("title", "status")))
    flagged = [finding.spot.place.route for finding in of_rules(report, "made-up-rule")]
    assert flagged == [("status",)]


@pytest.mark.parametrize(("least", "shown"), [(Level.NOTE, 1), (Level.WARNING, 1), (Level.ERROR, 0)])
def test_what_is_as_serious_as_was_asked_is_shown(least: Level, shown: int) -> None:
    texts = lay_over({})
    report = check(assemble(texts, AS_AT), texts, (flagging("title"),), least=least)
    assert (len(report.diagnostics), len(report.unlocated)) == (shown, 1 - shown)
    assert report.count(Level.WARNING) == 1


# Secrets.


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Jane Smith", "•••• •••••"),
        ("for Jane Smith now", "for •••• ••••• now"),
        ("Jane Smit…", "•••• ••••…"),
        ("of Jane Smit…", "of •••• ••••…"),
        ("of Jan…", "of •••…"),
        ("Jan…", "•••…"),
        ("Jan...", "•••..."),
        ("trojan…", "trojan…"),
        ("xJane Smit…", "x•••• ••••…"),
        ("Hello…", "Hello…"),
        ("…", "…"),
        ("xJane Smithy", "x•••• •••••y"),
    ],
)
def test_a_secret_is_hidden_whole_or_cut_short(text: str, hidden: str) -> None:
    assert Secrets(["Jane Smith"]).redact(text) == hidden.replace("•", DOT)


@pytest.mark.parametrize(
    ("secret", "text", "hidden"),
    [
        ("abcd123", "xabcd123y abcd123", "xabcd123y •••••••"),
        ("abcd1234", "xabcd1234y abcd1234", "x••••••••y ••••••••"),
    ],
)
def test_a_secret_of_eight_letters_is_hidden_within_a_word_too(secret: str, text: str, hidden: str) -> None:
    assert Secrets([secret]).redact(text) == hidden.replace("•", DOT)


@pytest.mark.parametrize(
    "written",
    [
        '"NHS number 99\\x39 0000018"',
        '"NHS number \\u0039\\u0039\\u0039 0000018"',
    ],
)
def test_a_secret_that_is_written_with_escapes_is_hidden_with_all_of_its_value(written: str) -> None:
    report = judge(f"{HEAD}summary: {written}\ndescription: A word\n")
    assert len(of_rules(report, "personal-data")) == 1
    text = report.sources["plans/p2.yaml"].text
    assert "18" not in text
    assert "number" not in text
    assert text.startswith(HEAD)
    assert text.endswith("\ndescription: A word\n")


def test_only_what_stands_on_the_lines_of_a_secret_loses_parts_of_it() -> None:
    lines = (
        f"{HEAD}actions:",
        "  - id: a2",
        "    title: See the dentist",
        "    due: Q3 2011",
        "    summary: John Smith was born on 14 March 2011",
        "    start: Q3 2011",
        "    review: Q3 2011  # born on 14 March 2011",
    )
    report = judge("\n".join(lines))
    assert of_rules(report, "personal-data")
    messages = [finding.message for finding in of_rules(report, "bad-timescale")]
    assert [message.count("2011") for message in messages] == [1, 1, 0]
