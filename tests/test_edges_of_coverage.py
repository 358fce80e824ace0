"""The edges of coverage: the day itself, needs that are just short, and the numbers over all goals."""

from datetime import date

import pytest

from coparent.coverage import GoalStatus, Survey, coverage_of, survey_of
from coparent.workspace import assemble
from tests.workspaces import AS_AT, lay_over

STRATEGY = """
priorities: [{id: home, title: Home}]
outcomes:
  - {id: o1, title: Near}
  - {id: o2, title: Well, NEEDS}
organisations:
  - {id: ecc, name: The county council, type: council}
  - {id: icb, name: The health board, type: nhs}
"""


def survey(*actions: str, needs: str = "priorities: [home]", as_at: date = AS_AT, measures: str = "") -> Survey:
    """The coverage of a strategy of two outcomes by actions with these fields."""
    written = ", ".join(f"{{id: a{number}, title: Act, {fields}}}" for number, fields in enumerate(actions))
    overlays = {
        "strategy": STRATEGY.replace("NEEDS", needs),
        "plan": f"{{actions: [{written}], partners: []}}",
        "measures": measures,
    }
    return survey_of(assemble(lay_over(overlays), as_at))


def fragile(*actions: str, measures: str = "") -> tuple[str, ...]:
    """What is fragile about the first outcome."""
    return survey(*actions, measures=measures).goals["outcome"][0].fragile


NOTHING_LATE = "nothing is due in the strategy's last two years (to March 2030)"


def test_what_ends_on_the_day_has_not_ended() -> None:
    ending = "outcomes: [o1], due: 2026-09-30"
    assert fragile(ending, ending) == ("only one organisation, and its two actions end in September 2026", NOTHING_LATE)
    assert fragile(ending, "outcomes: [o1], due: August 2026") == (
        "only one organisation, and the last of its two actions ends in September 2026",
        NOTHING_LATE,
    )


def test_what_ended_before_the_day_has_ended() -> None:
    first, last = "outcomes: [o1], due: July 2026", "outcomes: [o1], due: 2026-09-29"
    late = "everything still to be done is late"
    assert fragile(last, last) == (
        "only one organisation, and its two actions ended in September 2026",
        late,
        NOTHING_LATE,
    )
    assert fragile(first, last) == (
        "only one organisation, and the last of its two actions ended in September 2026",
        late,
        NOTHING_LATE,
    )


def test_what_is_forecast_to_be_late_was_not_yet_due_on_its_last_day() -> None:
    update = "updates: [{on: 2026-06-30, stage: in-progress, summary: Slow., forecast: June 2029}]"
    assert fragile(f"outcomes: [o1], partners: [icb], due: 2026-09-30, {update}") == (
        "only one action, and it is late",
        NOTHING_LATE,
    )


def test_a_fault_elsewhere_hides_nothing_that_is_fragile() -> None:
    broken = "{measures: [{id: m1, title: Homes, unit: cats, better: higher}]}"
    assert fragile("outcomes: [o1], due: March 2029", measures=broken) == (
        "only one action, by one organisation, and it ends in March 2029",
    )


def test_an_outcome_that_nothing_serves_lacks_one_of_each() -> None:
    found = survey("ref: 1.1", measures="{measures: []}").goals["outcome"]
    assert [assessment.goal.lacks for assessment in found] == [("no action", "no organisation", "no measure")] * 2


def test_goals_are_numbered_from_one() -> None:
    found = survey("ref: 1.1")
    assert [assessment.goal.label for assessment in found.goals["outcome"]] == ["Outcome 1", "Outcome 2"]


@pytest.mark.parametrize(
    ("as_at", "status"), [(date(2027, 3, 31), GoalStatus.ACCEPTED), (date(2027, 4, 1), GoalStatus.MISSING)]
)
def test_an_acceptance_by_the_strategys_years_runs_out_with_them(as_at: date, status: GoalStatus) -> None:
    accepted = "accepted_gap: {reason: Known., until: year 1}"
    assert survey("ref: 1.1", needs=accepted, as_at=as_at).goals["outcome"][1].goal.status is status


def test_goals_are_counted_by_how_they_are_served() -> None:
    measured = "{measures: [{id: m1, title: Homes, unit: count, better: higher, outcomes: [o1]}]}"
    found = survey(
        "outcomes: [o1], due: March 2029", needs="accepted_gap: {reason: Known., until: 2027}", measures=measured
    )
    assert [found.count("outcome", status) for status in GoalStatus] == [1, 0, 1, 0]
    assert [found.count("priority", status) for status in GoalStatus] == [0, 0, 0, 1]
    assert [assessment.goal.id for assessment in found.gaps("outcome")] == []
    assert [assessment.goal.id for assessment in found.gaps("priority")] == ["home"]


def test_partly_served_goals_are_gaps_too() -> None:
    found = survey("outcomes: [o1, o2]", needs="needs: {actions: 2}")
    assert "o2" in [assessment.goal.id for assessment in found.gaps("outcome")]


def test_a_survey_is_incomplete_if_the_plans_are_or_the_caller_knows_more() -> None:
    whole, broken = lay_over({}), lay_over({"plan": "{actions: [{id: a1}]}"})
    assert not survey_of(assemble(whole, AS_AT)).incomplete
    assert survey_of(assemble(whole, AS_AT), incomplete=True).incomplete
    assert survey_of(assemble(broken, AS_AT)).incomplete
    assert coverage_of(assemble(broken, AS_AT)).incomplete


def test_the_actions_of_a_goal_with_an_update_due_are_known() -> None:
    goal = survey("outcomes: [o1], start: October 2025", "outcomes: [o1]").goals["outcome"][0].goal
    assert [action.action.id for action in goal.with_update_due] == ["a0"]


def test_a_row_of_the_matrix_is_of_one_priority() -> None:
    overlays = {"strategy": STRATEGY.replace("title: Home}", "title: Home}, {id: health, title: Health}")}
    row = survey_of(assemble(lay_over({key: text.replace("NEEDS", "ref: x") for key, text in overlays.items()}), AS_AT))
    assert [(cell.priority, cell.outcome) for cell in row.matrix_row("health")] == [("health", "o1"), ("health", "o2")]


def test_a_plan_for_one_year_of_the_strategy_names_no_date_in_its_last_years() -> None:
    fields = "title: Act, outcomes: [o1], due: March 2027"
    actions = f"{{id: a0, {fields}}}, {{id: a1, {fields}}}"
    for period, expected in (("2026/27", ()), ("April 2026 to March 2030", (NOTHING_LATE,))):
        overlays = {
            "strategy": STRATEGY.replace("NEEDS", "priorities: [home]"),
            "plan": f"{{actions: [{actions}], partners: [], period: {period}}}",
        }
        found = survey_of(assemble(lay_over(overlays), AS_AT)).goals["outcome"][0].fragile
        assert found[1:] == expected
