"""What young people read: whether they can, and whether it promises what nobody is sure of."""

import re
from collections.abc import Iterator
from math import ceil

from coparent.advice import either, write
from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import ActionProgress, progress_of
from coparent.rules.registry import Family
from coparent.rules.wording.file_texts import texts_of_files
from coparent.schema.naming import named
from coparent.text.patterns import compile_later
from coparent.text.sentences import upper_first
from coparent.values import frozen
from coparent.workspace import Workspace

FAMILY = Family("wording")

OLDEST_READER = 11
FEWEST_WORDS = 40
"""From how many words on a text is judged by its index; a shorter one by its longest sentence."""
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
    plain_texts = (
        value for file in texts_of_files(workspace) if file.plain for value in file.values if value.field == "plain"
    )
    for value in plain_texts:
        counts = measure_readability(value.text)
        if counts.words >= FEWEST_WORDS and counts.age > OLDEST_READER:
            yield value.spot.says(
                f"{named(value.owner)} has plain text for readers of "
                f"{f'about {counts.age}' if counts.age < OF_AGE else f'{OF_AGE} or more'}",
                label=f"{counts.words / counts.sentences:.0f} words a sentence, "
                f"{counts.letters / counts.words:.1f} letters a word",
                help="write shorter sentences and shorter words",
            )
        elif counts.words < FEWEST_WORDS and counts.longest_words > LONGEST_SENTENCE:
            yield value.spot.within(value.text, *counts.longest).says(
                f"{named(value.owner)} has a sentence of {counts.longest_words} words in its plain text",
                label=f"more than {LONGEST_SENTENCE} words",
                help="make two sentences of it",
            )


_LINK = compile_later(r"\[([^\[\]]{1,300})\]\([^()\s]{1,500}\)")
_MARKS = compile_later(r"[*_`]|^[^\S\n]*+(?:[-+]|\d++[.)])\s++", re.MULTILINE)
_LINE_END = compile_later(r"(?<!\n)\n(?!\n|\s*+(?:[-+*]|\d++[.)])\s)")
_SENTENCE = compile_later(r"[^.!?\n]++(?:[.!?](?=\w)[^.!?\n]*+)*+")
_WORD = compile_later(r"[^\W_]++(?:['\u2019-][^\W_]++)*+")


@frozen
class Readability:
    """What was counted in a text; `longest` is where its longest sentence begins and ends.

    R. J. Senter and E. A. Smith, Automated Readability Index, AMRL-TR-66-220, Aerospace Medical Research Laboratories,
    1967. It needs no list of syllables.
    """

    letters: int
    words: int
    sentences: int
    longest: tuple[int, int]
    longest_words: int

    @property
    def index(self) -> float:
        """The grade of an American school at which the text is read with ease."""
        return 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43

    @property
    def age(self) -> int:
        """The age of most who read it with ease."""
        return ceil(self.index) + 5


def measure_readability(text: str) -> Readability:
    """Count a text's letters, words and sentences; a line of a list is a sentence."""
    plain = _LINK.sub(lambda link: link[1].ljust(len(link[0])), text)
    plain = _LINE_END.sub(" ", plain)
    plain = _MARKS.sub(lambda mark: " " * len(mark[0]), plain)
    letters = words = sentences = longest_words = 0
    longest = (0, len(text))
    for sentence in _SENTENCE.finditer(plain):
        found = _WORD.findall(sentence.group())
        if not found:
            continue
        letters += sum(character.isalnum() for word in found for character in word)
        words += len(found)
        sentences += 1
        if len(found) > longest_words:
            longest_words = len(found)
            start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
            longest = (start, sentence.start() + len(sentence.group().rstrip()))
    return Readability(letters, max(words, 1), max(sentences, 1), longest, longest_words)


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
        reason = _why_uncertain(progress) if progress.is_live else ""
        for text, spot in _plain_texts(progress) if reason else ():
            found = _PROMISE.search(text)
            if found is not None:
                yield spot.within(text, *found.span()).says(
                    f"{named(progress.action)} promises young people what {reason}",
                    label="a promise",
                    help=_advise_promise(found.group()),
                )


def _advise_promise(promise: str) -> str:
    """What to write in place of a promise, so that the sentence goes on."""
    is_ours = promise.lower().startswith("we")
    hopes = ("we want to make sure", "we plan to make sure") if is_ours else ("we want you to", "we hope you can")
    return either(*(write(upper_first(hope) if promise[0].isupper() else hope) for hope in hopes))


def _why_uncertain(progress: ActionProgress) -> str:
    """Why nobody can yet promise what an action is for; empty where somebody can."""
    resources = progress.action.resources
    if resources is not None and resources.status == "unfunded":
        return "has no money yet"
    return "has no rating yet" if progress.rating is None else ""


def _plain_texts(progress: ActionProgress) -> Iterator[tuple[str, Spot]]:
    """An action's wording for young people, and that of its latest update."""
    if progress.action.plain:
        yield progress.action.plain, progress.action.at("plain")
    latest = progress.latest.update if progress.latest is not None else None
    if latest is not None and latest.plain:
        yield latest.plain, latest.at("plain")
