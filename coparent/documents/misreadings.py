"""Sound YAML that most likely does not say what its writer meant."""

import re
from collections.abc import Iterator
from itertools import islice

from coparent.diagnostics import Diagnostic, Level, Part, Place, Related, Spot
from coparent.documents.nodes import Node, ScalarNode, walk_scalars
from coparent.text.patterns import compile_later

_HASH_IN_TEXT = compile_later(r" #(?<=[^\s#] #)\w")
_CUT = compile_later(r" (#(\w)[^\r\n]*)")
_ITEM_LINE = compile_later(r"^[ \t]*- +(\S+)", re.MULTILINE)
_ENOUGH_WORDS = 3
_MOST_ITEMS = 100
"""How many lines of one text are looked at before it is taken for prose."""


def may_be_cut(text: str) -> bool:
    """Whether some value of a text may end at a # that its writer meant as part of it."""
    return " #" in text and _HASH_IN_TEXT.search(text) is not None


def find_folded_items(value: str, written: str) -> list[re.Match[str]]:
    """The lines that look like items of a list, in a text as written that YAML reads as one paragraph.

    One such line alone may be a dash at a line's start: it counts only below a word or two, or a colon.
    """
    if " - " not in value:
        return []
    lines = islice(_ITEM_LINE.finditer(written), _MOST_ITEMS)
    items = [line for line in lines if _is_folded(value, line.group(1))]
    if len(items) == 1:
        before = written[: items[0].start()].rstrip()
        if len(before.split()) >= _ENOUGH_WORDS and not before.endswith(":"):
            return []
    return items


def _is_folded(value: str, word: str) -> bool:
    """Whether an item stands behind other words on one line of the value, or is followed by another there."""
    if value.startswith(f"- {word}"):
        return " - " in value.split("\n", 1)[0]
    behind = value.find(f" - {word}")
    return behind > 0 and not value[behind - 1].isspace()


def find_misreadings(path: str, text: str, root: Node | None) -> Iterator[Diagnostic]:
    """Find values cut short by ` #`, and lists that YAML reads as one paragraph."""
    for place, part, node in walk_scalars(root, Place(None, path)):
        if part is Part.VALUE and node.style == "":
            yield from _find_cut(place, text, node)
        if part is Part.VALUE and node.style in ("", ">"):
            yield from _find_folded(place, text, node)


def _find_cut(place: Place, text: str, node: ScalarNode) -> Iterator[Diagnostic]:
    """A # one space behind a value and none before what follows: a number, or a word behind a whole phrase."""
    comment = _CUT.match(text, node.end)
    if comment is None or not node.value or comment.group(1).startswith("#coparent:"):
        return
    if not comment.group(2).isdigit() and len(node.value.split()) < _ENOUGH_WORDS:
        return
    line = f"{node.value} {comment.group(1).rstrip()}".replace('"', "'")
    shown = f'put quotes round the whole:  "{line}"' if len(line) <= 80 else "put double quotes round the whole text"
    yield (
        Spot(place, region=(comment.start(1), comment.end(1)))
        .says(
            "text is cut short at a #, and what follows is left out",
            rule="text-cut-by-hash",
            label="not read",
            help=f"{shown}, or put a space after the # if it is a comment",
        )
        .at_level(Level.WARNING)
    )


def _find_folded(place: Place, text: str, node: ScalarNode) -> Iterator[Diagnostic]:
    folded = find_folded_items(node.value, text[node.start : node.end])
    if not folded:
        return
    regions = [(node.start + item.start(1) - len("- "), node.start + item.end(1)) for item in folded[:2]]
    others = tuple(Related(Spot(place, region=region), "and this one") for region in regions[1:])
    key = next((key for key in reversed(place.route) if isinstance(key, str)), "the field")
    yield (
        Spot(place, region=regions[0])
        .says(
            f'the list in "{key}" is read as one paragraph',
            rule="folded-list",
            label="read as part of the text above",
            help=f"write  {key}: |  and the list below it, or make every line an item",
            related=others,
        )
        .at_level(Level.WARNING)
    )
