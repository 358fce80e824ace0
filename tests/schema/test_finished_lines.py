"""What a finding prints for a name or a shape that does not fit: the finished line, with all that was written in it."""

import re

import pytest

from tests.rules.test_printed_fixes import faults_of
from tests.schema.findings import ACTION, PLAN, UPDATE, find_faults, only
from tests.workspaces import AS_AT, SMALLEST, judge_texts, lay_over

UPDATES = "kind: updates\nid: q2\non: 2026-06-30\nupdates:\n  - action: home-03\n    stage: complete\n    summary: x\n"
MEASURES = "kind: measures\nmeasures:\n  - id: m1\n    title: Homes\n    unit: percent\n    better: higher\n"
READING = f"{MEASURES}    readings:\n      - period: 2025/26\n"
RISK = f"{PLAN}risks:\n  - {{id: r1, title: Cost, likelihood: 1, impact: 1, status: open}}\n"
PAPER = "kind: paper\nid: p\ntitle: A paper\ntemplate: committee-paper\nas_at: 2026-09-30\n"
FUNDED = f"{ACTION}    resources: {{status: funded, amount: %s}}\n"
MOVED = "write  rescheduled: [{to: March 2028, on: 30 September 2026, reason: why the date moved}]"
NO_UPDATE = "summary: what has been done so far"


def with_outcomes(outcomes: str) -> str:
    return SMALLEST["strategy"].replace("title: Good health}", f"title: Good health, outcomes: {outcomes}}}")


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("Responsible officer: Head of homes", "write  lead: Head of homes"),
        ("LEAD OFFICER(S): Head of homes", "write  lead: Head of homes"),
        ("lead-officer: Head of homes", "write  lead: Head of homes"),
        ("'By whom?': Head of homes", "write  lead: Head of homes"),
        ("By When: March 2027", "write  due: March 2027"),
        ("Timescales: Q3 2026/27", "write  due: Q3 2026/27"),
        ("deadline: Q3 2025", "write  due: Q3 2025/26  or  due: Q3 2024/25"),
        ("Start date: April 2026", "write  start: April 2026"),
        ("review-date: March 2027", "write  review: March 2027"),
        ("Success criteria: Two homes open", "write  success: Two homes open"),
        ("how will we know: Two homes open", "write  success: Two homes open"),
        ("KPI: homes-open", "write  measures: [homes-open]"),
        ("KPIs: Number of homes that are open", "write  success: Number of homes that are open"),
        ("Theme: Homes", "write  group: Homes"),
        ("Objective: More homes", "write  group: More homes"),
        ("Ref No.: 3.10", "write  ref: 3.10"),
        ('reference: "3.10"', "write  ref: 3.10"),
        ("Expected outcome: Children move less", "write  difference: Children move less"),
        ("Outcome: o1", "write  outcomes: [o1]"),
        ("Outcome: Children move less", "write  difference: Children move less"),
        ("Rationale: Too few homes", "write  why: Too few homes"),
        ("Partner agencies: icb, ecc", "write  partners: [icb, ecc]"),
        ("Budget: £1.2m", "write  resources: {status: unknown, amount: 1200000}"),
        ("cost: £20k", "write  resources: {status: unknown, amount: 20000}"),
        ("Resource implications: within existing budgets", "write  resources: {status: existing}"),
        ("Resources required: two more staff", "write  resources: {status: unknown, note: two more staff}"),
        ("RAG: Green", f"write  updates: [{{on: 30 September 2026, stage: in-progress, rating: green, {NO_UPDATE}}}]"),
        ("B.R.A.G. rating: Blue", f"write  updates: [{{on: 30 September 2026, stage: complete, {NO_UPDATE}}}]"),
        ("Status: Complete", f"write  updates: [{{on: 30 September 2026, stage: complete, {NO_UPDATE}}}]"),
        ("Status: Ongoing", f"write  updates: [{{on: 30 September 2026, stage: in-progress, {NO_UPDATE}}}]"),
        (
            "Status: Not complete",
            f"write  updates: [{{on: 30 September 2026, stage: in-progress, {NO_UPDATE}}}]  or  "
            f"updates: [{{on: 30 September 2026, stage: not-started, {NO_UPDATE}}}]",
        ),
        ("Progress to date: Begun", "write  updates: [{on: 30 September 2026, stage: in-progress, summary: Begun}]"),
        (
            "Q2 update: Completed. Both open",
            "write  updates: [{on: 30 September 2026, stage: complete, summary: Completed. Both open}]",
        ),
        ("Date: March 2026", "write  start: March 2026  or  due: March 2026"),
        ("budget code: B12", "put  #  before it to keep it as a comment, or take this line out"),
    ],
)
def test_a_heading_of_a_real_plan_is_answered_with_the_line_to_write(line: str, help: str) -> None:
    assert only(f"{ACTION}    {line}\n").help == help


