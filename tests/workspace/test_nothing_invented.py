"""What is broken is absent: no finding, list or paper says anything that rests on a value which nobody wrote."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
import yaml

from coparent.checking import check
from coparent.coverage import survey_of
from coparent.diagnostics import Key, Route
from coparent.papers import SECTIONS, Source, paper_from_plans, views_of
from coparent.papers.rendering import render
from coparent.papers.template_outlines import outline
from coparent.rules import RULES
from coparent.schema.kinds import KINDS
from coparent.schema.shapes import find_field, shapes
from coparent.tables.coverage import write as write_coverage
from coparent.tables.coverage.wording import CoverageRequest
from coparent.tables.filters import Filters
from coparent.tables.listing import write_listing
from coparent.tables.lists import LISTS, list_as
from coparent.tables.record import build_sheet, find_record, write_sheet
from coparent.tables.style import TableStyle
from coparent.workspace import Workspace, assemble
from coparent.workspace.audience import Audience
from tests.tables.everything import TEXTS as EVERYTHING
from tests.workspaces import SMALLEST

AS_AT = date(2026, 9, 30)
BY_THE_PERIOD = """\
  - {id: h2, title: Train ten nurses, outcomes: [o5], lead: Nurses, start: year 1, due: year 2, measures: [m3]}
  - {id: h3, title: Publish the waits, outcomes: [o6], lead: Nurses, due: end of plan, success: They are read in 2027.}
  - {id: h4, title: Meet the dentists, outcomes: [o4], lead: Nurses, start: April 2026, due: monthly, review: May 2027,
     updates: [{on: 2026-05-31, stage: in-progress, summary: They met.}]}
