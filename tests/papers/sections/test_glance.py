"""The first screen of a paper: an honest answer, four numbers, and what is asked."""

from tests.papers.small_papers import Facts, SmallPaper, small_paper
from tests.tables import everything
from tests.workspaces import AS_AT

GREEN = "updates: [{on: 2026-09-30, stage: in-progress, rating: green, summary: It goes well.}]"
DONE = "updates: [{on: 2026-08-31, stage: complete, summary: It is done.}]"
RED = "updates: [{on: 2026-09-30, stage: in-progress, rating: red, summary: It stands still.}]"


def plan(*actions: str) -> str:
    """A plan of actions with these fields."""
    return "actions:\n" + "".join(
        f"  - {{id: a{number}, title: Open {number}, {action}}}\n" for number, action in enumerate(actions, 1)
    )


def sentence(*actions: str) -> str:
    """What is said of actions with these fields."""
    return str(small_paper(plan=plan(*actions)).facts().glance.sentence)


def key_figures(fields: str = "", organisation: str = "", **overlays: str) -> list[Facts]:
    """The four numbers of the first screen."""
    return [*small_paper(fields, organisation, AS_AT, **overlays).facts().glance.facts]


def test_the_answer_counts_what_goes_well_and_names_the_most_pressing() -> None:
    assert sentence(DONE, GREEN, "start: 2027", f"due: May 2026, {RED}", "due: August 2026") == (
        "3 of 5 actions are complete, on track or not yet due to start. "
        "2 need attention, above all “Open 4” (off track, 4 months late)."
    )


def test_a_number_in_the_plan_stands_before_the_title_of_the_most_pressing() -> None:
    assert "One needs attention: “1.2 Open 1” (off track)." in sentence(f"ref: '1.2', {RED}")


def test_only_what_there_is_is_named() -> None:
    assert sentence(DONE, DONE) == (
        "All 2 actions are complete. None is off track, overdue, at risk, running late or paused."
    )
    assert sentence(DONE).startswith("The one action is complete.")
    assert sentence(DONE, GREEN).startswith("All 2 actions are complete or on track.")


def test_where_nothing_goes_well_the_answer_says_so() -> None:
    assert sentence(RED, RED).startswith("None of 2 actions is complete, on track or not yet due to start.")


def test_green_work_that_is_overdue_is_not_counted_as_going_well() -> None:
    assert sentence(f"due: May 2026, {GREEN}", GREEN) == (
        "1 of 2 actions is going to plan. One needs attention: “Open 1” (rated on track, 4 months late)."
    )


def test_silence_is_no_good_news() -> None:
    unrated = "updates: [{on: 2026-09-30, stage: in-progress, summary: It goes on.}]"
    stopped = "updates: [{on: 2026-09-30, stage: cancelled, summary: It is over.}]"
    assert sentence(DONE, "start: May 2026", "due: 2027", unrated, stopped) == (
        "1 of 5 actions is complete. None is off track, overdue, at risk, running late or paused. "
        "Of the others, 1 should have started by now, and no update says so; 1 has not started and no start date is "
        "given; 1 is in progress and not rated; 1 was stopped or passed on."
    )


def test_without_actions_there_is_an_answer_all_the_same() -> None:
    view = small_paper(plan="actions: []").facts().glance
    assert view.sentence == "There are no actions to report on."
    assert (view.spread.total, view.facts[0]) == (0, Facts(figure="0", label="actions complete", change=""))
    assert small_paper(organisation="icb").facts().glance.sentence == "The health board leads and joins no action."


def test_actions_are_spread_by_status_with_their_change() -> None:
    view = small_paper("since: 2026-06-30", plan=plan(DONE, GREEN)).facts().glance
    assert [(share.status.code, share.number, share.change) for share in view.spread.shares] == [
        ("complete", 1, "1 more"), ("on-track", 1, "1 more"), ("not-started", 0, "2 fewer"),
    ]  # fmt: skip


def test_the_share_of_actions_complete_is_rounded_down() -> None:
    assert key_figures(plan=plan(DONE, DONE, GREEN))[0] == Facts(
        figure="66%", label="of actions complete (2 of 3)", change=""
    )
    changed = key_figures("since: 2026-06-30", plan=plan(DONE, DONE, GREEN))[0]
    assert changed.change == "66 points more"
    earlier = "updates: [{on: 2026-06-30, stage: complete, summary: Done.}]"
    assert key_figures("since: 2026-06-30", plan=plan(earlier, GREEN))[0].change == "no change"


