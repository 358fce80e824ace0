"""Days written as the file that they are for writes its own: 2026-09-30, 30 September 2026 or 30/09/2026."""

from collections.abc import Callable, Mapping
from datetime import date

from coparent.schema.field_values import find_field_values
from coparent.schema.shapes import Holds
from coparent.timescales import day_in_words
from coparent.workspace.records import Workspace

_FORMS: tuple[Callable[[date], str], ...] = (
    date.isoformat,
    day_in_words,
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day.day} {day_in_words(day).split()[1][:3]} {day.year}",
)


def write_day(workspace: Workspace, path: str, day: date) -> str:
    """A day in the form in which a file writes the first of its own; in figures where it has none."""
    return workspace.remember(_find_forms).get(path, date.isoformat)(day)


def _find_forms(workspace: Workspace) -> Mapping[str, Callable[[date], str]]:
    found = {}
    for file in workspace.files:
        days = (value.value for value in find_field_values(file, Holds.PAST_DAY))
        known = (form for day in days if isinstance(day, date) for form in _FORMS if form(day) == _words(day))
        form = next(known, None)
        if form is not None:
            found[file.where.path] = form
    return found


def _words(day: date) -> str:
    """The words that a day was read from, if it was."""
    return str(getattr(day, "written", ""))
