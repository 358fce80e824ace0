"""Everything that is refused, with what is said about it and the forms offered instead."""

import pytest

from coparent.timescales import Calendar, NotATimescale, parse, parse_day

UNKNOWN = ("to be confirmed",)

REFUSED: dict[str, tuple[str, tuple[str, ...]]] = {
    # A quarter, season, term, month or day with no year.
    "Q3": ('"Q3" does not say which year', ("Q3 2026/27",)),
    "Quarter 4": ('"Quarter 4" does not say which year', ("Q4 2026/27",)),
    "H1": ('"H1" does not say which year', ("H1 2026/27",)),
    "Autumn": ('"Autumn" does not say which year', ("Autumn 2026",)),
    "winter": ('"winter" does not say which year', ("winter 2026/27",)),
    "spring term": ('"spring term" does not say which year', ("spring term 2026",)),
    "start of autumn term": (
        '"start of autumn term" does not say which year',
        ("start of autumn term 2026",),
    ),
    "March": ('"March" does not say which year', ("March 2026",)),
    "31 March": ('"31 March" does not say which year', ("31 March 2026",)),
    "January 2026 to March": (
        '"January 2026 to March" does not say which year it ends in',
        ("January to March 2026",),
    ),
    # A year of two figures.
    "9.12.16": (
        '"9.12.16" has a year of two figures: it needs four',
        ("9 December 2016", "16 December 2009"),
    ),
    "9/12/16": (
        '"9/12/16" has a year of two figures: it needs four',
        ("9 December 2016", "16 December 2009"),
    ),
    "03/31/26": ('"03/31/26" has a year of two figures: it needs four', ("31 March 2026",)),
    "Oct 12": (
        '"Oct 12" could be a month or a day: a year needs four figures',
        ("October 2012", "12 October 2026"),
    ),
    "March 26": (
        '"March 26" could be a month or a day: a year needs four figures',
        ("March 2026", "26 March 2026"),
    ),
    "Mar-26": (
        '"Mar 26" could be a month or a day: a year needs four figures',
        ("March 2026", "26 March 2026"),
    ),
    "March 99": ('"March 99" could be a month or a day: a year needs four figures', ("March 2099",)),
    "Jan-Mar 26": ('"Mar 26" could be a month or a day: a year needs four figures', ("January to March 2026",)),
    "31 March 26": (
        '"31 March 26" has a year of two figures: it needs four',
        ("31 March 2026", "26 March 2031"),
    ),
    "March '26": ('"March \'26" is not a timescale we can read', ("March 2026",)),
    "spring 26": ('"spring 26" has a year of two figures: it needs four', ("spring 2026",)),
    "autumn term 26": ('"autumn term 26" has a year of two figures: it needs four', ("autumn term 2026",)),
    "Q3 25": ('"Q3 25" has a year of two figures: it needs four', ("Q3 2025/26", "Q3 2024/25")),
    "FY26": ('"FY 26" has a year of two figures: it needs four', ("2026/27", "2025/26")),
    "25/26": ('"25/26" has a year of two figures: it needs four', ("2025/26",)),
    "10/11": ('"10/11" has a year of two figures: it needs four', ("2010/11", "10 November 2026")),
    "Q3 25-26": ('"Q3 25-26" has a year of two figures: it needs four', ("Q3 2025/26",)),
    "25/26 Q3": ('"25/26 Q3" has a year of two figures: it needs four', ("Q3 2025/26",)),
    "12/25": ('"12/25" is not a timescale we can read', ("2025-12",)),
    # Which year?
    "Q3 2025": ('"Q3 2025" could be two different financial years', ("Q3 2025/26", "Q3 2024/25")),
    "2026 Q3": ('"Q3 2026" could be two different financial years', ("Q3 2026/27", "Q3 2025/26")),
    "FY 2026": ('"FY 2026" could be two different financial years', ("2026/27", "2025/26")),
    "H1 2026": ('"H1 2026" could be two different financial years', ("H1 2026/27", "H1 2025/26")),
    "academic year 2026": (
        '"academic year 2026" could be two different academic years',
        ("academic year 2026/27", "academic year 2025/26"),
    ),
    "winter 2025": ('"winter 2025" could be two different winters', ("winter 2025/26", "winter 2024/25")),
    "autumn 2025/26": ('"autumn 2025/26" could be in two different years', ("autumn 2025",)),
    "March 2026/27": ('"March 2026/27" gives one month two years', ("March 2027",)),
    "2025-27": (
        '"2025-27" is more than one year, and could end in two places',
        ("2025/26 to 2026/27", "January 2025 to December 2027"),
    ),
    "2026/25": ('"2026/25" is not a year and the one after it', ("2025/26",)),
    "2025/12": ('"2025/12" is not a year and the one after it', ("December 2025",)),
    "December to February 2026": (
        '"December to February 2026" needs a year for each end, because it runs on into the next',
        ("December 2025 to February 2026", "December 2026 to February 2027"),
    ),
    # Not an interval.
    "early 2026": ('"early 2026" has no first and last day', ("January to March 2026",)),
    "late March 2026": ('"late March 2026" has no first and last day', ("March 2026",)),
    "late autumn 2026": ('"late autumn 2026" has no first and last day', ("autumn 2026",)),
    "mid-2026": ('"mid-2026" has no first and last day', ("June to July 2026",)),
    "early": ('"early" has no first and last day', UNKNOWN),
    "from April 2026": ('"from April 2026" says when it begins, not when it is due', ("April 2026",)),
    "April 2026 onwards": ('"April 2026 onwards" says when it begins, not when it is due', ("April 2026",)),
    "after March 2026": (
        '"after March 2026" says when it is not before, not when it is due',
        ("March 2026",),
    ),
    "no later than March 2026": (
        '"no later than March 2026" says more than the date it is due',
        ("March 2026",),
    ),
    "before April 2026": ('"before April 2026" does not say whether that date is too late', ("April 2026",)),
    "between April and June 2026": (
        '"between April and June 2026" is not a timescale we can read',
        ("April to June 2026",),
    ),
    "start of March 2026": (
        '"start of March 2026" could be its first day or its first weeks',
        ("1 March 2026", "March 2026"),
    ),
    "ASAP": ('"ASAP" names no day', UNKNOWN),
    "a.s.a.p.": ('"asap" names no day', UNKNOWN),
    "Immediate": ('"Immediate" names no day', UNKNOWN),
    "unknown": ('"unknown" names no day', UNKNOWN),
    "as required": ('"as required" never falls due', ("ongoing",)),
    "subject to funding": ('"subject to funding" depends on something else and names no day', UNKNOWN),
    "March 2027 subject to funding": (
        '"March 2027 subject to funding" depends on something else and names no day',
        ("March 2027",),
    ),
    "within 6 months": ('"within 6 months" counts from a day it does not name', UNKNOWN),
    "Within 12 months": ('"Within 12 months" counts from a day it does not name', ("year 1",)),
    "next year": ('"next year" depends on the day it is read', UNKNOWN),
    "TBC March 2026": ('"TBC March 2026" gives a date and says that it is not known', ("March 2026",)),
    "completed": ('"completed" says the work is done, not when it was due', ()),
    "Done March 2026": ('"Done March 2026" says the work is done, not when it was due', ()),
    "March 2027 (was December 2026)": ('"March 2027 (was December 2026)" says that the date has moved', ()),
    "previously December 2026, now March 2027": (
        '"previously December 2026, now March 2027" says that the date has moved',
        (),
    ),
    "ongoing from April 2026": ('"ongoing from April 2026" says when it begins, not when it is due', ()),
    "business as usual": ('"business as usual" has no end', ("ongoing",)),
    "ongoing, review yearly": ('the review in "ongoing, review yearly" has no date that can be read', ()),
    "weekly": ('"weekly" comes round more often than it can be reported on', ("monthly",)),
    "every two years": ('"every two years" comes round less than once a year', ()),
    "biannual": ('"biannual" could be twice a year or every two years', ("six-monthly",)),
    "annual review": ('"annual review" says more than how often it comes round', ("yearly",)),
    "every April to March": ('"every April to March" is the whole year', ()),
    "every October 2026": ('"every October 2026" is not a timescale we can read', ("October 2026",)),
    # Words that disagree, or are in the wrong order.
    "Monday 31 March 2026": (
        "31 March 2026 is a Tuesday, not a Monday",
        ("Tuesday 31 March 2026", "Monday 30 March 2026"),
    ),
    "Quarter 3 (April to June 2025)": (
        '"Quarter 3" and "April to June 2025" are not the same days',
        ("April to June 2025", "Quarter 3 2025/26"),
    ),
    "Q3 2025/26 (Oct to Nov)": (
        '"Q3 2025/26" and "Oct to Nov" are not the same days',
        ("Q3 2025/26", "Oct to Nov 2025"),
    ),
    "03/31/2026": ('"03/31/2026" has the month first; here the day comes first', ("31 March 2026",)),
    "March 31 2026": ('"March 31 2026" has the month first; here the day comes first', ("31 March 2026",)),
    "March 31, 2026": ('"March 31 2026" has the month first; here the day comes first', ("31 March 2026",)),
    "March 2026 to January 2026": (
        '"March 2026 to January 2026" ends before it starts',
        ("January to March 2026",),
    ),
    "1 and 3 March 2026": (
        '"1 and 3 March 2026" could be two times or everything between them',
        ("1 to 3 March 2026",),
    ),
    "March/June 2026": (
        '"March/June 2026" could be two times or everything between them',
        ("March to June 2026",),
    ),
    "Q5 2025/26": ("a year has four quarters", ()),
    "H3 2025/26": ("a year has two halves", ()),
    "winter term 2026": ("there is no winter term", ()),
    "year 0": ("the years of a plan are counted from 1", ()),
    # Forms that come from elsewhere.
    "2026/03/31": ('"2026/03/31" is not a timescale we can read', ("2026-03-31",)),
    "2026-3-1": ('"2026-3-1" is not a timescale we can read', ("2026-03-01",)),
    "20260331": ('"20260331" is not a timescale we can read', ("2026-03-31",)),
    "2026-03-31T09:30:00": ('"2026-03-31T09:30:00" is not a timescale we can read', ("2026-03-31",)),
    "03/2026": ('"03/2026" is not a timescale we can read', ("2026-03",)),
    "in March 2026": ('"in March 2026" is not a timescale we can read', ("March 2026",)),
    "Phase 2 Mar 2017": ('"Phase 2 Mar 2017" is not a timescale we can read', ("March 2017",)),
    # Slips of the hand.
    "Febuary 2026": ('"Febuary 2026" has a word we do not know: "Febuary"', ("February 2026",)),
    "Quater 3 2025/26": ('"Quater 3 2025/26" has a word we do not know: "Quater"', ("Q3 2025/26",)),
    "evry October": ('"evry October" has a word we do not know: "evry"', ("every October",)),
    "quartely": ('"quartely" has a word we do not know: "quartely"', ("quarterly",)),
    "3026": ("the year 3026 is not between 1900 and 2200", ()),
    "March 0026": ("the year 0026 is not between 1900 and 2200", ()),
    "1899-12-31": ("the year 1899 is not between 1900 and 2200", ()),
    "year ending March 1900": ('"year ending March 1900" is not between 1900 and 2200', ()),
    "whenever": ('"whenever" is not a timescale we can read', ()),
    "to": ('"to" is not a timescale we can read', ()),
    "March 2026 (": ('"March 2026 (" is not a timescale we can read', ("March 2026",)),
    "": ("nothing is written", ()),
    " - ": ('"-" names no day', UNKNOWN),
}

