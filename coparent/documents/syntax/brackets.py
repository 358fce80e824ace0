"""Faults inside and behind brackets: left open, wrongly closed, and text in them that needs quotes."""

import re

from coparent.documents.line_shapes import LineShape, without_comment
from coparent.documents.lines import Region
from coparent.documents.retyping import advise_line, advise_quotes, quote
from coparent.documents.syntax.context import SyntaxContext
from coparent.documents.syntax.fault import SyntaxFault
from coparent.documents.syntax.quotes import CURLY, find_text_after_quote

_CLOSING = {"[": "]", "{": "}"}
_NAME_BEFORE = re.compile(r"\s([a-z][a-z0-9_]*)$")


def find_bracket_over_fields(context: SyntaxContext) -> SyntaxFault | None:
    """A bracket left open, with the fields below it read as part of what it holds."""
    begun = context.line_at(context.construct_start).number if "quoted" in context.complaint else 0
    for opening in reversed(_open_brackets(context)):
        line = context.line_at(opening)
        if line.number in (context.here.number, begun):
            continue
        last, below = line, context.below(line.number)
        while below is not None and below.number <= context.here.number:
            goes_on = last.content.endswith((",", "[", "{")) and not below.hyphens
            if (below.looks_like_field or below.hyphens) and not goes_on:
                return _report_unclosed(context, opening, last, below)
            last, below = below, context.below(below.number)
    return None


def _open_brackets(context: SyntaxContext) -> tuple[int, ...]:
    brackets = context.parsed.open_brackets
    is_opening = context.text[context.construct_start : context.construct_start + 1] in _CLOSING
    return (*brackets, context.construct_start) if is_opening and context.construct_start not in brackets else brackets


def _report_unclosed(context: SyntaxContext, opening: int, last: LineShape, below: LineShape | None) -> SyntaxFault:
    """A bracket left open, with the last line of what it holds, and the line below that was read as part of it."""
    bracket = context.text[opening]
    return SyntaxFault(
        f"a {bracket} is never closed",
        "opens here",
        _advise_closing(context.line_at(opening), opening, last, _CLOSING[bracket]),
        (opening, opening + 1),
        below.region(below.body, len(below.text.rstrip())) if below else None,
        f"still read as part of the {bracket} {_CLOSING[bracket]}" if below else "",
    )


def _advise_closing(line: LineShape, opening: int, last: LineShape, closing: str) -> str:
    """What to type to close a bracket: its line retyped where it ends there too, with quotes if it may be text."""
    help = f"put a {closing} at the end of line {last.number}"
    value = without_comment(last.text)
    if last.number != line.number or value.endswith(closing):
        return help
    help = advise_line(f"{value.rstrip(' ,')}{closing}{last.text[len(value) :]}", help)
    column = opening - line.start
    if column == line.value and line.key and not line.key.endswith("s") and not re.search("[,:]", value[column:]):
        help += f", or {advise_quotes(value[:column], value[column:])}  if it is text"
    return help


def find_fault_in_brackets(context: SyntaxContext) -> SyntaxFault | None:
    """Something inside [ ] or { } that cannot stand there."""
    brackets = _open_brackets(context)
    if not brackets:
        return None
    opening = brackets[-1]
    line = context.line_at(opening)
    if not context.character or line.number != context.here.number:
        return _find_unclosed_bracket(context, opening)
    if context.character in "]}":
        return _report_wrong_closing(context, opening, line)
    if context.character == ",":
        return _report_comma(context)
    if context.character == "-":
        return _report_hyphen(context, line)
    return _find_missing_comma(context, line) or _find_text_that_needs_quotes(context, opening, line)


def _report_comma(context: SyntaxContext) -> SyntaxFault:
    help = context.advise_without(context.mark)
    above = context.above(context.here.number)
    if context.is_first_on_line and above is not None and above.hyphens:
        help = advise_line(f"- {context.here.content[1:].lstrip()}", help)
    return SyntaxFault("a comma stands here with nothing before it", "nothing before it", help, context.mark)


def _find_unclosed_bracket(context: SyntaxContext, opening: int) -> SyntaxFault | None:
    line = context.line_at(opening)
    if context.text[context.index :].strip() and not context.here.is_structural:
        return None
    last = context.above(context.here.number + (not context.is_first_on_line or not context.character)) or line
    return _report_unclosed(context, opening, last, None)


