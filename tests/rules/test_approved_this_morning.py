"""A plan that a board approved this morning, with all that can exist by then: nothing above a note is found in it."""

from datetime import date, timedelta

import pytest

from coparent.rules import RULES
from tests.workspaces import judge_texts

THIS_MORNING = date(2026, 9, 30)
STRATEGY = """\
kind: strategy
id: strategy
title: Our Co-Parenting Strategy
organisation: ecc
period: April 2026 to March 2030
priorities:
  - {id: home, title: A good home that lasts}
  - {id: health, title: Good health}
outcomes:
  - {id: o1, title: Children live near the people they know, priorities: [home]}
  - {id: o2, title: Children are seen by a dentist, priorities: [health], needs: {organisations: 2}}
  - {id: o3, title: Children are heard}
promises:
  - {id: p1, title: We tell you what happens next, outcomes: [o3]}
recommendations:
  - {id: r1, title: Open more homes, by: Ofsted, on: March 2026, outcomes: [o1]}
organisations:
  - {id: ecc, name: The county council, type: council}
  - {id: icb, name: The health board, type: nhs}
  - {id: cicc, name: Children in Care Council, type: young-people}
boards:
  - {id: board, name: Corporate Parenting Panel}
consulted:
  - who: Children in Care Council
    kind: young-people
    on: January 2026
    heard: They wanted fewer words.
    changed: The strategy is ten pages long.
"""
MEASURES = """\
kind: measures
measures:
  - id: near
    title: Children who live within 20 miles of home
    unit: percent
    better: higher
    outcomes: [o1]
    owner: Placements service
    frequency: yearly
    lag: 8 months
    baseline: {period: year ending March 2024, value: 71}
    target: {value: 80, by: March 2028}
    tolerance: 2
    readings:
      - {period: year ending March 2024, value: 71}
      - {period: year ending March 2025, value: 70}
  - id: dental
    title: Children seen by a dentist
    unit: percent
    better: higher
    outcomes: [o2]
    owner: Named nurse
    frequency: quarterly
    baseline: {period: Q4 2025/26, value: 64}
    target: {value: 80, by: March 2028}
    readings:
      - {period: Q4 2025/26, value: 64}
      - {period: Q1 2026/27, value: 66}
  - id: heard
    title: Children who say that they are listened to
    type: context
    unit: percent
    better: higher
    outcomes: [o3]
"""
HEAD = f"""\
kind: plan
id: home
title: Home and health delivery plan
organisation: ecc
status: approved
approval: {{by: board, on: {THIS_MORNING}}}
period: October 2026 to September 2028
sponsor: Director for children's services
reports_to: [board]
summary: More homes near the people that children know, and a dentist for every child.
equality: Each return shows disabled children apart where numbers allow.
consulted:
  - who: Children in Care Council
    kind: young-people
    on: June 2026
    heard: They wanted to stay at their school when they move.
    changed: The first action counts homes within reach of each school.
    actions: [home-01]
"""
ACTIONS = {
    "home-01": """\
    title: Open two homes for children within reach of their schools
    outcomes: [o1]
    recommendations: [r1]
    lead: Placements service
    start: October 2026
    due: June 2027
    success: Two homes are registered by 30 June 2027.
    measures: [near]
    milestones:
      - {id: sites, title: Both sites are bought, due: January 2027}
    resources: {status: funded, amount: 900000, funding: Capital programme}
""",
    "home-02": """\
    title: See every child's teeth twice a year
    outcomes: [o2]
    lead: {role: Named nurse, organisation: icb}
    partners: [ecc]
    start: October 2026
    due: six-monthly
    review: October 2027
    measures: [dental]
    resources: {status: existing}
""",
    "home-03": """\
    title: Answer what each child asks of a review within ten days
    outcomes: [o3]
    promises: [p1]
    lead: Independent Review Service
    partners: [cicc]
    due: ongoing, review March 2027
    success: Nine in ten answers came within ten days in the count of 31 March 2027.
    depends_on: [home-01]
""",
}


def texts(head: str = HEAD, actions: dict[str, str] = ACTIONS) -> dict[str, str]:
    listed = "".join(f"  - id: {name}\n{fields}" for name, fields in actions.items())
    plan = f"{head}actions:\n{listed}"
    return {"plans/home.yaml": plan, "plans/measures.yaml": MEASURES, "plans/strategy.yaml": STRATEGY}


def serious(texts: dict[str, str], as_at: date = THIS_MORNING) -> list[str]:
    """The findings above a note, in words."""
    report = judge_texts(dict(texts), as_at)
    return [f"{found.level}[{found.rule}] {found.message}" for found in report.diagnostics if found.level != "note"]


@pytest.mark.parametrize("days", [0, 1, 31])
def test_nothing_above_a_note_is_found_while_the_first_update_is_not_yet_due(days: int) -> None:
    assert serious(texts(), THIS_MORNING + timedelta(days=days)) == []


def test_updates_are_owed_once_their_time_has_come() -> None:
    later = serious(texts(), date(2027, 3, 17))
    assert [line for line in later if "update-owed" in line and "home-01" in line]


@pytest.mark.parametrize(
    ("action", "line", "rule"),
    [
        ("home-01", "    outcomes: [o1]\n", "action-without-outcome"),
        ("home-01", "    lead: Placements service\n", "no-lead"),
        ("home-01", "    due: June 2027\n", "no-due-date"),
        ("home-02", "    measures: [dental]\n", "no-measure"),
    ],
)
def test_a_plan_cannot_be_approved_half_written(action: str, line: str, rule: str) -> None:
    assert line in ACTIONS[action]
    if rule in RULES:
        short = {**ACTIONS, action: ACTIONS[action].replace(line, "")}
        assert [line for line in serious(texts(actions=short)) if line.startswith(f"error[{rule}] {action}")]


def test_what_cannot_exist_yet_is_never_an_error() -> None:
    unasked = HEAD[: HEAD.index("consulted:")]
    assert [line.split()[0] for line in serious(texts(head=unasked))] == ["warning[no-young-voice]"]