OTHER_FORMS: dict[str, tuple[str, ...]] = {
    # Quotes, spaces and full stops.
    "\u201cMarch 2027\u201d": ("March 2027",),
    "'31 March 2027'": ("31 March 2027",),
    "\u201831\u00a0March\u00a02027\u2019.": ("31 March 2027",),
    'by the end of "March 2026",': ("by the end of March 2026",),
    "(March 2026)": ("March 2026",),
    "[31/03/2026]": ("31 March 2026",),
    "31 / 03 / 2026": ("31 March 2026",),
    "31. 03. 2026": ("31 March 2026",),
    "31 -03- 2026": ("31 March 2026",),
    "no later than 31 March 2026": ("31 March 2026",),
    "~March 2026": ("March 2026",),
    "c. March 2026": ("March 2026",),
    "March 2026?": ("March 2026",),
    "Target date: March 2026": ("March 2026",),
    "5pm on 31 March 2026": ("31 March 2026",),
    # Another order, and words for numbers.
    "2026 March": ("March 2026",),
    "2026 Jan - Mar": ("January to March 2026",),
    "2026 spring term": ("spring term 2026",),
    "2025/26 academic year": ("academic year 2025/26",),
    "2025/26 school year": ("academic year 2025/26",),
    "Quarter Three 2025/26": ("Q3 2025/26",),
    "Half 2 2025/26": ("H2 2025/26",),
    "the thirty-first of March 2026": ("31 March 2026",),
    "twenty first March 2026": ("21 March 2026",),
    "FY25/26 Q2": ("Q2 2025/26",),
    "Q2 (Jul-Sep) 2025": ("Q2 (Jul-Sep 2025)",),
    # Lists that are a span.
    "Jan/Feb/Mar 2026": ("January to March 2026",),
    "Jan, Feb and March 2026": ("January to March 2026",),
    "Nov/Dec/Jan 2026": ("November 2025 to January 2026", "November 2026 to January 2027"),
    "Jan/Feb/Apr 2026": (),
    "Q1, Q2 and Q3 2025/26": ("Q1 to Q3 2025/26",),
    "Q1/Q2/Q4 2025/26": (),
    "from April 2026 to March 2027": ("April 2026 to March 2027",),
    # Years.
    "2025/6": ("2025/26", "June 2025"),
    "2025-6": ("2025/26", "June 2025"),
    "2025/7": ("July 2025",),
    "2026\u201303": ("March 2026",),
    "Oct 25 - Mar 2026": ("October 2025 to March 2026",),
    "Oct 25 - Mar 26": ("October 2025 to March 2026", "1 October 2025 to 26 March 2026"),
    "Fri 27th of Mar 26": ("27 March 2026",),
    "9-12-16": ("9 December 2016", "16 December 2009"),
    "Year end 2026": ("31 March 2026", "end of 2026"),
    "end of the year 2026": ("31 March 2026", "end of 2026"),
    "financial year-end 2026": ("31 March 2026",),
    "calendar year 2026": ("January to December 2026",),
    "year end 2025/26": ("2025/26",),
    "2025/26 municipal year": (),
    "Easter 2026": (),
    "Autumn half term 2026": (),
    "Christmas 2026": (),
    "Term 2 2025/26": (),
    "March or June 2026": (),
    "w/c 6 April 2026": ("6 to 12 April 2026",),
    "week ending 10 April 2026": ("4 to 10 April 2026",),
    "week 2 of April 2026": (),
    "within 6 months of April 2026": (),
    "early March": (),
    # What comes round.
    "twice yearly": ("six-monthly",),
    "two times a year": ("six-monthly",),
    "four times a year": ("quarterly",),
    "bimonthly": ("every two months", "monthly"),
    "bi-monthly": ("every two months", "monthly"),
    "bi monthly reports": ("every two months", "monthly"),
    "Annual report in July": ("every July",),
    "Annual (31 July)": ("31 July each year",),
    "Annual report July 2027": ("July 2027",),
    "quarterly (Jan, Apr, Jul, Oct)": (),
    "Monthly until March 2027": ("monthly, review March 2027",),
    # Slips of a letter: one reading, two, or none.
    "Marhc 2026": ("March 2026",),
    "31 Agust 2026": ("31 August 2026",),
    "Jume to Septembr 2026": ("June to September 2026",),
    "Juny 2026": ("June 2026", "July 2026"),
    "Mxrxh 2026": (),
}
SAME = (
    "\u201cMarch 2027\u201d", "'31 March 2027'", "\u201831\u00a0March\u00a02027\u2019.", 'by the end of "March 2026",',
    "31 / 03 / 2026", "31. 03. 2026", "31 -03- 2026", "Marhc 2026", "31 Agust 2026", "Jume to Septembr 2026",
)  # fmt: skip

IMPOSSIBLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "2026-02-30": ("February 2026 has 28 days", ("2026-02-28",)),
    "30 February 2026": ("February 2026 has 28 days", ("28 February 2026",)),
    "29 February 2026": ("February 2026 has 28 days", ("28 February 2026",)),
    "30/02/2028": ("February 2028 has 29 days", ("29 February 2028",)),
    "31 September 2026": ("September 2026 has 30 days", ("30 September 2026",)),
    "31 Septmber 2026": ("September 2026 has 30 days", ("30 September 2026",)),
    "1 to 31 September 2026": ("September 2026 has 30 days", ("1 to 30 September 2026",)),
    "31 April to 31 May 2026": ("April 2026 has 30 days", ("30 April 2026 to 31 May 2026",)),
    "year to 31 June 2026": ("June 2026 has 30 days", ("30 June 2026",)),
    "2026-13-01": ("there is no month 13", ("2026-01-13",)),
    "2026-13-13": ("there is no month 13", ()),
    "31/13/2026": ("there is no month 13", ()),
    "0 March 2026": ("there is no day 0", ("1 March 2026",)),
    "31 February each year": ("no year has a 31 February", ("29 February each year",)),
}


@pytest.mark.parametrize(("written", "says", "offers"), [(key, *value) for key, value in REFUSED.items()])
def test_a_refusal_says_why_and_offers_the_nearest_forms(written: str, says: str, offers: tuple[str, ...]) -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse(written)
    assert (refusal.value.message, refusal.value.offers) == (says, offers)
    assert not refusal.value.impossible_day


