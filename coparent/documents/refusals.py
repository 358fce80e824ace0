"""The diagnostics of the careful walk over a text: fields given twice, and YAML that plans do not use."""

import re
from collections.abc import Iterator, Mapping

from yaml.events import AliasEvent, NodeEvent, ScalarEvent

from coparent.advice import TAKE_LINE_OUT
from coparent.diagnostics import Diagnostic, Place, Related, Spot
from coparent.documents.anchors import Anchors, write_out
from coparent.documents.lines import Lines, Region, end_of_line
from coparent.documents.nodes import MappingNode, Node, ScalarNode
from coparent.documents.retyping import LONGEST_RETYPED, advise_line_at, quote
from coparent.documents.scalars import Data

_TIGHT_COLON = re.compile(r"([a-z_]+):(?![/\s])")
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


def refuse_decoration(
    text: str, place: Place, event: NodeEvent, region: Region, anchors: Anchors
) -> Iterator[Diagnostic]:
    """Refuse the name or tag that hangs on a value, or the alias in its place."""
    name, tag = event.anchor or "", getattr(event, "tag", None)
    if isinstance(event, AliasEvent):
        written = anchors.write_value(name) or (quote(f"*{name}") if name not in anchors else "")
        help = advise_instead(text, region, written) if written else f"write out here what &{name} stands before"
        yield refuse(text, place, region, f"*{name} points to a value written elsewhere", help)
    elif name:
        start = text.find(f"&{name}", region[0])
        end = start + len(name) + 1
        message = f"&{name} names a value so that it can be used elsewhere"
        yield refuse(text, place, (start, end), message, _advise_without(text, (start, end)))
    if tag:
        written_tag = _TAG.search(text, region[0])
        start, end = written_tag.span() if written_tag else region
        whole = text[start : region[1]]
        is_text = isinstance(event, ScalarEvent) and not event.style and not whole.startswith("!!") and not name
        is_text = is_text and end_of_line(whole, 0, len(whole)) == len(whole)
        message = "a word that starts with ! is an instruction to the YAML reader"
        help = (
            advise_instead(text, (start, region[1]), quote(whole)) if is_text else _advise_without(text, (start, end))
        )
        yield refuse(text, place, (start, end), message, help)


def advise_instead(text: str, region: Region, new: str) -> str:
    """What to type in place of a line, where some characters of it become others; of a long line only these."""
    start, end = region
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    end = end_of_line(text, start, end)
    line_end = end_of_line(text, end, len(text))
    if line_end - line_start + len(new) > LONGEST_RETYPED:
        return f"write  {new}" if new else f"take out  {text[start:end].rstrip()}"
    return f"write  {text[line_start:start].lstrip()}{new}{text[end:line_end]}".rstrip()


def _advise_without(text: str, region: Region) -> str:
    """What to type in place of a line, where some characters of it and the spaces behind them go."""
    end = region[1]
    while text.startswith(" ", end):
        end += 1
    return advise_instead(text, (region[0], end), "")


def advise_fields(text: str, record: MappingNode, region: Region, fields: Mapping[str, Data]) -> str:
    """What to type in place of << and its value: the lines of the fields that it copies."""
    lines = [f"{field}: {write_out(data)}" for field, data in fields.items()]
    if not lines:
        return TAKE_LINE_OUT
    if any(line.endswith(": ") for line in lines) or end_of_line(text, *region) < region[1]:
        return "write the fields out here"
    if text.startswith("{", record.start):
        return advise_instead(text, region, ", ".join(lines))
    return "write  " + "  and  ".join(lines)


def refuse_name(text: str, place: Place, record: MappingNode, name: Node) -> Diagnostic:
    """Refuse a list or record in the place of a field's name; {{ }} is most likely text still to be filled in."""
    message, region, help = "a field's name must be text", name.region, "write  name: value"
    end = text.find("}}", name.start) + len("}}")
    if text.startswith("{{", record.start) and name.start < end == end_of_line(text, record.start, end):
        region = record.start, end
        help = advise_instead(text, region, quote(text[slice(*region)]))
        return refuse(text, place, region, message, help)
    return refuse(text, place / "", region, message, help)


def report_duplicate(
    lines: Lines, record: Place, again: tuple[ScalarNode, Node], first: tuple[ScalarNode, Node]
) -> Diagnostic:
    """Report the second of two fields of one name; the message still lacks the record's name at its beginning."""
    field, text = again[0].value, lines.text
    shown = [_show_field(lines, *entry) for entry in (first, again)]
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


def _show_field(lines: Lines, key: ScalarNode, value: Node) -> str:
    """A field as it is written; one that is long or over several lines by its name and line."""
    text = lines.text
    written = text[key.start : max(key.end, value.end)]
    if value.start == value.end:
        written = f"{text[key.start : key.end]}:"
    is_short = len(written) <= LONGEST_RETYPED and end_of_line(written, 0, len(written)) == len(written)
    return written if is_short else f"{key.value}:  on line {lines.position(key.start)[0]}"


def report_missing_hyphen(lines: Lines, item: Place, name: ScalarNode, above: ScalarNode, hyphen: int) -> Diagnostic:
    """Report an item that reads as more of the one above, which begins with `above` behind a hyphen."""
    text = lines.text
    column = lines.position(hyphen)[1] - 1
    return Spot(item, region=_on_first_line(text, name.region)).says(
        "a hyphen is missing before this item",
        rule="yaml-syntax",
        label="read as part of the item above",
        help=_advise_hyphen(lines, name, column),
        related=(Related(Spot(item, region=_on_first_line(text, above.region)), "the item above begins here"),),
    )


def report_list_without_hyphens(lines: Lines, where: Place, first: ScalarNode, second: ScalarNode) -> Diagnostic:
    """Report the first item of a list in which no item has a hyphen."""
    text = lines.text
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
        tight = _TIGHT_COLON.match(text, first.start, entries[last][0].end)
        if tight is not None:
            end = tight.end(1) + 1
            yield Spot(place / tight.group(1), region=(end - 1, end)).says(
                "a space is missing after a colon",
                rule="yaml-syntax",
                label="no space after it",
                help=advise_instead(text, (end - 1, end), ": "),
            )
        elif index:
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
