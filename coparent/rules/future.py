"""Dates: what is said to have happened on a day that is still to come."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeAlias

from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.schema.measures import Reading
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Action, Milestone
from coparent.schema.record import Record
from coparent.timescales import add_months, day_in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")


Whose: TypeAlias = str | tuple[Record, ...]
"""An id; or a record; or one and the record that it belongs to."""


class _Claim(NamedTuple):
    """A day on which something is said to have happened, the field that says so, and whose it is."""

    day: date
    record: Record
    field: str
    whose: Whose
    says: str


def _called(whose: Whose) -> str:
    if isinstance(whose, str):
        return whose
    return named(whose[0]) if len(whose) == 1 else named_within(*whose)


@FAMILY.records("date-in-future", Level.ERROR)
def date_in_future(workspace: Workspace) -> Iterator[Diagnostic]:
    """Something that is said to have happened on a day that is still to come.

    Why: no paper shows it before that day, so what was written there is lost without a word.
    Fix: write the day on which it was true. It is usually the year that is wrong.

    Before:
        on: 30 September 2062
    After:
        on: 30 September 2026
    """
    today = workspace.today
    for claim in chain(_claims_of_plans(workspace), _claims_of_returns(workspace), _claims_of_readings(workspace)):
        if claim.day > today:
            yield claim.record.at(claim.field).says(
                f"{claim.says.format(_called(claim.whose))} {day_in_words(claim.day)}, which is still to come",
                label=f"later than {day_in_words(today)}",
                help=f"write the day on which it was true, such as  {day_in_words(_last_time(claim.day, today))}",
            )
    for reading, whose in _readings(workspace):
        end = reading.period.end
        if end is not None and end > today:
            yield reading.at("period").says(
                f"a reading of {_called(whose)} is for a time that ends on {day_in_words(end)}, which is still to come",
                label=f"later than {day_in_words(today)}",
                help="correct the year, or write only the time that the figure is for",
            )


def _last_time(day: date, today: date) -> date:
    """The last time that this day and month came round."""
    years = day.year - today.year
    same = add_months(day, -12 * years)
    return same if same <= today else add_months(same, -12)


def _claims_of_plans(workspace: Workspace) -> Iterator[_Claim]:
    for plan in workspace.plans:
        if plan.approval is not None:
            yield _Claim(plan.approval.on, plan.approval, "on", (plan,), "{} is said to be approved on")
        for action in plan.actions:
            for update in action.updates:
                yield _Claim(update.on, update, "on", (action,), "an update of {} is dated")
            if action.rescheduled:
                yield from _claims_of_moves(action, (action,))
            for milestone in action.milestones:
                yield from _claims_of_milestone(milestone, action)


def _claims_of_milestone(milestone: Milestone, action: Action) -> Iterator[_Claim]:
    whose = (milestone, action)
    if milestone.done is not None:
        yield _Claim(milestone.done, milestone, "done", whose, "{} is said to be done on")
    if milestone.dropped is not None:
        yield _Claim(milestone.dropped.on, milestone.dropped, "on", whose, "{} is said to be dropped on")
    if milestone.rescheduled:
        yield from _claims_of_moves(milestone, whose)


def _claims_of_moves(record: Action | Milestone, whose: Whose) -> Iterator[_Claim]:
    for move in record.rescheduled:
        yield _Claim(move.on, move, "on", whose, "the date of {} is said to be moved on")


def _claims_of_returns(workspace: Workspace) -> Iterator[_Claim]:
    for file in workspace.returns:
        yield _Claim(file.on, file, "on", file.id, "the return {} is dated")
        for update in file.updates:
            if update.on is not None:
                yield _Claim(update.on, update, "on", update.action, "an update of {} is dated")


def _claims_of_readings(workspace: Workspace) -> Iterator[_Claim]:
    for reading, whose in _readings(workspace):
        if reading.published is not None:
            yield _Claim(reading.published, reading, "published", whose, "a reading of {} is said to be published on")


def _readings(workspace: Workspace) -> Iterator[tuple[Reading, Whose]]:
    for measure in workspace.measures:
        for reading in measure.readings:
            yield reading, (measure,)
    for file in workspace.returns:
        for returned in file.readings:
            yield returned, returned.measure
