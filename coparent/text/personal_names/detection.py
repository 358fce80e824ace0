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
        return self.text.removeprefix("al-").removeprefix("el-")[:1].isupper()

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
    def is_other_word(self) -> bool:
        """A word of a role, a team, a service or a place, which may be a surname all the same: Cook, Preston."""
        return self.letters in lists.OTHER_WORDS or any(part in lists.OTHER_WORDS for part in self.letters.split("-"))

    @property
    def is_only_given_name(self) -> bool:
        """A given name that nothing else is called by: Sarah; not Victoria, Grace or April."""
        return self.is_given_name and not self.is_given_name_of_things

    @property
    def is_given_name_of_things(self) -> bool:
        return self.letters in lists.GIVEN_NAMES_OF_THINGS or self.is_other_word or self.proves_nothing

    @property
    def proves_nothing(self) -> bool:
        """A given name that is an ordinary word, too."""
        return self.letters in lists.GIVEN_NAMES_AND_WORDS or self.letters in lists.OTHER_WORDS

    @property
    def is_surname_of_things(self) -> bool:
        return self.letters in lists.SURNAMES_OF_THINGS or self.letters in lists.OTHER_WORDS

    @property
    def may_end_name(self) -> bool:
        """Whether it may be a surname, listed or not: a capital or a known one, and no word of a role or a body."""
        if self.letters in lists.BODIES or self.letters in lists.ROLES:
            return False
        return self.is_surname or (self.is_capital and not self.is_other_word)

    @property
    def looks_like_surname(self) -> bool:
        """Whether a word that is not listed reads like a surname: a capital, letters, and no noun of what people do."""
        plain = _NO_LETTERS.sub("", self.text)
        return (
            self.is_capital
            and len(self.letters) > 2
            and plain.isalpha()
            and not self.is_possessive
            and not self.is_other_word
            and not _ENDS_NOUN.search(self.letters)
        )


_NO_LETTERS = compile_later(r"[-'\N{RIGHT SINGLE QUOTATION MARK}]")
_ENDS_NOUN = compile_later(
    r"(?:[ts]ion|ment|ship|ness|ity|ance|ence|work|works|care|hood|ology|ical|ic|ive|able|ible|less|ful|ing|ings|[eo]rs"
    r"|ians|ists|tions|ments|ities|wise)\Z"
)
_SEPARATOR = compile_later(r"([,;:()\[\]/|&\n]|\s[-\N{EN DASH}\N{EM DASH}]+\s|\s(?:and|or|plus|with)\s)")


_JOINTS = ("&", "and", "/", ",", "plus")
_OF_IRISH = ("O'", "O\N{RIGHT SINGLE QUOTATION MARK}")


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
        if separator.strip() in _JOINTS and _are_given_names(first, second):
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
    if len(first) != 1 or len(second) != 1 or not first[0].is_capital:
        return False
    if second[0].is_initial:
        return first[0].is_surname
    if _is_given_name_and_surname(second[0], first[0]):
        return first[0].is_surname or second[0].is_only_given_name
    # A surname in capitals: HARROWBY, Fiona.
    return first[0].text.isupper() and second[0].is_only_given_name and len(first[0].text) > 4 and first[0].may_end_name


def _are_given_names(first: Sequence[_Word], second: Sequence[_Word]) -> bool:
    """Jane & Tom."""
    return len(first) == len(second) == 1 and all(
        word.is_capital and word.is_only_given_name for word in (first[0], second[0])
    )


def _is_given_name_and_surname(given: _Word, surname: _Word) -> bool:
    if not given.is_given_name or given.is_capital != surname.is_capital or surname.letters in lists.BODIES:
        return False
    if f"{given.letters} {surname.letters}" in lists.NAMED_LIKE_PEOPLE:
        return False
    if surname.is_surname:
        are_things = given.is_given_name_of_things, surname.is_surname_of_things
        return not (all(are_things) if given.is_capital else any(are_things))
    is_short_form = surname.text.isupper() and not given.text.isupper()
    return surname.looks_like_surname and not is_short_form and not given.proves_nothing


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
            is_followed_by_role = end < len(words) and words[end].letters in lists.ROLES_AFTER_NAMES
            if end == len(words) or is_followed_by_role or any(map(_is_listed, names)):
                return index, end
        elif word.letters in lists.RANKS and index + 2 == len(words):
            name = words[index + 1]
            if name.is_capital and name.is_surname and not name.is_surname_of_things:
                return index, index + 2
    return None


