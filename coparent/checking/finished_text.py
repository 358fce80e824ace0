"""Personal data taken out of what is finished: a report, a page, a table or a sentence, whatever it was made of."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from coparent.checking.redaction import DOT, Secrets
from coparent.rules.personal_data.births import find_births
from coparent.rules.personal_data.contacts import bare_letters, find_contacts
from coparent.rules.personal_data.details import find_details
from coparent.rules.personal_data.numbers import find_numbers
from coparent.text.patterns import compile_later

_ESCAPE = compile_later(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{1,31});"
    r"|%[0-9A-Fa-f]{2}|\x1b\[[0-9;]*m",
    re.DOTALL,
)
_JSON_TOKEN = compile_later(r'"((?:[^"\\]|\\.)*)"|-?[0-9][-+.0-9eE]*')
_FEWEST_DIGITS = 8
"""A shorter number is a line, a column or a count."""
_TAG = compile_later(r"<style\b.*?</style>|<!--.*?-->|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = compile_later(r"(?<=[\s\"'])([A-Za-z][\w:-]*)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
_DRAWING = compile_later(r"(?i:d|points|[xy][12]?|[cr][xy]|r|width|height|viewbox|transform|style|content)")
"""Attributes that hold no words."""


def redact_finished(text: str, secrets: Secrets, form: str = "text") -> str:
    """A finished text with a dot for every character of a secret, and still sound JSON, XML or HTML if it was."""
    if not secrets:
        return text
    if form == "json":
        return _JSON_TOKEN.sub(partial(_redact_token, secrets=secrets), text)
    if form in ("xml", "html"):
        return _redact_markup(text, secrets, "&#8226;" if form == "xml" else DOT)
    return _redact_escaped(text, secrets)


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


def _redact_token(token: re.Match[str], secrets: Secrets) -> str:
    """A text of JSON, or a number: one that holds a secret becomes a text."""
    written, words = token[0], token[1]
    if words is not None:
        return f'"{_redact_escaped(words, secrets)}"' if words else written
    if sum(map(str.isdigit, written)) < _FEWEST_DIGITS:
        return written
    redacted = secrets.redact(written)
    return written if redacted == written else f'"{redacted}"'


def _redact_escaped(text: str, secrets: Secrets) -> str:
    """A text in which some characters are written as escapes."""
    return _mask(secrets.redact(text), _ESCAPE, secrets, _decode, DOT)


def _redact_markup(text: str, secrets: Secrets, dot: str) -> str:
    """A page: its words, however they are marked up, and what its tags say."""
    spaced = compile_later(f"{_TAG.pattern}|{_ESCAPE.pattern}", re.DOTALL | re.IGNORECASE)
    words = _mask(text, spaced, secrets, _decode, dot)
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(partial(_redact_attribute, secrets=secrets, dot=dot), tag[0]), words)


def _redact_attribute(attribute: re.Match[str], secrets: Secrets, dot: str) -> str:
    name, equals, value = attribute.groups()
    if _DRAWING.fullmatch(name):
        return attribute[0]
    return name + equals + _mask(value, _ESCAPE, secrets, _decode, dot)


def _decode(escape: str) -> str:
    """The letter or digit that an escape stands for; a space where it stands for anything else, or is a tag."""
    if escape.startswith("&#"):
        number = int(escape[3:-1], 16) if escape[2] in "xX" else int(escape[2:-1])
    elif escape.startswith("%"):
        number = int(escape[1:], 16)
    elif escape.startswith("\\") and len(escape) > 2:
        number = int(escape[2:], 16)
    else:
        number = 0
    character = chr(number) if number <= 0x10FFFF else " "
    return character if character.isalnum() else " "


def _mask(text: str, escape: re.Pattern[str], secrets: Secrets, decode: Callable[[str], str], dot: str) -> str:
    """The text with dots for what is secret once it is decoded; what is no letter stays as it was written."""
    pieces = list(_pieces(text, escape, decode))
    decoded = "".join(shown for _, shown in pieces)
    redacted = secrets.redact(decoded)
    if redacted == decoded:
        return text
    parts, start = [], 0
    for written, shown in pieces:
        hidden = redacted[start : start + len(shown)]
        start += len(shown)
        parts.append(written if hidden == shown else hidden if dot == DOT else hidden.replace(DOT, dot))
    return "".join(parts)


def _pieces(text: str, escape: re.Pattern[str], decode: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """The text in pieces, each as it is written and as it is read: an escape is read as one character."""
    end = 0
    for found in escape.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], text[end : found.start()]
        yield found[0], decode(found[0])
        end = found.end()
    if end < len(text):
        yield text[end:], text[end:]
