"""Faults of fields: a colon too many or too few, and lines of text where none can be."""

import re

from yaml.error import YAMLError

from coparent.documents.line_shapes import LineShape, without_comment
from coparent.documents.lines import Lines, Region
from coparent.documents.retyping import (
    advise_line,
    advise_line_at,
    advise_quotes,
    count_of,
    in_front,
    name_lines,
    quote,
)
from coparent.documents.syntax.context import SyntaxContext
from coparent.documents.syntax.fault import SyntaxFault
from coparent.documents.syntax.indentation import find_misalignment
from coparent.documents.syntax.lists import report_list_after_text
from coparent.documents.syntax.punctuation import find_hyphen_fault, find_special_start, is_value_below
from coparent.documents.syntax.quotes import (
    CURLY,
    find_curly_quotes,
    find_text_after_quote,
    report_second_field,
)

_NO_SPACE = re.compile(r"([A-Za-z_][\w-]*):(?!//)(\S.*)")
_OTHER_SIGN = re.compile("([A-Za-z_][\\w-]*+)[ ]*+([;=\uff1a\u2236\ufe55])[ ]*+(.*)")
_NO_COLON = re.compile(r"([a-z_][\w-]*+)(?:[ ]++(.*))?")
_SECOND_FIELD = re.compile(r"\s((?:- +)?([a-z][a-z0-9_]*))$")
_MOST_WORDS_BEFORE_A_SECOND_FIELD = 3


def find_stray_colon(context: SyntaxContext) -> SyntaxFault | None:
    """A colon where no field can start: in text, behind a second field's name, or on a line read as text."""
    line, column = context.here, context.index - context.here.start
    if line.value > column:
        return _find_line_read_as_text(context, line) or _report_colon(context, line, column)
    first = line.written_value[:1]
    fault: SyntaxFault | None
    if first and first in "'\"":
        fault = find_text_after_quote(context)
    elif first and first in CURLY:
        fault = find_curly_quotes(context)
    elif first and first in "&*!":
        fault = find_special_start(context)
    else:
        fault = _find_second_field(context, line, column)
    return fault or _report_colon(context, line, column)


def _report_colon(context: SyntaxContext, line: LineShape, column: int) -> SyntaxFault:
    start, is_text = line.value, line.value > column
    if is_text:
        start = line.body
    elif line.key and not line.looks_like_field and (line.hyphens or is_value_below(context, line)):
        start, column = line.body, line.text.index(":", line.body)
    value = without_comment(line.text[start:])
    help = advise_quotes(line.text[:start], value, line.text[start + len(value) :].rstrip())
    fix: tuple[Region, str] | None = (line.region(start, start + len(value)), quote(value))
    top, owner = _text_above(context, line)
    if is_text and owner is not None and owner.looks_like_field and line.indent > owner.body:
        if owner.written_value:
            help = f"write  {owner.key}: >-  and start the text on the line below it"
        elif top is not None:
            help = f"write  {owner.key}: >-  on line {owner.number}"
        fix = None
    return SyntaxFault(
        "a colon inside text needs quotes",
        "reads as the start of a new field",
        help,
        line.mark(column),
        fix=fix,
    )


def _find_second_field(context: SyntaxContext, line: LineShape, column: int) -> SyntaxFault | None:
    before = line.text[line.value : column]
    match = _SECOND_FIELD.search(before)
    if match is None or not line.looks_like_field:
        return None
    first, name = before[: match.start()].strip(), match.group(2)
    if len(first.split()) > _MOST_WORDS_BEFORE_A_SECOND_FIELD or not context.names_field(name):
        return None
    start = line.value + match.start(1)
    return report_second_field(line.start + start, line.text[start:].rstrip())


def _find_line_read_as_text(context: SyntaxContext, line: LineShape) -> SyntaxFault | None:
    """A line that names a field, but that the line above makes part of its text."""
    top, owner = _text_above(context, line)
    if top is None:
        return _find_fault_below_owner(context, line, owner) if owner is not None else None
    if owner is None:
        return find_broken_field(context, top) or _report_loose_line(top)
    broken = find_broken_field(context, top) if owner.written_value == "" or top.indent <= owner.body else None
    return broken or find_text_astray(context, line) or _find_fault_below_owner(context, line, owner)


