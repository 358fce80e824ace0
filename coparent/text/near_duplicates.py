"""Names that differ so little that one thing is most likely meant by both."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

LEAST_LETTERS = 6
"""How long a word must be before one letter of it counts as a slip of the pen."""

_DIRECTIONS = frozenset(
    """
    north northern northeast northwest south southern southeast southwest east eastern west western central inner
    outer upper lower
    """.split()  # noqa: SIM905 - a list of words reads better as one.
)

# Words of this field that differ by one letter inside and are both meant.
_BOTH_MEANT = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "border/boarder",
        "carer/career",
        "carers/careers",
        "casual/causal",
        "contact/contract",
        "contacts/contracts",
        "county/country",
        "district/distinct",
        "founder/funder",
        "founders/funders",
        "funding/finding",
        "hearing/heating",
        "lasting/listing",
        "leader/leaver",
        "leaders/leavers",
        "leading/lending",
        "learning/leaning",
        "living/loving",
        "mediation/medication",
        "parent/patent",
        "parents/patents",
        "planning/planting",
        "present/prevent",
        "protection/projection",
        "section/sector",
        "statue/statute",
        "talking/taking",
        "tracing/trading",
        "tracking/tricking",
        "training/trailing",
    )
)


class Alike(NamedTuple):
    """A name, and the one it is most likely meant to be: the more usual of the two, else the earlier."""

    name: str
    kept: str


def find_alike(names: Mapping[str, int]) -> Iterator[Alike]:
    """The names that are nearly the same as another; `names` says how often each is used, in the order of first use.

    Nearly the same is: but for capitals, "&", hyphens, spaces and full stops, or but for one letter inside a long
    word, or an "s" at its end. Each name is told once, and the time taken grows as their number does.

    >>> [*find_alike({"Early help": 3, "Early Help": 1, "Team 1": 1, "Team 2": 1, "North hub": 1, "South hub": 1})]
    [Alike(name='Early Help', kept='Early help')]
    """
    if len(names) < 2:
        return
    order = {name: (-count, place) for place, (name, count) in enumerate(names.items())}
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in names:
        spellings["".join(_joined(_words(name)))].append(name)
    kept = []
    for same in spellings.values():
        same.sort(key=order.__getitem__)
        kept.append(same[0])
        for name in same[1:]:
            yield Alike(name, same[0])
    kept.sort(key=order.__getitem__)
    yield from _find_slips(kept)


def _find_slips(names: Sequence[str]) -> Iterator[Alike]:
    """The names, the most usual first, that are one letter of a long word away from an earlier one."""
    seen: dict[tuple[str, ...], str] = {}
    for name in names:
        words = _words(name)
        forms = [words, *_with_a_gap(words)]
        other = next((seen[form] for form in forms if form in seen and _is_slip(words, _words(seen[form]))), None)
        if other is not None:
            yield Alike(name, other)
        for form in forms:
            seen.setdefault(form, name)


def _is_slip(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names of as many words differ in just one, long enough, that is not another word of its own."""
    differing = [(one, other) for one, other in zip(words, others, strict=False) if one != other]
    if len(words) != len(others) or len(differing) != 1:
        return False
    return frozenset(differing[0]) not in _BOTH_MEANT and max(map(len, differing[0])) >= LEAST_LETTERS


@cache
def _between_words() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    plain = name.casefold().replace("&", " and ")
    for sign in ("'", "\N{RIGHT SINGLE QUOTATION MARK}", "."):
        plain = plain.replace(sign, "")
    return tuple(word for word in _between_words().split(plain) if word)


def _joined(words: Sequence[str]) -> Iterator[str]:
    """The words to be run together, with a space between two numbers."""
    before = ""
    for word in words:
        yield " " if before[-1:].isdigit() and word[0].isdigit() else ""
        yield word
        before = word


@lru_cache(maxsize=1024)
def _with_a_gap(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The name with one letter inside a long word left out or blotted out, or without the "s" at its end.

    A first letter makes another word (mental and dental), and a last one another form of it (trainee and trained).
    """
    forms = []
    for place, word in enumerate(words):
        if len(word) < LEAST_LETTERS or not word.isalpha() or word in _DIRECTIONS:
            continue
        gaps = [f"{word[:at]}{gap}{word[at + 1 :]}" for at in range(1, len(word) - 1) for gap in ("", "?")]
        gaps += [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []
        forms += [(*words[:place], gap, *words[place + 1 :]) for gap in gaps]
    return tuple(forms)
