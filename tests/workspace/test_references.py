"""Every id that one record names of another: found wherever a field may hold one, with its place, forwards and back."""

from datetime import date

import pytest

from coparent.diagnostics import Route
from coparent.schema.ids import Reference
from coparent.workspace import Workspace, assemble
from tests.workspaces import lay_over

AS_AT = date(2026, 9, 30)
EVERYWHERE = {
    "strategy": """\
organisation: ecc
outcomes: [{id: o1, title: x, priorities: [home]}]
promises: [{id: p1, title: x, outcomes: [o1]}]
principles: [{id: c1, title: x, outcomes: [o1]}]
recommendations: [{id: r1, title: x, by: Ofsted, on: March 2026, outcomes: [o1]}]
organisations: [{id: ecc, name: x, type: council}, {id: all, name: x, type: group, members: [ecc]}]
consulted: [{who: x, kind: carers, on: May 2026, heard: x, actions: [a1]}]
""",
    "plan": """\
organisation: ecc
partners: [icb]
approval: {by: board, on: 2026-04-01}
sponsor: {role: x, organisation: ecc}
accountable_member: x
reports_to: [board]
consulted: [{who: x, kind: carers, on: May 2026, heard: x, actions: [a1]}]
actions:
  - id: a1
    title: x
    outcomes: [o1]
    priorities: [home]
    promises: [p1]
    recommendations: [r1]
    lead: {role: x, organisation: icb}
    joint_leads: [x, {role: x, organisation: icb}]
    partners: [all]
    rescheduled: [{to: May 2027, on: 2026-05-01, reason: x, approved_by: board}]
    measures: [m1]
    milestones:
      - title: x
        due: May 2027
        organisation: icb
        rescheduled: [{to: June 2027, on: 2026-05-01, reason: x, approved_by: board}]
    depends_on: [a1]
    becomes: [a1]
    updates: [{on: 2026-09-30, stage: complete, summary: x, ask_of: board, by: {role: x, organisation: ecc}}]
risks: [{id: r, title: x, likelihood: 1, impact: 1, status: open, owner: {role: x, organisation: ecc}, actions: [a1]}]
""",
    "measures": """\
measures:
  - {id: m1, title: x, unit: count, better: higher, outcomes: [o1], owner: {role: x, organisation: ecc}}
""",
    "updates": """\
by: {role: x, organisation: ecc}
organisation: ecc
updates: [{action: a1, stage: complete, summary: x, ask_of: board, by: {role: x, organisation: icb}}]
readings: [{measure: m1, period: 2025/26, value: 1}]
""",
    "paper": """\
since: earlier
plans: [home-plan]
organisation: ecc
board: board
appendices: [{title: x, paper: earlier}]
""",
}  # fmt: skip


@pytest.fixture
def workspace() -> Workspace:
    return assemble(lay_over(EVERYWHERE), AS_AT)


def of(workspace: Workspace, kind: str) -> list[Route]:
    """The routes of every id in one kind of file, in their order."""
    found = [one.spot.place for one in workspace.references]
    return sorted((one.route for one in found if one.path == f"plans/{kind}.yaml"), key=repr)


def test_every_field_that_may_hold_an_id_is_looked_into(workspace: Workspace) -> None:
    assert workspace.diagnostics == ()
    assert len(of(workspace, "strategy")) == 7
    assert len(of(workspace, "plan")) == 23
    assert len(of(workspace, "measures")) == 2
    assert len(of(workspace, "updates")) == 6
    assert len(of(workspace, "paper")) == 5


def test_a_reference_knows_its_place_its_holder_and_whom_people_would_name(workspace: Workspace) -> None:
    def find(*route: object) -> Reference:
        (found,) = (one for one in workspace.references if one.spot.place.route == route)
        return found

    joint = find("actions", 0, "joint_leads", 1, "organisation")
    assert (joint.kind, joint.id, joint.field, joint.index) == ("organisation", "icb", "organisation", None)
    assert joint.owner is workspace.find("action", "a1")
    move = find("actions", 0, "milestones", 0, "rescheduled", 0, "approved_by")
    assert type(move.holder).__name__ == "Move"
    assert move.owner is workspace.find("action", "a1")
    partner = find("actions", 0, "partners", 0)
    assert (partner.id, partner.index) == ("all", 0)


def test_a_day_and_the_word_each_are_no_ids() -> None:
    paper = "since: 2026-06-30\norganisation: each\n"
    assert of(assemble(lay_over({"paper": paper}), AS_AT), "paper") == []


def test_backwards_every_id_knows_who_names_it(workspace: Workspace) -> None:
    assert [one.spot.place.path for one in workspace.naming["paper", "earlier"]] == ["plans/paper.yaml"] * 2
    assert len(workspace.naming["action", "a1"]) == 6
    assert sum(map(len, workspace.naming.values())) == len(workspace.references)


def test_an_id_given_twice_is_found_at_the_first_path() -> None:
    texts = lay_over({})
    texts["plans/a.yaml"] = "kind: measures\nmeasures: [{id: m1, title: First, unit: count, better: higher}]\n"
    workspace = assemble(texts, AS_AT)
    assert [record.where.path for record in workspace.records["measure"]["m1"]] == [
        "plans/a.yaml",
        "plans/measures.yaml",
    ]
    assert workspace.find("measure", "m1") is workspace.measures[0]
    assert workspace.find("measure", "none") is None


@pytest.mark.parametrize(
    ("organisation", "members"),
    [
        ("ecc", ("ecc",)),
        ("districts", ("d1", "d2")),
        ("all", ("d1", "d2", "ecc")),
        ("circle", ("ecc",)),
        ("none", ("none",)),
    ],
)
def test_a_group_stands_for_everyone_in_it(organisation: str, members: tuple[str, ...]) -> None:
    organisations = """\
organisations:
  - {id: ecc, name: x, type: council}
  - {id: d1, name: x, type: district}
  - {id: d2, name: x, type: district}
  - {id: districts, name: x, type: group, members: [d1, d2, d1]}
  - {id: all, name: x, type: group, members: [districts, ecc, d1]}
  - {id: circle, name: x, type: group, members: [round, circle]}
  - {id: round, name: x, type: group, members: [circle, ecc]}
"""
    assert assemble(lay_over({"strategy": organisations}), AS_AT).members(organisation) == members
