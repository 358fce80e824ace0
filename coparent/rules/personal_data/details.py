"""Descriptions so close that others may know which child is meant."""

import re
from collections.abc import Iterator

from coparent.rules.personal_data.joined_text import BREAK, Find
from coparent.rules.personal_data.signs import CLOSES, OPENS
from coparent.text.patterns import compile_later
from coparent.text.personal_names import is_called

_ONE_CHILD = (
    r"(?:child|boy|girl|baby|toddler|teenager|young\s{1,8}+(?:person|man|woman|mum|dad|parent)|pupil|student|learner|son|daughter"
    r"|brother|sister|twin|care\s{1,8}+leaver|sibling)"
)
INITIAL = compile_later(
    rf"{OPENS}(?:[Cc]hild|[Yy]oung\s{{1,8}}+[Pp]erson|Baby|Boy|Girl|Pupil)\s{{1,8}}+[A-HJ-Z]{CLOSES}"
    r"(?!\s{0,8}+[&/]|[-+]|\s{1,8}+(?:of|level|grade|to\s{1,8}+[A-Z]\b)|\.[A-Z])"
)
_PLURAL = (
    r"(?:\w{1,40}s|Children|People|All|Anyone|Everyone|Everybody|Any|Every|Each|Some|Only|If|When|And|Or|For|Women|Men|Was|But"
    r"|Now)"
)
_AGE = r"(?:\d{1,2}|[a-z]{3,6}teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NO_RANGE = (
    r"(?!\s{0,8}+\+|\s{0,8}+(?:to|or|and|[\u2013/-]|,(?=\s{0,8}+\d))\s{0,8}+"
    r"(?:\d|over|under|above|below|older|younger|more|less|a\s{1,8}+half))"
)
_AGED = compile_later(
    rf"{OPENS}(?:(?i:an?|one|the|this|that|our|another|his|her|their)\s{{1,8}}+(?:[\w-]{{1,40}}+\s{{1,8}}+){{0,2}}{_ONE_CHILD}"
    rf"|(?!{_PLURAL}{CLOSES})[A-Z][a-z]{{0,40}}+)"
    r"(?:\s{0,8}+,?\s{0,8}\(?(?:who\s{1,8}+(?:is|was)\s{1,8}+)?aged|,\s{0,8}+age)\s{1,8}+(?:just\s{1,8}+|only\s{1,8}+)?"
    rf"{_AGE}{CLOSES}{_NO_RANGE}"
)
_YEAR_OLD = compile_later(
    rf"{OPENS}(?:(?i:an?|one|the|this|that|our|another)\s{{1,8}}+(?:\d{{1,2}}|[a-z]{{2,12}}+)(?:\s{{1,8}}+|-)year(?:\s{{1,8}}+|-)old"
    rf"(?:\s{{1,8}}+(?:[\w-]{{1,40}}+\s{{1,8}}+){{0,2}}{_ONE_CHILD}{CLOSES}|(?=\s{{0,8}}+[,(])|(?=\s{{1,8}}+(?:who|at|from|in)\b))"
    rf"|{_AGE}(?:\s{{1,8}}+|-)year(?:\s{{1,8}}+|-)old\s{{1,8}}+(?:[A-Z][a-z]{{1,20}}+|(?i:{_ONE_CHILD})){CLOSES})"
)
AGE_ALONE = compile_later(
    rf"(?P<name>[A-Z](?<![^\W_][A-Z])[a-z'\u2019-]{{1,20}}+(?:\s{{1,8}}+[A-Z][a-z'\u2019-]{{0,20}}+)?)"
    rf"(?:\s{{0,8}}+(?P<bracket>[(,])\s{{0,8}}+(?:who\s{{1,8}}+(?:is|was)\s{{1,8}}+|now\s{{1,8}}+|only\s{{1,8}}+|just\s{{1,8}}+)?|\s{{1,8}}+(?:is|was|turned|turns)\s{{1,8}}+(?:now\s{{1,8}}+|only\s{{1,8}}+|just\s{{1,8}}+)?)"
    rf"{_AGE}{CLOSES}(?!\s{{0,8}}+%)(?P<years>\s{{1,8}}+years?(?:\s{{1,8}}+old)?|\s{{0,8}}+yrs?)?\s{{0,8}}(?:[),](?=(?P<leads>\s{{1,8}}+(?:from|of|who|at|in|lives?|attends|goes|and\s{{1,8}}+(?:lives|goes|from))\b)?)|(?=\s{{1,8}}+(?:and|at|from|in)\b))"
)
"""A name with an age behind it: Ann, 9, from Clacton."""
_NO_NAME = compile_later(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|Priority|Outcome|Action|Stage|Phase|Tier|Level|Year|Key"
    r"|Paper|Item|Section|Part|Table|Figure|Appendix|Page|Room|Floor|Team|Group|Total|Target|Promise|Recommendation"
    r"|Article|Act|Regulations?|Chapter|Annex|Essex|England|Ofsted|The|In|By|At|On|Of|To|For|From|It|This|That|There)"
    rf"{CLOSES}"
)
_GENERIC = compile_later(rf"{OPENS}(?:if|where|whenever|any|every|each|should){CLOSES}", re.IGNORECASE)
_PLACE = compile_later(
    rf"{OPENS}(?i:in|from|at|near|attends|of)\s{{1,8}}+(?!(?:Essex|England|Britain|Wales|Scotland|Europe|UK|Key|Year|Care|January"
    r"|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Q[1-4]"
    rf"|A|I|CAMHS|PEPs?|EHC|NHS|GCSEs?|Ofsted){CLOSES})[A-Z][\w'\u2019-]{{1,40}}+"
    rf"|{OPENS}(?:[A-Z][\w'\u2019.-]{{0,40}}+\s{{1,8}}+){{1,4}}"
    rf"(?:Primary|Secondary|Junior|Infant|High|Grammar|Academy|School|College|Nursery){CLOSES}"
)

