"""Timescales as councils write them, and the days they mean.

>>> parse("Q3 2025/26").end
datetime.date(2025, 12, 31)
>>> in_words(parse("Q3 2025/26"))
'October to December 2025'
"""

from coparent.timescales.calendars import EXAMPLE_YEAR, Calendar, add_months
from coparent.timescales.durations import Duration, parse_duration
from coparent.timescales.formatting import (
    day_in_words,
    in_words,
    in_words_and_months,
    month_in_words,
    span_in_words,
    two_years,
)
from coparent.timescales.parsing import parse, parse_day
from coparent.timescales.timescale import Form, NotATimescale, Timescale, Turn, spanning

__all__ = [
    "EXAMPLE_YEAR",
    "Calendar",
    "Duration",
    "Form",
    "NotATimescale",
    "Timescale",
    "Turn",
    "add_months",
    "day_in_words",
    "in_words",
    "in_words_and_months",
    "month_in_words",
    "parse",
    "parse_day",
    "parse_duration",
    "span_in_words",
    "spanning",
    "two_years",
]
