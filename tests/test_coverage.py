"""What serves each goal, and what is lacking: exactly as the plan format and the command line define it."""

from datetime import date

import pytest

from coparent.coverage import (
    GOAL_KINDS,
    Coverage,
    GoalCoverage,
    GoalStatus,
    OrganisationCoverage,
    coverage_of,
    survey_of,
)
from coparent.documents.reading import Unreadable
from coparent.progress import progress_of
from coparent.workspace import assemble
from coparent.workspace.audience import Audience
from tests.workspaces import AS_AT, lay_over

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


def goal_of(coverage: Coverage, kind: str, name: str) -> GoalCoverage:
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
    assert [len(goal_of(coverage, "promise", "p1").actions), len(goal_of(coverage, "outcome", "o3").actions)] == [1, 1]
    assert len(goal_of(coverage, "principle", "views").actions) == 1


def test_actions_are_live_until_they_are_complete() -> None:
    stages = "not-started", "in-progress", "paused", "complete"
    actions = [action(f"outcomes: [o1], {stage(name)}", f"a{place}") for place, name in enumerate(stages)]
    outcome = goal_of(cover(", ".join(actions)), "outcome", "o1")
    assert [len(outcome.actions), len(outcome.live)] == [4, 3]
    assert [progress.stage for progress in outcome.live] == ["not-started", "in-progress", "paused"]


@pytest.mark.parametrize(("status", "approved"), [("draft", 0), ("consultation", 0), ("approved", 1), ("closed", 1)])
def test_plans_of_every_status_count_and_the_approved_are_counted_apart(status: str, approved: int) -> None:
    plan = f"status: {status}, approval: {{by: board, on: 2026-04-01}}"
    outcome = goal_of(cover(action("outcomes: [o1]"), plan=plan), "outcome", "o1")
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
    assert goal_of(cover(action(f"outcomes: [o1], {fields}")), "outcome", "o1").organisations == organisations
    overlays = {"strategy": STRATEGY, "plan": f"{{actions: [{action(fields)}]}}"}
    workspace = assemble(lay_over(overlays), AS_AT)
    assert progress_of(workspace).actions[0].organisations == organisations


def test_an_organisation_counts_once_for_a_goal() -> None:
    actions = f"{action('outcomes: [o1], partners: [icb]')}, {action('outcomes: [o1], partners: [icb, north]', 'a2')}"
    assert goal_of(cover(actions), "outcome", "o1").organisations == ("ecc", "icb", "north")


def test_groups_that_hold_each_other_have_an_end() -> None:
    strategy = STRATEGY.replace("members: [north, south]", "members: [north, everyone]")
    outcome = goal_of(cover(action("outcomes: [o1], partners: [districts]"), strategy=strategy), "outcome", "o1")
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
    outcome = goal_of(cover(action("outcomes: [o1]"), strategy=with_outcome(needs)), "outcome", "o1")
    assert (outcome.status, outcome.lacks) == (status, lacks)


def test_an_outcome_needs_one_of_each_unless_it_says_otherwise() -> None:
    unmeasured = "{measures: [{id: m1, title: Homes, unit: count, better: higher, outcomes: [o2]}]}"
    outcome = goal_of(cover(action("outcomes: [o1], measures: [m1]"), measures=unmeasured), "outcome", "o1")
    assert (outcome.status, outcome.lacks) == (GoalStatus.PARTIAL, ("no measure",))


def test_other_goals_need_one_action_and_no_more() -> None:
    unmeasured = "{measures: [{id: m1, title: Homes, unit: count, better: higher}]}"
    coverage = cover(action("outcomes: [o1], recommendations: [r1]"), measures=unmeasured)
    assert goal_of(coverage, "priority", "home").status is GoalStatus.COVERED
    assert goal_of(coverage, "recommendation", "r1").status is GoalStatus.COVERED
    assert goal_of(coverage, "promise", "p2").status is GoalStatus.MISSING
    assert goal_of(coverage, "promise", "p2").lacks == ("no action",)


def test_what_is_short_of_several_is_said_so() -> None:
    outcome = goal_of(cover(action("ref: 1.1"), strategy=with_outcome("needs: {actions: 2}")), "outcome", "o1")
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
    assert goal_of(cover(action("ref: 1.1"), strategy=strategy), "outcome", "o1").status is status


