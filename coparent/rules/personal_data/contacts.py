"""Ways to reach somebody: e-mail addresses, telephone numbers, and homes with their house number and postcode."""

import re
from collections.abc import Iterator

from coparent.rules.personal_data.joined_text import Find
from coparent.rules.personal_data.signs import CLOSES, OPENS
from coparent.text.patterns import compile_later

EMAIL = compile_later(
    r"(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}(?:@|%40)[A-Za-z0-9-]{1,253}+(?:\.[A-Za-z0-9-]{1,63}+){1,6}"
)
_BETWEEN_DIGITS = r"[\s().\u2010-\u2015\u2212/\ufffd-]"
_PHONE = compile_later(
    rf"{OPENS}(?<![.,/£$€+=&#-])(?<!\d[ .,-])"
    rf"(?:(?:\+|00)44[ -]?(?:\(0\)[ ]?)?\d|\(?0\d)(?:{_BETWEEN_DIGITS}{{0,3}}\d){{8,9}}{CLOSES}(?![.,/]?\d)(?![ -]\d)"
)
_GAPS = compile_later(_BETWEEN_DIGITS)
_NO_PHONE = compile_later(
    rf"{OPENS}(?:orders?|P\.?O\.?|invoices?|UPRNs?|propert(?:y|ies)|accounts?|a/c|budgets?|cost\s{{1,8}}+cent(?:re|er)s?|contracts?"
    r"|tenders?|grants?|ledgers?|codes?|barcodes?|ISBN|ISSN|DOI|charit(?:y|ies)|compan(?:y|ies)|regist(?:ered|ration)"
    r"|licen[cs]es?|VAT|UTR|assets?|serial|batch|tickets?|meters?|MPAN|MPRN|references?|refs?|cases?|policy|notices?)"
    r"(?:\s{0,8}+(?:numbers?|nos?|id|references?|refs?))?\.?[\s:#=(-]{0,8}\Z",
    re.IGNORECASE,
)
_HELPLINES = ("3", "800", "808", "500")
_POSTCODE = compile_later(
    rf"{OPENS}(?:GIR[ ]?0AA|[A-PR-UWYZ](?:\d{{1,2}}|[A-HK-Y]\d{{1,2}}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])"
    rf"[\s.\u2010-\u2015-]{{0,3}}"
    rf"\d[ABD-HJLNP-UW-Z]{{2}}){CLOSES}",
    re.IGNORECASE,
)
_STREETS = (
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Way|Gardens?|Gdns|Court|Ct|Place|Crescent|Cres|Terrace|Grove"
    r"|Hill|Mews|Green|Park|Row|Square|Walk|View|Rise|Chase|Parade|Path|Meadows?|Fields?|End|Croft|Wharf|Quay|Flats?|Cottages?)"
)
_STREET = compile_later(rf"{OPENS}{_STREETS}{CLOSES}")
_NUMBER = r"(?<![\w./,£-])(?P<number>\d{1,3}[A-Za-z]?)(?:\s?[-\u2013]\s?\d{1,3}[A-Za-z]?)?,?\s{1,8}+"
_HOUSE = compile_later(
    rf"{_NUMBER}(?P<words>(?:(?:[A-Z][\w'\u2019.-]{{0,40}}+|of|the|on|le|upon|and|in|next)[\s,]{{1,9}}+){{1,10}})\Z"
)
_NO_STREET_NAME = (
    r"(?:to|and|in|at|for|from|with|by|on|or|an?|per|who|that|children|young|people|pupils?|homes?|carers?|care)"
)
_HOUSE_IN_SMALL_LETTERS = compile_later(
    rf"{_NUMBER}(?:(?!{_NO_STREET_NAME}{CLOSES})[\w'\u2019-]{{1,40}}+\s{{1,8}}+){{1,3}}{_STREETS}{CLOSES}"
    r"[\s,]{1,9}+(?:[\w'\u2019-]{1,40}+[\s,]{1,9}+){0,4}\Z",
    re.IGNORECASE,
)
"""Of small letters, a street must follow its name at once: "12 people walk in the park" is none."""
_NO_HOUSE = compile_later(
    rf"{OPENS}(?:box|floor|level|room|suite|unit|phase|stage|grade|year|priority|outcome|action|tier|block|building|band"
    r"|part|section|appendix|figure|table|bay|desk|zone)\s{0,8}\Z",
    re.IGNORECASE,
)
_LEADS_TO_HOUSE = compile_later(
    rf"(?:^|[^\s\w]|{OPENS}(?:at|of|to|from|in|near|is|address|flat|no|number))\s{{0,8}}\Z", re.IGNORECASE
)

_ADDRESS_REACH = 100
_PHONE_REACH = 40
_LINK = compile_later(
    r"(?:https?://|www\.)[^\s<>\"')\]]{1,2000}+|\]\((?!mailto:|tel:|sms:|callto:|whatsapp:|facetime)[^()\s\[\]]{1,500}\)",
    re.IGNORECASE,
)


def find_contacts(text: str) -> Iterator[Find]:
    """Find every e-mail address, telephone number and home address in a joined text; not inside links."""
    bare = _LINK.sub(lambda link: " " * len(link.group()), text)
    for found in EMAIL.finditer(bare):
        yield Find(found.start(), found.end(), "an e-mail address")
    for found in _PHONE.finditer(bare):
        if _is_telephone(found.group()) and not _NO_PHONE.search(
            bare, max(0, found.start() - _PHONE_REACH), found.start()
        ):
            yield Find(found.start(), found.end(), "a telephone number")
    for postcode in _POSTCODE.finditer(bare):
        start = _house_before(bare, postcode.start())
        if start is not None:
            yield Find(start, postcode.end(), "somebody's address")


def bare_letters(words: str) -> str:
    """The letters and digits of an address or a number, however it is spaced; +44 is 0."""
    letters = re.sub(r"[\W_]", "", re.sub(r"(?:\+|\b00)44\s*(?:\(0\))?", "0", words))
    return letters.lower()


def _is_telephone(written: str) -> bool:
    """Whether digits are a number that somebody is reached by; helplines are not."""
    digits = bare_letters(written)
    national = digits[1:]
    if not written.startswith(("+", "00")) and not _is_area(_GAPS.split(written.lstrip("("), maxsplit=1)[0]):
        return False
    return len(national) in (9, 10) and national[0] not in "046" and not national.startswith(_HELPLINES)


def _is_area(group: str) -> bool:
    """Whether the digits before the first gap can be an area's or a mobile's: 01632, 020, 07700, or all of them."""
    return len(group) >= 9 or (3 <= len(group) <= 4 if group.startswith("02") else 3 <= len(group) <= 6)


def _house_before(text: str, postcode: int) -> int | None:
    """Where the house number of an address begins, if there is one before the postcode."""
    window = max(0, postcode - _ADDRESS_REACH)
    house = _HOUSE.search(text, window, postcode)
    in_small_letters = None if house else _HOUSE_IN_SMALL_LETTERS.search(text, window, postcode)
    found = house or in_small_letters
    if found is None or _NO_HOUSE.search(text, window, found.start("number")):
        return None
    is_street = in_small_letters is not None or (house is not None and _STREET.search(house["words"]) is not None)
    leads = is_street or _LEADS_TO_HOUSE.search(text, window, found.start("number")) is not None
    return found.start("number") if leads else None
