"""Periods that end before they start, in a file of any kind, and work outside the period of its plan or strategy.

Only plans have work in a period, and only they serve a strategy; the other two rules are about nothing else.
"""

from collections.abc import Iterator

from coparent import advice
from coparent.diagnostics import Diagnostic, Level, Related, Spot
from coparent.progress import ActionProgress, progress_of, read_in_full
from coparent.progress.dates import DatedProgress
from coparent.progress.offers import offer_move
from coparent.rules.dates.years import in_another_year
from coparent.rules.registry import Family
from coparent.schema.field_values import FieldValue, describe, find_field_values
from coparent.schema.measures import Reading
from coparent.schema.naming import named, named_within, short_name
from coparent.schema.plan import Plan, Resources
from coparent.schema.shapes import Holds
from coparent.schema.updates import ReturnedReading
from coparent.timescales import Timescale, add_months, in_words, month_in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")


@FAMILY.records("ends-before-it-starts", Level.ERROR)
def ends_before_it_starts(workspace: Workspace) -> Iterator[Diagnostic]:
    """A period whose end comes before its start.

    Why: nothing can fall within it, so everything judged by it is judged wrongly.
    Fix: correct the wrong one of the two.

    Before:
        period: {start: April 2027, end: March 2027}
    After:
        period: {start: April 2026, end: March 2027}
    """
    for file in workspace.files:
        for found in find_field_values(file, Holds.PERIOD):
            record, name = found.record, found.field.name
            if isinstance(found.value, Timescale) and _is_reversed(found.value):
                yield record.at(name, "end").says(
                    f"the {name.replace('_', ' ')} of {_describe_holder(found)} ends before it starts",
                    label="earlier than its start",
                    help="correct the one that is wrong,  start:  or  end:",
                    related=(Related(record.at(name, "start"), "starts here"),),
                )


def _is_reversed(period: Timescale) -> bool:
    return period.start is not None and period.end is not None and period.end < period.start


def _describe_holder(found: FieldValue) -> str:
    """The words for what a period is of."""
    match found.record:
        case Resources():
            return f"the money of {describe(found.parents[-1], found.parents[:-1])}"
        case ReturnedReading():
            return f"a reading of {found.record.measure}"
        case Reading():
            return f"a reading of {short_name(found.parents[-1])}"
        case _:
            return describe(found.record, found.parents)


@FAMILY.records("outside-plan-period", Level.WARNING)
def outside_plan_period(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action, or a milestone of one without an end, that lies wholly outside the time of its plan.

    Why: when the plan ends nobody will be asking for it any more.
    Fix: bring the date into the plan, or carry the action forward into the next one.

    Before:
        period: 2026/27
        actions:
          - id: home-03
            title: Open two homes
            due: June 2027
    After:
        period: 2026/27
        actions:
          - id: home-03
            title: Open two homes
            due: March 2027
    """
    for plan, spot, problem, help in _find_outside(workspace):
        period, holder = workspace.period(plan), plan if plan.period is not None else workspace.strategy
        if period is not None and holder is not None:
            yield spot.says(
                problem,
                label=f"outside {in_words(period)}",
                help=help,
                related=(Related(holder.at("period"), f"the time of {holder.id}"),),
            )


def _offer_within(dated: DatedProgress, spot: Spot, when: Timescale, period: Timescale) -> str:
    """The same date in a year of the plan, if there is one, or its last month: as a move of what a board agreed to."""
    if period.end is None or when.end is None:
        return ""
    years = period.end.year - when.end.year
    years -= add_months(when.end, 12 * years) > period.end
    same = add_months(when.end, 12 * years)
    fits = years != 0 and period.start is not None and max(period.start, dated.workspace.as_at) <= same
    to = in_another_year(when, years) if fits else month_in_words(period.end)
    return offer_move(dated, spot, to) if dated.plan.status in ("approved", "closed") else advice.write(to)


def _find_outside(workspace: Workspace) -> Iterator[tuple[Plan, Spot, str, str]]:
    """Actions, then milestones of actions without an end: one with an end is flagged in place of its milestones.

    Each with its plan, its spot, what is wrong and what to type.
    """
    for progress in read_in_full(workspace, "due", "rescheduled", "start"):
        period = _sound_period(workspace, progress.plan)
        if period is not None and progress.counts_towards_goals:
            yield from _judge_action(progress, period)
    for progress in progress_of(workspace).actions:
        period = _sound_period(workspace, progress.plan)
        if period is None or (progress.due is not None and progress.due.end is not None):
            continue
        for step in progress.milestones_to_come:
            if step.due is not None and step.due.is_after(period):
                spot = workspace.due_spot(step.milestone)
                problem = f"{named_within(step.milestone, progress.action)} is due after its plan has ended"
                yield progress.plan, spot, problem, _offer_within(step, spot, step.due, period)


def _judge_action(progress: ActionProgress, period: Timescale) -> Iterator[tuple[Plan, Spot, str, str]]:
    plan, action, due = progress.plan, progress.action, progress.due
    spot = progress.workspace.due_spot(action)
    if due is not None and due.is_after(period):
        yield plan, spot, f"{named(action)} is due after its plan has ended", _offer_within(progress, spot, due, period)
    elif due is not None and period.is_after(due):
        yield plan, spot, f"{named(action)} is due before its plan begins", _offer_within(progress, spot, due, period)
    elif action.start is not None:
        start = action.start.within(period)
        if start.is_after(period) and start.start is not None and period.end is not None:
            last = min(period.end, due.end if due is not None and due.end is not None else period.end)
            help = advice.write(month_in_words(last))
            yield plan, action.at("start"), f"{named(action)} starts after its plan has ended", help


def _sound_period(workspace: Workspace, plan: Plan) -> Timescale | None:
    """The period of a plan; None if there is none, or if it ends before it starts."""
    period = workspace.period(plan)
    return None if period is None or _is_reversed(period) else period


@FAMILY.records("plan-outside-strategy", Level.WARNING)
def plan_outside_strategy(workspace: Workspace) -> Iterator[Diagnostic]:
    """A plan for a time in which the strategy is not in force.

    Why: it serves goals that have ended, or that nobody has agreed yet.
    Fix: correct the year, or move the plan to the strategy of its own time.

    Before:
        period: 2016/17
    After:
        period: 2026/27
    """
    strategy = workspace.strategy
    if strategy is None or _is_reversed(strategy.period):
        return
    for plan in workspace.plans:
        if plan.period is None or _is_reversed(plan.period):
            continue
        is_late = plan.period.is_after(strategy.period)
        if is_late or strategy.period.is_after(plan.period):
            yield plan.at("period").says(
                f"{named(plan)} {'begins after the strategy ends' if is_late else 'ends before the strategy begins'}",
                label=f"the strategy is for {in_words(strategy.period)}; without this line the plan takes its time",
                help=advice.TAKE_LINE_OUT,
                related=(Related(strategy.at("period"), "the strategy's time"),),
            )
