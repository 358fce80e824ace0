"""Faults of quoting: quotes left open or closed too early, curly ones, and text that needs some."""

import re

from coparent.documents.line_shapes import LineShape, Region, shape_line, without_comment
from coparent.documents.syntax.context import Scene
from coparent.documents.syntax.wording import LONGEST_SHOWN, SyntaxFault, advise_line, advise_quotes

CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
_SHORTENED = re.compile(r"'(?:tis|twas|til|em|cause|n|\d\ds?)\b", re.IGNORECASE)
_CLOSED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


def find_unclosed_quote(scene: Scene) -> SyntaxFault:
    """A quoted text that runs to the end of the file."""
    return _report_unclosed(scene, scene.context)


def find_quote_over_fields(scene: Scene) -> SyntaxFault | None:
    """A quote left open that closes at the next quote mark further down, with fields between."""
    quoted = scene.trail.quoted
    if quoted is None:
        return None
    first, last = (scene.lines.position(index)[0] for index in quoted)
    if first == last or last != scene.here.number or scene.is_first_on_line:
        return None
    between = (scene.line(number) for number in range(first + 1, last + 1))
    if not any(line.looks_like_field or line.hyphens for line in between):
        return None
    return _report_unclosed(scene, quoted[0])


def _report_unclosed(scene: Scene, opening: int) -> SyntaxFault:
    line, mark = scene.line_at(opening), scene.text[opening]
    column = opening - line.start
    rest = line.text[column + 1 :].rstrip()
    if rest and rest[-1] in CURLY:
        end = line.start + column + len(rest)
        help = advise_quotes(line.text[:column], rest[:-1])
        label = "a curly quote does not close it"
        return SyntaxFault(
            "this text opens with a straight quote and closes with a curly one",
            label,
            help,
            (end, end + 1),
            (opening, opening + 1),
            "opens here",
        )
    name = "double" if mark == '"' else "single"
    if column == line.body and not line.hyphens and shape_line(line.number, 0, rest).looks_like_field:
        return SyntaxFault(
            f"a line cannot start with {mark} where a field is meant",
            "opens a text",
            advise_line(rest, "delete it"),
            (opening, opening + 1),
        )
    following = scene.below(line.number)
    swallowed = following is not None and (following.looks_like_field or bool(following.hyphens))
    ends_here = following is None or swallowed
    help = _advise_closing(line, column, rest) if rest and ends_here else f"put a {name} quote where the text ends"
    opened = following.region(following.body, len(following.text.rstrip())) if swallowed and following else None
    return SyntaxFault(
        f"this text opens with a {name} quote that is never closed",
        "opens here",
        help,
        (opening, opening + 1),
        opened,
        "still read as part of the text" if opened else "",
    )


def _advise_closing(line: LineShape, column: int, rest: str) -> str:
    """The fix that closes a quote on its own line, before what ends the text there."""
    mark = line.text[column]
    name = "double" if mark == '"' else "single"
    if mark in rest:
        return f"put a {name} quote where the text ends"
    if mark == "'" and _SHORTENED.match(mark + rest):
        return advise_quotes(line.text[:column], mark + rest)
    in_brackets = re.search(r"[,\]}]", rest) if re.search(r"[\[{]", line.text[line.value : column]) else None
    end = column + 1 + (in_brackets.start() if in_brackets else len(rest))
    return advise_line(f"{line.text[:end]}{mark}{line.text[end:]}", f"put a {name} quote at the end of the text")


def find_text_after_long_quote(scene: Scene) -> SyntaxFault | None:
    """Text behind a closing quote that opens on a line further up."""
    start, end = scene.trail.quoted or (0, 0)
    first, last = scene.line_at(start).number, scene.line_at(end).number
    if first == last or last != scene.here.number or scene.text[end : scene.index].strip():
        return None
    tail = without_comment(scene.text[end : scene.lines.end(last)]).strip()
    help = "delete it" if tail in (",", ";") else "move the closing quote to the end of the text"
    at = scene.text.index(tail, end)
    return SyntaxFault(
        "text goes on after its closing quote",
        "stands outside the quotes",
        help,
        (at, at + len(tail)),
        (start, start + 1),
        "opens here",
    )


