"""What young people read: whether they can, and whether it promises what nobody is sure of."""

import re
from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import ActionProgress, progress_of
from coparent.rules.registry import Family
from coparent.rules.wording.files import texts_by_file
from coparent.rules.wording.readability import read
from coparent.schema.naming import named
from coparent.schema.texts import FieldText
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("wording")

OLDEST_READER = 11
FEWEST_WORDS = 40
LONGEST_SENTENCE = 20
OF_AGE = 18


@FAMILY.records("hard-to-read", Level.NOTE)
def hard_to_read(workspace: Workspace) -> Iterator[Diagnostic]:
    """Young people's wording that is hard to read.

    Of 40 words or more it is judged by the Automated Readability Index (Senter and Smith, 1967), which counts letters,
    words and sentences: it should suit a reader of 11. In shorter texts no sentence should have more than 20 words.

    Why: a promise that a child cannot read is kept from them.
    Fix: one thought in a sentence, and shorter words.

    Before:
        plain: >-
          Following a review with our partners we are going to change how health checks are done, so that you can say
          who is in the room and where you meet.
    After:
        plain: >-
          We looked at health checks together, and they change. You say who is in the room. You say where you meet.
    """
    for said in _plain_texts(workspace):
        counted = read(said.text)
        if counted.words >= FEWEST_WORDS:
            if counted.age > OLDEST_READER:
                yield said.spot.says(
                    f"{named(said.owner)} has plain text for readers of {_age_in_words(counted.age)}",
                    label=f"{counted.words / counted.sentences:.0f} words a sentence, "
                    f"{counted.letters / counted.words:.1f} letters a word",
                    help="write shorter sentences and shorter words",
                )
        elif counted.longest_words > LONGEST_SENTENCE:
            yield said.spot.within(said.text, *counted.longest).says(
                f"{named(said.owner)} has a sentence of {counted.longest_words} words in its plain text",
                label=f"more than {LONGEST_SENTENCE} words",
                help="make two sentences of it",
            )


def _age_in_words(age: int) -> str:
    return f"about {age}" if age < OF_AGE else f"{OF_AGE} or more"


def _plain_texts(workspace: Workspace) -> Iterator[FieldText]:
    for file in texts_by_file(workspace):
        if file.plain:
            yield from (said for said in file.texts if said.field == "plain")


_PROMISE = compile_later(
    r"(?<![^\W_])(?:you\s+will|you(?:'|\u2019)ll|we\s+(?:will|shall)\s+(?:make\s+sure|ensure)"
    r"|we(?:'|\u2019)ll\s+(?:make\s+sure|ensure))(?![^\W_])",
    re.IGNORECASE,
)


@FAMILY.records("promise-in-plain", Level.NOTE)
def promise_in_plain(workspace: Workspace) -> Iterator[Diagnostic]:
    """Young people's wording that promises ("you will", "we will make sure") work that has no money or no rating yet.

    Why: a broken promise teaches a child not to believe the next one.
    Fix: say what we want or plan to do, or wait until the work is funded and on course.

    Before:
        plain: You will have your own bank account.
        resources: {status: unfunded}
    After:
        plain: We want each of you to have a bank account.
        resources: {status: unfunded}
    """
    for progress in progress_of(workspace).actions:
        reason = _why_not_sure(progress)
        if reason and progress.is_live:
            for text, spot in _plain_of(progress):
                found = _PROMISE.search(text)
                if found is not None:
                    yield spot.within(text, *found.span()).says(
                        f"{named(progress.action)} promises young people what {reason}",
                        label="a promise",
                        help="write  we want to  or  we plan to",
                    )


def _why_not_sure(progress: ActionProgress) -> str:
    """Why nobody can yet promise what an action is for; nothing where somebody can."""
    resources = progress.action.resources
    if resources is not None and resources.status == "unfunded":
        return "has no money yet"
    return "has no rating yet" if progress.rating is None else ""


def _plain_of(progress: ActionProgress) -> Iterator[tuple[str, Spot]]:
    """An action's wording for young people, and that of its latest update."""
    if progress.action.plain:
        yield progress.action.plain, progress.action.at("plain")
    latest = progress.latest.update if progress.latest is not None else None
    if latest is not None and latest.plain:
        yield latest.plain, latest.at("plain")
