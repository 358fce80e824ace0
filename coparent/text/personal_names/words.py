"""The words of a text that may hold a name, and what each of them may be: a given name, a surname, a word of a role."""

import re
import unicodedata
from typing import NamedTuple

from coparent.text.patterns import compile_later
from coparent.text.personal_names import lists


class Word(NamedTuple):
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


def read_word(match: re.Match[str], start: int) -> Word:
    """The word that was found in a part of a text which begins at `start`."""
    folded = unicodedata.normalize("NFKD", match[0].casefold())
    letters = "".join(letter for letter in folded if letter.isalpha() or letter == "-")
    return Word(match[0], start + match.start(), start + match.end(), letters)