def _text_above(context: SyntaxContext, line: LineShape) -> tuple[LineShape | None, LineShape | None]:
    """The first of the lines above that name nothing, and the field or list item above those."""
    top, above = None, context.above(line.number)
    while above is not None and not above.is_structural:
        top, above = above, context.above(above.number)
    return top, above


def _find_fault_below_owner(context: SyntaxContext, line: LineShape, owner: LineShape) -> SyntaxFault | None:
    if not owner.key:
        broken = find_broken_field(context, owner)
        if broken is not None:
            return broken
    if line.hyphens and owner.looks_like_field and owner.written_value and line.indent > owner.body:
        return report_list_after_text(line, owner)
    if line.hyphens or line.looks_like_field:
        return find_misalignment(context, line)
    return None


def find_field_without_colon(context: SyntaxContext) -> SyntaxFault | None:
    """A line the parser took for a field's name, and that has no colon behind one."""
    line = context.line_at(context.construct_start)
    if context.character == ":" and context.here.number == line.number:
        return _report_colon(context, line, context.index - line.start)
    return find_broken_field(context, line) or find_text_astray(context, line) or _report_loose_line(line)


def find_broken_field(context: SyntaxContext, line: LineShape) -> SyntaxFault | None:
    """A field or list item whose colon or hyphen is missing, or has no space after it."""
    fault = find_hyphen_fault(line)
    if fault is not None or line.key:
        return fault
    if tight := _find_tight_colon(line, line.body):
        return tight
    before, content = line.text[: line.body], line.content
    if match := _OTHER_SIGN.fullmatch(content):
        return SyntaxFault(
            "a colon is missing after a field's name",
            "this is no ordinary colon",
            advise_line(f"{before}{match.group(1)}: {match.group(3)}", "type a colon and a space here"),
            line.region(line.body + match.start(2), line.body + match.end(2)),
        )
    match = _NO_COLON.fullmatch(without_comment(content))
    if match is None or not (context.names_field(match.group(1)) or _opens_something(context, line, match)):
        return None
    return SyntaxFault(
        f'a colon is missing after "{match.group(1)}"',
        "a colon belongs after it",
        advise_line(f"{before}{match.group(1)}: {match.group(2) or ''}", "put a colon and a space after it"),
        line.region(line.body, line.body + match.end(1)),
    )


def _find_tight_colon(line: LineShape, column: int) -> SyntaxFault | None:
    """A field's name, at a column, with no space after its colon."""
    match = _NO_SPACE.fullmatch(line.text[column:].rstrip())
    if match is None:
        return None
    value = without_comment(match.group(2))
    written = quote(value) if value[0] not in "\"'[{" and re.search(r":( |$)", value) else value
    retyped = f"{line.text[:column]}{match.group(1)}: {written}{match.group(2)[len(value) :]}"
    return SyntaxFault(
        "a space is missing after a colon",
        "no space after it",
        advise_line(retyped, "put a space after the colon"),
        line.mark(column + match.end(1)),
    )


def _opens_something(context: SyntaxContext, line: LineShape, match: re.Match[str]) -> bool:
    below = context.below(line.number)
    return match.group(2) is None and below is not None and below.is_structural and below.indent > line.body


def find_text_astray(context: SyntaxContext, here: LineShape) -> SyntaxFault | None:
    """Text that goes on from a field above, but does not start further in than the field's name.

    It is looked for above a line, and on that line itself where it is text.
    """
    top, owner = _text_above(context, here)
    if owner is None or not owner.key:
        return None
    line = top or here
    while line.indent > owner.body:
        below = context.below(line.number)
        if below is None or below.is_structural or below.number > here.number:
            return None
        line = below
    if line.is_structural:
        return None
    return SyntaxFault(
        f'the text of "{owner.key}" goes on too far to the left',
        f'should start further in than "{owner.key}"',
        _advise_text(context, owner, line),
        line.region(line.body, len(line.text.rstrip())),
        owner.region(owner.body, owner.body + len(owner.key)),
        "the field it seems to belong to",
    )


