"""Faults inside and behind brackets: left open, wrongly closed, and text in them that needs quotes."""

import re

from coparent.documents.line_shapes import LineShape, Region, without_comment
from coparent.documents.syntax.context import Scene
from coparent.documents.syntax.quotes import CURLY, find_text_after_quote
from coparent.documents.syntax.wording import SyntaxFault, advise_line, advise_quotes, quote

_CLOSING = {"[": "]", "{": "}"}
_NAME_BEFORE = re.compile(r"\s([a-z][a-z0-9_]*)$")


def find_bracket_over_fields(scene: Scene) -> SyntaxFault | None:
    """A bracket left open, with the fields below it read as part of what it holds."""
    begun = scene.line_at(scene.context).number if "quoted" in scene.complaint else 0
    for opening in reversed(_open_brackets(scene)):
        line = scene.line_at(opening)
        if line.number in (scene.here.number, begun):
            continue
        last, below = line, scene.below(line.number)
        while below is not None and below.number <= scene.here.number:
            goes_on = last.content.endswith((",", "[", "{")) and not below.hyphens
            if (below.looks_like_field or below.hyphens) and not goes_on:
                return _report_unclosed(scene, opening, last, below)
            last, below = below, scene.below(below.number)
    return None


def _open_brackets(scene: Scene) -> tuple[int, ...]:
    brackets = scene.trail.open_brackets
    is_opening = scene.text[scene.context : scene.context + 1] in _CLOSING
    return (*brackets, scene.context) if is_opening and scene.context not in brackets else brackets


def _report_unclosed(scene: Scene, opening: int, last: LineShape, below: LineShape | None) -> SyntaxFault:
    bracket = scene.text[opening]
    closing = _CLOSING[bracket]
    line = scene.line_at(opening)
    value = without_comment(last.text)
    help = f"put a {closing} at the end of line {last.number}"
    if last.number == line.number and not value.endswith(closing):
        column = opening - line.start
        help = advise_line(f"{value.rstrip(' ,')}{closing}{last.text[len(value) :]}", help)
        if column == line.value and line.key and not line.key.endswith("s") and not re.search("[,:]", value[column:]):
            help += f", or {advise_quotes(value[:column], value[column:])}  if it is text"
    return SyntaxFault(
        f"a {bracket} is never closed",
        "opens here",
        help,
        (opening, opening + 1),
        below.region(below.body, len(below.text.rstrip())) if below else None,
        f"still read as part of the {bracket} {closing}" if below else "",
    )


def find_fault_in_brackets(scene: Scene) -> SyntaxFault | None:
    """Something inside [ ] or { } that cannot stand there."""
    brackets = _open_brackets(scene)
    if not brackets:
        return None
    opening = brackets[-1]
    line = scene.line_at(opening)
    if not scene.character or line.number != scene.here.number:
        return _judge_later_line(scene, opening)
    if scene.character in "]}":
        return _report_wrong_closing(scene, opening, line)
    if scene.character == ",":
        return SyntaxFault("a comma stands here with nothing before it", "nothing before it", "delete it", scene.mark)
    if scene.character == "-":
        return _report_hyphen(scene, line)
    return _find_missing_comma(scene, line) or _find_text_that_needs_quotes(scene, opening, line)


def _judge_later_line(scene: Scene, opening: int) -> SyntaxFault | None:
    line = scene.line_at(opening)
    if scene.text[scene.index :].strip() and not scene.here.is_structural:
        return None
    last = scene.above(scene.here.number + (not scene.is_first_on_line or not scene.character)) or line
    return _report_unclosed(scene, opening, last, None)


def _report_wrong_closing(scene: Scene, opening: int, line: LineShape) -> SyntaxFault:
    bracket = scene.text[opening]
    column = scene.index - line.start
    retyped = f"{line.text[:column]}{_CLOSING[bracket]}{line.text[column + 1 :]}"
    return SyntaxFault(
        f"what opens with {bracket} closes with {scene.character}",
        f"should be {_CLOSING[bracket]}",
        advise_line(retyped, f"write {_CLOSING[bracket]} instead"),
        scene.mark,
        (opening, opening + 1),
        "opens here",
    )


def _report_hyphen(scene: Scene, line: LineShape) -> SyntaxFault:
    column = scene.index - line.start
    retyped = line.text[:column] + re.sub(r"(^|,\s*)-\s+", r"\1", line.text[column:])
    return SyntaxFault(
        "no hyphens stand before what is inside brackets",
        "a hyphen",
        advise_line(retyped, "delete the hyphens inside the brackets"),
        scene.mark,
    )


def _find_missing_comma(scene: Scene, line: LineShape) -> SyntaxFault | None:
    """Two things in brackets with no comma between them."""
    column = scene.index - line.start
    start = column
    if scene.character == ":":
        match = _NAME_BEFORE.search(line.text[:column])
        value = line.text[_element(scene, line, column)[0] : match.start() if match else column].strip()
        if match is None or not scene.names_field(match.group(1)) or ":" not in value:
            return None
        start = match.start(1)
    elif not (scene.character in "'\"" or re.match(r"[a-z][a-z0-9_]*: ", line.text[column:])):
        return None
    retyped = f"{line.text[:start].rstrip()}, {line.text[start:]}"
    word = re.match(r"\w+|.", line.text[start:])
    return SyntaxFault(
        "a comma is missing inside brackets",
        "a comma belongs before this",
        advise_line(retyped, "put a comma before it"),
        line.region(start, start + (word.end() if word else 1)),
    )


