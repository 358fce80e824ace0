"""Names that differ so little that one thing is most likely meant by both."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from coparent.text.patterns import compile_later

MOST_LETTERS = 100
"""Names of more letters are sentences, and compared only but for capitals, spaces and signs."""
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
    for pair in """
    border/boarder carer/career carers/careers casual/causal contact/contract contacts/contracts county/country
    district/distinct founder/funder founders/funders funding/finding hearing/heating lasting/listing
    leader/leaver leaders/leavers leading/lending learning/leaning living/loving mediation/medication
    parent/patent parents/patents planning/planting present/prevent protection/projection section/sector
    statue/statute talking/taking tracing/trading tracking/tricking training/trailing
    """.split()  # noqa: SIM905 - as above.
)


class Alike(NamedTuple):
    """A name, and the one that is most likely meant: the more usual of the two, else the earlier."""

    name: str
    meant: str


_Words: TypeAlias = tuple[str, ...]


def find_alike(names: Mapping[str, int]) -> Iterator[Alike]:
    """The names that are nearly the same as another; `names` says how often each is used, in the order of first use.

    Nearly the same is: but for capitals, "&", hyphens, spaces and full stops, or but for one letter inside a long
    word, or an "s" at its end. Each name comes once, and the time taken grows as their number does.

    >>> [*find_alike({"Early help": 3, "Early Help": 1, "Team 1": 1, "Team 2": 1, "North hub": 1, "South hub": 1})]
    [Alike(name='Early Help', meant='Early help')]
    """
    if len(names) < 2:
        return
    by_spelling: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: -names[name]):
        by_spelling[_join(_split(name))].append(name)
    for usual, *others in by_spelling.values():
        for name in others:
            yield Alike(name, usual)
    yield from _find_slips([usual for usual, *_ in by_spelling.values()])


def _find_slips(names: Sequence[str]) -> Iterator[Alike]:
    """The names, the most usual first, that are one letter of a long word away from an earlier one."""
    by_form: dict[_Words, str] = {}
    for name in names:
        words = _split(name)
        forms = (words, *_leave_out_letters(words))
        earlier = (by_form[form] for form in forms if form in by_form)
        meant = next((other for other in earlier if _is_slip(words, _split(other))), None)
        if meant is not None:
            yield Alike(name, meant)
        for form in forms:
            by_form.setdefault(form, name)


def _is_slip(words: _Words, others: _Words) -> bool:
    """Whether two names of as many words differ in just one, long enough, that is not another word of its own."""
    differing = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(differing) != 1:
        return False
    return frozenset(differing[0]) not in _BOTH_MEANT and max(map(len, differing[0])) >= LEAST_LETTERS


_BETWEEN_WORDS = compile_later(r"[\W_]+")
_LEFT_OUT = str.maketrans(dict.fromkeys("'.\N{RIGHT SINGLE QUOTATION MARK}"))


@lru_cache(maxsize=1024)  # Most plans have the same roles and headings.
def _split(name: str) -> _Words:
    plain = name.casefold().replace("&", " and ").translate(_LEFT_OUT)
    return tuple(filter(None, _BETWEEN_WORDS.split(plain)))


def _join(words: _Words) -> str:
    """The words run together, with a space only between two numbers."""
    joined = ""
    for word in words:
        joined += f" {word}" if joined[-1:].isdigit() and word[0].isdigit() else word
    return joined


@lru_cache(maxsize=1024)
def _leave_out_letters(words: _Words) -> tuple[_Words, ...]:
    """The name with each letter inside a long word left out or replaced by "?", and without an "s" at the word's end.

    A first letter makes another word (mental and dental), and a last one another form of it (trainee and trained).
    """
    names: list[_Words] = []
    if sum(map(len, words)) > MOST_LETTERS:
        return ()
    for place, word in enumerate(words):
        if len(word) < LEAST_LETTERS or not word.isalpha() or word in _DIRECTIONS:
            continue
        forms = [f"{word[:at]}{gap}{word[at + 1 :]}" for at in range(1, len(word) - 1) for gap in ("", "?")]
        if word.endswith("s") and not word.endswith("ss"):
            forms.append(word[:-1])
        names += [(*words[:place], form, *words[place + 1 :]) for form in forms]
    return tuple(names)
