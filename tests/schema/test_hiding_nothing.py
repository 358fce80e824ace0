"""One bad thing hides nothing else: however many faults a file has, each is reported, and nothing that only follows."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coparent.workspace import Workspace, assemble
from tests.schema.findings import ACTION, PLAN, find_faults, pointed_at

EIGHT = """\
kind: plan
id: home
title: Home plan
organisation: ecc
status: aproved
partners: icb
actions:
  - id: Home 01
    title: Open two homes
    outcomes: [o1]
  - id: home-02
    title: Open two more
    due: 2026-02-30
    lead: {rol: Head of homes}
    milestones:
      - id: site
        title: Site agreed
  - id: home-03
    title: ""
    updates:
      - {on: 2026-03-31, stage: completed, summary: Done}
"""


def test_eight_faults_of_one_file_are_eight_findings_each_in_its_place() -> None:
    assert [(one.line, one.column, one.end_column, one.rule, one.shown) for one in find_faults(EIGHT)] == [
        (5, 9, 16, "unknown-value", "aproved"),
        (6, 11, 14, "wrong-type", "icb"),
        (8, 9, 16, "bad-id", "Home 01"),
        (13, 10, 20, "bad-date", "2026-02-30"),
        (14, 12, 15, "unknown-field", "rol"),
        (16, 13, 17, "missing-field", "site"),
        (19, 12, 14, "empty-text", '""'),
        (21, 33, 42, "unknown-value", "completed"),
    ]


def test_the_same_eight_are_found_in_a_file_written_on_windows() -> None:
    places = [(one.line, one.column, one.end_column, one.rule) for one in find_faults(EIGHT)]
    assert [
        (one.line, one.column, one.end_column, one.rule) for one in find_faults(EIGHT.replace("\n", "\r\n"))
    ] == places


SOUND = """\
kind: plan
id: home
title: Home plan
organisation: ecc
status: draft
basis: derived
period: {start: April 2026, end: March 2027}
sponsor: {role: Director, organisation: ecc}
approval:
  by: board
  on: 2026-04-01
partners: [icb]
summary:
  - one
  - two
  - three
consulted:
  - who: Care leavers
    kind: young-people
    on: May 2026
    heard: They want a say.
    told: 2026-06-01
actions:
  - id: home-01
    title: Open two homes
    outcomes: [o1, o2]
    lead: {role: Head of homes}
    joint_leads:
      - Health
      - role: Schools
        organisation: virtual
    due: March 2027
    rescheduled:
      - to: June 2027
        on: 2026-05-01
        reason: Planning
    milestones:
      - id: site
        title: Site agreed
        due: October 2026
        done: 2026-10-01
      - id: roof
        title: Roof on
        due: January 2027
    resources: {status: funded, amount: 1200}
    sources:
      - title: Minutes
        url: https://www.essex.gov.uk/minutes
      - title: Form
        held_by: The clerk
    updates:
      - on: 2026-06-30
        stage: in-progress
        rating: green
        percent: 40
        summary: Under way.
      - on: 2026-09-30
        stage: complete
        summary: Open.
  - id: home-02
    title: Open two more
risks:
  - {id: rain, title: Rain, likelihood: 3, impact: 2, status: open}
