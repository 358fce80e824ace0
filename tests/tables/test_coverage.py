"""Coverage in every format, against the output it should give; and no format ever disagrees with another."""

import csv
import io
import json
import re
from datetime import date
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coparent.coverage import GOAL_KINDS, Survey, coverage_of, survey_of
from coparent.tables.coverage import FORMATS, write
from coparent.tables.coverage.wording import CoverageRequest
from coparent.tables.style import TableStyle
from coparent.text.cells import measure
from coparent.text.sentences import plural
from coparent.workspace import Workspace, assemble
from coparent.workspace.audience import Audience, for_audience
from tests.tables.expected import expect
from tests.tables.gaps import TEXTS
from tests.workspaces import AS_AT, lay_over

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
SHORT, BY_OUTCOME, BY_ORGANISATION, MATRIX = (
    CoverageRequest(),
    CoverageRequest("outcome"),
    CoverageRequest("organisation"),
    CoverageRequest(matrix=True),
)

STYLES = {
    "coverage-60.txt": ("text", SHORT, TableStyle(60)),
    "coverage-80.txt": ("text", SHORT, TableStyle(80)),
    "coverage-200.txt": ("text", SHORT, TableStyle(200)),
    "coverage-colour.txt": ("text", SHORT, TableStyle(80, colour=True)),
    "coverage-ascii.txt": ("text", SHORT, TableStyle(80, ascii=True)),
    "coverage-by-outcome-60.txt": ("text", BY_OUTCOME, TableStyle(60)),
    "coverage-by-outcome-80.txt": ("text", BY_OUTCOME, TableStyle(80)),
    "coverage-by-organisation-60.txt": ("text", BY_ORGANISATION, TableStyle(60)),
    "coverage-by-organisation-80.txt": ("text", BY_ORGANISATION, TableStyle(80)),
    "coverage-matrix-60.txt": ("text", MATRIX, TableStyle(60)),
    "coverage-matrix-80.txt": ("text", MATRIX, TableStyle(80)),
    "coverage.json": ("json", SHORT, TableStyle()),
    "coverage.csv": ("csv", SHORT, TableStyle()),
    "coverage-by-organisation.csv": ("csv", BY_ORGANISATION, TableStyle()),
    "coverage-matrix.csv": ("csv", MATRIX, TableStyle()),
    "coverage.md": ("markdown", SHORT, TableStyle()),
    "coverage-by-outcome.md": ("markdown", BY_OUTCOME, TableStyle()),
    "coverage-by-organisation.md": ("markdown", BY_ORGANISATION, TableStyle()),
    "coverage-matrix.md": ("markdown", MATRIX, TableStyle()),
}


@pytest.fixture(scope="module")
def survey() -> Survey:
    """The coverage of a workspace with every kind of gap."""
    return survey_of(assemble(TEXTS, AS_AT))


@pytest.mark.parametrize("name", STYLES)
def test_coverage_looks_as_it_should(name: str, survey: Survey) -> None:
    format_, asked, style = STYLES[name]
    expect(name, write(survey, format_, asked, style))


@pytest.mark.parametrize("width", [40, 48, 60, 80, 100, 200])
@pytest.mark.parametrize("asked", [SHORT, BY_OUTCOME, BY_ORGANISATION, MATRIX, CoverageRequest("principle")])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(
    width: int, asked: CoverageRequest, survey: Survey
) -> None:
    for line in write(survey, "text", asked, TableStyle(width)).splitlines():
        assert measure(line) <= width, line
        assert line == line.rstrip()


@pytest.mark.parametrize("asked", [SHORT, BY_OUTCOME, BY_ORGANISATION, MATRIX])
def test_colour_adds_nothing_but_colour(asked: CoverageRequest, survey: Survey) -> None:
    coloured = write(survey, "text", asked, TableStyle(80, colour=True))
    assert COLOUR.sub("", coloured) == write(survey, "text", asked, TableStyle(80))
    assert coloured != COLOUR.sub("", coloured)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("asked", [SHORT, BY_OUTCOME, BY_ORGANISATION, MATRIX])
