"""The dates that a finding offers: in the form in which the file writes its own, and in its plan's time."""

import re
from collections.abc import Iterator
from datetime import date

from coparent.documents.scalars import WHERE, Data, step
from coparent.schema.faults import Fault
from coparent.schema.shapes import Holds
from coparent.timescales import (
    Calendar,
    Form,
    NotATimescale,
    Timescale,
    add_months,
    day_in_words,
    month_in_words,
    parse,
    spanning,
    two_years,
)
from coparent.values import frozen

_USUAL_DAY = "31 March 2026"
_USUAL_MONTH = "March 2027"
_ISO = re.compile(r"\d{4}-\d\d(-\d\d)?")
_WORDS = re.compile(r"(\d{1,2} )?[A-Z][a-z]{2,8} \d{4}")
_NOT_DATES = ("title", "summary", "plain", "heard", "why", "difference", "success", "id")


@frozen
class FileForm:
    """Whether a file writes its days, and its months, in figures (2026-03-31, 2026-03)."""

    days_in_figures: bool
    months_in_figures: bool

    def write(self, offer: str, calendar: Calendar) -> str:
        """A day or a month in the file's form; any other time as it is offered."""
        found = parse(offer, calendar)
        if found.end is None or found.form not in (Form.DAY, Form.MONTH) or not is_plain(offer):
            return offer
        if found.form is Form.DAY:
            return self.write_day(found.end)
        return f"{found.end:%Y-%m}" if self.months_in_figures else month_in_words(found.end)

    def write_day(self, day: date) -> str:
        """A day in the file's form."""
        return day.isoformat() if self.days_in_figures else day_in_words(day)


def is_plain(offer: str) -> bool:
    """Whether an offer is nothing but a day or a month in figures or words."""
    return bool(_ISO.fullmatch(offer) or _WORDS.fullmatch(offer))


_last_form: list[tuple[Data, "FileForm"]] = []
"""The form of the file that was asked for last: the faults of one file are explained one after another."""


def form_of(data: Data) -> FileForm:
    """The form in which most days and months of a file are written; words where there are as many."""
    if _last_form and _last_form[0][0] is data:
        return _last_form[0][1]
    counts = {"day": 0, "month": 0}
    for text in _short_texts(data):
        if found := _ISO.fullmatch(text):
            counts["day" if found[1] else "month"] += 1
        elif found := _WORDS.fullmatch(text):
            counts["day" if found[1] else "month"] -= 1
    _last_form[:] = [(data, FileForm(counts["day"] > 0, counts["month"] > 0))]
    return _last_form[0][1]


def _short_texts(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, tuple):
        for item in data:
            yield from _short_texts(item)
    elif isinstance(data, dict):
        for key, item in data.items():
            if key != WHERE and key not in _NOT_DATES:
                yield from _short_texts(item)


def last_day(fault: Fault) -> str:
    """The day that most likely belongs to what has happened: the last quarter's end, in the file's form."""
    as_at = fault.surroundings.as_at
    if as_at is None:
        return _USUAL_DAY
    return form_of(fault.document.data).write_day(fault.surroundings.calendar.last_quarter_end(as_at))


def day_of_new_update(fault: Fault) -> str | None:
    """The day for one update more: the last quarter's end or, where a later one is there, the day that is judged for.

    None where an update of that day is there as well.
    """
    as_at, calendar = fault.surroundings.as_at, fault.surroundings.calendar
    days = [day for item in _items(fault.holder.get("updates")) if (day := _end_of(str(step(item, "on")), calendar))]
    if as_at is None or not days:
        return last_day(fault)
    free = (day for day in (calendar.last_quarter_end(as_at), as_at) if day > max(days))
    found = next(free, None)
    return form_of(fault.document.data).write_day(found) if found is not None else None


def _items(value: Data) -> tuple[Data, ...]:
    return value if isinstance(value, tuple) else ()


def coming_month(fault: Fault, months: int = 12, since: date | None = None) -> str:
    """A month that work to come could be due in: so many months on, or the plan's last if that comes first."""
    period = period_of(fault)
    end = period.end if period is not None else None
    now = max((day for day in (fault.surroundings.as_at, since) if day is not None), default=None)
    day = add_months(now, months) if now is not None else end
    if day is None:
        return _USUAL_MONTH
    if end is not None and (now is None or now <= end) and end < day:
        day = end
    return form_of(fault.document.data).write(month_in_words(day), fault.surroundings.calendar)


def period_of(fault: Fault) -> Timescale | None:
    """The time of the plan that a fault is in, where the file gives it."""
    period, calendar = step(fault.document.data, "period"), fault.surroundings.calendar
    bounds = [step(period, "start"), step(period, "end")] if isinstance(period, dict) else [period]
    try:
        found = [parse(str(bound), calendar) for bound in bounds if isinstance(bound, str)]
    except NotATimescale:
        return None
    if len(found) != len(bounds) or not all(bound.is_known for bound in found):
        return None
    return spanning(found[0], found[-1])


def year_meant(offer: str, fault: Fault, example: int) -> str:
    """An offer for words without a year, with the year that fits best in place of the example.

    For what has happened that is the last that is over; else the first in the plan's time that is still to come.
    """
    as_at, calendar = fault.surroundings.as_at, fault.surroundings.calendar
    period, shape = period_of(fault), fault.found.field
    is_past = shape is not None and shape.holds is Holds.PAST_DAY
    begins = period.start if period is not None else None
    around = as_at or begins or date(example, 1, 1)
    around = max(around, begins) if begins is not None and not is_past else around
    last = period.end.year if period is not None and period.end is not None else around.year + 1
    years = range(around.year, around.year - 2, -1) if is_past else range(around.year - 1, max(last, around.year) + 1)
    for year in years:
        text = offer.replace(two_years(example), two_years(year)).replace(str(example), str(year))
        end = _end_of(text, calendar)
        if end is not None and (end <= around if is_past else end >= around):
            return text
    return offer


def _end_of(text: str, calendar: Calendar) -> date | None:
    try:
        return parse(text, calendar).end
    except NotATimescale:
        return None