def _advise_text(context: SyntaxContext, owner: LineShape, line: LineShape) -> str:
    """What to type where the text of a field goes on too far to the left: its lines where the text belongs."""
    first = context.below(owner.number)
    is_announced = owner.written_value[:1] in ("", "|", ">")
    is_begun = is_announced and first is not None and first.indent > owner.body
    column = first.indent if is_begun and first else owner.body + 2
    last = line
    while (below := context.below(last.number)) is not None and not below.is_structural:
        last = below
    texts = [context.lines[number].strip() for number in range(owner.number + 1, last.number + 1)]
    whole = " ".join(filter(None, [owner.written_value, *texts]))
    # What follows | or > may hold any sign.
    is_plain = owner.written_value[:1] not in ("|", ">") or not owner.written_value
    if not (is_plain and re.search(r":( |$)", whole)):
        if last.number == line.number:
            return advise_line_at(line.content, column)
        return f"add {count_of(column - line.indent, 'space')} in front of {name_lines(line.number, last.number)}"
    quoted = quote(whole)
    if owner.written_value and last.number == owner.number + 1 and quoted[1:-1] == whole:
        opening, closing = f"{owner.key}: {quoted[0]}{owner.written_value}", f"{line.content}{quoted[0]}"
        return f"on line {owner.number} write  {opening}  and here  {closing}  {in_front(column)}"
    return (
        f"on line {owner.number} write  {owner.key}: {quoted}  and take out {name_lines(owner.number + 1, last.number)}"
    )


def find_short_text_line(context: SyntaxContext) -> SyntaxFault | None:
    """A line of a text over several lines that starts further left than the text's first line."""
    line = context.here
    if not context.is_first_on_line or line.is_structural:
        return None
    above = context.above(line.number)
    while above is not None and above.number in context.parsed.text_lines:
        first, above = above, context.above(above.number)
        if above is not None and above.number not in context.parsed.text_lines and first.indent > line.indent:
            number = count_of(first.indent - line.indent, "space")
            return SyntaxFault(
                f"this line of text starts {number} too far to the left",
                f"should line up with line {first.number}",
                f"add {number}",
                line.mark(line.indent),
            )
    return _find_wide_empty_line(context, line)


def _find_wide_empty_line(context: SyntaxContext, line: LineShape) -> SyntaxFault | None:
    """An empty first line of a text that holds more spaces than the text has before it."""
    for number in range(line.number - 1, 0, -1):
        text = context.lines[number]
        if text.strip(" "):
            return None
        if len(text) > line.indent:
            return SyntaxFault(
                "an empty line above the text holds more spaces than the text",
                "starts further left than that line",
                f"delete the spaces in line {number}",
                line.mark(line.indent),
            )
    return None


def _report_loose_line(line: LineShape) -> SyntaxFault:
    return SyntaxFault(
        "this line is neither a field nor a list item",
        "no field's name and colon, and no hyphen",
        "put # in front of it if it is a note, or delete it",
        line.region(line.body, len(line.text.rstrip())),
    )


def find_loose_line(context: SyntaxContext) -> SyntaxFault | None:
    """A line of bare words among fields or list items."""
    line = context.here
    if not context.is_first_on_line or line.is_structural or not line.content[:1].isalnum():
        return None
    return find_broken_field(context, line) or find_text_astray(context, line) or _report_loose_line(line)


def find_misread_name(lines: Lines, start: int) -> SyntaxFault | None:
    """Text that YAML reads as a field's name, at the start of a line: it ran over, or its colon has no space."""
    context = SyntaxContext(lines.text, YAMLError(), lines)
    line = context.line_at(start)
    column = start - line.start
    if tight := _find_tight_colon(line, column):
        return tight
    owner = _text_above(context, line)[1]
    if owner is None or not owner.looks_like_field or column != line.indent or line.indent >= owner.body:
        return None
    is_heading = lines.text[start].isupper()
    is_text_above = owner.written_value[:1] in ("|", ">") or len(owner.written_value.split()) > 1
    return find_text_astray(context, line) if is_text_above and not is_heading else None
