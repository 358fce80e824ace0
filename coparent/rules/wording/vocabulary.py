"""The built-in word lists: words that young people asked councils not to use, and words that everybody knows.

Compiled by us from what children in care councils have published as advice. It is not the last word: a council's own
young people have that, and the settings add to it. "Care leaver" and "in care" are left alone, since the law and the
Essex strategy use them and young people there have not asked for others; so is "foster carer", which only a name could
replace.
"""

import re
from functools import cache

from coparent.values import frozen


@frozen
class Preferred:
    """A word to avoid: a pattern for it, and what to write. Every text with the word holds one of the stems."""

    stems: tuple[str, ...]
    pattern: str
    prefer: str
    why: str = "young people asked for another word"

    @property
    def keeps_case(self) -> bool:
        """Whether only capitals make it the word: LAC."""
        return self.stems[0].isupper()

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, for whole words."""
        return _compile(self.pattern, 0 if self.keeps_case else re.IGNORECASE)


@cache
def _compile(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", flags)


EVERYWHERE = (
    Preferred(("corporate",), r"corporate[\s-]+parents?", "co-parents"),
    Preferred(("corporate",), r"corporate[\s-]+parenting", "co-parenting"),
    Preferred(("LAC",), r"LACs?", "children in care"),
    Preferred(("CLA",), r"CLAs?", "children in care"),
    Preferred(("abscond",), r"abscond(?:s|ed|ing|ers?|ences?)?", "go missing, or run away"),
    Preferred(("birth",), r"birth[\s-]+(?:parents?|mothers?|fathers?|mums?|dads?)", "parents, or mum and dad"),
    Preferred(
        ("to place", "to-place"),
        r"(?:hard|difficult)[\s-]to[\s-]place",
        "waiting for a home that is good enough for them",
    ),
)
"""Avoided in every text of plans, returns, measures and papers."""

PLAIN = (
    Preferred(
        ("biological",),
        r"biological\s+(?:parents?|mothers?|fathers?|mums?|dads?|famil(?:y|ies))",
        "family, or mum and dad",
    ),
    Preferred(("looked",), r"looked[\s-]after\s+(?:child(?:ren)?|young\s+(?:people|person))", "children we care for"),
    Preferred(("UASC",), r"UASC", "young people who came here without their family"),
    Preferred(("NEET",), r"NEET", "not in work, school or training"),
    Preferred(
        ("asylum",), r"asylum[\s-]seek(?:ers?|ing\s+(?:child(?:ren)?|young\s+(?:people|person)))", "young people"
    ),
    Preferred(("care plan",), r"(?<!health\sand\s)care\s+plans?", "my plan, or your plan"),
    Preferred(
        ("case",),
        r"case[\s-]?(?:loads?|files?|workers?|notes?)|(?:your|open|closed|each|every)\s+cases?",
        "children, or you",
    ),
    Preferred(("challenging",), r"challenging\s+behaviours?", "having a hard time, or feeling upset"),
    Preferred(("morbid",), r"co-?morbid(?:ity|ities)?", "at the same time"),
    Preferred(
        ("contact",),
        r"contact\s+(?:time|visits?|sessions?|arrangements?|centres?)|(?:family|supervised)\s+contact"
        r"|contact\s+with\s+(?:your\s+|their\s+)?(?:mum|dad|parents?|famil(?:y|ies)|brothers?|sisters?|siblings?|grandparents?)",
        "family time, or seeing your family",
    ),
    Preferred(("designated",), r"designated\s+teachers?", "a teacher"),
    Preferred(("drop",), r"drop(?:s|ped|ping)?[\s-]out", "leave early"),
    Preferred(("potential",), r"(?:full|your|their)\s+potential", "every chance to do what you dream of"),
    Preferred(("aspirations",), r"high\s+aspirations", "wanting the best for you"),
    Preferred(("leaving care",), r"(?-i:leaving)\s+care", "moving on"),
    Preferred(("permanen",), r"permanen(?:ce|cy)", "a home that lasts"),
    Preferred(("placement",), r"(?<!work\s)(?<!job\s)(?<!student\s)(?<!training\s)placements?", "home"),
    Preferred(("respite",), r"respite(?:\s+care)?", "a short stay"),
    Preferred(("sibling",), r"siblings?", "brothers and sisters"),
    Preferred(("service user",), r"service\s+users?", "young people"),
)
"""Avoided, besides, in what young people read."""

STATUTORY = (
    r"corporate\s+parenting\s+(?:principles?|dut(?:y|ies))"
    r"|(?-i:Corporate\s+Parenting(?:\s+[A-Z][\w'-]*)+)"
    r"|unaccompanied\s+asylum[\s-]seeking\s+child(?:ren)?"
    r"|education,?\s+health\s+and\s+care\s+plans?"
    r"|interim\s+care\s+plan"
)
"""Names that the law or a body gave: they stay as they are."""

_KNOWN = """
    AGM AI AIDS AM AQA BA BBC BC BRAG BSc BSL BTEC CD CEO CV DNA DVD DVLA EU FAQ GCSE GP GPS HIV HMRC HR ID ISBN ISO
    IT ITV LGBT LGBTQ MA MBE MEP MOT MP MSc NB NHS NVQ OBE OK PC PDF PE PhD PM PR PS QR RAG RE RSVP SEN SEND SMART SMS
    STEM TV UK UN URL US USA USB VAT WiFi
    TBA TBC TBD XX XXX
    II III IV VI VII VIII IX XI XII
"""
KNOWN_SHORT_FORMS = frozenset(_KNOWN.split())
"""Short forms that need no explaining."""

_IN_CAPITALS = """
    ALL AND ANY ARE AT BE BUT BY CAN DO FOR FROM GO HAS HAVE HOW IF IN IS IT MAY MUST MY NEVER NEW NO NOT NOW OF ON ONE
    ONLY OR OUR OUT SHALL SO THE THEIR THEY THIS TO TWO UP WAS WE WHAT WHEN WHO WHY WILL WITH YES YOU YOUR
"""
SHOUTED = frozenset(_IN_CAPITALS.split())
"""Ordinary words that somebody wrote in capitals."""
