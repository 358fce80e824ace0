"""Dates, stages and figures in the few words that a table has room for, and as values for other programs."""

from collections.abc import Callable
from datetime import date
from typing import Any

from coparent.progress import ActionProgress
from coparent.schema.fields import Role
from coparent.schema.record import Record
from coparent.tables.layout import GREEN, RED, YELLOW
from coparent.timescales import Duration, Form, Timescale, add_months, in_words

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COLOURS = {"green": GREEN, "amber": YELLOW, "red": RED, "met": GREEN, "missed": RED}


def short_day(day: date) -> str:
    """A day as a table has room for it: 31 Mar 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def deadline_in_words(due: Timescale | None) -> str:
    """The end of a due date: its month where it ends with that, else its day; words for one that has no end."""
    if due is None:
        return "no date"
    if due.end is None:
        return "ongoing" if due.is_ongoing else in_words(due)
    whole_month = (
        due.form is not Form.DAY and add_months(due.end.replace(day=1), 1).toordinal() - 1 == due.end.toordinal()
    )
    return f"{_MONTHS[due.end.month - 1]} {due.end.year}" if whole_month else short_day(due.end)


def stage_in_words(progress: ActionProgress) -> str:
    """The stage and the rating: a rating alone says that work is in progress."""
    stage = progress.stage.replace("-", " ")
    if progress.rating is None or progress.stage == "complete":
        return stage
    return progress.rating if progress.stage == "in-progress" else f"{stage}, {progress.rating}"


def role_in_words(role: Role | None) -> str:
    """Who it is, or that nobody is named."""
    return role.role if role is not None else "no lead"


def day_value(day: date | None) -> str | None:
    """A day as other programs read it."""
    return day.isoformat() if day is not None else None


def timescale_value(timescale: Timescale | None) -> dict[str, Any] | None:
    """A timescale as other programs read it: as written, and resolved."""
    if timescale is None:
        return None
    return {
        "written": timescale.written,
        "start": day_value(timescale.start),
        "end": day_value(timescale.end),
    }


def plain_value(value: object, of_record: Callable[[Record], dict[str, Any]]) -> Any:
    """Any value of a record as other programs read it; `of_record` is for the records within it."""
    if isinstance(value, Timescale):
        return timescale_value(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Duration):
        return value.written
    if isinstance(value, Record):
        return of_record(value)
    if isinstance(value, tuple):
        return [plain_value(item, of_record) for item in value]
    return dict(value) if isinstance(value, dict) else value
