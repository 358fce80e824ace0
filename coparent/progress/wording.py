"""Lateness, organisations and figures in the words that tables and papers share."""

from datetime import date, timedelta

from coparent.progress import ActionProgress, MeasureProgress, Standing
from coparent.schema.measures import Reading
from coparent.schema.strategy import Organisation
from coparent.text.sentences import count
from coparent.timescales import add_months, day_in_words, month_in_words
from coparent.workspace import Workspace

ENGLAND = "England"
"""The comparator of a reading that tables and papers show."""
_UNITS = {
    "percentage-points": " points",
    "rate-per-10000": " per 10,000",
    "days": " days",
    "weeks": " weeks",
    "months": " months",
}
_MANY_POUNDS = 10_000_000


def time_between(day: date, later: date) -> str:
    """How long it is from a day to a later: in whole months of the calendar, in days where it is less than one."""
    months = (later.year - day.year) * 12 + later.month - day.month
    months -= add_months(day, months) > later
    return count(months, "month") if months else count((later - day).days, "day")


def time_ago(day: date, as_at: date) -> str:
    """How long ago a day was, such as "2 months ago"."""
    length = time_between(day, as_at)
    return {"1 day": "yesterday", "1 month": "a month ago"}.get(length, f"{length} ago")


def lateness_in_words(progress: ActionProgress) -> str:
    """How late an action is, or is forecast to be; nothing if it is not."""
    late = progress.lateness
    if late is None:
        return ""
    return f"{'forecast ' if late.is_forecast else ''}{time_between(late.since, late.until)} late"


def standing_in_words(progress: MeasureProgress, standing: Standing | None, *, is_dated: bool = True) -> str:
    """How the last figure stands against its target: "below target, due March 2029, on course"; "" if it is not judged.

    Where the target is printed beside it with its date, that need not be said again.
    """
    due = progress.target_due
    words = {None: "", Standing.MET: "met", Standing.CLOSE: "close to target", Standing.MISSED: "missed"}.get(standing)
    if words is not None:
        return words
    is_over = due is not None and due < progress.workspace.as_at
    when = ""
    if due is not None and (is_dated or is_over):
        when = f"{'no figure yet for' if is_over else 'due'} {_deadline_in_words(due)}"
    side = "below target" if progress.measure.better == "higher" else "above target"
    course = {Standing.ON_COURSE: "on course", Standing.OFF_COURSE: "off course"}.get(standing or Standing.SHORT, "")
    return ", ".join(filter(None, (side, when, course)))


def _deadline_in_words(day: date) -> str:
    """A last day: its month where it ends with that."""
    return month_in_words(day) if (day + timedelta(days=1)).day == 1 else day_in_words(day)


def organisation_in_words(workspace: Workspace, name: str) -> str:
    """What people call an organisation."""
    found = workspace.find("organisation", name)
    return found.name if isinstance(found, Organisation) else name


def england(reading: Reading | None) -> int | float | None:
    """The figure for England beside a reading."""
    if reading is None:
        return None
    return next((value for name, value in reading.comparators.items() if name.casefold() == ENGLAND.casefold()), None)


def figure_in_words(value: str | int | float | None, unit: str) -> str:
    """A figure with its unit; the word that stands in place of one."""
    if value is None or isinstance(value, str):
        return (value or "").replace("-", " ")
    return f"£{value:,}" if unit == "pounds" else f"{short_figure_in_words(value, unit)}{_UNITS.get(unit, '')}"


def short_figure_in_words(value: str | int | float | None, unit: str) -> str:
    """A figure in as little room as it takes, without a unit that is a word."""
    if value is None or isinstance(value, str):
        return (value or "").replace("-", " ")
    if unit in ("percent", "percent-change"):
        return f"{'+' if unit == 'percent-change' and value > 0 else ''}{value:,}%"
    if unit == "pounds":
        return f"£{round(value / 1_000_000):,}m" if abs(value) >= _MANY_POUNDS else f"£{value:,}"
    return f"{value:,}"


def unit_in_words(unit: str) -> str:
    """A unit that is a word, "" for one that is a sign or goes without saying."""
    return _UNITS.get(unit, "").strip()
