"""`kind: settings`: what one council does differently. A workspace without it is complete."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coparent.schema.choices import LevelSetting, Rating, RatingAgainst, UpdateEvery
from coparent.schema.fields.dates import Length, MonthDay
from coparent.schema.fields.numbers import Count, MonthNumber
from coparent.schema.fields.texts import OwnFields, Text
from coparent.schema.record import FileRecord, Record, record, with_defaults
from coparent.schema.shared import Address
from coparent.timescales import Calendar, parse_duration
from coparent.timescales.calendars import MONTHS, Window

Levels = Annotated[dict[Text, LevelSetting], OwnFields]
Meanings = Annotated[dict[Rating, Text], OwnFields]

_USUAL = Calendar()
_AMBER_AFTER = parse_duration("1 day")
_RED_AFTER = parse_duration("3 months")


def _describe_term(season: str, usual: Window) -> str:
    first, last = (f"{day} {MONTHS[month - 1]}" for month, day in usual)
    return f"The {season} term: {first} to {last} if left out."


@record
class Term(Record):
    """The first and last day of a school term, in any year."""

    start: MonthDay = Field(description='Its first day, as "09-01".')
    end: MonthDay = Field(description='Its last day, as "12-31".')


@record
class TermDates(Record):
    """The school terms."""

    autumn: Term | None = Field(default=None, description=_describe_term("autumn", _USUAL.autumn))
    spring: Term | None = Field(default=None, description=_describe_term("spring", _USUAL.spring))
    summer: Term | None = Field(default=None, description=_describe_term("summer", _USUAL.summer))


@record
class RatingRule(Record):
    """How lateness becomes a rating."""

    against: RatingAgainst = Field(default="approved", description="Late against which date.")
    amber_after: Length = Field(
        default=_AMBER_AFTER, description=f"How late is amber: {_AMBER_AFTER.written} if left out."
    )
    red_after: Length = Field(default=_RED_AFTER, description=f"How late is red: {_RED_AFTER.written} if left out.")
    meanings: Meanings = Field(default_factory=dict, description="What each rating means here, as papers print it.")


@record
class PreferredWord(Record):
    """A word to avoid, and what to write in its place."""

    avoid: Text = Field(description="The word to avoid.")
    prefer: Text = Field(description="What to write in its place.")
    why: Text | None = Field(default=None, description="Why.")


@record
class GlossaryEntry(Record):
    """A short form that papers explain."""

    short: Text = Field(description="The short form.")
    long: Text = Field(description="What it stands for.")


@record
class HelpLine(Record):
    """Somewhere young people can turn to; printed in their papers."""

    title: Text = Field(description="What it is.")
    phone: Text | None = Field(default=None, description="Its number.")
    url: Address | None = Field(default=None, description="Its web address.")


@record
class Settings(FileRecord):
    """Everything has a default."""

    second_file_rule: ClassVar[str] = "second-settings"
    has_fixed_wording: ClassVar[bool] = True

    kind: Literal["settings"] = Field(description="What this file is.")
    year_starts: MonthNumber = Field(
        default=_USUAL.year_starts, description="The month the financial year starts, from 1 to 12."
    )
    term_dates: TermDates | None = Field(default=None, description="The school terms.")
    rating: RatingRule = Field(
        default_factory=lambda: with_defaults(RatingRule), description="How lateness becomes a rating."
    )
    update_every: UpdateEvery = Field(default="quarterly", description="How often an update is due.")
    small_number: Count = Field(default=5, description="Counts of people from 1 to this may identify someone.")
    levels: Levels = Field(default_factory=dict, description="How seriously each rule is taken here.")
    contacts: tuple[Text, ...] = Field(default=(), description="Addresses and numbers that may be printed.")
    vocabulary: tuple[PreferredWord, ...] = Field(default=(), description="Words to avoid, besides the built-in ones.")
    glossary: tuple[GlossaryEntry, ...] = Field(default=(), description="Short forms that need no explaining in plans.")
    help: tuple[HelpLine, ...] = Field(default=(), description="Where young people can turn to.")

    def calendar(self) -> Calendar:
        """The financial year and the terms, as timescales need them."""
        terms = self.term_dates or with_defaults(TermDates)
        return Calendar(
            self.year_starts,
            autumn=_window_of(terms.autumn, _USUAL.autumn),
            spring=_window_of(terms.spring, _USUAL.spring),
            summer=_window_of(terms.summer, _USUAL.summer),
        )


def _window_of(term: Term | None, usual: Window) -> Window:
    """The first and last day of a term, the usual ones where the settings do not give it."""
    return (term.start, term.end) if term is not None else usual
