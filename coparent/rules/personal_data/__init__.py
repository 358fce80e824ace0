"""Personal data: what must never stand in a plan, in any text or comment of any file."""

from collections.abc import Iterable, Iterator

from coparent.advice import either, write
from coparent.diagnostics import Diagnostic, Level
from coparent.documents.annotated_source import AnnotatedSource, Comment
from coparent.rules.personal_data.belonging import find_lines, is_for_contacts
from coparent.rules.personal_data.births import find_births
from coparent.rules.personal_data.columns import find_births_in_tables
from coparent.rules.personal_data.contacts import bare_letters, find_contacts
from coparent.rules.personal_data.details import FEW, find_details
from coparent.rules.personal_data.joined_text import Find, JoinedText, join_text
from coparent.rules.personal_data.numbers import find_numbers
from coparent.rules.personal_data.prefilter import may_hold_contact, may_hold_detail, may_hold_number
from coparent.rules.registry import Family
from coparent.schema.settings import Settings

FAMILY = Family("personal data")

_RENAME = "give it another name, with  git mv"
_FOLDER = "the name of a folder above this file"


@FAMILY.texts("personal-data", Level.ERROR, prefilter=may_hold_number)
def personal_data(source: AnnotatedSource, settings: Settings) -> Iterator[Diagnostic]:
    """A number that belongs to one person, or a date of birth.

    It is known by its checksum or its fixed form, and by the words beside it: an NHS number, a Unique Pupil Number, a
    Unique Learner Number, a National Insurance number, a date of birth. No output shows it. It cannot be ignored.

    Why: plans are public and git keeps everything, so a child could be found through them for ever.
    Fix: take it out, and tell the data protection officer: removing the line does not remove it from git's history.

    Before:
        summary: The first health passport went to the child with the NHS number (ten digits)
    After:
        summary: The first health passport was given out
    """
    joined = join_text(source)
    text = joined.text
    for find in _without_overlaps((*find_numbers(text), *find_births(text), *find_births_in_tables(text))):
        name = _name(source, joined, find)
        found = joined.spot(find).says(
            f"{name} holds {find.what}, and "
            f"{'renaming it' if source.is_of_name else 'removing the line'} does not remove it from git's history",
            label=find.what,
            help=f"{_RENAME}, and tell the data protection officer"
            if source.is_of_name
            else either(write("(taken out)"), "take the sentence out; and tell the data protection officer"),
        )
        yield found.with_secret(joined.words(find))


@FAMILY.texts("contact-details", Level.WARNING, prefilter=may_hold_contact)
def contact_details(source: AnnotatedSource, settings: Settings) -> Iterator[Diagnostic]:
    """An e-mail address, a telephone number or somebody's address where none belongs.

    They belong in links, in a paper's enquiries_to, and in the settings' contacts and help. What stands in contacts may
    stand everywhere. Helplines (0800, 0808, 03, 116, 999, 111, 101) and offices without a house number are fine.

    Why: a person's own number printed once in a committee paper stays public for years.
    Fix: write the team's name in its place, or add the team's address under contacts in the settings.

    Before:
        next: Ring the worker (number) to book a place
    After:
        next: Ask the Leaving and After Care team to book a place
    """
    joined = join_text(source)
    help_lines = (text for line in settings.help for text in (line.title, line.phone, line.url) if text is not None)
    allowed = [bare_letters(text) for text in (*settings.contacts, *help_lines)]
    finds = list(_without_overlaps(find_contacts(joined.text)))
    lines_for_contacts = find_lines(joined) if finds else set[int]()
    for find in finds:
        letters = bare_letters(joined.words(find))
        if is_for_contacts(joined, find, lines_for_contacts) or any(letters in text for text in allowed):
            continue
        found = joined.spot(find).says(
            f"{_name(source, joined, find)} gives {find.what}",
            label=find.what,
            help=_RENAME
            if source.is_of_name
            else either(write("the team's name"), "list it under contacts in the settings, if it may be printed"),
        )
        yield found.with_secret(joined.words(find))


@FAMILY.texts("identifying-detail", Level.WARNING, prefilter=may_hold_detail)
def identifying_detail(source: AnnotatedSource, settings: Settings) -> Iterator[Diagnostic]:
    """A child described so closely that others may know who it is.

    It is a child with an initial ("Child A"), a child of one age with a place or school, or a count of one to five
    children beside an offence, custody, going missing, a pregnancy or an exclusion.

    Why: in a small place neighbours and classmates put such details together, and the child reads it one day.
    Fix: leave out the initial, the age or the place; leave out the count, or say "a few".

    Before:
        reason: Two girls were excluded in March
    After:
        reason: Exclusions went up in March
    """
    joined = join_text(source)
    for find in _without_overlaps(find_details(joined.text, settings.small_number)):
        found = joined.spot(find).says(
            f"{_name(source, joined, find)} describes {find.what}",
            label="this may point to a child",
            help=_RENAME
            if source.is_of_name
            else either(write("a few children"), "leave the count out")
            if find.what == FEW
            else either(write("a child"), "leave out what points to one child: the initial, the age, the place"),
        )
        yield found.with_secret(joined.words(find))


def _name(source: AnnotatedSource, joined: JoinedText, find: Find) -> str:
    """The record that a find stands in, as a sentence begins with it."""
    if source.is_of_name:
        folders_below = joined.text.count("\n", find.end)
        return (
            ("the name of this file", "the name of this file's folder")[folders_below] if folders_below < 2 else _FOLDER
        )
    name = source.name(joined.spot(find))
    return f"a comment in {name}" if isinstance(joined.piece(find), Comment) else name


def _without_overlaps(finds: Iterable[Find]) -> Iterator[Find]:
    """The finds in order, without those that begin inside an earlier one."""
    end = 0
    for find in sorted(finds, key=lambda find: (find.start, -find.end)):
        if find.start >= end:
            end = find.end
            yield find
