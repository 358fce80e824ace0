"""Coverage in a paper: the numbers of `coparent coverage`, and every gap in words."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coparent.coverage import GOAL_KINDS, survey_of
from coparent.tables.coverage import write
from coparent.tables.coverage.wording import CoverageRequest
from coparent.tables.style import TableStyle
from coparent.text.sentences import plural
from coparent.workspace.audience import Audience
from tests.papers.small_papers import Facts, SmallPaper, prose, small_paper, workspace_of
from tests.tables import everything, gaps
from tests.workspaces import lay_over

PRIORITIES, OUTCOMES = ("home", "health"), tuple(f"o{number}" for number in range(1, 8))


def coverage_json(texts: Mapping[str, str], audience: str) -> Facts:
    """What `coparent coverage --format json` says."""
    survey = survey_of(workspace_of(texts), Audience(audience))
    document: Facts = json.loads(
        write(survey, "json", CoverageRequest(), TableStyle()), object_hook=lambda fields: Facts(**fields)
    )
    return document


def assert_equal(view: Facts, document: Facts) -> None:
    """Whether the paper counts as the table does."""
    squares = {
        (row.goal.id, outcome.id): square
        for row in view.matrix.rows
        for outcome, square in zip(view.matrix.outcomes, row.squares, strict=True)
    }
    counted = {(pair.priority, pair.outcome): len(pair.actions) for pair in document.matrix}
    assert {pair: square.number for pair, square in squares.items() if square.number} == {
        pair: number for pair, number in counted.items() if number
    }
    gaps_drawn = {pair for pair, square in squares.items() if square.kind in ("gap", "accepted")}
    assert gaps_drawn == {pair for pair, number in counted.items() if not number}
    assert [row.total for row in view.matrix.rows] == [goal.has.actions for goal in document.priorities]
    assert view.matrix.totals == [goal.has.actions for goal in document.outcomes]
    lines = {(group.title.lower(), line.goal.id): line for group in view.groups for line in group.lines}
    for kind in map(plural, GOAL_KINDS):
        for goal in getattr(document, kind, []):
            line = lines.pop((kind, goal.id), None)
            if line is None:
                assert (goal.status, goal.lacks) == ("covered", [])
            else:
                assert (line.code, line.actions) == (goal.status, goal.has.actions)
    assert not lines


@st.composite
def plans(draw: st.DrawFn) -> dict[str, str]:
    """A workspace in which actions of every kind serve whatever they like."""
    written = []
    for number in range(draw(st.integers(0, 6))):
        outcomes = draw(st.lists(st.sampled_from(OUTCOMES), unique=True, max_size=3))
        priorities = draw(st.lists(st.sampled_from(PRIORITIES), unique=True, max_size=2))
        visibility = draw(st.sampled_from(["public", "partner", "internal"]))
        stage = draw(st.sampled_from(["", "complete", "in-progress", "cancelled"]))
        update = f", updates: [{{on: 2026-06-30, stage: {stage}, summary: Said.}}]" if stage else ""
        written.append(
            f"  - {{id: x{number}, title: Do {number}, outcomes: {json.dumps(outcomes)}, "
            f"priorities: {json.dumps(priorities)}, visibility: {visibility}, lead: Homes, due: March 2029{update}}}"
        )
    plan = "actions:\n" + "\n".join(written) if written else "actions: []"
    return lay_over({"plan": plan, "strategy": gaps.STRATEGY if draw(st.booleans()) else ""})


@settings(deadline=None, max_examples=20)
@given(plans(), st.sampled_from(["public", "partner", "internal"]))
def test_the_matrix_and_the_goals_are_those_of_coverage(texts: dict[str, str], audience: str) -> None:
    view = SmallPaper(texts, f"audience: {audience}\n").section("coverage")
    assert_equal(view, coverage_json(texts, audience))


@pytest.mark.parametrize("texts", [gaps.TEXTS, everything.TEXTS], ids=["gaps", "everything"])
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_so_they_are_where_every_kind_of_gap_occurs(texts: dict[str, str], audience: str) -> None:
    assert_equal(SmallPaper(texts, f"audience: {audience}\n").section("coverage"), coverage_json(texts, audience))


@pytest.fixture(scope="module")
def view() -> Facts:
    """Coverage where every kind of gap occurs."""
    return SmallPaper(gaps.TEXTS, "audience: internal\n").section("coverage")


def square(view: Facts, priority: str, outcome: str) -> tuple[int, str, int]:
    """The number, the kind and the shade of a square."""
    assert view.matrix is not None
    row = next(row for row in view.matrix.rows if row.goal.id == priority)
    found = row.squares[[goal.id for goal in view.matrix.outcomes].index(outcome)]
    return found.number, found.kind, found.shade


def test_a_square_is_a_gap_an_accepted_gap_served_or_neither(view: Facts) -> None:
    assert square(view, "home", "o1") == (2, "served", 2)
    assert square(view, "home", "o3") == (0, "accepted", 0)
    assert square(view, "health", "o6") == (0, "gap", 0)
    assert square(view, "health", "o1") == (0, "none", 0)


def test_a_square_gets_no_darker_than_four_actions() -> None:
    actions = "\n".join(f"  - {{id: x{n}, title: Do, outcomes: [o1], lead: Homes, due: 2029}}" for n in range(6))
    assert square(small_paper(plan=f"actions:\n{actions}").section("coverage"), "home", "o1") == (6, "served", 4)


def test_a_square_notes_what_is_off_track_before_what_is_complete() -> None:
    actions = """
