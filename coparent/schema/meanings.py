"""What a value that is none of the fixed ones most likely stands for, and what to type in its place."""

from collections.abc import Mapping
from typing import NamedTuple

from coparent.advice import TAKE_LINE_OUT, either, write, write_line, write_lines
from coparent.documents.scalars import Data
from coparent.schema.choices import Choices
from coparent.text.patterns import compile_later
from coparent.text.slips import is_slip, is_written_alike, plain
from coparent.text.suggestions import nearest

MOST_CHOICES = 10
_SHARE_DONE = compile_later(r"(\d{1,3}) ?(?:%|per ?cent)(?: (?:complete|completed|done))?")


class Choice(NamedTuple):
    """The words for a value that is none of the fixed ones; `meant` is the one it stands for, if that is known.

    `is_sure` says that a program may put that in its place: it is the same word, or a written synonym.
    """

    label: str
    help: str
    meant: str | None = None
    is_sure: bool = False


def choose(field: str, value: str, choices: Choices, beside: Mapping[str, Data]) -> Choice:
    """Find what a value that is none of the fixed ones stands for; `beside` are the fields of its record."""
    asked = plain(value)
    if asked in choices.nothing:
        return Choice("where there is none, the line is left out", TAKE_LINE_OUT)
    if lines := _lines_meant(field, asked, choices):
        return _in_other_fields(field, lines, beside)
    if asked in choices.either:
        likely = choices.either[asked]
        label = f"did you mean {likely[0]}?" if len(likely) == 1 else f"it may mean {' or '.join(likely)}"
        return Choice(label, either(*(write_line(field, meant) for meant in likely)))
    if meant := find_same(value, choices):
        return Choice(f"did you mean {meant}?", write_line(field, meant), meant, is_sure=True)
    known = list(choices.meanings)
    label = "one of"
    if len(known) > MOST_CHOICES:
        label = f"the nearest of {len(known)}"
        known = nearest(value, known, 3, 0.1) or known[:3]
    return Choice(f"{label}: {', '.join(known)}", either(*map(write, known)))


def find_same(value: str, choices: Choices) -> str | None:
    """The value that is surely meant: the same word, one with a slip of a letter or two, or a synonym of it."""
    words = _words(choices)
    alike = next((meant for word, meant in words if is_written_alike(value, word)), None)
    slips = {meant for word, meant in words if is_slip(value, word)} if alike is None else {alike}
    return slips.pop() if len(slips) == 1 else None


def _words(choices: Choices) -> list[tuple[str, str]]:
    """Every word for a value, and the value."""
    return [*zip(choices.meanings, choices.meanings, strict=True), *choices.synonyms.items()]


def _lines_meant(field: str, asked: str, choices: Choices) -> Mapping[str, str]:
    """The lines that say the same, where a word means another field or two."""
    share = _SHARE_DONE.fullmatch(asked) if field == "stage" else None
    if share is None:
        return choices.fields.get(asked, {})
    percent = int(share[1])
    if percent in (0, 100):
        return {"stage": "complete" if percent else "not-started"}
    return {"stage": "in-progress", "percent": str(percent)} if percent < 100 else {}


def _in_other_fields(field: str, lines: Mapping[str, str], beside: Mapping[str, Data]) -> Choice:
    """What to type where a word means other fields; those that are filled in already are left as they are."""
    if field in lines:
        missing = {name: meant for name, meant in lines.items() if name == field or beside.get(name) is None}
        label = "plans say this in two fields" if len(lines) > 1 else f"did you mean {lines[field]}?"
        return Choice(label, write_lines(missing))
    label = "this says how far the work has come, and needs no rating"
    different = {name: meant for name, meant in lines.items() if beside.get(name) != meant}
    return Choice(label, f"{write_lines(different)}  and {TAKE_LINE_OUT}" if different else TAKE_LINE_OUT)
