"""Fixed values: what each means, and what councils write when they mean it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from coparent.schema.annotations import Annotation


class Value:
    """A value that a field may have, what it means, and other words that people write for it."""

    def __init__(self, value: str, meaning: str, other_words: str = "") -> None:
        self.value = value
        self.meaning = meaning
        self.other_words = other_words


class Choices(Annotation):
    """The meaning of each value that a field may have, and the value that each other word stands for.

    `fields` has the lines to write for words that mean another field, or two; `either` the values, the likeliest first,
    for words that may mean any of some; `nothing` are words for which the field is left out. Words have commas between.
    """

    def __init__(
        self,
        *values: Value,
        fields: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
        either: Mapping[str, str] = MappingProxyType({}),
        nothing: str = "",
    ) -> None:
        self.meanings = {value.value: value.meaning for value in values}
        self.synonyms = {word: value.value for value in values for word in _split(value.other_words)}
        self.fields = {word: lines for words, lines in fields.items() for word in _split(words)}
        self.either = {word: _split(meant) for words, meant in either.items() for word in _split(words)}
        self.nothing = frozenset(_split(nothing))


def _split(words: str) -> list[str]:
    return words.split(", ") if words else []


GoalKind = Literal["outcome", "priority", "promise", "recommendation", "principle"]
"""What a strategy may ask for, and coverage counts."""

_UNDER_WAY = {"stage": "in-progress"}
_LATE = {"reason": "why it is late", "next": "what happens next"}

Stage = Annotated[
    Literal["not-started", "in-progress", "complete", "paused", "carried-forward", "superseded", "cancelled"],
    Choices(
        Value(
            "not-started", "Nobody has begun.", "not yet begun, not yet scheduled, not yet started, not begun, planned"
        ),
        Value(
            "in-progress",
            "Work is under way.",
            "active, begun, in hand, live, ongoing, started, under way, underway, work in progress",
        ),
        Value(
            "complete",
            "The action is done.",
            "achieved, complete and embedded, completed, delivered, done, embedded, finished, fully complete, "
            "implemented",
        ),
        Value("paused", "Work has stopped for now, and is meant to go on.", "on hold, suspended"),
        Value(
            "carried-forward",
            "The work goes on in another plan: name the action under becomes.",
            "carried over, rolled forward, rolled over",
        ),
        Value("superseded", "Another action has taken its place: name it under becomes.", "replaced"),
        Value("cancelled", "The action will not be done.", "abandoned, dropped, no longer applicable, withdrawn"),
        fields={
            "on track, on target, on schedule, green, g": {**_UNDER_WAY, "rating": "green"},
            "at risk, amber, a, may fall behind": {**_UNDER_WAY, "rating": "amber"},
            "delayed, slipped, slipping, slippage, minor delay": {**_UNDER_WAY, "rating": "amber", **_LATE},
            "overdue, off track, off target, behind schedule, behind, significant delay": {
                **_UNDER_WAY,
                "rating": "red",
                **_LATE,
            },
            "red, r": {**_UNDER_WAY, "rating": "red"},
            "blue, b": {"stage": "complete"},
        },
        either={
            "closed": "complete, cancelled",
            "open": "in-progress, not-started",
            "pending, awaiting start, to be started, to start": "not-started, paused",
            "deferred, postponed": "paused, carried-forward",
            "stopped, halted, discontinued": "cancelled, paused",
            "merged": "superseded, carried-forward",
            "complete and ongoing, completed and ongoing, business as usual, bau": "complete, in-progress",
            "part complete, partly complete, partially complete, partially completed, nearly complete, almost "
            "complete, nearly done, almost done, mostly complete, largely complete, substantially complete, near "
            "completion, nearing completion, nearly finished, almost finished, partially achieved, partly "
            "achieved": "in-progress",
            "not complete, not completed, not yet complete, not yet completed, incomplete, uncompleted, to complete, "
            "to be complete, to be completed, not done, not yet done, to do, to be done, unfinished, not finished, "
            "not delivered, not achieved, not yet achieved, outstanding, no progress": "in-progress, not-started",
        },
    ),
]

Rating = Annotated[
    Literal["green", "amber", "red"],
    Choices(
        Value(
            "green", "On course to be done when agreed.", "g, on course, on schedule, on target, on track, rag green"
        ),
        Value("amber", "Some doubt that it will be done when agreed.", "a, at risk, orange, rag amber, yellow"),
        Value("red", "Not expected to be done when agreed.", "r, off track, rag red"),
        fields={
            "blue, b, complete, completed, done, finished, achieved, delivered": {"stage": "complete"},
            "not started, not yet started": {"stage": "not-started"},
            "on hold, paused": {"stage": "paused"},
        },
        either={
            "delayed, slipped, slipping, behind schedule, behind, overdue": "amber, red",
            "amber green, green amber, amber/green, green/amber, amber to green, green to amber": "amber, green",
            "red amber, amber red, red/amber, amber/red, red to amber, amber to red": "amber, red",
            "not on track, not green": "amber, red",
        },
        nothing="grey, gray, none, n/a, na, tbc, to be confirmed, not rated, not yet rated, unrated, white, no rating",
    ),
]

Status = Annotated[
    Literal["draft", "consultation", "approved", "closed"],
    Choices(
        Value("draft", "Still being written: gaps are only noted.", "in development, in draft, work in progress, wip"),
        Value(
            "consultation",
            "Out for comment: gaps are warnings.",
            "consulting, in consultation, out for consultation, out to consultation, for consultation",
        ),
        Value("approved", "Agreed by a board: gaps are errors.", "adopted, agreed, final, live, published, signed off"),
        Value("closed", "Ended: gaps are no longer looked for.", "ended, expired"),
        either={
            "not approved, not yet approved, unapproved, to be approved, awaiting approval, pending approval, pending, "
            "for approval, not agreed, not yet agreed, final draft, not final, unpublished, not published, "
            "not signed off, proposed": "draft, consultation",
        },
    ),
]

Basis = Annotated[
    Literal["public", "derived", "illustrative"],
    Choices(
        Value("public", "Stated by a public source, which is named.", "published"),
        Value("derived", "Worked out from public figures.", "calculated, estimated"),
        Value("illustrative", "Ours, to show what a plan could say: printed on every paper.", "example, invented"),
    ),
]

Visibility = Annotated[
    Literal["public", "partner", "internal"],
    Choices(
        Value("public", "Anyone may read it in a paper."),
        Value("partner", "Only partners' papers show it.", "partners"),
        Value("internal", "Only internal papers show it.", "confidential, private, restricted"),
    ),
]

OrganisationType = Annotated[
    Literal[
        "council", "district", "nhs", "police", "education", "voluntary", "provider", "young-people", "group", "other"
    ],
    Choices(
        Value("council", "A county or unitary council.", "county, county council, unitary"),
        Value("district", "A district, borough or city council.", "borough, borough council, city, district council"),
        Value("nhs", "A health body.", "health, icb, nhs trust"),
        Value("police", "A police force, or a police and crime commissioner."),
        Value("education", "A school, college, university or virtual school.", "college, school, university"),
        Value("voluntary", "A charity or community body.", "charity, voluntary sector"),
        Value("provider", "A provider of homes or care."),
        Value("young-people", "A body of children and young people.", "young people"),
        Value("group", "Several organisations under one name: list them under members."),
        Value("other", "Anything else."),
    ),
]

ConsultationKind = Annotated[
    Literal["young-people", "families", "carers", "partners", "staff", "public"],
    Choices(
        Value("young-people", "Children in care, care leavers and other young people.", "children, young people"),
        Value("families", "Parents and wider families.", "parents"),
        Value("carers", "Foster carers, kinship carers and adopters.", "foster carers"),
        Value("partners", "Partner organisations."),
        Value("staff", "People who work in the services."),
        Value("public", "Everyone."),
    ),
]

RiskStatus = Annotated[
    Literal["open", "closed"],
    Choices(
        Value("open", "It may still happen.", "live"),
        Value("closed", "It has passed, or is dealt with."),
    ),
]

Funding = Annotated[
    Literal["existing", "funded", "part-funded", "unfunded", "unknown"],
    Choices(
        Value(
            "existing",
            "Met from what there already is.",
            "core budget, existing budget, existing budgets, existing resources, from existing resources, "
            "met from existing budgets, within budget, within existing budget, within existing budgets, "
            "within existing resources",
        ),
        Value("funded", "New money is agreed.", "fully funded, funding agreed, funding secured, secured"),
        Value("part-funded", "Some of the money is agreed.", "partially funded, partly funded"),
        Value("unfunded", "No money is agreed.", "no funding, not funded"),
        Value("unknown", "Nobody has worked it out yet.", "not known, not yet known, tba, tbc, tbd, to be confirmed"),
    ),
]

MeasureType = Annotated[
    Literal["performance", "context"],
    Choices(
        Value("performance", "Judged against a target.", "kpi"),
        Value("context", "Watched, with no target.", "contextual"),
        either={"indicator": "performance, context"},
    ),
]

_UnitWord = Literal[
    "percent", "percentage-points", "percent-change", "count", "number", "rate-per-10000", "ratio",
    "days", "weeks", "months", "pounds", "score",
]  # fmt: skip
Unit = Annotated[
    _UnitWord,
    Choices(
        Value("percent", "A share of 100.", "%, per cent, percentage"),
        Value("percentage-points", "The difference between two percentages.", "% points, pp, percentage point"),
        Value("percent-change", "How much something grew or shrank, in percent."),
        Value("count", "A whole number of people or things.", "children, people, young people"),
        Value("number", "Any number."),
        Value("rate-per-10000", "So many in every 10,000 children.", "per 10000"),
        Value("ratio", "So many for each one of another."),
        Value("days", "A length of time in days."),
        Value("weeks", "A length of time in weeks."),
        Value("months", "A length of time in months."),
        Value("pounds", "Money, in pounds.", "£, gbp, money"),
        Value("score", "Points on a scale.", "points"),
        either={"rate": "rate-per-10000, percent, ratio"},
    ),
]

Better = Annotated[
    Literal["higher", "lower", "neither"],
    Choices(
        Value(
            "higher",
            "More is better.",
            "bigger, bigger is better, high, higher is better, increase, increasing, more, up",
        ),
        Value(
            "lower",
            "Less is better.",
            "decrease, decreasing, down, less, low, lower is better, reduce, smaller, smaller is better",
        ),
        Value("neither", "Neither more nor less is better in itself.", "contextual, n/a, na, none"),
    ),
]

Frequency = Annotated[
    Literal["monthly", "quarterly", "termly", "six-monthly", "yearly"],
    Choices(
        Value("monthly", "Every month.", "each month, every month"),
        Value("quarterly", "Every three months.", "each quarter, every quarter, every three months"),
        Value("termly", "Every school term.", "every term"),
        Value(
            "six-monthly", "Every six months.", "every six months, half yearly, six monthly, twice a year, twice yearly"
        ),
        Value("yearly", "Every year.", "annual, annually, each year, every year, once a year"),
        either={"bi annual, bi annually, biannual, biannually": "six-monthly, yearly"},
    ),
]

UpdateEvery = Annotated[
    Literal["monthly", "quarterly"],
    Choices(
        Value("monthly", "An update is due every month.", "every month"),
        Value("quarterly", "An update is due every three months.", "every quarter"),
    ),
]

RatingAgainst = Annotated[
    Literal["approved", "original"],
    Choices(
        Value("approved", "Late means later than the last date a board approved.", "revised"),
        Value("original", "Late means later than the date first agreed.", "first"),
    ),
]

LevelSetting = Annotated[
    Literal["error", "warning", "note", "off"],
    Choices(
        Value("error", "The check fails.", "fail"),
        Value("warning", "It is shown, and the check passes.", "warn"),
        Value("note", "It is shown only to those who ask.", "advice, info"),
        Value("off", "It is not looked for.", "disabled, ignore, none"),
    ),
]