actions:
  - {id: x1, title: Do, outcomes: [o1], lead: A, due: 2029, updates: [{on: 2026-06-30, stage: complete, summary: S}]}
  - {id: x2, title: Do, outcomes: [o1, o2], lead: A, due: 2029, updates: [
      {on: 2026-06-30, stage: in-progress, rating: red, reason: R, summary: S}]}
  - {id: x3, title: Do, outcomes: [o3], lead: A, due: 2029, updates: [{on: 2026-06-30, stage: complete, summary: S}]}
"""
    matrix = small_paper(plan=actions).section("coverage").matrix
    assert matrix is not None
    home = matrix.rows[0].squares
    assert [square.note for square in home[:3]] == ["1 off track", "1 off track", "1 complete"]
    assert home[0].words == "2 actions: 1 complete and 1 off track"


def test_the_gaps_are_named_in_a_sentence(view: Facts) -> None:
    text = prose(view)
    assert "There are two gaps: Good health with Outcome 4 and Good health with Outcome 6." in text
    assert "For 1 more pair the gap has been accepted." in text
    assert text.startswith("Table 1 counts the actions")


def test_many_gaps_are_only_counted() -> None:
    text = prose(small_paper(plan="actions: []").section("coverage"))
    assert "There are six gaps." in text


def test_goals_are_counted_with_their_percentage(view: Facts) -> None:
    sentences = {group.title: group.sentence for group in view.groups}
    assert sentences["Outcomes"] == (
        "3 of 6 outcomes are covered (50%). Coverage of 2 is fragile. For 1 outcome the gap has been accepted."
    )
    assert sentences["Principles"] == "The one principle is covered. Its coverage is fragile."
    assert list(sentences) == ["Outcomes", "Priorities", "Promises", "Recommendations", "Principles"]


def test_only_goals_with_something_to_say_get_a_line(view: Facts) -> None:
    lines = {line.goal.id: line for group in view.groups for line in group.lines}
    assert "o7" not in lines
    assert (lines["o3"].words, lines["o3"].goal.label) == ("Gap accepted until March 2027", "Outcome 3")
    assert "The money is not there yet." in str(lines["o3"].reason)
    assert lines["o2"].words == "Covered, but fragile"
    assert lines["o6"].lacks[0] == "No action"
    assert lines["o6"].words == "Not covered"


def test_an_acceptance_that_has_run_out_is_called_so() -> None:
    strategy = gaps.STRATEGY.replace("until: March 2027", "until: March 2026")
    view = SmallPaper(lay_over({"strategy": strategy, "plan": gaps.PLAN, "measures": gaps.MEASURES})).section(
        "coverage"
    )
    line = next(line for group in view.groups for line in group.lines if line.goal.id == "o3")
    assert line.code == "missing"
    assert "the gap was accepted until March 2026, and that has passed" in line.lacks


def test_where_nothing_is_lacking_there_is_no_table_of_goals() -> None:
    actions = """
actions:
  - {id: x, title: A, outcomes: [o1, o2, o3, o4, o5, o6, o7], recommendations: [r1], lead: A, partners: [icb], due: TBC}
  - {id: y, title: A, outcomes: [o1, o2, o3, o4, o5, o6, o7], recommendations: [r1], lead: A, partners: [icb], due: TBC}
"""
    view = small_paper(plan=actions).section("coverage")
    assert view.caption is None
    assert view.groups_paragraph is not None
    assert "No goal has a gap and none is fragile." in str(view.groups_paragraph.text)
    assert {group.sentence for group in view.groups} >= {"All 7 outcomes are covered.", "The one promise is covered."}


def test_without_a_strategy_nothing_is_said_and_no_number_is_taken() -> None:
    assert SmallPaper({}, is_sound=False).leaves_out("coverage")


def test_numbers_that_may_be_too_small_are_said_to_be() -> None:
    texts = {**lay_over({}), "plans/broken.yaml": "kind: plan\nid: broken\ntitle: [\n"}
    text = prose(SmallPaper(texts, is_sound=False).section("coverage"))
    assert text.startswith("These numbers are incomplete, because something in the plans could not be read.")


def test_an_acceptance_may_have_no_end() -> None:
    texts = lay_over({"strategy": gaps.STRATEGY.replace("until: March 2027", "until: TBC"), "plan": gaps.PLAN})
    lines = {line.goal.id: line for group in SmallPaper(texts).section("coverage").groups for line in group.lines}
    assert lines["o3"].words == "Gap accepted, with no end date"
