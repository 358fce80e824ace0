"""Signs that mean something to YAML where a text or a line starts: @ * & ! % | > and their like."""

import re

from coparent.documents.line_shapes import LineShape, shape_line, without_comment
from coparent.documents.syntax.context import Scene
from coparent.documents.syntax.wording import LONGEST_SHOWN, SyntaxFault, advise_line, advise_quotes, count_of

_LINE_HEADER = re.compile(r"[|>][-+]?[ \t]+(\S.*)")


def find_special_start(scene: Scene) -> SyntaxFault | None:
    """Text that starts with a sign that needs quotes, or a line that starts with one."""
    line = scene.here
    value = line.written_value
    if not value or value[0].isalnum():
        return None
    if not line.is_structural and not is_value_below(scene, line):
        return report_line_start(line)
    before, after = line.text[: line.value], line.text[line.value + len(value) :].rstrip()
    mark = line.mark(line.value)
    if line.hyphens and not line.key and re.match(r"[*>] ", value):
        help = advise_line(before + value[2:].lstrip() + after, f"delete the {value[0]}")
    else:
        help = advise_quotes(before, value, after)
    return SyntaxFault(f"text that starts with {value[0]} needs quotes", "cannot start text without quotes", help, mark)


def is_value_below(scene: Scene, line: LineShape) -> bool:
    """Whether a line is the text of a field that is named on the line above."""
    above = scene.above(line.number)
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


def find_text_after_header(scene: Scene) -> SyntaxFault | None:
    """Text on the same line as the | or > that announces text on the lines below."""
    line = scene.line_at(scene.context)
    column = scene.context - line.start
    value = without_comment(line.text[column:])
    header = _LINE_HEADER.fullmatch(value)
    below = scene.below(line.number)
    goes_on = below is not None and below.indent > line.body
    if header is None or not (goes_on or header.group(1)[0].isalpha()):
        return find_special_start(scene)
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
