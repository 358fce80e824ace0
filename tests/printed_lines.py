"""Does by machine what a `fix:` line says of the writing of a file, in its lines as a person sees them."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from coparent.diagnostics import Diagnostic, Part
from coparent.documents.composing import compose
from coparent.documents.regions import find_region, find_value

FIELD = re.compile(r"([a-z][a-z_-]*):(?: |$)")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SPLIT = r"split at line (\d+) into a file of its own"
LINES = r"lines? (\d[\d, toand]*)"


class CannotBeDone(Exception):  # noqa: N818 - it is no error of the program.
    """The words of a fix are none of the forms, or what they speak of is not there."""


def number(word: str) -> int:
    """A number as messages write it."""
    return int(word) if word.isdigit() else NUMBERS.index(word)


def is_typed_without_code(verb: str) -> bool:
    """Whether a verb says all there is to do."""
    return any(re.fullmatch(pattern, verb) for pattern in (*_MOVES, SPLIT, "take this item out"))


def retype(verb: str, codes: tuple[str, ...], finding: Diagnostic, text: str) -> str:
    """The text after one step of a fix is done."""
    for pattern, act in _MOVES.items():
        if match := re.fullmatch(pattern, verb):
            return act(match, finding, text)
    if verb in ("write", "here") and finding.rule == "folded-list":
        return _rewrite_field(codes, finding, text)
    if verb in ("write", "here") and len(codes) == 1:
        return _replace_line(text, _line_of(finding), lambda body: _write(codes[0], finding, body))
    if match := re.fullmatch(r"on line (\d+) write", verb):
        return _replace_line(text, int(match[1]), lambda body: f"{_indent(body)}{codes[0]}")
    if verb in ("take out", "take the line"):
        return _take_out(codes[0], finding, text)
    raise CannotBeDone(f"{verb!r} is no form of a fix of a file that cannot be read")


def rename(codes: tuple[str, ...], path: str, files: Mapping[str, str]) -> dict[str, str]:
    """The files with one of them under the name that a fix gives it."""
    new_path = str(PurePosixPath(path).with_name(codes[0]))
    if new_path in files:
        raise CannotBeDone(f"{new_path} is there already")
    return {new_path if other == path else other: text for other, text in files.items()}


def split(verb: str, path: str, files: Mapping[str, str]) -> dict[str, str]:
    """The files with what stands below a line of one of them in a file of its own."""
    match = re.fullmatch(SPLIT, verb)
    assert match is not None
    lines = files[path].splitlines(keepends=True)
    line = int(match[1])
    return {**files, path: "".join(lines[: line - 1]), "plans/split.yaml": "".join(lines[line:])}


def _line_of(finding: Diagnostic) -> int:
    assert finding.location is not None
    return finding.location.line


def _indent(body: str) -> str:
    return body[: len(body) - len(body.lstrip(" \t"))]


def _replace_line(text: str, line: int, change: Callable[[str], str]) -> str:
    lines = text.splitlines(keepends=True)
    written = lines[line - 1] if line <= len(lines) else ""
    body = written.rstrip("\r\n")
    lines[line - 1 :] = [change(body) + written[len(body) :], *lines[line:]]
    return "".join(lines)


def _write(code: str, finding: Diagnostic, body: str) -> str:
    location = finding.location
    assert location is not None
    if code.startswith("# "):
        return body[: body.rindex("#", 0, location.column)] + code
    if code.startswith("- "):
        return _indent(body) + code
    if FIELD.match(code):
        start = re.match(r"[ \t]*(?:- (?!- )(?=.*))?", body)
        assert start is not None
        return start.group() + code
    return f"{body[: location.column - 1]}{code}{body[location.end_column - 1 :]}"


def _take_out(code: str, finding: Diagnostic, text: str) -> str:
    """Take words out of the line at the caret, or of the other line that the finding points at."""
    places = [finding.location, *(related.location for related in finding.related)]
    lines = text.splitlines(keepends=True)
    for location in filter(None, places):
        body = lines[location.line - 1]
        if code in body:
            left = body.replace(code, "", 1).rstrip()
            lines[location.line - 1] = f"{left}\n" if left.strip(" ,{}") else ""
            return "".join(lines)
    raise CannotBeDone(f"{code} does not stand there")


def _rewrite_field(codes: tuple[str, ...], finding: Diagnostic, text: str) -> str:
    """The first code in place of the name of a field, and the others as the lines below it."""
    root = compose(finding.path, text).root
    route = finding.spot.place.route
    value = find_value(root, route)
    assert value is not None
    start = value[0] if isinstance(route[-1], int) else find_region(root, route, Part.KEY, text)[0]
    column = start - (text.rfind("\n", 0, start) + 1)
    if isinstance(route[-1], int):
        codes = (codes[0].removeprefix("- "), *codes[1:])
        between = " " * (column + (2 if codes[0] == "|" else -2))
    else:
        between = " " * (column + 2)
    return text[:start] + f"\n{between}".join(codes) + text[value[1] :]


def _numbers(written: str) -> Iterator[int]:
    for first, last in re.findall(r"(\d+)(?: to (\d+))?", written):
        yield from range(int(first), int(last or first) + 1)


def _drop_lines(match: re.Match[str], finding: Diagnostic, text: str) -> str:
    gone = set(_numbers(match[1]))
    lines = enumerate(text.splitlines(keepends=True), 1)
    return "".join(line for place, line in lines if place not in gone)


def _add_spaces(match: re.Match[str], finding: Diagnostic, text: str) -> str:
    wanted = set(_numbers(match[2])) if match.lastindex == 2 else {_line_of(finding)}
    spaces = " " * number(match[1])
    lines = enumerate(text.splitlines(keepends=True), 1)
    return "".join(spaces + line if place in wanted else line for place, line in lines)


def _take_spaces(match: re.Match[str], finding: Diagnostic, text: str) -> str:
    return _replace_line(text, _line_of(finding), lambda body: body.removeprefix(" " * number(match[1])))


def _put_spaces(match: re.Match[str], finding: Diagnostic, text: str) -> str:
    return _replace_line(text, _line_of(finding), lambda body: " " * number(match[1] or "no") + body.lstrip(" \t"))


def _take_line_out(match: re.Match[str], finding: Diagnostic, text: str) -> str:
    lines = text.splitlines(keepends=True)
    del lines[_line_of(finding) - 1]
    return "".join(lines)


_MOVES: Mapping[str, Callable[[re.Match[str], Diagnostic, str], str]] = {
    r"take this line out": _take_line_out,
    rf"(?:to keep what comes \w+, )?take out {LINES}": _drop_lines,
    rf"add (\w+) spaces? in front of {LINES}": _add_spaces,
    r"add (\w+) spaces?": _add_spaces,
    r"take (\w+) spaces? away": _take_spaces,
    r"with (\w+) spaces? in front": _put_spaces,
    r"delete the tabs?(?: and start the line with (\w+) spaces?)?": _put_spaces,
}