@pytest.mark.parametrize(
    ("text", "help"),
    [
        (f"{PLAN}owner: Director\n", "write  sponsor: Director"),
        (f"{PLAN}Lead member: Cabinet member for children\n", "write  accountable_member: Cabinet member for children"),
        (f"{UPDATES}    date: 1 May 2026\n", "write  on: 1 May 2026"),
        (f"{UPDATES}    RAG status: amber\n", "write  rating: amber"),
        (f"{UPDATES}    comments: Late\n", "write  summary: x. Late  and take this line out"),
        (UPDATES.replace("action:", "id:"), "write  action: home-03"),
        (f"{UPDATES}date: 2026-07-01\n", "write  on: 2026-07-01  and take this line out; or take this line out"),
        (f"{MEASURES}    lead: Analyst\n", "write  owner: Analyst"),
        (f"{MEASURES}    colour: x\n", "put  #  before it to keep it as a comment, or take this line out"),
        (f"{MEASURES}    target: {{value: 65, by: March 2027}}\n    Target date: March 2028\n", "take this line out"),
        (MEASURES.replace("title:", "KPI:"), "write  title: Homes"),
        (f"{PAPER}date of meeting: 1 October 2026\n", "write  date: 1 October 2026"),
        (f"{PAPER}Report of: Director\n", "write  report_author: Director"),
        (f"{PAPER}wards affected: All\n", "write  divisions_affected: All"),
        (
            with_outcomes("[o1]"),
            "under o1, write  priorities: [home, health]  and take this line out",
        ),
        (
            with_outcomes("o4"),
            "take this line out",
        ),
        (
            f"{UPDATE}        stage: complete\n        due: March 2027\n",
            "under home-03, add a line  due: March 2027  and take this line out",
        ),
    ],
)
def test_the_answer_hangs_on_the_kind_of_record(text: str, help: str) -> None:
    assert only(text).help.startswith(help)


def test_all_that_belongs_to_one_update_is_one_item() -> None:
    first, second, third = find_faults(f"{ACTION}    Status: On track\n    Progress: Begun\n    Next steps: Build\n")
    assert first.help == (
        "write  updates: [{on: 30 September 2026, stage: in-progress, rating: green, summary: Begun, next: Build}]"
    )
    assert {second.help, third.help} == {"take this line out"}
    assert 'offered for "Status"' in second.label
    assert only(f"{UPDATE}        stage: complete\n    rag: red\n").help == (
        "add under  updates:  the item  - "
        "{on: 2026-09-30, stage: in-progress, rating: red, summary: what has been done so far}  and take this line out"
    )


