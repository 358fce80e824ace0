"""What refused timescales often say, what is wrong with it, and what to write instead."""

from typing import NamedTuple


class Reason(NamedTuple):
    """Words that explain why a timescale is refused, and what to say about them."""

    pattern: str
    message: str
    offers: tuple[str, ...] = ()
    hint: str = ""
    around: str = "{}"
    """How a date found among the words is offered."""


_TBC = ("to be confirmed",)

REASONS = (
    Reason(r"\bon-?going\b", "does not say when it will be reviewed", ("ongoing",), around="ongoing, review {}"),
    Reason(
        r"\b(?:asap|immediate(?:ly)?|urgent(?:ly)?|now|shortly|soon|in due course|to follow)\b", "names no day", _TBC
    ),
    Reason(
        r"\b(?:as (?:and when|required|needed|necessary|appropriate)|when (?:required|needed))\b",
        "never falls due",
        ("ongoing",),
    ),
    Reason(
        r"\b(?:subject to|dependent on|depending on|depends on|pending|following|once|when)\b",
        "depends on something else and names no day",
        _TBC,
        "put what it depends on in depends_on or a risk",
    ),
    Reason(
        r"\bwithin (?:12|twelve) months\b|\bwithin (?:1|one|a) year\b",
        "counts from a day it does not name",
        ("year 1",),
    ),
    Reason(
        r"^(?:in |for )?(?:[0-9]+|one|two|three|six|nine|twelve)(?: ?(?:-|to) ?[0-9]+)? (?:day|week|month|year)s?$",
        "counts from a day it does not name",
        _TBC,
    ),
    Reason(
        r"\bwithin\b|\bafter \w+ (?:days|weeks|months)\b|\b\w+ (?:days?|weeks?|months?) (?:from|after|of)\b",
        "counts from a day it does not name",
        _TBC,
    ),
    Reason(
        r"\b(?:this|next|last|current|coming) "
        r"(?:day|week|month|quarter|term|season|year|spring|summer|autumn|winter)\b",
        "depends on the day it is read",
        _TBC,
    ),
    Reason(r"\b(?:no|not) later than\b|\blatest\b", "says more than the date it is due"),
    Reason(r"\bafter\b", "says when it is not before, not when it is due", _TBC),
    Reason(r"\b(?:from|since|onwards?|starting|commencing)\b", "says when it begins, not when it is due", _TBC),
    Reason(r"\b(?:before|until|till|up to)\b", "does not say whether that date is too late", _TBC),
    Reason(r"\b(?:early|beginning|late|later|mid|middle)\b", "has no first and last day", _TBC),
    Reason(
        r"\b(?:tbc|tba|tbd|to be (?:confirmed|agreed|announced|decided|determined))\b",
        "gives a date and says that it is not known",
        _TBC,
    ),
    Reason(
        r"\b(?:continu\w+|rolling|throughout|permanent|business as usual|bau|all year|always)\b",
        "has no end",
        ("ongoing",),
        "give it a review date",
    ),
    Reason(
        r"\b(?:bi[ -]?annual\w*|bi[ -]?yearly)\b",
        "could be twice a year or every two years",
        ("six-monthly",),
        "write  six-monthly,  or the date it is next due",
    ),
    Reason(r"\bbi[ -]?monthly\b", "could be every two months or twice a month", ("every two months", "monthly")),
    Reason(
        r"\b(?:biennial\w*|every (?:two|2|other|second|three|3|five|5) years?)\b",
        "comes round less than once a year",
        hint="write the date it is next due",
    ),
    Reason(
        r"\b(?:daily|weekly|fortnightly|every (?:day|week|fortnight))\b",
        "comes round more often than it can be reported on",
        ("monthly",),
    ),
    *(
        Reason(rf"\b{word}\b", "says more than how often it comes round", (offer,))
        for word, offer in {
            "annual(?:ly)?": "yearly",
            "yearly": "yearly",
            "(?:six|6)[ -]monthly": "six-monthly",
            "termly": "termly",
            "quarterly": "quarterly",
            "monthly": "monthly",
        }.items()
    ),
    Reason(r"^(?:(?:not |un)(?:yet )?known|none|-+|\?+|na)$", "names no day", _TBC),
    Reason(r"^(?:plan|strategy|programme)$|^end of (?:the )?(?:strategy|programme)$", "is not a day", ("end of plan",)),
)
