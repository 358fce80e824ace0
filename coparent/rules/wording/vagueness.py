"""Words of a title that promise nothing, and what makes up for them."""

import re

_OPENINGS = (
    "explore", "consider", "continue", "support", "promote", "ensure", "seek", "aim", "look at", "work with",
    "raise awareness", "monitor", "review", "develop", "embed", "improve", "strengthen", "facilitate",
)  # fmt: skip
_FIRST_WORDS = frozenset(opening.split()[0] for opening in _OPENINGS)


def _continuous(opening: str) -> str:
    """The form in -ing, in which some councils write their titles."""
    first, *rest = opening.split()
    return " ".join([first.removesuffix("e") + "ing", *rest])


_VAGUE = re.compile(rf"\s*({'|'.join([*_OPENINGS, *map(_continuous, _OPENINGS)])})(?![^\W_])", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|(?<![^\W_])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
    r"|thousand|half|third|quarter|double|twice)(?![^\W_])",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)20\d\d(?!\d)|\d\d?/\d\d?/\d\d|(?<![^\W_])(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|spring|summer|autumn|winter)\s+(?:term\s+)?'?\d\d"
)


def find_vague_opening(title: str) -> tuple[int, int] | None:
    """The characters of a title's opening that says nothing anybody could see done."""
    first = title[:20].lower().split(None, 1)[:1]
    if not first or (first[0] not in _FIRST_WORDS and not first[0].endswith("ing")):
        return None
    found = _VAGUE.match(title)
    return found.span(1) if found else None


def has_number(title: str) -> bool:
    """Whether a title says how many."""
    return _NUMBER.search(title) is not None


def has_date(text: str) -> bool:
    """Whether a text says when."""
    return _DATE.search(text) is not None
