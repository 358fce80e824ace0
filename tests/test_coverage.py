"""What serves each goal, and what is lacking: exactly as the plan format and the command line define it."""

from datetime import date

import pytest

from coparent.coverage import GOAL_KINDS, Coverage, GoalCoverage, GoalStatus, coverage_of, organisations_of
from coparent.documents.reading import Unreadable
from coparent.progress import progress_of
from coparent.workspace import assemble
from tests.laying import AS_AT, lay_over

GOALS = """
priorities: [{id: home, title: Home}, {id: health, title: Health}, {id: self, title: Self}]
outcomes:
  - {id: o1, title: Near, priorities: [home]}
  - {id: o2, title: Well, priorities: [health, self]}
  - {id: o3, title: Heard}
promises:
  - {id: p1, title: Told, outcomes: [o3]}
  - {id: p2, title: Safe}
principles:
  - {id: views, title: Views, outcomes: [o3, o2]}
  - {id: adulthood, title: Adulthood}
organisations:
  - {id: ecc, name: The county council, type: council}
  - {id: icb, name: The health board, type: nhs}
  - {id: north, name: North, type: district}
  - {id: south, name: South, type: district}
  - {id: districts, name: The districts, type: group, members: [north, south]}
  - {id: everyone, name: Everyone, type: group, members: [ecc, districts, icb]}
recommendations:
"""
ASKS = "  - {id: r1, title: Open more homes, by: Ofsted, on: March 2026, outcomes: [o1]}\n"
STRATEGY = GOALS + ASKS


def cover(actions: str, *, as_at: date = AS_AT, plan: str = "partners: []", **other: str) -> Coverage:
    """The coverage of a workspace whose plan has these actions."""
    overlays = {"strategy": STRATEGY, "plan": f"{{actions: [{actions}], {plan}}}", **other}
    return coverage_of(assemble(lay_over(overlays), as_at))


def one(coverage: Coverage, kind: str, name: str) -> GoalCoverage:
    return next(goal for goal in coverage.goals[kind] if goal.id == name)


def action(fields: str, name: str = "a1") -> str:
    return f"{{id: {name}, title: Open two homes, {fields}}}"


def stage(stage: str) -> str:
    return f"updates: [{{on: 2026-06-30, stage: {stage}, summary: As said.}}]"


def served(coverage: Coverage) -> dict[str, set[str]]:
    """The goals of each kind that something serves."""
    found = {kind: {goal.id for goal in coverage.goals[kind] if goal.actions} for kind in GOAL_KINDS}
    return {kind: names for kind, names in found.items() if names}


@pytest.mark.parametrize(
    ("fields", "goals"),
    [
        ("outcomes: [o1]", {"outcome": {"o1"}, "priority": {"home"}}),
        (
            "outcomes: [o1, o2]",
            {"outcome": {"o1", "o2"}, "priority": {"home", "health", "self"}, "principle": {"views"}},
        ),
        ("outcomes: [o3]", {"outcome": {"o3"}, "promise": {"p1"}, "principle": {"views"}}),
        ("outcomes: [o1], priorities: [self]", {"outcome": {"o1"}, "priority": {"self"}}),
        ("priorities: [self]", {"priority": {"self"}}),
        ("promises: [p2]", {"promise": {"p2"}}),
        ("recommendations: [r1]", {"recommendation": {"r1"}}),
        ("outcomes: [o9]", {}),
        ("lead: Homes service", {}),
    ],
)
def test_an_action_serves_the_goals_it_names_and_those_its_outcomes_lead_to(
    fields: str, goals: dict[str, set[str]]
) -> None:
    assert served(cover(action(fields))) == goals


@pytest.mark.parametrize("passed_on", ["cancelled", "superseded", "carried-forward"])
def test_an_action_that_is_passed_on_serves_nothing(passed_on: str) -> None:
    assert served(cover(action(f"outcomes: [o1], recommendations: [r1], {stage(passed_on)}"))) == {}


def test_it_serves_until_the_day_it_is_passed_on() -> None:
    cancelled = action(f"recommendations: [r1], {stage('cancelled')}")
    assert served(cover(cancelled, as_at=date(2026, 6, 29))) == {"recommendation": {"r1"}}


def test_an_action_serves_a_goal_once_however_often_it_leads_there() -> None:
    coverage = cover(action("outcomes: [o3, o3, o2], promises: [p1]"))
    assert [len(one(coverage, "promise", "p1").actions), len(one(coverage, "outcome", "o3").actions)] == [1, 1]
    assert len(one(coverage, "principle", "views").actions) == 1


def test_actions_are_live_until_they_are_complete() -> None:
    stages = "not-started", "in-progress", "paused", "complete"
    actions = [action(f"outcomes: [o1], {stage(name)}", f"a{place}") for place, name in enumerate(stages)]
    outcome = one(cover(", ".join(actions)), "outcome", "o1")
    assert [len(outcome.actions), len(outcome.live)] == [4, 3]
    assert [progress.stage for progress in outcome.live] == ["not-started", "in-progress", "paused"]


