"""Numbers that belong to one person, known by a checksum or a fixed form together with the words beside them."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from coparent.rules.personal_data.joined_text import BREAK, Find, are_joined
from coparent.rules.personal_data.signs import CLOSES, GAP, OPENS
from coparent.text.patterns import compile_later

_NUMBER = r"(?:numbers?|nos?\b|nums?\b|ids?\b|refs?\b|references?|\#)"
_LABELS = compile_later(
    rf"""{OPENS}(?:
      (?P<nhs>N[.\s]?H[.\s]?S\.?[\s_-]{{0,8}}+{_NUMBER})
    | (?P<upn>UPNs?(?:\s{{1,8}}+(?:numbers?|nos?|refs?))?
        |(?:unique\s{{1,8}}+)?pupil\s{{1,8}}+(?:reference\s{{1,8}}+)?(?:numbers?|nos?|ids?|refs?))
    | (?P<uln>ULNs?(?:\s{{1,8}}+(?:numbers?|nos?|refs?))?
        |(?:unique\s{{1,8}}+)?learner\s{{1,8}}+(?:reference\s{{1,8}}+)?(?:numbers?|nos?|ids?|refs?))
    | (?P<nino>NINOs?(?:\s{{1,8}}+(?:numbers?|nos?|refs?))?
        |NI(?=\s{{0,8}}+[:=\#])|N\.?I\.?\s{{0,8}}+(?:numbers?|nos?|nums?|refs?|\#)
        |national\s{{1,8}}+insurance(?:\s{{1,8}}+(?:numbers?|nos?|nums?|refs?|\#))?)
    | (?P<near_nino>N\.?I\.?)
    | (?P<near>N[.]?H[.]?S)
    | (?P<beside>patient|pupil|learner|student|child|young\s{{1,8}}+person|boy|girl|baby)
    | (?P<other>orders?|P\.?O\.?|invoices?|UPRNs?|propert(?:y|ies)|accounts?|a/c|budgets?|cost\s{{1,8}}+cent(?:re|er)s?
        |contracts?|tenders?|grants?|ledgers?|codes?|barcodes?|ISBN|ISSN|DOI|charit(?:y|ies)|compan(?:y|ies)
        |regist(?:ered|ration)|licen[cs]es?|VAT|UTR|assets?|serial|batch|tickets?|meters?|MPAN|MPRN|phones?|telephone
        |tel|mobile|call|ring|fax|text|helpline|references?|refs?|papers?|minutes?|items?|versions?|grid
        |cases?\s{{0,8}}+(?:numbers?|nos?|ids?)|policy)
    ){CLOSES}""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS = compile_later(r"\d")
_TEN = compile_later(
    rf"{OPENS}(?<!\d[.,])(?<![£$€])(?<![£$€][ ])"
    rf"(?:\d{{10}}|(?<!\d[ /-])(?<![+/])\d{{3}}{GAP}\d{{3}}{GAP}\d{{4}}(?![ -]\d{{3}})"
    rf"|(?<!\d[ /-])(?<![+/])\d(?:{GAP}?+\d){{9}}(?![ -]\d)){CLOSES}(?![.,]\d)"
)
_SPACED = compile_later(r"(?:[3467]\d\d|999)([ \u2010-\u2013-])\d{3}\1\d{4}")
_UPN = compile_later(
    rf"{OPENS}[A-HJ-NP-RT-Z]{GAP}?+\d(?:{GAP}?+\d){{10}}{GAP}?+[\dA-HJ-NP-RT-Z]{CLOSES}", re.IGNORECASE
)
_NINO = compile_later(
    rf"{OPENS}(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z]{GAP}?+[A-CEGHJ-NPR-TW-Z](?:{GAP}?+\d){{6}}{GAP}?+[A-D]{CLOSES}",
    re.IGNORECASE,
)

_NINO_IN_PAIRS = compile_later(r"[A-Z]{2}\D\d\d\D\d\d\D\d\d\D[A-D]")
_SENTENCE_ENDS = compile_later(rf"[;!?£$€%{BREAK}]|(?<=\w)\.\s")
_FOLLOWS = compile_later(
    r"[\s(\[,:=-]{0,8}+(?:(?:is|was|as)\s{1,8}+)?+(?:(?:the|an?|his|her|their|child's|pupil's)\s{1,8}+){0,2}+",
    re.IGNORECASE,
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
            if are_joined(text, candidates[first].end(), candidates[last].start()):
                kinds[unknown] = kinds[known]
    for candidate, kind in zip(candidates, kinds, strict=True):
        what = judge(candidate.group(), kind)
        if what:
            yield Find(*candidate.span(), what)


def _kind_by_label(text: str, start: int, end: int) -> str:
    """What the nearest word says that the characters from `start` to `end` are; nothing if no word is near."""
    for label in reversed(list(_LABELS.finditer(text, max(0, start - _REACH - _LONGEST), start))):
        between = text[label.end() : start]
        if label.lastgroup in ("beside", "near", "near_nino"):
            is_near = len(between) <= _BESIDE and not re.search(rf"[\w{BREAK}]", between)
        else:
            is_near = len(between) <= _REACH and not _SENTENCE_ENDS.search(between)
        if is_near:
            return _kind_of(label)
    follows = _FOLLOWS.match(text, end)
    after = _LABELS.match(text, follows.end()) if follows else None
    return _kind_of(after) if after is not None else ""


def _kind_of(label: re.Match[str]) -> str:
    """What a label says; NI alone says it only right beside a number."""
    return (label.lastgroup or "").removeprefix("near_")


def _judge_ten(written: str, kind: str) -> str:
    """Judge ten digits: of random ones 9 in 100 pass as an NHS number and 8 as a learner number, so a word must say."""
    if kind in ("other", "nino") or not (kind or _SPACED.fullmatch(written)):
        return ""
    from stdnum.gb import nhs  # Most files hold no candidate.

    digits = "".join(_DIGITS.findall(written))
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
