"""Faults of quoting: quotes left open or closed too early, curly ones, and text that needs some."""

import re

from coparent.documents.line_shapes import LineShape, shape_line, without_comment
from coparent.documents.lines import Region
from coparent.documents.retyping import LONGEST_SHOWN, advise_line, advise_quotes
from coparent.documents.syntax.context import SyntaxContext
from coparent.documents.syntax.fault import SyntaxFault

CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
_SHORTENED = re.compile(r"'(?:tis|twas|til|em|cause|n|\d\ds?)\b", re.IGNORECASE)
_CLOSED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


def find_unclosed_quote(context: SyntaxContext) -> SyntaxFault:
    """A quoted text that runs to the end of the file."""
    return _find_unclosed(context, context.construct_start)


def find_quote_over_fields(context: SyntaxContext) -> SyntaxFault | None:
    """A quote left open that closes at the next quote mark further down, with fields between."""
    quoted = context.parsed.quoted
    if quoted is None:
        return None
    first, last = (context.lines.position(index)[0] for index in quoted)
    if first == last or last != context.here.number or context.is_first_on_line:
        return None
    between = (context.line(number) for number in range(first + 1, last + 1))
    if not any(line.looks_like_field or line.hyphens for line in between):
        return None
    return _find_unclosed(context, quoted[0])


def _find_unclosed(context: SyntaxContext, opening: int) -> SyntaxFault:
    line = context.line_at(opening)
    column = opening - line.start
    rest = line.text[column + 1 :].rstrip()
    return (
        _find_curly_closing(line, column, rest)
        or _find_quoted_field(line, column, rest)
        or _report_unclosed(context, line, column, rest)
    )


def _find_curly_closing(line: LineShape, column: int, rest: str) -> SyntaxFault | None:
    """A straight quote that a curly one was meant to close."""
    if not rest or rest[-1] not in CURLY:
        return None
    return SyntaxFault(
        "this text opens with a straight quote and closes with a curly one",
        "a curly quote does not close it",
        advise_quotes(line.text[:column], rest[:-1]),
        line.mark(column + len(rest)),
        line.mark(column),
        "opens here",
    )


def _find_quoted_field(line: LineShape, column: int, rest: str) -> SyntaxFault | None:
    """A quote in front of a line that names a field."""
    if column != line.body or line.hyphens or not shape_line(line.number, 0, rest).looks_like_field:
        return None
    return SyntaxFault(
        f"a line cannot start with {line.text[column]} where a field is meant",
        "opens a text",
        advise_line(rest, "delete it"),
        line.mark(column),
    )


def _report_unclosed(context: SyntaxContext, line: LineShape, column: int, rest: str) -> SyntaxFault:
    name = _name_of_quote(line.text[column])
    below = context.below(line.number)
    swallowed = below if below is not None and (below.looks_like_field or below.hyphens) else None
    ends_here = below is None or swallowed is not None
    return SyntaxFault(
        f"this text opens with a {name} quote that is never closed",
        "opens here",
        _advise_closing(line, column, rest) if rest and ends_here else f"put a {name} quote where the text ends",
        line.mark(column),
        swallowed.region(swallowed.body, len(swallowed.text.rstrip())) if swallowed else None,
        "still read as part of the text" if swallowed else "",
    )


def _name_of_quote(mark: str) -> str:
    return "double" if mark == '"' else "single"


def _advise_closing(line: LineShape, column: int, rest: str) -> str:
    """What to type to close a quote on its own line, before what ends the text there."""
    mark = line.text[column]
    name = _name_of_quote(mark)
    if mark in rest:
        return f"put a {name} quote where the text ends"
    if mark == "'" and _SHORTENED.match(mark + rest):
        return advise_quotes(line.text[:column], mark + rest)
    in_brackets = re.search(r"[,\]}]", rest) if re.search(r"[\[{]", line.text[line.value : column]) else None
    end = column + 1 + (in_brackets.start() if in_brackets else len(rest))
    return advise_line(f"{line.text[:end]}{mark}{line.text[end:]}", f"put a {name} quote at the end of the text")


def find_text_after_long_quote(context: SyntaxContext) -> SyntaxFault | None:
    """Text behind a closing quote that opens on a line further up."""
    start, end = context.parsed.quoted or (0, 0)
    first, last = context.line_at(start).number, context.line_at(end).number
    if first == last or last != context.here.number or context.text[end : context.index].strip():
        return None
    tail = without_comment(context.text[end : context.lines.end(last)]).strip()
    help = "delete it" if tail in (",", ";") else "move the closing quote to the end of the text"
    at = context.text.index(tail, end)
    return SyntaxFault(
        "text goes on after its closing quote",
        "stands outside the quotes",
        help,
        (at, at + len(tail)),
        (start, start + 1),
        "opens here",
    )


