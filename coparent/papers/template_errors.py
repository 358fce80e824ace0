"""What went wrong in a template of a user's own, in words, at its file and line."""

from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplatesNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.tests import TESTS

from coparent.errors import CoparentError
from coparent.papers.filters import filter_names
from coparent.papers.paper_forms import TooMuchError
from coparent.papers.template_folders import BUILTIN, FOLDER, names_below, replaces_parts, shipped_folder
from coparent.papers.templates import TemplateFile
from coparent.text.patterns import compile_later
from coparent.text.suggestions import nearest

ADVICE = "coparent templates check  shows what is wrong with each template"
LONGEST = 500
"""How many characters the description of a fault may have."""
_UNKNOWN = compile_later(r"No (?P<kind>filter|test) named '(?P<name>[^']*)'(?: found)?\.")


def translate_error(error: Exception, file: TemplateFile, own: Path | None) -> Exception:
    """The exception to raise for an error of Jinja's: a CoparentError where the user's own templates are to blame.

    An error in the shipped ones is a fault of this program, and is handed back as it is.
    """
    if isinstance(error, CoparentError):
        return error
    place = _place(error, own) if own else ""
    is_limit = isinstance(error, TooMuchError)
    if own and not (place or is_limit or file.is_own) and replaces_parts(own):
        place = f"{FOLDER}/: the shipped {file.name} does not go with what lies here"
    if not place and (file.is_own or isinstance(error, TooMuchError)):
        place = file.shown
    return CoparentError(f"{place}: {describe_error(error, own)}", ADVICE) if place else error


def describe_error(error: Exception, own: Path | None) -> str:
    """What went wrong, in a sentence that quotes no more than can be read."""
    return cut_short(_describe(error, own))


def cut_short(words: str) -> str:
    """As much of a sentence as can be read."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _describe(error: Exception, own: Path | None) -> str:
    match error:
        case TemplateNotFound():
            return _not_found(error, own)
        case TemplateSyntaxError():
            message = error.message or "this cannot be read"
            return _rephrase(message if _UNKNOWN.fullmatch(message) else f"{message[:1].lower()}{message[1:]}")
        case UndefinedError() | SecurityError() | TemplateRuntimeError():
            return _rephrase(str(error))
        case RecursionError():
            return "this calls, includes or extends itself without end"
        case SyntaxError() | MemoryError():
            return "this is nested too deeply, or too large"
        case _:
            return f"this does not work: {' '.join(str(error).split()) or type(error).__name__}"


def _place(error: Exception, own: Path) -> str:
    """The file and line of the innermost of the user's templates that took part; "" if none did."""
    if isinstance(error, TemplateSyntaxError):
        return _shown(error.filename or error.name, error.lineno, own)  # A lexer puts the file where the name belongs.
    places = [_shown(frame.f_code.co_filename, line, own) for frame, line in walk_tb(error.__traceback__)]
    return next(filter(None, reversed(places)), "")


def _shown(filename: str | None, line: int, own: Path) -> str:
    if filename is None or not Path(filename).is_relative_to(own):
        return ""
    return f"{FOLDER}/{Path(filename).relative_to(own).as_posix()}:{line}"


def _rephrase(message: str) -> str:
    """A message of Jinja's, with what else could stand there where it is about an unknown filter or test."""
    match = _UNKNOWN.fullmatch(message)
    if match is None:
        return message.rstrip(".")
    known, place = (filter_names(), "after a  |") if match["kind"] == "filter" else (TESTS, "after  is")
    near = nearest(match["name"], known, cutoff=0.5)
    offer = f": did you mean {near[0]}?" if near else f"; there are {', '.join(sorted(known))}"
    return f'nothing is called "{match["name"]}" that could stand {place}{offer}'


def _not_found(error: TemplateNotFound, own: Path | None) -> str:
    from difflib import get_close_matches  # Imported where something is wrong: no other paper needs it.

    names = error.templates if isinstance(error, TemplatesNotFound) else [error.name]
    wanted = str(next(iter(names), ""))
    # Names are compared as they are written, for `nearest` alters their signs.
    near = get_close_matches(wanted, [*_known_names(own)], 1, 0.7)
    return f'there is no template "{wanted}": {f"did you mean {near[0]}?" if near else "it must lie in templates/"}'


def _known_names(own: Path | None) -> Iterator[str]:
    for name in names_below(shipped_folder()):
        yield name
        yield f"{BUILTIN}/{name}"
    yield from names_below(own) if own else ()