def _report_wrong_closing(context: SyntaxContext, opening: int, line: LineShape) -> SyntaxFault:
    bracket = context.text[opening]
    column = context.index - line.start
    retyped = f"{line.text[:column]}{_CLOSING[bracket]}{line.text[column + 1 :]}"
    return SyntaxFault(
        f"what opens with {bracket} closes with {context.character}",
        f"should be {_CLOSING[bracket]}",
        advise_line(retyped, f"write {_CLOSING[bracket]} instead"),
        context.mark,
        (opening, opening + 1),
        "opens here",
    )


def _report_hyphen(context: SyntaxContext, line: LineShape) -> SyntaxFault:
    column = context.index - line.start
    retyped = line.text[:column] + re.sub(r"(^|,\s*)-\s+", r"\1", line.text[column:])
    return SyntaxFault(
        "no hyphens stand before what is inside brackets",
        "a hyphen",
        advise_line(retyped, "delete the hyphens inside the brackets"),
        context.mark,
    )


def _find_missing_comma(context: SyntaxContext, line: LineShape) -> SyntaxFault | None:
    """Two things in brackets with no comma between them."""
    column = context.index - line.start
    start = column
    if context.character == ":":
        match = _NAME_BEFORE.search(line.text[:column])
        value = line.text[_element(context, line, column)[0] : match.start() if match else column].strip()
        if match is None or not context.names_field(match.group(1)) or ":" not in value:
            return None
        start = match.start(1)
    elif not (context.character in "'\"" or re.match(r"[a-z][a-z0-9_]*: ", line.text[column:])):
        return None
    retyped = f"{line.text[:start].rstrip()}, {line.text[start:]}"
    word = re.match(r"\w+|.", line.text[start:])
    return SyntaxFault(
        "a comma is missing inside brackets",
        "a comma belongs before this",
        advise_line(retyped, "put a comma before it"),
        line.region(start, start + (word.end() if word else 1)),
    )


def _find_text_that_needs_quotes(context: SyntaxContext, opening: int, line: LineShape) -> SyntaxFault | None:
    bracket = context.text[opening]
    column = context.index - line.start
    start, end = _element(context, line, column)
    after_quote = None
    if bracket == "[" or ":" in line.text[start:column]:
        after_quote = find_text_after_quote(context, line.start + end)
    if after_quote is not None:
        return after_quote
    crosses_comma = bracket == "{" and ":" not in line.text[start:column]
    while crosses_comma and line.text[start - 1 : start] == "," and ":" not in line.text[start:column]:
        comma, start = start - 1, _element(context, line, start - 1)[0]
    value_start, value = _value_of(line.text, start, end, bracket)
    mark, sign = line.region(column, column + 1), context.character
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


def _element(context: SyntaxContext, line: LineShape, column: int) -> Region:
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


def find_tight_colon(context: SyntaxContext) -> SyntaxFault | None:
    """A colon inside brackets with no space after it."""
    line, column = context.here, context.index - context.here.start
    if context.character != ":":
        return None
    retyped = f"{line.text[: column + 1]} {line.text[column + 1 :]}"
    help = advise_line(retyped, "put a space after the colon")
    return SyntaxFault("a space is missing after a colon", "no space after it", help, context.mark)


def find_text_after_brackets(context: SyntaxContext) -> SyntaxFault | None:
    """Text or a bracket too many behind a closing bracket."""
    line, column = context.here, context.index - context.here.start
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


def find_stray_bracket(context: SyntaxContext) -> SyntaxFault | None:
    """A closing bracket or comma with nothing before it."""
    if not context.character or context.character not in "]},":
        return None
    line, column = context.here, context.index - context.here.start
    value = line.written_value
    mark = context.mark
    if line.key and column == line.value and value.strip("]}, "):
        help = advise_quotes(line.text[: line.value], value, line.text[line.value + len(value) :].rstrip())
        return SyntaxFault(
            f"text that starts with {context.character} needs quotes",
            "cannot start text without quotes",
            help,
            mark,
        )
    if context.character == ",":
        return _report_comma(context)
    opener, help = "[" if context.character == "]" else "{", context.advise_without(mark)
    return SyntaxFault(f"this {context.character} closes nothing", f"no {opener} opens before it", help, mark)


def find_special_in_brackets(context: SyntaxContext) -> SyntaxFault | None:
    """Text inside brackets that starts with a sign that needs quotes."""
    brackets = _open_brackets(context)
    line = context.here
    if not brackets or context.line_at(brackets[-1]).number != line.number:
        return None
    column = context.index - line.start
    _, end = _element(context, line, column)
    value = line.text[column:end].rstrip()
    help = advise_line(f"{line.text[:column]}{quote(value)}{line.text[end:]}", f"write  {quote(value)}")
    return SyntaxFault(
        f"text that starts with {context.character} needs quotes",
        "cannot start text without quotes",
        help,
        context.mark,
    )
