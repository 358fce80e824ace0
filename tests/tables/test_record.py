"""One record whole, of every kind, against the output it should give."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from coparent.documents.snapshot import Snapshot
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError
from coparent.tables.formats import write_json
from coparent.tables.record import build_sheet, find_record, record_value, write_sheet
from coparent.tables.style import TableStyle
from coparent.text.cells import measure
from coparent.workspace import Workspace, assemble
from tests.tables.everything import TEXTS
from tests.tables.expected import expect
from tests.workspaces import AS_AT

PLANS = Path(__file__).parents[2] / "plans"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
EVERY_KIND = (
    "strategy", "home-plan", "a1", "a2", "a5", "m1", "m3", "o1", "o7", "home", "p1", "r1", "ecc", "districts", "board",
    "q2", "builder", "first", "second",
)  # fmt: skip
STYLES = {
    **{f"show-a1-{width}.txt": ("a1", "text", TableStyle(width)) for width in (60, 80, 200)},
    "show-a1-colour.txt": ("a1", "text", TableStyle(80, colour=True)),
    "show-a1.md": ("a1", "markdown", TableStyle()),
    "show-a2.md": ("a2", "markdown", TableStyle()),
    "show-a5-80.txt": ("a5", "text", TableStyle(80)),
    "show-m1-80.txt": ("m1", "text", TableStyle(80)),
    "show-m1-ascii.txt": ("m1", "text", TableStyle(80, ascii=True)),
    "show-o1-80.txt": ("o1", "text", TableStyle(80)),
    "show-plan-80.txt": ("home-plan", "text", TableStyle(80)),
    "show-ecc-80.txt": ("ecc", "text", TableStyle(80)),
    "show-builder-80.txt": ("builder", "text", TableStyle(80)),
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """A workspace with a record of nearly every kind."""
    return assemble(TEXTS, AS_AT)


def show(workspace: Workspace, asked: str, form: str = "text", style: TableStyle | None = None) -> str:
    """The sheet of the record that is meant."""
    chosen = style or TableStyle(80)
    return write_sheet(build_sheet(workspace, find_record(workspace, asked), "plans/here.yaml:1", chosen), form, chosen)


@pytest.mark.parametrize("name", STYLES)
def test_a_record_looks_as_it_should(name: str, workspace: Workspace) -> None:
    asked, form, style = STYLES[name]
    expect(name, show(workspace, asked, form, style))


def test_a_record_as_a_value_is_as_it_should_be(workspace: Workspace) -> None:
    expect(
        "show-a1.json",
        write_json(record_value(workspace, find_record(workspace, "a1"), "plans/plan.yaml", 8), TableStyle()),
    )


@pytest.mark.parametrize("asked", ["home-03", "spend", "o3"])
def test_our_own_plans_look_as_they_should(asked: str) -> None:
    tree = PlanTree(PLANS)
    shipped = assemble(Snapshot(tree), date(2026, 11, 30), tree.find)
    expect(f"show-plans-{asked}-80.txt", show(shipped, asked))


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("asked", EVERY_KIND)
def test_no_line_is_wider_than_the_terminal_and_colour_adds_nothing(
    asked: str, width: int, workspace: Workspace
) -> None:
    plain = show(workspace, asked, style=TableStyle(width))
    assert all(measure(line) <= width for line in plain.splitlines())
    assert COLOUR.sub("", show(workspace, asked, style=TableStyle(width, colour=True))) == plain
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", plain)


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("asked", EVERY_KIND)
def test_a_plain_console_can_show_it(asked: str, form: str, workspace: Workspace) -> None:
    assert show(workspace, asked, form, TableStyle(80, ascii=True)).isascii()


def test_what_was_not_known_on_the_day_is_not_shown(workspace: Workspace) -> None:
    assert "After the day" not in show(workspace, "a1")
    assert "2026/27" not in show(workspace, "m1")
    value = json.loads(write_json(record_value(workspace, find_record(workspace, "a1"), "", 1), TableStyle()))
    assert [update["on"] for update in value["updates"]] == ["2026-06-30", "2026-08-31"]
    assert [move["on"] for move in value["moves"]] == ["2026-06-01"]


def test_an_update_from_a_return_stands_with_the_others(workspace: Workspace) -> None:
    assert "Letters went out." in show(workspace, "a6")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("a1", ("action", "a1", "")),
        (" A1 ", ("action", "a1", "")),
        ("action/a1", ("action", "a1", "")),
        ("actions/a1", ("action", "a1", "")),
        ("1.1", ("action", "a1", "")),
        ("plan/health", ("plan", "health", "")),
        ("priority/health", ("priority", "health", "")),
        ("priorities/health", ("priority", "health", "")),
        ("health/rain", ("risk", "rain", "health")),
        ("home-plan/rain", ("risk", "rain", "home-plan")),
        ("risk/builder", ("risk", "builder", "home-plan")),
        ("second", ("milestone", "second", "home-plan")),
    ],
)
def test_a_record_is_found_by_what_people_call_it(
    workspace: Workspace, asked: str, meant: tuple[str, str, str]
) -> None:
    found = find_record(workspace, asked)
    assert (found.kind, found.id, found.within) == meant


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ("health", "write  coparent show priority/health  or  coparent show plan/health"),
        ("rain", "write  coparent show health/rain  or  coparent show home-plan/rain"),
        ("1.2", "write  coparent show h1  or  coparent show a2"),
        ("buildr", "did you mean  coparent show builder"),
        ("plan/a1", "did you mean  coparent show a1"),
        ("zzzzzz", "coparent list  shows the actions and their ids"),
    ],
)
def test_what_cannot_be_found_says_what_to_type(workspace: Workspace, asked: str, advice: str) -> None:
    with pytest.raises(CoparentError) as refused:
        find_record(workspace, asked)
    assert refused.value.advice.startswith(advice)