@pytest.mark.parametrize(("status", "approved"), [("draft", 0), ("consultation", 0), ("approved", 1), ("closed", 1)])
def test_plans_of_every_status_count_and_the_approved_are_counted_apart(status: str, approved: int) -> None:
    plan = f"status: {status}, approval: {{by: board, on: 2026-04-01}}"
    outcome = one(cover(action("outcomes: [o1]"), plan=plan), "outcome", "o1")
    assert [len(outcome.actions), len(outcome.approved)] == [1, approved]


# Organisations: those that lead or join, groups by their members.


@pytest.mark.parametrize(
    ("fields", "organisations"),
    [
        ("ref: 1.1", ("ecc",)),
        ("lead: Homes service", ("ecc",)),
        ("lead: {role: Nurses, organisation: icb}", ("icb",)),
        ("lead: {role: Nurses, organisation: icb}, joint_leads: [Homes service]", ("icb", "ecc")),
        ("joint_leads: [{role: Nurses, organisation: icb}]", ("icb",)),
        ("partners: [icb, ecc, north]", ("ecc", "icb", "north")),
        ("partners: [districts, north]", ("ecc", "north", "south")),
        ("partners: [everyone]", ("ecc", "north", "south", "icb")),
        ("lead: {role: Housing, organisation: districts}", ("north", "south")),
        ("milestones: [{title: Bought, due: May 2027, organisation: icb}]", ("ecc",)),
    ],
)
def test_the_lead_and_the_partners_count(fields: str, organisations: tuple[str, ...]) -> None:
    assert one(cover(action(f"outcomes: [o1], {fields}")), "outcome", "o1").organisations == organisations
    overlays = {"strategy": STRATEGY, "plan": f"{{actions: [{action(fields)}]}}"}
    workspace = assemble(lay_over(overlays), AS_AT)
    assert organisations_of(workspace, progress_of(workspace).actions[0]) == organisations


def test_an_organisation_counts_once_for_a_goal() -> None:
    actions = f"{action('outcomes: [o1], partners: [icb]')}, {action('outcomes: [o1], partners: [icb, north]', 'a2')}"
    assert one(cover(actions), "outcome", "o1").organisations == ("ecc", "icb", "north")


def test_groups_that_hold_each_other_have_an_end() -> None:
    strategy = STRATEGY.replace("members: [north, south]", "members: [north, everyone]")
    outcome = one(cover(action("outcomes: [o1], partners: [districts]"), strategy=strategy), "outcome", "o1")
    assert outcome.organisations == ("ecc", "north", "icb")


# Status: covered, partial, accepted, missing.


def with_outcome(fields: str) -> str:
    return STRATEGY.replace("{id: o1, title: Near, priorities: [home]}", f"{{id: o1, title: Near, {fields}}}")


@pytest.mark.parametrize(
    ("needs", "status", "lacks"),
    [
        ("needs: {actions: 1}", GoalStatus.COVERED, ()),
        ("needs: {organisations: 2}", GoalStatus.PARTIAL, ("only 1 of 2 organisations",)),
        ("needs: {measures: 2}", GoalStatus.PARTIAL, ("only 1 of 2 measures",)),
        (
            "needs: {actions: 3, organisations: 2, measures: 4}",
            GoalStatus.PARTIAL,
            ("only 1 of 3 actions", "only 1 of 2 organisations", "only 1 of 4 measures"),
        ),
    ],
)
def test_an_outcome_is_covered_when_it_has_what_it_needs(
    needs: str, status: GoalStatus, lacks: tuple[str, ...]
) -> None:
    outcome = one(cover(action("outcomes: [o1]"), strategy=with_outcome(needs)), "outcome", "o1")
    assert (outcome.status, outcome.lacks) == (status, lacks)


def test_an_outcome_needs_one_of_each_unless_it_says_otherwise() -> None:
    unmeasured = "{measures: [{id: m1, title: Homes, unit: count, better: higher, outcomes: [o2]}]}"
    outcome = one(cover(action("outcomes: [o1], measures: [m1]"), measures=unmeasured), "outcome", "o1")
    assert (outcome.status, outcome.lacks) == (GoalStatus.PARTIAL, ("no measure",))


def test_other_goals_need_one_action_and_no_more() -> None:
    unmeasured = "{measures: [{id: m1, title: Homes, unit: count, better: higher}]}"
    coverage = cover(action("outcomes: [o1], recommendations: [r1]"), measures=unmeasured)
    assert one(coverage, "priority", "home").status is GoalStatus.COVERED
    assert one(coverage, "recommendation", "r1").status is GoalStatus.COVERED
    assert one(coverage, "promise", "p2").status is GoalStatus.MISSING
    assert one(coverage, "promise", "p2").lacks == ("no action",)


