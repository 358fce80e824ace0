"""Lists in every format and width, against the output they should give; and none disagrees with coverage."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coparent.coverage import coverage_of, survey_of
from coparent.documents.snapshot import Snapshot
from coparent.documents.tree import PlanTree
from coparent.progress import progress_of
from coparent.tables.filters import Filters
from coparent.tables.listing import write_listing
from coparent.tables.lists import LISTS, list_as
from coparent.tables.measures import sparkline
from coparent.tables.style import TableStyle
from coparent.text.cells import measure
from coparent.workspace import Workspace, assemble
from tests.tables.everything import TEXTS
from tests.tables.expected import expect
from tests.tables.test_coverage import workspaces
from tests.workspaces import AS_AT, SMALLEST

PLANS = Path(__file__).parents[2] / "plans"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ALL = Filters()
TERMINALS = (40, 55, 60, 80, 100, 120, 200)
STYLES = {
    **{f"list-{name}-{width}.txt": (name, "text", TableStyle(width)) for name in LISTS for width in (60, 80, 200)},
    **{f"list-{name}.json": (name, "json", TableStyle()) for name in LISTS},
    **{f"list-{name}.csv": (name, "csv", TableStyle()) for name in LISTS},
    **{f"list-{name}.md": (name, "markdown", TableStyle()) for name in LISTS},
    "list-actions-ascii.txt": ("actions", "text", TableStyle(80, ascii=True)),
    "list-measures-ascii.txt": ("measures", "text", TableStyle(80, ascii=True)),
    "list-actions-colour.txt": ("actions", "text", TableStyle(80, colour=True)),
    "list-measures-colour.txt": ("measures", "text", TableStyle(120, colour=True)),
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """A workspace with everything that a list has to lay out."""
    made = assemble(TEXTS, AS_AT)
    assert not made.diagnostics
    return made


def ids(workspace: Workspace, name: str = "actions", filters: Filters = ALL) -> list[str]:
    """The ids that a list holds."""
    return [str(item["id"]) for item in list_as(name, workspace, filters).items]


@pytest.mark.parametrize("name", STYLES)
def test_a_list_looks_as_it_should(name: str, workspace: Workspace) -> None:
    listed, form, style = STYLES[name]
    expect(name, write_listing(list_as(listed, workspace, ALL), form, style))


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("name", ["measures", "risks", "organisations"])
def test_our_own_plans_look_as_they_should(name: str, width: int) -> None:
    tree = PlanTree(PLANS)
    shipped = assemble(Snapshot(tree), date(2026, 11, 30), tree.exists)
    expect(f"list-plans-{name}-{width}.txt", write_listing(list_as(name, shipped, ALL), "text", TableStyle(width)))


@pytest.mark.parametrize("width", TERMINALS)
@pytest.mark.parametrize("name", LISTS)
def test_no_line_is_wider_than_the_terminal(name: str, width: int, workspace: Workspace) -> None:
    for line in write_listing(list_as(name, workspace, ALL), "text", TableStyle(width)).splitlines():
        assert measure(line) <= width, line


@pytest.mark.parametrize("width", TERMINALS)
@pytest.mark.parametrize("name", LISTS)
def test_colour_adds_nothing_but_colour(name: str, width: int, workspace: Workspace) -> None:
    listing = list_as(name, workspace, ALL)
    coloured = write_listing(listing, "text", TableStyle(width, colour=True))
    assert COLOUR.sub("", coloured) == write_listing(listing, "text", TableStyle(width))


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
@pytest.mark.parametrize("name", LISTS)
def test_a_plain_console_and_a_terminal_are_safe(name: str, form: str, workspace: Workspace) -> None:
    listing = list_as(name, workspace, ALL)
    assert write_listing(listing, form, TableStyle(80, ascii=True)).isascii()
    shown = write_listing(listing, form, TableStyle(80))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", shown)


def test_a_spreadsheet_takes_no_title_for_a_formula(workspace: Workspace) -> None:
    rows = list(csv.DictReader(io.StringIO(write_listing(list_as("actions", workspace, ALL), "csv", TableStyle()))))
    hostile = next(row for row in rows if row["id"] == "a2")
    assert hostile["title"].startswith("'=")
    assert hostile["lead"] == "'-Team"


def test_actions_still_to_be_done_come_first_by_the_end_of_their_dates(workspace: Workspace) -> None:
    assert ids(workspace) == ["a3", "a1", "a7", "h1", "a2", "a6", "a4", "a5"]


def test_a_value_is_what_the_command_line_documents(workspace: Workspace) -> None:
    listed = json.loads(write_listing(list_as("actions", workspace, Filters(outcome=("o1",))), "json", TableStyle()))
    assert listed == {
        "format": 1,
        "as_at": "2026-09-30",
        "actions": [
            {
                "id": "a1",
                "ref": "1.1",
                "title": listed["actions"][0]["title"],
                "plan": "home-plan",
                "organisation": "ecc",
                "lead": "Head of placements",
                "outcomes": ["o1", "o3"],
                "priorities": ["home"],
                "stage": "in-progress",
                "rating": "red",
                "due": {"written": "August 2026", "start": "2026-08-01", "end": "2026-08-31", "original": "June 2026"},
                "late_by_days": 153,
                "last_update": "2026-08-31",
            }
        ],
    }


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(stage=("complete",)), ["a4"]),
        (Filters(stage=("complete", "superseded")), ["a4", "a5"]),
        (Filters(rating=("amber",)), ["a7", "a5"]),
        (Filters(lead=("voice TEAM",)), ["a6", "a4", "a5"]),
        (Filters(lead=("nursing",)), ["a1"]),
        (Filters(organisation=("north",)), ["a1", "a7"]),
        (Filters(organisation=("districts",)), ["a1", "a7"]),
        (Filters(organisation=("icb",)), ["a1", "h1"]),
        (Filters(plan=("health",)), ["h1"]),
        (Filters(board=("board",), rating=("red",)), ["a1"]),
        (Filters(outcome=("o4",)), ["h1", "a5"]),
        (Filters(priority=("health",)), ["h1", "a6", "a4", "a5"]),
        (Filters(overdue=True), ["a3", "a1"]),
        (Filters(due_before=date(2026, 11, 14)), ["a3", "a1"]),
        (Filters(due_before=date(2026, 11, 15)), ["a3", "a1", "a7"]),
        (Filters(due_before=date(2026, 11, 15), stage=("complete",)), ["a4"]),
        (Filters(stage=("cancelled",)), []),
    ],
)
def test_filters_keep_what_they_say(workspace: Workspace, filters: Filters, expected: list[str]) -> None:
    assert ids(workspace, "actions", filters) == expected


@pytest.mark.parametrize(
    ("name", "filters", "expected"),
    [
        ("measures", Filters(outcome=("o3",)), ["m2"]),
        ("measures", Filters(priority=("home",)), ["m1", "m2"]),
        ("measures", Filters(plan=("home-plan",)), ["m1", "m2"]),
        ("measures", Filters(lead=("performance",)), ["m1"]),
        ("measures", Filters(organisation=("ecc",)), []),
        ("measures", Filters(overdue=True), ["m3"]),
        ("risks", ALL, ["builder", "rain", "rain"]),
        ("risks", Filters(plan=("health",)), ["rain"]),
        ("risks", Filters(lead=("head of placements",)), ["builder"]),
        ("risks", Filters(board=("board",)), ["builder", "rain"]),
        ("risks", Filters(outcome=("o4",)), ["rain"]),
        ("risks", Filters(organisation=("icb",)), ["rain"]),
        ("organisations", Filters(plan=("health",)), ["icb"]),
        ("organisations", Filters(organisation=("districts",)), ["north", "south", "districts"]),
        ("organisations", Filters(organisation=("choir",)), ["choir"]),
        ("updates-due", Filters(lead=("voice team",)), []),
    ],
)
def test_every_list_has_filters_of_its_own(
    workspace: Workspace, name: str, filters: Filters, expected: list[str]
) -> None:
    assert ids(workspace, name, filters) == expected


def test_an_update_due_names_its_lead_and_since_when(workspace: Workspace) -> None:
    hostile, owed = list_as("updates-due", workspace, ALL).items
    assert hostile["lead"] == "-Team"
    assert (owed["id"], owed["lead"], owed["owed_since"], owed["last_update"]) == ("a3", None, "2026-09-14", None)
    assert owed["words"] == "No update has been sent yet; the first was due by 14 September 2026."


@pytest.mark.parametrize(
    ("figures", "drawn", "in_ascii"),
    [
        ([], "", ""),
        ([1], "", ""),
        ([2, 2, 2], "▅▅▅", "---"),
        ([0, 7], "▁█", "_#"),
        (list(range(20)), "▁▂▂▃▄▄▅▅▆▇▇█", "__...--===##"),
    ],
)
def test_a_sparkline_goes_from_its_lowest_to_its_highest(figures: list[float], drawn: str, in_ascii: str) -> None:
    assert sparkline(figures, TableStyle()) == drawn
    assert sparkline(figures, TableStyle(ascii=True)) == in_ascii


@settings(deadline=None, max_examples=60)
@given(workspaces())
def test_lists_count_what_coverage_counts(workspace: Workspace) -> None:
    gone = {action.id for action in progress_of(workspace).actions if not action.counts_towards_goals}
    for kind in ("outcome", "priority"):
        for goal in coverage_of(workspace).goals[kind]:
            filters = Filters(outcome=(goal.id,)) if kind == "outcome" else Filters(priority=(goal.id,))
            listed = set(ids(workspace, "actions", filters))
            assert listed - gone == {action.id for action in goal.actions}
    for covered in survey_of(workspace).organisations:
        listed = set(ids(workspace, "actions", Filters(organisation=(covered.id,))))
        assert listed - gone == {action.id for action in covered.actions}
    listed_organisations = json.loads(write_listing(list_as("organisations", workspace, ALL), "json", TableStyle()))
    counted = {
        item["id"]: (len(item["actions"]), item["leads"], item["live"])
        for item in listed_organisations["organisations"]
    }
    assert counted == {
        covered.id: (len(covered.actions), len(covered.leads), len(covered.live))
        for covered in survey_of(workspace).organisations
    }


@settings(deadline=None, max_examples=40)
@given(workspaces(), st.sampled_from(("actions", "organisations", "updates-due", "measures")))
def test_every_format_holds_the_same_rows(workspace: Workspace, name: str) -> None:
    listing = list_as(name, workspace, ALL)
    in_json = [item["id"] for item in json.loads(write_listing(listing, "json", TableStyle()))[listing.key]]
    in_csv = [row["id"] for row in csv.DictReader(io.StringIO(write_listing(listing, "csv", TableStyle())))]
    assert in_json == in_csv
    wide = write_listing(listing, "text", TableStyle(200), quiet=True).splitlines()
    in_text = [word for line in wide if (word := line.strip().partition(" ")[0]) in in_json]
    assert sorted(in_text) == sorted(in_json)
    assert listing.summary.startswith(f"{len(in_json)} " if in_json else "No ")


def test_ids_stand_in_the_order_in_which_people_count_in_every_list_and_format() -> None:
    def plan(number: int) -> str:
        action = "title: Open a home, outcomes: [o1], start: April 2026, due: March 2027, lead: Head of homes"
        actions = "".join(f"\n  - {{id: home-{number}-{n}, ref: '{number}.{n}', {action}}}" for n in (1, 11, 2, 10))
        risks = "".join(f"\n  - {{id: r{n}, title: Rain, likelihood: 2, impact: 2, status: open}}" for n in (10, 9))
        head = f"kind: plan\nid: plan-{number}\ntitle: Plan {number}\norganisation: ecc\nstatus: draft"
        return f"{head}\nrisks:{risks}\nactions:{actions}\n"

    files = {"plans/strategy.yaml": SMALLEST["strategy"]}
    for number in (10, 9):
        measured = f"{{id: m{number}, title: Moves, unit: count, better: lower}}"
        files[f"plans/plan-{number}.yaml"] = plan(number)
        files[f"plans/measures-{number}.yaml"] = f"kind: measures\nmeasures:\n  - {measured}\n"
    numbered = assemble(files, date(2026, 12, 31))
    assert not numbered.diagnostics
    counted = [f"home-{plan}-{action}" for plan in (9, 10) for action in (1, 2, 10, 11)]
    for name, wanted in {
        "actions": counted,
        "updates-due": counted,
        "risks": ["r9", "r10", "r9", "r10"],
        "measures": ["m9", "m10"],
    }.items():
        listed = list_as(name, numbered, ALL)
        assert [str(item["id"]) for item in listed.items] == wanted
        for form in ("csv", "markdown", "text"):
            written = write_listing(listed, form, TableStyle(200))
            assert re.findall(r"home-\d+-\d+|\br\d+\b|\bm\d+\b", written) == wanted, (name, form)
