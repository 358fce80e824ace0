"""Who does the work, and a partner's brief: what it leads and joins, has to report and is asked for."""

from datetime import date

from coparent.coverage import survey_of
from coparent.papers import Source, find_paper, views_of
from coparent.workspace.audience import Audience
from tests.papers.small_papers import Facts, SmallPaper, all_text, prose, small_paper, workspace_of
from tests.tables import everything
from tests.workspaces import lay_over

STRATEGY = """
organisations:
  - {id: ecc, name: The county council, type: council}
  - {id: icb, name: The health board, type: nhs}
  - {id: north, name: North, type: district}
  - {id: south, name: South, type: district}
  - {id: districts, name: The districts, type: group, members: [north, south]}
  - {id: choir, name: The choir, type: voluntary}
"""
PLAN = """
status: approved
approval: {by: board, on: 2026-01-01}
reports_to: [board]
actions:
  - {id: x1, ref: "1", title: Open homes, outcomes: [o1], lead: {role: Housing, organisation: districts},
     start: January 2026, due: June 2026, updates: [
       {on: 2026-03-31, stage: in-progress, rating: red, summary: Slow., reason: No builder., ask: Find a builder.,
        ask_of: board}]}
  - id: x2
    ref: "2"
    title: Train carers
    outcomes: [o2]
    lead: Fostering
    partners: [districts]
    start: January 2026
    due: December 2026
    milestones:
      - {title: The first ten are trained, due: May 2026, organisation: north, rescheduled: [
          {to: August 2026, on: 2026-05-01, reason: Snow.}]}
      - {title: All are trained, due: July 2026}
    updates: [{on: 2026-09-30, stage: in-progress, rating: green, summary: Going well.}]
  - {id: x3, ref: "3", title: Give keys, outcomes: [o3], lead: {role: Housing, organisation: north}, due: TBC}
  - {id: x4, title: Sing, outcomes: [o7], lead: Voice, due: March 2027, milestones: [
      {title: A choir is found, due: August 2026, organisation: north}], updates: [
      {on: 2026-09-30, stage: in-progress, rating: green, summary: Going well.}]}
  - {id: x5, title: Walk, outcomes: [o7], lead: {role: Walks, organisation: choir}, due: March 2027, updates: [
      {on: 2026-03-31, stage: cancelled, reason: It rained., summary: It is not needed.}]}
"""
JOINT = """
actions:
  - {id: x1, title: Open homes, outcomes: [o1], lead: L, joint_leads: [{role: Nurses, organisation: icb}], due: 2029}
"""


def partnership() -> Facts:
    """The partnership of the plan above."""
    return small_paper(plan=PLAN, strategy=STRATEGY).section("partnership")


def test_an_organisation_leads_joins_is_late_and_has_updates_due() -> None:
    lines = {line.name: (line.leads, line.joins, line.late, line.owes) for line in partnership().lines}
    assert lines == {
        "The county council": (2, 0, 0, 0),
        "North": (2, 1, 1, 2),
        "South": (1, 1, 1, 1),
    }


def test_a_group_is_counted_by_its_members_and_the_idle_are_named() -> None:
    view = partnership()
    assert "The districts" not in {line.name for line in view.lines}
    assert view.idle == ["The health board", "The choir"]
    text = prose(view)
    assert "3 of the 5 organisations in the strategy lead or join an action." in text
    assert "Where a group takes part, each of its members is counted." in text
    assert "2 organisations have an action that is late, and 2 lead an action of which there is no word." in text


def test_the_busiest_comes_first() -> None:
    assert [line.name for line in partnership().lines] == ["North", "The county council", "South"]


def test_where_all_take_part_and_nothing_is_behind_it_says_so() -> None:
    view = small_paper(plan=JOINT).section("partnership")
    text = prose(view)
    assert "Both organisations in the strategy lead or join at least one action." in text
    assert "None of them has an action that is late, and no update is due." in text
    assert [(line.leads, line.joins) for line in view.lines] == [(1, 0), (1, 0)]
    assert view.idle == []


def test_a_brief_says_how_much_is_led_and_joined() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY, organisation="north").section("asked")
    text = prose(view)
    assert "Leads 2 actions and joins 1 that is led by others." in text
    assert "2 updates are due, 3 dates have passed and 2 other things are asked." in text
    assert view.heading.title == "Asked of: North"


def test_a_brief_names_each_update_that_is_due() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY, organisation="north").section("asked")
    assert [(owing.who, [action.ref for action in owing.actions]) for owing in view.owed] == [
        ("Housing, North", ["3"]),
        ("Housing, The districts", ["1"]),
    ]