def test_what_is_short_of_several_is_said_so() -> None:
    outcome = one(cover(action("ref: 1.1"), strategy=with_outcome("needs: {actions: 2}")), "outcome", "o1")
    assert outcome.lacks == ("none of 2 actions", "no organisation")


@pytest.mark.parametrize(
    ("until", "status"),
    [
        ("September 2026", GoalStatus.ACCEPTED),
        ("2026-09-30", GoalStatus.ACCEPTED),
        ("2026-09-29", GoalStatus.MISSING),
        ("ongoing", GoalStatus.ACCEPTED),
        ("end of plan", GoalStatus.ACCEPTED),
    ],
)
def test_a_gap_is_accepted_until_the_last_day(until: str, status: GoalStatus) -> None:
    strategy = with_outcome(f"accepted_gap: {{reason: Known., until: {until}}}")
    assert one(cover(action("ref: 1.1"), strategy=strategy), "outcome", "o1").status is status


def test_an_accepted_gap_that_something_serves_is_no_gap() -> None:
    gap = "accepted_gap: {reason: Known., until: 2027}"
    covered = cover(action("outcomes: [o1]"), strategy=with_outcome(gap))
    partial = cover(action("outcomes: [o1]"), strategy=with_outcome(f"needs: {{actions: 2}}, {gap}"))
    assert one(covered, "outcome", "o1").status is GoalStatus.COVERED
    assert one(partial, "outcome", "o1").status is GoalStatus.PARTIAL


# Percent: covered out of all, the accepted left out of both.


@pytest.mark.parametrize(
    ("goals", "percent"),
    [
        ("{id: a, title: A}", 0.0),
        ("{id: r1, title: A}, {id: b, title: B}, {id: c, title: C}", 33.3),
        ("{id: r1, title: A}, {id: r2, title: B}, {id: c, title: C}", 66.6),
        ("{id: r1, title: A}, {id: c, title: C, accepted_gap: {reason: Known., until: 2027}}", 100.0),
        ("{id: c, title: C, accepted_gap: {reason: Known., until: 2027}}", 100.0),
        ("", 100.0),
    ],
)
def test_percent_has_one_decimal_rounded_down(goals: str, percent: float) -> None:
    asks = goals.replace("title:", "by: Ofsted, on: March 2026, title:")
    coverage = cover(action("recommendations: [r1, r2]"), strategy=f"{GOALS}  [{asks}]")
    assert coverage.percent("recommendation") == percent


def test_a_partial_outcome_is_not_covered() -> None:
    coverage = cover(
        action("outcomes: [o1, o2, o3]"),
        measures="{measures: [{id: m1, title: Homes, unit: count, better: higher, outcomes: [o1, o2]}]}",
    )
    assert coverage.percent("outcome") == 66.6


# The whole.


def test_goals_are_in_the_order_of_the_strategy() -> None:
    coverage = cover(action("outcomes: [o1]"))
    assert list(coverage.goals) == list(GOAL_KINDS)
    assert [goal.id for goal in coverage.goals["outcome"]] == ["o1", "o2", "o3"]
    assert [goal.id for goal in coverage][:4] == ["o1", "o2", "o3", "home"]
    assert coverage.as_at == AS_AT


def test_measures_are_those_that_name_the_outcome_each_once() -> None:
    measures = (
        "{measures: [{id: m1, title: Homes, unit: count, better: higher, outcomes: [o1, o1]}, "
        "{id: m2, title: Moves, unit: count, better: lower, outcomes: [o2]}, {id: m3, title: Spend, unit: pounds, "
        "better: neither, outcomes: [o1]}]}"
    )
    coverage = cover(action("outcomes: [o1]"), measures=measures)
    assert [measure.id for measure in one(coverage, "outcome", "o1").measures] == ["m1", "m3"]
    assert one(coverage, "priority", "home").measures == ()


def test_it_is_incomplete_while_something_could_not_be_read() -> None:
    texts = lay_over({})
    assert not coverage_of(assemble(texts, AS_AT)).incomplete
    assert coverage_of(
        assemble({**texts, "plans/b.yaml": Unreadable("it is not UTF-8", "save it again")}, AS_AT)
    ).incomplete
    broken = lay_over({"plan": "{actions: [{id: a1}]}"})
    assert coverage_of(assemble(broken, AS_AT)).incomplete


def test_without_a_strategy_there_are_no_goals() -> None:
    coverage = coverage_of(assemble({}, AS_AT))
    assert list(coverage) == []
    assert coverage.percent("outcome") == 100.0


def test_it_is_worked_out_once() -> None:
    workspace = assemble(lay_over({}), AS_AT)
    assert coverage_of(workspace) is coverage_of(workspace)