def find_text_after_quote(context: SyntaxContext, limit: int | None = None) -> SyntaxFault | None:
    """Text behind a closing quote; `limit` is where it ends, if not with its line."""
    closed = _quoted_before(context)
    if closed is None:
        return None
    start, end = closed
    line = context.line_at(start)
    stop = limit or end + len(without_comment(context.text[end : context.lines.end(line.number)]))
    before, after = context.text[line.start : start], context.text[stop : context.lines.end(line.number)].rstrip()
    whole, tail, mark = context.text[start:stop], context.text[end:stop], context.text[start]
    if not tail.strip():
        return None
    opened = (start, start + 1)
    is_glued = tail[0].isalnum()
    if mark == "'" and is_glued:
        return SyntaxFault(
            "an apostrophe ends text that opens with a single quote",
            "the text ends here",
            advise_quotes(before, whole[1:].removesuffix("'"), after),
            (end - 1, end),
            opened,
            "opens here",
        )
    if is_glued and whole.endswith(mark):
        return SyntaxFault(
            "double quotes stand inside double quotes",
            "the text ends here",
            advise_quotes(before, whole[1:-1], after),
            (end - 1, end),
            opened,
            "opens here",
        )
    return _report_tail(before, (start, end, stop), context, after)


def _report_tail(before: str, stretch: tuple[int, int, int], context: SyntaxContext, after: str) -> SyntaxFault:
    start, end, stop = stretch
    inside, tail = context.text[start + 1 : end - 1], context.text[end:stop].strip()
    at = context.text.index(tail, end)
    if shape_line(0, 0, tail).looks_like_field:
        return report_second_field(at, tail)
    if tail in (",", ";"):
        help = "delete it"
    elif tail in (".", "!", "?"):
        help = advise_quotes(before, inside + tail, after)
    else:
        help = advise_quotes(before, context.text[start:stop], after)
    return SyntaxFault("text goes on after its closing quote", "stands outside the quotes", help, (at, at + len(tail)))


def report_second_field(start: int, written: str) -> SyntaxFault:
    """A field, written at an index, that should stand on a line of its own."""
    name = re.match(r"(?:- +)?\w+", written)
    length = name.end() if name else 1
    shown = written if len(written) <= LONGEST_SHOWN else f"{written[:length]}: …"
    return SyntaxFault(
        "two fields stand on one line",
        "a second field starts here",
        f"put  {shown}  on a line of its own",
        (start, start + length),
    )


def _quoted_before(context: SyntaxContext) -> Region | None:
    """The quoted text that closes shortly before the fault, on its line."""
    quoted = context.parsed.quoted
    if quoted is not None:
        start, end = quoted
        on_line = context.line_at(start).number == context.here.number
        if on_line and end <= context.index and not context.text[end : context.index].strip():
            return start, end
    line = context.here
    match = _CLOSED.match(line.text, line.value)
    if match is None or line.start + match.end() > context.index:
        return None
    return line.region(*match.span())


def find_text_below_quote(context: SyntaxContext) -> SyntaxFault | None:
    """Text that goes on, on the line below a closing quote."""
    line = context.line_at(context.construct_start) if context.wants_colon else context.here
    above = context.above(line.number)
    if above is None or line.is_structural or not above.written_value.endswith(("'", '"')):
        return None
    if above.written_value[0] not in "'\"" and above.number not in context.parsed.text_lines:
        return None
    column = above.text.rindex(above.written_value[-1])
    return SyntaxFault(
        "text goes on below its closing quote",
        "stands outside the quotes",
        f"move the closing quote from line {above.number} to the end of this text",
        line.region(line.body, len(line.text.rstrip())),
        above.mark(column),
        "closes here",
    )


def find_curly_quotes(context: SyntaxContext) -> SyntaxFault:
    """Text in curly quotes, which quote nothing."""
    line, value = context.here, context.here.written_value
    help = 'type a straight quote (") instead of each curly one'
    if len(value) > 1 and value[-1] in CURLY + "'\"":
        after = line.text[line.value + len(value) :].rstrip()
        help = advise_quotes(line.text[: line.value], value[1:-1], after)
    return SyntaxFault("curly quotes do not count as quotes", "a curly quote", help, line.mark(line.value))


def find_unknown_escape(context: SyntaxContext) -> SyntaxFault:
    """A backslash inside double quotes that starts no known code."""
    start = context.text.rfind("\\", context.construct_start, context.index + 1)
    line = context.line_at(context.construct_start)
    opening = context.construct_start - line.start
    help = "use single quotes instead of double ones"
    closing = re.search(r'"(?=\s*(?:[,\]}]|#|$))', line.text[opening + 1 :])
    if closing is not None:
        inside = line.text[opening + 1 : opening + 1 + closing.start()]
        plain = inside.replace('\\"', '"').replace("\\\\", "\\").replace("'", "''")
        after = line.text[opening + 2 + closing.start() :]
        help = advise_line(f"{line.text[:opening]}'{plain}'{after}", help)
    shown = context.text[start : start + 2]
    return SyntaxFault(
        "a backslash has a special meaning inside double quotes",
        f"{shown} stands for nothing",
        help,
        (start, start + 2),
    )