def find_text_after_quote(scene: Scene, limit: int | None = None) -> SyntaxFault | None:
    """Text behind a closing quote; `limit` is where it ends, if not with its line."""
    closed = _quoted_before(scene)
    if closed is None:
        return None
    start, end = closed
    line = scene.line_at(start)
    stop = limit or end + len(without_comment(scene.text[end : scene.lines.end(line.number)]))
    before, after = scene.text[line.start : start], scene.text[stop : scene.lines.end(line.number)].rstrip()
    whole, tail, mark = scene.text[start:stop], scene.text[end:stop], scene.text[start]
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
    return _report_tail(before, (start, end, stop), scene, after)


def _report_tail(before: str, stretch: tuple[int, int, int], scene: Scene, after: str) -> SyntaxFault:
    start, end, stop = stretch
    inside, tail = scene.text[start + 1 : end - 1], scene.text[end:stop].strip()
    at = scene.text.index(tail, end)
    if shape_line(0, 0, tail).looks_like_field:
        return report_second_field(at, tail)
    if tail in (",", ";"):
        help = "delete it"
    elif tail in (".", "!", "?"):
        help = advise_quotes(before, inside + tail, after)
    else:
        help = advise_quotes(before, scene.text[start:stop], after)
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


def _quoted_before(scene: Scene) -> Region | None:
    """The quoted text that closes shortly before the fault, on its line."""
    quoted = scene.trail.quoted
    if quoted is not None:
        start, end = quoted
        on_line = scene.line_at(start).number == scene.here.number
        if on_line and end <= scene.index and not scene.text[end : scene.index].strip():
            return start, end
    line = scene.here
    match = _CLOSED.match(line.text, line.value)
    if match is None or line.start + match.end() > scene.index:
        return None
    return line.region(*match.span())


def find_text_below_quote(scene: Scene) -> SyntaxFault | None:
    """Text that goes on, on the line below a closing quote."""
    line = scene.line_at(scene.context) if scene.wants_colon else scene.here
    above = scene.above(line.number)
    if above is None or line.is_structural or not above.written_value.endswith(("'", '"')):
        return None
    if above.written_value[0] not in "'\"" and above.number not in scene.trail.text_lines:
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


def find_curly_quotes(scene: Scene) -> SyntaxFault:
    """Text in curly quotes, which quote nothing."""
    line, value = scene.here, scene.here.written_value
    help = 'type a straight quote (") instead of each curly one'
    if len(value) > 1 and value[-1] in CURLY + "'\"":
        after = line.text[line.value + len(value) :].rstrip()
        help = advise_quotes(line.text[: line.value], value[1:-1], after)
    return SyntaxFault("curly quotes do not count as quotes", "a curly quote", help, line.mark(line.value))


def find_unknown_escape(scene: Scene) -> SyntaxFault:
    """A backslash inside double quotes that starts no known code."""
    start = scene.text.rfind("\\", scene.context, scene.index + 1)
    line = scene.line_at(scene.context)
    opening = scene.context - line.start
    help = "use single quotes instead of double ones"
    closing = re.search(r'"(?=\s*(?:[,\]}]|#|$))', line.text[opening + 1 :])
    if closing is not None:
        inside = line.text[opening + 1 : opening + 1 + closing.start()]
        plain = inside.replace('\\"', '"').replace("\\\\", "\\").replace("'", "''")
        after = line.text[opening + 2 + closing.start() :]
        help = advise_line(f"{line.text[:opening]}'{plain}'{after}", help)
    shown = scene.text[start : start + 2]
    return SyntaxFault(
        "a backslash has a special meaning inside double quotes",
        f"{shown} stands for nothing",
        help,
        (start, start + 2),
    )
