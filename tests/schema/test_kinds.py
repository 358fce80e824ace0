"""The list of kinds drives everything: a kind added on the spot is resolved, checked and shown like any other."""

from datetime import date
from typing import Annotated, Literal, get_args

import pytest
from pydantic import Field

from coparent.checking import check
from coparent.diagnostics import RecordName
from coparent.documents.naming import NUMBERED
from coparent.rules import RULES
from coparent.schema.fields.dates import PastDay, Period
from coparent.schema.fields.texts import Id, IdWithinFile, OutcomeId, RoleOrText, RolesOrTexts, Text
from coparent.schema.ids import is_known_by_id, kind_of
from coparent.schema.kinds import KINDS, FileKind
from coparent.schema.record import FileRecord, Record, record
from coparent.schema.shapes import Refers, shapes
from coparent.tables.record import build_sheet, find_record, record_value, write_sheet
from coparent.tables.style import TableStyle
from coparent.workspace import Workspace, assemble
from tests.workspaces import SMALLEST, Texts, lay_over

AS_AT = date(2026, 9, 30)


@record
class SiteVisit(Record):
    """One day of an inspection."""

    id: IdWithinFile = Field(description="A short name, of its own within the file.")
    on: PastDay = Field(description="The day.")
    by: RoleOrText | None = Field(default=None, description="Who came.")


@record
class Inspection(Record):
    """What an inspector looked at."""

    id: Id = Field(description="A short name.")
    title: Text = Field(description="What it is called.")
    outcomes: tuple[OutcomeId, ...] = Field(default=(), description="The outcomes it is about.")
    follows: Annotated[Text, Refers("inspection")] | None = Field(default=None, description="The one before it.")
    inspected_period: Period | None = Field(default=None, description="The time it looked at.")
    joint_leads: RolesOrTexts = Field(default=(), description="Who led it.")
    visits: tuple[SiteVisit, ...] = Field(default=(), description="Its days.")


@record
class Inspections(FileRecord):
    """A file of inspections."""

    kind: Literal["inspections"] = Field(description="What this file is.")
    inspector: RoleOrText | None = Field(description="Who inspects.")
    published: PastDay | None = Field(description="The day the findings were published.")
    inspections: tuple[Inspection, ...] = Field(default=(), description="The inspections.")


WITH_INSPECTIONS = {**KINDS, "inspections": Inspections}
SOUND = """\
kind: inspections
inspector: Ofsted
published: 2026-09-01
inspections:
  - id: visit-2023
    title: Ofsted inspection of 2023
    outcomes: [o1]
  - id: visit-2026
    title: Ofsted inspection of 2026
    follows: visit-2023
    inspected_period: {start: April 2025, end: March 2026}
    joint_leads: [Lead inspector, Head of early help]
    visits: [{id: first, on: 2026-05-01, by: Lead inspector}]
"""


def read(inspections: str) -> tuple[Workspace, Texts]:
    texts: Texts = {**lay_over({}), "plans/inspections.yaml": inspections}
    return assemble(texts, AS_AT, kinds=WITH_INSPECTIONS), texts


def findings(inspections: str) -> list[tuple[str, str]]:
    """The rule and the message of everything found in a file of inspections."""
    workspace, texts = read(inspections)
    found = check(workspace, texts).diagnostics
    return [
        (diagnostic.rule, diagnostic.message) for diagnostic in found if diagnostic.path == "plans/inspections.yaml"
    ]


def test_the_records_of_a_new_kind_are_found_by_their_ids_and_resolved() -> None:
    workspace, _ = read(SOUND)
    assert [list(file.inspections) for file in workspace.of_kind(Inspections)] == [
        [workspace.find("inspection", "visit-2023"), workspace.find("inspection", "visit-2026")]
    ]
    named_by = workspace.naming["inspection", "visit-2023"]
    assert [reference.owner for reference in named_by] == [workspace.find("inspection", "visit-2026")]
    assert "visit-2023" in {getattr(reference.owner, "id", "") for reference in workspace.naming["outcome", "o1"]}


def test_a_sound_file_of_a_new_kind_has_no_finding() -> None:
    assert findings(SOUND) == []


@pytest.mark.parametrize(
    ("written", "instead", "rule", "message"),
    [
        ("id: visit-2026", "id: visit-2023", "duplicate-id", 'an inspection already has the id "visit-2023"'),
        ("[o1]", "[o9]", "unknown-reference", 'visit-2023 "Ofsted inspection of 2023" names an outcome that there is'),
        ("follows: visit-2023", "follows: visit-2022", "unknown-reference", "names an inspection that there is not"),
        (
            "[{id: first",
            "[{id: first, on: 2026-05-02}, {id: first",
            "duplicate-id",
            "a site visit of the inspections file",
        ),
        ("on: 2026-05-01", "on: 2026-02-30", "bad-date", 'the "on" of the first visit of visit-2026'),
        ("outcomes:", "outcome:", "unknown-field", "visit-2023"),
        ("title: Ofsted inspection of 2026\n    ", "", "missing-field", 'visit-2026 has no "title"'),
        ("2023\n    outcomes", "TBC\n    outcomes", "placeholder-text", "visit-2023"),
        ("Ofsted\n", "Jane Smith\n", "lead-is-a-person", "the inspector of the inspections file looks like a person's"),
        ("[Lead inspector", "[Jane Smith", "lead-is-a-person", "the joint lead of visit-2026"),
        ("by: Lead inspector", "by: Jane Smith", "lead-is-a-person", "the reporter of the site visit of visit-2026"),
        ("Head of early help", "Lead Inspector", "near-duplicate-name", 'the role "Lead Inspector" is nearly the same'),
        ("2026-09-01", "2062-09-01", "date-in-future", 'the "published" of the inspections file is 1 September 2062'),
        ("2026-05-01", "2062-05-01", "date-in-future", 'the "on" of the site visit of visit-2026 is 1 May 2062'),
        (
            "March 2026",
            "March 2025",
            "ends-before-it-starts",
            'the inspected period of visit-2026 "Ofsted inspection of 2026" ends before it starts',
        ),
    ],
)
def test_the_faults_of_a_new_kind_are_found(written: str, instead: str, rule: str, message: str) -> None:
    assert written in SOUND
    found = dict(findings(SOUND.replace(written, instead)))
    assert message in found[rule]


