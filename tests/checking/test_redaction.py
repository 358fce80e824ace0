"""No report holds a character of personal data that was found, wherever it is quoted and however it is spaced."""

import re

import pytest

from coparent.checking import Report
from coparent.checking.redaction import Secrets
from coparent.diagnostics import Level
from coparent.documents.reading import Unreadable, decode
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle, location_of
from tests.workspaces import Texts, judge_texts, lay_over

NUMBER = "999 000 0018"
HEAD = "kind: plan\nid: p2\ntitle: A plan\norganisation: ecc\nstatus: draft\n"


def _judge(*, plan: str = "", text: str | Unreadable = "") -> Report:
    files: Texts = {"plans/p2.yaml": text} if text else {}
    return judge_texts({**lay_over({"plan": plan} if plan else {}), **files})


def _outputs(report: Report) -> list[str]:
    written = [write(report, ReportStyle(show=Level.NOTE, full=True)) for write in REPORTERS.values()]
    names = [f"{finding.subject} {finding.field} {finding.record}" for finding in report.diagnostics]
    return [*written, *names, *(lines.text for lines in report.sources.values())]


def _rules(report: Report) -> set[str]:
    return {found.rule for found in report.diagnostics}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("unknown-value", HEAD + f"basis: NHS number {NUMBER}\n"),
        ("unknown-field", HEAD + f'"NHS number {NUMBER}": x\n'),
        ("bad-id", f"kind: plan\nid: NHS-{NUMBER}\ntitle: A plan\norganisation: ecc\nstatus: draft\n"),
        ("unknown-reference", HEAD + "partners: [nhs-9990000018]\n"),
        ("duplicate-id", HEAD + "actions:\n  - {id: nhs-9990000018, title: A}\n  - {id: nhs-9990000018, title: B}\n"),
        ("duplicate-field", HEAD + f"summary: A word\nsummary: NHS number {NUMBER}\n"),
        ("bad-date", HEAD + f"approval: {{by: board, on: NHS number {NUMBER}}}\n"),
        ("yaml-syntax", HEAD + f"summary: NHS number {NUMBER}: seen\n"),
        ("text-cut-by-hash", HEAD + f"summary: agreed by panel #4 for the child with NHS number {NUMBER}\n"),
        ("not-supported-yaml", HEAD + "summary: &NHS-9990000018 A word\n"),
        ("merge-conflict", HEAD + f"<<<<<<< ours\nsummary: NHS number {NUMBER}\n=======\n>>>>>>> theirs\n"),
        ("unreadable-file", HEAD + f"summary: NHS number {NUMBER} \x07\n"),
        ("unreadable-file", decode(f"{HEAD}summary: caf\xe9, NHS number {NUMBER}\n".encode("latin-1"))),
        ("no-lead", HEAD + f"actions:\n  - {{id: a2, title: See the child with NHS number {NUMBER}}}\n"),
        ("unknown-rule", HEAD + f"summary: A word  # coparent: ignore[no-due] NHS number {NUMBER}\n"),
        ("personal-data", HEAD + 'summary: "NHS number 999\\u00a0000\\u00a00018"\n'),
        ("personal-data", HEAD + 'summary: "NHS number \\x39990000018"\n'),
        ("personal-data", HEAD + "summary: >-\n  The NHS number is 999\n  000\n  0018\n"),
    ],
)
def test_a_finding_beside_it_does_not_quote_it(rule: str, text: str | Unreadable) -> None:
    report = _judge(text=text)
    assert {rule, "personal-data"} <= _rules(report)
    for output in _outputs(report):
        # Of an escape nothing may be left either, so the last digits are what is looked for.
        assert not re.search(r"0018|999\W?0", output)


def test_a_title_that_is_cut_in_the_middle_of_it_shows_no_half_of_it() -> None:
    title = f"Write to the family about a child with NHS number {NUMBER}"
    report = _judge(plan=f"{{actions: [{{id: a1, title: {title}, due: March 2027}}]}}")
    (message,) = (found.message for found in report.diagnostics if found.rule == "no-lead")
    assert message == 'a1 "Write to the family about a child with NHS number ••• •••…" has no lead'


def test_the_same_number_elsewhere_is_hidden_too() -> None:
    report = _judge(plan=f"{{summary: NHS number {NUMBER}, equality: TBC about 9990000018}}")
    lines = report.sources["plans/plan.yaml"].text
    assert "TBC about ••••••••••" in lines


def test_lines_keep_their_length() -> None:
    text = HEAD + f"summary: NHS number {NUMBER}, seen twice\n"
    report = _judge(text=text)
    hidden = report.sources["plans/p2.yaml"].text
    assert len(hidden) == len(text)
    assert hidden.splitlines()[-1] == "summary: NHS number ••• ••• ••••, seen twice"


def test_a_report_without_any_hides_nothing() -> None:
    report = _judge(plan="{summary: TBC}")
    assert not report.secrets
    assert report.secrets.redact("NHS number 999 000 0018") == "NHS number 999 000 0018"


def test_it_is_found_whatever_else_stands_there() -> None:
    report = _judge(text=HEAD + f"organisation: {NUMBER} (NHS number)\nsummary: DOB 12/03/2011, k@example.org\n")
    found = {
        (finding.rule, location_of(finding).line)
        for finding in report.diagnostics
        if finding.rule in ("personal-data", "contact-details")
    }
    assert found == {("personal-data", 6), ("personal-data", 7), ("contact-details", 7)}


@pytest.mark.parametrize(
    ("words", "text", "redacted"),
    [
        ("Jane Smith", "of jane, a smithy and ian", "of ••••, a smithy and ian"),
        ("Ann Smith", "of ann", "of ann"),
        ("12 March 2011", "in 2011, on the 12", "in ••••, on the ••"),
    ],
)
def test_a_part_of_a_secret_is_taken_out_if_it_could_be_known_again(words: str, text: str, redacted: str) -> None:
    assert Secrets([words]).redact_parts(text) == redacted


@pytest.mark.parametrize(
    ("words", "text", "hidden"),
    [
        (["12/3/11"], "on 12.3.11 and 12311, not 112/3/110", "on ••••••• and •••••, not 112/3/110"),
        (["999 000 0018"], "p9990000018x 999-000-0018", "p••••••••••x ••••••••••••"),
        (["K.Smith@example.org"], "k.smith@EXAMPLE.org", "•••••••••••••••••••"),
        (["999 000 0018", "999 000 0026"], "9990000018, 9990000026, 9990000034", "••••••••••, ••••••••••, 9990000034"),
        (["999 000 0018"], "the number 999 00…", "the number ••• ••…"),
        (["999 000 0018"], "of 199… or 9…", "of 199… or •…"),
        (["Marylebone Street"], "of xMarylebo… and xMaryleb…", "of x••••••••… and xMaryleb…"),
        (["999 000 0018", "999 000 00187"], "of 9990000018", "of ••••••••••"),
        ([], "999 000 0018…", "999 000 0018…"),
    ],
)
def test_secrets_are_known_again_however_they_are_spaced(words: list[str], text: str, hidden: str) -> None:
    assert Secrets(words).redact(text) == hidden
