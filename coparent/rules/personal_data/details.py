"""Descriptions so close that others may know which child is meant."""

import re
from collections.abc import Iterator

from coparent.rules.personal_data.joined_text import BREAK, Find
from coparent.text.patterns import compile_later

_ONE_CHILD = (
    r"(?:child|boy|girl|baby|toddler|teenager|young\s+(?:person|man|woman|mum|dad|parent)|pupil|student|learner|son|daughter"
    r"|brother|sister|twin|care\s+leaver|sibling)"
)
INITIAL = compile_later(
    r"(?<![^\W_])(?:[Cc]hild|[Yy]oung\s+[Pp]erson|Baby|Boy|Girl|Pupil)\s+[A-HJ-Z](?![^\W_])"
    r"(?!\s*[&/]|[-+]|\s+(?:of|level|grade|to\s+[A-Z]\b)|\.[A-Z])"
)
_PLURAL = (
    r"(?:\w+s|Children|People|All|Anyone|Everyone|Everybody|Any|Every|Each|Some|Only|If|When|And|Or|For|Women|Men|Was|But"
    r"|Now)"
)
_AGED = compile_later(
    rf"(?<![^\W_])(?:(?i:an?|one|the|this|that|our|another|his|her|their)\s+(?:[\w-]+\s+){{0,2}}{_ONE_CHILD}"
    rf"|(?!{_PLURAL}(?![^\W_]))[A-Z][a-z]*)"
    r"(?:\s*,?\s*\(?(?:who\s+(?:is|was)\s+)?aged|,\s*age)\s+(?:just\s+|only\s+)?"
    r"(?:\d{1,2}|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![^\W_])"
    r"(?!\s*\+|\s*(?:to|or|and|[\u2013/-]|,(?=\s*\d))\s*(?:\d|over|under|above|below|older|younger|more|less|a\s+half))"
)
_YEAR_OLD = compile_later(
    r"(?<![^\W_])(?i:an?|one|the|this|that|our|another)\s+(?:\d{1,2}|[a-z]+)[\s-]year[\s-]old"
    rf"(?:\s+(?:[\w-]+\s+){{0,2}}{_ONE_CHILD}(?![^\W_])|(?=\s*[,(])|(?=\s+(?:who|at|from|in)\b))"
)
_GENERIC = compile_later(r"(?<![^\W_])(?:if|where|whenever|any|every|each|should)(?![^\W_])", re.IGNORECASE)
_PLACE = compile_later(
    r"(?<![^\W_])(?i:in|from|at|near|attends)\s+(?!(?:Essex|England|Britain|Wales|Scotland|Europe|UK|Key|Year|Care|January"
    r"|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Q[1-4]"
    r"|A|I|CAMHS|PEPs?|EHC|NHS|GCSEs?|Ofsted)(?![^\W_]))[A-Z][\w'\u2019-]+"
    r"|(?<![^\W_])(?:[A-Z][\w'\u2019.-]*\s+){1,4}"
    r"(?:Primary|Secondary|Junior|Infant|High|Grammar|Academy|School|College|Nursery)(?![^\W_])"
)

