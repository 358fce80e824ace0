"""Quick tests of a file's whole text: whether it may hold personal data. They are sure only when they say no."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from coparent.rules.personal_data.births import DATE
from coparent.rules.personal_data.contacts import EMAIL
from coparent.rules.personal_data.details import AGE_ALONE, INITIAL
from coparent.text.patterns import compile_later


def _class_of(character: str) -> str:
    """A letter that ends a National Insurance number, another capital, another letter, a digit, or none of these."""
    if character.isdigit():
        return "0"
    if not character.isalpha():
        return "x"
    return "A" if character in "ABCDabcd" else "U" if character.isupper() else "l"


_CLASSES = "".join(_class_of(chr(code)) for code in range(128)).encode() + b"x" * 128
_SPACING = bytes(range(33)) + b"#().-/\\_|*'\",:~\x7f" + bytes(range(128, 256))
_LONG_NUMBER = b"0" * 9
_SHORT_NUMBERS = (b"U000000A", b"A000000A", b"l000000A")
_POSTCODE_ENDS = (b"00UU", b"0U0UU")

_ESCAPE = "\\"
"""Between quotes it may stand for other characters."""
_BETWEEN = r"[^\w£$€%+&;?!<>=@{}\[\]]|_"
_SPREAD_NUMBER = compile_later(rf"[0-9](?:(?:{_BETWEEN})*+[0-9]){{8}}")
_NINO_END = compile_later(r"[0-9](?:[\W_]*+[0-9]){5}[\W_]*+[A-Da-d](?![^\W_])")
_NINO_BEGINNING = compile_later(r"(?<![^\W_])[A-Za-z][\W_]{0,30}[A-Za-z][\W_]{0,30}\Z")
_POSTCODE_END = compile_later(r"[0-9][A-Za-z]{2}(?![^\W_])")
_POSTCODE_BEGINNING = compile_later(r"[A-Za-z][0-9][A-Za-z0-9]?[\W_]{0,20}\Z")
_BIRTHS = ("birth", "born", *(sign.join("dob") for sign in ("", ".", ". ", " ", "-")))
_REACH = 64
_BIRTH_REACH = 160
_BIRTH_NAMES = ("of birth", "of-birth", "of_birth", "birth date", "birthdate", *_BIRTHS[2:])
_BEFORE_INITIAL = ("hild", "erson", "Baby", "Boy", "Girl", "Pupil")
_THEN_INITIAL = compile_later(r"\s{1,99}+[A-HJ-Z](?![^\W_])")

_SPACES = compile_later(r"\s{2,}")

_AGES = (
    compile_later(
        r"aged\s+(?:just\s+|only\s+)?(?:[0-9]{1,2}|[a-z]{1,12}+)(?![^\W_])"
        r"(?!\s+(?:to|or|and|[0-9])(?![^\W_]))"
    ),
    compile_later(r"year(?:\s{1,20}+|-)old(?!s)"),
    compile_later(r",\s+age\s+[0-9a-z]"),
    AGE_ALONE,
)
_HARMS = (
    "offen", "convict", "arrest", "custod", "missing", "pregnan", "exclu", "crime", "sentenced", "remand", "prison",
    "jail", "expecting", "abscond", "ran away", "suspended from", "expel",
)  # fmt: skip
_HARM_REACH = 240
_FEW = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a couple of", "a pair of", "both",
    "a handful of", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10",
)  # fmt: skip
# That each begins with a letter, and only then looks behind it, is ten times as quick.
_COUNTED = compile_later(
    "(?:" + "|".join(rf"{few}(?<![^\W_]{few})" for few in _FEW) + r")(?:\s?\(\w{1,6}\))?\s{1,8}+"
    r"(?:[\w-]{1,30}+\s{1,8}+){0,6}(?:child|young|boy|girl|pupil|student|teen|care\s|kids|bab|brother|sister|sibling|son|daughter|lad)"
)


def may_hold_number(text: str) -> bool:
    """Whether a number of a person or a date of birth may be there."""
    classes = _to_classes(text)
    if _ESCAPE in text or _has_long_number(text, classes):
        return True
    if any(shape in classes for shape in _SHORT_NUMBERS) and _has_parts(text, _NINO_BEGINNING, _NINO_END):
        return True
    if _has_near(text, _BIRTHS, (DATE,), _BIRTH_REACH):
        return True
    # In a table the dates may stand far below their heading.
    lowered = _lower(text)
    return any(name in lowered for name in _BIRTH_NAMES) and DATE.search(text) is not None


def may_hold_contact(text: str) -> bool:
    """Whether an e-mail address, a telephone number or a postcode may be there."""
    classes = _to_classes(text)
    if _ESCAPE in text or _has_long_number(text, classes) or (("@" in text or "%40" in text) and EMAIL.search(text)):
        return True
    capitals = classes.replace(b"A", b"U").replace(b"l", b"U")
    return any(end in capitals for end in _POSTCODE_ENDS) and _has_parts(text, _POSTCODE_BEGINNING, _POSTCODE_END)


def may_hold_detail(text: str) -> bool:
    """Whether a child may be described."""
    if _ESCAPE in text or any(age.search(text) for age in _AGES):
        return True
    if _follows_a_word(text, _BEFORE_INITIAL, _THEN_INITIAL) and INITIAL.search(text):
        return True
    return _has_near(_lower(text), _HARMS, (_COUNTED,), _HARM_REACH)


@lru_cache(maxsize=1)  # Each text is asked about several times, one after another.
def _lower(text: str) -> str:
    return text.lower()


@lru_cache(maxsize=1)
def _to_classes(text: str) -> bytes:
    """The text without spacing, each character as its class."""
    return text.encode(errors="replace").translate(_CLASSES, _SPACING)


def _has_long_number(text: str, classes: bytes) -> bool:
    return _LONG_NUMBER in classes and _SPREAD_NUMBER.search(text) is not None


def _has_parts(text: str, beginning: re.Pattern[str], end: re.Pattern[str]) -> bool:
    """Whether the beginning of something stands right before its end, which is rarer and looked for first."""
    return any(beginning.search(text, max(0, found.start() - _REACH), found.start()) for found in end.finditer(text))


def _follows_a_word(text: str, words: Iterable[str], pattern: re.Pattern[str]) -> bool:
    """Whether a pattern matches right after a word."""
    for word in words:
        end = text.find(word) + len(word)
        while end >= len(word):
            if pattern.match(text, end):
                return True
            end = text.find(word, end) + len(word)
    return False


def _has_near(text: str, words: Iterable[str], patterns: Collection[re.Pattern[str]], reach: int) -> bool:
    """Whether a pattern matches within so many characters of a word, whose letters are small."""
    lowered = _lower(text)
    return any(
        pattern.search(_SPACES.sub(" ", text[start:end]))
        for word in words
        for start, end in _windows(lowered, word, reach)
        for pattern in patterns
    )


def _windows(lowered: str, word: str, reach: int) -> Iterator[tuple[int, int]]:
    """The stretches round a word; those that overlap are one, so that no character is looked at twice."""
    start = end = -1
    index = lowered.find(word)
    while index >= 0:
        if end < 0 or index - reach > end:
            if end >= 0:
                yield start, end
            start = max(0, index - reach)
        end = index + reach
        index = lowered.find(word, index + 1)
    if end >= 0:
        yield start, end