@pytest.mark.parametrize(("written", "says", "offers"), [(key, *value) for key, value in IMPOSSIBLE.items()])
def test_an_impossible_day_says_how_long_the_month_is(written: str, says: str, offers: tuple[str, ...]) -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse(written)
    assert (refusal.value.message, refusal.value.offers) == (says, offers)
    assert refusal.value.impossible_day


@pytest.mark.parametrize(("written", "offers"), OTHER_FORMS.items())
def test_an_offer_names_every_day_month_quarter_term_and_year_that_was_written(
    written: str, offers: tuple[str, ...]
) -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse(written)
    assert refusal.value.offers == offers
    assert refusal.value.is_same == (written in SAME)


@pytest.mark.parametrize("written", [*REFUSED, *IMPOSSIBLE, *OTHER_FORMS])
def test_every_form_that_is_offered_is_read(written: str) -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse(written)
    for offer in refusal.value.offers:
        assert parse(offer).written == offer


@pytest.mark.parametrize("written", [*REFUSED, *OTHER_FORMS])
def test_a_refusal_always_says_what_to_do(written: str) -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse(written)
    assert refusal.value.offers or refusal.value.hint or "is not between" in refusal.value.message


def test_an_impossible_day_is_an_impossible_date() -> None:
    with pytest.raises(NotATimescale, match="February 2026 has 28 days") as refusal:
        parse_day("2026-02-30")
    assert refusal.value.impossible_day