def test_an_accepted_gap_that_something_serves_is_no_gap() -> None:
    gap = "accepted_gap: {reason: Known., until: 2027}"
    covered = cover(action("outcomes: [o1]"), strategy=with_outcome(gap))
    partial = cover(action("outcomes: [o1]"), strategy=with_outcome(f"needs: {{actions: 2}}, {gap}"))
    assert goal_of(covered, "outcome", "o1").status is GoalStatus.COVERED
    assert goal_of(partial, "outcome", "o1").status is GoalStatus.PARTIAL


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
    assert [measure.id for measure in goal_of(coverage, "outcome", "o1").measures] == ["m1", "m3"]
    assert goal_of(coverage, "priority", "home").measures == ()


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


# What is fragile, although something serves it.

LIVE = "updates: [{on: 2026-06-30, stage: in-progress, summary: Begun.}]"
DONE = stage("complete")
SOON, LATER = "due: March 2027", "due: March 2029"


def fragile(*actions: str, strategy: str = STRATEGY, as_at: date = AS_AT) -> tuple[str, ...]:
    """What is fragile about the outcome o1 when these actions serve it."""
    written = ", ".join(action(f"outcomes: [o1], {fields}", f"a{number}") for number, fields in enumerate(actions))
    overlays = {"strategy": strategy, "plan": f"{{actions: [{written}], partners: []}}"}
    survey = survey_of(assemble(lay_over(overlays), as_at))
    return next(found.fragile for found in survey.goals["outcome"] if found.goal.id == "o1")


def named(fields: str) -> str:
    return f"{fields}, partners: [icb]"


EARLY = "nothing is due in the strategy's last two years (to March 2030)"


