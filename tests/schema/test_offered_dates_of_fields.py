"""What is offered for a date that a field cannot read is typed in, field by field, and the finding is gone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.printed_fixes import alternatives, normalise
from tests.rules.test_printed_fixes import faults_of
from tests.workspaces import AS_AT, judge_texts, lay_over

ACTION = "actions: [{id: a1, title: Open two homes, lead: Head of homes, outcomes: [o1], "
FIELDS = {
    "due": ACTION + "due: 'DATE'}]",
    "due beside a start": ACTION + "start: May 2026, due: 'DATE'}]",
    "due beside updates": ACTION + "due: 'DATE', updates: [{on: 2026-06-30, stage: in-progress, summary: Begun.}]}]",
    "start": ACTION + "start: 'DATE'}]",
    "review": ACTION + "due: ongoing, review: 'DATE'}]",
    "milestone": ACTION + "due: March 2027, milestones: [{title: The first opens, due: 'DATE'}]}]",
    "update": ACTION + "due: March 2027, updates: [{on: 'DATE', stage: in-progress, summary: Begun.}]}]",
    "moved to": ACTION + "due: May 2026, rescheduled: [{to: 'DATE', on: 2026-05-01, reason: Late.}]}]",
    "period": "period: 'DATE'",
    "approval": "status: approved\napproval: {by: board, on: 'DATE'}",
}
WRITTEN = (
    *("ASAP", "soon", "TBC next week", "Done", "Completed May 2026", "March 2027 (was December 2026)", "Q3", "March"),
    *(
        "31 / 03 / 2027",
        "\u201cMarch 2027\u201d",
        "Marhc 2027",
        "from May 2026",
        "Monthly from June 2026",
        "2027 March",
    ),
    *(
        "March 2026 and annually thereafter",
        "Ongoing from April 2026",
        "bi-monthly",
        "twice yearly",
        "9.12.16",
        "2025/6",
    ),
    *("Easter 2027", "Annual report in July", "ongoing, review yearly", "Year end 2027", "weekly", "within 6 months"),
    *("2027-02-30", "31 September 2026", "Monday 31 March 2026", "2025-27", "winter term 2026", "Oct 25 - Mar 2026"),
    *("June 2026 then quarterly", "Monthly until March 2027", "Q5 2026/27", "every two years", "Jan/Feb/Mar 2027"),
)


def faults(field: str, written: str, status: str) -> list[str]:
    text = FIELDS[field].replace("DATE", written.replace("'", "''"))
    if "status:" not in text:
        text = f"status: {status}\n{text}"
    files = normalise(dict(lay_over({"plan": text})))
    before = judge_texts(files, AS_AT)
    found = [finding for finding in before.diagnostics if finding.rule in ("bad-date", "bad-timescale")]
    return [
        fault
        for finding in found
        if list(alternatives(finding.help))
        for fault in faults_of(finding, files, before, AS_AT)
    ]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*FIELDS]), st.sampled_from(WRITTEN), st.sampled_from(["draft", "consultation"]))
def test_what_is_offered_is_read_by_the_field(field: str, written: str, status: str) -> None:
    assert faults(field, written, status) == []


@pytest.mark.parametrize(
    ("written", "offered"),
    [("31 / 03 / 2027", "2027-03-31"), ("\u201c2027-03\u201d", "March 2027"), ("Marhc 2027", "March 2027")],
)
def test_a_date_is_offered_in_the_form_of_the_files_other_dates(written: str, offered: str) -> None:
    text = FIELDS["due beside updates"].replace("DATE", written) + "\nperiod: April 2026 to March 2028\n"
    report = judge_texts(lay_over({"plan": text.replace("Begun.", "Begun in May 2026.")}), AS_AT)
    (help,) = [finding.help for finding in report.diagnostics if finding.rule == "bad-timescale"]
    assert re.sub("write  ", "", help) == offered
