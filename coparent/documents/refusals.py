"""The diagnostics of the careful walk over a text: fields given twice, and YAML that plans do not use."""

import re
from collections.abc import Iterator

from yaml.events import AliasEvent, NodeEvent

from coparent.diagnostics import Diagnostic, Place, Related, Spot
from coparent.documents.lines import Lines, Region, end_of_line
from coparent.documents.nodes import MappingNode, Node, ScalarNode
from coparent.documents.retyping import LONGEST_RETYPED, advise_line_at

_TAG = re.compile(r"(?<![^\s,\[{])![^\s,\]}]*")


def refuse(text: str, place: Place, region: Region, message: str, help: str) -> Diagnostic:
    """Refuse a part of YAML that plans do not use."""
    spot = Spot(place, region=_on_first_line(text, region))
    return spot.says(message, rule="not-supported-yaml", label="plans do not use this", help=help)


def _on_first_line(text: str, region: Region) -> Region:
    return region[0], end_of_line(text, *region)


def is_decorated(event: NodeEvent) -> bool:
    """Whether a name or a tag hangs on a value, or an alias stands in its place."""
    return event.anchor is not None or getattr(event, "tag", None) is not None


def refuse_decoration(text: str, place: Place, event: NodeEvent, region: Region) -> Iterator[Diagnostic]:
    """Refuse the name or tag that hangs on a value, or the alias in its place."""
    name, tag = event.anchor, getattr(event, "tag", None)
    if isinstance(event, AliasEvent):
        help = f'write the value out here, or put quotes round it if it is text: "*{name}"'
        yield refuse(text, place, region, f"*{name} points to a value written elsewhere", help)
    elif name:
        help = f'leave out &{name}, or put quotes round it if it is text: "&{name}"'
        start = text.find(f"&{name}", region[0])
        message = f"&{name} names a value so that it can be used elsewhere"
        yield refuse(text, place, (start, start + len(name) + 1), message, help)
    if tag:
        written = _TAG.search(text, region[0])
        message = "a word that starts with ! is an instruction to the YAML reader"
        yield refuse(text, place, written.span() if written else region, message, "put quotes round it if it is text")


def report_duplicate(
    text: str, record: Place, again: tuple[ScalarNode, Node], first: tuple[ScalarNode, Node]
) -> Diagnostic:
    """Report the second of two fields of one name; the message still lacks the record's name at its beginning."""
    field = again[0].value
    lines = Lines(text)
    shown = [_show_field(text, lines, *entry) for entry in (first, again)]
    help = "take this line out" if shown[0] == shown[1] else f"take out  {shown[0]}  or  take out  {shown[1]}"
    if field == "due":
        help += ". If the date has moved, keep the first and record the move under  rescheduled:"
    return Spot(record / field, region=_on_first_line(text, again[0].region)).says(
        f'gives "{field}" twice',
        rule="duplicate-field",
        label="and again here",
        help=help,
        related=(Related(Spot(record / field, region=_on_first_line(text, first[0].region)), "first here"),),
    )


def _show_field(text: str, lines: Lines, key: ScalarNode, value: Node) -> str:
    """A field as it is written; one that is long or over several lines by its name and line."""
    written = text[key.start : max(key.end, value.end)]
    if value.start == value.end:
        written = f"{text[key.start : key.end]}:"
    is_short = len(written) <= LONGEST_RETYPED and end_of_line(written, 0, len(written)) == len(written)
    return written if is_short else f"{key.value}:  on line {lines.position(key.start)[0]}"


def report_missing_hyphen(text: str, item: Place, name: ScalarNode, above: ScalarNode, hyphen: int) -> Diagnostic:
    """Report an item that reads as more of the one above, which begins with `above` behind a hyphen."""
    lines = Lines(text)
    column = lines.position(hyphen)[1] - 1
    return Spot(item, region=_on_first_line(text, name.region)).says(
        "a hyphen is missing before this item",
        rule="yaml-syntax",
        label="read as part of the item above",
        help=_advise_hyphen(lines, name, column),
        related=(Related(Spot(item, region=_on_first_line(text, above.region)), "the item above begins here"),),
    )


def report_list_without_hyphens(text: str, where: Place, first: ScalarNode, second: ScalarNode) -> Diagnostic:
    """Report the first item of a list in which no item has a hyphen."""
    lines = Lines(text)
    help = _advise_hyphen(lines, first, max(0, lines.position(first.start)[1] - 3))
    return Spot(where, region=_on_first_line(text, first.region)).says(
        "hyphens are missing before the items of this list",
        rule="yaml-syntax",
        label="the first item begins here",
        help=f"{help}, and so on line {lines.position(second.start)[0]}",
        related=(Related(Spot(where, region=_on_first_line(text, second.region)), "the next begins here"),),
    )


def _advise_hyphen(lines: Lines, name: ScalarNode, column: int) -> str:
    """What to type to put a hyphen in a column before the line that begins with a name."""
    line, name_column = lines.position(name.start)
    gap = " " * max(1, name_column - 2 - column)
    return advise_line_at(f"-{gap}{lines[line][name_column - 1 :]}", column)


def find_words_without_colon(text: str, place: Place, record: MappingNode) -> Iterator[Diagnostic]:
    """Words in { } with no colon: mostly the rest of a text that a comma cut in two, else fields that lack one."""
    entries = record.entries
    bare = [value.start == value.end and ":" not in text[key.end : value.start + 1] for key, value in entries]
    for index, (first, _) in enumerate(entries):
        if not bare[index] or (index and bare[index - 1]):
            continue
        last = next((after for after in range(index, len(entries)) if not bare[after]), len(entries)) - 1
        region = first.start, entries[last][0].end
        if index:
            yield _cut_by_comma(text, place, entries[index - 1], region)
        else:
            yield Spot(place / first.value, region=_on_first_line(text, region)).says(
                "these words in { } have no colon",
                rule="yaml-syntax",
                label="read as the name of a field",
                help="write  name: value,  or for a list  [ ]  in place of  { }",
            )


def _cut_by_comma(text: str, place: Place, before: tuple[ScalarNode, Node], region: Region) -> Diagnostic:
    key, value = before
    whole = text[value.start : region[1]].strip()
    can_be_quoted = '"' not in whole and "\n" not in whole
    return Spot(place / key.value, region=_on_first_line(text, region)).says(
        "a comma inside { } ends the text before it",
        rule="yaml-syntax",
        label="read as a field of its own",
        help=f'write  {key.value}: "{whole}"' if can_be_quoted else "put quotes round the whole text",
    )