@pytest.mark.parametrize(
    ("text", "help"),
    [
        (
            f"{ACTION}    lead: [Head of A, Team B, Team C]\n",
            "write  lead: Head of A  and  joint_leads: [Team B, Team C]",
        ),
        (f"{ACTION}    lead: [Head of A]\n", "write  lead: Head of A"),
        (f"{PLAN}sponsor: [Head of A, Head of B]\n", "write  sponsor: Head of A and Head of B"),
        (FUNDED % "£1.2bn", "write  1200000000"),
        (FUNDED % "1.25 million", "write  1250000"),
        (FUNDED % "'£12,500'", "write  12500"),
        (FUNDED % "12 500", "write  12500"),
        (FUNDED % "£10-20k", "write  note: £10-20k"),
        (FUNDED % "nil", "write  0"),
        (FUNDED % "TBC", "take this line out"),
        (f"{ACTION}    resources: {{status: existing, amount: existing budgets}}\n", "take this line out"),
        (
            f"{ACTION}    resources: {{status: unknown, amount: existing budgets}}\n",
            "write  status: existing  and take this line out",
        ),
        (f"{ACTION}    resources: £250k\n", "write  resources: {status: unknown, amount: 250000}"),
        (f"{READING}        value: 45%\n", "write  45"),
        (f"{READING}        value: '1,045.5'\n", "write  1045.5"),
        (f"{READING}        value: 1 in 4\n", "write  25"),
        (f"{READING.replace('percent', 'count')}        value: 45%\n", "write  not-available"),
        (f"{READING}        value: <5\n", "write  suppressed"),
        (f"{READING}        value: '*'\n", "write  suppressed"),
        (f"{READING}        value: x\n", "write  suppressed  or  not-available"),
        (f"{READING}        value: ..\n", "write  not-available"),
        (f"{READING}        value: n/a\n", "write  not-available"),
        (f"{READING}        value: 1\n        provisional: Y\n", "write  true"),
        (f"{READING}        value: 1\n        provisional: N\n", "write  false"),
        (f"{MEASURES}    target: 65%\n", "write  target: {value: 65, by: September 2027}"),
        (f"{MEASURES}    target: 65% by March 2028\n", "write  target: {value: 65, by: March 2028}"),
        (f"{READING}        value: 45 (est)\n", "write  value: 45  and  note: 45 (est)"),
        (f"{MEASURES}    readings: 45%\n", "write  readings: [{period: 2025/26, value: 45}]"),
        (f"{MEASURES}    baseline: 45% (2023/24)\n", "write  baseline: {period: 2023/24, value: 45}"),
        (f"{MEASURES}    source: https://x.uk\n", "write  source: {title: what it is called, url: https://x.uk}"),
        (f"{MEASURES}    source: Local data\n", "write  source: {title: Local data, held_by: who holds it}"),
        (
            f"{ACTION}    updates:\n      on: 1 May 2026\n      stage: complete\n      summary: x\n",
            "put a hyphen in place of two spaces before its first line:  - on: 1 May 2026",
        ),
        (f"{ACTION}    outcomes: o1; o2 and o3\n", "write  outcomes: [o1, o2, o3]"),
        (f"{ACTION}    outcomes: [{{id: o1}}, o2]\n", "write  o1"),
        (
            f"{ACTION}    outcomes: Children are settled, and heard\n",
            'write  outcomes: ["Children are settled, and heard"]',
        ),
        (f"{ACTION}    partners: NHS Essex, Essex Police\n", "write  partners: [NHS Essex, Essex Police]"),
        (f"{ACTION}    milestones: Site agreed\n", "write  milestones: [{title: Site agreed, due: September 2027}]"),
        (f"{ACTION}    rescheduled: March 2028\n", MOVED),
        (RISK.replace("likelihood: 1", "likelihood: High"), "write  4  or  5"),
    ],
)
def test_a_value_of_the_wrong_shape_is_offered_in_the_right_one(text: str, help: str) -> None:
    assert only(text).help == help


VALUES = ("Head of homes", "March 2027", "£20k", "Complete", "o1", "Begun: well, so far")


@pytest.mark.parametrize("kind", ["plan", "updates", "measures", "paper"])
def test_what_is_printed_for_any_heading_clears_the_finding_and_brings_no_other(kind: str) -> None:
    from coparent.schema.headings import HEADINGS

    sound = {
        "plan": ("action", "plans/plan.yaml", f"{SMALLEST['plan']}  - {{id: a2, title: Train carers, %s}}\n"),
        "updates": (
            "returned-update",
            "plans/updates.yaml",
            f"{SMALLEST['updates']}updates: [{{action: a1, stage: complete, summary: x, %s}}]\n",
        ),
        "measures": ("measure", "plans/measures.yaml", SMALLEST["measures"].replace("o7]}", "o7], %s}")),
        "paper": ("paper", "plans/paper.yaml", f"{SMALLEST['paper']}%s\n"),
    }
    record, path, text = sound[kind]
    headings = [words.split(",")[0].strip() for words in HEADINGS[record].values()]
    wrong = []
    for heading in headings:
        for value in VALUES:
            files = {**lay_over({}), path: text % f'"{heading}": "{value}"'}
            before = judge_texts(files)
            for found in before.diagnostics:
                if found.rule == "unknown-field":
                    faults = faults_of(found, files, before, AS_AT)
                    # What an id or a name leads to can be judged only once it stands in its field.
                    known = (fault for fault in faults if not re.search("unknown-|becomes-on-live-work", fault))
                    wrong += [f"{heading}: {value}: {fault}" for fault in known]
    assert wrong == []