_SENTENCE = compile_later(rf"(?:[.!?](?=\s|$)|[{BREAK}])")
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KINDS = (
    r"looked[\s-]after|disabled|separated|unaccompanied|older|younger|teenage|local|of\s{1,8}our|of\s{1,8}the|of\s{1,8}these|of\s{1,8}those"
    r"|care[\s-]experienced|black|white|asian|roma|traveller|more|further|other|new|primary|secondary|(?:\d{1,2}|[a-z]{3,12})(?:\s{1,8}+|-)year(?:\s{1,8}+|-)old"
    r"|(?-i:[A-Z][a-z]{2,20})"
)
_PEOPLE = (
    rf"(?:(?:{_KINDS})\s{{1,8}}+){{0,3}}"
    r"(?:child(?:ren)?(?:\s{1,8}+(?:and|or)\s{1,8}+young\s{1,8}+people)?|young\s{1,8}+(?:people|person|women|woman|men|man|mums?"
    r"|mothers?|dads?|fathers?|ones)"
    r"|boys?|girls?|pupils?|students?|teenagers?|teens|care\s{1,8}+leavers?|kids"
    r"|bab(?:y|ies)|brothers?|sisters?|siblings?|sons?|daughters?|lads?)"
)
_FEW_OF = r"a\s{1,8}couple\s{1,8}of|a\s{1,8}pair\s{1,8}of|both|a\s{1,8}handful\s{1,8}of"
_COUNT = (
    rf"{OPENS}(?<![.,/£$€%-])(?P<count>{'|'.join(_NUMBER_WORDS)}|[1-9]|10|{_FEW_OF})(?:\s?\(\w{{1,6}}\))?\s{{1,8}}+"
    rf"{_PEOPLE}(?![\w'\u2019])"
)
_THING = (
    r"(?!\s{1,8}+(?:panels?|teams?|workers?|services?|boards?|groups?|policy|policies|protocols?|strategy|projects?|programmes?"
    r"|guides?|rates?|fell|falls?|rose|rises?|dropped|drops|means?|reviews?|talks?|returns?|interviews?|training|leads?|officers?|suites?|teeth|dental|appointments?|data|from\s{1,8}the\s{1,8}(?:data|count|figures?|return|list)"
    r"|school\s{1,8}uniform|in\s{1,8}the\s{1,8}data))"
)
_HARM = (
    r"(?:(?:re)?offen(?:[cs]e|[cs]es|ded|ders?|ding)|crimes?|convict(?:ed|ions?)|arrest(?:ed|s)?|sentenced|custod(?:y|ial)|remand(?:ed)?|prison|jail(?:ed)?"
    r"|young\s{1,8}+offender\s{1,8}+institution|pregnan(?:t|cy|cies)|expecting\s{1,8}+(?:a\s{1,8}+)?bab(?:y|ies)|missing|absconded|ran\s{1,8}+away"
    r"|(?:excluded|exclusions?)(?!\s{1,8}+from\s{1,8}+(?:the\s{1,8}+|this\s{1,8}+|these\s{1,8}+)?(?:count|figures?|data|measures?|totals?|sample|return))"
    r"|suspended(?=\s{1,8}from\s{1,8}school)|expelled)" + _THING
)
COUNTED = compile_later(_COUNT, re.IGNORECASE)
HARMS = compile_later(rf"{OPENS}{_HARM}{CLOSES}", re.IGNORECASE)
_OTHERWISE = compile_later(
    rf"{OPENS}(?:wrote|designed|with\s{{1,8}}(?:lived\s{{1,8}})?experience|experience[ds]?\s{{1,8}}of|advis(?:e|es|ed|ers?)|panels?|left\s{{1,8}}out|no|none|not|never|nobody|0|zero"
    r"|avoid\w{0,3}|prevent\w{0,3}|without|instead|out\s{1,8}of|before|rather|risk|homes?\s{1,8}for|ex-|about"
    r"|to\s{1,8}(?:run|lead|design|advise|write|check|hold|shape|review|tell|talk|speak|help|train|make|build|join|sit|stay|keep|work)"
    r"|(?:run|led|chosen|designed|written|made|checked|reviewed)\s{1,8}by|talks?\s{1,8}to)"
    rf"{CLOSES}",
    re.IGNORECASE,
)
"""Words that say, between a count and a harm, that the children counted are not those who came to harm."""
_HARM_IN_GENERAL = compile_later(
    rf"{OPENS}(?:each|every|any|if|no|reduc\w{{1,4}}|cut|prevent\w{{0,4}}|avoid\w{{0,4}}|fewer|risk\s{{1,8}}of|(?-i:0)|zero)\s{{1,8}}(?:\w{{1,20}}\s{{1,8}}){{0,2}}\Z",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = compile_later(
    rf"{OPENS}(?:(?:fewer|less|more)\s{{1,8}}than|at\s{{1,8}}(?:most|least)|up\s{{1,8}}to|under|over|below|above|maximum\s{{1,8}}of"
    r"|between\s{1,8}\w{1,20}\s{1,8}and|not\s{1,8}one|if|any|every|each|per"
    r"|(?:train|recruit|pay|employ|ask|invite|support|teach|hire|meet)(?:s|ed|ing)?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|\d{1,20})\s{1,8}(?:in|out\s{1,8}of|of)|\d{1,20}\s{0,8}(?:to|-|\u2013|or)"
    r"|(?:reduce|reducing|cut|bring|lower|keep|get|hold|limit|target)\b[^.;]{0,60}\bto)\s{0,8}\Z",
    re.IGNORECASE,
)
_IS_OTHERS = compile_later(
    r"\s{0,8}+(?:a\s{1,8}year|talks?|talked|tells?|told|advis\w{1,3}|meets?|met|joins?|joined|helps?|helped|with\s{1,8}experience|per|in\s{1,8}ten)\b",
    re.IGNORECASE,
)
_REACH = 80
_HARM_REACH = 120
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
    for found in AGE_ALONE.finditer(text):
        place = _place_near(text, *found.span()) if _is_of_child(found) else None
        if place is not None:
            start, end = found.span()
            yield Find(min(start, place[0]), max(end, place[1]), "a child by age and place")
    yield from _find_few(text, small_number)


def _is_of_child(found: re.Match[str]) -> bool:
    """Whether a name with an age behind it is a person's: "Harlow (3)" is not."""
    if _NO_NAME.match(found["name"]):
        return False
    return is_called(found["name"]) or bool(found["years"]) or (found["bracket"] == "," and bool(found["leads"]))


def _find_few(text: str, small_number: int) -> Iterator[Find]:
    """Every count of a few children, with what came to them in the same sentence."""
    for found in COUNTED.finditer(text):
        before = text[max(0, found.start("count") - _REACH) : found.start("count")]
        if not _is_small(found["count"], small_number) or _NO_COUNT_BEFORE.search(before):
            continue
        start, end = _sentence_round(text, *found.span(), _HARM_REACH)
        after = HARMS.search(text, found.end(), end)
        if after is not None and not _OTHERWISE.search(text, found.end(), after.start()):
            yield Find(found.start(), after.end(), FEW)
            continue
        earlier = [harm for harm in HARMS.finditer(text, start, found.start()) if _came_to(text, start, harm, found)]
        if earlier:
            yield Find(earlier[-1].start(), found.end(), FEW)


def _came_to(text: str, start: int, harm: re.Match[str], count: re.Match[str]) -> bool:
    """Whether a harm that stands before a count came to those who are counted."""
    if _HARM_IN_GENERAL.search(text, start, harm.start()):
        return False
    return (
        _OTHERWISE.search(text, harm.end(), count.start()) is None
        and _IS_OTHERS.search(text, count.end(), count.end() + 30) is None
    )


def _sentence_round(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Where the sentence round a stretch begins and ends, as far as it reaches."""
    first = max(0, start - reach)
    for stop in _SENTENCE.finditer(text, first, start):
        first = stop.end()
    stop_after = _SENTENCE.search(text, end, end + reach)
    return first, stop_after.start() if stop_after else min(len(text), end + reach)


def _place_near(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A named place or school in the same sentence as a child."""
    first, last = _sentence_round(text, start, end, _REACH)
    if _GENERIC.search(text, first, start):
        return None
    found = _PLACE.search(text, end, last) or _PLACE.search(text, first, end)
    return found.span() if found else None


def _is_small(count: str, small_number: int) -> bool:
    lowered = count.lower()
    if not count.isdecimal() and lowered not in _NUMBER_WORDS:
        return True
    return (int(count) if count.isdecimal() else _NUMBER_WORDS.index(lowered) + 1) <= small_number
