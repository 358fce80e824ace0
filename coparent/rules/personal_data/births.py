"""Dates of birth: a full date beside words that say it is one."""

import re
from collections.abc import Iterator

from coparent.rules.personal_data.joined_text import BREAK, ONLY_JOINED, Find
from coparent.text.patterns import compile_later

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = (
    rf"(?:(?:0?[1-9]|[12]\d|3[01])(?P<sep>[./\s-])(?:0?[1-9]|1[0-2])(?P=sep)(?:(?:19|20)\d\d|\d\d)"
    rf"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|(?:0?[1-9]|[12]\d|3[01]){_ORDINAL}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?:(?:19|20)\d\d|'?\d\d)"
    rf"|{_MONTH}\s+(?:0?[1-9]|[12]\d|3[01]){_ORDINAL},?\s+(?:19|20)\d\d)(?![^\W_])(?![/-]\d)"
)
DATE = compile_later(_DAY, re.IGNORECASE)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?"
_NAME = r"(?<![^\W_])(?:date[\s-]*of[\s-]*birth|birth\s*-?date|D\.?\s?O\.?\s?B(?![A-Za-z])\.?)"
_NAMES = r"(?<![^\W_])dates[\s-]*of[\s-]*birth"
_BEFORE = compile_later(
    rf"(?:{_NAME}\s*(?:\([^){BREAK}]{{0,20}}\))?"
    r"(?:[\s:=,\"'\u201c(\[\u2013-]|\b(?:is|was|of|(?:given|recorded|shown)\s+as)\b){0,9}"
    rf"|{_NAMES}\s*[:(=\u2013-]\s*"
    r"|(?<![^\W_])(?:his|her|the\s+(?:child|boy|girl|young\s+person)'s)\s+(?:\w+\s+)?birthday"
    r"(?:[\s:,(]|\b(?:is|was|on|falls)\b){1,6}"
    rf"|(?P<born>(?<![^\W_])born\b)[\s,:(]*(?:on\s+)?){_WEEKDAY}\Z",
    re.IGNORECASE,
)
_AFTER = compile_later(
    rf"\s*[(\[]\s*{_NAME}|\s+(?:is|was)\s+(?:the|his|her|their|the\s+child's)\s+{_NAME}|\s{{2,}}{_NAME}\s*(?:{BREAK}|\Z)",
    re.IGNORECASE,
)

_COHORT_AFTER = compile_later(
    r"[\s,]*(?:(?:or|and)\s+(?:later|after|before|earlier|onwards?|since)\b|onwards?\b|(?:to|until|[\u2013-])\s*(?:the\s+)?"
    + _DAY
    + ")",
    re.IGNORECASE,
)
_WORD = r"(?!(?:he|she|an?|one|boy|girl|child|son|daughter|brother|sister|baby|whose|mother|father)\b)[\w'\u2019-]+"
_COHORT_BEFORE = compile_later(
    r"(?<![^\W_])(?:(?:children|babies|people|pupils|students|learners|boys|girls|leavers|those|anyone|everyone|cohorts?)"
    rf"(?:\s+{_WORD}){{0,4}}"
    r"|(?:each|every|any|all|no)\s+(?:\w+\s+){0,2}(?:child|baby|pupil|person|student|learner|boy|girl))"
    r"(?:\s+who\s+(?:is|was))?,?\s*\Z",
    re.IGNORECASE,
)
_FEW = compile_later(r"(?<![^\W_])(?:one|two|three|four|five|[1-5])\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_NO_PERSON = compile_later(
    r"(?<![^\W_])(?:idea|charter|pledge|project|campaign|scheme|offer|programme|strategy)\s*,?\s*\Z"
    r"|(?<![^\W_])(?:service|charter|idea|project|group|campaign|network|pledge|programme|partnership|strategy|offer|scheme"
    r"|trust|team|panel|council|forum|board|plan|club|centre|charity|it)\s+(?:was|were|is|that\s+was|which\s+was)"
    r"(?:\s+\w+)?\s*\Z",
    re.IGNORECASE,
)
_REACH = 70


def find_births(text: str) -> Iterator[Find]:
    """Find every date of birth in a joined text."""
    last_end = -1
    for found in DATE.finditer(text):
        start, end = found.span()
        is_next = last_end >= 0 and ONLY_JOINED.fullmatch(text, last_end, start) is not None
        if is_next or _is_birth(text, start, end):
            last_end = end
            yield Find(start, end, "a date of birth")


def _is_birth(text: str, start: int, end: int) -> bool:
    window = max(0, start - _REACH)
    before = _BEFORE.search(text, window, start)
    if before is not None:
        return not before["born"] or not _is_cohort(text, before.start(), end)
    return _AFTER.match(text, end) is not None


def _is_cohort(text: str, start: int, end: int) -> bool:
    """Whether the date after "born" bounds a group of people, or is that of something that is no person."""
    if _COHORT_AFTER.match(text, end):
        return True
    clause = re.split(rf"[.;!?{BREAK}]", text[max(0, start - _REACH) : start])[-1]
    if _NO_PERSON.search(clause):
        return True
    group = _COHORT_BEFORE.search(clause)
    return group is not None and not _FEW.search(clause[: group.start()])
