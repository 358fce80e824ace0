"""Ways to reach somebody: e-mail addresses, telephone numbers, and homes with their house number and postcode."""

import re
from collections.abc import Iterator

from coparent.rules.personal_data.joined_text import Find
from coparent.text.patterns import compile_later

EMAIL = compile_later(r"(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){1,6}")
_PHONE = compile_later(
    r"(?<![^\W_])(?<![.,/£$€+=&#-])(?<!\d[ .,-])"
    r"(?:(?:\+|00)44[ -]?(?:\(0\)[ ]?)?\d|\(?0\d)(?:[ ().-]{0,2}\d){8,9}(?![^\W_])(?![.,/]?\d)(?![ -]\d)"
)
_NO_PHONE = compile_later(
    r"(?<![^\W_])(?:orders?|P\.?O\.?|invoices?|UPRNs?|propert(?:y|ies)|accounts?|a/c|budgets?|cost\s+cent(?:re|er)s?|contracts?"
    r"|tenders?|grants?|ledgers?|codes?|barcodes?|ISBN|ISSN|DOI|charit(?:y|ies)|compan(?:y|ies)|regist(?:ered|ration)"
    r"|licen[cs]es?|VAT|UTR|assets?|serial|batch|tickets?|meters?|MPAN|MPRN|references?|refs?|cases?|policy|notices?)"
    r"(?:\s*(?:numbers?|nos?|id|references?|refs?))?\.?[\s:#=(-]{0,4}\Z",
    re.IGNORECASE,
)
_HELPLINES = ("3", "800", "808", "500")
_POSTCODE = compile_later(
    r"(?<![^\W_])(?:GIR[ ]?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])\s{0,2}"
    r"\d[ABD-HJLNP-UW-Z]{2})(?![^\W_])"
)
_STREET = compile_later(
    r"(?<![^\W_])(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Way|Gardens?|Gdns|Court|Ct|Place|Crescent|Cres|Terrace|Grove"
    r"|Hill|Mews|Green|Park|Row|Square|Walk|View|Rise|Chase|Parade|Path|Meadows?|Fields?|End|Croft|Wharf|Quay|Flats?|Cottages?)(?![^\W_])"
)
_HOUSE = compile_later(
    r"(?<![\w./,£-])(?P<number>\d{1,3}[A-Za-z]?)(?:\s?[-\u2013]\s?\d{1,3}[A-Za-z]?)?,?\s+"
    r"(?P<words>(?:(?:[A-Z][\w'\u2019.-]*|of|the|on|le|upon|and|in|next)[\s,]+){1,10})\Z"
)
_NO_HOUSE = compile_later(
    r"(?<![^\W_])(?:box|floor|level|room|suite|unit|phase|stage|grade|year|priority|outcome|action|tier|block|building|band"
    r"|part|section|appendix|figure|table|bay|desk|zone)\s*\Z",
    re.IGNORECASE,
)
_LEADS_TO_HOUSE = compile_later(
    r"(?:^|[^\s\w]|(?<![^\W_])(?:at|of|to|from|in|near|is|address|flat|no|number))\s*\Z", re.IGNORECASE
)

_ADDRESS_REACH = 100
_LINK = compile_later(r"(?:https?://|www\.|mailto:)[^\s<>\"')\]]+|\]\([^()\s\[\]]{1,500}\)", re.IGNORECASE)


def find_contacts(text: str) -> Iterator[Find]:
    """Find every e-mail address, telephone number and home address in a joined text; not inside links."""
    bare = _LINK.sub(lambda link: " " * len(link.group()), text)
    for found in EMAIL.finditer(bare):
        yield Find(found.start(), found.end(), "an e-mail address")
    for found in _PHONE.finditer(bare):
        if _is_telephone(found.group()) and not _NO_PHONE.search(bare, max(0, found.start() - 40), found.start()):
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
    if not written.startswith(("+", "00")) and not _is_area(re.split(r"[ ().-]", written.lstrip("("), maxsplit=1)[0]):
        return False
    return len(national) in (9, 10) and national[0] not in "046" and not national.startswith(_HELPLINES)


def _is_area(group: str) -> bool:
    """Whether the digits before the first gap can be an area's or a mobile's: 01632, 020, 07700, or all of them."""
    return len(group) >= 9 or (3 <= len(group) <= 4 if group.startswith("02") else 3 <= len(group) <= 6)


def _house_before(text: str, postcode: int) -> int | None:
    """Where the house number of an address begins, if there is one before the postcode."""
    window = max(0, postcode - _ADDRESS_REACH)
    house = _HOUSE.search(text, window, postcode)
    if house is None or _NO_HOUSE.search(text, window, house.start("number")):
        return None
    if _STREET.search(house["words"]) or _LEADS_TO_HOUSE.search(text, window, house.start("number")):
        return house.start("number")
    return None
