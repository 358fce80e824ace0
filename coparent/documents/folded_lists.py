"""Lists that YAML reads as one paragraph: lines that begin as items do, but are no items of YAML's."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from coparent.documents.lines import end_of_line
from coparent.documents.retyping import LONGEST_RETYPED
from coparent.text.patterns import compile_later

_BULLETS = (
    "\u2022\u2023\u2043\u2219\u25a0\u25a1\u25aa\u25ab\u25ba\u25b8\u25cb\u25cf\u25e6\u27a2\u27a4\u2713\u2714\u00b7"
    "\uf0a7\uf0b7\uf0d8"  # What Word's own bullets become when they are pasted.
)
"""Signs that begin nothing but an item."""

_DASHES = "\u2013\u2014\u2212"
_NUMBER = r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,5})[.)]"
_ITEM = compile_later(
    rf"""^[ \t]*(?P<mark>
        [{_BULLETS}] | -(?=[ \t]+\S) | [-{_DASHES}](?=[^\W\d_]) | [{_DASHES}*o](?=[ \t]) | {_NUMBER}(?=[ \t])
    )[ \t\u00a0]*(?P<word>\S+)""",
    re.MULTILINE | re.VERBOSE,
)
_BULLET = compile_later(f"[{_BULLETS}]")
# A pattern that begins with a line's end is looked for as quickly as the line's end itself.
_MAY_BE_ITEM = compile_later(rf"\n[ \t]*(?:[-{_DASHES}][^\W\d_]|[{_DASHES}*o][ \t]|{_NUMBER}[ \t])")
_BULLETS_IN_A_ROW = compile_later(rf"(?:^|(?<=\s))(?P<mark>[{_BULLETS}])[ \t\u00a0]*(?P<word>\S+)", re.MULTILINE)
_ENOUGH_WORDS = 3
_MOST_ITEMS = 100
"""How many lines of one text are looked at before it is taken for prose."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

Item = re.Match[str]


def may_be_folded(text: str) -> bool:
    """Whether some line of a text may begin an item with anything but a hyphen and a space."""
    has_bullet = not text.isascii() and _BULLET.search(text) is not None
    return has_bullet or "\r" in text or _MAY_BE_ITEM.search(text) is not None


def find_folded_items(value: str, written: str, style: str) -> list[Item]:
    """The lines of a text as written that look like items of a list, where YAML joins them to one paragraph.

    The places in them are counted from the beginning of `written`.
    """
    start, end = find_words(written, style)
    if value and value[0] in _BULLETS and value.find(f" {value[0]}") > 0:
        return list(islice(_BULLETS_IN_A_ROW.finditer(written, start, end), _MOST_ITEMS))
    if "\n" not in written and "\r" not in written:
        return []
    by_sort: dict[str, list[Item]] = {}
    for line in islice(_find_lines(written, start, end), _MOST_ITEMS):
        by_sort.setdefault(_sort_of(line), []).append(line)
    for sort, items in by_sort.items():
        folded = _find_folded(value, items)
        if sort == "number":
            folded = _in_succession(folded)
        if len(folded) > 1 or (folded and _begins_list(sort, folded[0], written[start : folded[0].start()])):
            return folded
    return []


def find_words(written: str, style: str) -> tuple[int, int]:
    """Where the words of a text begin and end, its quotes or the line of its > left out."""
    if style in ("'", '"'):
        return 1, len(written) - 1
    return (written.find("\n") + 1 if style == ">" else 0), len(written)


def _find_lines(written: str, start: int, end: int) -> Iterator[Item]:
    """The lines that begin as items do; one in which a dash is followed by another is part of a sentence."""
    for line in _ITEM.finditer(written, start, end):
        mark = line["mark"]
        if mark not in _DASHES or f" {mark} " not in written[line.end() : end_of_line(written, line.end(), end)]:
            yield line


def _sort_of(item: Item) -> str:
    """What sort of sign an item begins with: those of one list are all of one sort."""
    mark = item["mark"]
    if mark in _BULLETS:
        return "bullet"
    if mark in _DASHES:
        return "dash"
    return mark if mark in "-*o" else "number"


def _find_folded(value: str, items: Sequence[Item]) -> list[Item]:
    """The items that stand behind other words on one line of the value, and one at its beginning that others follow."""
    begins = [item.string[item.start("mark") : item.end("word")] for item in items]
    behind = [value.find(f" {begin}") for begin in begins]
    folded = [item for item, at in zip(items, behind, strict=True) if at > 0 and not value[at - 1].isspace()]
    is_first = bool(folded) and folded[0] is not items[0] and value.startswith(begins[0])
    return [items[0], *folded] if is_first else folded


def _in_succession(items: Sequence[Item]) -> list[Item]:
    """The first items whose numbers follow each other, such as 1. and 2., a) and b), (i) and (ii)."""
    run: list[Item] = []
    for item, following in pairwise(items):
        if _follows(_bare(item["mark"]), _bare(following["mark"])):
            run = [*(run or [item]), following]
        elif run:
            break
    return run or [item for item in items[:1] if _bare(item["mark"]) in ("1", "a", "i")]


def _bare(mark: str) -> str:
    return mark.strip("().").lower()


def _follows(number: str, next_number: str) -> bool:
    if number.isdigit() and next_number.isdigit():
        return int(next_number) == int(number) + 1
    if number in _ROMAN and next_number in _ROMAN and _ROMAN.index(next_number) == _ROMAN.index(number) + 1:
        return True
    return len(number) == len(next_number) == 1 and ord(next_number) == ord(number) + 1


def _begins_list(sort: str, item: Item, before: str) -> bool:
    """Whether a single item is no dash or number at a line's start: it stands below a word or two, or a colon."""
    if sort == "bullet":
        return True
    if item["word"][0].isdigit():
        return False
    words = before.rstrip()
    return words.endswith(":") or 0 < len(words.split()) < _ENOUGH_WORDS


def advise_list(head: str, written: str, style: str, items: Sequence[Item]) -> str:
    """What to type in place of a folded list: a line for each item, below `head`, the line of its field."""
    from coparent.advice import as_yaml  # Most runs meet no such list.

    start, end = find_words(written, style)
    ends = [*(item.start("mark") for item in items[1:]), end]
    texts = [" ".join(written[item.start("word") : stop].split()) for item, stop in zip(items, ends, strict=True)]
    opening = " ".join(written[start : items[0].start("mark")].split())
    if opening:
        lines = [f"{head} |", opening, *(f"- {text}" for text in texts)]
    else:
        lines = [head, *(f"- {as_yaml(text)}" for text in texts)]
    if lines[0] == "-":
        del lines[0]
    shown = "  and  ".join(lines[1:])
    if len(shown) > LONGEST_RETYPED or (style == '"' and "\\" in written):
        return f"write  {lines[0]}  and below it a line for each item, with a hyphen and a space before it"
    return f"write  {lines[0]}  and below it  {shown}"
