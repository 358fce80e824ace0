"""Faults of spacing: tabs, hard spaces, hidden line breaks, and lines that start too far to one side."""

import re
import unicodedata

from coparent.documents.line_shapes import LineShape
from coparent.documents.retyping import count_of
from coparent.documents.syntax.context import SyntaxContext
from coparent.documents.syntax.fault import SyntaxFault

_ODD = "\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000\ufeff"
_ODD_SPACING = re.compile(
    rf"[ \t]*+(?P<before>[{_ODD}][ \t{_ODD}]*+)"
    rf"|[ ]*+-[ ]*+(?P<item>[{_ODD}]+)"
    rf"|[ ]*+(?:-[ ]++)*+[\w-]++:[ ]*+(?P<value>[{_ODD}]+)"
)
_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")


def find_odd_space(context: SyntaxContext) -> SyntaxFault | None:
    """A hard space, or another that only looks like one, where the structure needs an ordinary one."""
    for line in _suspects(context):
        match = _ODD_SPACING.match(line.text)
        if match is None or match.lastgroup is None:
            continue
        written = match.group(match.lastgroup)
        odd = [character for character in written if character not in " \t"]
        region = line.region(*match.span(match.lastgroup))
        if unicodedata.category(odd[0]) != "Zs":
            return SyntaxFault(
                "a character that does not show stands in this line",
                f"a hidden character (U+{ord(odd[0]):04X})",
                "delete the start of this line, up to its first letter, and type it again",
                region,
            )
        name = "hard space" if odd[0] == "\u00a0" else "special space"
        one = len(odd) == 1
        return SyntaxFault(
            f"a {name} pasted from Word stands where an ordinary space belongs",
            "looks like a space and is none",
            f"delete {'it' if one else 'them'} and type {count_of(len(odd), 'ordinary space')}",
            region,
        )
    return None


def find_hidden_break(context: SyntaxContext) -> SyntaxFault | None:
    """A line break that editors do not show, with the rest of the line read as a line of its own."""
    quoted_from, quoted_to = context.parsed.quoted or (0, 0)
    for line in _suspects(context):
        for match in _HIDDEN_BREAK.finditer(line.text):
            index = line.start + match.start()
            if quoted_from < index < quoted_to:
                continue
            return SyntaxFault(
                "a line break that does not show stands in this line",
                f"a hidden line break (U+{ord(match.group()):04X})",
                "delete it and type one space",
                (index, index + 1),
            )
    return None


def _suspects(context: SyntaxContext) -> list[LineShape]:
    """The lines a fault of spacing may stand in, the likeliest first."""
    begun, above = context.line_at(context.construct_start), context.above(context.here.number)
    lines = [begun] if context.wants_colon else []
    lines += [context.here, *([above] if above is not None else [])]
    return lines


def find_tab(context: SyntaxContext) -> SyntaxFault | None:
    """A tab where only spaces may stand."""
    line = context.here
    leading = re.match(r"[ ]*(\t[ \t]*)", line.text)
    if leading is not None and context.is_first_on_line:
        tabs, wanted = leading.group(1).count("\t"), _wanted_column(context, line, leading.end())
        what = "the tab" if tabs == 1 else "the tabs"
        spaces = count_of(wanted, "space") if wanted else ""
        return SyntaxFault(
            "this line starts with a tab, and plans use spaces",
            "a tab" if tabs == 1 else count_of(tabs, "tab"),
            f"delete {what} and start the line with {spaces}" if wanted else f"delete {what}",
            line.region(*leading.span(1)),
        )
    if context.character != "\t":
        return None
    return SyntaxFault("a tab stands where a space belongs", "a tab", "replace it with one space", context.mark)


def _wanted_column(context: SyntaxContext, line: LineShape, body: int) -> int:
    """How many spaces a line that starts with tabs most likely wants."""
    above = context.above(line.number)
    is_item = line.text[body : body + 2] in ("- ", "-")
    if above is None:
        return 0
    if above.key and (not above.written_value or above.written_value[0] in "|>"):
        return above.body + 2
    for column, _ in _columns(context, line.number, is_item):
        return column
    return above.body


def find_misaligned_line(context: SyntaxContext) -> SyntaxFault | None:
    """A field or list item that lines up with nothing above it."""
    return find_misalignment(context, context.here) if context.here.is_structural and context.is_first_on_line else None


