"""Numbers that belong to one person, known by a checksum or a fixed form together with the words beside them."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from coparent.rules.personal_data.joined_text import BREAK, ONLY_JOINED, Find
from coparent.text.patterns import compile_later

_LABELS = compile_later(
    r"""(?<![^\W_])(?:
      (?P<nhs>N\.?H\.?S\.?[\s_-]*(?:numbers?|nos?\b|nums?\b|ids?\b|\#))
    | (?P<upn>UPNs?|(?:unique\s+)?pupil\s+(?:reference\s+)?(?:numbers?|nos?|ids?))
    | (?P<uln>ULNs?|(?:unique\s+)?learner\s+(?:reference\s+)?(?:numbers?|nos?|ids?|refs?))
    | (?P<nino>NINOs?|NI(?=\s*[:=\#])|N\.?I\.?\s*(?:numbers?|nos?)|national\s+insurance(?:\s+(?:numbers?|nos?))?)
    | (?P<near>NHS)
    | (?P<beside>patient|pupil|learner|student|child|young\s+person|boy|girl|baby)
    | (?P<other>orders?|P\.?O\.?|invoices?|UPRNs?|propert(?:y|ies)|accounts?|a/c|budgets?|cost\s+cent(?:re|er)s?
        |contracts?|tenders?|grants?|ledgers?|codes?|barcodes?|ISBN|ISSN|DOI|charit(?:y|ies)|compan(?:y|ies)
        |regist(?:ered|ration)|licen[cs]es?|VAT|UTR|assets?|serial|batch|tickets?|meters?|MPAN|MPRN|phones?|telephone
        |tel|mobile|call|ring|fax|text|helpline|references?|refs?|papers?|minutes?|items?|versions?|grid|cases?\s*(?:numbers?|nos?|ids?)|policy)
    )(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
_GAP = "[ \u00a0\u2007\u202f]{1,14}|[-\u2010\u2011\u2013]"
_TEN = compile_later(
    r"(?<![^\W_])(?<!\d[.,])(?<![£$€])(?<![£$€][ ])"
    rf"(?:\d{{10}}|(?<!\d[ /-])(?<![+/])\d(?:(?:{_GAP})?\d){{9}}(?![ -]\d))"
    r"(?![^\W_])(?![.,]\d)"
)
_SPACED = compile_later(r"(?:[3467]\d\d|999)([^\d])\d{3}\1\d{4}")
_UPN = compile_later(
    rf"(?<![^\W_])[A-HJ-NP-RT-Z](?:{_GAP})?\d(?:(?:{_GAP})?\d){{10}}(?:{_GAP})?[\dA-HJ-NP-RT-Z](?![^\W_])",
    re.IGNORECASE,
)
_NINO = compile_later(
    rf"(?<![^\W_])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:{_GAP})?"
    rf"\d\d(?:{_GAP})?\d\d(?:{_GAP})?\d\d(?:{_GAP})?[A-D](?![^\W_])",
    re.IGNORECASE,
)

_NINO_IN_PAIRS = compile_later(r"[A-Z]{2}\D\d\d\D\d\d\D\d\d\D[A-D]")
_SENTENCE_ENDS = compile_later(rf"[;!?£$€%{BREAK}]|(?<=\w)\.\s")
_FOLLOWS = compile_later(
    r"[\s(\[,:=-]{0,4}(?:(?:is|was|as)\s+)?(?:(?:the|an?|his|her|their|child's|pupil's)\s+){0,2}", re.IGNORECASE
)
_REACH = 40
_BESIDE = 4
_LONGEST = 30


def find_numbers(text: str) -> Iterator[Find]:
    """Find every number of a person in a joined text."""
    yield from _find(_TEN, _judge_ten, text)
    yield from _find(_UPN, _judge_upn, text)
    yield from _find(_NINO, _judge_nino, text)


def _find(pattern: re.Pattern[str], judge: Callable[[str, str], str], text: str) -> Iterator[Find]:
    """Find what a pattern matches and a judge confirms, by its label or that of the list it stands in."""
    candidates = list(pattern.finditer(text))
    kinds = [_kind_by_label(text, *candidate.span()) for candidate in candidates]
    neighbours = list(pairwise(range(len(candidates))))
    for known, unknown in [*neighbours, *((after, before) for before, after in reversed(neighbours))]:
        if kinds[known] and not kinds[unknown]:
            first, last = sorted((known, unknown))
            between = ONLY_JOINED.fullmatch(text, candidates[first].end(), candidates[last].start())
            kinds[unknown] = kinds[known] if between else ""
    for candidate, kind in zip(candidates, kinds, strict=True):
        what = judge(candidate.group(), kind)
        if what:
            yield Find(*candidate.span(), what)


def _kind_by_label(text: str, start: int, end: int) -> str:
    """What the nearest word says that the characters from `start` to `end` are; nothing if no word is near."""
    for label in reversed(list(_LABELS.finditer(text, max(0, start - _REACH - _LONGEST), start))):
        between = text[label.end() : start]
        if label.lastgroup in ("beside", "near"):
            is_near = len(between) <= _BESIDE and not re.search(rf"[\w{BREAK}]", between)
        else:
            is_near = len(between) <= _REACH and not _SENTENCE_ENDS.search(between)
        if is_near:
            return label.lastgroup or ""
    follows = _FOLLOWS.match(text, end)
    after = _LABELS.match(text, follows.end()) if follows else None
    return (after.lastgroup or "") if after is not None else ""


def _judge_ten(written: str, kind: str) -> str:
    """Judge ten digits: of random ones 9 in 100 pass as an NHS number and 8 as a learner number, so a word must say."""
    if kind in ("other", "nino") or not (kind or _SPACED.fullmatch(written)):
        return ""
    from stdnum.gb import nhs  # Most files hold no candidate.

    digits = re.sub(r"\D", "", written)
    if kind != "uln" and nhs.is_valid(digits) and len(set(digits)) > 1:
        return "an NHS number"
    if kind in ("uln", "upn", "beside") and _is_learner_number(digits):
        return "a Unique Learner Number"
    return ""


def _is_learner_number(digits: str) -> bool:
    """Ten times the first digit, nine times the second and so on, in all 10 more than a multiple of 11."""
    return (
        digits[0] != "0"
        and sum(weight * int(digit) for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 10
    )


def _judge_upn(written: str, kind: str) -> str:
    """Judge a pupil number by its check letter; with no word beside it, by its local authority too."""
    from stdnum.gb import upn

    number = re.sub(r"[\W_]", "", written).upper()
    if kind in ("upn", "uln", "nhs", "beside"):
        is_valid = upn.calc_check_digit(number[1:]) == number[0]
    else:
        is_valid = not kind and number in written and upn.is_valid(number)
    return "a Unique Pupil Number" if is_valid else ""


def _judge_nino(written: str, kind: str) -> str:
    """Judge what has no checksum: a word must say what it is, or its spaces must, in pairs as on a payslip."""
    if kind in ("nino", "beside") or (not kind and _NINO_IN_PAIRS.fullmatch(written)):
        return "a National Insurance number"
    return ""
