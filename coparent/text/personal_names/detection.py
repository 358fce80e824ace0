"""Finding a person's name in a text, by common names of the United Kingdom.

A given name or a surname alone proves nothing (Grace Centre, Virtual School, Carter House): both must stand together,
as people write names, and no word beside them may make them the name of a place or an organisation.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple, TypeAlias

from coparent.text.patterns import compile_later
from coparent.text.personal_names import lists

Span: TypeAlias = tuple[int, int]


class _Word(NamedTuple):
    """A word of a text, where it stands, and its letters alone: lower case and without accents."""

    text: str
    start: int
    end: int
    letters: str

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_initial(self) -> bool:
        """A single capital, or several with a full stop after each."""
        capitals = self.text.replace(".", "")
        return capitals.isupper() and (len(capitals) == 1 or len(self.text) == 2 * len(capitals))

    @property
    def is_possessive(self) -> bool:
        return self.text.endswith(("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"))

    @property
    def is_given_name(self) -> bool:
        return self.letters.split("-")[0] in lists.GIVEN_NAMES

    @property
    def is_surname(self) -> bool:
        """A listed surname, or a double-barrelled one with a listed half."""
        return not lists.SURNAMES.isdisjoint(self.letters.split("-"))

    @property
    def may_end_name(self) -> bool:
        """Whether it may be a surname, listed or not: a capital or a known one, and no word of a role or a body."""
        is_other_word = self.letters in lists.BODIES or self.letters in lists.ROLES
        return (self.is_capital or self.is_surname) and not is_other_word


_SEPARATOR = compile_later(r"([,;:()\[\]/|&\n]|\s[-\N{EN DASH}\N{EM DASH}]+\s|\s(?:and|or|plus|with)\s)")


def find_person(text: str) -> Span | None:
    """Where a person's name stands in a text: a title and name, an initial and surname, or given name and surname.

    >>> find_person("Head of Fostering (Sarah Okafor)")
    (19, 31)
    >>> find_person("Victoria House manager")
    """
    segments = list(_split_into_segments(text))
    for (first, _), (second, separator) in pairwise(segments):
        if separator == "," and _is_surname_and_name(first, second):
            return first[0].start, second[0].end
    for words, _ in segments:
        span = _find_titled_name(words) or _find_full_name(words)
        if span is not None:
            return words[span[0]].start, words[span[1] - 1].end
    return None


def _split_into_segments(text: str) -> Iterator[tuple[list[_Word], str]]:
    """The parts of a text that each name one person or role, as words, with the separator before each."""
    separator, start = "", 0
    for part in _SEPARATOR.split(text):
        if _SEPARATOR.fullmatch(part):
            separator = part
        elif words := [_word(match, start) for match in re.finditer(r"\S+", part)]:
            yield words, separator
        start += len(part)


def _word(match: re.Match[str], start: int) -> _Word:
    folded = unicodedata.normalize("NFKD", match[0].casefold())
    letters = "".join(letter for letter in folded if letter.isalpha() or letter == "-")
    return _Word(match[0], start + match.start(), start + match.end(), letters)


def _is_surname_and_name(first: Sequence[_Word], second: Sequence[_Word]) -> bool:
    """Smith, Jane; Smith, J."""
    if len(first) != 1 or len(second) != 1 or not first[0].is_capital or not first[0].is_surname:
        return False
    return second[0].is_initial or _is_given_name_and_surname(second[0], first[0])


def _is_given_name_and_surname(given: _Word, surname: _Word) -> bool:
    if not given.is_given_name or not surname.is_surname or given.is_capital != surname.is_capital:
        return False
    are_things = given.letters in lists.GIVEN_NAMES_OF_THINGS, surname.letters in lists.SURNAMES_OF_THINGS
    return not (all(are_things) if given.is_capital else any(are_things))


def _find_titled_name(words: Sequence[_Word]) -> Span | None:
    """A title and at least one name: Dr Patel; not Councillor Champion, nor Sir John Smith School."""
    for index, word in enumerate(words):
        if word.text.rstrip(".") in lists.TITLES:
            names = [*takewhile(lambda word: word.may_end_name, words[index + 1 :])]
            end = index + 1 + len(names)
            names_body = words[end : end + 1] and words[end].letters in lists.BODIES
            if not names or names_body or names[-1].is_possessive:
                continue
            # A name nobody has listed must be the end of it: Cllr Okeowo, but not Cllr Induction lead.
            if end == len(words) or any(name.is_given_name or name.is_surname or name.is_initial for name in names):
                return index, end
    return None


def _find_full_name(words: Sequence[_Word]) -> Span | None:
    """A name that is all of a segment, or that stands as names do before or after a role."""
    end = len(words)
    while end > 2 and words[end - 1].letters in lists.AFTER_NAMES:
        end -= 1
    if _is_name(words[:end]) or (end == 2 and _is_surname_and_initial(*words[:2])):
        return 0, end
    if end <= 2:
        return None
    if words[end - 3].letters in lists.BEFORE_NAMES and _is_given_name_and_surname(*words[end - 2 : end]):
        return end - 2, end
    given, second, third = words[:3]
    if _is_given_name_and_surname(given, second):
        return (0, 2) if third.letters in lists.ROLES_AFTER_NAMES and words[-1].letters not in lists.BODIES else None
    if end == 3 and second.is_possessive and third.letters in lists.TEAMS:
        owner = second._replace(letters=second.letters.removesuffix("s"))
        return (0, 2) if _is_given_name_and_surname(given, owner) else None
    return None


def _is_name(words: Sequence[_Word]) -> bool:
    """Jane Smith, Jane A. Smith, Jane Mary Smith, J. Smith, J A Smith."""
    if not 2 <= len(words) <= 4:
        return False
    given, *middle, surname = words
    if all(word.is_initial for word in words[:-1]):
        return surname.may_end_name and _is_surname_after_initials(words[:-1], surname)
    return _is_given_name_and_surname(given, surname) and all(word.is_initial or word.is_given_name for word in middle)


def _is_surname_after_initials(initials: Sequence[_Word], surname: _Word) -> bool:
    """Full stops make any name a surname; without them A Level and T Hill look the same, so it must be a plain one."""
    if len(surname.letters) > 2 and all("." in word.text for word in initials):
        return not surname.text.isupper() or surname.is_surname
    return surname.is_surname and surname.letters not in lists.SURNAMES_OF_THINGS


def _is_surname_and_initial(first: _Word, second: _Word) -> bool:
    """Smith J."""
    return first.is_capital and second.is_initial and _is_surname_after_initials((second._replace(text="J"),), first)
