"""A quick look at a file's whole text: whether it is worth taking apart. Sure only when it says no."""

from dataclasses import dataclass
from functools import lru_cache
from string import ascii_letters, digits

from coparent.rules.personal_data.births import DATE
from coparent.rules.personal_data.contacts import EMAIL
from coparent.rules.personal_data.details import COUNT_THEN_HARM, HARM_THEN_COUNT, INITIAL
from coparent.text.patterns import compile_later


def _class_of(character: str) -> str:
    """A letter that ends a National Insurance number, another capital, another letter, a digit, or none of these."""
    if character in digits:
        return "0"
    if character not in ascii_letters:
        return "x"
    return "A" if character in "ABCDabcd" else "U" if character.isupper() else "l"


_CLASSES = "".join(_class_of(chr(code)) for code in range(128)).encode() + b"x" * 128
_SPACING = b" \t\r\n#().-" + bytes(range(128, 256))
_LONG_NUMBER = b"0" * 9
_SHORT_NUMBERS = (b"U000000A", b"A000000A", b"l000000A")
_POSTCODE_ENDS = (b"00UU", b"0U0UU")

# Quotes may hide text behind these.
_ESCAPES = ("\\x", "\\u", "\\U", "\\_", "\\N", "\\t")

_SPREAD_NUMBER = compile_later(r"[0-9](?:[\s#().\u0080-\uffff-]{0,20}[0-9]){8}")
_SPREAD_NINO = compile_later(
    r"[A-Za-z]{2}[\W_]{0,20}[0-9]{2}[\W_]{0,20}[0-9]{2}[\W_]{0,20}[0-9]{2}[\W_]{0,20}[A-Da-d](?![^\W_])"
)
_POSTCODE = compile_later(r"[A-Z][0-9][A-Z0-9]?\s{0,20}[0-9][A-Z]{2}(?![^\W_])")
_BIRTHS = ("birth", "born", "dob", "d.o.b", "d. o. b")
_BIRTH_REACH = 90
_INITIALS = tuple(
    compile_later(rf"{name}\s+[A-HJ-Z](?![^\W_])") for name in ("hild", "erson", "Baby", "Boy", "Girl", "Pupil")
)

_AGES = (
    compile_later(r"aged\s+(?:just\s+|only\s+)?(?:[0-9]{1,2}|[a-z]+)(?![^\W_])(?!\s+(?:to|or|and|[0-9])(?![^\W_]))"),
    compile_later(r"year[\s-]old(?!s)"),
    compile_later(r",\s+age\s+[0-9a-z]"),
)
_HARMS = ("offen", "convict", "arrest", "custody", "missing", "pregnan", "exclu")
_HARM_REACH = 160


@dataclass(frozen=True, slots=True)
class _Glance:
    text: str
    lowered: str
    shape: bytes
    is_hiding: bool


@lru_cache(maxsize=1)
def _glance(text: str) -> _Glance:
    """What the looks below share. The shape is the text without spacing, each character as its class."""
    return _Glance(
        text=text,
        lowered=text.lower(),
        shape=text.encode().translate(_CLASSES, _SPACING),
        is_hiding="\\" in text and any(escape in text for escape in _ESCAPES),
    )


def may_hold_number(text: str) -> bool:
    """Whether a number of a person or a date of birth may be there."""
    glance = _glance(text)
    return glance.is_hiding or _has_long_number(glance) or _has_nino(glance) or _has_birth(glance)


def may_hold_contact(text: str) -> bool:
    """Whether an e-mail address, a telephone number or a postcode may be there."""
    glance = _glance(text)
    return (
        glance.is_hiding
        or ("@" in text and EMAIL.search(text) is not None)
        or _has_long_number(glance)
        or _has_postcode(glance)
    )


def may_hold_detail(text: str) -> bool:
    """Whether a child may be described."""
    glance = _glance(text)
    return glance.is_hiding or _has_initial(text) or any(age.search(text) for age in _AGES) or _has_harm(glance)


def _has_long_number(glance: _Glance) -> bool:
    return _LONG_NUMBER in glance.shape and _SPREAD_NUMBER.search(glance.text) is not None


def _has_nino(glance: _Glance) -> bool:
    return any(shape in glance.shape for shape in _SHORT_NUMBERS) and _SPREAD_NINO.search(glance.text) is not None


def _has_postcode(glance: _Glance) -> bool:
    shape = glance.shape.replace(b"A", b"U")
    return any(end in shape for end in _POSTCODE_ENDS) and _POSTCODE.search(glance.text) is not None


def _has_birth(glance: _Glance) -> bool:
    for word in _BIRTHS:
        index = glance.lowered.find(word)
        while index >= 0:
            if DATE.search(glance.text, max(0, index - _BIRTH_REACH), index + _BIRTH_REACH):
                return True
            index = glance.lowered.find(word, index + 1)
    return False


def _has_initial(text: str) -> bool:
    return any(initial.search(text) for initial in _INITIALS) and INITIAL.search(text) is not None


def _has_harm(glance: _Glance) -> bool:
    for word in _HARMS:
        index = glance.lowered.find(word)
        while index >= 0:
            window = max(0, index - _HARM_REACH), index + _HARM_REACH
            if COUNT_THEN_HARM.search(glance.text, *window) or HARM_THEN_COUNT.search(glance.text, *window):
                return True
            index = glance.lowered.find(word, index + 1)
    return False