def test_a_console_with_nothing_but_ascii_gets_nothing_else(
    format_: str, asked: CoverageRequest, survey: Survey
) -> None:
    assert write(survey, format_, asked, TableStyle(80, ascii=True)).isascii()


@pytest.mark.parametrize("format_", FORMATS)
def test_a_strategy_that_could_not_be_read_leaves_nothing_to_lay_out(format_: str) -> None:
    nothing = survey_of(assemble({}, AS_AT), incomplete=True)
    for asked in (SHORT, BY_OUTCOME, BY_ORGANISATION, MATRIX):
        assert write(nothing, format_, asked, TableStyle())


def test_what_a_plan_says_can_neither_colour_nor_move_the_cursor() -> None:
    texts = lay_over({"strategy": 'title: "Red \\x1b[31m title"\noutcomes: [{id: o1, title: "A\\u202eB"}]'})
    for format_ in FORMATS:
        written = write(survey_of(assemble(texts, AS_AT)), format_, SHORT, TableStyle())
        assert "\x1b" not in written
        assert "\u202e" not in written


# Every format counts the same.

NAMES = {
    "outcome": ("o1", "o2", "o3", "o4"),
    "priority": ("home", "health"),
    "promise": ("p1", "p2"),
    "principle": ("views",),
    "recommendation": ("r1", "r2"),
}
BODIES = ("ecc", "icb", "north", "south", "districts")
STAGES = ("not-started", "in-progress", "complete", "paused", "carried-forward", "superseded", "cancelled")


def some(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=3)


@st.composite
def goals(draw: st.DrawFn, /, kind: str, **more: object) -> list[dict[str, object]]:
    through = kind not in ("outcome", "priority")
    return [
        {
            "id": name,
            "title": f"Goal {name}",
            **({"outcomes": draw(some(NAMES["outcome"]))} if through else {}),
            **({"priorities": draw(some(NAMES["priority"]))} if kind == "outcome" else {}),
            **(
                {"needs": {"actions": draw(st.integers(0, 3)), "organisations": draw(st.integers(0, 3))}}
                if kind == "outcome" and draw(st.booleans())
                else {}
            ),
            **({"accepted_gap": {"reason": "Known.", "until": "2027"}} if draw(st.booleans()) else {}),
            **more,
        }
        for name in NAMES[kind]
    ]


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    """A workspace with a few goals, and a few actions that serve any of them."""
    strategy = {
        "priorities": draw(goals("priority")),
        "outcomes": draw(goals("outcome")),
        "promises": draw(goals("promise")),
        "principles": draw(goals("principle")),
        "recommendations": draw(goals("recommendation", by="Ofsted", on="March 2026")),
        "organisations": [
            *({"id": name, "name": name.title(), "type": "district"} for name in BODIES[:-1]),
            {"id": "districts", "name": "Districts", "type": "group", "members": ["north", "south"]},
        ],
    }
    actions = [
        {
            "id": f"a{number}",
            "title": "Open two homes",
            "outcomes": draw(some(NAMES["outcome"])),
            "priorities": draw(some(NAMES["priority"])),
            "promises": draw(some(NAMES["promise"])),
            "recommendations": draw(some(NAMES["recommendation"])),
            "partners": draw(some(BODIES)),
            "lead": {"role": "Homes", "organisation": draw(st.sampled_from(BODIES))},
            "due": draw(st.sampled_from(("March 2026", "March 2027", "March 2030", "ongoing", "monthly", "TBC"))),
            "visibility": draw(st.sampled_from(("public", "partner", "internal"))),
            "updates": [{"on": "2026-06-30", "stage": draw(st.sampled_from(STAGES)), "summary": "As said."}],
        }
        for number in range(draw(st.integers(0, 6)))
    ]
    status = draw(st.sampled_from(("draft", "approved")))
    overlays = {"strategy": strategy, "plan": {"actions": actions, "status": status}}
    texts = lay_over({kind: yaml.safe_dump(overlay) for kind, overlay in overlays.items()})
    workspace = assemble(texts, date(2026, 9, 30))
    assert not workspace.diagnostics
    return workspace


