"""Faults of lists: items where none can be, on the line of a field or below a field that has its text already."""

from coparent.documents.line_shapes import LineShape
from coparent.documents.retyping import LONGEST_SHOWN, advise_line_at, advise_quotes, count_of, name_lines
from coparent.documents.syntax.context import SyntaxContext
from coparent.documents.syntax.fault import SyntaxFault


def find_item_on_line(context: SyntaxContext) -> SyntaxFault | None:
    """A list that starts on the same line as its field."""
    line, column = context.here, context.index - context.here.start
    if not line.key or line.value != column:
        return None
    value = line.written_value
    shown = value if len(value) <= LONGEST_SHOWN else "the list"
    help = f"put  {shown}  on the next line, with {count_of(line.body + 2, 'space')} in front"
    if not line.key.endswith("s"):
        help += f", or {advise_quotes(line.text[: line.value], value)}  if it is text"
    return SyntaxFault(
        "a list cannot start on the same line as its field",
        "a list item starts here",
        help,
        line.mark(column),
    )


def find_missing_hyphen(context: SyntaxContext) -> SyntaxFault | None:
    """A line that begins as the items above begin and stands where their hyphens stand, but has none."""
    for line in (context.here, context.above(context.here.number)):
        if line is None or line.hyphens or not line.looks_like_field:
            continue
        item = context.above(line.number)
        while item is not None and item.indent > line.indent:
            item = context.above(item.number)
        if item is not None and item.hyphens[:1] == (line.indent,) and item.key == line.key:
            return SyntaxFault(
                "a hyphen is missing before this item",
                f"should begin as line {item.number} does",
                advise_line_at(f"- {line.content}", line.indent) + _advise_rest(context, line),
                line.region(line.body, line.body + len(line.key)),
                item.region(item.body, item.body + len(item.key)),
                "the item above begins here",
            )
    return None


def _advise_rest(context: SyntaxContext, first: LineShape) -> str:
    """What to do about the other lines of an item whose fields stand where its hyphen belongs."""
    last, below = first, context.below(first.number)
    if below is None or below.hyphens or below.indent != first.indent:
        return ""
    while below is not None and below.indent >= first.indent and (below.indent > first.indent or not below.hyphens):
        last, below = below, context.below(below.number)
    return f", and add two spaces in front of {name_lines(first.number + 1, last.number)}"


def find_list_without_field(context: SyntaxContext) -> SyntaxFault | None:
    """A list item below a field that has its value already, with no other list to belong to."""
    line = context.here
    if not line.hyphens or not context.is_first_on_line:
        return None
    above = context.above(line.number)
    while above is not None and not above.key:
        above = context.above(above.number)
    return report_list_after_text(line, above) if above is not None and above.written_value else None


def report_list_after_text(line: LineShape, owner: LineShape) -> SyntaxFault:
    """A list below a field that has its text already."""
    value = owner.written_value
    shown = value if len(value) <= 40 else "the text"
    return SyntaxFault(
        f'a list cannot follow the text of "{owner.key}"',
        "a list item starts here",
        f"put a field such as  milestones:  above the list, or delete  {shown}  on line {owner.number}",
        line.mark(line.indent),
        owner.region(owner.value, owner.value + len(value)),
        "the text is here",
    )
