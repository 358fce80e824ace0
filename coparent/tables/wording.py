"""Dates, stages and figures in the few words that a table has room for, and as values for other programs."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from coparent.progress import ActionProgress
from coparent.schema.fields import Role
from coparent.tables.style import GREEN, RED, YELLOW
from coparent.text.json_text import JsonObject
from coparent.text.sentences import listing
from coparent.timescales import Form, Timescale, add_months, in_words

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COLOURS = {"green": GREEN, "amber": YELLOW, "red": RED}
"""The colour of a rating, and of how a measure stands against its target."""
COLOURS |= {"met": GREEN, "on-course": GREEN, "off-course": YELLOW, "missed": RED}


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


def counts_in_words(counts: Mapping[str, int]) -> str:
    """Numbers with what they are of, less those that are 0: "3 to be done and 1 overdue"."""
    return listing([f"{number} {words}" for words, number in counts.items() if number])


def actions_in_words(actions: Sequence[ActionProgress], others: Mapping[str, int] = MappingProxyType({})) -> str:
    """How many of some actions are to be done, overdue or without an update that is due; then other numbers."""
    counts = {
        "to be done": sum(action.is_live for action in actions),
        "overdue": sum(action.is_overdue for action in actions),
        "with an update due": sum(action.update_due_since is not None for action in actions),
    }
    return counts_in_words({**counts, **others})


def day_value(day: date | None) -> str | None:
    """A day as other programs read it."""
    return day.isoformat() if day is not None else None


def timescale_value(timescale: Timescale | None) -> JsonObject | None:
    """A timescale as other programs read it: as written, and resolved."""
    if timescale is None:
        return None
    return {
        "written": timescale.written,
        "start": day_value(timescale.start),
        "end": day_value(timescale.end),
    }
