"""Dates of birth: a full date beside words that say it is one."""

import re
from collections.abc import Iterator

from coparent.rules.personal_data.joined_text import BREAK, Find, are_joined
from coparent.rules.personal_data.signs import OPENS
from coparent.text.patterns import compile_later

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_DASH = r"\u2010-\u2015\u2212-"
_SEPARATOR = rf"(?:\s{{0,8}}+[./\\_|,:\ufffd{_DASH}]\s{{0,8}}+|\s{{1,8}}+)"
_GAP = rf"[\s./_\ufffd{_DASH}]{{1,8}}+"
_DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
DAY = (
    rf"(?:{_DAY_NUMBER}{_SEPARATOR}(?:0?[1-9]|1[0-2]){_SEPARATOR}(?:{_YEAR}|\d\d)"
    rf"|{_YEAR}{_SEPARATOR}(?:0?[1-9]|1[0-2]){_SEPARATOR}{_DAY_NUMBER}"
    rf"|{_DAY_NUMBER}{_ORDINAL}(?:\s{{1,8}}+of)?(?:{_GAP})?{_MONTH},?(?:{_GAP})?(?:{_YEAR}|(?<=[^\w])'?\d\d)"
    rf"|{_MONTH}\s{{1,8}}+(?:the\s{{1,8}}+)?{_DAY_NUMBER}{_ORDINAL},?\s{{1,8}}+{_YEAR}"
    rf"|(?<!\d)(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:{_YEAR}|\d\d)|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])))"
    r"(?![^\W_])(?![/-]\d)"
)
DATE = compile_later(DAY, re.IGNORECASE)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s{1,8}+)?(?:the\s{1,8}+)?"
NAME = (
    rf"(?:date[\s_{_DASH}]{{0,8}}+of[\s_{_DASH}]{{0,8}}+birth|birth\s{{0,8}}+[{_DASH}]?date|birth\s{{0,8}}+day"
    rf"|D[\s.{_DASH}]{{0,2}}O[\s.{_DASH}]{{0,2}}B(?![A-Za-z])\.?)"
)
_NAMES = r"dates[\s-]{0,8}+of[\s-]{0,8}+birth"
_NO_TOWN = (
    r"(?:and|but|then|who|which|moved|came|was|is|are|were|has|had|since|until|till|from|before|after|or|later|by|for|between"
    r"|to|with|as|when|while|if|not|review(?:ed|s)?|agreed|meets?|starts?|begins?|ends?|opens?|due)"
)
_BEFORE = compile_later(
    rf"{OPENS}(?:{NAME}\s{{0,8}}+(?:\([^){BREAK}]{{0,20}}+\)|(?:of|for)(?:\s{{1,8}}+[\w'\u2019-]{{1,20}}+){{1,4}}(?=\s{{0,8}}[:=(-]|\s{{1,8}}(?:is|was)\b))?"
    r"(?:[\s:=,\"'\u201c(\[\u2010-\u2015|*_-]|\b(?:is|was|of|(?:given|recorded|shown)\s{1,8}as)\b){0,16}"
    r"(?:(?:[^\W\d]\w{0,19}+\s)?[^\W\d]\w{0,19}+:\s{0,8}+)?"
    rf"|{_NAMES}\s{{0,8}}+[:(=\u2013-]\s{{0,8}}"
    r"|(?:his|her|the\s{1,8}+(?:child|boy|girl|young\s{1,8}+person)'s)\s{1,8}+(?:\w{1,20}+\s{1,8}+)?birthday"
    r"(?:[\s:,(]|\b(?:is|was|on|falls)\b){1,9}"
    r"|(?P<born>born\b)(?:\s{1,8}+(?:prematurely|early|late|deaf|blind|abroad|here|healthy|safely|at\s{1,8}+home))?+"
    rf"(?:[\s,(]{{1,8}}+(?:in|at|near)(?:[\s,]{{1,8}}+(?!{_NO_TOWN}\b)[^\W\d][\w'\u2019.-]{{0,20}}+){{1,5}}?)?"
    rf"[\s,:(*]{{0,8}}(?:on\s{{1,8}})?){_WEEKDAY}\Z",
    re.IGNORECASE,
)
_AFTER = compile_later(
    rf"\s{{0,8}}+[(\[]\s{{0,8}}+{OPENS}{NAME}|\s{{1,8}}+(?:is|was)\s{{1,8}}+(?:the|his|her|their|the\s{{1,8}}+child's)\s{{1,8}}+{NAME}"
    rf"|\s{{2,8}}+{NAME}\s{{0,8}}+(?:{BREAK}|\Z)",
    re.IGNORECASE,
)

_COHORT_AFTER = compile_later(
    r"[\s,]{0,8}+(?:(?:or|and)\s{1,8}+(?:later|after|before|earlier|onwards?|since)\b|onwards?\b|(?:to|until|[\u2013-])\s{0,8}+(?:the\s{1,8}+)?"
    + DAY
    + ")",
    re.IGNORECASE,
)
_WORD = (
    r"(?!(?:he|she|an?|one|boy|girl|child|son|daughter|brother|sister|baby|whose|mother|father)\b)[\w'\u2019-]{1,40}+"
)
_COHORT_BEFORE = compile_later(
    r"(?<![^\W_])(?:(?:children|babies|people|pupils|students|learners|boys|girls|leavers|those|anyone|everyone|cohorts?)"
    rf"(?:\s{{1,8}}+{_WORD}){{0,4}}"
    r"|(?:each|every|any|all|no)\s{1,8}+(?:\w{1,40}+\s{1,8}+){0,2}(?:child|baby|pupil|person|student|learner|boy|girl))"
    r"(?:\s{1,8}+who\s{1,8}+(?:is|was))?,?\s{0,8}\Z",
    re.IGNORECASE,
)
_FEW = compile_later(r"(?<![^\W_])(?:one|two|three|four|five|[1-5])\s{1,8}+(?:\w{1,40}+\s{1,8}+){0,2}\Z", re.IGNORECASE)
_THINGS = (
    r"(?:service|charter|idea|project|group|campaign|network|pledge|programme|partnership|strategy|offer|scheme|trust|team|panel"
    r"|council|forum|board|plan|club|centre|charity)"
)
_NO_PERSON = compile_later(
    rf"{OPENS}{_THINGS}\s{{0,8}}+,?\s{{0,8}}\Z"
    rf"|{OPENS}(?:{_THINGS}|it)\s{{1,8}}+(?:was|were|is|that\s{{1,8}}+was|which\s{{1,8}}+was)(?:\s{{1,8}}+\w{{1,40}}+)?\s{{0,8}}\Z",
    re.IGNORECASE,
)
_REACH = 110


def find_births(text: str) -> Iterator[Find]:
    """Find every date of birth in a joined text."""
    last_end = -1
    for found in DATE.finditer(text):
        start, end = found.span()
        is_next = last_end >= 0 and are_joined(text, last_end, start)
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
