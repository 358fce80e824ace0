"""What is said to have happened on a day that is still to come, or long before the strategy, in a file of any kind.

A period may be still to come; only a reading, wherever it is, is for a time that has ended.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from coparent import advice
from coparent.diagnostics import Diagnostic, Level
from coparent.rules.dates.years import in_another_year
from coparent.rules.registry import Family
from coparent.schema.field_values import FieldValue, describe, find_field_values
from coparent.schema.measures import Reading
from coparent.schema.plan import Approval, Dropped, Milestone, Move, Plan, Update
from coparent.schema.record import Record
from coparent.schema.shapes import Holds
from coparent.schema.updates import ReturnedReading, ReturnedUpdate, Updates
from coparent.timescales import Timescale, add_months, day_in_words, span_in_words
from coparent.workspace import Workspace
from coparent.workspace.written_days import write_day

FAMILY = Family("dates")

_CLAIMS: Mapping[tuple[type[Record], str], str] = {
    (Approval, "on"): "{} is said to be approved on",
    (Update, "on"): "an update of {} is dated",
    (ReturnedUpdate, "on"): "an update of {} is dated",
    (Updates, "on"): "the return {} is dated",
    (Move, "on"): "the date of {} is said to be moved on",
    (Milestone, "done"): "{} is said to be done on",
    (Dropped, "on"): "{} is said to be dropped on",
    (Reading, "published"): "a reading of {} is said to be published on",
    (ReturnedReading, "published"): "a reading of {} is said to be published on",
}
"""What a past day claims, by the record and the field that hold it; the braces are for what it is claimed of."""


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
    for file in workspace.files:
        for found in find_field_values(file, Holds.PAST_DAY):
            if isinstance(found.value, date) and found.value > today:
                yield found.record.at(found.field.name).says(
                    f"{_describe_claim(found)} {day_in_words(found.value)}, which is still to come",
                    label=f"later than {day_in_words(today)}",
                    help=advice.write(write_day(workspace, file.where.path, _likely_day(found.value, today))),
                )
        for found in find_field_values(file, Holds.PERIOD):
            end = found.value.end if isinstance(found.value, Timescale) else None
            if isinstance(found.value, Timescale) and isinstance(found.record, Reading) and end and end > today:
                yield found.record.at(found.field.name).says(
                    f"a reading of {_describe_subject(found)} is for a time that ends on {day_in_words(end)}, "
                    "which is still to come",
                    label=f"later than {day_in_words(today)}",
                    help=advice.write(_likely_period(found.value, today)),
                )


def _describe_claim(found: FieldValue) -> str:
    claim = _CLAIMS.get((type(found.record), found.field.name))
    if claim is not None:
        return claim.format(_describe_subject(found))
    return f'the "{found.field.name}" of {describe(found.record, found.parents)} is'


def _describe_subject(found: FieldValue) -> str:
    """What something is claimed of: what a return names, a milestone itself, else the record round the claim."""
    match found.record:
        case Updates():
            return found.record.id
        case ReturnedUpdate():
            return found.record.action
        case ReturnedReading():
            return found.record.measure
        case Milestone():
            return describe(found.record, found.parents)
        case _:
            return describe(found.parents[-1], found.parents[:-1])


def _likely_period(period: Timescale, today: date) -> str:
    """What is over by now of a time that has begun, in whole months; else the same time in the last year it is over."""
    if period.end is None or period.start is None:
        return ""
    over = (today + timedelta(days=1)).replace(day=1) - timedelta(days=1)
    if period.start < over:
        return span_in_words(period.start, over)
    years = today.year - period.end.year
    return in_another_year(period, years - (add_months(period.end, 12 * years) > today))


def _likely_day(day: date, today: date) -> date:
    """Today where the day comes within a year, else the last time that this day and month came round."""
    return today if day <= add_months(today, 12) else _last_time(day, today)


def _last_time(day: date, today: date) -> date:
    """The last time that this day and month came round."""
    this_year = add_months(day, 12 * (today.year - day.year))
    return this_year if this_year <= today else add_months(this_year, -12)


_OWN_TIME = (Approval, Update, ReturnedUpdate, Updates, Move, Milestone)
"""What happens in the time of a strategy: a source or a consultation may be older."""


@FAMILY.records("date-long-past", Level.WARNING)
def date_long_past(workspace: Workspace) -> Iterator[Diagnostic]:
    """An update, an approval, a move or a step reached that is dated more than a year before the strategy begins.

    Why: a year typed wrong makes the work look neglected, or done before anyone had agreed to it.
    Fix: write the day on which it was true. It is usually the year that is wrong.

    Before:
        on: 2016-09-30
    After:
        on: 2026-09-30
    """
    if workspace.strategy is None:
        return
    period = workspace.strategy.period
    for file in workspace.files:
        # A plan that was there before the strategy has a longer past.
        own = file.period if isinstance(file, Plan) and file.period is not None else period
        starts = [when.start for when in (period, own) if when.start is not None and not period.is_after(when)]
        if not starts:
            continue
        earliest = add_months(min(starts), -12)
        for found in find_field_values(file, Holds.PAST_DAY):
            if isinstance(found.value, date) and found.value < earliest and isinstance(found.record, _OWN_TIME):
                likely = _last_time(found.value, workspace.today)
                yield found.record.at(found.field.name).says(
                    f"{_describe_claim(found)} {day_in_words(found.value)}, "
                    f"more than a year before the {'strategy' if min(starts) == period.start else 'plan'} begins",
                    label=f"it begins on {day_in_words(min(starts))}",
                    help=advice.write(write_day(workspace, file.where.path, likely)),
                )