def _find_text_that_needs_quotes(scene: Scene, opening: int, line: LineShape) -> SyntaxFault | None:
    bracket = scene.text[opening]
    column = scene.index - line.start
    start, end = _element(scene, line, column)
    after_quote = None
    if bracket == "[" or ":" in line.text[start:column]:
        after_quote = find_text_after_quote(scene, line.start + end)
    if after_quote is not None:
        return after_quote
    crosses_comma = bracket == "{" and ":" not in line.text[start:column]
    while crosses_comma and line.text[start - 1 : start] == "," and ":" not in line.text[start:column]:
        comma, start = start - 1, _element(scene, line, start - 1)[0]
    value_start, value = _value_of(line.text, start, end, bracket)
    mark, sign = line.region(column, column + 1), scene.character
    if crosses_comma and start < column and ":" in line.text[start:column]:
        mark, sign = line.region(comma, comma + 1), ","
    name = {":": "a colon", ",": "a comma", "[": "a bracket", "{": "a bracket"}.get(sign)
    help = advise_quotes(line.text[:value_start], value, line.text[end:].rstrip())
    inside = f"{bracket} {_CLOSING[bracket]}"
    message = f"{name} in text inside {inside} needs quotes" if name else f"text that starts with {sign} needs quotes"
    return SyntaxFault(message, "put quotes round the text that holds it", help, mark)


def _value_of(text: str, start: int, end: int, bracket: str) -> tuple[int, str]:
    """Where the value of one thing in brackets starts, and the value without curly quotes."""
    written = text[start:end]
    named = re.match(r"\s*[\w-]+:\s+", written) if bracket == "{" else None
    value_start = start + (named.end() if named else len(written) - len(written.lstrip()))
    value = text[value_start:end].rstrip()
    if len(value) > 1 and value[0] in CURLY and value[-1] in CURLY:
        value = value[1:-1]
    return value_start, value


def _element(scene: Scene, line: LineShape, column: int) -> Region:
    """The columns of the one thing in brackets that holds a column: from its comma or bracket to the next."""
    start, end, depth = column, column, 0
    while start > 0 and line.text[start - 1] not in ",[{":
        start -= 1
    while end < len(line.text):
        sign = line.text[end]
        if depth == 0 and sign in ",]}":
            break
        depth += (sign in "[{") - (sign in "]}")
        end += 1
    return start, end


def find_tight_colon(scene: Scene) -> SyntaxFault | None:
    """A colon inside brackets with no space after it."""
    line, column = scene.here, scene.index - scene.here.start
    if scene.character != ":":
        return None
    retyped = f"{line.text[: column + 1]} {line.text[column + 1 :]}"
    help = advise_line(retyped, "put a space after the colon")
    return SyntaxFault("a space is missing after a colon", "no space after it", help, scene.mark)


def find_text_after_brackets(scene: Scene) -> SyntaxFault | None:
    """Text or a bracket too many behind a closing bracket."""
    line, column = scene.here, scene.index - scene.here.start
    before = line.text[:column].rstrip()
    if before[-1:] not in ("]", "}") or line.written_value[:1] not in ("[", "{"):
        return None
    whole, tail = line.written_value, without_comment(line.text[column:])
    inside = line.text[line.value + 1 : len(before) - 1]
    if not tail.strip(",;.]} "):
        help = advise_line(before, "delete it")
    elif "," in inside or tail.startswith(","):
        help = f"keep everything inside one pair of {whole[0]} {_CLOSING[whole[0]]}"
    else:
        help = advise_quotes(line.text[: line.value], whole)
    return SyntaxFault(
        f"nothing can follow the closing {before[-1]}",
        "stands outside the brackets",
        help,
        line.region(column, column + len(tail)),
    )


def find_stray_bracket(scene: Scene) -> SyntaxFault | None:
    """A closing bracket or comma with nothing before it."""
    if not scene.character or scene.character not in "]},":
        return None
    line, column = scene.here, scene.index - scene.here.start
    value = line.written_value
    mark = scene.mark
    if line.key and column == line.value and value.strip("]}, "):
        help = advise_quotes(line.text[: line.value], value, line.text[line.value + len(value) :].rstrip())
        return SyntaxFault(
            f"text that starts with {scene.character} needs quotes",
            "cannot start text without quotes",
            help,
            mark,
        )
    if scene.character == ",":
        return SyntaxFault("a comma stands here with nothing before it", "nothing before it", "delete it", mark)
    opener = "[" if scene.character == "]" else "{"
    return SyntaxFault(f"this {scene.character} closes nothing", f"no {opener} opens before it", "delete it", mark)


def find_special_in_brackets(scene: Scene) -> SyntaxFault | None:
    """Text inside brackets that starts with a sign that needs quotes."""
    brackets = _open_brackets(scene)
    line = scene.here
    if not brackets or scene.line_at(brackets[-1]).number != line.number:
        return None
    column = scene.index - line.start
    _, end = _element(scene, line, column)
    value = line.text[column:end].rstrip()
    help = advise_line(f"{line.text[:column]}{quote(value)}{line.text[end:]}", f"write  {quote(value)}")
    return SyntaxFault(
        f"text that starts with {scene.character} needs quotes",
        "cannot start text without quotes",
        help,
        scene.mark,
    )