"""

FAULTS = [
    ("status: draft", "status: ready", "unknown-value", "ready"),
    ("title: Home plan", "title: ''", "empty-text", "''"),
    ("organisation: ecc\nstatus", "organization: ecc\nstatus", "unknown-field", "organization"),
    ("basis: derived", "basis: made up", "unknown-value", "made up"),
    ("start: April 2026", "start: soon", "bad-timescale", "soon"),
    ("end: March 2027}", "end: 2027-02-30}", "bad-date", "2027-02-30"),
    ("sponsor: {role: Director", "sponsor: {rolle: Director", "unknown-field", "rolle"),
    ("by: board", "by: [board]", "wrong-type", "[board]"),
    ("on: 2026-04-01", "on: in May", "bad-date", "in May"),
    ("partners: [icb]", "partners: icb", "wrong-type", "icb"),
    ("  - one", "  -", "empty-text", "-"),
    ("  - three", "  - [three]", "wrong-type", "[three]"),
    ("kind: young-people", "kind: kids", "unknown-value", "kids"),
    ("    on: May 2026\n", "", "missing-field", "who"),
    ("told: 2026-06-01", "told: 2026-06-31", "bad-date", "2026-06-31"),
    ("outcomes: [o1, o2]", "outcomes: [[o1], o2]", "wrong-type", "[o1]"),
    ("lead: {role: Head of homes}", "lead: {organisation: ecc}", "missing-field", "lead"),
    ("- Health", "- ''", "empty-text", "''"),
    ("role: Schools", "role: {a: b}", "wrong-type", "role"),
    ("due: March 2027\n", "due: Q3 2026\n", "bad-timescale", "Q3 2026"),
    ("on: 2026-05-01", "on: 1 May", "bad-date", "1 May"),
    ("reason: Planning", "reason:", "missing-field", "reason"),
    ("id: site", "id: Site 1", "bad-id", "Site 1"),
    ("done: 2026-10-01", "done: yes", "bad-date", "yes"),
    ("        due: January 2027\n", "", "missing-field", "roof"),
    ("status: funded", "status: paid", "unknown-value", "paid"),
    ("amount: 1200", "amount: -1", "out-of-range", "-1"),
    ("https://www.essex.gov.uk/minutes", "www.essex.gov.uk", "bad-link", "www.essex.gov.uk"),
    ("        held_by: The clerk\n", "", "bad-link", "title"),
    ("stage: in-progress", "stage: on track", "unknown-value", "on track"),
    ("rating: green", "rating: blue", "unknown-value", "blue"),
    ("percent: 40", "percent: 140", "out-of-range", "140"),
    ("summary: Open.", "sumary: Open.", "unknown-field", "sumary"),
    ("  - id: home-02\n    title: Open two more", "  - home-02", "wrong-type", "home-02"),
    ("likelihood: 3", "likelihood: high", "wrong-type", "high"),
    ("impact: 2", "impact: 9", "out-of-range", "9"),
    ("status: open}", "status: open, owner: {}}", "missing-field", "owner"),
    ("risks:\n", "likelihood: 3\nrisks:\n", "unknown-field", "likelihood"),
]


def test_the_text_the_faults_are_put_into_is_sound() -> None:
    assert find_faults(SOUND) == []
    for sound, *_ in FAULTS:
        assert SOUND.count(sound) == 1, sound


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[2]} in {fault[0].strip()}")
def test_each_fault_alone_is_one_finding(fault: tuple[str, str, str, str]) -> None:
    sound, faulty, rule, shown = fault
    assert pointed_at(SOUND.replace(sound, faulty)) == [(rule, shown)]


@given(st.lists(st.sampled_from(FAULTS), min_size=2, unique=True))
@settings(max_examples=60, deadline=None)
def test_any_faults_together_are_all_found_and_nothing_else(faults: list[tuple[str, str, str, str]]) -> None:
    text = SOUND
    for sound, faulty, _, _ in faults:
        text = text.replace(sound, faulty)
    assert sorted(pointed_at(text)) == sorted((rule, shown) for *_, rule, shown in faults)


def test_all_faults_together_are_all_found() -> None:
    text = SOUND
    for sound, faulty, _, _ in FAULTS:
        text = text.replace(sound, faulty)
    assert sorted(pointed_at(text)) == sorted((rule, shown) for *_, rule, shown in FAULTS)


STRATEGY = """\
kind: strategy
id: strategy
title: Strategy
organisation: ecc
period: April 2026 to March 2030
priorities:
  - {id: home, title: A home that suits me}
outcomes:
  - {id: o1, title: Children live near those they know, priorities: [home]}
organisations:
  - {id: ecc, name: The county council, type: council}