def find_misalignment(context: SyntaxContext, line: LineShape) -> SyntaxFault | None:
    """Say how many spaces too many or too few a field or list item has."""
    candidates = [each for each in _columns(context, line.number, bool(line.hyphens)) if each[0] != line.indent]
    if not candidates:
        return None
    column, fellow = min(candidates, key=lambda each: abs(each[0] - line.indent))
    if abs(column - line.indent) > 1 and line.looks_like_field and not line.hyphens:
        astray = _find_list_astray(context, line)
        if astray is not None:
            return astray
        usual = context.columns_of(line.key, line.number)
        likely = [each for each in candidates if each[0] in usual] or candidates
        column, fellow = min(likely, key=lambda each: abs(each[0] - line.indent))
    if _fellow_is_astray(context, line, fellow):
        return _misplaced(context, fellow, line.indent, line)
    return _misplaced(context, line, column, fellow)


def _find_list_astray(context: SyntaxContext, line: LineShape) -> SyntaxFault | None:
    """A list of texts above a line that starts further left than the field it belongs to."""
    first, owner = None, context.above(line.number)
    while owner is not None and owner.hyphens and not owner.key:
        first, owner = owner, context.above(owner.number)
    if first is None or owner is None or not owner.looks_like_field or owner.written_value:
        return None
    is_astray = first.indent < owner.body == line.indent
    return _misplaced(context, first, owner.body + 2, owner) if is_astray else None


def _fellow_is_astray(context: SyntaxContext, line: LineShape, fellow: LineShape) -> bool:
    """Whether a line goes on where the one before its fellow stood, so that the fellow lost its spaces."""
    before = context.above(fellow.number)
    if before is None or line.hyphens or fellow.hyphens or line.indent != before.body:
        return False
    usual = context.columns_of(line.key, line.number) | context.columns_of(fellow.key, fellow.number)
    return fellow.indent < line.indent and line.indent in usual


def _misplaced(context: SyntaxContext, line: LineShape, column: int, fellow: LineShape) -> SyntaxFault:
    excess = line.indent - column
    number = count_of(abs(excess), "space")
    above = context.above(line.number)
    if fellow.number > line.number:
        label = f'should line up with "{fellow.key}" on line {fellow.number}'
    elif line.hyphens and not fellow.hyphens:
        label = f'should start further in than "{fellow.key}"'
    elif above is not None and above.number == fellow.number and column == fellow.indent:
        label = "should line up with the line above"
    elif line.hyphens:
        label = f"should line up with the hyphen on line {fellow.number}"
    else:
        label = f'should line up with "{fellow.key}" on line {fellow.number}'
    side, help = ("right", f"take {number} away") if excess > 0 else ("left", f"add {number}")
    return SyntaxFault(f"this line starts {number} too far to the {side}", label, help, line.mark(line.indent))


def _columns(context: SyntaxContext, number: int, is_item: bool) -> list[tuple[int, LineShape]]:
    """The columns at which a line could go on with what stands above it, innermost first."""
    columns: list[tuple[int, LineShape]] = []
    limit = 1_000_000
    line = context.above(number)
    if is_item and line is not None and line.looks_like_field and not line.written_value:
        columns.append((line.body + 2, line))
    while line is not None and limit > 0:
        if line.is_structural and line.number not in context.parsed.text_lines:
            names = [(line.body, False)] if line.key else []
            starts = [*names, *((hyphen, True) for hyphen in reversed(line.hyphens))]
            for column, is_hyphen in starts:
                if column < limit and is_hyphen == is_item:
                    columns.append((column, line))
                limit = min(limit, column)
        line = context.above(line.number)
    return columns


def find_note_in_text(context: SyntaxContext) -> SyntaxFault | None:
    """A comment among the lines of a text over several lines, which ends the text."""
    line = context.here
    if not context.is_first_on_line or line.is_structural:
        return None
    for number in range(line.number - 1, 1, -1):
        note = context.line(number)
        if note.content.startswith("#") and note.indent < line.indent:
            above = context.above(number)
            is_text = above is not None and (
                above.number in context.parsed.text_lines or above.written_value[:1] in ("|", ">")
            )
            if above is None or not is_text:
                return None
            return SyntaxFault(
                "a line that starts with # ends the text it stands in",
                "ends the text here",
                "move it above the text, or put spaces in front of it if it is part of the text",
                note.mark(note.indent),
            )
        if note.content:
            return None
    return None


def find_first_line_moved(context: SyntaxContext) -> SyntaxFault | None:
    """The file's first field starts further to the right than the next ones."""
    first = context.below(0)
    if first is None or not first.key or first.indent <= context.here.indent or not context.is_first_on_line:
        return None
    number = count_of(first.indent - context.here.indent, "space")
    return SyntaxFault(
        f"this line starts {number} too far to the right",
        f"should line up with line {context.here.number}",
        f"take {number} away",
        first.mark(first.indent),
    )
