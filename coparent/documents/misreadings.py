"""Sound YAML that most likely does not say what its writer meant."""

from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level, Part, Place, Related, Spot
from coparent.documents.folded_lists import advise_list, find_folded_items, find_words
from coparent.documents.lines import end_of_line
from coparent.documents.nodes import Node, ScalarNode, walk_scalars
from coparent.documents.retyping import advise_quotes
from coparent.text.patterns import compile_later

_HASH_IN_TEXT = compile_later(r" #(?<=[^\s#] #)\w")
_CUT = compile_later(r" (#(\w)[^\r\n]*)")
_ENOUGH_WORDS = 3


def may_be_cut(text: str) -> bool:
    """Whether some value of a text may end at a # that its writer meant as part of it."""
    return " #" in text and _HASH_IN_TEXT.search(text) is not None


def find_misreadings(path: str, text: str, root: Node | None) -> Iterator[Diagnostic]:
    """Find values cut short by ` #`, and lists that YAML reads as one paragraph."""
    for place, part, node in walk_scalars(root, Place(None, path)):
        if part is Part.VALUE and node.style == "":
            yield from _find_cut(place, text, node)
        if part is Part.VALUE and node.style != "|":
            yield from _find_folded(place, text, node)


def _find_cut(place: Place, text: str, node: ScalarNode) -> Iterator[Diagnostic]:
    """A # one space behind a value and none before what follows: a number, or a word behind a whole phrase."""
    comment = _CUT.match(text, node.end)
    if comment is None or not node.value or comment.group(1).startswith("#coparent:"):
        return
    if not comment.group(2).isdigit() and len(node.value.split()) < _ENOUGH_WORDS:
        return
    start = max(text.rfind("\n", 0, node.start), text.rfind("\r", 0, node.start)) + 1
    is_one_line = end_of_line(text, start, node.end) == node.end
    whole = f"{node.value} {comment.group(1).rstrip()}"
    shown = "put double quotes round the whole text"
    if is_one_line:
        shown = advise_quotes(text[start : node.start], whole)
    yield (
        Spot(place, region=(comment.start(1), comment.end(1)))
        .says(
            "text is cut short at a #, and what follows is left out",
            rule="text-cut-by-hash",
            label="not read",
            help=f"{shown}; or put a space after the # if it is a comment",
        )
        .at_level(Level.WARNING)
    )


def _find_folded(place: Place, text: str, node: ScalarNode) -> Iterator[Diagnostic]:
    written = text[node.start : node.end]
    folded = find_folded_items(node.value, written, node.style)
    if not folded:
        return
    regions = [(node.start + item.start("mark"), node.start + item.end("word")) for item in folded[:2]]
    others = tuple(Related(Spot(place, region=region), "and this one") for region in regions[1:])
    is_below = bool(written[find_words(written, node.style)[0] : folded[0].start("mark")].strip())
    key = next((key for key in reversed(place.route) if isinstance(key, str)), "the field")
    head = f"{key}:" if place.route and place.route[-1] == key else "-"
    yield (
        Spot(place, region=regions[0])
        .says(
            f'the list in "{key}" is read as one paragraph',
            rule="folded-list",
            label="read as part of the text above" if is_below else "the first item, read as part of one text",
            help=advise_list(head, written, node.style, folded),
            related=others,
        )
        .at_level(Level.WARNING)
    )
