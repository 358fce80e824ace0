"""Numbers as people write them: with signs, commas and words for thousands, and words for a figure that is hidden."""

import re
import unicodedata
from decimal import Decimal

from coparent.text.patterns import compile_later

_TIMES = {"k": 1_000, "thousand": 1_000, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_AMOUNT = compile_later(
    r"(-?)£? ?(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)? ?(k|thousand|mn|m|million|bn|billion)? ?(%|per ?cent|pounds)?"
)
_ONE_IN = compile_later(r"(\d+) (?:in|out of) (?:every )?(\d+)")
_RANGE = compile_later(r"£? ?[\d.,]+ ?[a-z]*%? ?(?:-|to|\u2013) ?£? ?[\d.,]+ ?[a-z]*%?")
_FEWER = compile_later(r"(?:<|\u2264|<=|less than|fewer than|under|below) ?\d+")

_SUPPRESSED = frozenset(("*", "c", "s", "supp", "suppressed", "withheld"))
_NOT_AVAILABLE = frozenset(
    (
        "", "..", "n/a", "na", "nk", "no data", "no figure", "not applicable", "not available", "not collected",
        "not known", "not yet available", "not yet known", "tba", "tbc", "tbd", "to be confirmed", "unavailable",
        "unknown", "z",
    )
)  # fmt: skip
_EITHER = {"x": ("suppressed", "not-available"), "none": ("0", "not-available"), "nil": ("0",), "zero": ("0",)}
_MOST_DIGITS = 15
"""How many digits an amount may have: with more a number no longer holds them exactly."""
NOTHING_WORDS = _NOT_AVAILABLE | {"none"}
"""What people write where there is nothing to write."""


def read_number(written: str, *, is_share: bool = True) -> str | None:
    """The plain number that was written, as it is typed; a per cent sign is read only where it `is_share`.

    >>> read_number("£1.2m"), read_number("12 500"), read_number("45%"), read_number("£10-20k")
    ('1200000', '12500', '45', None)
    """
    text = _fold(written).rstrip(".")
    if sum(map(str.isdigit, text)) > _MOST_DIGITS:
        return None
    one_in = _ONE_IN.fullmatch(text)
    if one_in is not None and is_share and int(one_in[2]):
        return _plain(Decimal(one_in[1]) * 100 / Decimal(one_in[2]))
    found = _AMOUNT.fullmatch(text)
    if found is None or ((found[5] or "pounds") != "pounds" and not is_share):
        return None
    whole = re.sub(r"[, ]", "", found[2])
    return _plain(Decimal(f"{found[1]}{whole}{found[3] or ''}") * _TIMES.get(found[4] or "", 1))


def is_range(written: str) -> bool:
    """Whether two numbers were written, from one to the other."""
    return _RANGE.fullmatch(_fold(written)) is not None


def words_for_no_figure(written: str) -> tuple[str, ...]:
    """What a reading says in place of a figure that is hidden, or not there; the likeliest first."""
    text = _fold(written).strip("[](). ")
    if text in _SUPPRESSED or _FEWER.fullmatch(text):
        return ("suppressed",)
    return ("not-available",) if text.strip("-\u2013\u2014:") in _NOT_AVAILABLE else _EITHER.get(text, ())


def says_nothing(written: str) -> bool:
    """Whether these are words for nothing at all: none, n/a, a dash."""
    return _fold(written).strip("[](). -\u2013\u2014:") in NOTHING_WORDS


def _fold(written: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", written).casefold().split())


def _plain(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if number % 1 else str(int(number))