@pytest.mark.parametrize(
    ("actions", "words"),
    [
        ((LATER,), ("only one action, by one organisation, and it ends in March 2029",)),
        ((named(LATER),), ("only one action, and it ends in March 2029",)),
        (("ref: 1.1",), ("only one action, by one organisation",)),
        (("due: ongoing, review: March 2027, partners: [icb]",), ("only one action",)),
        ((f"{LATER}, {DONE}",), ("only one action, by one organisation, and it is complete",)),
        ((named("due: June 2026"),), ("only one action, and it is late: it was due in June 2026", EARLY)),
        ((named("due: 2026-06-05"),), ("only one action, and it is late: it was due on 5 June 2026", EARLY)),
        ((LATER, LATER), ("only one organisation, and its two actions end in March 2029",)),
        ((SOON, SOON), ("only one organisation, and its two actions end in March 2027", EARLY)),
        ((SOON, LATER, SOON), ("only one organisation, and the last of its three actions ends in March 2029",)),
        ((LATER, "ref: 1.1"), ("only one organisation",)),
        ((f"{SOON}, {DONE}", f"{LATER}, {DONE}"), ("only one organisation, and its two actions are complete",)),
        ((named(LATER), LATER), ()),
        (
            (named("due: June 2026"), "due: May 2026"),
            ("everything still to be done is late", EARLY),
        ),
        ((named(f"due: June 2026, {DONE}"), "due: May 2026"), ("the one action still to be done is late", EARLY)),
        ((named("due: June 2026"), LATER), ()),
        ((named(SOON), SOON), (EARLY,)),
        ((named("due: March 2028"), SOON), (EARLY,)),
        ((named("due: April 2028"), SOON), ()),
        ((named(SOON), "due: ongoing, review: March 2027"), ()),
        ((named(SOON), "due: to be confirmed"), ()),
        ((), ()),
    ],
)
def test_what_makes_a_goal_fragile_is_said_in_words(actions: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert fragile(*actions) == words


def test_a_forecast_past_the_date_is_late() -> None:
    forecast = "updates: [{on: 2026-06-30, stage: in-progress, summary: Slow., forecast: June 2029}]"
    assert fragile(named(f"{LATER}, {forecast}")) == ("only one action, and it is late",)


def test_what_the_needs_already_say_is_not_said_again() -> None:
    needing = with_outcome("needs: {organisations: 2}")
    assert fragile(LATER, LATER, strategy=needing) == ("its two actions end in March 2029",)
    assert fragile(LATER, strategy=with_outcome("needs: {actions: 2}")) == ("it ends in March 2029",)


def test_all_that_is_lacking_is_what_is_short_and_what_is_fragile() -> None:
    texts = lay_over({"strategy": STRATEGY, "measures": "measures: []", "plan": "partners: []"})
    survey = survey_of(assemble(texts, AS_AT))
    assert survey.goals["outcome"][0].lacks == (
        "no measure",
        "only one action, by one organisation, and it ends in March 2027",
        EARLY,
    )


def test_a_date_that_could_not_be_read_makes_nothing_fragile() -> None:
    assert fragile("due: soon") == ()


def test_without_a_strategy_nothing_is_fragile() -> None:
    survey = survey_of(assemble({}, AS_AT))
    assert not any(survey.goals.values())
    assert (survey.organisations, survey.matrix) == ((), ())


# Who takes part.


def taking_part(actions: str) -> dict[str, OrganisationCoverage]:
    overlays = {"strategy": STRATEGY, "plan": f"{{actions: [{actions}], partners: []}}"}
    return {covered.id: covered for covered in survey_of(assemble(lay_over(overlays), AS_AT)).organisations}


def test_an_organisation_takes_part_in_what_it_leads_or_joins() -> None:
    parts = taking_part(
        f"{action('outcomes: [o3, o1], lead: {role: Nurses, organisation: icb}')}, "
        f"{action('outcomes: [o1], partners: [icb]', 'a2')}, {action(f'outcomes: [o2], {DONE}', 'a3')}"
    )
    icb, ecc, north = parts["icb"], parts["ecc"], parts["north"]
    assert [action.id for action in icb.actions] == ["a1", "a2"]
    assert [action.id for action in icb.leads] == ["a1"]
    assert icb.outcomes == ("o1", "o3")
    assert ([action.id for action in ecc.leads], len(ecc.live), len(ecc.approved)) == (["a2", "a3"], 1, 0)
    assert (north.actions, north.lacks) == ((), ("no action",))


def test_a_group_takes_part_through_its_members_and_names_how_many_do_not() -> None:
    parts = taking_part(f"{action('partners: [north]')}, {action('partners: [districts]', 'a2')}")
    assert parts["districts"].members == ("north", "south")
    assert [action.id for action in parts["districts"].actions] == ["a1", "a2"]
    assert [action.id for action in parts["south"].actions] == ["a2"]
    assert parts["districts"].lacks == ()
    assert parts["everyone"].lacks == ("1 of 4 members has no action",)


# Pairs: a gap only where the strategy links the two.


def test_only_a_pair_that_the_strategy_links_is_a_gap() -> None:
    overlays = {"strategy": STRATEGY, "plan": f"{{actions: [{action('outcomes: [o1, o3], priorities: [self]')}]}}"}
    pairs = {(pair.priority, pair.outcome): pair for pair in survey_of(assemble(lay_over(overlays), AS_AT)).matrix}
    assert [key for key, pair in pairs.items() if pair.is_linked] == [("home", "o1"), ("health", "o2"), ("self", "o2")]
    assert [key for key, pair in pairs.items() if pair.is_gap] == [("home", "o1"), ("health", "o2"), ("self", "o2")]
    assert [key for key, pair in pairs.items() if pair.actions] == [("self", "o1"), ("self", "o3")]


def test_a_pair_whose_gap_a_board_has_accepted_is_none() -> None:
    accepted = with_outcome("priorities: [home], accepted_gap: {reason: Known., until: 2027}")
    overlays = {"strategy": accepted, "plan": f"{{actions: [{action('outcomes: [o2]')}]}}"}
    assert not any(pair.is_gap for pair in survey_of(assemble(lay_over(overlays), AS_AT)).matrix)


# Audiences: what its readers may not see is not counted.


@pytest.mark.parametrize(
    ("audience", "ids", "left_out"),
    [(Audience.PUBLIC, ["a1"], 2), (Audience.PARTNER, ["a1", "a2"], 1), (Audience.INTERNAL, ["a1", "a2", "a3"], 0)],
)
def test_an_audience_counts_only_what_it_may_see(audience: Audience, ids: list[str], left_out: int) -> None:
    seen = ["visibility: public", "visibility: partner", "visibility: internal"]
    actions = ", ".join(action(f"outcomes: [o1], {fields}", f"a{number}") for number, fields in enumerate(seen, 1))
    workspace = assemble(lay_over({"strategy": STRATEGY, "plan": f"{{actions: [{actions}]}}"}), AS_AT)
    survey = survey_of(workspace, audience)
    assert [action.id for action in survey.goals["outcome"][0].goal.actions] == ids
    assert (survey.left_out, survey.audience) == (left_out, audience)
    assert len(coverage_of(workspace).goals["outcome"][0].actions) == 3
