"""The recommendations: who asked, and how far the actions that answer them are."""

from tests.papers.small_papers import Facts, prose, small_paper

STRATEGY = """
recommendations:
  - {id: r1, title: Open more homes, by: Ofsted, on: March 2026, source: {title: The letter, held_by: the board}}
  - {id: r2, title: Listen more, by: Young people, on: April 2026}
  - {id: r3, title: Publish figures, by: Scrutiny, on: May 2026}
  - {id: r4, title: Build a school, by: Scrutiny, on: May 2026, accepted_gap: {reason: No land., until: March 2027}}
"""
PLAN = """
actions:
  - {id: x1, title: Open one, recommendations: [r1], outcomes: [o1], lead: A, due: March 2026, updates: [
      {on: 2026-03-31, stage: complete, summary: Open.}]}
  - {id: x2, title: Open two, recommendations: [r1], outcomes: [o1], lead: A, due: May 2026}
  - {id: x3, title: Open three, recommendations: [r1], outcomes: [o1], lead: A, due: May 2029}
  - {id: x4, title: Listen, recommendations: [r2], outcomes: [o7], lead: A, due: March 2026, updates: [
      {on: 2026-03-31, stage: complete, summary: Done.}]}
  - {id: x5, title: Not listen, recommendations: [r2], outcomes: [o7], lead: A, due: March 2026, updates: [
      {on: 2026-03-31, stage: cancelled, reason: No., summary: Dropped.}]}
"""


def tracker() -> Facts:
    """The tracker of the plan above."""
    return small_paper(plan=PLAN, strategy=STRATEGY).section("tracker")


def test_each_recommendation_says_how_far_it_is_in_words() -> None:
    assert [(line.code, line.words) for line in tracker().lines] == [
        ("covered", "1 of 3 actions complete, 1 late"),
        ("complete", "Its one action is complete"),
        ("missing", "No action answers it"),
        ("accepted", "Gap accepted until March 2027"),
    ]


def test_who_asked_when_and_where_it_is_written_stand_beside_it() -> None:
    first = tracker().lines[0]
    assert (first.by, first.on, first.goal.label) == ("Ofsted", "March 2026", "Recommendation 1")
    assert first.source is not None
    assert (first.source.title, first.source.place) == ("The letter", "the board")
    assert [action.title for action in first.actions] == ["Open two", "Open three", "Open one"], "the live ones first"
    assert first.more == ""


def test_of_many_actions_six_are_named_and_the_others_counted() -> None:
    actions = "".join(f"\n  - {{id: a{number}, title: Open {number}, recommendations: [r1]}}" for number in range(8))
    line = small_paper(plan=f"actions:{actions}", strategy=STRATEGY).section("tracker").lines[0]
    assert len(line.actions) == 6
    assert line.more == "and 2 others"


def test_an_action_that_was_dropped_answers_nothing() -> None:
    assert [action.title for action in tracker().lines[1].actions] == ["Listen"]


def test_they_are_counted_in_sentences() -> None:
    assert prose(tracker()) == (
        "There are four recommendations. Actions answer 2 of them, and none the 2 others. "
        "1 of them has all of its actions complete."
    )


def test_what_nobody_finished_or_answered_is_said_plainly() -> None:
    none = prose(small_paper(plan="actions: []", strategy=STRATEGY).section("tracker"))
    assert none == "There are four recommendations. No action answers any of them."
    one = small_paper().section("tracker")
    assert prose(one) == "There is one recommendation. Actions answer it."
    assert one.lines[0].words == "Its one action is not complete"


def test_without_recommendations_there_is_no_tracker_and_no_number_is_taken() -> None:
    assert small_paper(strategy="recommendations: []", plan="actions: []").leaves_out("tracker")


def test_where_all_is_complete_it_says_so() -> None:
    plan = """
actions:
  - {id: x1, title: A, recommendations: [r1, r2, r3, r4], outcomes: [o1], lead: A, due: May 2026, updates: [
      {on: 2026-03-31, stage: complete, summary: Open.}]}
"""
    text = prose(small_paper(plan=plan, strategy=STRATEGY).section("tracker"))
    assert text == "There are four recommendations. Actions answer every one. All of their actions are complete."
    one = prose(small_paper(plan=plan.replace(", r2, r3, r4", "")).section("tracker"))
    assert one == "There is one recommendation. Actions answer it. All of its actions are complete."
