"""`kind: settings`: what one council does differently. A workspace without it is complete."""

from typing import Annotated, Literal

from pydantic import Field

from coparent.schema.choices import LevelSetting, Rating, RatingAgainst, UpdateEvery
from coparent.schema.fields import Count, Length, MonthDay, MonthNumber, OwnFields, Text
from coparent.schema.record import Record, record, with_defaults
from coparent.timescales import Calendar, Duration, parse_duration

Levels = Annotated[dict[Text, LevelSetting], OwnFields]
Meanings = Annotated[dict[Rating, Text], OwnFields]


@record
class Term(Record):
    """The first and last day of a school term, in any year."""

    start: MonthDay = Field(description='Its first day, as "09-01".')
    end: MonthDay = Field(description='Its last day, as "12-31".')


@record
class TermDates(Record):
    """The school terms."""

    autumn: Term | None = Field(default=None, description="The autumn term: 1 September to 31 December if left out.")
    spring: Term | None = Field(default=None, description="The spring term: 1 January to 15 April if left out.")
    summer: Term | None = Field(default=None, description="The summer term: 16 April to 31 July if left out.")


def _one_day() -> Duration:
    return parse_duration("1 day")


def _three_months() -> Duration:
    return parse_duration("3 months")


@record
class RatingRule(Record):
    """How lateness becomes a rating."""

    against: RatingAgainst = Field(default="approved", description="Late against which date.")
    amber_after: Length = Field(default_factory=_one_day, description="How late is amber: 1 day if left out.")
    red_after: Length = Field(default_factory=_three_months, description="How late is red: 3 months if left out.")
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
    url: Text | None = Field(default=None, description="Its web address.")


def _usual_rating() -> RatingRule:
    return with_defaults(RatingRule)


@record
class Settings(Record):
    """Everything has a default."""

    kind: Literal["settings"] = Field(description="What this file is.")
    year_starts: MonthNumber = Field(default=4, description="The month the financial year starts, from 1 to 12.")
    term_dates: TermDates | None = Field(default=None, description="The school terms.")
    rating: RatingRule = Field(default_factory=_usual_rating, description="How lateness becomes a rating.")
    update_every: UpdateEvery = Field(default="quarterly", description="How often an update is owed.")
    small_number: Count = Field(default=5, description="Counts of people from 1 to this may identify someone.")
    levels: Levels = Field(default_factory=dict, description="How seriously each rule is taken here.")
    contacts: tuple[Text, ...] = Field(default=(), description="Addresses and numbers that may be printed.")
    vocabulary: tuple[PreferredWord, ...] = Field(default=(), description="Words to avoid, besides the built-in ones.")
    glossary: tuple[GlossaryEntry, ...] = Field(default=(), description="Short forms that need no explaining in plans.")
    help: tuple[HelpLine, ...] = Field(default=(), description="Where young people can turn to.")

    def calendar(self) -> Calendar:
        """The financial year and the terms, as timescales need them."""
        days = {
            name: (term.start, term.end)
            for name in ("autumn", "spring", "summer")
            if self.term_dates is not None and (term := getattr(self.term_dates, name)) is not None
        }
        return Calendar(year_starts=self.year_starts, **days)


def usual_settings() -> Settings:
    """The settings of a workspace that has none."""
    return with_defaults(Settings)
