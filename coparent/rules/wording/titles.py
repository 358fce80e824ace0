"""Titles that say nothing anybody could see done, or that are too long to remember."""

import re
from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level
from coparent.progress import progress_of
from coparent.rules.registry import Family
from coparent.rules.wording.file_texts import texts_of_files
from coparent.schema.naming import named
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("wording")

LONGEST_TITLE = 25

_OPENINGS = (
    "explore", "consider", "continue", "support", "promote", "ensure", "seek", "aim", "look at", "work with",
    "raise awareness", "monitor", "review", "develop", "embed", "improve", "strengthen", "facilitate",
)  # fmt: skip
_FIRST_WORDS = frozenset(opening.split()[0] for opening in _OPENINGS)
# The form in -ing, in which some councils write their titles.
_CONTINUOUS = [" ".join([first.removesuffix("e") + "ing", *rest]) for first, *rest in map(str.split, _OPENINGS)]
_VAGUE = compile_later(rf"\s*({'|'.join([*_OPENINGS, *_CONTINUOUS])})(?![^\W_])", re.IGNORECASE)
_NUMBER = compile_later(
    r"\d|(?<![^\W_])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
    r"|thousand|half|third|quarter|double|twice)(?![^\W_])",
    re.IGNORECASE,
)
_DATE = compile_later(
    r"(?<!\d)20\d\d(?!\d)|\d\d?/\d\d?/\d\d|(?<![^\W_])(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|spring|summer|autumn|winter)\s+(?:term\s+)?'?\d\d"
)


@FAMILY.records("vague-action", Level.WARNING)
def vague_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """A title that opens with a word such as support, explore or ensure, with nothing that would show it done.

    A measure, a number in the title, a date in success or a milestone makes up for the word.

    Why: a board that agrees to "support carers" cannot find out a year later whether it was done.
    Fix: say what will be there that is not there now, or name the measure that will show it.

    Before:
        title: Support foster carers
    After:
        title: Train 40 foster carers in first aid for mental health
    """
    for progress in progress_of(workspace).actions:
        action = progress.action
        opening = _find_vague_opening(action.title)
        if opening is None or not progress.is_live or action.measures or action.milestones:
            continue
        if not _NUMBER.search(action.title) and not _DATE.search(action.success or ""):
            words = action.title[slice(*opening)].lower()
            spot = action.at("title").within(action.title, *opening)
            yield spot.says(
                f'{named(action)} opens with "{words}", and nothing says how anyone will see it done',
                label="what will be there that is not there now?",
                help="start with what will be done, such as  Open,  Train  or  Publish,  and say how many; "
                "or add a line  measures:  or  milestones:",
            )


def _find_vague_opening(title: str) -> tuple[int, int] | None:
    """The characters of a title's first words, if they say nothing that anybody could see done."""
    first = title[:20].lower().split(None, 1)[:1]
    if not first or (first[0] not in _FIRST_WORDS and not first[0].endswith("ing")):
        return None
    found = _VAGUE.match(title)
    return found.span(1) if found else None


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
