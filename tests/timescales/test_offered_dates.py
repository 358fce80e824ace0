"""What is offered for a date that cannot be read means what was written, whatever stands around it."""

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coparent.timescales import NotATimescale, Timescale, parse

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
years = st.integers(2010, 2039)
numbers = st.integers(1, 28)
months = st.sampled_from([*MONTHS, *(name[:3] for name in MONTHS), "Sept"])
labels = st.builds(lambda year: f"{year}/{(year + 1) % 100}", years)
dates = st.one_of(
    st.builds("{} {} {}".format, numbers, months, years),
    st.builds("{} {}".format, months, years),
    st.builds("{}/{}/{}".format, numbers, st.integers(1, 12), years),
    st.builds("{} to {} {}".format, st.sampled_from(["Jan", "April"]), st.sampled_from(["June", "Dec"]), years),
    st.builds("Q{} {}".format, st.integers(1, 4), labels),
    st.builds("H{} {}".format, st.integers(1, 2), labels),
    st.builds("{} {}".format, st.sampled_from(["spring term", "autumn term", "summer", "autumn"]), years),
    st.builds("academic year {}".format, labels),
    labels,
)
quotes = st.sampled_from(['""', "''", "\u201c\u201d", "\u2018\u2019", "\u201e\u201c", "\u00ab\u00bb", "``"])
endings = st.sampled_from(["", ".", ",", ";", " .", "...", "\u00a0"])
spaces = st.sampled_from([" ", "  ", "\u00a0", "\u2009", "\t"])

REPEATS = ("yearly", "annually", "quarterly", "monthly", "termly", "six-monthly", "twice a year", "bi-monthly")
JUNK = (
    *("~", "c. ", "about ", "approx. ", "by ", "before ", "no later than ", "the end of ", "until ", "target: "),
    *("from ", "commencing ", "w.e.f. ", "after ", "completed ", "not ", "within 6 months of ", "inspection "),
    *("was ", "early ", "late ", "Easter ", "half term ", "municipal year ", "week 2 of ", "TBC "),
    *(" onwards", " (draft)", " (TBC)", "?", " subject to funding", " and annually thereafter", " then quarterly"),
    *(" at the latest", " half term", " municipal year", " or sooner", " (was March 2031)", " and monthly", " 5pm"),
)
joins = st.sampled_from([" ", " to ", " - ", "\u2013", "/", " and ", " & ", ", ", " or ", " then ", " (", ") ", ": "])


def offers_of(text: str) -> tuple[NotATimescale | None, tuple[str, ...]]:
    try:
        parse(text)
    except NotATimescale as refusal:
        return refusal, refusal.offers
    return None, ()


def months_in(found: Timescale) -> set[int]:
    """The months that the days of a timescale fall in."""
    if found.start is None or found.end is None:
        return {month for (first, _), (last, _) in found.windows for month in range(first, last + 1)} or set()
    count = (found.end.year - found.start.year) * 12 + found.end.month - found.start.month
    return {(found.start.month - 1 + later) % 12 + 1 for later in range(min(count, 11) + 1)}


def years_in(found: Timescale) -> set[int]:
    """The years of the labels, financial or academic, and of the calendar, that the days fall in."""
    if found.start is None or found.end is None:
        return set()
    labels = {found.start.year - (found.start.month < first) for first in (1, 4, 9)}
    return labels | {year + 1 for year in labels} | {*range(found.start.year, found.end.year + 1)}


@settings(max_examples=100, deadline=None)
@given(dates, quotes, endings, spaces, st.booleans())
def test_quotes_spaces_and_full_stops_round_a_date_change_nothing(
    text: str, marks: str, ending: str, space: str, is_loud: bool
) -> None:
    written = f"{marks[0]}{text.replace(' ', space)}{ending}{marks[1]}{ending}"
    written = written.upper() if is_loud else written
    refusal, offers = offers_of(written)
    meant = parse(text).days
    if refusal is None:
        assert parse(written).days == meant
    else:
        assert [parse(offer).days for offer in offers] == [meant], offers
        assert refusal.is_same


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([name for name in MONTHS if len(name) > 4]), st.data(), years)
def test_a_slip_of_a_letter_is_mended_only_where_one_month_is_near(month: str, data: st.DataObject, year: int) -> None:
    place = data.draw(st.integers(1, len(month) - 2))
    slips = (month[:place] + month[place + 1 :], month[:place] + month[place + 1] + month[place] + month[place + 2 :])
    for slip in (*slips, month[:place] + month[place] + month[place:]):
        refusal, offers = offers_of(f"{slip} {year}")
        if refusal is not None:
            assert offers == (f"{month} {year}",)
            assert refusal.is_same


@settings(max_examples=200, deadline=None)
@given(dates, st.lists(st.sampled_from([junk for junk in JUNK if junk[-1] == " "]), max_size=2), st.data())
@example("March 2026", ["from "], None)
def test_an_offer_for_a_date_among_other_words_means_that_date(
    text: str, before: list[str], data: st.DataObject | None
) -> None:
    after = data.draw(st.sampled_from(["", *(junk for junk in JUNK if junk[-1] != " ")])) if data is not None else ""
    refusal, offers = offers_of(f"{''.join(before)}{text}{after}")
    meant = parse(text)
    for offer in offers:
        found = parse(offer)
        assert found.end in (meant.end, None), offer
        if found.days is None:
            assert found.review is not None, offer
            assert found.review.days == meant.days, offer
    if refusal is not None and refusal.is_same:
        assert [parse(offer).days for offer in offers] == [meant.days]
    if refusal is not None and refusal.elsewhere.get("start"):
        assert parse(refusal.elsewhere["start"]).days == meant.days


@settings(max_examples=250, deadline=None)
@given(st.lists(dates | st.sampled_from(REPEATS) | months | years.map(str) | st.sampled_from(JUNK), max_size=4), joins)
@example(["Jan", "Feb", "Mar 2026"], "/")
@example(["annual report", "July"], " in ")
@example(["12", "12", "2026"], " / ")
def test_an_offer_names_every_month_and_year_that_was_written(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    refusal, offers = offers_of(text)
    if refusal is None or refusal.disagrees or refusal.impossible_day:
        return
    named = {
        number for number, name in enumerate(MONTHS, 1) if re.search(rf"\b{name[:3]}(?:t?|{name[3:]})\b", text, re.I)
    }
    four = {int(year) for year in re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", text)}
    together: list[tuple[str, ...]] = [(offer,) for offer in offers]
    together += [tuple(filter(None, refusal.elsewhere.values()))] if refusal.elsewhere else []
    for texts in together:
        found = [parse(offer) for offer in texts]
        found += [timescale.review for timescale in found if timescale.review is not None]
        assert named <= set().union(*map(months_in, found)), texts
        assert four <= set().union(*map(years_in, found)), texts


@pytest.mark.parametrize(
    "written", ["bimonthly", "bi-monthly", "not March 2026", "March 2026?", "~March 2026", "Juny 2026"]
)
def test_what_may_mean_something_else_is_no_slip(written: str) -> None:
    refusal, _ = offers_of(written)
    assert refusal is not None
    assert not refusal.is_same


@settings(deadline=None)
@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.sampled_from("/.-"), spaces)
def test_a_day_with_spaces_in_its_figures_is_that_day(day: date, mark: str, space: str) -> None:
    _, offers = offers_of(f"{day.day}{space}{mark}{space}{day.month:02}{space}{mark}{space}{day.year}")
    assert [parse(offer).days for offer in offers] == [(day, day)]