def _is_listed(name: _Word) -> bool:
    return name.is_given_name or name.is_surname or name.is_initial


def _find_full_name(words: Sequence[_Word]) -> Span | None:
    """A name that is all of a segment, or that stands as names do before or after a role."""
    end = _end_without_letters(words)
    if _is_name(words[:end]) or (end == 2 and _is_name_and_initial(*words[:2])):
        return 0, end
    if end <= 2:
        return None
    before = words[end - 3].letters
    if before in lists.BEFORE_NAMES or (before in lists.ROLES_BEFORE_NAMES and words[end - 2].is_only_given_name):
        return (end - 2, end) if _is_given_name_and_surname(*words[end - 2 : end]) else None
    given, second, third = words[:3]
    if _is_given_name_and_surname(given, second):
        is_role = third.letters in lists.ROLES_AFTER_NAMES
        return (0, 2) if is_role and not _ends_as_body(words[2:]) else None
    if end == 3 and second.is_possessive and third.letters in lists.TEAMS:
        owner = second._replace(letters=second.letters.removesuffix("s"), text=second.text[:-2])
        return (0, 2) if _is_given_name_and_surname(given, owner) else None
    return None


def _end_without_letters(words: Sequence[_Word]) -> int:
    """Where a segment ends without the letters that stand behind names: MBE, or an organisation's short name."""
    end = len(words)
    while end > 2 and words[end - 1].letters in lists.AFTER_NAMES:
        end -= 1
    if end > 2 and words[0].is_only_given_name and not words[0].text.isupper():
        last = words[end - 1].text
        is_short_form = 1 < len(last) < 6 and last.isupper() and last.isalpha()
        end -= is_short_form and words[end - 1].letters not in lists.COMPANIES
    return end


def _ends_as_body(words: Sequence[_Word]) -> bool:
    """Whether the words behind a name make it a body's, as in Jane Smith Project; not Jane Smith Head of Service."""
    return words[-1].letters in lists.BODIES and not any(word.letters in ("of", "for") for word in words)


def _is_name(words: Sequence[_Word]) -> bool:
    """Jane Smith, Jane A. Smith, Jane Mary Smith, J. Smith, J A Smith, Jan van der Berg."""
    if not 2 <= len(words) <= 5:
        return False
    given, *middle, surname = words
    while middle and (middle[-1].letters in lists.PARTICLES or middle[-1].text in _OF_IRISH):
        middle.pop()
    if len(middle) + 2 < len(words):
        is_name = surname.is_capital and (surname.is_surname or surname.looks_like_surname)
        return is_name and given.is_capital and (given.is_only_given_name or given.is_initial)
    if all(word.is_initial for word in words[:-1]):
        return surname.may_end_name and _is_surname_after_initials(words[:-1], surname)
    return _is_given_name_and_surname(given, surname) and all(
        word.is_initial or word.is_given_name or (word.is_surname and not word.is_surname_of_things) for word in middle
    )


def _is_surname_after_initials(initials: Sequence[_Word], surname: _Word) -> bool:
    """Full stops make any name a surname; without them A Level and T Hill look the same, so it must be a plain one."""
    if len(surname.letters) > 2 and all("." in word.text for word in initials):
        return not surname.text.isupper() or surname.is_surname
    return surname.is_surname and surname.letters not in lists.SURNAMES_OF_THINGS


def _is_name_and_initial(first: _Word, second: _Word) -> bool:
    """Smith J, Jane S."""
    if not first.is_capital or not second.is_initial or second.letters == "i":
        return False
    if first.is_only_given_name:
        return True
    return _is_surname_after_initials((second._replace(text="J"),), first)
