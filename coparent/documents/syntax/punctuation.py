"""Signs that mean something to YAML where a text, a line or a list item starts: @ * & ! % | > - and their like."""

import re

from coparent.documents.line_shapes import LineShape, shape_line, without_comment
from coparent.documents.retyping import LONGEST_SHOWN, advise_line, advise_quotes, count_of
from coparent.documents.syntax.context import SyntaxContext
from coparent.documents.syntax.fault import SyntaxFault

_BULLETS = "\u2013\u2014\u2022\u00b7\u2023\u25aa\u25cf\u25e6\u2043\u2212*"
_LINE_HEADER = re.compile(r"[|>][-+]?[ \t]+(\S.*)")


def find_special_start(context: SyntaxContext) -> SyntaxFault | None:
    """Text that starts with a sign that needs quotes, or a line that starts with one."""
    line = context.here
    value = line.written_value
    if not value or value[0].isalnum():
        return None
    if not line.is_structural and not is_value_below(context, line):
        return report_line_start(line)
    before, after = line.text[: line.value], line.text[line.value + len(value) :].rstrip()
    mark = line.mark(line.value)
    if line.hyphens and not line.key and re.match(r"[*>] ", value):
        help = advise_line(before + value[2:].lstrip() + after, f"delete the {value[0]}")
    else:
        help = advise_quotes(before, value, after)
    return SyntaxFault(f"text that starts with {value[0]} needs quotes", "cannot start text without quotes", help, mark)


def is_value_below(context: SyntaxContext, line: LineShape) -> bool:
    """Whether a line is the text of a field that is named on the line above."""
    above = context.above(line.number)
    return above is not None and bool(above.key) and not above.written_value and line.indent > above.body


def report_line_start(line: LineShape) -> SyntaxFault:
    """A sign that starts neither a field nor a list item, at the start of a line."""
    sign = line.content[0]
    rest = shape_line(line.number, 0, line.content.lstrip(sign + " "))
    if rest.is_structural:
        help = advise_line(rest.text, f"delete the {sign}")
    else:
        help = "delete this line, or put # in front of it if it is a note"
    return SyntaxFault(
        f"a line cannot start with {sign}",
        "starts neither a field nor a list item",
        help,
        line.mark(line.body),
    )


def find_text_after_header(context: SyntaxContext) -> SyntaxFault | None:
    """Text on the same line as the | or > that announces text on the lines below."""
    line = context.line_at(context.construct_start)
    column = context.construct_start - line.start
    value = without_comment(line.text[column:])
    header = _LINE_HEADER.fullmatch(value)
    below = context.below(line.number)
    goes_on = below is not None and below.indent > line.body
    if header is None or not (goes_on or header.group(1)[0].isalpha()):
        return find_special_start(context)
    words = header.group(1)
    shown = words if len(words) <= LONGEST_SHOWN else "it"
    where = count_of(below.indent if goes_on and below else line.body + 2, "space")
    start = column + header.start(1)
    return SyntaxFault(
        f"text cannot stand on the same line as {value[0]}",
        "belongs on the line below",
        f"move  {shown}  to the line below, with {where} in front",
        line.region(start, column + len(value)),
    )


def find_document_mark(context: SyntaxContext) -> SyntaxFault | None:
    """A line of --- or ... that ends the file, as far as YAML goes, before its end."""
    for line in (context.here, context.above(context.here.number)):
        if line is not None and line.text.startswith(("---", "...")):
            return SyntaxFault(
                f"a line of {line.text[:3]} ends the plan, and more follows",
                "ends the plan here",
                "delete this line",
                line.region(0, 3),
            )
    return None


def find_percent_line(context: SyntaxContext) -> SyntaxFault | None:
    """A line that starts with a percent sign, wherever the parser noticed it."""
    first = context.below(0)
    for line in (context.line_at(context.construct_start), context.here, first):
        if line is not None and line.text.startswith("%"):
            return report_line_start(line)
    return None


def find_hyphen_in_list(context: SyntaxContext) -> SyntaxFault | None:
    """A hyphen with no space after it, or another bullet, where a list item starts."""
    line = context.here
    begins_line = context.is_first_on_line or context.construct_start == line.start + line.indent
    return find_hyphen_fault(line) if begins_line else None


def find_hyphen_fault(line: LineShape) -> SyntaxFault | None:
    """A list item whose hyphen has no space after it, or is some other sign that looks like a bullet."""
    body = line.text.strip()
    mark = line.mark(line.indent)
    if re.match(r"-[^\s\-\d]", body) and not line.hyphens:
        return SyntaxFault(
            "a list item needs a space after its hyphen",
            "no space after it",
            f"write  - {_short(body[1:])}",
            mark,
        )
    if double := re.match(r"-{2,} +(?=\S)", body):
        return SyntaxFault(
            "a list item starts with one hyphen and a space",
            "one hyphen too many",
            f"write  - {_short(body[double.end() :])}",
            line.region(line.indent, line.indent + len(double.group().rstrip())),
        )
    if len(body) > 2 and body[0] in _BULLETS and body[1] in " \t":
        name = {"\u2013": "a dash", "\u2014": "a dash", "*": "a star"}.get(body[0], "a bullet")
        return SyntaxFault(
            "a list item starts with a hyphen and a space",
            f"this is {name}, not a hyphen",
            f"write  - {_short(body[1:].strip().removeprefix('- '))}",
            mark,
        )
    return None


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59].rsplit(" ", 1)[0] + "…"