_SENTENCE = compile_later(rf"(?:[.!?](?=\s|$)|[{BREAK}])")
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PEOPLE = (
    r"(?:looked[\s-]after\s+|disabled\s+|separated\s+|older\s+|younger\s+|teenage\s+|local\s+|Essex\s+|our\s+|of\s+our\s+|care[\s-]experienced\s+){0,2}"
    r"(?:child(?:ren)?(?:\s+(?:and|or)\s+young\s+people)?|young\s+(?:people|person|women|woman|men|man|mums?|mothers?)|boys?|girls?|pupils?|students?|teenagers?|care\s+leavers?"
    r"|bab(?:y|ies)|brothers?|sisters?|siblings?)"
)
_COUNT = rf"(?<![^\W_])(?<![.,/£$€%-])(?P<count>{'|'.join(_NUMBER_WORDS)}|[1-9]|10)\s+{_PEOPLE}(?![\w'\u2019])"
_HARM = (
    r"(?:(?:re)?offen(?:ce|ces|ded|ders?|ding)|convict(?:ed|ions?)|arrest(?:ed|s)|custody|pregnan(?:t|cy|cies)"
    r"|missing(?!\s+(?:teeth|dental|appointments?|data|from\s+the\s+(?:data|count|figures?|return|list)|school\s+uniform))"
    r"|exclu(?:ded|sions?)(?!\s+from\s+(?:the\s+|this\s+|these\s+)?(?:count|figures?|data|measures?|totals?|sample|return)))"
)
_LINKS = (
    r"(?:was|were|are|is|be|have|has|had|been|being|who|that|went|go|goes|gone|going|came|left|got|became|become|had"
    r"|reported|recorded|known|found|held|sent|placed|suspended|serving|awaiting|facing|leaving|ended|commit|committed"
    r"|currently|still|also|now|not|both|all|permanently|temporarily|formally|repeatedly|briefly|twice|further|guilty"
    r"|in|into|on|to|from|for|with|under|at|of|up|out|or|and|an?|the|this|last|first|after|following|aged|\d{1,2}"
    r"|care|school|home|youth|criminal|violent|serious|sexual|minor|new|fixed-term|year|quarter|month|term)"
)
COUNT_THEN_HARM = compile_later(rf"{_COUNT}\s*,?\s*\(?(?:{_LINKS}\s+){{0,8}}(?P<harm>{_HARM})(?![^\W_])", re.IGNORECASE)
HARM_THEN_COUNT = compile_later(
    rf"(?<![^\W_])(?P<harm>{_HARM})(?![^\W_])"
    r"(?:\s+(?:episodes?|children|from\s+(?:care|home|school|education)|(?:this|last)\s+(?:year|quarter|term)|orders?|rates?))?"
    r"\s*(?:[:(\u2013,-]|by|of|for|among|involv(?:ed|ing)|were|was|are|is)\s*(?:just\s+|only\s+|the\s+)?"
    rf"{_COUNT}",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = compile_later(
    r"(?:(?:fewer|less|more)\s+than|no\s+more\s+than|at\s+(?:most|least)|up\s+to|under|over|below|above|(?:a\s+)?maximum\s+of"
    r"|between\s+\w+\s+and|not\s+one|if|any|every|each|per"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|\d+)\s+(?:in|out\s+of|of)|\d+\s*(?:to|-|\u2013|or)"
    r"|(?:reduce|reducing|cut|bring|lower|keep|get|hold|limit|target)\b[^.;]{0,60}\bto)\s*\Z",
    re.IGNORECASE,
)
_REACH = 80
FEW = "so few children that others may know them"


def find_details(text: str, small_number: int) -> Iterator[Find]:
    """Find children known by an initial, by age and place, or as a few beside something grave."""
    for found in INITIAL.finditer(text):
        yield Find(*found.span(), "a child by an initial")
    for pattern in (_AGED, _YEAR_OLD):
        for found in pattern.finditer(text):
            place = _place_near(text, *found.span())
            if place is not None:
                start, end = found.span()
                yield Find(min(start, place[0]), max(end, place[1]), "a child by age and place")
    for pattern in (COUNT_THEN_HARM, HARM_THEN_COUNT):
        for found in pattern.finditer(text):
            before = text[max(0, found.start("count") - _REACH) : found.start("count")]
            if _is_small(found["count"], small_number) and not _NO_COUNT_BEFORE.search(before):
                yield Find(*found.span(), FEW)


def _place_near(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A named place or school in the same sentence as a child."""
    first = max(0, start - _REACH)
    for stop in _SENTENCE.finditer(text, first, start):
        first = stop.end()
    if _GENERIC.search(text, first, start):
        return None
    stop_after = _SENTENCE.search(text, end, end + _REACH)
    last = stop_after.start() if stop_after else min(len(text), end + _REACH)
    found = _PLACE.search(text, end, last) or _PLACE.search(text, first, start)
    return found.span() if found else None


def _is_small(count: str, small_number: int) -> bool:
    lowered = count.lower()
    number = _NUMBER_WORDS.index(lowered) + 1 if lowered in _NUMBER_WORDS else int(lowered)
    return number <= small_number
