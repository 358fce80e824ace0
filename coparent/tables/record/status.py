"""Where a record stands, as it is worked out from the plans: the facts at the head of its sheet."""

from collections.abc import Iterator

from coparent.coverage import GoalCoverage, coverage_of
from coparent.coverage.organisations import organisations_covered
from coparent.progress import ActionProgress, MeasureProgress, progress_of
from coparent.progress.wording import england, lateness_in_words
from coparent.schema.measures import Measure
from coparent.schema.plan import Action, Milestone, Plan, Risk
from coparent.schema.strategy import Organisation
from coparent.tables.layout import Look
from coparent.tables.measures import direction_in_words, figure, target_in_words, trend
from coparent.tables.record.fields import date_in_words, title_of
from coparent.tables.record.finding import Found
from coparent.tables.record.sheet import Fact
from coparent.tables.risks import score
from coparent.tables.wording import stage_in_words
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words
from coparent.workspace import Workspace


def standing_of(workspace: Workspace, found: Found, look: Look) -> Iterator[Fact]:
    """The facts of a record, of whatever kind."""
    record = found.record
    if isinstance(record, Action):
        yield from _action(progress_of(workspace).by_action[record.id])
    elif isinstance(record, Measure):
        yield from _measure(progress_of(workspace).by_measure[record.id], look)
    elif isinstance(record, Plan):
        yield from _plan([one for one in progress_of(workspace).actions if one.plan is record])
    elif isinstance(record, Milestone):
        yield from _milestone(workspace, found, record)
    elif isinstance(record, Risk):
        yield Fact("plan", in_a_plan(workspace, found))
        yield Fact("score", f"{score(record)} of 25")
    elif isinstance(record, Organisation):
        yield from _organisation(workspace, record)
    elif (goal := goal_of(workspace, found)) is not None:
        yield from _goal(goal)


def goal_of(workspace: Workspace, found: Found) -> GoalCoverage | None:
    """The coverage of a goal; None if the record is none."""
    goals = coverage_of(workspace).goals.get(found.kind, ())
    return next((goal for goal in goals if goal.goal is found.record), None)


def _action(one: ActionProgress) -> Iterator[Fact]:
    late = lateness_in_words(one)
    yield Fact("plan", f"{one.plan.title} ({one.plan.id})")
    yield Fact("state", f"{stage_in_words(one)}{f', {late}' if late else ''}")
    if one.due is not None:
        moved = one.first_due if one.first_due is not None and one.first_due != one.due else None
        yield Fact("due", f"{date_in_words(one.due)}{f', first agreed as {moved.written}' if moved else ''}")
    if one.completed_on is not None:
        yield Fact("completed", day_in_words(one.completed_on))
    yield Fact("last update", day_in_words(one.latest.on) if one.latest is not None else "none yet")
    if one.update_due_since is not None:
        yield Fact("update due", f"since {day_in_words(one.update_due_since)}")


def in_a_plan(workspace: Workspace, found: Found) -> str:
    """The plan that a record is in."""
    return f"{title_of(workspace, 'plan', found.within)} ({found.within})"


def _measure(one: MeasureProgress, look: Look) -> Iterator[Fact]:
    yield Fact("latest", latest_in_words(one, look))
    if (beside := england(one.latest)) is not None:
        yield Fact("England", figure(beside, one.measure.unit, look))
    if drawn := trend(one, look):
        yield Fact("trend", drawn)
    target = target_in_words(one, look)
    yield Fact("target", f"{target}{f': {one.status}' if one.status else ''}" if target else "none")
    if one.stale_since is not None:
        yield Fact("reading due", f"since {day_in_words(one.stale_since)}")


def latest_in_words(one: MeasureProgress, look: Look) -> str:
    """The last figure of a measure, what it is of, and which way it went."""
    if one.latest is None:
        return "no figure yet"
    words = f"{figure(one.latest.value, one.measure.unit, look)}, {one.latest.period.written}"
    direction = direction_in_words(one)
    return f"{words}, {direction}{' than before' if direction in ('better', 'worse') else ''}" if direction else words


def _plan(actions: list[ActionProgress]) -> Iterator[Fact]:
    parts = [
        (sum(one.is_live for one in actions), "to be done"),
        (sum(one.is_overdue for one in actions), "overdue"),
        (sum(one.update_due_since is not None for one in actions), "with an update due"),
    ]
    said = listing([f"{number} {words}" for number, words in parts if number])
    yield Fact("progress", f"{count(len(actions), 'action')}{f': {said}' if said else ''}")


def _milestone(workspace: Workspace, found: Found, milestone: Milestone) -> Iterator[Fact]:
    for one in progress_of(workspace).actions:
        if any(own is milestone for own in one.action.milestones):
            yield Fact("action", f"{one.action.title} ({one.action.id})")
            yield Fact("state", reached_in_words(workspace, one.plan, milestone))


def reached_in_words(workspace: Workspace, plan: Plan, milestone: Milestone) -> str:
    """When a milestone is due, and whether it was reached, missed or given up by the day."""
    due = workspace.due(milestone, plan)
    when = f"due {due.written}" if due is not None else "no date"
    if milestone.done is not None and workspace.is_done(milestone):
        return f"{when}; reached on {day_in_words(milestone.done)}"
    if milestone.dropped is not None and milestone.dropped.on <= workspace.as_at:
        return f"{when}; given up on {day_in_words(milestone.dropped.on)}: {milestone.dropped.reason}"
    return f"{when}; overdue" if due is not None and due.end is not None and due.end < workspace.as_at else when


def _organisation(workspace: Workspace, organisation: Organisation) -> Iterator[Fact]:
    for covered in organisations_covered(workspace):
        if covered.organisation is organisation:
            overdue = sum(one.is_overdue for one in covered.actions)
            said = (
                f"{count(len(covered.actions), 'action')}, leads {len(covered.leads)}, {len(covered.live)} to be done"
            )
            yield Fact("takes part in", f"{said}{f', {overdue} overdue' if overdue else ''}")
            if covered.outcomes:
                yield Fact("serves", f"outcomes {listing(covered.outcomes)}")


def _goal(goal: GoalCoverage) -> Iterator[Fact]:
    lacks = f": {listing(goal.lacks)}" if goal.lacks else ""
    yield Fact("coverage", f"{goal.status}{lacks}")
    amounts = [count(len(goal.actions), "action"), count(len(goal.organisations), "organisation")]
    if goal.kind == "outcome":
        amounts.append(count(len(goal.measures), "measure"))
    yield Fact("served by", listing(amounts))
