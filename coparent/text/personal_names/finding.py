"""Telling a person's name from the name of a role, a team or a place, by common names of the United Kingdom.

A given name or a surname alone proves nothing (Grace Centre, Virtual School, Carter House): both must stand together,
as people write names, and nothing round them may say that a place or a body bears the name.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from coparent.text.personal_names import lists


class _Word(NamedTuple):
    """A word of a text, where it stands, and its letters alone, small and without accents."""

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
        bare = self.text.replace(".", "")
        return bare.isupper() and (len(bare) == 1 or len(self.text) == 2 * len(bare))

    @property
    def is_possessive(self) -> bool:
        return self.text.endswith(("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"))


Span = tuple[int, int]


@cache
def _separators() -> re.Pattern[str]:
    """What parts the names and roles of one text."""
    return re.compile(r"([,;:()\[\]/|&\n]|\s[-\N{EN DASH}\N{EM DASH}]+\s|\s(?:and|or|plus|with)\s)")


def find_person(text: str) -> Span | None:
    """Where a person's name stands in a text: a title and name, an initial and surname, or given name and surname.

    >>> find_person("Head of Fostering (Sarah Okafor)")
    (19, 31)
    >>> find_person("Victoria House manager")
    """
    segments = list(_segments(text))
    for (first, _), (second, separator) in pairwise(segments):
        if separator == "," and _is_turned_round(first, second):
            return first[0].start, second[0].end
    for words, _ in segments:
        span = _find_titled(words) or _find_named(words)
        if span is not None:
            return words[span[0]].start, words[span[1] - 1].end
    return None


def _segments(text: str) -> Iterator[tuple[list[_Word], str]]:
    """The parts of a text that each name one person or role, as words, with the separator before each."""
    separator, start = "", 0
    for part in _separators().split(text):
        if _separators().fullmatch(part):
            separator = part
        elif words := [_word(found, start) for found in re.finditer(r"\S+", part)]:
            yield words, separator
        start += len(part)


def _word(found: re.Match[str], start: int) -> _Word:
    folded = unicodedata.normalize("NFKD", found[0].casefold())
    letters = "".join(letter for letter in folded if letter.isalpha() or letter == "-")
    return _Word(found[0], start + found.start(), start + found.end(), letters)


def _is_given(word: _Word) -> bool:
    return word.letters in lists.GIVEN_NAMES or word.letters.split("-")[0] in lists.GIVEN_NAMES


def _is_surname(word: _Word) -> bool:
    return word.letters in lists.SURNAMES or (
        "-" in word.letters and not lists.SURNAMES.isdisjoint(word.letters.split("-"))
    )


def _is_known(word: _Word) -> bool:
    return _is_given(word) or _is_surname(word) or word.is_initial


def _is_turned_round(first: Sequence[_Word], second: Sequence[_Word]) -> bool:
    """Smith, Jane; Smith, J."""
    if len(first) != 1 or len(second) != 1 or not first[0].is_capital:
        return False
    return _is_surname(first[0]) and (_is_full_name(second[0], first[0]) or second[0].is_initial)


def _is_full_name(given: _Word, surname: _Word) -> bool:
    if not _is_given(given) or not _is_surname(surname) or given.is_capital != surname.is_capital:
        return False
    is_doubtful = given.letters in lists.GIVEN_NAMES_OF_THINGS, surname.letters in lists.SURNAMES_OF_THINGS
    return not all(is_doubtful) and (given.is_capital or not any(is_doubtful))


def _find_titled(words: Sequence[_Word]) -> Span | None:
    """A title and at least one name: Dr Patel; not Councillor Champion, nor Sir John Smith School."""
    for index, word in enumerate(words):
        if word.text.rstrip(".") in lists.TITLES:
            end = index + 1
            while end < len(words) and _goes_on(words[end]):
                end += 1
            names, follows = words[index + 1 : end], words[end : end + 1]
            is_borne = any(one.letters in lists.BODIES for one in follows) or (names and names[-1].is_possessive)
            # A name nobody has listed must be the end of it: Cllr Okeowo, but not Cllr Induction lead.
            if names and not is_borne and (not follows or any(map(_is_known, names))):
                return index, end
    return None


def _goes_on(word: _Word) -> bool:
    return (
        (word.is_capital or _is_surname(word)) and word.letters not in lists.BODIES and word.letters not in lists.ROLES
    )


def _find_named(words: Sequence[_Word]) -> Span | None:
    """A name that is all of a segment, or that stands as names do before or after a role."""
    end = len(words)
    while end > 2 and words[end - 1].letters in lists.AFTER_NAMES:
        end -= 1
    if _is_name(words[:end]) or (end == 2 and _is_surname_first(*words[:2])):
        return 0, end
    if end > 2 and words[end - 3].letters in lists.BEFORE_NAMES and _is_full_name(*words[end - 2 : end]):
        return end - 2, end
    if end > 2 and _is_full_name(*words[:2]):
        follows, is_body = words[2].letters, words[-1].letters in lists.BODIES
        return (0, 2) if follows in lists.ROLES_AFTER_NAMES and not is_body else None
    if end == 3 and words[1].is_possessive and words[2].letters in lists.TEAMS:
        owner = words[1]._replace(letters=words[1].letters.removesuffix("s"))
        return (0, 2) if _is_full_name(words[0], owner) else None
    return None


def _is_name(words: Sequence[_Word]) -> bool:
    """Jane Smith, Jane A. Smith, Jane Mary Smith, J. Smith, J A Smith."""
    if not 2 <= len(words) <= 4:
        return False
    *others, surname = words
    if all(word.is_initial for word in others):
        return _goes_on(surname) and _is_known_by_initial(others, surname)
    middle = others[1:]
    return _is_full_name(others[0], surname) and all(word.is_initial or _is_given(word) for word in middle)


def _is_known_by_initial(initials: Sequence[_Word], surname: _Word) -> bool:
    """Full stops make any name a surname; without them A Level and T Hill look the same, so it must be a plain one."""
    if len(surname.letters) > 2 and all("." in word.text for word in initials):
        return not surname.text.isupper() or _is_surname(surname)
    return _is_surname(surname) and surname.letters not in lists.SURNAMES_OF_THINGS


def _is_surname_first(first: _Word, second: _Word) -> bool:
    """Smith J."""
    return first.is_capital and second.is_initial and _is_known_by_initial((second._replace(text="J"),), first)
