"""What is said to have happened on a day that is still to come."""

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

Subject: TypeAlias = str | Record | tuple[Record, Record]
"""What something is said of: an id, a record, or a record with the one that it belongs to."""


class _Claim(NamedTuple):
    """A day on which something is said to have happened, the field that says so, and a sentence for the finding.

    `sentence` has braces in place of its subject, because hardly any claim is ever put into words.
    """

    day: date
    record: Record
    field: str
    sentence: str
    subject: Subject


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
    for claim in chain(_claims_of_plans(workspace), _claims_of_measures_and_returns(workspace)):
        if claim.day > today:
            yield claim.record.at(claim.field).says(
                f"{claim.sentence.format(_name(claim.subject))} {day_in_words(claim.day)}, which is still to come",
                label=f"later than {day_in_words(today)}",
                help=f"write the day on which it was true, such as  {day_in_words(_last_time(claim.day, today))}",
            )
    for reading, subject in _readings(workspace):
        end = reading.period.end
        if end is not None and end > today:
            yield reading.at("period").says(
                f"a reading of {_name(subject)} is for a time that ends on {day_in_words(end)}, which is still to come",
                label=f"later than {day_in_words(today)}",
                help="correct the year, or write only the time that the figure is for",
            )


def _name(subject: Subject) -> str:
    if isinstance(subject, str):
        return subject
    return named_within(*subject) if isinstance(subject, tuple) else named(subject)


def _last_time(day: date, today: date) -> date:
    """The last time that this day and month came round."""
    this_year = add_months(day, 12 * (today.year - day.year))
    return this_year if this_year <= today else add_months(this_year, -12)


def _claims_of_plans(workspace: Workspace) -> Iterator[_Claim]:
    for plan in workspace.plans:
        if plan.approval is not None:
            yield _Claim(plan.approval.on, plan.approval, "on", "{} is said to be approved on", plan)
        for action in plan.actions:
            for update in action.updates:
                yield _Claim(update.on, update, "on", "an update of {} is dated", action)
            yield from _claims_of_moves(action, action)
            for milestone in action.milestones:
                yield from _claims_of_milestone(milestone, action)


def _claims_of_milestone(milestone: Milestone, action: Action) -> Iterator[_Claim]:
    subject = (milestone, action)
    if milestone.done is not None:
        yield _Claim(milestone.done, milestone, "done", "{} is said to be done on", subject)
    if milestone.dropped is not None:
        yield _Claim(milestone.dropped.on, milestone.dropped, "on", "{} is said to be dropped on", subject)
    yield from _claims_of_moves(milestone, subject)


def _claims_of_moves(record: Action | Milestone, subject: Subject) -> Iterator[_Claim]:
    for move in record.rescheduled:
        yield _Claim(move.on, move, "on", "the date of {} is said to be moved on", subject)


def _claims_of_measures_and_returns(workspace: Workspace) -> Iterator[_Claim]:
    for file in workspace.returns:
        yield _Claim(file.on, file, "on", "the return {} is dated", file.id)
        for update in file.updates:
            if update.on is not None:
                yield _Claim(update.on, update, "on", "an update of {} is dated", update.action)
    for reading, subject in _readings(workspace):
        if reading.published is not None:
            yield _Claim(reading.published, reading, "published", "a reading of {} is said to be published on", subject)


def _readings(workspace: Workspace) -> Iterator[tuple[Reading, Subject]]:
    for measure in workspace.measures:
        for reading in measure.readings:
            yield reading, measure
    for file in workspace.returns:
        for returned in file.readings:
            yield returned, returned.measure