"""
SETTINGS = """\
kind: settings
update_every: monthly
small_number: 5
rating: {against: original, amber_after: 10 days, red_after: 6 months, meanings: {red: Late.}}
levels: {overdue: note, unused-organisation: off}
glossary: [{short: IHA, long: initial health assessment}]
"""
TEXTS: dict[str, str] = {
    **{path: str(text) for path, text in EVERYTHING.items()},
    "plans/settings.yaml": SETTINGS,
    "plans/health.yaml": str(EVERYTHING["plans/health.yaml"]).replace("risks:", BY_THE_PERIOD + "risks:"),
    "plans/paper.yaml": f"{SMALLEST['paper']}audience: public\n",
}
NODES: dict[str, Any] = {path: yaml.compose(text) for path, text in TEXTS.items()}
STR = "tag:yaml.org,2002:str"
BREAKS = {
    "a group": yaml.MappingNode("tag:yaml.org,2002:map", [(yaml.ScalarNode(STR, "x"), yaml.ScalarNode(STR, "y"))]),
    "a list in a list": yaml.compose("[[]]"),
    "a day that is not": yaml.compose("2026-02-30"),
    "nothing": yaml.compose("~"),
    "left out": None,
}
ABSENCES = (
    "no date", "no lead", "Nobody is named", "none yet", "never", "no figure", "Untitled", "(None)",
    "None (",
)  # fmt: skip
"""What is said of a field that was left out, so that it may not be said of one that could not be read."""
STYLE = TableStyle(width=120, colour=False, ascii=False)


def routes(node: yaml.Node | None, route: Route = ()) -> Iterator[Route]:
    """Every field and item of a file."""
    if isinstance(node, yaml.MappingNode):
        inner: list[tuple[Key, yaml.Node]] = [(name.value, value) for name, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inner = list(enumerate(node.value))
    else:
        return
    for key, value in inner:
        yield (*route, key)
        yield from routes(value, (*route, key))


def broken_at(path: str, route: Route, put: yaml.Node | None) -> str:
    """A file with something else at a route."""
    root = node = deepcopy(NODES[path])
    for key in route[:-1]:
        node = node.value[key] if isinstance(key, int) else {name.value: value for name, value in node.value}[key]
    last = route[-1]
    index = last if isinstance(last, int) else [name.value for name, _ in node.value].index(last)
    if put is None:
        del node.value[index]
    else:
        node.value[index] = put if isinstance(last, int) else (node.value[index][0], put)
    return yaml.serialize(root, allow_unicode=True, width=1000)


def broken_workspaces(path: str, every: int = 1) -> Iterator[tuple[str, dict[str, str], Workspace]]:
    """The texts with each field and item of one file broken in each way in turn, what comes of them, and which."""
    kind = KINDS[{name.value: value.value for name, value in NODES[path].value}["kind"]]
    for number, route in enumerate(route for route in routes(NODES[path]) if route not in (("kind",), ("levels",))):
        shape = find_field(kind, route).field
        is_needed = shape is not None and shape.is_needed and shape.name == route[-1]
        for way, (name, put) in enumerate(BREAKS.items()):
            if (number + way) % every == 0 and (is_needed or name not in ("nothing", "left out")):
                texts = {**TEXTS, path: broken_at(path, route, put)}
                if (workspace := assemble(texts, AS_AT)).diagnostics:
                    yield f"{path} {route}: {name}", texts, workspace


def judge(workspace: Workspace, texts: dict[str, str]) -> set[tuple[str, str]]:
    """What is found besides faults of shape."""
    found = check(workspace, texts).diagnostics
    return {(one.rule, one.message) for one in found if RULES[one.rule].family not in ("reading", "shape")}


def shown(workspace: Workspace) -> str:
    """What lists, coverage, sheets and a paper of a draft say."""
    written = [
        write_listing(list_as(name, workspace, Filters()), "markdown", STYLE, "x", quiet=False) for name in LISTS
    ]
    survey = survey_of(workspace, Audience.INTERNAL, incomplete=True)
    written.append(write_coverage(survey, "markdown", CoverageRequest("", False, "x"), STYLE))
    for action in workspace.actions:
        written.append(
            write_sheet(
                build_sheet(workspace, find_record(workspace, f"action/{action.id}"), "", STYLE), "markdown", STYLE, "x"
            )
        )
    paper = paper_from_plans(workspace, "plan")
    for _, view in views_of(Source(workspace, "x"), paper, outline("plan", "md", None, tuple(SECTIONS))):
        written.append(render(view, "plan", "md", None))
    return "\n".join(written)


def listed(workspace: Workspace) -> dict[str, object]:
    """Every value of every list, by where it stands."""
    found: dict[str, object] = {}
    for name in LISTS:
        for item in list_as(name, workspace, Filters()).items:
            for field, value in item.items():
                inner = value if isinstance(value, dict) else {"": value}
                found |= {f"{name} {item.get('title')} {item['id']} {field} {key}": one for key, one in inner.items()}
    return found


def is_left(value: object, before: object) -> bool:
    """Whether a value is as it was, or absent, or what is left of a list."""
    if isinstance(value, list) and isinstance(before, list):
        return all(any(is_left(item, one) for one in before) for item in value)
    if isinstance(value, dict) and isinstance(before, dict):
        return all(is_left(item, before.get(key)) for key, item in value.items())
    return value in (None, "", False, "unknown", before)


WORKSPACE = assemble(TEXTS, AS_AT)
FINDINGS, SHOWN, LISTED = judge(WORKSPACE, TEXTS), shown(WORKSPACE), listed(WORKSPACE)
YEARS = set(re.findall(r"\b\d{4}\b", SHOWN + "".join(TEXTS.values())))
COUNTED = ("organisations ", "words ", "late_by_days", "days_owed", "stale", "latest", "england")
"""What is counted from other records, or follows from what is left."""


def test_the_texts_are_sound() -> None:
    assert not WORKSPACE.diagnostics


@pytest.mark.parametrize("path", TEXTS)
def test_no_finding_rests_on_what_could_not_be_read(path: str) -> None:
    wrong = []
    for name, texts, workspace in broken_workspaces(path, every=7):
        if invented := judge(workspace, texts) - FINDINGS:
            wrong.append((name, sorted(invented)))
    assert wrong == []


@pytest.mark.parametrize("path", TEXTS)
def test_nothing_that_nobody_wrote_is_shown(path: str) -> None:
    wrong = []
    for name, _, workspace in broken_workspaces(path, every=29):
        said = shown(workspace)
        invented = set(re.findall(r"\b\d{4}\b", said)) - YEARS
        absences = {words for words in ABSENCES if said.count(words) > SHOWN.count(words)}
        if invented or absences:
            wrong.append((name, invented, absences))
    assert wrong == []


@pytest.mark.parametrize("path", TEXTS)
def test_every_value_of_a_list_is_the_same_or_absent(path: str) -> None:
    wrong = []
    for name, _, workspace in broken_workspaces(path, every=7):
        values = {place: value for place, value in listed(workspace).items() if not any(map(place.count, COUNTED))}
        if other := {place: value for place, value in values.items() if not is_left(value, LISTED.get(place))}:
            wrong.append((name, other))
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_kept_whatever_field_of_its_own_is_missing(kind: str) -> None:
    for field, shape in shapes(KINDS[kind]).items():
        if shape.is_needed and field != "kind":
            (file,) = assemble(
                {"plans/x.yaml": re.sub(rf"^{field}:.*\n(?: .*\n)*", "", SMALLEST[kind], flags=re.M)}, AS_AT
            ).files
            assert not getattr(file, shape.attribute)
