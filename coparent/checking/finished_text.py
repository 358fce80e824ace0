"""Personal data taken out of what is finished: a report, a page, a table or a sentence, whatever it was made of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from coparent.checking.redaction import DOT, Secrets
from coparent.rules.personal_data.births import find_births
from coparent.rules.personal_data.contacts import bare_letters, find_contacts
from coparent.rules.personal_data.details import find_details
from coparent.rules.personal_data.numbers import find_numbers
from coparent.text.patterns import compile_later

_ESCAPES = (
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{1,31});"
    r"|%[0-9A-Fa-f]{2}|\x1b\[[0-9;]*m"
)
_ESCAPE = compile_later(_ESCAPES, re.DOTALL)
_UNSEEN = "\N{ZERO WIDTH SPACE}"
"""Stands in for what is left of an escape, so that what is decoded stays as long as it was."""
_JSON_TOKEN = compile_later(r'"((?:[^"\\]|\\.)*)"|-?[0-9][-+.0-9eE]*')
_FEWEST_DIGITS = 8
"""A shorter number is a line, a column or a count."""
_TAG = r"<[^<>]*>"
_TAGS = compile_later(_TAG)
_TAG_OR_ESCAPE = compile_later(f"{_TAG}|{_ESCAPES}", re.DOTALL)
_DOTS = compile_later(f"{DOT}+")
_ATTRIBUTE = compile_later(r"(?<=[\s\"'])([A-Za-z][\w:-]*)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
_DRAWING = compile_later(r"(?i:d|points|[xy][12]?|[cr][xy]|r|width|height|viewbox|transform|style|content)")
"""Attributes that hold no words."""


def redact_finished(text: str, secrets: Secrets, form: str = "text") -> str:
    """A finished text with a dot for every character of a secret, and still sound JSON, XML or HTML if it was."""
    if not secrets:
        return text
    if form == "json":
        return _redact_json(text, secrets)
    if form in ("xml", "html"):
        return _redact_markup(text, secrets, "&#8226;" if form == "xml" else DOT)
    return _redact_decoded(secrets.redact(text), _ESCAPE, secrets, DOT)


def scan(sentence: str, contacts: tuple[str, ...] = (), small_number: int = 5) -> Secrets:
    """What the personal-data rules find in a sentence of the program's own, which may quote anything."""
    text = sentence.replace("_", " ")
    allowed = [bare_letters(contact) for contact in contacts]
    finds = (*find_numbers(text), *find_births(text), *find_details(text, small_number))
    found = [text[find.start : find.end] for find in finds]
    for find in find_contacts(text):
        words = text[find.start : find.end]
        if not any(bare_letters(words) in contact for contact in allowed):
            found.append(words)
    return Secrets(found)


def _redact_json(text: str, secrets: Secrets) -> str:
    """JSON whose texts, keys and numbers hold no secret: a number that is one becomes a text."""
    redacted = _DOTS.finditer(_redact_decoded(text, _ESCAPE, secrets, DOT))
    found = [dots.start() for dots in redacted if dots[0] != text[dots.start() : dots.end()]]
    if not found:
        return text
    return _JSON_TOKEN.sub(partial(_redact_token, secrets=secrets, found=found), text)


def _redact_token(token: re.Match[str], secrets: Secrets, found: Sequence[int]) -> str:
    """A text or a number of JSON; `found` are the places in the whole at which something is to be redacted."""
    written, words = token[0], token[1]
    if bisect_left(found, token.start()) == bisect_left(found, token.end()):
        return written
    if words is not None:
        return f'"{_redact_decoded(words, _ESCAPE, secrets, DOT)}"'
    if sum(map(str.isdigit, written)) < _FEWEST_DIGITS:
        return written
    redacted = secrets.redact(written)
    return written if redacted == written else f'"{redacted}"'


def _redact_markup(text: str, secrets: Secrets, dot: str) -> str:
    """A page: its words, however they are marked up, and what its tags say."""
    words = _redact_decoded(text, _TAG_OR_ESCAPE, secrets, dot)
    return _TAGS.sub(lambda tag: _ATTRIBUTE.sub(partial(_redact_attribute, secrets=secrets, dot=dot), tag[0]), words)


def _redact_attribute(attribute: re.Match[str], secrets: Secrets, dot: str) -> str:
    name, equals, value = attribute.groups()
    if _DRAWING.fullmatch(name):
        return attribute[0]
    return name + equals + _redact_decoded(value, _ESCAPE, secrets, dot)


def _redact_decoded(text: str, escape: re.Pattern[str], secrets: Secrets, dot: str) -> str:
    """The text with dots for what is secret once it is decoded; all else stays as it was written."""
    decoded = escape.sub(_decode, text)
    redacted = secrets.redact(decoded)
    if redacted == decoded:
        return text
    parts, end = [], 0
    for dots in _DOTS.finditer(redacted):
        parts += [text[end : dots.start()], dot * len(dots.group())]
        end = dots.end()
    return "".join([*parts, text[end:]])


def _decode(escape: re.Match[str]) -> str:
    """What an escape stands for, if it is a letter or a digit; spaces for anything else and for a tag."""
    written = escape[0]
    if written.startswith("&#"):
        number = int(written[3:-1], 16) if written[2] in "xX" else int(written[2:-1])
    elif written[0] in "%\\" and len(written) > 2:
        number = int(written.lstrip("%\\xuU"), 16)
    else:
        number = 0
    character = chr(number) if number <= 0x10FFFF else " "
    return character + _UNSEEN * (len(written) - 1) if character.isalnum() else " " * len(written)