def test_milestones_are_held_against_the_date_that_a_board_agreed() -> None:
    milestones = (
        "milestones: [{title: In time, due: May 2026, done: 2026-05-31}, "
        "{title: A day late, due: May 2026, done: 2026-06-01}, {title: Missed, due: 29 September 2026}, "
        "{title: Dropped, due: May 2026, dropped: {on: 2026-04-01, reason: Money}}, "
        "{title: Early, due: 2027, done: 2026-05-01}, "
        "{title: Agreed, due: May 2026, done: 2026-07-01, "
        "rescheduled: [{to: July 2026, on: 2026-05-01, reason: Slow, approved_by: board}]}, "
        "{title: Not agreed, due: May 2026, done: 2026-07-01, "
        "rescheduled: [{to: July 2026, on: 2026-05-01, reason: Slow}]}]"
    )
    stopped = (
        "updates: [{on: 2026-06-30, stage: cancelled, summary: Over.}], milestones: [{title: Gone, due: May 2026}]"
    )
    expected = Facts(figure="2 of 5", label="milestones due by now met on time", change="")
    assert key_figures(plan=plan(milestones, stopped))[1] == expected
    changed = key_figures("since: 2026-06-30", plan=plan(milestones, stopped))[1]
    assert changed == Facts(figure="2 of 5", label=expected.label, change="1 more")
    by_first = key_figures(plan=plan(milestones), settings="rating: {against: original}")[1]
    assert by_first.figure == "1 of 5"


def test_where_nothing_had_fallen_due_the_number_is_none() -> None:
    assert key_figures()[1] == Facts(figure="0", label="milestones had fallen due", change="")


MEASURES = """
measures:
  - {id: m1, title: Met, unit: count, better: higher, target: {value: 5, by: 2027}, readings: [
      {period: 2024/25, value: 1}, {period: 2025/26, value: 6}]}
  - {id: m2, title: Missed, unit: count, better: higher, target: {value: 5, by: 2027}, readings: [
      {period: 2024/25, value: 1}]}
  - {id: m3, title: Unjudged, unit: count, better: higher, readings: [{period: 2024/25, value: 1}]}
  - {id: m4, title: FieldValue back, unit: count, counts_people: true, better: lower, target: {value: 5, by: 2027},
     readings: [{period: 2024/25, value: 3}]}
"""


def test_measures_count_where_they_are_judged_and_may_be_shown() -> None:
    label = "measures at target, or on course for it"
    assert key_figures(measures=MEASURES)[2] == Facts(figure="1 of 2", label=label, change="")
    assert key_figures("audience: internal", measures=MEASURES)[2] == Facts(figure="2 of 3", label=label, change="")
    assert key_figures("since: 2025-12-31", measures=MEASURES)[2] == Facts(
        figure="1 of 2", label=label, change="1 more"
    )
    assert key_figures()[2] == Facts(figure="0", label="measures can be held against a target", change="")


def test_gaps_are_counted_over_every_kind_of_goal_but_principles() -> None:
    served = "outcomes: [o1, o2, o3, o4, o5, o6], lead: A team"
    gap = key_figures(plan=plan(served))[3]
    # Outcome 7 and promise 1 have no action, and recommendation 1 is served by name alone.
    assert gap == Facts(figure="3", label="gaps in coverage (11 goals in all)", change="")
    stopped = served + ", updates: [{on: 2026-09-01, stage: cancelled, summary: Over.}]"
    assert key_figures("since: 2026-06-30", plan=plan(stopped))[3].change == "8 more"


def test_a_paper_about_some_plans_counts_updates_due_and_not_gaps() -> None:
    owed = key_figures("plans: [home-plan]\nsince: 2026-08-01", plan=plan("start: April 2026", GREEN))[3]
    assert owed == Facts(figure="1", label="updates owed", change="1 more")


def test_members_read_in_a_sentence_what_is_asked_of_them() -> None:
    ask = "updates: [{on: 2026-09-30, stage: in-progress, summary: Slow., ask: Write to them}]"
    assert small_paper(plan=plan(ask)).facts().glance.asked == "Members are asked for 1 decision: 1 request."
    assert small_paper("recommendations: [Note it., Agree it.]").facts().glance.asked == (
        "Members are asked to agree 2 recommendations."
    )
    assert small_paper().facts().glance.asked == ""


def test_a_brief_counts_what_its_organisation_answers_for() -> None:
    ours = "lead: {role: A team, organisation: icb}, start: January 2026, due: May 2026"
    joined = "partners: [icb], start: January 2026, milestones: [{title: Step, due: May 2026, done: 2026-05-01}]"
    other = "start: January 2026, due: May 2026"
    view = (
        small_paper("since: 2026-05-15", "icb", plan=plan(ours, joined, other, f"partners: [icb], {DONE}"))
        .facts()
        .glance
    )
    assert [(fact.figure, fact.label, fact.change) for fact in view.facts] == [
        ("1 of 3", "of its actions complete", "1 more"),
        ("1 of 1", "milestones of these actions, due by now, met on time", "1 more"),
        ("1", "updates owed", "1 more"),
        ("1", "of its actions late, or forecast to be", "1 more"),
    ]
    assert view.asked == "The health board is asked for 1 update and when 1 overdue action will be complete."
    assert small_paper(organisation="ecc").facts().glance.asked == ""


def test_numbers_agree_with_those_of_the_whole_workspace() -> None:
    view = SmallPaper(everything.TEXTS, "audience: internal").facts().glance
    assert view.spread.total == 8
    assert sum(share.number for share in view.spread.shares) == 8


def test_a_hidden_action_is_counted_nowhere() -> None:
    view = small_paper(plan=plan(f"visibility: partner, {RED}", GREEN)).facts().glance
    assert view.sentence.startswith("The one action is on track.")
    assert view.spread.total == 1