"""


@pytest.mark.parametrize(
    ("sound", "faulty", "finding"),
    [
        ("id: strategy\n", "", ("missing-field", "kind")),
        ("title: Strategy", "title: [x]", ("wrong-type", "[x]")),
        ("organisation: ecc", "organisation:", ("missing-field", "organisation")),
        ("April 2026 to March 2030", "ongoing", ("bad-timescale", "ongoing")),
        ("  - {id: home, title: A home that suits me}\n", "", ("missing-field", "priorities")),
        ("priorities:\n  - {id: home, title: A home that suits me}", "priorities: []", ("missing-field", "[]")),
        ("{id: home,", "{id: Home,", ("bad-id", "Home")),
        ("{id: o1, title: Children live near those they know, priorities: [home]}", "o1", ("wrong-type", "o1")),
        ("type: council", "type: counsil", ("unknown-value", "counsil")),
        (
            "organisations:\n  - {id: ecc, name: The county council, type: council}",
            "organisations: ecc",
            ("wrong-type", "ecc"),
        ),
    ],
)
def test_a_needed_field_at_fault_leaves_the_rest_of_the_file_to_be_judged(
    sound: str, faulty: str, finding: tuple[str, str]
) -> None:
    text = STRATEGY.replace(sound, faulty) + "boards: [{id: B, name: Board}]\nconsulted: x\n"
    assert sorted(pointed_at(text)) == sorted([finding, ("bad-id", "B"), ("wrong-type", "x")])
    workspace = alone(text)
    assert workspace.strategy is not None
    assert workspace.broken == ("plans/x.yaml",)


def test_what_stands_in_for_a_list_is_not_counted() -> None:
    strategy = alone(STRATEGY.replace("{id: home,", "{id: Home,")).strategy
    assert strategy is not None
    assert strategy.priorities == ()
    assert [outcome.id for outcome in strategy.outcomes] == ["o1"]


@pytest.mark.parametrize(
    ("text", "broken_ids", "kept"),
    [
        (ACTION.replace("home-03", "Home 3"), {"Home 3"}, []),
        (f"{ACTION}    duue: x\n", set(), ["home-03"]),
        (f"{ACTION}  - {{id: home-04}}\n", {"home-04"}, ["home-03"]),
        (
            f"{ACTION}  - {{id: home-04, title: x, milestones: [{{id: m1, title: y}}]}}\n",
            {"m1"},
            ["home-03", "home-04"],
        ),
        (f"{ACTION}  - {{id: home-04, title: x, due: soon}}\n", set(), ["home-03", "home-04"]),
        (f"{PLAN}actions: {{id: a1}}\n", {"a1"}, []),
        (PLAN.replace("kind: plan", "kind: plans"), {"home"}, []),
        (f"{PLAN}actions: [{{id: a1, titel: x}}, {{id: a2, title: y}}]\n", {"a1"}, ["a2"]),
    ],
)
def test_what_is_cut_out_leaves_its_id_behind(text: str, broken_ids: set[str], kept: list[str]) -> None:
    workspace = alone(text)
    assert workspace.broken_ids == broken_ids
    assert [action.id for action in workspace.actions] == kept


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [
        (f"{ACTION}    group: ''\n", False),
        (f"{ACTION}    due: soon\n", False),
        (f"{ACTION}    duue: x\n", True),
        (f"{ACTION}    outcomes: o1\n", True),
        (f"{ACTION}    outcomes: ['']\n", True),
        (f"{ACTION}    lead: [x]\n", True),
        (f"{ACTION}    milestones: [x]\n", True),
        (PLAN.replace("status: draft", "status: ready"), True),
        (f"{ACTION}    outcomes: *all\n", True),
        (f"{ACTION}    outcomes: [o1]\n    outcomes: [o2]\n", True),
        (f"{ACTION}    group: *all\n", False),
        (f"{ACTION}    outcomes: &all [o1]\n", False),
        (f"{ACTION}    <<: *all\n", True),
        (f"{ACTION}---\n{ACTION}", True),
    ],
)
def test_a_file_is_broken_where_something_could_look_absent_that_is_not(text: str, is_broken: bool) -> None:
    assert alone(text).broken == (("plans/x.yaml",) if is_broken else ())


def test_a_field_the_reader_refused_is_not_reported_again_as_missing() -> None:
    assert pointed_at(PLAN.replace("draft", "*all")) == [("not-supported-yaml", "*all")]
    assert pointed_at(PLAN.replace("kind: plan", "kind: *plan")) == [("not-supported-yaml", "*plan")]
    assert pointed_at(f"{PLAN}status: ready\n") == [("duplicate-field", "status")]
    assert pointed_at(f"{ACTION}    outcomes: [o1, *all]\n") == [("not-supported-yaml", "*all")]


def test_what_the_reader_finds_is_reported_where_the_kind_is_not_known() -> None:
    assert pointed_at("kind: plna\nid: a\nid: b\nx: *y\n") == [
        ("unknown-kind", "plna"),
        ("duplicate-field", "id"),
        ("not-supported-yaml", "*y"),
    ]


@pytest.mark.parametrize("field", ["due", "outcomes", "milestones"])
def test_a_field_is_whole_unless_something_had_to_be_cut_out_of_it(field: str) -> None:
    workspace = alone(f"{ACTION}    due: soon\n    outcomes: [o1, '']\n    milestones: [{{title: x}}]\n    group: x\n")
    (action,) = workspace.actions
    assert not workspace.is_whole(action, field)
    assert not workspace.is_whole(action, "group", field)
    assert workspace.is_whole(action, "group", "updates")


def test_a_list_is_whole_where_only_something_inside_an_item_was_cut() -> None:
    workspace = alone(f"{ACTION}    milestones: [{{title: x, due: May 2027, done: never}}]\n")
    (action,) = workspace.actions
    assert workspace.is_whole(action, "milestones")
    assert not workspace.is_whole(action.milestones[0], "done")


def alone(text: str) -> Workspace:
    return assemble({"plans/x.yaml": text}, date(2026, 9, 30))
