"""What an audience may not see leaves no trace: outputs are those of plans in which it was never written."""

import re
from collections.abc import Iterator

import pytest

from coparent.papers import SECTIONS, Source, paper_from_plans, views_of, with_audience, write_context
from coparent.papers.rendering import render
from coparent.papers.template_outlines import outline
from coparent.workspace import Workspace, assemble
from tests.conftest import Run, Write
from tests.workspaces import AS_AT, lay_over

TEMPLATES = (
    "action-log",
    "closure",
    "committee-paper",
    "highlight",
    "outcomes",
    "partner-brief",
    "plan",
    "young-people",
)
HIDDEN_ACTION = """\
  - id: hidden-1
    ref: HIDDEN.1
    group: HIDDEN group
    title: HIDDEN action
    visibility: partner
    outcomes: [o1, o2]
    promises: [p1]
    recommendations: [r1]
    lead: HIDDEN lead
    partners: [icb]
    start: April 2026
    due: June 2026
    measures: [hidden-measure]
    success: HIDDEN success
    plain: HIDDEN plain
    resources: {status: part-funded, amount: 777777, funding: HIDDEN fund}
    milestones: [{title: HIDDEN step, due: June 2026}, {title: HIDDEN later step, due: January 2027, organisation: icb}]
    rescheduled: [{to: August 2026, on: 2026-07-01, reason: HIDDEN move, approved_by: board}]
    updates:
      - {on: 2026-09-01, stage: in-progress, rating: red, summary: HIDDEN summary, reason: HIDDEN reason,
         ask: HIDDEN ask, ask_of: board, impact: HIDDEN impact, next: HIDDEN next, forecast: May 2028}
"""
SEEN_ACTION = """\
  - id: a1
    title: Open two homes
    outcomes: [o1, o3]
    lead: Head of placements
    start: April 2026
    due: March 2027
    depends_on: [a3HIDES, hidden-1]
    measures: [m1]
    updates: [{on: 2026-09-30, stage: in-progress, rating: amber, summary: Two sites., reason: Slow., next: Buy.}]
  - {id: a3, title: Train ten carers, outcomes: [o2], lead: Head of placements, due: March 2027, success: Ten.}
"""
HIDDEN = {
    "plan": f"""\
actions:
{SEEN_ACTION.replace("a3HIDES", "a3")}{HIDDEN_ACTION}
risks:
  - {{id: x, title: HIDDEN risk, likelihood: 5, impact: 5, owner: HIDDEN owner, status: open, actions: [hidden-1]}}
  - {{id: y, title: HIDDEN in two plans, likelihood: 5, impact: 5, status: open, actions: [hidden-1, hidden-2]}}
  - {{id: z, title: Money runs out, likelihood: 4, impact: 4, status: open, actions: [hidden-1, a1]}}
consulted:
  - {{who: HIDDEN group, kind: young-people, on: May 2026, heard: HIDDEN, changed: HIDDEN, actions: [hidden-1]}}
  - {{who: Our council, kind: young-people, on: May 2026, heard: More., changed: Much., actions: [hidden-1, a1]}}
""",
    "measures": """\
measures:
  - {id: m1, title: Homes open, unit: count, better: higher, outcomes: [o1], readings: [{period: 2025/26, value: 12}]}
  - {id: hidden-measure, title: HIDDEN measure, unit: percent, better: higher, readings: [{period: 2025/26, value: 6}]}
""",
    "updates": """\
on: 2026-09-10
organisation: icb
updates: [{action: hidden-1, stage: in-progress, summary: HIDDEN return}]
readings: [{measure: hidden-measure, period: January to March 2026, value: 6}]
""",
}
HIDDEN_PLAN = """\
kind: plan
id: hidden-plan
title: HIDDEN plan
organisation: icb
status: draft
summary: HIDDEN summary of a plan
actions:
  - {id: hidden-2, title: HIDDEN other, visibility: internal, outcomes: [o5], lead: HIDDEN lead, due: March 2027}
risks: [{id: w, title: HIDDEN risk of a plan, likelihood: 5, impact: 5, status: open}]
"""
# As many actions are left out, for papers say how many; of these there is nothing else to be known.
NEVER_WRITTEN = {
    "plan": f"""\
actions:
{SEEN_ACTION.replace("a3HIDES, hidden-1", "a3")}
  - {{id: bare-1, title: Nothing of it is known, visibility: partner}}
  - {{id: bare-2, title: Nothing of it is known either, visibility: internal}}
risks:
  - {{id: z, title: Money runs out, likelihood: 4, impact: 4, status: open, actions: [a1]}}
consulted:
  - {{who: Our council, kind: young-people, on: May 2026, heard: More., changed: Much., actions: [a1]}}
""",
    "measures": HIDDEN["measures"][: HIDDEN["measures"].index("  - {id: hidden")],
}


def workspaces() -> tuple[Workspace, Workspace]:
    hiding = assemble({**lay_over(HIDDEN), "plans/zz.yaml": HIDDEN_PLAN}, AS_AT)
    assert [finding.rule for finding in hiding.diagnostics] == []
    return hiding, assemble(lay_over(NEVER_WRITTEN), AS_AT)


def outputs(workspace: Workspace, template: str) -> Iterator[str]:
    paper = with_audience(paper_from_plans(workspace, template), "public")
    organisation = "ecc" if template == "partner-brief" else None
    for form in ("md", "html"):
        ((_, view),) = views_of(Source(workspace), paper, outline(template, form, None, SECTIONS), organisation)
        yield render(view, template, form)
    yield write_context(view)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_paper_is_the_same_as_if_what_is_hidden_had_never_been_written(template: str) -> None:
    hiding, never_written = workspaces()
    for shown, expected in zip(outputs(hiding, template), outputs(never_written, template), strict=True):
        assert not re.search("HIDDEN|hidden-|777777", shown)
        assert shown == expected


@pytest.mark.parametrize("options", [["--by", "outcome"], ["--by", "organisation"], ["--matrix"], ["--format", "json"]])
def test_coverage_is_the_same_as_if_what_is_hidden_had_never_been_written(
    run: Run, write: Write, options: list[str]
) -> None:
    written = {"hiding": {**lay_over(HIDDEN), "plans/zz.yaml": HIDDEN_PLAN}, "never": lay_over(NEVER_WRITTEN)}
    folder = write({f"{name}/{path}": text for name, texts in written.items() for path, text in texts.items()})
    day = f"--as-at={AS_AT}"
    hiding, never = (
        run("coverage", "--plans", str(folder / name / "plans"), "--audience", "public", day, *options).out
        for name in written
    )
    assert hiding == never
    assert not re.search("HIDDEN|hidden-", hiding)
