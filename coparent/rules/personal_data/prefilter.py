"""Quick tests of a file's whole text: whether it may hold personal data. They are sure only when they say no."""

import re
from collections.abc import Collection, Iterable

from coparent.rules.personal_data.births import DATE
from coparent.rules.personal_data.contacts import EMAIL
from coparent.rules.personal_data.details import COUNT_THEN_HARM, HARM_THEN_COUNT, INITIAL
from coparent.text.patterns import compile_later


def _class_of(character: str) -> str:
    """A letter that ends a National Insurance number, another capital, another letter, a digit, or none of these."""
    if character.isdigit():
        return "0"
    if not character.isalpha():
        return "x"
    return "A" if character in "ABCDabcd" else "U" if character.isupper() else "l"


_CLASSES = "".join(_class_of(chr(code)) for code in range(128)).encode() + b"x" * 128
_SPACING = b" \t\r\n#().-" + bytes(range(128, 256))
_LONG_NUMBER = b"0" * 9
_SHORT_NUMBERS = (b"U000000A", b"A000000A", b"l000000A")
_POSTCODE_ENDS = (b"00UU", b"0U0UU")

_ESCAPES = ("\\x", "\\u", "\\U", "\\_", "\\N", "\\t")
"""What may stand for other characters between quotes."""

_SPREAD_NUMBER = compile_later(r"[0-9](?:[\s#().\u0080-\uffff-]{0,20}[0-9]){8}")
_SPREAD_NINO = compile_later(
    r"[A-Za-z]{2}[\W_]{0,20}[0-9]{2}[\W_]{0,20}[0-9]{2}[\W_]{0,20}[0-9]{2}[\W_]{0,20}[A-Da-d](?![^\W_])"
)
_POSTCODE = compile_later(r"[A-Z][0-9][A-Z0-9]?\s{0,20}[0-9][A-Z]{2}(?![^\W_])")
_BIRTHS = ("birth", "born", "dob", "d.o.b", "d. o. b")
_BIRTH_REACH = 90
_BEFORE_INITIAL = ("hild", "erson", "Baby", "Boy", "Girl", "Pupil")
_THEN_INITIAL = compile_later(r"\s+[A-HJ-Z](?![^\W_])")

_AGES = (
    compile_later(r"aged\s+(?:just\s+|only\s+)?(?:[0-9]{1,2}|[a-z]+)(?![^\W_])(?!\s+(?:to|or|and|[0-9])(?![^\W_]))"),
    compile_later(r"year[\s-]old(?!s)"),
    compile_later(r",\s+age\s+[0-9a-z]"),
)
_HARMS = ("offen", "convict", "arrest", "custody", "missing", "pregnan", "exclu")
_HARM_REACH = 160


def may_hold_number(text: str) -> bool:
    """Whether a number of a person or a date of birth may be there."""
    classes = _to_classes(text)
    if _hides_text(text) or _has_long_number(text, classes):
        return True
    if any(shape in classes for shape in _SHORT_NUMBERS) and _SPREAD_NINO.search(text):
        return True
    return _has_near(text, _BIRTHS, (DATE,), _BIRTH_REACH)


def may_hold_contact(text: str) -> bool:
    """Whether an e-mail address, a telephone number or a postcode may be there."""
    classes = _to_classes(text)
    if _hides_text(text) or _has_long_number(text, classes) or ("@" in text and EMAIL.search(text)):
        return True
    capitals = classes.replace(b"A", b"U")
    return any(end in capitals for end in _POSTCODE_ENDS) and _POSTCODE.search(text) is not None


def may_hold_detail(text: str) -> bool:
    """Whether a child may be described."""
    if _hides_text(text) or any(age.search(text) for age in _AGES):
        return True
    if _follows_a_word(text, _BEFORE_INITIAL, _THEN_INITIAL) and INITIAL.search(text):
        return True
    return _has_near(text, _HARMS, (COUNT_THEN_HARM, HARM_THEN_COUNT), _HARM_REACH)


def _to_classes(text: str) -> bytes:
    """The text without spacing, each character as its class."""
    return text.encode().translate(_CLASSES, _SPACING)


def _hides_text(text: str) -> bool:
    return "\\" in text and any(escape in text for escape in _ESCAPES)


def _has_long_number(text: str, classes: bytes) -> bool:
    return _LONG_NUMBER in classes and _SPREAD_NUMBER.search(text) is not None


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
    lowered = text.lower()
    for word in words:
        index = lowered.find(word)
        while index >= 0:
            if any(pattern.search(text, max(0, index - reach), index + reach) for pattern in patterns):
                return True
            index = lowered.find(word, index + 1)
    return False
