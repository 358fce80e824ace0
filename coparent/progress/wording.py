"""Lateness, organisations and figures in the words that tables and papers share."""

from coparent.progress import ActionProgress
from coparent.schema.measures import Reading
from coparent.schema.strategy import Organisation
from coparent.workspace import Workspace

_FEW_DAYS = 60
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


def time_in_words(days: int) -> str:
    """A number of days, in months where there are many."""
    if days <= _FEW_DAYS:
        return "1 day" if days == 1 else f"{days} days"
    months = round(days / 30.44)
    return f"{months} months"


def lateness_in_words(progress: ActionProgress) -> str:
    """How late an action is, or is forecast to be; nothing if it is not."""
    if progress.late_by is not None and progress.late_by > 0:
        words = f"{time_in_words(progress.late_by)} late"
        return f"forecast {words}" if progress.forecast is not None and not progress.is_overdue else words
    return "overdue" if progress.is_overdue else ""


def organisation_in_words(workspace: Workspace, name: str | None) -> str:
    """What people call an organisation; "" for none."""
    if not name:
        return ""
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
