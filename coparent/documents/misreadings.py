"""Sound YAML that most likely does not say what its writer meant."""

import re
from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level, Place, Related, Route, Spot
from coparent.documents.nodes import MappingNode, Node, ScalarNode, SequenceNode

_HASH_IN_TEXT = re.compile(r"[^\s#:\-] #(?=\w)")
_ITEM_IN_TEXT = re.compile(
    r"""^(\ *)(?:-\ )?[\w-]+:(?:
          \ *>[-+\d]*\ *\r?\n(?:\1\ +[^\n]*\n|\r?\n)*?\1\ +-\       # folded text with an item in it
        | \ +[^\s>|"'\[{\#][^\n]*\n\1\ +-\                          # text, then an item on the next line
        | \ *\r?\n\1\ +[^\s\-\#][^\n:]*\n(?:\1\ +[^\n:]*\n)*?\1\ +-\  # text that begins on a line of its own
    )""",
    re.MULTILINE | re.VERBOSE,
)
_ITEM_LINE = re.compile(r"^[ \t]*- +(\S+)", re.MULTILINE)
_ENOUGH_WORDS = 3


def may_mislead(text: str) -> bool:
    """Whether the careful look is worth its time."""
    return (" #" in text and _HASH_IN_TEXT.search(text) is not None) or _ITEM_IN_TEXT.search(text) is not None


def find_misreadings(path: str, text: str, root: Node | None) -> Iterator[Diagnostic]:
    """Find values cut short by ` #`, and lists that YAML reads as one paragraph."""
    for route, node in _scalars(root, ()):
        place = Place(None, path)
        for key in route:
            place = place / key
        if node.style == "":
            yield from _find_cut(place, text, node)
        if node.style in ("", ">"):
            yield from _find_folded(place, text, node)


def _scalars(node: Node | None, route: Route) -> Iterator[tuple[Route, ScalarNode]]:
    if isinstance(node, ScalarNode):
        yield route, node
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield from _scalars(item, (*route, index))
    elif isinstance(node, MappingNode):
        for key, value in node.entries:
            yield from _scalars(value, (*route, key.value))


def _find_cut(place: Place, text: str, node: ScalarNode) -> Iterator[Diagnostic]:
    """A # with no space after it, behind a value: a number ("panel #4"), or a word behind a whole phrase."""
    comment = re.match(r"[ \t]+(#(\w)[^\r\n]*)", text[node.end : node.end + 500])
    if comment is None or not node.value:
        return
    reads_on = comment.group(2).isdigit() or len(node.value.split()) >= _ENOUGH_WORDS
    if not reads_on:
        return
    start = node.end + comment.start(1)
    line = f"{node.value} {comment.group(1)}".replace('"', "'")
    shown = f'put quotes round the whole:  "{line}"' if len(line) <= 80 else "put double quotes round the whole text"
    yield (
        Spot(place, region=(start, node.end + comment.end(1)))
        .says(
            "text is cut short at a #, and what follows is left out",
            rule="text-cut-by-hash",
            label="not read",
            fix=f"{shown}, or put a space after the # if it is a comment",
        )
        .at_level(Level.WARNING)
    )


def _find_folded(place: Place, text: str, node: ScalarNode) -> Iterator[Diagnostic]:
    written = text[node.start : node.end]
    folded = [item for item in _ITEM_LINE.finditer(written) if _is_folded(node.value, item.group(1))]
    if not folded or (node.style == "" and "\n" not in written):
        return
    first = folded[0]
    start = node.start + first.start() + len(first.group()) - len(first.group().lstrip())
    end = node.start + first.end()
    others = tuple(
        Related(Spot(place, region=(node.start + item.start(1), node.start + item.end(1))), "and this one")
        for item in folded[1:2]
    )
    key = next((key for key in reversed(place.route) if isinstance(key, str)), "the field")
    yield (
        Spot(place, region=(start, end))
        .says(
            f'the list in "{key}" is read as one paragraph',
            rule="folded-list",
            label="read as part of the text above",
            fix=f"write  {key}: |  and the list below it, or make every line an item",
            related=others,
        )
        .at_level(Level.WARNING)
    )


def _is_folded(value: str, word: str) -> bool:
    return f" - {word}" in value or (value.startswith(f"- {word}") and "\n- " not in value and " - " in value)
