"""Faults of lists: items where none can be, on the line of a field or below a field that has its text already."""

from coparent.documents.line_shapes import LineShape
from coparent.documents.syntax.context import SyntaxContext
from coparent.documents.syntax.wording import LONGEST_SHOWN, SyntaxFault, advise_quotes, count_of


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
