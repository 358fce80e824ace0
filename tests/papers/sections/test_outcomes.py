"""Outcome by outcome: why, what serves it, how anyone will know, and what is missing."""

from coparent.coverage import survey_of
from coparent.workspace.audience import Audience
from tests.papers.small_papers import Facts, SmallPaper, prose, small_paper, workspace_of
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


def parts() -> list[Facts]:
    """The parts of the strategy above."""
    return [*small_paper(plan=PLAN, strategy=STRATEGY, measures=MEASURES).section("outcomes").parts]


def test_why_it_matters_is_built_from_promises_principles_and_recommendations() -> None:
    text = prose(parts()[0])
    assert "It keeps these promises: We listen; We tell." in text
    assert "It follows this corporate parenting principle: Take views into account." in text
    assert "It answers this recommendation: Open homes (Ofsted)." in text


def test_an_outcome_has_its_own_words_and_its_priorities() -> None:
    first, second = parts()
    assert (first.goal.label, first.priorities, second.priorities) == ("Outcome 1", ["A home that suits me"], [])
    assert "**know**" in first.description
    page = small_paper(plan=PLAN, strategy=STRATEGY, measures=MEASURES).render("outcomes", "outcomes", "html")
    assert "Near the people they <strong>know</strong>." in page


def test_what_serves_it_leaves_out_what_was_dropped() -> None:
    first, second = parts()
    assert [line.name.id for line in first.actions] == ["x1"]
    assert first.spread.sentence == "1 action: not started."
    assert "At work on it: The county council." in prose(first)
    assert "on it" not in prose(second)


def test_how_anyone_will_know_is_said_even_where_nobody_will() -> None:
    first, second = parts()
    assert [measure.id for measure in first.measures] == ["m1"]
    assert "1 measure shows whether it is being reached. No target has been set for it." in prose(first)
    assert "No measure shows whether it is being reached." in prose(second)
    assert second.actions_caption is second.measures_caption is None


def test_what_is_missing_stands_in_words() -> None:
    first, second = parts()
    assert first.words == "Covered, but fragile"
    assert "Nobody is named as lead of 1 action" in first.gaps
    assert "1 measure waits for a figure" in first.gaps
    assert second.words == "Not covered"
    assert second.gaps == ["No action", "No organisation", "No measure"]


def test_why_a_gap_has_been_accepted_is_said() -> None:
    strategy = STRATEGY.replace(
        "title: Heard", "title: Heard, accepted_gap: {reason: No *money* yet., until: May 2027}"
    )
    second = small_paper(plan=PLAN, strategy=strategy, measures=MEASURES).section("outcomes").parts[1]
    assert second.words == "Gap accepted until May 2027"
    assert "The gap has been accepted.\n\nNo *money* yet." in prose(second)


def test_the_counts_are_those_of_coverage() -> None:
    for texts in (gaps.TEXTS, everything.TEXTS):
        outcomes = {
            goal.goal.id: goal.goal for goal in survey_of(workspace_of(texts), Audience.PUBLIC).goals["outcome"]
        }
        for part in SmallPaper(texts).section("outcomes").parts:
            goal = outcomes[part.goal.id]
            assert (part.code, part.spread.total) == (goal.status.value, len(goal.actions))
            assert [line.name.id for line in part.actions] == [progress.action.id for progress in goal.actions]
            assert [line.id for line in part.measures] == [measure.id for measure in goal.measures]


def test_actions_come_with_their_change_since_the_last_report() -> None:
    plan = PLAN.replace(
        "due: 2029}", "due: 2029, start: 2026, updates: [{on: 2026-09-30, stage: complete, summary: Open.}]}", 1
    )
    paper = small_paper("since: 2026-06-30\n", plan=plan, strategy=STRATEGY, measures=MEASURES)
    shares = paper.section("outcomes").parts[0].spread.shares
    assert {share.status.code: share.change for share in shares} == {"complete": "1 more", "not-started": "1 fewer"}


def test_a_brief_counts_only_the_actions_of_its_partner() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY, measures=MEASURES, organisation="icb").section("outcomes")
    assert view.parts[0].spread.total == 0


def test_how_many_are_covered_opens_the_section() -> None:
    paper = small_paper(plan=PLAN, strategy=STRATEGY, measures=MEASURES)
    text = prose(paper.section("outcomes"))
    assert text.startswith("1 of 2 outcomes is covered (50%). Its coverage is fragile.")


def test_without_a_strategy_nothing_is_said() -> None:
    assert SmallPaper({}, is_sound=False).leaves_out("outcomes")


def test_many_organisations_are_only_counted() -> None:
    bodies = [f"b{number}" for number in range(7)]
    organisations = "".join(f"\n  - {{id: {body}, name: Body {body}, type: other}}" for body in ("ecc", "icb", *bodies))
    plan = f"actions: [{{id: x1, title: Open, outcomes: [o1], lead: L, partners: [{', '.join(bodies)}], due: 2029}}]"
    view = small_paper(plan=plan, strategy=f"{STRATEGY}organisations:{organisations}", measures=MEASURES).section(
        "outcomes"
    )
    assert "8 organisations work on it." in prose(view.parts[0])
