"""Outcome by outcome: why, what serves it, how anyone will know, and what is missing."""

from coparent.papers.sections.context import build_context
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.outcomes import build_outcomes
from coparent.papers.views.coverage import OutcomePart
from coparent.schema.record import with_changes
from coparent.workspace import assemble
from tests.papers.contexts import context_of, laid, said, told
from tests.tables import everything, gaps

STRATEGY = """
outcomes:
  - {id: o1, title: Near, priorities: [home], description: Near the people they **know**.}
  - {id: o2, title: Heard}
promises: [{id: p1, title: We listen, outcomes: [o1]}, {id: p2, title: We tell, outcomes: [o1]}]
principles: [{id: q1, title: Take views into account, outcomes: [o1]}]
recommendations: [{id: r1, title: Open homes, by: Ofsted, on: March 2026, outcomes: [o1]}]
"""
PLAN = """
actions:
  - {id: x1, title: Open, outcomes: [o1], due: 2029}
  - {id: x2, title: Close, outcomes: [o1], lead: L, due: 2029, updates: [
      {on: 2026-06-30, stage: cancelled, reason: No., summary: Dropped.}]}
"""
MEASURES = "measures: [{id: m1, title: Homes, unit: count, better: higher, outcomes: [o1]}]"


def parts() -> tuple[OutcomePart, ...]:
    """The parts of the strategy above."""
    return told(build_outcomes, laid(plan=PLAN, strategy=STRATEGY, measures=MEASURES)).parts


def test_why_it_matters_is_told_from_promises_principles_and_recommendations() -> None:
    text = said(parts()[0].paragraphs)
    assert "It keeps these promises: We listen; We tell." in text
    assert "It follows this corporate parenting principle: Take views into account." in text
    assert "Ofsted asked for it: Open homes." in text


def test_an_outcome_has_its_own_words_and_its_priorities() -> None:
    first, second = parts()
    assert (first.goal.label, first.priorities, second.priorities) == ("Outcome 1", ("A home that suits me",), ())
    assert "**know**" in str(first.description)


def test_what_serves_it_leaves_out_what_was_dropped() -> None:
    first, second = parts()
    assert [line.name.id for line in first.actions] == ["x1"]
    assert first.spread.sentence == "1 action: 1 not started."
    assert "The county council works on it." in said(first.paragraphs)
    assert "on it" not in said(second.paragraphs)


def test_how_anyone_will_know_is_said_even_where_nobody_will() -> None:
    first, second = parts()
    assert [measure.id for measure in first.measures] == ["m1"]
    assert "1 measure shows whether it is being reached. No target has been set for it." in said(first.paragraphs)
    assert "No measure shows whether it is being reached." in said(second.paragraphs)
    assert second.actions_caption is second.measures_caption is None


def test_what_is_missing_stands_in_words() -> None:
    first, second = parts()
    assert first.words == "Covered, but fragile"
    assert "Nobody is named as lead of 1 action" in first.gaps
    assert "1 measure waits for a figure" in first.gaps
    assert second.words == "Not covered"
    assert second.gaps == ("No action", "No organisation", "No measure")


def test_why_a_gap_has_been_accepted_is_told() -> None:
    strategy = STRATEGY.replace(
        "title: Heard", "title: Heard, accepted_gap: {reason: No *money* yet., until: May 2027}"
    )
    second = told(build_outcomes, laid(plan=PLAN, strategy=strategy, measures=MEASURES)).parts[1]
    assert second.words == "Gap accepted until May 2027"
    assert "The gap has been accepted.\n\nNo *money* yet." in said(second.paragraphs)


def test_the_counts_are_those_of_coverage() -> None:
    for texts in (gaps.TEXTS, everything.TEXTS):
        context = context_of(texts)
        judged = {one.goal.id: one.goal for one in context.survey.goals["outcome"]}
        for part in told(build_outcomes, context).parts:
            goal = judged[part.goal.id]
            assert (part.code, part.spread.total) == (goal.status.value, len(goal.actions))
            assert [line.name.id for line in part.actions] == [one.action.id for one in goal.actions]
            assert [line.id for line in part.measures] == [one.id for one in goal.measures]


def test_actions_come_with_their_change_since_the_last_report() -> None:
    plan = PLAN.replace("due: 2029}", "due: 2029, updates: [{on: 2026-09-30, stage: complete, summary: Open.}]}", 1)
    context = laid("since: 2026-06-30\n", plan=plan, strategy=STRATEGY, measures=MEASURES)
    shares = told(build_outcomes, context).parts[0].spread.shares
    assert {share.status.code: share.change for share in shares} == {"complete": "1 more", "not-started": "1 fewer"}


def test_a_brief_counts_only_the_actions_of_its_partner() -> None:
    view = told(build_outcomes, laid(plan=PLAN, strategy=STRATEGY, measures=MEASURES, organisation="icb"))
    assert view.parts[0].spread.total == 0


def test_how_many_are_covered_opens_the_section() -> None:
    context = laid(plan=PLAN, strategy=STRATEGY, measures=MEASURES)
    text = said(told(build_outcomes, context).paragraphs)
    assert text.startswith("1 of 2 outcomes is covered (50%). Its coverage is fragile.")


def test_without_a_strategy_nothing_is_said() -> None:
    context = laid()
    workspace = assemble({}, context.as_at)
    paper = with_changes(context.paper, plans=())
    assert build_outcomes(build_context(workspace, paper), Numbers(are_shown=True)) is None


def test_many_organisations_are_only_counted() -> None:
    bodies = [f"b{number}" for number in range(7)]
    organisations = "".join(f"\n  - {{id: {one}, name: Body {one}, type: other}}" for one in ("ecc", "icb", *bodies))
    plan = f"actions: [{{id: x1, title: Open, outcomes: [o1], lead: L, partners: [{', '.join(bodies)}], due: 2029}}]"
    view = told(build_outcomes, laid(plan=plan, strategy=f"{STRATEGY}organisations:{organisations}", measures=MEASURES))
    assert "8 organisations work on it." in said(view.parts[0].paragraphs)