def test_a_finding_names_the_kind_of_its_record_not_of_its_list() -> None:
    workspace, texts = read(SOUND.replace("2026-05-01", "2062-05-01"))
    found = [found for found in check(workspace, texts).diagnostics if found.rule == "date-in-future"]
    assert [(finding.record, finding.field) for finding in found] == [(RecordName("site-visit", "first"), "on")]


@pytest.mark.parametrize("field", ["inspector: Ofsted\n", "published: 2026-09-01\n"])
def test_what_a_file_of_a_new_kind_lacks_hides_nothing_else(field: str) -> None:
    faulty = SOUND.replace(field, "").replace("title: Ofsted inspection of 2023", "title: Inspection TBC")
    name = field.split(":", 1)[0]
    assert [(rule, message) for rule, message in findings(faulty) if rule != "placeholder-text"] == [
        ("missing-field", f'the inspections file has no "{name}"')
    ]
    assert "placeholder-text" in dict(findings(faulty))


@pytest.mark.parametrize("asked", ["visit-2026", "inspection/visit-2026", "inspections/visit-2026"])
def test_a_record_of_a_new_kind_is_shown(asked: str) -> None:
    workspace, _ = read(SOUND)
    found, style = find_record(workspace, asked), TableStyle(100)
    shown = write_sheet(build_sheet(workspace, found, "plans/inspections.yaml:6", style), "text", style)
    assert "Ofsted inspection of 2026\ninspection visit-2026, plans/inspections.yaml:6" in shown
    assert "visit-2023" in shown
    value = record_value(workspace, find_record(workspace, "visit-2023"), "plans/inspections.yaml", 3)
    assert value["named_by"] == [
        {"kind": "inspection", "id": "visit-2026", "field": "follows", "path": "plans/inspections.yaml"}
    ]


def test_a_new_kind_is_offered_where_a_kind_is_misspelt() -> None:
    assert findings(SOUND.replace("kind: inspections", "kind: inspection"))[0][0] == "unknown-kind"
    workspace, _ = read("kind: inspektions\n")
    assert "write  kind: inspections" in [diagnostic.help for diagnostic in workspace.diagnostics]


@pytest.mark.parametrize("kind", KINDS)
def test_the_manual_of_an_unknown_kind_lists_every_kind(kind: str) -> None:
    assert kind in RULES["unknown-kind"].page.what


def test_a_new_kind_leaves_no_trace() -> None:
    read(SOUND)
    workspace = assemble({**lay_over({}), "plans/inspections.yaml": SOUND}, AS_AT)
    assert [diagnostic.rule for diagnostic in workspace.diagnostics] == ["unknown-kind"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_that_parses_lands_in_a_collection(kind: str) -> None:
    workspace = assemble(lay_over({kind: ""}), AS_AT)
    assert [file.where.path for file in workspace.of_kind(KINDS[kind])] == [f"plans/{kind}.yaml"]
    again: Texts = {**lay_over({kind: ""}), "plans/zebra.yaml": SMALLEST[kind]}
    workspace = assemble(again, AS_AT)
    assert {file.where.path for file in (*workspace.files, *workspace.surplus)} == set(again)
    surplus = [file.where.path for file in workspace.surplus]
    assert surplus == [diagnostic.path for diagnostic in workspace.diagnostics]


def test_the_words_for_kinds_are_those_of_their_classes() -> None:
    assert list(KINDS) == list(get_args(FileKind))
    assert {kind: kind_of(record_class) for kind, record_class in KINDS.items()} == {kind: kind for kind in KINDS}
    assert {kind: shapes(record_class)["kind"].is_needed for kind, record_class in KINDS.items()} == dict.fromkeys(
        KINDS, True
    )


def test_the_reader_numbers_just_the_records_whose_ids_are_only_their_files() -> None:
    for record_class in every_class():
        for shape in shapes(record_class).values():
            if shape.is_list and shape.record is not None:
                is_numbered = not issubclass(record_class, FileRecord) or shape.name in NUMBERED
                assert is_known_by_id(shape.record) is not is_numbered, shape.name


def test_a_stray_id_gives_its_name_to_no_record_that_has_none() -> None:
    overlay = "glossary: [{id: o3, title: Dentists, short: EHE, long: Elective home education}]"
    texts = lay_over({"settings": overlay})
    messages = [diagnostic.message for diagnostic in assemble(texts, AS_AT).diagnostics]
    assert messages
    assert all(message.startswith("the first glossary entry of the settings file") for message in messages)


def every_class() -> set[type[Record]]:
    """Every class of record that some kind of file may hold."""
    found: set[type[Record]] = set()
    waiting: list[type[Record]] = list(KINDS.values())
    while waiting:
        record_class = waiting.pop()
        if record_class not in found:
            found.add(record_class)
            waiting += [shape.record for shape in shapes(record_class).values() if shape.record is not None]
    return found