@settings(deadline=None, max_examples=60)
@given(workspaces(), st.sampled_from(Audience))
def test_every_format_counts_what_coverage_counts(workspace: Workspace, audience: Audience) -> None:
    survey = survey_of(workspace, audience)
    counted = coverage_of(for_audience(workspace, audience)[0])
    document = json.loads(write(survey, "json", SHORT, TableStyle()))
    rows = list(csv.DictReader(io.StringIO(write(survey, "csv", SHORT, TableStyle()))))
    for kind in GOAL_KINDS:
        expected = [
            (goal.id, goal.status.value, len(goal.actions), len(goal.live), len(goal.approved))
            for goal in counted.goals[kind]
        ]
        entries = document[plural(kind)]
        keys = ("actions", "live", "approved")
        assert [(entry["id"], entry["status"], *(entry["has"][key] for key in keys)) for entry in entries] == expected
        assert [
            (row["id"], row["status"], *(int(row[key]) for key in keys)) for row in rows if row["kind"] == kind
        ] == expected
        assert _as_text(survey, kind) == expected
        assert [len(goal.organisations) for goal in counted.goals[kind]] == [
            entry["has"]["organisations"] for entry in entries
        ]
        if kind != "principle":
            assert document["percent"][plural(kind)] == counted.percent(kind)


def _as_text(survey: Survey, kind: str) -> list[tuple[str, str, int, int, int]]:
    """What the text says of each goal of a kind: its id, its status, and how many actions, live and approved."""
    text = write(survey, "text", CoverageRequest(kind), TableStyle(200))
    sentences = re.findall(
        r"^\S (\S+)  (\w+)\n  Goal \S+\n  (?:(\d+) actions? \((\d+) live, (\d+) in approved plans\)|no action)",
        text,
        re.M,
    )
    return [
        (name, status, int(all_ or 0), int(live or 0), int(approved or 0))
        for name, status, all_, live, approved in sentences
    ]


@settings(deadline=None, max_examples=40)
@given(workspaces())
def test_a_pair_is_served_by_what_serves_both(workspace: Workspace) -> None:
    document = json.loads(write(survey_of(workspace), "json", SHORT, TableStyle()))
    serving = {(kind, goal["id"]): goal["actions"] for kind in ("priorities", "outcomes") for goal in document[kind]}
    for pair in document["matrix"]:
        own, theirs = serving["priorities", pair["priority"]], serving["outcomes", pair["outcome"]]
        assert pair["actions"] == [action for action in theirs if action in own]


@settings(deadline=None, max_examples=40)
@given(workspaces())
def test_a_group_takes_part_where_its_members_do(workspace: Workspace) -> None:
    document = json.loads(write(survey_of(workspace), "json", SHORT, TableStyle()))
    bodies = {body["id"]: body for body in document["organisations"]}
    assert set(bodies["districts"]["actions"]) == {*bodies["north"]["actions"], *bodies["south"]["actions"]}
    for body in bodies.values():
        assert set(body["leads"]) <= set(body["actions"])
        assert body["has"]["actions"] == len(body["actions"])


@settings(deadline=None, max_examples=40)
@given(workspaces())
def test_a_wider_audience_never_sees_more(workspace: Workspace) -> None:
    seen = [
        {
            goal.goal.id: len(goal.goal.actions)
            for goals in survey_of(workspace, audience).goals.values()
            for goal in goals
        }
        for audience in Audience
    ]
    for fewer, more in pairwise(seen):
        assert all(fewer[name] <= more[name] for name in fewer)