@pytest.mark.parametrize(
    ("written", "elsewhere"),
    [
        ("completed", {"done": ""}),
        ("Completed March 2026", {"done": "31 March 2026"}),
        ("March 2027 (was December 2026)", {"due": "December 2026", "to": "March 2027"}),
        ("December 2026, moved to March 2027", {"due": "December 2026", "to": "March 2027"}),
        ("Revised date June 2026 (original March 2026)", {"due": "March 2026", "to": "June 2026"}),
        ("slipped from March 2026 to June 2026", {"due": "March 2026", "to": "June 2026"}),
        ("due to complete May 2026", {}),
        (
            "Ongoing from April 2026, review March 2027",
            {"start": "April 2026", "due": "ongoing", "review": "March 2027"},
        ),
        ("from now until March 2026", {}),
        ("Start April 2026 and review annually", {"start": "April 2026", "due": "ongoing", "review": "yearly"}),
        ("April 2026 \u2013 ongoing", {"start": "April 2026", "due": "ongoing"}),
        ("Commencing April 2026", {"start": "April 2026", "due": ""}),
        ("w.e.f. Apr 2026", {"start": "April 2026", "due": ""}),
        ("Monthly from June 2026", {"start": "June 2026", "due": "monthly"}),
        ("June 2026 then quarterly", {"start": "June 2026", "due": "quarterly"}),
        ("March 2026 and annually thereafter", {"start": "March 2026", "due": "every March"}),
        ("31 March 2026, then annually", {"start": "31 March 2026", "due": "31 March each year"}),
        ("Ongoing from April 2026", {"start": "April 2026", "due": "ongoing"}),
        ("starting April 2026, complete by March 2027", {"start": "April 2026", "due": "March 2027"}),
        ("ongoing, review yearly", {"due": "ongoing", "review": "yearly"}),
        ("week commencing 6 April 2026", {}),
        ("three weeks from 3 March 2026", {}),
    ],
)
def test_what_belongs_in_other_fields_is_set_out_by_field(written: str, elsewhere: dict[str, str]) -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse(written)
    assert refusal.value.elsewhere == elsewhere


def test_what_nothing_is_near_to_is_told_the_forms() -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse("whenever")
    assert refusal.value.hint == 'write a day, a month, a quarter with its year, "ongoing" or "to be confirmed"'


def test_a_refusal_offers_what_the_settings_calendar_means() -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse("March 2026/27", Calendar(year_starts=1))
    assert refusal.value.offers == ("March 2026",)


def test_a_paragraph_is_refused_without_being_read() -> None:
    with pytest.raises(NotATimescale, match="is too long to be a timescale") as refusal:
        parse("March 2026 " * 50)
    assert len(refusal.value.message) < 110