def test_a_brief_lists_its_own_steps_in_the_actions_of_others_but_not_theirs() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY, organisation="north").section("asked")
    assert [(line.what, line.due, line.who, line.kind) for line in view.overdue] == [
        ("", "was due June 2026", "Housing, The districts", "action"),
        ("The first ten are trained", "was due August 2026 (before that, May 2026)", "North", "milestone"),
        ("A choir is found", "was due August 2026", "North", "milestone"),
    ]


def test_a_step_that_names_nobody_is_that_of_whoever_leads() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY, organisation="ecc").section("asked")
    assert [line.what for line in view.overdue] == ["All are trained"]


def test_a_turn_of_a_recurring_action_that_nobody_reported_is_overdue() -> None:
    plan = (
        "period: April 2026 to March 2030\n"
        "actions: [{id: x1, title: Count, outcomes: [o1], lead: Homes, start: April 2026, due: quarterly, "
        "review: March 2027}]"
    )
    view = small_paper(plan=plan, organisation="ecc").section("asked")
    assert [line.due for line in view.overdue] == ["an update on the turn to 30 June 2026 is missing"]


def test_a_brief_asks_what_only_the_partner_can_say() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY, organisation="north").section("asked")
    assert [(ask.label, ask.title, ask.ask) for ask in view.asks] == [
        ("A1", "Say when 1 overdue action will be complete", "1 Open homes."),
        ("A2", "Give a date for 1 action", "3 Give keys."),
    ]
    unled = "actions: [{id: x1, title: Open homes, outcomes: [o1], due: 2029}]"
    (ask,) = small_paper(plan=unled, organisation="ecc").section("asked").asks
    assert ask.title == "Name one role or team for 1 action without a lead"


def test_a_board_is_not_asked_through_a_brief() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY, organisation="north").section("asked")
    assert "Find a builder" not in all_text(view)


def test_leading_and_joining_stand_plan_by_plan_with_who_leads() -> None:
    paper = small_paper(plan=PLAN, strategy=STRATEGY, organisation="north")
    leading, joining = paper.section("leading"), paper.section("joining")
    assert [[line.name.ref for line in group.actions] for group in leading.groups] == [["1", "3"]]
    assert leading.groups[0].title == "Home plan"
    assert [[line.lead for line in group.actions] for group in joining.groups] == [["Fostering, The county council"]]
    counted = sum(len(group.actions) for view in (leading, joining) for group in view.groups)
    assert counted == paper.facts().glance.spread.total


def test_a_group_has_a_brief_for_each_of_its_members() -> None:
    workspace = workspace_of(lay_over({"plan": PLAN, "strategy": STRATEGY}))
    paper = find_paper(workspace, "small-paper")
    briefs = dict(views_of(Source(workspace), paper, ["leading"], "districts"))
    led = {
        name: [line.name.ref for group in view.leading.groups for line in group.actions]
        for name, view in briefs.items()
        if view.leading is not None
    }
    assert led == {"north": ["1", "3"], "south": ["1"]}


def test_a_partner_without_any_action_gets_sentences_and_no_table() -> None:
    paper = small_paper(plan=PLAN, strategy=STRATEGY, organisation="icb")
    leading, joining, asked = paper.section("leading"), paper.section("joining"), paper.section("asked")
    assert leading.groups == joining.groups == []
    assert prose(leading) == "Leads no action in these plans."
    assert prose(joining) == "Joins no action that others lead."
    assert "Nothing is asked now: no update is due, and no date has passed." in prose(asked)


def test_a_paper_for_everyone_has_none_of_the_sections_of_a_brief() -> None:
    for name in ("asked", "leading", "joining"):
        assert small_paper(plan=PLAN, strategy=STRATEGY).leaves_out(name)


def test_nothing_is_overdue_before_its_day() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY, organisation="north", as_at=date(2026, 4, 1)).section("asked")
    assert view.overdue == []


def test_the_counts_are_those_of_the_list_of_organisations() -> None:
    paper = SmallPaper(everything.TEXTS, "audience: internal\n")
    survey = survey_of(workspace_of(everything.TEXTS), Audience.INTERNAL)
    covered = {served.organisation.name: served for served in survey.organisations}
    for line in paper.section("partnership").lines:
        served = covered[line.name]
        assert (line.leads, line.joins) == (len(served.leads), len(served.actions) - len(served.leads))


def test_what_is_behind_is_named_whether_an_action_an_update_or_both() -> None:
    late = "actions: [{id: x1, title: Open, outcomes: [o1], lead: L, due: May 2026}]"
    assert "It has an action that is late." in prose(small_paper(plan=late).section("partnership"))
    owed = "actions: [{id: x1, title: Open, outcomes: [o1], lead: L, start: January 2026, due: May 2029}]"
    assert "It has an action of which there is no word." in prose(small_paper(plan=owed).section("partnership"))
