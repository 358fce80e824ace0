"""Titles that are too long to remember."""

from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.rules.wording.file_texts import texts_of_files
from coparent.schema.naming import named
from coparent.workspace import Workspace

FAMILY = Family("wording")

LONGEST_TITLE = 25


@FAMILY.records("long-title", Level.NOTE)
def long_title(workspace: Workspace) -> Iterator[Diagnostic]:
    """A title of more than 25 words.

    Why: papers print titles in tables and headings, and nobody remembers a paragraph.
    Fix: keep what will be done, and move the rest to why or success.

    Before:
        title: Work together with all partners across the county in order to make sure that every child who comes into
          care sees a dentist soon, and at the latest within three months
    After:
        title: See that every child has a dentist within three months of coming into care
    """
    for file in texts_of_files(workspace):
        for value in file.values if file.longest_title > 2 * LONGEST_TITLE else ():
            if value.field == "title" and len(value.text.split()) > LONGEST_TITLE:
                yield value.spot.says(
                    f"{named(value.owner)} has a title of {len(value.text.split())} words",
                    label=f"more than {LONGEST_TITLE} words",
                    help="keep what will be done, and move the rest to  why:  or  success:",
                )
