"""What a timescale is, the words it was written in and the days they mean; and the refusal of words that are none."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from coparent.timescales.calendars import Days, Window, add_months, place
from coparent.values import frozen


class NotATimescale(ValueError):  # noqa: N818 - it reads as what is wrong
    """Words that are refused, with what could be written instead.

    `message` fits after a field's name; every one of `offers` is accepted and names all that was written; `hint` says
    what else to do, or is empty; `elsewhere` has what belongs in other fields: `start` and `due`, the `due` first
    agreed and what it was moved `to`, or the day on which it was `done`. `impossible_day` marks a day that the calendar
    does not have, `disagrees` words that contradict one another: an offer then keeps only some of them. `is_same` says
    that the one offer differs from what was written only in its form, `lacks_year` that the year offered is an example,
    `names_nothing` that no day, month, quarter, term or year was written.
    """

    def __init__(  # noqa: PLR0913 - a refusal has as many parts.
        self,
        message: str,
        offers: tuple[str, ...] = (),
        hint: str = "",
        *,
        impossible_day: bool = False,
        disagrees: bool = False,
        elsewhere: Mapping[str, str] = MappingProxyType({}),
        is_same: bool = False,
        lacks_year: bool = False,
        names_nothing: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.offers = offers
        self.hint = hint
        self.impossible_day = impossible_day
        self.disagrees = disagrees
        self.elsewhere = elsewhere
        self.is_same = is_same
        self.lacks_year = lacks_year
        self.names_nothing = names_nothing

    def with_offers(self, offers: Iterable[str], hint: str = "") -> "NotATimescale":
        """The same refusal with other offers."""
        return NotATimescale(
            self.message,
            tuple(offers),
            hint or self.hint,
            impossible_day=self.impossible_day,
            disagrees=self.disagrees,
            elsewhere=self.elsewhere,
            lacks_year=self.lacks_year,
            names_nothing=self.names_nothing,
        )


def quote(words: str) -> str:
    """Words in quotation marks, cut where they would swamp the sentence around them."""
    return f'"{words}"' if len(words) <= 60 else f'"{words[:57]}..."'


class Form(Enum):
    """The way a timescale was written."""

    DAY = "day"
    MONTH = "month"
    SPAN = "span"
    QUARTER = "quarter"
    HALF = "half"
    FINANCIAL_YEAR = "financial year"
    ACADEMIC_YEAR = "academic year"
    YEAR_ENDING = "year ending"
    SEASON = "season"
    TERM = "term"
    YEAR = "year"
    RELATIVE = "relative"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    UNKNOWN = "unknown"


# Everything with days sorts first; a relative form has days as soon as its plan has a period.
_ORDER = {Form.RELATIVE: 1, Form.RECURRING: 2, Form.ONGOING: 3, Form.UNKNOWN: 4}


class Turn(NamedTuple):
    """One turn of a recurring timescale: it is due on its last day."""

    start: date
    end: date


@frozen
class Timescale:
    """The words as written, and the first and last day they mean; a deadline is the last day.

    Recurring, ongoing, unknown and not yet placed relative forms have no days.
    """

    written: str
    form: Form
    start: date | None = None
    end: date | None = None
    review: "Timescale | None" = None
    plan_year: int | None = None
    windows: tuple[Window, ...] = ()

    @property
    def is_known(self) -> bool:
        return self.start is not None and self.end is not None

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it starts, as two dates of a period may."""
        return self.start is not None and self.end is not None and self.end < self.start

    @property
    def is_recurring(self) -> bool:
        return self.form is Form.RECURRING

    @property
    def is_ongoing(self) -> bool:
        return self.form is Form.ONGOING

    @property
    def is_unknown(self) -> bool:
        return self.form is Form.UNKNOWN

    @property
    def is_relative(self) -> bool:
        """Whether it has no days until it is placed in a plan's period."""
        return self.form is Form.RELATIVE

    @property
    def needs_review(self) -> bool:
        return (self.is_ongoing or self.is_recurring) and self.review is None

    @property
    def days(self) -> Days | None:
        return None if self.start is None or self.end is None else (self.start, self.end)

    @property
    def sort_key(self) -> tuple[int, date, date, str]:
        """First day, last day, words; then relative, recurring, ongoing and unknown."""
        return (_ORDER.get(self.form, 0), self.start or date.min, self.end or date.max, self.written)

    def is_after(self, other: "Timescale") -> bool:
        """Whether every day of this one comes after every day of the other.

        False when they overlap or when either has no days: an order is broken only when no reading keeps it.
        """
        return self.start is not None and other.end is not None and self.start > other.end

    def within(self, period: "Timescale | None") -> "Timescale":
        """The same with "year 2" and "end of plan" (in a review, too) placed in a plan's period."""
        if self.review is not None and self.review.is_relative:
            return replace(self, review=self.review.within(period))
        if not self.is_relative or period is None:
            return self
        if self.plan_year is None:
            return self if period.end is None else replace(self, form=Form.DAY, start=period.end, end=period.end)
        if period.start is None:
            return self
        start = add_months(period.start, 12 * (self.plan_year - 1))
        end = add_months(period.start, 12 * self.plan_year) - timedelta(days=1)
        return replace(self, form=Form.SPAN, start=start, end=end)

    def turns(self, period: "Timescale | None") -> tuple[Turn, ...]:
        """The turns of a recurring timescale that end within a period, in order; none of any other timescale.

        The first begins no earlier than the period does.
        """
        if period is None or period.start is None or period.end is None:
            return ()
        years = range(period.start.year - 1, period.end.year + 1)
        placed = (place(window, year) for year in years for window in self.windows)
        inside = (Turn(max(start, period.start), end) for start, end in placed if period.start <= end <= period.end)
        return tuple(sorted(inside))


def spanning(first: Timescale, last: Timescale) -> Timescale:
    """One timescale from the first day of one to the last day of another, for {start, end} periods."""
    return Timescale(f"{first.written} to {last.written}", Form.SPAN, first.start, last.end)
