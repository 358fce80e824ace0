"""The diagnostics of the careful walk over a text: fields given twice, and YAML that plans do not use."""

import re
from collections.abc import Iterator

from yaml.events import AliasEvent, NodeEvent

from coparent.diagnostics import Diagnostic, Place, Related, Spot
from coparent.documents.lines import Region, end_of_line
from coparent.documents.nodes import MappingNode, Node, ScalarNode

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


def report_duplicate(text: str, record: Place, again: ScalarNode, first: ScalarNode) -> Diagnostic:
    """Report the second of two fields of one name; the message still lacks the record's name at its beginning."""
    field = again.value
    help = "keep one"
    if field == "due":
        help = "keep one. If the date has moved, keep the first and record the move under  rescheduled:"
    return Spot(record / field, region=_on_first_line(text, again.region)).says(
        f'gives "{field}" twice',
        rule="duplicate-field",
        label="and again here",
        help=help,
        related=(Related(Spot(record / field, region=_on_first_line(text, first.region)), "first here"),),
    )


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
