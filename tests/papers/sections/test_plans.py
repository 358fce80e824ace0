"""The plans themselves in a paper: their own words, their actions whole, and the log."""

from datetime import date

from coparent.workspace.audience import Audience, for_audience
from tests.papers.small_papers import SmallPaper, prose, small_paper, workspace_of
from tests.tables import everything
from tests.workspaces import lay_over

PLAN = """
status: approved
approval: {by: board, on: 2026-06-15}
period: April 2026 to March 2028
sponsor: Director
reports_to: [board]
summary: More *homes*.
actions:
  - {id: x1, title: Open homes, outcomes: [o4, o1], lead: Homes, due: March 2027}
  - {id: x2, title: Open homes, outcomes: [o1], due: TBC, updates: [
      {on: 2026-09-30, stage: in-progress, rating: green, summary: Begun.}]}
  - {id: x3, title: Listen, outcomes: [o7], lead: Voice, due: March 2027}
  - {id: x4, title: Walk, lead: Voice, due: March 2027, visibility: internal}
"""
SECOND = "kind: plan\nid: second\ntitle: Second plan\norganisation: icb\nstatus: draft\n"


def entries(as_at: date = date(2026, 9, 30), plan: str = PLAN) -> dict[str, str]:
    """The lines under the title of the plan."""
    (summary,) = small_paper(plan=plan, as_at=as_at).section("summary").plans
    return {entry.label: entry.words for entry in summary.entries}


def test_a_plan_says_who_approved_it_and_who_answers_for_it() -> None:
    assert entries() == {
        "Status": "Approved",
        "Approved by": "Corporate parenting board, 15 June 2026",
        "Period": "April 2026 to March 2028",
        "Partners": "The health board",
        "Sponsor": "Director",
        "Accountable member": "Nobody is named",
        "Reports to": "Corporate parenting board",
    }


def test_an_approval_that_came_later_is_not_known_yet() -> None:
    early = entries(date(2026, 6, 1))
    assert early["Status"] == "Not yet approved"
    assert "Approved by" not in early


def test_what_nobody_said_is_said_to_be_missing() -> None:
    bare = entries(plan="actions: []")
    assert (bare["Sponsor"], bare["Reports to"]) == ("Nobody is named", "No board is named")


def test_the_plans_are_counted_by_how_far_agreed_they_are() -> None:
    one = small_paper(plan=PLAN).section("summary")
    assert one.heading.title == "The plan in brief"
    assert prose(one).startswith("The plan is approved. 3 actions:")
    two = SmallPaper({**lay_over({"plan": PLAN}), "plans/second.yaml": SECOND}).section("summary")
    assert "There are 2 plans: 1 still being written and 1 approved." in prose(two)
    drafts = SmallPaper({**lay_over({}), "plans/second.yaml": SECOND}).section("summary")
    assert "Both plans are still being written." in prose(drafts)


def test_an_action_stands_once_under_the_first_priority_it_serves() -> None:
    view = small_paper(plan=PLAN).section("actions")
    assert [(part.goal.title, [line.name.id for line in part.actions]) for part in view.parts] == [
        ("A home that suits me", ["x2"]),
        ("Good health", ["x1"]),
        ("Across every priority", ["x3"]),
    ]
    assert [goal.label for goal in view.parts[1].outcomes] == ["Outcome 1", "Outcome 4"]
    assert view.parts[0].paragraph.text == "1 action: on track."


def test_what_actions_leave_open_is_counted() -> None:
    assert "Of the 3 actions still to be finished, 1 has no lead and 1 has no date." in prose(
        small_paper(plan=PLAN).section("actions")
    )
    assert "1 names no outcome" in prose(small_paper("audience: internal\n", plan=PLAN).section("actions"))


def test_the_numbers_of_paragraphs_and_tables_run_on() -> None:
    view = small_paper(plan=PLAN).section("actions")
    assert [part.paragraph.number for part in view.parts] == ["1.3", "1.4", "1.5"]
    assert [part.caption.label for part in view.parts] == ["Table 1", "Table 2", "Table 3"]


def test_the_log_holds_every_action_that_is_counted() -> None:
    for audience in ("public", "internal"):
        paper = SmallPaper(everything.TEXTS, f"audience: {audience}\n")
        view = paper.section("log")
        listed = sorted(line.name.id for group in view.groups for line in group.actions)
        seen, _ = for_audience(workspace_of(everything.TEXTS), Audience(audience))
        assert listed == sorted(action.id for plan in seen.plans for action in plan.actions)


def test_the_log_says_how_many_are_silent_and_what_changed() -> None:
    text = prose(small_paper("since: 2026-06-30\n", plan=PLAN).section("log"))
    assert "3 actions: 1 on track and 2 not started." in text
    assert "2 actions have no update yet." in text
    assert "Every action has at least one update." in prose(small_paper().section("log"))


def test_a_brief_logs_only_the_actions_of_its_partner() -> None:
    plan = """
actions:
  - {id: x1, title: Open, outcomes: [o1], lead: Homes, due: March 2027}
  - {id: x2, title: Nurse, outcomes: [o4], lead: Homes, partners: [icb], due: March 2027}
"""
    view = small_paper(plan=plan, organisation="icb").section("log")
    assert [line.name.id for group in view.groups for line in group.actions] == ["x2"]


def test_without_actions_the_log_says_so() -> None:
    assert prose(small_paper(plan="actions: []").section("log")) == "There are no actions."
    assert small_paper(plan="actions: []").leaves_out("actions")
